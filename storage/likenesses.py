"""What an assessor should look at again: an essay or a picture like one handed in before, or of another year."""

from collections.abc import Sequence
from dataclasses import dataclass

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage import sql
from storage.evidence import EvidenceRow
from storage.submissions import SubmissionRow


class LikenessRow(Model):
    """One likeness of a hand-in to an earlier one.

    `kind` is essay, exact or near (pictures), or taken: the picture `piece` is of another year, by its camera.
    `share` is per cent of the essay's words, null of pictures. Without an `other` an essay says what very many do.
    `piece` and `other_piece` are the two pictures.
    """

    id = fields.IntField(primary_key=True)
    submission: fields.ForeignKeyRelation[SubmissionRow] = fields.ForeignKeyField(
        "models.SubmissionRow", related_name="likenesses", on_delete=fields.CASCADE
    )
    submission_id: int
    kind = fields.CharField(max_length=8)
    share = fields.SmallIntField(null=True)
    other: fields.ForeignKeyNullableRelation[SubmissionRow] = fields.ForeignKeyField(
        "models.SubmissionRow", related_name="likened", null=True, on_delete=fields.CASCADE
    )
    other_id: int | None
    piece: fields.ForeignKeyNullableRelation[EvidenceRow] = fields.ForeignKeyField(
        "models.EvidenceRow", related_name="likenesses", null=True, on_delete=fields.CASCADE
    )
    piece_id: int | None
    other_piece: fields.ForeignKeyNullableRelation[EvidenceRow] = fields.ForeignKeyField(
        "models.EvidenceRow", related_name="likened", null=True, on_delete=fields.CASCADE
    )
    other_piece_id: int | None

    class Meta:
        table = "likenesses"
        indexes = (
            Index(fields=("submission_id",), name="likenesses_submission"),
            Index(fields=("other_id",), name="likenesses_other"),
            Index(fields=("piece_id",), name="likenesses_piece"),
            Index(fields=("other_piece_id",), name="likenesses_other_piece"),
        )


@dataclass(frozen=True, slots=True)
class New:
    """A likeness to keep; the fields are those of LikenessRow."""

    kind: str
    share: int | None = None
    other: int | None = None
    piece: int | None = None
    other_piece: int | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a hand-in is like. Of the other one: whose (id and full name), which task, in the season of which year.

    `taken_at` is what the picture's camera said: ISO, local, "" for nothing.
    """

    kind: str
    share: int | None
    other: int | None
    piece: int | None
    other_piece: int | None
    person: int | None
    name: str | None
    task: str | None
    year: int | None
    taken_at: str | None


async def keep(submission: int, kinds: Sequence[str], found: Sequence[New]) -> None:
    """Keep what was found of these kinds, instead of what was found before."""
    among = sql.among("kind", "?2")
    await sql.run(f"DELETE FROM likenesses WHERE submission_id = ?1 AND {among}", submission, sql.listed(kinds))
    rows = [
        {
            "submission_id": submission,
            "kind": each.kind,
            "share": each.share,
            "other_id": each.other,
            "piece_id": each.piece,
            "other_piece_id": each.other_piece,
        }
        for each in found
    ]
    await sql.add("likenesses", rows)


async def of_submission(submission: int) -> list[Likeness]:
    """Return what a hand-in is like, essays first, in the order it was found."""
    found = await sql.tuples(
        "SELECT l.kind, l.share, l.other_id, l.piece_id, l.other_piece_id, o.person_id, p.full_name,"
        " o.task, n.year, t.taken_at FROM likenesses l"
        " LEFT JOIN submissions o ON o.id = l.other_id LEFT JOIN people p ON p.id = o.person_id"
        " LEFT JOIN registrations r ON r.id = o.registration_id LEFT JOIN enrolments e ON e.id = r.enrolment_id"
        " LEFT JOIN seasons n ON n.id = e.season_id LEFT JOIN evidence t ON t.id = l.piece_id"
        " WHERE l.submission_id = ?1 ORDER BY CASE l.kind WHEN 'essay' THEN 0 ELSE 1 END, l.id",
        submission,
    )
    return [Likeness(*each) for each in found]


async def has(submission: int) -> bool:
    """Say whether anything was found."""
    return bool(await sql.tuples("SELECT 1 FROM likenesses WHERE submission_id = ?1 LIMIT 1", submission))


async def taken(submission: int) -> list[tuple[int, str]]:
    """Return (piece, when by its camera: ISO, local) of the pictures of a hand-in that say so."""
    found = await sql.tuples(
        "SELECT id, taken_at FROM evidence"
        " WHERE submission_id = ?1 AND removed_at IS NULL AND taken_at <> '' ORDER BY id",
        submission,
    )
    return [(int(id_), str(at)) for id_, at in found]
