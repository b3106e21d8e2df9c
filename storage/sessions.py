"""Sessions of study: when, where, for whom, and for which task each counts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from journey.people import Role
from journey.person import Person
from journey.sessions import State
from storage import sql
from storage.people import PersonRow
from storage.prepared import Prepared
from storage.programmes import SeasonRow
from storage.units import GroupRow, UnitRow, unit_path


class SessionRow(Model):
    """One session.

    Moments are in UTC, `minutes` is how long it lasts. For `group_id`, or for `unit_id` and every unit below it, or
    (both None) for everybody in the season. `task` is the code of the task it counts for, "" for none. `held_by` names
    the organising body, `organiser` is who runs it. `held_on` is the local day of `starts_at`, None where it was
    planned before this was kept and not moved to another day since.
    state: draft → planned → cancelled. A draft is its organiser's alone. `edition` counts the moves and the calling
    off, so that each is told once. `word` is the word of the day.

    `told_edition` is what the audience was told last, None before anybody was, -1 until everybody was; `told_starts_at`
    is when it was to begin then. `told_upto` is the last person told of the edition that is being told. `asked_at` is
    when those who have not answered were last asked to, `asked_upto` the last of them while they are being asked, None
    otherwise.
    """

    id = fields.IntField(primary_key=True)
    season: fields.ForeignKeyRelation[SeasonRow] = fields.ForeignKeyField(
        "models.SeasonRow", related_name="sessions", on_delete=fields.RESTRICT
    )
    season_id: int
    title = fields.CharField(max_length=200)
    task = fields.CharField(max_length=16, db_default="")
    starts_at = fields.DatetimeField()
    held_on = fields.DateField(null=True)
    minutes = fields.IntField()
    place = fields.CharField(max_length=200, db_default="")
    link = fields.CharField(max_length=500, db_default="")
    unit: fields.ForeignKeyNullableRelation[UnitRow] = fields.ForeignKeyField(
        "models.UnitRow", related_name="sessions", null=True, on_delete=fields.RESTRICT
    )
    unit_id: int | None
    group: fields.ForeignKeyNullableRelation[GroupRow] = fields.ForeignKeyField(
        "models.GroupRow", related_name="sessions", null=True, on_delete=fields.RESTRICT
    )
    group_id: int | None
    held_by = fields.CharField(max_length=200, db_default="")
    organiser: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="sessions", null=True, on_delete=fields.SET_NULL
    )
    organiser_id: int | None
    state = fields.CharField(max_length=10, db_default="planned")
    word = fields.CharField(max_length=32, db_default="")
    edition = fields.IntField(db_default=0)
    made_at = fields.DatetimeField()
    changed_at = fields.DatetimeField(null=True)
    reason = fields.TextField(db_default="")
    told_edition = fields.IntField(null=True)
    told_starts_at = fields.DatetimeField(null=True)
    told_upto = fields.IntField(db_default=0)
    asked_at = fields.DatetimeField(null=True)
    asked_upto = fields.IntField(null=True)

    class Meta:
        table = "sessions"
        indexes = (Index(fields=("season_id", "starts_at"), name="sessions_season"),)


class AnswerRow(Model):
    """What one person said about coming to one session.

    `reason` is why not. `for_day` is the session's `held_on` when they said so: for another day it was not said.
    """

    id = fields.IntField(primary_key=True)
    session: fields.ForeignKeyRelation[SessionRow] = fields.ForeignKeyField(
        "models.SessionRow", related_name="answers", on_delete=fields.CASCADE
    )
    session_id: int
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="session_answers", on_delete=fields.CASCADE
    )
    person_id: int
    going = fields.BooleanField()
    reason = fields.TextField(db_default="")
    answered_at = fields.DatetimeField()
    for_day = fields.DateField(null=True)

    class Meta:
        table = "session_answers"
        unique_together = (("session_id", "person_id"),)


@dataclass(frozen=True, slots=True)
class Session:
    """One session; the fields are those of SessionRow."""

    id: int
    season: int
    title: str
    task: str
    starts_at: datetime
    held_on: date | None
    minutes: int
    place: str
    link: str
    unit: int | None
    group: int | None
    held_by: str
    organiser: int | None
    state: str
    word: str
    edition: int
    made_at: datetime
    changed_at: datetime | None
    reason: str
    told_edition: int | None
    told_starts_at: datetime | None
    told_upto: int
    asked_at: datetime | None
    asked_upto: int | None

    @property
    def ends_at(self) -> datetime:
        """When it is over (UTC)."""
        return self.starts_at + timedelta(minutes=self.minutes)


HOLDS = (
    "EXISTS (SELECT 1 FROM sessions h WHERE h.id = a.session_id"
    " AND (h.held_on = a.for_day OR (h.held_on IS NULL AND a.for_day IS NULL)))"
)
"""The condition that an answer `a` was given for the day on which its session is held."""

LONGEST = timedelta(hours=24)
"""What is over by its end began no longer ago."""

_sessions = Prepared(SessionRow, Session)
_KNOWN = f"state <> '{State.DRAFT}'"
_MEMBER = (
    "EXISTS (SELECT 1 FROM posts o WHERE o.person_id = p.id AND o.role = '{role}'"
    " AND (o.from_on IS NULL OR o.from_on <= {today}) AND (o.to_on IS NULL OR o.to_on >= {today}))"
)


def audience_sql(which: str, today: str) -> str:
    """Return the SELECT of (session_id, person_id) of every member whom the sessions `which` are for.

    Args:
        which: a condition on `s`, the sessions ("s.state = 'planned' AND s.starts_at > ?1").
        today: the placeholder of the local day (`sql.day`).
    """
    member = _MEMBER.format(role=Role.MEMBER, today=today)
    return (
        "WITH RECURSIVE reach(session_id, unit_id) AS ("
        f"SELECT s.id, s.unit_id FROM sessions s WHERE s.unit_id IS NOT NULL AND s.group_id IS NULL AND ({which})"
        " UNION SELECT r.session_id, u.id FROM reach r JOIN units u ON u.parent_id = r.unit_id)"
        f" SELECT r.session_id, p.id AS person_id FROM reach r JOIN people p ON p.unit_id = r.unit_id WHERE {member}"
        " UNION ALL SELECT s.id, p.id FROM sessions s JOIN people p ON p.group_id = s.group_id"
        f" WHERE s.group_id IS NOT NULL AND ({which}) AND {member}"
        " UNION ALL SELECT s.id, p.id FROM sessions s CROSS JOIN people p"
        f" WHERE s.unit_id IS NULL AND s.group_id IS NULL AND ({which}) AND {member}"
    )


async def sessions_that(where: str, *values: object) -> list[Session]:
    """Return the sessions, drafts too, that `where` ("WHERE … ORDER BY …") finds: for the modules beside this one."""
    return await _sessions.all(where, *values)


async def get(id_: int) -> Session | None:
    """Return one session that is no draft, in any other state."""
    return await _sessions.first(f"WHERE id = ?1 AND {_KNOWN}", id_)


async def audience(session: Session, today: date) -> list[int]:
    """Return the members whom `session` is for on `today` (local), by id."""
    found = await sql.tuples(
        f"SELECT person_id FROM ({audience_sql('s.id = ?1', '?2')}) AS audience ORDER BY person_id",
        session.id,
        sql.day(today),
    )
    return [int(id_) for (id_,) in found]


async def audience_count(session: Session, today: date) -> int:
    """Return how many members `session` is for on `today` (local)."""
    ((found,),) = await sql.tuples(
        f"SELECT count(*) FROM ({audience_sql('s.id = ?1', '?2')}) AS audience", session.id, sql.day(today)
    )
    return int(found)


async def coming(person: Person, now: datetime) -> list[Session]:
    """Return the sessions for `person`, cancelled ones too, that are not over at `now` (UTC), the next one first."""
    found = await _sessions.all(
        f"WHERE {_KNOWN} AND starts_at > ?1 AND (group_id = ?3 OR (group_id IS NULL"
        f" AND (unit_id IS NULL OR {sql.among('unit_id', '?2')}))) ORDER BY starts_at, id",
        sql.at(now - LONGEST),
        sql.listed(await unit_path(person.unit)),
        person.group,
    )
    return [each for each in found if each.ends_at > now]


async def is_for(session: Session, person: Person) -> bool:
    """Say whether `session` is for a member who stands where `person` does."""
    if session.group is not None:
        return session.group == person.group
    return session.unit is None or session.unit in await unit_path(person.unit)


@dataclass(frozen=True, slots=True)
class Reach:
    """Which sessions: those for one of `units` or `groups`, or (`everywhere`) all."""

    units: Collection[int]
    groups: Collection[int]
    everywhere: bool = False

    @property
    def values(self) -> tuple[object, ...]:
        """What `_reached` is asked with."""
        return sql.listed(self.units), sql.listed(self.groups), int(self.everywhere)


def _reached() -> str:
    return (
        f"{_KNOWN} AND ((group_id IS NULL AND {sql.among('unit_id', '?1')}) OR {sql.among('group_id', '?2')} OR ?3 = 1)"
    )


async def of_scope(reach: Reach, now: datetime, most: int, first: int = 0) -> list[Session]:
    """Return up to `most` sessions that begin after `now` (UTC), cancelled ones too, from place `first`; next first."""
    return await _sessions.all(
        f"WHERE {_reached()} AND starts_at > ?4 ORDER BY starts_at, id LIMIT ?5 OFFSET ?6",
        *reach.values,
        sql.at(now),
        most,
        first,
    )


async def running_of_scope(reach: Reach, now: datetime) -> list[Session]:
    """Return the sessions that go on at `now` (UTC) and were not called off, the first one first."""
    found = await _sessions.all(
        f"WHERE {_reached()} AND starts_at > ?4 AND starts_at <= ?5 AND state = '{State.PLANNED}'"
        " ORDER BY starts_at, id",
        *reach.values,
        sql.at(now - LONGEST),
        sql.at(now),
    )
    return [each for each in found if each.ends_at > now]


async def past_of_scope(reach: Reach, now: datetime, most: int, first: int = 0) -> list[Session]:
    """Return up to `most` sessions that began by `now` (UTC), from the place `first` on, the latest first."""
    return await _sessions.all(
        f"WHERE {_reached()} AND starts_at <= ?4 ORDER BY starts_at DESC, id DESC LIMIT ?5 OFFSET ?6",
        *reach.values,
        sql.at(now),
        most,
        first,
    )
