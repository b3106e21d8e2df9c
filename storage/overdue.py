"""How far the approver's clock has gone with each review, and who is called because of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from journey.approvers_clock import Stage
from journey.people import Role
from journey.reminders import Kind
from storage import sql
from storage.people import PersonRow
from storage.reviews import ReviewRow
from storage.waiting import facts_of, moment_of


class OverdueRow(Model):
    """A review that waits too long: the stage it is at, since which local day, and when it was last looked at."""

    id = fields.IntField(primary_key=True)
    review: fields.OneToOneRelation[ReviewRow] = fields.OneToOneField(
        "models.ReviewRow", related_name="overdue", on_delete=fields.CASCADE
    )
    review_id: int
    stage = fields.CharField(max_length=12)
    reached_on = fields.DateField()
    looked_on = fields.DateField()

    class Meta:
        table = "overdue"


class CallRow(Model):
    """A person to be told that a review waits, `told_on` that local day, null until they were."""

    id = fields.IntField(primary_key=True)
    review: fields.ForeignKeyRelation[ReviewRow] = fields.ForeignKeyField(
        "models.ReviewRow", related_name="calls", on_delete=fields.CASCADE
    )
    review_id: int
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="calls", on_delete=fields.CASCADE
    )
    person_id: int
    stage = fields.CharField(max_length=12)
    told_on = fields.DateField(null=True)

    class Meta:
        table = "calls"
        unique_together = (("review_id", "person_id", "stage"),)
        indexes = (Index(fields=("person_id", "told_on"), name="calls_person"),)


@dataclass(frozen=True, slots=True)
class Late:
    """A review that may be due for its next stage; `asked_at` is in UTC, the days are local.

    `unit` and `group` are the author's today, `version` is the programme's that judges, `given` the hand-in's facts.
    """

    review: int
    submission: int
    body: str
    asked_at: datetime
    task: str
    author: int
    unit: int | None
    group: int | None
    version: int
    given: Mapping[str, str]
    stage: Stage | None
    reached_on: date | None


async def late(asked_before: datetime, today: date, limit: int) -> list[Late]:
    """Return reviews that wait, nobody looked at today, and were asked before `asked_before` (UTC), oldest first."""
    found = await sql.tuples(
        f"{_LATE} AND r.asked_at < ?1 AND (o.id IS NULL OR (o.stage <> ?2 AND o.looked_on < ?3))"
        " ORDER BY r.asked_at, r.id LIMIT ?4",
        sql.at(asked_before),
        str(Stage.NEXT_LEVEL),
        sql.day(today),
        limit,
    )
    return [_late(*row) for row in found]


async def of_reviews(reviews: Collection[int]) -> list[Late]:
    """Return those of `reviews` that still wait."""
    return [_late(*row) for row in await sql.tuples(f"{_LATE} AND {sql.among('r.id', '?1')}", sql.listed(reviews))]


_LATE = (
    "SELECT r.id, r.submission_id, r.body, r.asked_at, s.task, p.id, p.unit_id, p.group_id,"
    " COALESCE(e.programme_id, y.programme_id), s.given, o.stage, o.reached_on"
    " FROM reviews r JOIN submissions s ON s.id = r.submission_id JOIN people p ON p.id = s.person_id"
    " JOIN registrations g ON g.id = s.registration_id JOIN enrolments e ON e.id = g.enrolment_id"
    " JOIN seasons y ON y.id = e.season_id LEFT JOIN overdue o ON o.review_id = r.id"
    " WHERE r.state = 'waiting' AND s.state = 'waiting'"
)


def _late(*cells: Any) -> Late:
    at, given, stage, reached_on = cells[3], cells[9], cells[10], cells[11]
    known = Stage(stage) if stage else None
    return Late(*cells[:3], moment_of(at), *cells[4:9], facts_of(given), known, _day(reached_on))  # type: ignore[call-arg]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a submission is asked for by now: the bodies, and who gave a verdict for which (people)."""

    bodies: frozenset[str]
    signed: Mapping[str, int]


async def asked(submissions: Collection[int]) -> dict[int, Asked]:
    """Return what each of `submissions` is asked for, cancelled reviews aside."""
    found = await sql.tuples(
        "SELECT submission_id, body, decided_by_id FROM reviews"
        f" WHERE state <> 'cancelled' AND {sql.among('submission_id', '?1')}",
        sql.listed(submissions),
    )
    bodies: dict[int, set[str]] = {}
    signed: dict[int, dict[str, int]] = {}
    for submission, body, by in found:
        bodies.setdefault(submission, set()).add(body)
        if by is not None:
            signed.setdefault(submission, {})[body] = by
    return {id_: Asked(frozenset(codes), signed.get(id_, {})) for id_, codes in bodies.items()}


