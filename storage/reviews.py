"""Who is asked to judge a submission, and what they said."""

from collections.abc import Collection, Mapping
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
        row.id,
        row.submission_id,
        row.body,
        row.state,
        row.asked_at,
        row.decided_by_id,
        row.decided_at,
        row.reason,
    )


async def ask(submission: int, bodies: Mapping[str, Collection[int]], now: datetime) -> None:
    """Ask every body (code to the people who may act for it) about `submission`."""
    for body, asked in bodies.items():
        row = await ReviewRow.create(submission_id=submission, body=body, state="waiting", asked_at=now)
        await AskedRow.bulk_create([AskedRow(review_id=row.id, person_id=person) for person in asked])


async def of_submission(submission: int) -> list[StoredReview]:
    """Return its reviews in the order of the plan."""
    return [_review(row) for row in await ReviewRow.filter(submission_id=submission).order_by("id")]


async def asked_people(submission: int) -> list[int]:
    """Return everybody who was asked about `submission`, once each."""
    found = AskedRow.filter(review__submission_id=submission).order_by("person_id")
    return sorted({row.person_id for row in await found.only("person_id")})


@dataclass(frozen=True, slots=True)
class Waiting:
    """A submission that waits for somebody's verdict, since when (UTC)."""

    submission: int
    author: str
    task: str
    since: datetime


async def queue(person: int) -> list[Waiting]:
    """Return what waits for `person`, oldest first."""
    rows = AskedRow.filter(person_id=person, review__state="waiting").select_related("review__submission__person")
    found: dict[int, Waiting] = {}
    for row in await rows.order_by("review__asked_at", "review_id"):
        submission = row.review.submission
        found.setdefault(
            submission.id,
            Waiting(submission.id, submission.person.full_name, submission.task, row.review.asked_at),
        )
    return list(found.values())


async def decide(ids: Collection[int], state: str, *, by: int, reason: str, now: datetime) -> int:
    """Close those of `ids` that still wait; return how many that were."""
    return await ReviewRow.filter(id__in=list(ids), state="waiting").update(
        state=state, decided_by_id=by, decided_at=now, reason=reason
    )


async def cancel_rest(submission: int) -> None:
    """Nobody else needs to answer: what still waits is cancelled."""
    await ReviewRow.filter(submission_id=submission, state="waiting").update(state="cancelled")


async def reopen(submission: int, ids: Collection[int]) -> None:
    """Let the decided `ids` wait again, and what was cancelled because of them."""
    await ReviewRow.filter(id__in=list(ids)).update(state="waiting", decided_by_id=None, decided_at=None, reason="")
    await ReviewRow.filter(submission_id=submission, state="cancelled").update(state="waiting")
