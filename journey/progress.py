"""Where a task stands, what is next, who holds it and since when; and what the year comes to."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from journey.calendar import feasible
from journey.claims import Claims, CriterionCount, claims_needed, count
from journey.programme import Category, CriteriaRule, Kind, Programme, Task

__all__ = [
    "CategoryProgress",
    "CriterionCount",
    "HandIn",
    "HandInState",
    "Holder",
    "Next",
    "Outcome",
    "Progress",
    "Ruling",
    "TaskProgress",
    "TaskState",
    "claims_needed",
    "journey",
    "may_be_provisional",
    "task_progress",
]


class HandInState(StrEnum):
    DRAFT = "draft"
    WAITING = "waiting"
    APPROVED = "approved"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Holder:
    """A body that owes a verdict, the people who may give it, and since when (UTC)."""

    title: str
    people: tuple[str, ...]
    since: datetime


@dataclass(frozen=True, slots=True)
class HandIn:
    """One version of one part of a task: a second activity is a new part, a correction a new version.

    Moments are in UTC; `holders` are who owes a verdict while it is waiting.
    """

    id: int
    part: int
    version: int
    state: HandInState
    claims: Claims
    submitted_at: datetime | None = None
    decided_at: datetime | None = None
    reason: str = ""
    holders: tuple[Holder, ...] = ()


class TaskState(StrEnum):
    TODO = "todo"
    DRAFT = "draft"
    WAITING = "waiting"
    RETURNED = "returned"
    PARTIAL = "partial"  # approved, not enough yet
    PROVISIONAL = "provisional"  # "tạm đạt, chờ xác nhận"
    DONE = "done"
    LATE_MISSED = "late_missed"  # "không còn kịp"
    EXEMPT = "exempt"


class Ruling(StrEnum):
    """What the secretary ruled about a task of one member; of each task one at a time."""

    EXEMPT = "exempt"
    PROVISIONAL = "provisional"
    UNMET = "unmet"  # what was waited for came to nothing


class Next(StrEnum):
    """What the member does next."""

    START = "start"
    CONTINUE_DRAFT = "continue_draft"
    WAIT = "wait"
    HAND_IN_AGAIN = "hand_in_again"
    HAND_IN_MORE = "hand_in_more"
    WAIT_FOR_PROOF = "wait_for_proof"
    NOTHING = "nothing"


_NEXT = {
    TaskState.TODO: Next.START,
    TaskState.DRAFT: Next.CONTINUE_DRAFT,
    TaskState.WAITING: Next.WAIT,
    TaskState.RETURNED: Next.HAND_IN_AGAIN,
    TaskState.PARTIAL: Next.HAND_IN_MORE,
    TaskState.PROVISIONAL: Next.WAIT_FOR_PROOF,
    TaskState.DONE: Next.NOTHING,
    TaskState.LATE_MISSED: Next.NOTHING,
    TaskState.EXEMPT: Next.NOTHING,
}

# Several parts may be on their way: what the member has to do comes before what others have to do.
_ON_THE_WAY = (
    (HandInState.RETURNED, TaskState.RETURNED),
    (HandInState.DRAFT, TaskState.DRAFT),
    (HandInState.WAITING, TaskState.WAITING),
)


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """`holders` owe a verdict on any part; `since` (UTC) is when the state began, None where nobody knows.

    `is_provisional` is what the approved parts, or a ruling, come to by themselves: it stays while more is on its way.
    """

    task: Task
    state: TaskState
    is_provisional: bool
    counts: tuple[CriterionCount, ...]
    holders: tuple[Holder, ...]
    since: datetime | None
    next: Next


class Outcome(StrEnum):
    IN_PROGRESS = "in_progress"
    PROVISIONAL = "provisional"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class CategoryProgress:
    """Numbers of tasks; `done` may exceed `needed`, which is less what the person is exempt from."""

    category: Category
    done: int
    provisional: int
    needed: int
    registered: int


@dataclass(frozen=True, slots=True)
class Progress:
    """The year. `done` of `needed`: what a category has beyond its need does not fill another's gap."""

    categories: tuple[CategoryProgress, ...]
    done: int
    needed: int
    outcome: Outcome


def task_progress(
    task: Task, handins: Iterable[HandIn], *, today: date, year: int, ruling: Ruling | None = None
) -> TaskProgress:
    """Return where the task stands on `today` (local) in the season of `year`.

    Only the latest version of each part counts; a withdrawn one does not. A ruling that it is provisional, or unmet,
    goes before what the parts come to until they make it done.
    """
    parts = _latest(handins)
    return _progress(task, parts, ruling, today, year) if parts or ruling else _untouched(task, today, year)


@lru_cache(maxsize=1024)  # most tasks of most members, most of the year
def _untouched(task: Task, today: date, year: int) -> TaskProgress:
    return _progress(task, (), None, today, year)


