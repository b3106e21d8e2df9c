"""Who may not come to the end of the year: facts from the member's own book, never a ranking."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from journey.programme import Programme
from journey.progress import Outcome, Progress, TaskProgress, TaskState

QUIET = timedelta(days=60)
"""Without a hand-in for so long: a sixth of the year; the reminders of two months went unheard."""

TASKS_A_MONTH = 1
"""What a month is good for: 44-KH asks for seven tasks in the nine months from February to October."""

_WITH_OTHERS = (TaskState.DONE, TaskState.WAITING, TaskState.PROVISIONAL)
_LOST = (TaskState.LATE_MISSED, TaskState.EXEMPT)


class Why(StrEnum):
    """The fact that makes a member one to look after, the weightiest first."""

    OUT_OF_REACH = "out_of_reach"  # the tasks taken on cannot be enough any more
    PACE = "pace"  # more tasks to do than months are left
    QUIET = "quiet"  # nothing handed in for long


@dataclass(frozen=True, slots=True)
class AtRisk:
    """`tasks` are still to do, in `months` (this one included); nothing was handed in for `days`."""

    why: Why
    tasks: int
    months: int
    days: int


@dataclass(frozen=True, slots=True)
class Course:
    """What a member's book comes to: `done` of `needed` tasks; for `missing` more nothing waits with anybody.

    `is_out_of_reach`: what was taken on cannot be enough any more.
    """

    outcome: Outcome
    done: int
    needed: int
    missing: int
    is_out_of_reach: bool


def course(progress: Progress, tasks: Collection[TaskProgress]) -> Course:
    """Return what the year (`journey.progress.journey`) and its registered tasks come to."""
    missing, short = 0, 0
    for each in progress.categories:
        own = [task for task in tasks if task.task.category == each.category.code]
        covered = sum(task.state in _WITH_OTHERS or task.is_provisional for task in own)
        open_ = sum(task.state not in (*_WITH_OTHERS, *_LOST) and not task.is_provisional for task in own)
        missing += max(0, each.needed - covered)
        short += max(0, each.needed - covered - open_)
    return Course(progress.outcome, progress.done, progress.needed, missing, short > 0)


def months_left(programme: Programme, today: date, year: int) -> int:
    """Return the months from today's (included) to the evaluation of the season of `year`, 0 after it."""
    last = max(task.evaluated_in for task in programme.tasks)
    return max(0, (year - today.year) * 12 + last - today.month + 1)


def at_risk(now: Course, months: int, quiet: timedelta) -> AtRisk | None:
    """Return why a registered member is to be looked after, None when there is nothing of the kind.

    Args:
        months: what `months_left` says.
        quiet: since the last hand-in, or since the registration where there is none.
    """
    if not now.missing:
        return None
    why = _why(now, months, quiet)
    return None if why is None else AtRisk(why, now.missing, months, quiet.days)


def _why(now: Course, months: int, quiet: timedelta) -> Why | None:
    if now.is_out_of_reach:
        return Why.OUT_OF_REACH
    if not months:
        return None
    if now.missing > months * TASKS_A_MONTH:
        return Why.PACE
    return Why.QUIET if quiet >= QUIET else None
