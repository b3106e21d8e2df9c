"""The year of a programme. Every date is a local date of the product's zone."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from journey.criteria import earning_months, need
from journey.programme import CriteriaRule, Programme, Task


@dataclass(frozen=True, slots=True)
class Window:
    """Both days belong to it."""

    opens: date
    closes: date


def window(programme: Programme, code: str, year: int) -> Window:
    """Return the first day of the period's first month to the last day of its last, in `year`.

    Raises:
        UnknownPeriod: the calendar has no such period.
    """
    months = programme.period(code).months
    first, last = months[0], months[-1]
    return Window(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def is_open(window: Window, today: date) -> bool:
    return window.opens <= today <= window.closes


def quarter(day: date) -> int:
    """Return 1–4."""
    return (day.month - 1) // 3 + 1


QUARTERS = ("I", "II", "III", "IV")
"""How a quarter is written (DESIGN 6: "quý III/2018")."""


def quarter_name(day: date) -> str:
    """Return the quarter of `day` as it is written."""
    return QUARTERS[quarter(day) - 1]


def months_left(task: Task, today: date) -> tuple[int, ...]:
    """Return the months of today's year, this one included, in which something of the task can be earned."""
    months = {month for criterion in task.criteria for month in earning_months(task, criterion)}
    return tuple(sorted(month for month in months if month >= today.month))


def feasible(task: Task, done: Mapping[str, int], today: date, year: int) -> bool:
    """Tell whether the task can still be done in `year` ("còn kịp").

    Args:
        done: what is approved by criterion id, in the numbers of `journey.criteria`.
    """
    within_reach = [
        done.get(criterion.id, 0) >= need(task, criterion) or _is_to_come(earning_months(task, criterion), today, year)
        for criterion in task.criteria
    ]
    return any(within_reach) if task.criteria_rule is CriteriaRule.ANY else all(within_reach)


def _is_to_come(months: tuple[int, ...], today: date, year: int) -> bool:
    return any((year, month) >= (today.year, today.month) for month in months)
