"""Questions about attendance: who says to have been at a session, and what whoever runs it answered."""

from collections.abc import Collection
from datetime import datetime

from journey.attendance import State, Way
from storage import sql
from storage.attendance import Attendance, AttendanceRow
from storage.prepared import Prepared

_attendances = Prepared(AttendanceRow, Attendance)


async def ask(session: int, person: int, at: datetime) -> bool:
    """Keep that `person` says to have been there; False when their attendance was taken or asked about before."""
    return bool(
        await sql.tuples(
            "INSERT INTO attendances (session_id, person_id, way, state, at, by_id, note)"
            f" VALUES (?1, ?2, '{Way.ASKED}', '{State.ASKED}', ?3, ?2, '')"
            " ON CONFLICT (session_id, person_id) DO UPDATE SET way = excluded.way, state = excluded.state,"
            " at = excluded.at, by_id = excluded.by_id, note = '', decided_by_id = NULL, decided_at = NULL"
            f" WHERE attendances.state = '{State.WITHDRAWN}' RETURNING id",
            session,
            person,
            sql.at(at),
        )
    )


async def answer(id_: int, state: State, *, by: int, now: datetime) -> bool:
    """Answer a question with counted or refused; False when it does not wait any more."""
    asked = AttendanceRow.filter(id=id_, state=str(State.ASKED))
    return bool(await asked.update(state=str(state), decided_by_id=by, decided_at=now))


async def waiting(session: int) -> list[Attendance]:
    """Return the questions about `session` that wait for an answer, oldest first."""
    return await _attendances.all(f"WHERE session_id = ?1 AND state = '{State.ASKED}' ORDER BY id", session)


async def askers(sessions: Collection[int]) -> dict[int, set[int]]:
    """Return by session who says to have been there and waits for an answer, of those of `sessions` that have any."""
    found = await sql.tuples(
        f"SELECT session_id, person_id FROM attendances WHERE state = '{State.ASKED}'"
        f" AND {sql.among('session_id', '?1')}",
        sql.listed(sessions),
    )
    people: dict[int, set[int]] = {}
    for session, person in found:
        people.setdefault(int(session), set()).add(int(person))
    return people
