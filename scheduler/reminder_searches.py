"""What is searched for on a day: which reminders hold, of whom, from when to when."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from journey.people import Role
from journey.programme import Programme, Task
from journey.reminder_dates import closing, last_of, needed, quarters
from journey.reminders import Kind, Lead, LeadTimes, after, before
from journey.sending_hours import Audience, SendingHours
from storage import programmes, reminders_found, reminders_sessions, session_runners
from storage.programmes import Season
from storage.reminders_closing import later
from storage.reminders_found import Of, Slice, Term
from storage.reminders_sessions import Dated, Due

LATE: Final = 7
"""Days for which the last reminder after something (a return, a draft) may still come."""

A_DAY: Final = timedelta(days=1)

Find = Callable[[Slice, Collection[str]], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Search:
    """One statement for a slice of people; its `parts` are done once a day, what comes up later when it comes up.

    `find` takes the parts to look for.
    """

    parts: tuple[str, ...]
    find: Find


@dataclass(frozen=True, slots=True)
class Day:
    """A local day of `zone`, and the moment (UTC) at which somebody looks."""

    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def begins(self, day: date) -> datetime:
        """Return when `day` begins (UTC)."""
        return datetime.combine(day, time(), self.zone).astimezone(UTC)

    def since(self, days: tuple[int, int]) -> tuple[datetime, datetime]:
        """Return from when to when something happened that is (first, last) `days` ago."""
        first, last = days
        return self.begins(self.today - last * A_DAY), self.begins(self.today - first * A_DAY + A_DAY)

    def term(self, kind: Kind, lead: Lead) -> Term:
        """Return the term of what comes `lead.days` before something."""
        return Term(kind, f"{lead.days}d", (self.begins(lead.first), self.begins(lead.last + A_DAY)))

    def afterwards(self, kind: Kind, days: tuple[int, int]) -> Term:
        """Return the term of what comes from the first to the last of `days` after something."""
        first, last = days
        span = self.begins(self.today), self.begins(self.today + (last - first + 1) * A_DAY)
        return Term(kind, f"{first}d", span)


async def searches(now: datetime, zone: ZoneInfo, hours: SendingHours) -> list[Search]:
    """Return what is searched for at `now` (UTC) in the season that runs; nothing without one."""
    season = await programmes.current_season()
    if season is None:
        return []
    day, programme = Day(now, zone), await programmes.parsed(season.programme)
    found = [*await _sessions(day, programme, hours), *_registration(day, season, programme.reminders)]
    if day.today.year == season.year:
        for version in await programmes.versions(season.code):
            of = Of(season.id, version)
            found += _tasks(day, season, of, await programmes.parsed(version))
        found += _handed_in(day, season, programme.reminders)
        found += _officers(day, season, programme)
    return found


def _one(name: str, find: Callable[[Slice], Awaitable[int]]) -> Search:
    return Search((name,), lambda those, _: find(those))


# sessions


async def _sessions(day: Day, programme: Programme, hours: SendingHours) -> list[Search]:
    """Return a search for each lead time, of all sessions for which it holds some time today."""
    leads, correction = programme.reminders, programme.attendance.correction
    longest = max([timedelta(), *_before_session(leads)])
    until = day.begins(day.today + A_DAY) + longest
    dated = await reminders_sessions.around(day.now - correction, until, day.begins(day.today))
    coming = [
        _of_sessions(
            reminders_sessions.coming, name, [due for each in dated if (due := _coming(each, span, day, hours))]
        )
        for name, span in _spans(leads).items()
    ]
    taken = [each for each in dated if each.is_taken]
    untaken = [each for each in dated if not each.is_taken]
    ended = [
        _of_sessions(
            find, f"{first}d", [due for each in those if (due := _after(each, (first, last), correction, day))]
        )
        for find, those, lead_times in (
            (reminders_sessions.unseen, taken, leads.missed),
            (_untaken, untaken, leads.taking),
        )
        for first, last in after(lead_times, correction.days)
    ]
    asked = [
        _of_sessions(_asked, f"{days}d", [due for each in dated if (due := _daily(each, days, leads, correction, day))])
        for days in range(1, correction.days + 1)
    ]
    return [each for each in (*coming, *ended, *asked) if each.parts]


def _before_session(leads: LeadTimes) -> list[timedelta]:
    return [*(each * A_DAY for each in leads.session), *(timedelta(hours=each) for each in leads.session_hours)]


def _spans(leads: LeadTimes) -> dict[str, tuple[timedelta, timedelta]]:
    """Return the lead times by name, each with how long before the session it begins and ends."""
    near = sorted(_before_session(leads), reverse=True)
    names = {each * A_DAY: f"{each}d" for each in leads.session}
    names |= {timedelta(hours=each): f"{each}h" for each in leads.session_hours}
    return {names[one]: (one, following) for one, following in zip(near, [*near[1:], timedelta()], strict=True)}


def _coming(
    session: Dated, span: tuple[timedelta, timedelta], day: Day, hours: SendingHours
) -> tuple[Dated, Due] | None:
    """Return when to remind of `session`; None when not today, the next one is due today, or it was not known by then.

    What is due later today is found in time to be said with the rest of the day.
    """
    begins, ends = span
    due = Due(session.id, session.starts_at - begins, session.starts_at - ends)
    if not ends:
        due = _in_hours(due, day, hours)
    tomorrow = day.begins(day.today + A_DAY)
    holds = due.due_at < tomorrow and (due.expires_at >= tomorrow if ends else day.now < due.expires_at)
    return (session, due) if holds and session.said_at <= due.due_at < due.expires_at else None


def _in_hours(due: Due, day: Day, hours: SendingHours) -> Due:
    """Return the last reminder before a session; where it falls between the hours, at the first one of that day.

    Where that is no earlier than the session, at eight in the morning, it is over when it is due: the one of the day
    before says enough.
    """
    local = due.due_at.astimezone(day.zone)
    if hours.opens_at(local, Audience.MEMBER) < due.expires_at:
        return due
    first = hours.opens_at(datetime.combine(local.date(), time(), day.zone), Audience.MEMBER).astimezone(UTC)
    return replace(due, due_at=min(first, due.expires_at))


def _after(session: Dated, days: tuple[int, int], correction: timedelta, day: Day) -> tuple[Dated, Due] | None:
    """Return when to ask something about `session` from the first to the last of `days` after it; None: not today."""
    ended_on = session.ends_at.astimezone(day.zone).date()
    first, last = (ended_on + each * A_DAY for each in days)
    if not first <= day.today <= last:
        return None
    return session, Due(session.id, day.begins(first), min(day.begins(last + A_DAY), session.ends_at + correction))


def _daily(session: Dated, days: int, leads: LeadTimes, correction: timedelta, day: Day) -> tuple[Dated, Due] | None:
    """Return when to remind of the questions that wait `days` after `session`: each day, but when taking says it."""
    is_said = not session.is_taken and days in leads.taking
    return _after(session, (days, days), correction, day) if session.is_asked and not is_said else None


async def _untaken(lead: str, those: Slice, sessions: Sequence[Due]) -> int:
    """Find whoever runs `sessions`, with the first slice: they are few, and all posts say who they are."""
    if those.after or not sessions:
        return 0
    runners = await session_runners.of_ids({each.session for each in sessions}, those.today)
    return await reminders_sessions.of_runners(Term(Kind.TAKING, lead, None), those.today, sessions, runners)


async def _asked(lead: str, those: Slice, sessions: Sequence[Due]) -> int:
    """Find whoever is to answer questions about `sessions`, in the same way."""
    if those.after or not sessions:
        return 0
    answering = await session_runners.answering({each.session for each in sessions}, those.today)
    return await reminders_sessions.of_runners(Term(Kind.QUESTIONS, lead, None), those.today, sessions, answering)


def _of_sessions(
    find: Callable[[str, Slice, list[Due]], Awaitable[int]], lead: str, dated: Iterable[tuple[Dated, Due]]
) -> Search:
    dues = {f"{find.__name__} {lead} {session.id}.{session.edition}": due for session, due in dated}

    async def look(those: Slice, parts: Collection[str]) -> int:
        return await find(lead, those, [due for part, due in dues.items() if part in parts])

    return Search(tuple(dues), look)


# the registration


def _registration(day: Day, season: Season, leads: LeadTimes) -> Iterator[Search]:
    lead = before(season.closes_on, leads.registration, day.today)
    if season.opens_on <= day.today <= season.closes_on:
        if lead is not None:
            term, subject = day.term(Kind.REGISTRATION, lead), f"{season.id} {season.closes_on}"
        else:
            soon = season.closes_on - max(leads.registration, default=-1) * A_DAY
            term = Term(Kind.REGISTRATION, "opens", (day.begins(season.opens_on), day.begins(soon)))
            subject = f"{season.id} {season.opens_on}"
        find = partial(reminders_found.unregistered, term, season=season.id, subject=subject)
        yield _one(f"registration {subject} {term.lead}", find)
    near = sorted(leads.registration, reverse=True)
    for days, following in zip(near, [*near[1:], -1], strict=True):
        until = day.today + (following + 1) * A_DAY, day.today + days * A_DAY
        term = Term(Kind.REGISTRATION, f"{days}d", (day.begins(day.today), day.begins(until[1] - until[0] + day.today)))
        find = partial(reminders_found.late_registration, term, season=season.id, window=until, closed=season.closes_on)
        yield _one(f"late {season.id} {days}d", find)


# tasks


def _tasks(day: Day, season: Season, of: Of, programme: Programme) -> Iterator[Search]:
    leads = programme.reminders
    for kind, lead_times in ((Kind.ESSAY, leads.essay), (Kind.TASK, leads.task), (Kind.COUNT, leads.count)):
        for closes_on, tasks in closing(programme, kind, season.year).items():
            lead = before(closes_on, lead_times, day.today)
            if lead:
                yield from _before_closing(day.term(kind, lead), of, closes_on, tasks)
    if lead := before(last_of(season.year, 12), leads.provisional, day.today):
        term = day.term(Kind.PROVISIONAL, lead)
        for task in (each for each in programme.tasks if each.provisional):
            find = partial(reminders_found.provisional, term, of=of, task=task.code, later=list(later(task)))
            yield _one(f"provisional {of.version} {task.code} {term.lead}", find)


def _before_closing(term: Term, of: Of, closes_on: date, tasks: Collection[Task]) -> Iterator[Search]:
    if term.kind is not Kind.COUNT:
        codes = [task.code for task in tasks]
        find = partial(reminders_found.untouched, term, of=of, tasks=codes)
        yield _one(f"{term.kind} {of.version} {closes_on} {term.lead}", find)
        return
    for task in tasks:
        find = partial(reminders_found.behind, term, of=of, task=task.code, needed=needed(task))
        yield _one(f"count {of.version} {task.code} {term.lead}", find)


# what was handed in


def _handed_in(day: Day, season: Season, leads: LeadTimes) -> Iterator[Search]:
    for kind, find, lead_times in (
        (Kind.RETURNED, reminders_found.returned, leads.returned),
        (Kind.DRAFT, reminders_found.drafts, leads.draft),
    ):
        for days in after(lead_times, max(lead_times, default=0) + LATE):
            since, until = day.since(days)
            term = day.afterwards(kind, days)
            look = partial(find, term, season=season.id, since=since, until=until)
            yield _one(f"{kind} {season.id} {term.lead}", look)


# officers


def _officers(day: Day, season: Season, programme: Programme) -> Iterator[Search]:
    leads = programme.reminders
    for number, ends_on in quarters(programme, season.year).items():
        if lead := before(ends_on, leads.quarter, day.today):
            roles, subject = (Role.SECRETARY, Role.EXECUTIVE), f"{season.id} q{number}"
            yield _for_officers(day.term(Kind.QUARTER, lead), season, subject, roles)
    lead = before(last_of(season.year, 12), leads.provisional, day.today)
    if lead and any(task.provisional for task in programme.tasks):
        yield _for_officers(day.term(Kind.CLOSING, lead), season, str(season.id), (Role.SECRETARY,))


def _for_officers(term: Term, season: Season, subject: str, roles: Collection[Role]) -> Search:
    find = partial(reminders_found.officers, term, season=season.id, subject=subject, roles=roles)
    return _one(f"{term.kind} {subject} {term.lead}", find)
