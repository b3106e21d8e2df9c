"""What is kept of the essays for comparing: keyed fingerprints with their places, none of the words."""

from collections.abc import Sequence
from dataclasses import dataclass

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage import sql
from storage.submissions import SubmissionRow


class EssayPrintRow(Model):
    """One fingerprint of one essay.

    `place` is the word it begins at, from 0.
    """

    id = fields.BigIntField(primary_key=True)
    value = fields.BigIntField()
    place = fields.IntField()
    submission: fields.ForeignKeyRelation[SubmissionRow] = fields.ForeignKeyField(
        "models.SubmissionRow", related_name="essay_prints", on_delete=fields.CASCADE
    )
    submission_id: int

    class Meta:
        table = "essay_prints"
        indexes = (
            Index(fields=("value",), name="essay_prints_value"),
            Index(fields=("submission_id",), name="essay_prints_submission"),
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A fingerprint that another essay has, too: where there, and whose that one is."""

    value: int
    place: int
    submission: int
    person: int


async def elsewhere(values: Sequence[int], submission: int) -> list[Found]:
    """Return where `values` occur in the essays of other tasks than that of `submission`; its own versions aside."""
    found = await sql.tuples(
        "SELECT p.value, p.place, p.submission_id, s.person_id FROM essay_prints p"
        " JOIN submissions s ON s.id = p.submission_id"
        f" WHERE {sql.among('p.value', '?1')}"
        " AND s.registration_id <> (SELECT registration_id FROM submissions WHERE id = ?2)",
        sql.listed(values),
        submission,
    )
    return [Found(*each) for each in found]


async def keep(submission: int, prints: Sequence[tuple[int, int]]) -> None:
    """Keep (value, place) of the essay of `submission`, instead of those of the versions before it."""
    await sql.run(
        "DELETE FROM essay_prints WHERE submission_id IN (SELECT old.id FROM submissions old"
        " JOIN submissions new ON new.registration_id = old.registration_id AND new.part = old.part WHERE new.id = ?1)",
        submission,
    )
    await sql.many(
        "INSERT INTO essay_prints (submission_id, value, place) VALUES (?1, ?2, ?3)",
        [(submission, value, place) for value, place in prints],
    )