async def looked(found: Collection[tuple[int, Stage, date]], today: date) -> None:
    """Note which reviews were looked at `today` (local): each with the stage it is at, and since which day."""
    await sql.many(
        "INSERT INTO overdue (review_id, stage, reached_on, looked_on) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (review_id) DO UPDATE SET"
        " stage = excluded.stage, reached_on = excluded.reached_on, looked_on = excluded.looked_on",
        [(review, str(stage), sql.day(reached_on), sql.day(today)) for review, stage, reached_on in found],
    )


async def call(found: Collection[tuple[int, int, Stage]]) -> None:
    """Note who is to be told of which review at which stage; whoever was told of it then is not told again."""
    await sql.many(
        "INSERT INTO calls (review_id, person_id, stage) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (review_id, person_id, stage) DO NOTHING",
        [(review, person, str(stage)) for review, person, stage in found],
    )


async def raised(submissions: Collection[int]) -> dict[int, frozenset[str]]:
    """Return by submission the bodies that let it wait until the next level got it."""
    found = await sql.tuples(
        "SELECT r.submission_id, r.body FROM overdue o JOIN reviews r ON r.id = o.review_id"
        f" WHERE o.stage = ?1 AND {sql.among('r.submission_id', '?2')}",
        str(Stage.NEXT_LEVEL),
        sql.listed(submissions),
    )
    bodies: dict[int, set[str]] = {}
    for submission, body in found:
        bodies.setdefault(submission, set()).add(body)
    return {submission: frozenset(codes) for submission, codes in bodies.items()}


async def start_anew(reviews: Collection[int], now: datetime) -> None:
    """Let `reviews` wait from `now` (UTC) on: they were decided before, and nobody let them wait meanwhile."""
    these = sql.listed(reviews)
    await sql.run(f"UPDATE reviews SET asked_at = ?1 WHERE {sql.among('id', '?2')}", sql.at(now), these)
    for table in ("overdue", "calls"):
        await sql.run(f"DELETE FROM {table} WHERE {sql.among('review_id', '?1')}", these)


_WAITING = (
    "FROM calls c JOIN reviews r ON r.id = c.review_id AND r.state = 'waiting'"
    " JOIN submissions s ON s.id = r.submission_id AND s.state = 'waiting'"
)


async def remind(now: datetime, today: date, worth_for: timedelta, limit: int) -> int:
    """Have those reminded who are called and were not yet; return how many, `limit` at most.

    They are officers `today` (local). Who waits to be reminded already is not once more: the message counts all.
    """
    found = await sql.tuples(
        f"SELECT w.person_id FROM (SELECT DISTINCT c.person_id {_WAITING} WHERE c.told_on IS NULL) w"
        " WHERE EXISTS (SELECT 1 FROM posts p WHERE p.person_id = w.person_id AND p.role <> ?3"
        " AND (p.from_on IS NULL OR p.from_on <= ?1) AND (p.to_on IS NULL OR p.to_on >= ?1))"
        " ORDER BY w.person_id LIMIT ?2",
        sql.day(today),
        limit,
        str(Role.MEMBER),
    )
    officers = sql.listed(person for (person,) in found)
    await sql.run(
        "INSERT INTO reminders (person_id, kind, subject, due_at, expires_at)"
        " SELECT c.person_id, CAST(?1 AS TEXT), 'call ' || CAST(MAX(c.id) AS TEXT), ?2, ?3 FROM calls c"
        f" WHERE {sql.among('c.person_id', '?4')} AND c.told_on IS NULL AND NOT EXISTS (SELECT 1 FROM reminders m"
        " WHERE m.person_id = c.person_id AND m.kind = CAST(?1 AS TEXT) AND m.state = 'waiting')"
        " GROUP BY c.person_id ON CONFLICT (person_id, kind, subject) DO NOTHING",
        str(Kind.APPROVALS),
        sql.at(now),
        sql.at(now + worth_for),
        officers,
    )
    await sql.run(
        f"UPDATE calls SET told_on = ?1 WHERE told_on IS NULL AND {sql.among('person_id', '?2')}",
        sql.day(today),
        officers,
    )
    return len(found)


@dataclass(frozen=True, slots=True)
class Called:
    """One thing a person was, or is to be, told of; `asked_at` is in UTC."""

    person: int
    review: int
    submission: int
    stage: Stage
    asked_at: datetime


async def called(people: Collection[int]) -> list[Called]:
    """Return all that waits and that `people` were, or are to be, told of, the longest waiting first."""
    found = await sql.tuples(
        f"SELECT c.person_id, r.id, r.submission_id, c.stage, r.asked_at {_WAITING}"
        f" WHERE {sql.among('c.person_id', '?1')} ORDER BY r.asked_at, r.id, c.id",
        sql.listed(people),
    )
    return [Called(person, review, id_, Stage(stage), moment_of(at)) for person, review, id_, stage, at in found]


def _day(cell: str | date | None) -> date | None:
    return date.fromisoformat(cell) if isinstance(cell, str) else cell
