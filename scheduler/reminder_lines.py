"""What is said of each thing that people are reminded of: one sentence, and what to choose to act on it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from journey.calendar import QUARTERS
from journey.people import Role
from journey.programme import Task
from journey.progress import TaskState
from journey.reminder_dates import closes, last_of, months_until, quarters
from journey.reminders import Kind
from locales.moments import moment
from locales.saying import Choice, Text, choice, text
from locales.texts import Day
from scheduler.desk import Desk
from storage import attendance_windows, people, programmes, reminded_sessions, reminded_tasks, session_runners
from storage.programmes import Season
from storage.reminded_tasks import TakenOn
from storage.reminders import Reminder

A_MONTH: Final = 31
"""Days: what ends within so many is counted in days."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, and the choices that lead to where something is done about it; `alone`: where nothing else is said,
    those that do it at once.
    """

    text: Text
    choices: tuple[Choice, ...] = ()
    alone: tuple[Choice, ...] = ()


Lines = dict[int, Line]
"""By reminder."""


async def lines(rows: Sequence[Reminder], now: datetime, desk: Desk) -> Lines:
    """Return what is said of each of `rows` at `now` (UTC); they still hold (`storage.reminders_still`)."""
    by_kind: dict[Kind, list[Reminder]] = {}
    for row in rows:
        by_kind.setdefault(Kind(row.kind), []).append(row)
    found: Lines = {}
    for kinds, words in _WORDS:
        if theirs := [row for kind in kinds for row in by_kind.get(kind, ())]:
            found |= await words(theirs, now, desk)
    return found


# the registration


async def _registration(rows: Sequence[Reminder], now: datetime, desk: Desk) -> Lines:
    seasons, today = await _seasons(rows), now.astimezone(desk.zone).date()
    return {row.id: _of_registration(row, seasons[row.about or 0], today) for row in rows}


def _of_registration(row: Reminder, season: Season, today: date) -> Line:
    """The day until which it is open for one person alone stands in the subject, as the season's last day does."""
    _, named, lead = row.subject.split()
    register = (choice("registration.open", label="reminders.do-register", style="good"),)
    year = str(season.year)
    if lead == "opens":
        return Line(text("reminders.registration-opens", year=year, closes=season.closes_on), register)
    ends_on = max(season.closes_on, date.fromisoformat(named))
    days = (ends_on - today).days
    return Line(text("reminders.registration-closes", year=year, closes=ends_on, days=days), register)


# sessions


_AFTERWARDS: Final = {
    Kind.ATTENDANCE: "attendance.mine",
    Kind.TAKING: "attendance.open",
    Kind.QUESTIONS: "attendance.waiting",
}
"""Where something is done about what is said after a session."""


async def _sessions(rows: Sequence[Reminder], now: datetime, desk: Desk) -> Lines:
    found = await reminded_sessions.load({row.about for row in rows if row.about})
    answered = await reminded_sessions.answered(found, {row.person for row in rows})
    today = now.astimezone(desk.zone).date()
    asked = {row.about for row in rows if row.kind == Kind.QUESTIONS and row.about}
    answering = await session_runners.answering(asked, today) if asked else {}
    said: Lines = {}
    for row in rows:
        session = found[row.about or 0]
        starts = session.starts_at.astimezone(desk.zone)
        if row.kind in _AFTERWARDS:
            window = await attendance_windows.of_season(session.season)
            ends_at = session.starts_at + timedelta(minutes=session.minutes)
            until = (ends_at + window.correction).astimezone(desk.zone).date()
            n = answering.get(session.id, {}).get(row.person, 0)
            words = text(f"reminders.{row.kind}", title=session.title, day=starts.date(), until=until, n=n)
            act = choice(_AFTERWARDS[Kind(row.kind)], session.id, label=f"reminders.do-{row.kind}")
            said[row.id] = Line(words, (act,))
            continue
        is_answered = (session.id, row.person) in answered
        words = text(
            "reminders.session",
            days=(starts.date() - today).days,
            title=session.title,
            at=moment(session.starts_at, desk.zone),
            where=_where(session.place, session.link),
            answered="yes" if is_answered else "no",
        )
        show = choice("calendar.show", session.id, label="reminders.do-session", at=session.starts_at)
        said[row.id] = Line(words, (show,), () if is_answered else _answers(session.id))
    return said


def _answers(session: int) -> tuple[Choice, ...]:
    return (
        choice("calendar.going", session, label="calendar.do-going", style="good"),
        choice("calendar.absent", session, label="calendar.do-absent"),
    )


