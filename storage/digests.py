"""Who got which week's digest, with its figures; and when each officer wants theirs."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.models import Model

from journey.digest import ALWAYS, BY_CHOICE, Kept, kept
from journey.digest_time import Choice
from storage import sql
from storage.people import PersonRow
from storage.waiting import facts_of, moment_of


class DigestRow(Model):
    """One officer's digest of one week.

    `week` is its Monday (local), `figures` what it said (a `journey.digest.Kept`), {} when none were counted.
    state: told, word (that nothing has changed), silent (nothing has changed since that word), dropped (too late, or
    no working day was left).
    """

    id = fields.IntField(primary_key=True)
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="digests", on_delete=fields.CASCADE
    )
    person_id: int
    week = fields.DateField()
    state = fields.CharField(max_length=8)
    figures: Any = fields.JSONField(default=dict, encoder=sql.to_json, decoder=json.loads)
    made_at = fields.DatetimeField()

    class Meta:
        table = "digests"
        unique_together = (("person_id", "week"),)


class DigestChoiceRow(Model):
    """When one officer wants the digest.

    `weekday` is 0 for Monday, `hour` local, both as they were last chosen when it is off.
    """

    id = fields.IntField(primary_key=True)
    person: fields.OneToOneRelation[PersonRow] = fields.OneToOneField(
        "models.PersonRow", related_name="digest_choice", on_delete=fields.CASCADE
    )
    person_id: int
    is_on = fields.BooleanField()
    weekday = fields.IntField()
    hour = fields.IntField()
    chosen_at = fields.DatetimeField()

    class Meta:
        table = "digest_choices"


class State(StrEnum):
    """What became of an officer's digest of a week."""

    TOLD = "told"
    WORD = "word"
    SILENT = "silent"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Last:
    """The last digest of an officer for which figures were counted."""

    state: State
    kept: Kept


@dataclass(frozen=True, slots=True)
class Made:
    """What is kept of one digest; `kept` is None when nothing was counted."""

    person: int
    state: State
    kept: Kept | None


_HELD = "(o.from_on IS NULL OR o.from_on <= ?1) AND (o.to_on IS NULL OR o.to_on >= ?1)"


async def wanting(week: date, today: date) -> dict[int, Choice]:
    """Return who is to have a digest of `week` (its Monday) and has none yet, by id: officers of `today` (local)."""
    found = await sql.tuples(
        "SELECT DISTINCT o.person_id, c.weekday, c.hour FROM posts o"
        " LEFT JOIN digest_choices c ON c.person_id = o.person_id"
        f" WHERE {_HELD} AND (({sql.among('o.role', '?2')} AND (c.is_on IS NULL OR c.is_on))"
        f" OR ({sql.among('o.role', '?3')} AND c.is_on))"
        " AND NOT EXISTS (SELECT 1 FROM digests d WHERE d.person_id = o.person_id AND d.week = ?4)"
        " ORDER BY o.person_id",
        sql.day(today),
        sql.listed(sorted(ALWAYS)),
        sql.listed(sorted(BY_CHOICE)),
        sql.day(week),
    )
    return {person: Choice() if hour is None else Choice(True, weekday, hour) for person, weekday, hour in found}


async def last(people: Collection[int], upto: date) -> dict[int, Last]:
    """Return the last digest with figures of each of `people`, of the weeks up to `upto` (a Monday)."""
    found = await sql.tuples(
        "SELECT d.person_id, d.state, d.figures FROM digests d JOIN"
        " (SELECT person_id, MAX(week) AS week FROM digests WHERE state <> 'dropped' AND week <= ?1"
        f" AND {sql.among('person_id', '?2')} GROUP BY person_id) n ON n.person_id = d.person_id AND n.week = d.week",
        sql.day(upto),
        sql.listed(people),
    )
    read = ((person, State(state), kept(facts_of(figures))) for person, state, figures in found)
    return {person: Last(state, figures) for person, state, figures in read if figures is not None}


async def keep(made: Collection[Made], week: date, now: datetime) -> set[int]:
    """Keep what became of the digests of `week`; one that is there already stays. Return whose are kept."""
    await sql.many(
        "INSERT INTO digests (person_id, week, state, figures, made_at) VALUES (?1, ?2, ?3, ?4, ?5)"
        " ON CONFLICT (person_id, week) DO NOTHING",
        [
            (
                each.person,
                sql.day(week),
                str(each.state),
                sql.to_json(each.kept.to_json() if each.kept else {}),
                sql.at(now),
            )
            for each in made
        ],
    )
    found = await sql.tuples(
        f"SELECT person_id FROM digests WHERE week = ?1 AND made_at = ?2 AND {sql.among('person_id', '?3')}",
        sql.day(week),
        sql.at(now),
        sql.listed(each.person for each in made),
    )
    return {int(person) for (person,) in found}


def key(person: int, week: date, made_at: datetime) -> str:
    """Return the key of a digest's message: that of one made anew is another."""
    return f"digest:{person}:{week}:{made_at.astimezone(UTC):%d%H%M%S%f}"


async def let_go_unheard(week: date) -> int:
    """Let go of the digests of `week` whose message expired before it left; return how many."""
    found = await sql.tuples(
        "SELECT person_id, made_at FROM digests WHERE week = ?1 AND state IN ('told', 'word')", sql.day(week)
    )
    owed = {f"{key(person, week, moment_of(made_at))}/0": int(person) for person, made_at in found}
    expired = await sql.tuples(
        f"SELECT key FROM outbox WHERE {sql.among('key', '?1')} AND status = 'expired'", sql.listed(owed)
    )
    people = [owed[key_] for (key_,) in expired]
    return await sql.run(
        f"DELETE FROM digests WHERE week = ?1 AND {sql.among('person_id', '?2')}", sql.day(week), sql.listed(people)
    )


async def choice(person: int) -> Choice | None:
    """Return what an officer chose, None before the first time."""
    found = await sql.tuples("SELECT is_on, weekday, hour FROM digest_choices WHERE person_id = ?1", person)
    return Choice(bool(found[0][0]), found[0][1], found[0][2]) if found else None


async def choose(person: int, chosen: Choice, now: datetime) -> None:
    """Keep when an officer wants it, in the place of what was chosen before."""
    _ = await sql.run(
        "INSERT INTO digest_choices (person_id, is_on, weekday, hour, chosen_at) VALUES (?1, ?2, ?3, ?4, ?5)"
        " ON CONFLICT (person_id) DO UPDATE SET is_on = excluded.is_on, weekday = excluded.weekday,"
        " hour = excluded.hour, chosen_at = excluded.chosen_at",
        person,
        chosen.is_on,
        chosen.weekday,
        chosen.hour,
        sql.at(now),
    )
