"""Who was at a session, and how that was taken: one record a person and session, whatever the way."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from journey.attendance import State, Way
from storage import sql
from storage.people import PersonRow
from storage.prepared import Prepared
from storage.sessions import SessionRow, audience_sql
from storage.submissions import SubmissionRow


class AttendanceRow(Model):
    """One person at one session.

    Moments are in UTC.

    way: scan (the code on the screen), paper (the printed code), word (of the day), ticked (the organiser's list),
    sheet (the photographed list), asked (the person says so after a missed scan).
    state: asked → counted | refused; counted → withdrawn. `by` recorded it: the person, or an organiser; `note` is
    why it was withdrawn. `decided_by` is the organiser who decided about it, where somebody asked or it was taken
    back. `submission` is the hand-in it counts as, None while the person has not taken on the session's task.
    """

    id = fields.IntField(primary_key=True)
    session: fields.ForeignKeyRelation[SessionRow] = fields.ForeignKeyField(
        "models.SessionRow", related_name="attendances", on_delete=fields.CASCADE
    )
    session_id: int
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="attendances", on_delete=fields.CASCADE
    )
    person_id: int
    way = fields.CharField(max_length=8)
    state = fields.CharField(max_length=10)
    at = fields.DatetimeField()
    by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="took_attendance", null=True, on_delete=fields.SET_NULL
    )
    by_id: int | None
    note = fields.TextField(db_default="")
    decided_by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="decided_attendance", null=True, on_delete=fields.SET_NULL
    )
    decided_by_id: int | None
    decided_at = fields.DatetimeField(null=True)
    submission: fields.ForeignKeyNullableRelation[SubmissionRow] = fields.ForeignKeyField(
        "models.SubmissionRow", related_name="attendances", null=True, on_delete=fields.SET_NULL
    )
    submission_id: int | None

    class Meta:
        table = "attendances"
        unique_together = (("session_id", "person_id"),)
        indexes = (Index(fields=("person_id", "state"), name="attendances_person"),)


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person at one session; the fields are those of AttendanceRow."""

    id: int
    session: int
    person: int
    way: str
    state: str
    at: datetime
    by: int | None
    note: str
    decided_by: int | None
    decided_at: datetime | None
    submission: int | None


@dataclass(frozen=True, slots=True)
class Attendee:
    """One line of a session's list: who, and how their attendance stands ("" for `way` and `state`: it was not taken).

    `is_listed` is False for somebody whom the session was not for.
    """

    person: int
    name: str
    way: str
    state: str
    is_listed: bool


_attendances = Prepared(AttendanceRow, Attendance)
_BY_SELF = (State.ASKED,)
_BY_OFFICER = (State.ASKED, State.REFUSED, State.WITHDRAWN)


async def get(id_: int) -> Attendance | None:
    """Return one record, in any state."""
    return await _attendances.first("WHERE id = ?1", id_)


async def of_person(session: int, person: int) -> Attendance | None:
    """Return the record of `person` at `session`, in any state."""
    return await _attendances.first("WHERE session_id = ?1 AND person_id = ?2", session, person)


async def of_people(session: int, people: Collection[int]) -> dict[int, Attendance]:
    """Return the records of `people` at `session`, in any state, by person."""
    where = f"WHERE session_id = ?1 AND {sql.among('person_id', '?2')}"
    found = await _attendances.all(where, session, sql.listed(people)) if people else []
    return {each.person: each for each in found}


async def uncounted(person: int) -> list[Attendance]:
    """Return what was counted of `person` and is no hand-in yet, oldest first."""
    where = f"WHERE person_id = ?1 AND state = '{State.COUNTED}' AND submission_id IS NULL ORDER BY id"
    return await _attendances.all(where, person)


async def who_counts(session: int) -> list[int]:
    """Return who is counted at `session`, by id."""
    found = await sql.tuples(
        f"SELECT person_id FROM attendances WHERE session_id = ?1 AND state = '{State.COUNTED}' ORDER BY person_id",
        session,
    )
    return [int(person) for (person,) in found]


async def take(session: int, people: Collection[int], way: Way, *, at: datetime, by: int | None) -> list[int]:
    """Count `people` as having been there at `at` (UTC); return those who were not counted before.

    Args:
        by: the organiser who ticks them, who also answers what they asked so; None where they come by themselves.
    """
    may_change = ", ".join(f"'{state}'" for state in (_BY_OFFICER if by is not None else _BY_SELF))
    found = await sql.tuples(
        "INSERT INTO attendances (session_id, person_id, way, state, at, by_id, note)"
        f" SELECT ?1, p.id, ?2, '{State.COUNTED}', ?3, COALESCE(CAST(?4 AS INT), p.id), '' FROM people p"
        f" WHERE {sql.among('p.id', '?5')}"
        f" ON CONFLICT (session_id, person_id) DO UPDATE SET state = '{State.COUNTED}', way = CASE"
        f" WHEN attendances.state = '{State.ASKED}' AND CAST(?4 AS INT) IS NOT NULL THEN attendances.way"
        " ELSE excluded.way END, at = excluded.at, by_id = excluded.by_id, note = '',"
        " decided_by_id = CAST(?4 AS INT), decided_at = CASE WHEN CAST(?4 AS INT) IS NULL THEN NULL"
        f" ELSE excluded.at END WHERE attendances.state IN ({may_change}) RETURNING person_id",
        session,
        str(way),
        sql.at(at),
        by,
        sql.listed(people),
    )
    return sorted(int(person) for (person,) in found)


async def take_back(seen: Attendance, *, by: int, because: str, now: datetime) -> bool:
    """Take a record that counted back, for `because`; False when it is not as it was `seen` any more.

    What the person had asked, and `by` has just agreed to, is asked again where there is no reason.
    """
    again = not because and seen.way == Way.ASKED
    counted = AttendanceRow.filter(id=seen.id, state=str(State.COUNTED), at=seen.at)
    if again:
        mine = {"by_id": seen.person, "decided_by_id": None, "decided_at": None}
        return bool(await counted.update(state=str(State.ASKED), **mine))
    return bool(await counted.update(state=str(State.WITHDRAWN), note=because, decided_by_id=by, decided_at=now))


async def take_all_back(session: int, *, by: int, because: str, now: datetime) -> list[Attendance]:
    """Take back all that counts at `session`, and the questions about it; return them as they were."""
    before = await _attendances.all(
        f"WHERE session_id = ?1 AND state IN ('{State.COUNTED}', '{State.ASKED}') ORDER BY id", session
    )
    taken = await sql.tuples(
        f"UPDATE attendances SET state = '{State.WITHDRAWN}', note = ?2, decided_by_id = ?3, decided_at = ?4"
        f" WHERE {sql.among('id', '?1')} AND state IN ('{State.COUNTED}', '{State.ASKED}') RETURNING id",
        sql.listed(each.id for each in before),
        because,
        by,
        sql.at(now),
    )
    ids = {id_ for (id_,) in taken}
    return [each for each in before if each.id in ids]


A_MILLISECOND = timedelta(milliseconds=1)
"""As exactly a choice brings a moment back."""


async def ticked_at(session: int, by: int, at: datetime) -> list[Attendance]:
    """Return what `by` ticked at the millisecond `at` (UTC) and still counts."""
    where = f"WHERE session_id = ?1 AND state = '{State.COUNTED}' AND by_id = ?2 AND person_id <> ?2"
    around = sql.at(at - A_MILLISECOND), sql.at(at + A_MILLISECOND)
    return await _attendances.all(f"{where} AND at >= ?3 AND at <= ?4 ORDER BY id", session, by, *around)


def _list_sql() -> str:
    """Return the SELECT of a session's list: all whom it is for, and those who came besides."""
    return (
        f"WITH listed AS (SELECT person_id FROM ({audience_sql('s.id = ?1', '?2')}) AS audience),"
        " everybody AS (SELECT person_id FROM listed UNION"
        f" SELECT person_id FROM attendances WHERE session_id = ?1 AND state <> '{State.WITHDRAWN}')"
        " SELECT p.id, p.full_name, COALESCE(a.way, '') AS way, COALESCE(a.state, '') AS state,"
        " CASE WHEN EXISTS (SELECT 1 FROM listed l WHERE l.person_id = p.id) THEN 1 ELSE 0 END AS is_listed"
        " FROM everybody e JOIN people p ON p.id = e.person_id"
        f" LEFT JOIN attendances a ON a.session_id = ?1 AND a.person_id = p.id AND a.state <> '{State.WITHDRAWN}'"
    )


async def page(session: int, today: date, *, first: int, most: int, named: str = "") -> list[Attendee]:
    """Return a page of the list by the Vietnamese order of names; `named` (folded) is looked for in them."""
    found = await sql.tuples(
        f"{_list_sql()} WHERE p.folded LIKE '%' || CAST(?3 AS TEXT) || '%'"
        " ORDER BY p.sort_key, p.id LIMIT ?4 OFFSET ?5",
        session,
        sql.day(today),
        named,
        most,
        first,
    )
    return [Attendee(int(id_), name, way, state, bool(is_listed)) for id_, name, way, state, is_listed in found]


async def everybody(session: int, today: date) -> list[Attendee]:
    """Return the whole list by the Vietnamese order of names."""
    return await page(session, today, first=0, most=10**6)


@dataclass(frozen=True, slots=True)
class Sums:
    """How many were counted, of how many (those it is for, and who came besides); how many questions wait.

    `lines` is how long the list is: who came besides and is not counted stands there, too.
    """

    counted: int
    listed: int
    asked: int
    lines: int


async def counted(session: int, today: date) -> Sums:
    """Return the figures of a session's list on `today` (local)."""
    ((there, listed, waiting, lines),) = await sql.tuples(
        f"SELECT COALESCE(SUM(CASE WHEN state = '{State.COUNTED}' THEN 1 ELSE 0 END), 0),"
        f" COALESCE(SUM(CASE WHEN is_listed = 1 OR state = '{State.COUNTED}' THEN 1 ELSE 0 END), 0),"
        f" COALESCE(SUM(CASE WHEN state = '{State.ASKED}' THEN 1 ELSE 0 END), 0), COUNT(*)"
        f" FROM ({_list_sql()}) AS list",
        session,
        sql.day(today),
    )
    return Sums(int(there), int(listed), int(waiting), int(lines))


async def count_of(person: int) -> int:
    """Return at how many sessions something is kept about `person`, in any state."""
    return int(await AttendanceRow.filter(person_id=person).count())


async def keep_word(session: int, word: str) -> str:
    """Let `word` be the word of `session` unless it has one; return what it is."""
    await sql.run("UPDATE sessions SET word = ?2 WHERE id = ?1 AND word = ''", session, word)
    ((kept,),) = await sql.tuples("SELECT word FROM sessions WHERE id = ?1", session)
    return str(kept)
