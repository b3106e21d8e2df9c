"""Finds who is to be reminded of sessions, who was not seen at one, and who took no attendance: many at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from journey.reminders import Kind
from storage import sql
from storage.reminders_found import MEMBER, POSTED, Slice, Term, insert
from storage.sessions import HOLDS
from storage.waiting import moment_of

LONGEST = timedelta(hours=24)
"""A session is over by then."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A session that takes place; moments are in UTC. `said_at` is when people last heard when and where it is.

    `is_taken` says whether anybody's attendance is recorded, `is_asked` whether a question about it waits since before.
    """

    id: int
    edition: int
    starts_at: datetime
    ends_at: datetime
    said_at: datetime
    is_taken: bool
    is_asked: bool


async def around(since: datetime, until: datetime, asked_before: datetime) -> list[Dated]:
    """Return the sessions that begin from `since` to `until` (UTC), or are not over at `since`, by id.

    Args:
        asked_before: a question that waits is one that was asked before it (UTC).
    """
    found = await sql.tuples(
        "SELECT s.id, s.edition, s.starts_at, s.minutes, COALESCE(s.changed_at, s.made_at),"
        " EXISTS (SELECT 1 FROM attendances t WHERE t.session_id = s.id AND t.state = 'counted'),"
        " EXISTS (SELECT 1 FROM attendances q WHERE q.session_id = s.id AND q.state = 'asked' AND q.at < ?3)"
        " FROM sessions s WHERE s.state = 'planned' AND s.starts_at > ?1 AND s.starts_at <= ?2 ORDER BY s.id",
        sql.at(since - LONGEST),
        sql.at(until),
        sql.at(asked_before),
    )
    dated = [
        Dated(
            id_,
            edition,
            moment_of(starts),
            moment_of(starts) + timedelta(minutes=minutes),
            moment_of(said),
            bool(taken),
            bool(asked),
        )
        for id_, edition, starts, minutes, said, taken, asked in found
    ]
    return [each for each in dated if each.ends_at >= since]


@dataclass(frozen=True, slots=True)
class Due:
    """A session to remind of, from `due_at` to `expires_at` (UTC)."""

    session: int
    due_at: datetime
    expires_at: datetime


_DUES = {"session_id": "INTEGER", "due_at": "TIMESTAMPTZ", "expires_at": "TIMESTAMPTZ"}


def _bound(first: int, **columns: str) -> str:
    """Return the table of the lists that are bound from ?`first` on: `columns` by name, with PostgreSQL's types."""
    places = dict(enumerate(columns, first))
    if sql.is_sqlite():
        lists = [f"json_each(?{place}) c{place}" for place in places]
        same = [f"{each} ON c{place}.key = c{first}.key" for place, each in zip(places, lists, strict=True)]
        values = ", ".join(f"c{place}.value AS {name}" for place, name in places.items())
        return f"(SELECT {values} FROM {' JOIN '.join([lists[0], *same[1:]])})"
    arrays = ", ".join(f"CAST(?{place} AS {columns[name]}[])" for place, name in places.items())
    return f"(SELECT * FROM unnest({arrays}) AS t ({', '.join(columns)}))"


def _reached() -> str:
    """Return the SELECT of what `insert` takes, for all whom the sessions bound at ?6 to ?8 are for.

    The subject names the edition: a session that was moved is a new one to be reminded of.
    """
    columns = (
        "SELECT p.id AS person_id, CAST(s.id AS TEXT) || '.' || CAST(s.edition AS TEXT) || CAST(?5 AS TEXT) AS subject,"
        " s.id AS about, s.task AS task, s.due_at AS due_at, s.expires_at AS expires_at"
    )
    return (
        "WITH RECURSIVE s AS (SELECT i.id, i.edition, i.task, i.unit_id, i.group_id, d.due_at, d.expires_at"
        f" FROM {_bound(6, **_DUES)} d JOIN sessions i ON i.id = d.session_id),"
        " reach(session_id, unit_id) AS ("
        "SELECT s.id, s.unit_id FROM s WHERE s.unit_id IS NOT NULL AND s.group_id IS NULL"
        " UNION SELECT b.session_id, u.id FROM reach b JOIN units u ON u.parent_id = b.unit_id)"
        f" {columns} FROM people p JOIN reach b ON b.unit_id = p.unit_id JOIN s ON s.id = b.session_id WHERE {MEMBER}"
        f" UNION ALL {columns} FROM people p JOIN s ON s.group_id = p.group_id WHERE {MEMBER}"
        f" UNION ALL {columns} FROM people p CROSS JOIN s WHERE s.unit_id IS NULL AND s.group_id IS NULL AND {MEMBER}"
    )


_DECLINED = (
    "SELECT 1 FROM session_answers a WHERE a.session_id = w.about AND a.person_id = w.person_id"
    f" AND NOT a.going AND {HOLDS}"
)
_KNOWN = "SELECT 1 FROM attendances t WHERE t.session_id = w.about AND t.person_id = w.person_id"


async def coming(lead: str, those: Slice, sessions: Sequence[Due]) -> int:
    """Remind of `sessions` those whom they are for and who have not declined."""
    return await _insert(Term(Kind.SESSION, lead, None), those, sessions, f"NOT EXISTS ({_DECLINED})")


async def unseen(lead: str, those: Slice, sessions: Sequence[Due]) -> int:
    """Ask those whom `sessions` were for, who did not decline and of whom no attendance is recorded or asked for."""
    nobody = f"NOT EXISTS ({_DECLINED}) AND NOT EXISTS ({_KNOWN})"
    return await _insert(Term(Kind.ATTENDANCE, lead, None), those, sessions, nobody)


async def of_runners(term: Term, today: date, sessions: Sequence[Due], runners: Mapping[int, Collection[int]]) -> int:
    """Remind all who run `sessions`: people by session."""
    pairs = [(due, person) for due in sessions for person in runners.get(due.session, ())]
    if not pairs:
        return 0
    those = [person for _, person in pairs]
    return await insert(
        term,
        Slice(min(those) - 1, max(those), today),
        "SELECT p.id AS person_id, CAST(s.id AS TEXT) || '.' || CAST(s.edition AS TEXT) || CAST(?5 AS TEXT) AS subject,"
        " s.id AS about, s.task AS task, d.due_at AS due_at, d.expires_at AS expires_at"
        f" FROM {_bound(6, **_DUES, person_id='INTEGER')} d JOIN sessions s ON s.id = d.session_id"
        f" JOIN people p ON p.id = d.person_id WHERE {POSTED}",
        f" {term.lead}",
        sql.listed(due.session for due, _ in pairs),
        sql.listed(sql.at(due.due_at) for due, _ in pairs),
        sql.listed(sql.at(due.expires_at) for due, _ in pairs),
        sql.listed(those),
    )


async def _insert(term: Term, those: Slice, sessions: Sequence[Due], where: str) -> int:
    return await insert(
        term,
        those,
        f"SELECT w.* FROM ({_reached()}) w WHERE {where}",
        f" {term.lead}",
        sql.listed(each.session for each in sessions),
        sql.listed(sql.at(each.due_at) for each in sessions),
        sql.listed(sql.at(each.expires_at) for each in sessions),
    )
