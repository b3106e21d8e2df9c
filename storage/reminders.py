"""What people are to be reminded of: each thing once, when it may leave, and what became of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tortoise import fields
from tortoise.indexes import Index, PartialIndex
from tortoise.models import Model

from journey.reminding import Wait, Why
from storage import sql
from storage.people import PersonRow
from storage.prepared import Prepared


class ReminderRow(Model):
    """One reminder of one person.

    Moments are in UTC. `kind` names which (journey/reminders.py), `subject` the one thing with its lead time
    ("session 12 7d"): the three together are found once. `about` is the row it is about (a session, a registration, a
    submission: as its kind says), `task` that task's code.

    state: waiting → leaving (in `message`, a key of the outbox) → told, or waiting again; waiting → dropped. `told_on`
    is the local day of that message. It may leave from `due_at` on, which is moved when it has to wait, and not after
    `expires_at`. `why` says why it was dropped, or why it waits for longer than it was meant to.
    """

    id = fields.IntField(primary_key=True)
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="reminders", on_delete=fields.CASCADE
    )
    person_id: int
    kind = fields.CharField(max_length=24)
    subject = fields.CharField(max_length=48)
    about = fields.IntField(null=True)
    task = fields.CharField(max_length=16, db_default="")
    due_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    state = fields.CharField(max_length=8, db_default="waiting")
    why = fields.CharField(max_length=24, db_default="")
    told_on = fields.DateField(null=True)
    message = fields.CharField(max_length=64, db_default="")

    class Meta:
        table = "reminders"
        unique_together = (("person_id", "kind", "subject"),)
        indexes = (
            PartialIndex(fields=("due_at", "person_id"), name="reminders_waiting", condition={"state": "waiting"}),
            PartialIndex(fields=("expires_at", "person_id"), name="reminders_expiring", condition={"state": "waiting"}),
            PartialIndex(fields=("person_id",), name="reminders_leaving", condition={"state": "leaving"}),
            Index(fields=("expires_at",), name="reminders_expired"),
        )


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder; the fields are those of ReminderRow."""

    id: int
    person: int
    kind: str
    subject: str
    about: int | None
    task: str
    due_at: datetime
    expires_at: datetime
    state: str
    why: str
    told_on: date | None
    message: str

    @property
    def is_put_off(self) -> bool:
        """Say whether the person asked to be reminded later."""
        return self.why == Why.LATER


_reminders = Prepared(ReminderRow, Reminder)

PRESSING = timedelta(hours=3)
"""What expires within that goes before what has waited for longer."""


async def people_due(now: datetime, limit: int) -> list[int]:
    """Return at most `limit` people something is due for at `now` (UTC): what is pressing first, then by time."""
    pressing = await sql.tuples(
        "SELECT person_id FROM reminders WHERE state = 'waiting' AND expires_at < ?1 AND due_at <= ?2"
        " ORDER BY expires_at, person_id LIMIT ?3",
        sql.at(now + PRESSING),
        sql.at(now),
        limit,
    )
    others = await sql.tuples(
        "SELECT person_id FROM reminders WHERE state = 'waiting' AND due_at <= ?1 ORDER BY due_at, person_id LIMIT ?2",
        sql.at(now),
        limit,
    )
    return list(dict.fromkeys(person for (person,) in (*pressing, *others)))[:limit]


async def next_due() -> datetime | None:
    """Return when the next reminder that waits is due or expires (UTC), None when none waits."""
    moments = [
        found[0].due_at if column == "due_at" else found[0].expires_at
        for column in ("due_at", "expires_at")
        if (found := await _reminders.all(f"WHERE state = 'waiting' ORDER BY {column} LIMIT 1"))
    ]
    return min(moments, default=None)


async def waiting(people: Collection[int], until: datetime) -> list[Reminder]:
    """Return what waits for `people` and is due before `until`, by person, the earliest first."""
    return await _reminders.all(
        f"WHERE {sql.among('person_id', '?1')} AND state = 'waiting' AND due_at < ?2 ORDER BY person_id, due_at, id",
        sql.listed(people),
        _at(until),
    )


async def told_days(people: Collection[int], since: date) -> dict[int, set[date]]:
    """Return on which days from `since` on (local) each of `people` was written to."""
    found = await sql.tuples(
        f"SELECT DISTINCT person_id, told_on FROM reminders WHERE {sql.among('person_id', '?1')} AND told_on >= ?2",
        sql.listed(people),
        sql.day(since),
    )
    days: dict[int, set[date]] = {}
    for person, day in found:
        days.setdefault(person, set()).add(date.fromisoformat(day) if isinstance(day, str) else day)
    return days


async def leave(ids: Collection[int], today: date, stamp: str) -> list[Reminder]:
    """Take those of `ids` that still wait for a message of `today` (local); return them, each with its message's key.

    Args:
        stamp: tells the messages of one person apart.
    """
    taken = await sql.tuples(
        "UPDATE reminders SET state = 'leaving', told_on = ?2,"
        " message = 'reminders:' || CAST(person_id AS TEXT) || ':' || CAST(?3 AS TEXT)"
        f" WHERE {sql.among('id', '?1')} AND state = 'waiting' RETURNING id",
        sql.listed(ids),
        sql.day(today),
        stamp,
    )
    return await _reminders.all(
        f"WHERE {sql.among('id', '?1')} ORDER BY person_id, id", sql.listed(id_ for (id_,) in taken)
    )


