"""Choosing the year's tasks: what is mandatory, how many are missing, when it is open."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from journey.calendar import feasible
from journey.programme import Category, CategoryRule, Programme, Task
from journey.refusal import Refused

REGISTRATION = "dang_ky"


@dataclass(eq=False)
class MandatoryTask(Refused):
    """It cannot be dropped."""

    code: str


@dataclass(eq=False)
class RegistrationClosed(Refused):
    """`opened` and `closed` are the first and the last day; they may lie ahead."""

    opened: date
    closed: date


@dataclass(frozen=True, slots=True)
class CategorySelection:
    """The tasks taken in one category, in the programme's order."""

    category: Category
    tasks: tuple[Task, ...]
    needed: int

    @property
    def chosen(self) -> int:
        return len(self.tasks)

    @property
    def short(self) -> int:
        """The number of tasks still to choose."""
        return max(0, self.needed - self.chosen)


@dataclass(eq=False)
class TooFewTasks(Refused):
    """`shortfalls` are the categories that lack tasks."""

    shortfalls: tuple[CategorySelection, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """What a person takes on, by category in the programme's order; duties are not in it."""

    categories: tuple[CategorySelection, ...]

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(task.code for each in self.categories for task in each.tasks)

    @property
    def is_complete(self) -> bool:
        return not any(each.short for each in self.categories)


@dataclass(frozen=True, slots=True)
class OfferedTask:
    task: Task
    is_mandatory: bool
    is_feasible: bool


@dataclass(frozen=True, slots=True)
class Offer:
    category: Category
    tasks: tuple[OfferedTask, ...]


def check(programme: Programme, chosen: Collection[str]) -> Selection:
    """Return what `chosen` comes to, mandatory tasks included whether they are in it or not.

    Raises:
        UnknownTask: a code is not the programme's.
    """
    taken = {programme.task(code).code for code in chosen} | _mandatory(programme)
    return Selection(
        tuple(
            CategorySelection(
                category,
                tuple(task for task in programme.tasks_in(category.code) if task.code in taken),
                category.min_completed,
            )
            for category in _choosable(programme)
        )
    )


def toggle(programme: Programme, chosen: Collection[str], code: str) -> frozenset[str]:
    """Return `chosen` with the task ticked or unticked.

    Raises:
        UnknownTask: not the programme's.
        MandatoryTask: it is not for choosing.
    """
    if programme.task(code).code in _mandatory(programme):
        raise MandatoryTask(code)
    return check(programme, frozenset(chosen) ^ {code}).codes


def confirm(programme: Programme, chosen: Collection[str]) -> Selection:
    """Return a complete selection.

    Raises:
        UnknownTask: a code is not the programme's.
        TooFewTasks: a category lacks tasks.
    """
    selection = check(programme, chosen)
    if not selection.is_complete:
        raise TooFewTasks(tuple(each for each in selection.categories if each.short))
    return selection


def offer(programme: Programme, today: date, year: int) -> tuple[Offer, ...]:
    """Return the tasks by category, each with whether it can still be done in `year`."""
    mandatory = _mandatory(programme)
    return tuple(
        Offer(
            category,
            tuple(
                OfferedTask(task, task.code in mandatory, feasible(task, {}, today, year))
                for task in programme.tasks_in(category.code)
            ),
        )
        for category in _choosable(programme)
    )


def _mandatory(programme: Programme) -> frozenset[str]:
    return frozenset(task.code for task in programme.mandatory_tasks())


def _choosable(programme: Programme) -> tuple[Category, ...]:
    return tuple(c for c in programme.categories if c.counts and c.rule is not CategoryRule.NONE)
