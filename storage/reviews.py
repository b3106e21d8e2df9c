"""Who is asked to judge a submission, and what they said."""

from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage.people import PersonRow
from storage.submissions import SubmissionRow


class ReviewRow(Model):
    """One body's review of one submission.

    State: waiting → approved | returned | cancelled.

    `body` is an assessor's code of the programme; any of its members acts for it, `decided_by` names who did.
    """

    id = fields.IntField(primary_key=True)
    submission: fields.ForeignKeyRelation[SubmissionRow] = fields.ForeignKeyField(
        "models.SubmissionRow", related_name="reviews", on_delete=fields.CASCADE
    )
    submission_id: int
    body = fields.CharField(max_length=32)
    state = fields.CharField(max_length=10, db_default="waiting")
    asked_at = fields.DatetimeField()
    decided_by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="reviews", null=True, on_delete=fields.SET_NULL
    )
    decided_by_id: int | None
    decided_at = fields.DatetimeField(null=True)
    reason = fields.TextField(db_default="")

    class Meta:
        table = "reviews"
        unique_together = (("submission_id", "body"),)
        indexes = (Index(fields=("state", "body"), name="reviews_state"),)


class AskedRow(Model):
    """A person who may act on a review.

    The queue of each assessor is read from here.
    """

    id = fields.IntField(primary_key=True)
    review: fields.ForeignKeyRelation[ReviewRow] = fields.ForeignKeyField(
        "models.ReviewRow", related_name="asked", on_delete=fields.CASCADE
    )
    review_id: int
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="asked", on_delete=fields.CASCADE
    )
    person_id: int

    class Meta:
        table = "asked"
        unique_together = (("person_id", "review_id"),)


@dataclass(frozen=True, slots=True)
class StoredReview:
    """One body's review."""

    id: int
    submission: int
    body: str
    state: str
    asked_at: datetime
    decided_by: int | None
    decided_at: datetime | None
    reason: str


def _review(row: ReviewRow) -> StoredReview:
    return StoredReview(
        row.id, row.submission_id, row.body, row.state, row.asked_at, row.decided_by_id, row.decided_at, row.reason
    )
