"""The days of a season that people are reminded of: when tasks close, when counting ends, when a quarter is over."""

from calendar import monthrange
from datetime import date

from journey.calendar import months_left, quarter
from journey.criteria import need
from journey.programme import Kind, Programme, Task
from journey.reminders import Kind as About


def kind_of(task: Task) -> About:
    """Return as what a member is reminded of `task` before it closes: as an essay, of a number, or as it is."""
    if any(each.kind is Kind.WORDS for each in task.criteria):
        return About.ESSAY
    return About.COUNT if needed(task) > 1 else About.TASK


def needed(task: Task) -> int:
    """Return the most that any of the task's counts asks for, 0 where nothing is counted."""
    return max((need(task, each) for each in task.criteria if each.kind is Kind.COUNT), default=0)


def closes(task: Task, year: int) -> date:
    """Return the last day of the task's last month, or of the evaluation's when that comes first."""
    month = min(max(task.months, default=task.evaluated_in), task.evaluated_in)
    return last_of(year, month)


def closing(programme: Programme, kind: About, year: int) -> dict[date, tuple[Task, ...]]:
    """Return the tasks of which people are reminded as `kind`, by the day on which they close."""
    found: dict[date, tuple[Task, ...]] = {}
    for task in programme.tasks:
        if kind_of(task) is kind:
            day = closes(task, year)
            found[day] = (*found.get(day, ()), task)
    return found


def months_until(task: Task, today: date, year: int) -> int:
    """Return in how many months, this one included, something of the task can be earned before it closes."""
    return sum(month <= closes(task, year).month for month in months_left(task, today))


def quarters(programme: Programme, year: int) -> dict[int, date]:
    """Return the last day of every quarter (1-4) of which remarks are due."""
    wanted = programme.reminders.quarter_period
    months = next((each.months for each in programme.calendar if each.code == wanted), ())
    ends = (last_of(year, month) for month in months)
    return {quarter(day): day for day in ends}


def last_of(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])
