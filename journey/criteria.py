"""Criteria in whole numbers, so that every kind of them is compared the same way."""

from journey.programme import Criterion, Kind, Op, Per, Task


def need(task: Task, criterion: Criterion) -> int:
    """Return the least number that makes the criterion hold: 1.001 for "trên 1.000 chữ".

    A yes counts 1, a level its place on the scale from 1. What is asked per quarter is asked once for every
    quarter with a month of the task, in any order: a hand-in does not say its quarter.
    """
    more = 1 if criterion.op is Op.GT else 0
    if criterion.kind is Kind.YES_NO:
        return 1
    if isinstance(criterion.value, str):
        return level_rank(criterion, criterion.value) + more
    least = (criterion.value or 0) + more
    return least * len(_quarters(task, criterion)) if criterion.per is Per.QUARTER else least


def level_rank(criterion: Criterion, level: str) -> int:
    """Return the place of `level` on the scale, 1 the lowest; 0 when it is not on it."""
    return criterion.scale.index(level) + 1 if level in criterion.scale else 0


def earning_months(task: Task, criterion: Criterion) -> tuple[int, ...]:
    """Return the months in which the criterion can be earned; a provisional task's run on to December."""
    months = criterion.months or task.months
    if not task.provisional or not months:
        return months
    return tuple(sorted({*months, *range(max(months), 13)}))


def _quarters(task: Task, criterion: Criterion) -> set[int]:
    return {(month - 1) // 3 for month in criterion.months or task.months}
