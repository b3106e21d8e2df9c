"""Says of reminders that are about to leave which do not hold any more, and why: for many people at once."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from journey.people import Role
from journey.progress import TaskState
from journey.reminders import Kind
from storage import attendance_windows, people, reminded_tasks, session_runners, sql
from storage.reminded_tasks import TakenOn
from storage.reminders import Reminder
from storage.reminders_closing import still_open
from storage.sessions import HOLDS, audience_sql
from storage.waiting import moment_of

Over = dict[int, str]
"""By reminder, the code of the reason."""

UNTOUCHED: Final = (TaskState.TODO, TaskState.DRAFT)
"""Where a task stands of which nothing was handed in."""


async def over(rows: Sequence[Reminder], now: datetime, today: date) -> Over:
    """Return which of `rows` do not hold any more at `now` (UTC), with the reason; those of other jobs are left out."""
    found = _farther(rows)
    by_kind: dict[Kind, list[Reminder]] = {}
    for row in rows:
        if row.id not in found:
            by_kind.setdefault(Kind(row.kind), []).append(row)
    for kinds, check in _CHECKS:
        if theirs := [row for kind in kinds for row in by_kind.get(kind, ())]:
            found |= await check(theirs, now, today)
    return found


def _farther(rows: Sequence[Reminder]) -> Over:
    """Leave out all but the nearest where two are about the same, since the farther one had to wait."""
    nearest: dict[tuple[int, str, str], Reminder] = {}
    for row in sorted(rows, key=lambda row: row.expires_at):
        nearest[_about(row)] = row
    kept = {row.id for row in nearest.values()}
    return {row.id: "nearer" for row in rows if row.id not in kept and row.kind != Kind.APPROVALS}


def _about(row: Reminder) -> tuple[int, str, str]:
    """Return whose it is and what it is about: its subject without the lead time; what was moved is another thing."""
    return row.person, row.kind, row.subject.rpartition(" ")[0]


async def _registration(rows: Sequence[Reminder], _now: datetime, today: date) -> Over:
    """Leave out who has registered, and for whom it is closed by now or closes on another day."""
    found = await sql.tuples(
        "SELECT e.person_id, e.season_id, e.registered_at, e.open_until FROM enrolments e"
        f" WHERE {sql.among('e.person_id', '?1')} AND {sql.among('e.season_id', '?2')}",
        sql.listed({row.person for row in rows}),
        sql.listed({row.about for row in rows}),
    )
    enrolled = {(person, season): (registered, until) for person, season, registered, until in found}
    seasons = await sql.tuples(
        f"SELECT id, closes_on FROM seasons WHERE is_current AND {sql.among('id', '?1')}",
        sql.listed({row.about for row in rows}),
    )
    closes = {season: _day(closes_on) for season, closes_on in seasons}
    over_: Over = {}
    for row in rows:
        registered, until = enrolled.get((row.person, row.about), (None, None))
        last = max(filter(None, (closes.get(row.about), _day(until))), default=None)
        if registered:
            over_[row.id] = "registered"
        elif row.about not in closes or last is None or today > last:
            over_[row.id] = "closed"
        elif not row.subject.endswith((f" {last} {row.subject.split()[-1]}", " opens")):
            over_[row.id] = "moved"
    return over_


@dataclass(frozen=True, slots=True)
class _Session:
    state: str
    edition: int
    starts_at: datetime
    asked_until: datetime


async def _sessions(rows: Sequence[Reminder], now: datetime, today: date) -> Over:
    """Leave out what was moved, called off, past or for others by now, and who declined, was seen or asked already."""
    wanted = sql.listed({row.about for row in rows})
    sessions = await _dated(wanted)
    persons = sql.listed({row.person for row in rows})
    pair = f"{sql.among('session_id', '?1')} AND {sql.among('person_id', '?2')}"
    answers = f"SELECT session_id, person_id FROM session_answers a WHERE NOT going AND {HOLDS} AND"
    declined = set(map(tuple, await sql.tuples(f"{answers} {pair}", wanted, persons)))
    attended = "SELECT session_id, person_id FROM attendances WHERE"
    seen = set(map(tuple, await sql.tuples(f"{attended} {pair}", wanted, persons)))
    meant = f"SELECT session_id, person_id FROM ({audience_sql(sql.among('s.id', '?1'), '?3')}) AS audience WHERE"
    theirs = set(
        map(tuple, await sql.tuples(f"{meant} {sql.among('person_id', '?2')}", wanted, persons, sql.day(today)))
    )
    over_: Over = {}
    for row in rows:
        why = _of_session(row, sessions.get(row.about or 0), now)
        if why is None and (row.about, row.person) not in theirs:
            why = "not-theirs"
        if why is None and (row.about, row.person) in declined:
            why = "declined"
        if why is None and row.kind == Kind.ATTENDANCE and (row.about, row.person) in seen:
            why = "seen"
        if why is not None:
            over_[row.id] = why
    return over_


async def _taking(rows: Sequence[Reminder], now: datetime, today: date) -> Over:
    """Leave out what was called off or is past, where somebody was counted meanwhile, and who does not run it now."""
    wanted = sql.listed({row.about for row in rows})
    sessions = await _dated(wanted)
    counted = "SELECT DISTINCT session_id FROM attendances WHERE state = 'counted' AND"
    taken = {id_ for (id_,) in await sql.tuples(f"{counted} {sql.among('session_id', '?1')}", wanted)}
    runners = await session_runners.of_ids(sessions, today)
    over_: Over = {}
    for row in rows:
        why = _of_session(row, sessions.get(row.about or 0), now)
        if why is None and row.about in taken:
            why = "taken"
        if why is None and row.person not in runners[row.about or 0]:
            why = "not-theirs"
        if why is not None:
            over_[row.id] = why
    return over_


async def _questions(rows: Sequence[Reminder], now: datetime, today: date) -> Over:
    """Leave out what was called off or is past, and of whom no answer is awaited any more."""
    sessions = await _dated(sql.listed({row.about for row in rows}))
    answering = await session_runners.answering(sessions, today)
    over_: Over = {}
    for row in rows:
        why = _of_session(row, sessions.get(row.about or 0), now)
        if why is None and row.person not in answering.get(row.about or 0, {}):
            why = "answered"
        if why is not None:
            over_[row.id] = why
    return over_


async def _dated(wanted: object) -> dict[int, _Session]:
    found: dict[int, _Session] = {}
    for id_, season, state, edition, starts, minutes in await sql.tuples(
        f"SELECT id, season_id, state, edition, starts_at, minutes FROM sessions WHERE {sql.among('id', '?1')}", wanted
    ):
        starts_at, window = moment_of(starts), await attendance_windows.of_season(season)
        asked_until = starts_at + timedelta(minutes=minutes) + window.correction
        found[int(id_)] = _Session(state, edition, starts_at, asked_until)
    return found


def _of_session(row: Reminder, session: _Session | None, now: datetime) -> str | None:
    if session is None or session.state != "planned":
        return "cancelled"
    if row.subject.split()[0] != f"{row.about}.{session.edition}":
        return "moved"
    ends = session.starts_at if row.kind == Kind.SESSION else session.asked_until
    return "past" if now >= ends else None


async def _tasks(rows: Sequence[Reminder], _now: datetime, today: date) -> Over:
    """Leave out tasks that were dropped, handed in, done or ruled about; `about` is the registration."""
    taken = await reminded_tasks.load({row.about for row in rows if row.about}, today)
    reasons = {row.id: _of_task(row, taken.get(row.about or 0), today) for row in rows}
    return {id_: why for id_, why in reasons.items() if why is not None}


def _of_task(row: Reminder, taken: TakenOn | None, today: date) -> str | None:
    if taken is None or taken.is_dropped:
        return "dropped"
    if today.year > taken.year:
        return "season-over"
    state = taken.progress.state
    match Kind(row.kind):
        case Kind.TASK | Kind.ESSAY:
            return None if state in UNTOUCHED else str(state)
        case Kind.COUNT if state in (TaskState.DONE, TaskState.EXEMPT, TaskState.LATE_MISSED):
            return str(state)
        case Kind.COUNT:
            return "waiting" if taken.is_promised else None
        case _ if state is TaskState.WAITING:
            return "waiting"
        case _:
            return None if taken.progress.is_provisional else str(state)


async def _handed_in(rows: Sequence[Reminder], _now: datetime, today: date) -> Over:
    """Leave out what was handed in again or taken further, and tasks that are done; `about` is the submission."""
    opened = await reminded_tasks.registrations_of({row.about for row in rows if row.about})
    taken = await reminded_tasks.load(set(opened.values()), today)
    appealed = await sql.tuples(
        f"SELECT submission_id FROM appeals WHERE withdrawn_at IS NULL AND {sql.among('submission_id', '?1')}",
        sql.listed(opened),
    )
    waiting = {int(id_) for (id_,) in appealed}
    over_: Over = {}
    for row in rows:
        why = _of_hand_in(row, taken.get(opened.get(row.about or 0, 0)), today)
        if why is None and row.about in waiting:
            why = "appealed"
        if why is not None:
            over_[row.id] = why
    return over_


def _of_hand_in(row: Reminder, taken: TakenOn | None, today: date) -> str | None:
    of_it = next((each for each in taken.parts if each.id == row.about), None) if taken else None
    if taken is None or of_it is None or taken.is_dropped:
        return "dropped"
    if today.year > taken.year:
        return "season-over"
    if taken.progress.state in (TaskState.DONE, TaskState.EXEMPT):
        return str(taken.progress.state)
    if of_it.state != ("returned" if row.kind == Kind.RETURNED else "draft"):
        return of_it.state
    return "again" if taken.has_newer(of_it.id) else None


async def _officers(rows: Sequence[Reminder], _now: datetime, today: date) -> Over:
    """Leave out who left the post, and secretaries for whose members nothing is to be closed any more."""
    known = await people.load({row.person for row in rows}, today)
    roles = {Kind.QUARTER: (Role.SECRETARY, Role.EXECUTIVE), Kind.CLOSING: (Role.SECRETARY,)}
    held = {
        row.id: [post.unit for post in known[row.person].posts if post.unit and post.role in roles[Kind(row.kind)]]
        for row in rows
    }
    over_ = {row.id: "no-post" for row in rows if not held[row.id]}
    closing = {row: held[row.id] for row in rows if row.kind == Kind.CLOSING and held[row.id]}
    still = await _open(closing, today)
    return over_ | {row.id: "done" for row in closing if row not in still}


async def _open(closing: Mapping[Reminder, Collection[int]], today: date) -> set[Reminder]:
    """Return those of which something is to be closed in the units of the secretary."""
    found: set[Reminder] = set()
    for season in {row.about for row in closing if row.about is not None}:
        units = {unit for row, held in closing.items() if row.about == season for unit in held}
        still = await still_open(season, units, today)
        found |= {row for row, held in closing.items() if row.about == season and still.intersection(held)}
    return found


def _day(cell: Any) -> date | None:
    return date.fromisoformat(cell) if isinstance(cell, str) else cell


_CHECKS: Final[tuple[tuple[tuple[Kind, ...], Callable[[Sequence[Reminder], datetime, date], Awaitable[Over]]], ...]] = (
    ((Kind.REGISTRATION,), _registration),
    ((Kind.SESSION, Kind.ATTENDANCE), _sessions),
    ((Kind.TAKING,), _taking),
    ((Kind.QUESTIONS,), _questions),
    ((Kind.TASK, Kind.ESSAY, Kind.COUNT, Kind.PROVISIONAL), _tasks),
    ((Kind.RETURNED, Kind.DRAFT), _handed_in),
    ((Kind.QUARTER, Kind.CLOSING), _officers),
)
