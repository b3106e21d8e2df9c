"""What a member asked to be looked at again, once per version handed in."""

from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from storage import sql
from storage.prepared import Prepared
from storage.submissions import SubmissionRow


class AppealRow(Model):
    """A member's appeal against the return of one version.

    Who judges it is a review of a body above the plan's.
    """

    id = fields.IntField(primary_key=True)
    submission: fields.OneToOneRelation[SubmissionRow] = fields.OneToOneField(
        "models.SubmissionRow", related_name="appeal", on_delete=fields.CASCADE
    )
    submission_id: int
    reason = fields.TextField()
    asked_at = fields.DatetimeField()
    withdrawn_at = fields.DatetimeField(null=True)

    class Meta:
        table = "appeals"


@dataclass(frozen=True, slots=True)
class Appeal:
    """`reason` is the member's, as typed; moments are in UTC."""

    id: int
    submission: int
    reason: str
    asked_at: datetime
    withdrawn_at: datetime | None


_appeals = Prepared(AppealRow, Appeal)


async def of_submission(submission: int) -> Appeal | None:
    """Return the appeal against the return of `submission`, taken back or not; None when there was none."""
    return await _appeals.first("WHERE submission_id = ?1", submission)


async def ask(submission: int, reason: str, now: datetime) -> None:
    """Keep the appeal. The caller holds the submission and has seen that there is none."""
    await sql.add("appeals", [{"submission_id": submission, "reason": reason, "asked_at": now}])


async def withdraw(submission: int, now: datetime) -> bool:
    """Take the appeal back; False when there is none that stands."""
    statement = "UPDATE appeals SET withdrawn_at = ?2 WHERE submission_id = ?1 AND withdrawn_at IS NULL"
    return bool(await sql.run(statement, submission, sql.at(now)))
