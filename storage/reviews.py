"""Who is asked to judge a submission, and what they said."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.expressions import Q, Subquery
from tortoise.indexes import Index
from tortoise.models import Model

from journey.programme import ABOVE
from storage import sql, submissions
from storage.people import PersonRow
from storage.prepared import Prepared
from storage.submissions import Submission, SubmissionRow


class ReviewRow(Model):
    """One body's review of one submission.

    State: waiting → approved | returned | cancelled.

    `body` is an assessor's code of the programme; any of its members acts for it, `decided_by` names who did, and
    `instead_of` for whom they did, when it was a substitute. Where the answer came without the bot, `way` says how
    (page, paper), `answered_by` who gave it, and `decided_by` who had sent the link.
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
    instead_of: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="reviews_of_substitutes", null=True, on_delete=fields.SET_NULL
    )
    instead_of_id: int | None
    way = fields.CharField(max_length=8, db_default="")
    answered_by = fields.CharField(max_length=120, db_default="")

    class Meta:
        table = "reviews"
        unique_together = (("submission_id", "body"),)
        indexes = (
            Index(fields=("state", "body"), name="reviews_state"),
            Index(fields=("submission_id", "state"), name="reviews_submission"),
        )


class AskedRow(Model):
    """A person who might act on a review when it was asked. Who may today, the posts of today say."""

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
        indexes = (Index(fields=("review_id",), name="asked_review"),)


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
    instead_of: int | None
    way: str = ""
    answered_by: str = ""


_reviews = Prepared(ReviewRow, StoredReview)


async def ask(submission: int, bodies: Mapping[str, Collection[int]], now: datetime) -> None:
    """Ask every body (code to the people who may act for it) about `submission`."""
    rows = [{"submission_id": submission, "body": body, "state": "waiting", "asked_at": now} for body in bodies]
    await sql.add("reviews", rows)
    reviews = {each.body: each.id for each in await of_submission(submission)}
    asked = [{"review_id": reviews[body], "person_id": person} for body, may in bodies.items() for person in may]
    await sql.add("asked", asked)


async def of_submission(submission: int) -> list[StoredReview]:
    """Return its reviews in the order of the plan."""
    return await _reviews.all("WHERE submission_id = ?1 ORDER BY id", submission)


@dataclass(frozen=True, slots=True)
class Decided:
    """A hand-in with its verdict, given `at` (UTC)."""

    submission: int
    name: str
    task: str
    state: str
    at: datetime


async def decided(person: int, units: Collection[int], *, since: datetime, skip: int, most: int) -> list[Decided]:
    """Return what `person` decided, or anybody about members of `units`, from `since` (UTC) on; the newest first.

    Not the hand-ins of `person`.
    """
    theirs = Q(id__in=Subquery(ReviewRow.filter(decided_by_id=person).values("submission_id")))
    theirs |= Q(
        person__unit_id__in=list(units),
        id__in=Subquery(ReviewRow.filter(decided_by_id__isnull=False).values("submission_id")),
    )
    rows = SubmissionRow.filter(theirs, state__in=["approved", "returned"], decided_at__gte=since)
    rows = rows.exclude(person_id=person).order_by("-decided_at", "-id").offset(skip).limit(most)
    return [
        Decided(*found) for found in await rows.values_list("id", "person__full_name", "task", "state", "decided_at")
    ]


async def same_elsewhere(submission: Submission) -> datetime | None:
    """Return when a file of `submission` was handed in before with another part of the task, None if none was."""
    found = await sql.tuples(
        "SELECT s.id FROM evidence e"
        " JOIN evidence o ON o.sha256 = e.sha256 AND o.removed_at IS NULL JOIN submissions s ON s.id = o.submission_id"
        " WHERE e.submission_id = ?1 AND e.removed_at IS NULL AND e.sha256 <> ''"
        " AND s.registration_id = ?2 AND s.part <> ?3 AND s.submitted_at IS NOT NULL ORDER BY s.submitted_at LIMIT 1",
        submission.id,
        submission.registration,
        submission.part,
    )
    first = await submissions.get(found[0][0]) if found else None
    return first.submitted_at if first else None


async def decide(ids: Collection[int], state: str, *, by: int, reason: str, now: datetime) -> int:
    """Close those of `ids` that still wait; return how many that were."""
    return await ReviewRow.filter(id__in=list(ids), state="waiting").update(
        state=state, decided_by_id=by, decided_at=now, reason=reason
    )


async def decided_for(id_: int, first: int) -> None:
    """Keep the name of the one in whose place a review was decided."""
    await ReviewRow.filter(id=id_, decided_by_id__isnull=False).update(instead_of_id=first)


async def came(id_: int, way: str, answered_by: str) -> None:
    """Note of a review just decided that the answer came without the bot: how (page, paper), and who gave it."""
    await sql.run("UPDATE reviews SET way = ?2, answered_by = ?3 WHERE id = ?1", id_, way, answered_by)


async def cancel_rest(submission: int) -> None:
    """Nobody else needs to answer: what still waits is cancelled."""
    await ReviewRow.filter(submission_id=submission, state="waiting").update(state="cancelled")


async def ask_above(submission: int, body: str, may: Collection[int], now: datetime) -> int:
    """Ask a body above the plan's, once more where it was asked before and is not any longer; return the review."""
    await sql.run(
        "INSERT INTO reviews (submission_id, body, state, asked_at, reason) VALUES (?1, ?2, 'waiting', ?3, '')"
        " ON CONFLICT (submission_id, body) DO UPDATE SET state = 'waiting', asked_at = excluded.asked_at",
        submission,
        body,
        sql.at(now),
    )
    review = next(each.id for each in await of_submission(submission) if each.body == body)
    await sql.run("DELETE FROM asked WHERE review_id = ?1", review)
    await sql.add("asked", [{"review_id": review, "person_id": person} for person in may])
    return review


async def cancel(id_: int) -> bool:
    """Ask no longer; False when it does not wait any more."""
    return bool(await ReviewRow.filter(id=id_, state="waiting").update(state="cancelled"))


async def reopen(given: Collection[StoredReview]) -> int:
    """Let the reviews wait again whose verdicts are still those of `given`; return how many that were."""
    statement = (
        "UPDATE reviews SET state = 'waiting', decided_by_id = NULL, decided_at = NULL, reason = '', way = '',"
        " answered_by = '', instead_of_id = NULL"
        " WHERE id = ?1 AND state = ?2 AND decided_by_id = ?3"
    )
    return sum([await sql.run(statement, each.id, each.state, each.decided_by) for each in given])


async def ask_rest_again(submission: int) -> None:
    """Let the bodies of the plan that were cancelled because of a verdict wait again."""
    rows = ReviewRow.filter(submission_id=submission, state="cancelled").exclude(body__in=list(ABOVE))
    await rows.update(state="waiting")
