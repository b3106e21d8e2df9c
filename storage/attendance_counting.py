"""Attendance as what it counts for: the approved hand-in of the session's task, made, taken back, made good again."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from journey.attendance import State
from storage import sql
from storage.attendance import Attendance
from storage.sessions import Session

HOW = "attend"
"""How such a hand-in was recorded (storage/recorded.py)."""


_TO_COUNT = (
    "FROM attendances a JOIN sessions s ON s.id = a.session_id"
    " JOIN enrolments e ON e.season_id = s.season_id AND e.person_id = a.person_id"
    " JOIN registrations r ON r.enrolment_id = e.id AND r.task = s.task AND r.dropped_at IS NULL"
    f" WHERE a.session_id = ?1 AND a.state = '{State.COUNTED}' AND a.submission_id IS NULL"
)
"""What was counted of somebody who has taken the task on and is no hand-in yet."""


async def hold(session: Session, people: Collection[int]) -> None:
    """Take the choices of `people`, and their tasks of `session`, until this transaction ends.

    So whoever takes the task on meanwhile comes before, and it counts then, or after, and finds it.
    """
    of = f"season_id = ?1 AND {sql.among('person_id', '?2')}"
    theirs = sql.listed(sorted(people))
    await sql.run(f"UPDATE enrolments SET season_id = season_id WHERE {of}", session.season, theirs)
    chosen = f"SELECT id FROM enrolments WHERE {of}"
    await sql.run(
        f"UPDATE registrations SET task = task WHERE task = ?3 AND enrolment_id IN ({chosen})",
        session.season,
        theirs,
        session.task,
    )


async def versions(session: Session, people: Collection[int]) -> list[int]:
    """Return the programme versions that judge those of `people` whose attendance is to become a hand-in now."""
    found = await sql.tuples(
        f"SELECT DISTINCT e.programme_id {_TO_COUNT} AND {sql.among('e.person_id', '?2')}",
        session.id,
        sql.listed(people),
    )
    return [int(version) for (version,) in found if version is not None]


async def let_count(
    session: Session,
    people: Collection[int],
    version: int,
    claims: Mapping[str, Any],
    given: Mapping[str, str],
    *,
    on: date,
    now: datetime,
) -> list[int]:
    """Make the hand-ins of those of `people` whom the programme `version` judges; return them. They are held.

    Args:
        claims: what one session counts for.
        given: the facts that the task asks for.
        on: the local day of the session.
    """
    made = await sql.tuples(
        "INSERT INTO submissions (registration_id, person_id, task, part, version, state, claims, given, note,"
        " opened_at, submitted_at, decided_at, reason) SELECT r.id, a.person_id, r.task,"
        " COALESCE((SELECT MAX(x.part) FROM submissions x WHERE x.registration_id = r.id), 0) + 1, 1, 'approved',"
        f" ?4, ?5, '', ?6, ?6, ?6, '' {_TO_COUNT} AND e.programme_id = ?3 AND {sql.among('a.person_id', '?2')}"
        " RETURNING id, person_id",
        session.id,
        sql.listed(people),
        version,
        sql.to_json(claims),
        sql.to_json(given),
        sql.at(now),
    )
    await _record(session, made, on, now)
    return sorted(int(person) for _, person in made)


async def _record(session: Session, made: Sequence[Sequence[Any]], on: date, now: datetime) -> None:
    """Say of the hand-ins (id, person) how they came: from which session, and who took it."""
    await sql.many(
        "UPDATE attendances SET submission_id = ?2 WHERE session_id = ?1 AND person_id = ?3",
        [(session.id, submission, person) for submission, person in made],
    )
    took = await _took(session, [person for _, person in made])
    await sql.add(
        "recorded",
        [
            {
                "submission_id": submission,
                "how": HOW,
                "state": "counted",
                "by_id": took.get(person),
                "assessed_by": session.title[:200],
                "assessed_on": sql.day(on),
                "shown_at": now,
                "recorded_at": now,
                "withdrawn_because": "",
            }
            for submission, person in made
        ],
    )


async def _took(session: Session, people: Collection[int]) -> dict[int, int | None]:
    """Return who answers for each one's attendance: the organiser who ticked or agreed, else who holds the session."""
    found = await sql.tuples(
        "SELECT person_id, CASE WHEN by_id = person_id THEN decided_by_id ELSE by_id END FROM attendances"
        f" WHERE session_id = ?1 AND {sql.among('person_id', '?2')}",
        session.id,
        sql.listed(people),
    )
    return {int(person): by if by is not None else session.organiser for person, by in found}


async def count_again(session: Session, people: Collection[int], now: datetime) -> list[int]:
    """Let the hand-ins of `people` count again that were taken back with their attendance; return whose they are."""
    again = await sql.tuples(
        "UPDATE submissions SET state = 'approved', submitted_at = ?3, decided_at = ?3"
        " WHERE state = 'withdrawn' AND id IN"
        f" (SELECT a.submission_id FROM attendances a WHERE a.session_id = ?1 AND a.state = '{State.COUNTED}'"
        f" AND {sql.among('a.person_id', '?2')}) RETURNING id, person_id",
        session.id,
        sql.listed(people),
        sql.at(now),
    )
    took = await _took(session, [person for _, person in again])
    await sql.many(
        "UPDATE recorded SET state = 'counted', by_id = ?2, recorded_at = ?3, withdrawn_by_id = NULL,"
        " withdrawn_at = NULL, withdrawn_because = '' WHERE submission_id = ?1",
        [(submission, took.get(person), sql.at(now)) for submission, person in again],
    )
    return sorted(int(person) for _, person in again)


async def take_back(records: Collection[Attendance], *, by: int, because: str, now: datetime) -> None:
    """Let the hand-ins of records that do not count any more count no more either."""
    submissions = sql.listed(each.submission for each in records if each.submission is not None)
    await sql.run(
        f"UPDATE submissions SET state = 'withdrawn' WHERE {sql.among('id', '?1')} AND state = 'approved'", submissions
    )
    await sql.run(
        "UPDATE recorded SET state = 'withdrawn', withdrawn_by_id = ?2, withdrawn_at = ?3, withdrawn_because = ?4"
        f" WHERE {sql.among('submission_id', '?1')} AND state = 'counted'",
        submissions,
        by,
        sql.at(now),
        because,
    )
