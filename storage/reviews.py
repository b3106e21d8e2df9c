"""Who is asked to judge a submission, and what they said."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.expressions import Q
from tortoise.indexes import Index
from tortoise.models import Model

from storage import sql, submissions
from storage.enrolments import Enrolment
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
        indexes = (Index(fields=("state", "body"), name="reviews_state"),)


class AskedRow(Model):
    """A person who might act on a review when it was asked; who may today, the posts of today say."""

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
class Waiting:
    """A submission that waits for the verdict of `bodies`, since when (UTC).

    `unit` and `group` are the author's today; `signed` says who gave a verdict for which other body.
    """

    submission: int
    author: int
    name: str
    unit: int | None
    group: int | None
    enrolment: Enrolment
    task: str
    since: datetime
    bodies: tuple[str, ...]
    signed: Mapping[str, int]


async def waiting(units: Collection[int], groups: Collection[int]) -> list[Waiting]:
    """Return what waits for somebody, of members of these units or groups, oldest first."""
    theirs = Q(submission__person__unit_id__in=list(units)) | Q(submission__person__group_id__in=list(groups))
    rows = ReviewRow.filter(theirs, state="waiting").order_by("asked_at", "id")
    found: dict[int, list[ReviewRow]] = {}
    for row in await rows.select_related("submission__person", "submission__registration__enrolment"):
        found.setdefault(row.submission_id, []).append(row)
    given = ReviewRow.filter(theirs, decided_by_id__isnull=False, submission__state="waiting")
    signed: dict[int, dict[str, int]] = {}
    for id_, body, by in await given.values_list("submission_id", "body", "decided_by_id"):
        signed.setdefault(id_, {})[body] = by
    return [_waiting(asked, signed.get(id_, {})) for id_, asked in found.items()]


def _waiting(rows: list[ReviewRow], signed: Mapping[str, int]) -> Waiting:
    submission = rows[0].submission
    person, enrolment = submission.person, submission.registration.enrolment
    return Waiting(
        submission.id,
        person.id,
        person.full_name,
        person.unit_id,
        person.group_id,
        Enrolment(enrolment.id, person.id, enrolment.season_id, enrolment.programme_id, enrolment.registered_at, None),
        submission.task,
        rows[0].asked_at,
        tuple(row.body for row in rows),
        signed,
    )


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


async def cancel_rest(submission: int) -> None:
    """Nobody else needs to answer: what still waits is cancelled."""
    await ReviewRow.filter(submission_id=submission, state="waiting").update(state="cancelled")


async def reopen(ids: Collection[int], *, by: int) -> int:
    """Let those of `ids` that `by` decided wait again; return how many that were."""
    return await ReviewRow.filter(id__in=list(ids), decided_by_id=by).update(
        state="waiting", decided_by_id=None, decided_at=None, reason=""
    )


async def ask_rest_again(submission: int) -> None:
    """Let what was cancelled because of a verdict wait again."""
    await ReviewRow.filter(submission_id=submission, state="cancelled").update(state="waiting")
