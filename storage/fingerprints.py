"""What is kept of the essays for comparing: keyed fingerprints with their places, none of the words."""

from collections.abc import Callable, Sequence

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from journey.overlap import Elsewhere
from storage import settings, sql
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


KEY = "essays.key"


async def make_key(draw: Callable[[int], bytes]) -> None:
    """Keep a key for the fingerprints unless there is one; `draw` returns that many random bytes."""
    await settings.put_once(KEY, draw(32).hex())


async def key() -> bytes:
    """Return the key of this database's fingerprints; without it they compare with nothing.

    Raises:
        LookupError: none was made.
    """
    kept = await settings.get(KEY)
    if kept is None:
        raise LookupError(KEY)
    return bytes.fromhex(kept)


async def elsewhere(values: Sequence[int], submission: int) -> list[Elsewhere]:
    """Return where `values` occur in the essays of other tasks than that of `submission`; its own versions aside."""
    found = await sql.tuples(
        # CROSS: SQLite begins with the few fingerprints, whatever its statistics say
        "SELECT p.value, p.place, p.submission_id, s.person_id FROM essay_prints p CROSS JOIN submissions s"
        f" WHERE s.id = p.submission_id AND {sql.among('p.value', '?1')}"
        " AND s.registration_id <> (SELECT registration_id FROM submissions WHERE id = ?2)",
        sql.listed(values),
        submission,
    )
    return [Elsewhere(*each) for each in found]


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