def _where(place: str, link: str) -> Text | str:
    if place:
        return text("reminders.session-place", place=place)
    return text("reminders.session-online") if link else ""


# tasks


async def _tasks(rows: Sequence[Reminder], now: datetime, desk: Desk) -> Lines:
    today = now.astimezone(desk.zone).date()
    taken = await reminded_tasks.load({row.about for row in rows if row.about}, today)
    return {row.id: _of_task(row, taken[row.about or 0], today) for row in rows}


def _of_task(row: Reminder, taken: TakenOn, today: date) -> Line:
    task = taken.task
    match Kind(row.kind):
        case Kind.COUNT:
            return Line(_count(taken, today), _act("do-task", task))
        case Kind.PROVISIONAL:
            day = last_of(taken.year, 12)
            return Line(text("reminders.provisional", **_named(task), day=day), _act("do-proof", task))
    begun = taken.progress.state is TaskState.DRAFT
    day = closes(task, taken.year)
    named = _named(task) | {"days": (day - today).days, "day": day, "begun": "yes" if begun else "no"}
    label = "do-write" if begun and row.kind == Kind.ESSAY else "do-task"
    return Line(text(f"reminders.{row.kind}", **named), _act(label, task))


def _count(taken: TakenOn, today: date) -> Text:
    """Say what the count that lacks most lacks: in months, the last one in days."""
    task, counted = taken.task, taken.most_missing
    assert counted is not None  # only what is counted is reminded of so
    day = closes(task, taken.year)
    days = (day - today).days
    return text(
        "reminders.count",
        **_named(task),
        have=counted.have,
        need=counted.need,
        missing=counted.need - counted.have,
        unit=counted.criterion.unit,
        by="month" if days > A_MONTH else "day",
        months=months_until(task, today, taken.year),
        days=days,
        day=day,
    )


async def _handed_in(rows: Sequence[Reminder], now: datetime, desk: Desk) -> Lines:
    opened = await reminded_tasks.registrations_of({row.about for row in rows if row.about})
    taken = await reminded_tasks.load(set(opened.values()), now.astimezone(desk.zone).date())
    said: Lines = {}
    for row in rows:
        mine = taken[opened[row.about or 0]]
        of_it = next(each for each in mine.parts if each.id == row.about)
        since = Day(of_it.decided_at if row.kind == Kind.RETURNED else of_it.opened_at)
        words = text(f"reminders.{row.kind}", **_named(mine.task), since=since)
        said[row.id] = Line(words, _act("do-again" if row.kind == Kind.RETURNED else "do-write", mine.task))
    return said


def _named(task: Task) -> dict[str, object]:
    return {"code": task.code, "title": task.title, "title_en": task.title_en}


def _act(label: str, task: Task) -> tuple[Choice, ...]:
    return (choice("evidence.start", task.code, label=f"reminders.{label}", code=task.code),)


# officers


async def _officers(rows: Sequence[Reminder], now: datetime, desk: Desk) -> Lines:
    today = now.astimezone(desk.zone).date()
    seasons, known = await _seasons(rows), await people.load({row.person for row in rows}, today)
    said: Lines = {}
    for row in rows:
        season = seasons[row.about or 0]
        if row.kind == Kind.CLOSING:
            awaiting = (choice("secretary.awaiting", label="reminders.do-awaiting"),)
            said[row.id] = Line(text("reminders.closing", day=last_of(season.year, 12)), awaiting)
            continue
        members = (choice("secretary.open", label="reminders.do-members"),)
        number = int(row.subject.split()[1].removeprefix("q"))
        day = quarters(await programmes.parsed(season.programme), season.year)[number]
        words = text(
            "reminders.quarter", days=(day - today).days, day=day, quarter=QUARTERS[number - 1], year=str(season.year)
        )
        said[row.id] = Line(words, members if known[row.person].has(Role.SECRETARY) else ())
    return said


async def _seasons(rows: Sequence[Reminder]) -> Mapping[int, Season]:
    return {id_: await programmes.season(id_) for id_ in {row.about for row in rows if row.about}}


_WORDS: Final[tuple[tuple[tuple[Kind, ...], Callable[[Sequence[Reminder], datetime, Desk], Awaitable[Lines]]], ...]] = (
    ((Kind.REGISTRATION,), _registration),
    ((Kind.SESSION, Kind.ATTENDANCE, Kind.TAKING, Kind.QUESTIONS), _sessions),
    ((Kind.TASK, Kind.ESSAY, Kind.COUNT, Kind.PROVISIONAL), _tasks),
    ((Kind.RETURNED, Kind.DRAFT), _handed_in),
    ((Kind.QUARTER, Kind.CLOSING), _officers),
)
