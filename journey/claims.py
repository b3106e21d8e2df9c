"""What a member states with a hand-in, and what the approved statements come to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journey.criteria import level_rank, need
from journey.programme import Criterion, Kind, Task

Claims = Mapping[str, int | bool | str]
"""By criterion id: how many, yes or no, an entry of the scale, the machine's count of words."""


@dataclass(frozen=True, slots=True)
class CriterionCount:
    """Approved against needed, in the whole numbers of `journey.criteria`.

    `holds` is None while nothing was said about it ("chưa rõ" is not "không đạt").
    """

    criterion: Criterion
    have: int
    need: int
    holds: bool | None


def claims_needed(task: Task) -> tuple[Criterion, ...]:
    """Return the criteria a hand-in has to say something about; the machine counts the words itself.

    A task with one thing to bring, once, needs no question; with criteria of which any suffices, the question
    is which of them it is.
    """
    stated = _stated(task)
    if len(stated) == 1 and stated[0].kind is Kind.COUNT and need(task, stated[0]) == 1:
        return ()
    return stated


def count(task: Task, approved: Iterable[Claims]) -> tuple[CriterionCount, ...]:
    """Return what approved claims come to by criterion.

    Counts add up, a yes stays, the highest level and the longest text stand. Where counting is all there is
    to state, a hand-in that does not say how many is one.
    """
    claims = tuple(approved)
    return tuple(_count(task, criterion, claims) for criterion in task.criteria)


def _count(task: Task, criterion: Criterion, approved: tuple[Claims, ...]) -> CriterionCount:
    unsaid = 1 if criterion.kind is Kind.COUNT and _stated(task) == (criterion,) else None
    said = [_amount(criterion, claims.get(criterion.id, unsaid)) for claims in approved]
    known = [amount for amount in said if amount is not None]
    have = sum(known) if criterion.kind is Kind.COUNT else max(known, default=0)
    needed = need(task, criterion)
    holds = have >= needed if known or criterion.kind is Kind.COUNT else None
    return CriterionCount(criterion, have, needed, holds)


def _amount(criterion: Criterion, claim: int | bool | str | None) -> int | None:
    """Return the claim as a number, None where nothing (or nothing of its kind) was said."""
    if claim is None:
        return None
    if criterion.kind is Kind.LEVEL:
        return level_rank(criterion, claim) if isinstance(claim, str) else None
    return None if isinstance(claim, str) else max(0, int(claim))


def _stated(task: Task) -> tuple[Criterion, ...]:
    return tuple(criterion for criterion in task.criteria if criterion.kind is not Kind.WORDS)
