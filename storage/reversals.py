"""Verdicts taken back with a reason, after the time to undo was over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage import sql
from storage.people import PersonRow
from storage.prepared import Prepared
from storage.reviews import StoredReview
from storage.submissions import SubmissionRow


class ReversalRow(Model):
    """One verdict that was given and taken back.

    The review itself waits again and remembers nothing of it.
    """

    id = fields.IntField(primary_key=True)
    submission: fields.ForeignKeyRelation[SubmissionRow] = fields.ForeignKeyField(
        "models.SubmissionRow", related_name="reversals", on_delete=fields.CASCADE
    )
    submission_id: int
    body = fields.CharField(max_length=32)
    verdict = fields.CharField(max_length=10)
    decided_by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="verdicts_reversed", null=True, on_delete=fields.SET_NULL
    )
    decided_by_id: int | None
    decided_at = fields.DatetimeField()
    reversed_by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="reversals", null=True, on_delete=fields.SET_NULL
    )
    reversed_by_id: int | None
    reversed_at = fields.DatetimeField()
    reason = fields.TextField()

    class Meta:
        table = "reversals"
        indexes = (Index(fields=("submission_id",), name="reversals_submission"),)


@dataclass(frozen=True, slots=True)
class Reversal:
    """A verdict that was taken back; moments are in UTC, people are ids (None: gone)."""

    submission: int
    body: str
    verdict: str
    decided_by: int | None
    decided_at: datetime
    reversed_by: int | None
    reversed_at: datetime
    reason: str


_reversals = Prepared(ReversalRow, Reversal)


async def of_submission(submission: int) -> list[Reversal]:
    """Return what was taken back with a reason, oldest first."""
    return await _reversals.all("WHERE submission_id = ?1 ORDER BY id", submission)


async def of_enrolment(enrolment: int) -> list[Reversal]:
    """Return what was taken back of anything handed in under `enrolment`, oldest first."""
    return await _reversals.all(
        "JOIN submissions s ON s.id = reversals.submission_id JOIN registrations r ON r.id = s.registration_id"
        " WHERE r.enrolment_id = ?1 ORDER BY reversals.id",
        enrolment,
    )


async def add(reviews: Iterable[StoredReview], *, by: int, reason: str, now: datetime) -> None:
    """Keep the verdicts of `reviews` as they were before they are opened again."""
    await sql.add(
        "reversals",
        [
            {
                "submission_id": each.submission,
                "body": each.body,
                "verdict": each.state,
                "decided_by_id": each.decided_by,
                "decided_at": each.decided_at,
                "reversed_by_id": by,
                "reversed_at": now,
                "reason": reason,
            }
            for each in reviews
        ],
    )