async def of_ids(ids: Collection[int]) -> list[Reminder]:
    """Return these reminders."""
    return await _reminders.all(f"WHERE {sql.among('id', '?1')} ORDER BY id", sql.listed(ids))


async def heard(chats: Iterable[str], now: datetime) -> None:
    """Decide anew at `now` (UTC) of what waits until whoever sits behind `chats` wrote."""
    await sql.run(
        "UPDATE reminders SET due_at = ?2 WHERE state = 'waiting' AND why = 'closed'"
        f" AND person_id IN (SELECT person_id FROM chats WHERE {sql.among('chat', '?1')})",
        sql.listed(chats),
        sql.at(now),
    )


async def wait(waits: Mapping[int, Wait]) -> None:
    """Have reminders wait; one that the person put off stays so."""
    await sql.many(
        "UPDATE reminders SET due_at = ?2, why = CASE WHEN why = 'later' THEN why ELSE ?3 END"
        " WHERE id = ?1 AND state = 'waiting'",
        [(id_, _at(each.until), str(each.why)) for id_, each in waits.items()],
    )


async def drop(reasons: Mapping[int, str]) -> None:
    """Let go of reminders that wait, or were to leave in a message that is not owed; each with its reason."""
    await sql.many(
        "UPDATE reminders SET state = 'dropped', why = ?2, message = '',"
        " told_on = CASE WHEN state = 'leaving' THEN NULL ELSE told_on END"
        " WHERE id = ?1 AND state IN ('waiting', 'leaving')",
        [(id_, str(why)) for id_, why in reasons.items()],
    )


async def drop_late(now: datetime, limit: int) -> int:
    """Let go of at most `limit` reminders that nobody looked at until they expired (UTC); return how many."""
    return await sql.run(
        "UPDATE reminders SET state = 'dropped', why = CASE WHEN why IN ('', 'later') THEN 'late' ELSE why END"
        " WHERE id IN (SELECT id FROM reminders WHERE state = 'waiting' AND expires_at <= ?1 LIMIT ?2)",
        sql.at(now),
        limit,
    )


async def leaving() -> int:
    """Return for how many people a message is on its way, as far as was settled."""
    found = await sql.tuples("SELECT COUNT(DISTINCT person_id) FROM reminders WHERE state = 'leaving'")
    return int(found[0][0])


async def settle() -> int:
    """Note what became of the messages on their way; return how many reminders wait again.

    What was sent, or may have been, is told. What expired before it left waits as if nothing had been owed. What the
    platform refused waits, and that day counts: nobody is tried twice a day. What nobody could say is let go of.
    """
    await sql.run(f"UPDATE reminders SET state = 'told', why = '' WHERE {_came_to('sent', 'unknown')}")
    await sql.run(
        f"UPDATE reminders SET state = 'dropped', why = 'no-channel', told_on = NULL WHERE {_LEAVING} AND NOT {_OWED})"
    )
    refused = await sql.run(
        f"UPDATE reminders SET state = 'waiting', message = '' WHERE {_came_to('failed', 'dropped')}"
    )
    expired = await sql.run(
        f"UPDATE reminders SET state = 'waiting', message = '', told_on = NULL WHERE {_came_to('expired')}"
    )
    return refused + expired


_LEAVING = "state = 'leaving'"
_OWED = "EXISTS (SELECT 1 FROM outbox o WHERE o.key = reminders.message || '/0'"
"""A long message is several rows; the first stands for it."""


def _came_to(*statuses: str) -> str:
    named = ", ".join(f"'{status}'" for status in statuses)
    return f"{_LEAVING} AND {_OWED} AND o.status IN ({named}))"


async def coming(person: int, now: datetime) -> list[Reminder]:
    """Return what waits for `person` and has not expired at `now` (UTC), the earliest first."""
    return await _reminders.all(
        "WHERE person_id = ?1 AND state = 'waiting' AND expires_at > ?2 ORDER BY due_at, id", person, sql.at(now)
    )


async def told_to(person: int, day: date) -> list[Reminder]:
    """Return what `person` was reminded of on `day` (local), or is being."""
    return await _reminders.all(
        "WHERE person_id = ?1 AND told_on = ?2 AND state IN ('leaving', 'told') ORDER BY id", person, sql.day(day)
    )


async def put_off(person: int, again: Mapping[int, datetime]) -> bool:
    """Remind `person` again of what they were reminded of, each at its moment; say whether there was any of it."""
    put = 0
    for id_, at in again.items():
        put += await sql.run(
            "UPDATE reminders SET state = 'waiting', why = 'later', message = '', due_at = ?3"
            " WHERE id = ?2 AND person_id = ?1 AND state IN ('leaving', 'told') AND expires_at > ?3",
            person,
            id_,
            _at(at),
        )
    return put > 0


async def look_again(person: int, now: datetime) -> None:
    """Decide anew at `now` (UTC) of what had to wait: the person's wishes are others."""
    await sql.run(
        "UPDATE reminders SET due_at = ?2 WHERE person_id = ?1 AND state = 'waiting' AND why NOT IN ('', 'later')",
        person,
        sql.at(now),
    )


def _at(moment: datetime) -> object:
    """Return a moment of any zone as it is kept: SQLite compares letters."""
    return sql.at(moment.astimezone(UTC))
