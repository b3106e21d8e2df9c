"""What a secretary may rule about a task, and what it would take to make the task done."""

from datetime import date

from journey.claims import Claims, CriterionCount
from journey.criteria import need
from journey.programme import Kind, Task
from journey.progress import Ruling, TaskProgress, TaskState, may_be_provisional


def open_to(progress: TaskProgress, standing: Ruling | None, today: date, year: int) -> frozenset[Ruling]:
    """Return what may be ruled on `today` (local) about a task where `standing` is ruled.

    A provisional one may turn out unmet without its ruling being ended first; nothing is ruled about what is done.
    """
    if progress.state is TaskState.DONE:
        return frozenset()
    late = may_be_provisional(progress.task, today, year)
    if standing is None:
        provisional = {Ruling.UNMET} if progress.is_provisional else {Ruling.PROVISIONAL}
        return frozenset({Ruling.EXEMPT} | (provisional if late else set()))
    return frozenset({Ruling.UNMET}) if standing is Ruling.PROVISIONAL else frozenset()


def missing(progress: TaskProgress) -> Claims:
    """Return the claims that, approved, would make a task done: of each criterion that does not hold, the least."""
    return {each.criterion.id: _least(progress.task, each) for each in progress.counts if not each.holds}


def _least(task: Task, counted: CriterionCount) -> int | bool | str:
    criterion, needed = counted.criterion, need(task, counted.criterion)
    match criterion.kind:
        case Kind.COUNT:
            return needed - counted.have
        case Kind.YES_NO:
            return True
        case Kind.LEVEL:
            return criterion.scale[needed - 1]
        case Kind.WORDS:
            return needed
