"""What an organiser ought to change before January: found in the plan by itself, and in how the season went."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from bot.rehearsal.outcome import Approvals, Standings
from bot.rehearsal.people import STAFFED, Cast, Player
from journey.approvers_clock import Office
from journey.calendar import feasible
from journey.claims import claims_needed
from journey.criteria import need
from journey.expression import AllOf, bodies
from journey.programme import Kind, Programme, Task
from journey.sessions import tasks_with_sessions
from journey.working_days import WorkingDays
from storage.programmes import Season

A_DAY = timedelta(days=1)
LATE, LATE_SHARE = "late", 0.1
"""Why a reminder was dropped that nobody could be told in time, and the share of them that is named."""

EVALUATION = "danh_gia"
FEW_DAYS = 15
"""Working days of a month below which the report names it."""

LOW = 0.6
"""The share of a task's members, or a group's, below which the report names it."""

SLOW = timedelta(days=7)
"""What of twenty approvals nineteen should not exceed: the nudge after five working days has come and gone."""


class Weight(StrEnum):
    """MUST: as planned it cannot be met, or a promise of ours was broken. LOOK: it can go wrong."""

    MUST = "must"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: its place and what to do are sentences of rehearsal.ftl, `<name>` and `<name>-do`."""

    weight: Weight
    name: str
    params: Mapping[str, object] = field(default_factory=dict)


def of_plan(programme: Programme, season: Season, office: Office, sessions: int) -> Iterator[Finding]:
    """Yield what cannot be met, or hardly, whoever takes part; `sessions` of study are planned."""
    yield from _tasks(programme, season)
    yield from _sessions(programme, sessions)
    yield from _assessors(programme)
    yield from _calendar(programme, season, office)


def _tasks(programme: Programme, season: Season) -> Iterator[Finding]:
    after = season.closes_on + A_DAY
    gone = [task for task in programme.tasks if not feasible(task, {}, after, season.year)]
    for task in gone:
        yield Finding(Weight.MUST, "ends-early", {"code": task.code, "title": task.title, "day": season.closes_on})
    for category in programme.categories:
        left = [task for task in programme.tasks_in(category.code) if task not in gone]
        if category.counts and len(left) < category.min_completed:
            params = {"category": category.title, "need": category.min_completed, "left": len(left)}
            yield Finding(Weight.MUST, "too-few-tasks", params)
    if later := [each.code for each in programme.tasks if any(c.known_later for c in each.criteria)]:
        yield Finding(Weight.LOOK, "known-later", {"codes": ", ".join(later)})


def study(programme: Programme) -> Task | None:
    """Return the task that sessions of study count for: the mandatory one that is to be done most often."""
    held = tasks_with_sessions(programme)
    counted = [task for task in programme.mandatory_tasks() if task in held and times(task) > 1]
    return max(counted, key=times, default=None)


def times(task: Task) -> int:
    """Return how often the task's most counted thing is to be done."""
    return max((need(task, each) for each in claims_needed(task) if each.kind is Kind.COUNT), default=1)


def _sessions(programme: Programme, sessions: int) -> Iterator[Finding]:
    task = study(programme)
    if task is None or sessions > times(task):
        return
    name = "no-spare-session" if sessions == times(task) else "too-few-sessions"
    weight = Weight.LOOK if sessions == times(task) else Weight.MUST
    yield Finding(weight, name, {"code": task.code, "need": times(task), "planned": sessions})


def _assessors(programme: Programme) -> Iterator[Finding]:
    for task in programme.tasks:
        asked = [programme.assessor(code) for code in bodies(task.assessment)]
        missing = [each for each in asked if (each.reach, each.role) not in STAFFED]
        if missing and (isinstance(task.assessment, AllOf) or missing == asked):
            yield Finding(
                Weight.MUST, "nobody-assesses", {"code": task.code, "bodies": ", ".join(a.short for a in missing)}
            )


def _calendar(programme: Programme, season: Season, office: Office) -> Iterator[Finding]:
    if programme.last_year is not None and season.year > programme.last_year:
        yield Finding(Weight.LOOK, "after-last-year", {"last": str(programme.last_year), "year": str(season.year)})
    if office.days.is_quiet(season.closes_on):
        yield Finding(
            Weight.LOOK,
            "closes-quiet",
            {"day": season.closes_on, "better": _busy_before(season.closes_on, office.days)},
        )
    for month in range(1, 13):
        first = date(season.year, month, 1)
        worked = office.days.count(first - A_DAY, last_day(season.year, month))
        if worked < FEW_DAYS:
            yield Finding(Weight.LOOK, "few-working-days", {"month": month, "days": worked})
    evaluated = last_day(season.year, programme.period(EVALUATION).months[-1])
    by = office.days.before(evaluated, office.patience.next_level)
    yield Finding(Weight.LOOK, "hand-in-by", {"day": evaluated, "by": by, "days": office.patience.next_level})


def _busy_before(day: date, days: WorkingDays) -> date:
    while not days.has(day):
        day -= A_DAY
    return day


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - A_DAY


Reminders = Sequence[tuple[str, str, str, int]]
"""(kind, state, why, how many) of what people were to be reminded of."""


def of_reminders(reminders: Reminders) -> Iterator[Finding]:
    """Yield the kinds of which many came too late to be told: their moment lies where nobody may be written to."""
    for kind in dict.fromkeys(kind for kind, *_ in reminders):
        late = sum(count for of, state, why, count in reminders if (of, state, why) == (kind, "dropped", LATE))
        every = sum(count for of, _, _, count in reminders if of == kind)
        if late > LATE_SHARE * every:
            yield Finding(Weight.LOOK, "too-late", {"kind": kind, "n": late, "of": every})


def of_play(
    programme: Programme, ended: Standings, approvals: Approvals, players: Mapping[int, Player], cast: Cast
) -> Iterator[Finding]:
    """Yield what went wrong because of how people are."""
    for code, waits in sorted(approvals.waits.items(), key=lambda each: -each[1].at(0.95)):
        if waits.at(0.95) * A_DAY > SLOW:
            params = {
                "body": programme.assessor(code).short,
                "half": round(waits.at(0.5), 1),
                "most": round(waits.at(1)),
            }
            yield Finding(Weight.LOOK, "slow-body", params)
    for code, waits in sorted(approvals.waits.items()):
        if waits.open:
            yield Finding(Weight.LOOK, "still-waiting", {"body": programme.assessor(code).short, "n": waits.open})
    for work in sorted(approvals.work.values(), key=lambda each: -each.fullest)[:3]:
        if work.fullest > cast.minutes["a_week"]:
            params = {"role": work.player.kind, "place": work.player.group, "minutes": round(work.fullest)}
            yield Finding(Weight.LOOK, "busy-officer", params)
    if away := sum(
        1 for each in players.values() if each.officer and each.officer.away and not each.officer.substitute
    ):
        yield Finding(Weight.LOOK, "nobody-stands-in", {"n": away})
    for task in programme.tasks:
        took = sum(count for (code, _), count in ended.tasks.items() if code == task.code)
        done = ended.tasks[task.code, "done"] + ended.tasks[task.code, "provisional"] + ended.tasks[task.code, "exempt"]
        if took and done / took < LOW:
            yield Finding(Weight.LOOK, "hard-task", {"code": task.code, "title": task.title, "done": done, "of": took})
