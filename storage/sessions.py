"""Sessions of study: when, where, for whom, and for which task each counts; and who said they would come."""

from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage.people import PersonRow
from storage.prepared import Prepared
from storage.programmes import SeasonRow
from storage.units import GroupRow, UnitRow


class SessionRow(Model):
    """One session.

    Moments are in UTC, `minutes` is how long it lasts. For `group_id`, or for `unit_id` and every unit below it, or
    (both None) for everybody in the season. `task` is the code of the task it counts for, "" for none. `held_by` names
    the organising body, `organiser` is who runs it.
    state: planned → cancelled. `edition` counts the moves, so that each is told once. `word` is the word of the day.
    """

    id = fields.IntField(primary_key=True)
    season: fields.ForeignKeyRelation[SeasonRow] = fields.ForeignKeyField(
        "models.SeasonRow", related_name="sessions", on_delete=fields.RESTRICT
    )
    season_id: int
    title = fields.CharField(max_length=200)
    task = fields.CharField(max_length=16, db_default="")
    starts_at = fields.DatetimeField()
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

    class Meta:
        table = "sessions"
        indexes = (Index(fields=("season_id", "starts_at"), name="sessions_season"),)


class AnswerRow(Model):
    """What one person said about coming to one session.

    `reason` is why not.
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


_sessions = Prepared(SessionRow, Session)


async def get(id_: int) -> Session | None:
    """Return one session, in any state."""
    return await _sessions.first("WHERE id = ?1", id_)