def _progress(task: Task, parts: tuple[HandIn, ...], ruling: Ruling | None, today: date, year: int) -> TaskProgress:
    approved = [p.claims for p in parts if p.state is HandInState.APPROVED]
    counts = count(task, approved)
    provisional = bool(approved) and _is_provisional(task, counts, today, year)
    if ruling in (Ruling.PROVISIONAL, Ruling.UNMET):
        provisional = ruling is Ruling.PROVISIONAL
    state = _state(task, parts, counts, provisional, ruling, today, year)
    holders = tuple(h for p in parts if p.state is HandInState.WAITING for h in p.holders)
    settled = state in (TaskState.DONE, TaskState.EXEMPT)
    return TaskProgress(
        task=task,
        state=state,
        is_provisional=provisional and not settled,
        counts=counts,
        holders=() if settled else holders,
        since=_since(state, parts, holders),
        next=_NEXT[state],
    )


def journey(programme: Programme, tasks: Mapping[str, TaskProgress]) -> Progress:
    """Return what the registered tasks, by code, come to under the rules of their categories."""
    categories = tuple(
        _category_progress(c, [p for p in tasks.values() if p.task.category == c.code])
        for c in programme.categories
        if c.counts
    )
    return Progress(
        categories=categories,
        done=sum(min(c.done, c.needed) for c in categories),
        needed=sum(c.needed for c in categories),
        outcome=_outcome(categories),
    )


def _latest(handins: Iterable[HandIn]) -> tuple[HandIn, ...]:
    latest: dict[int, HandIn] = {}
    for handin in handins:
        if handin.state is HandInState.WITHDRAWN:
            continue
        if handin.part not in latest or handin.version > latest[handin.part].version:
            latest[handin.part] = handin
    return tuple(latest[part] for part in sorted(latest))


def _state(
    task: Task,
    parts: tuple[HandIn, ...],
    counts: tuple[CriterionCount, ...],
    provisional: bool,
    ruling: Ruling | None,
    today: date,
    year: int,
) -> TaskState:
    if ruling is Ruling.EXEMPT:
        return TaskState.EXEMPT
    if _together(task, [bool(c.holds) for c in counts]):
        return TaskState.DONE
    found = {part.state for part in parts}
    for part_state, state in _ON_THE_WAY:
        if part_state in found:
            return state
    if provisional:
        return TaskState.PROVISIONAL
    if ruling is Ruling.UNMET or not feasible(task, {c.criterion.id: c.have for c in counts}, today, year):
        return TaskState.LATE_MISSED
    return TaskState.PARTIAL if parts else TaskState.TODO


def may_be_provisional(task: Task, today: date, year: int) -> bool:
    """Tell whether a result may be provisional by now: something of it is known later, and the evaluation has begun."""
    return task.provisional and (today.year, today.month) >= (year, task.evaluated_in)


def _is_provisional(task: Task, counts: tuple[CriterionCount, ...], today: date, year: int) -> bool:
    """Tell whether only what is known later is short."""
    if not may_be_provisional(task, today, year):
        return False
    return _together(task, [bool(c.holds) or _may_still_come(task, c) for c in counts])


def _may_still_come(task: Task, counted: CriterionCount) -> bool:
    """Of a count that grows to the year's end, the evaluation asks for the share of the months before it:
    three of four sessions in October."""
    if not counted.criterion.known_later:
        return False
    if counted.criterion.kind is Kind.COUNT:
        return counted.have >= counted.need * (task.evaluated_in - 1) // 12
    return counted.holds is None


def _together(task: Task, criteria: Collection[bool]) -> bool:
    return any(criteria) if task.criteria_rule is CriteriaRule.ANY else all(criteria)


def _since(state: TaskState, parts: tuple[HandIn, ...], holders: tuple[Holder, ...]) -> datetime | None:
    match state:
        case TaskState.WAITING:
            waiting = [p.submitted_at for p in parts if p.state is HandInState.WAITING]
            return min([h.since for h in holders] or _known(waiting), default=None)
        case TaskState.RETURNED:
            returned = [p.decided_at for p in parts if p.state is HandInState.RETURNED]
            return min(_known(returned), default=None)
        case TaskState.PARTIAL | TaskState.PROVISIONAL | TaskState.DONE:
            return max(_known(p.decided_at for p in parts), default=None)
        case _:
            return None


def _known(moments: Iterable[datetime | None]) -> list[datetime]:
    return [moment for moment in moments if moment is not None]


def _category_progress(category: Category, tasks: Collection[TaskProgress]) -> CategoryProgress:
    states = [progress.state for progress in tasks]
    return CategoryProgress(
        category=category,
        done=states.count(TaskState.DONE),
        provisional=sum(progress.is_provisional for progress in tasks),
        needed=max(0, category.min_completed - states.count(TaskState.EXEMPT)),
        registered=len(states),
    )


def _outcome(categories: Collection[CategoryProgress]) -> Outcome:
    if all(c.done >= c.needed for c in categories):
        return Outcome.PASSED
    if all(c.done + c.provisional >= c.needed for c in categories):
        return Outcome.PROVISIONAL
    return Outcome.IN_PROGRESS
