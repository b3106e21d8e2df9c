"""Whom the approver's clock calls about a review that waits."""

from collections.abc import Sequence

from journey.assessors import Panel
from journey.substitutes import Substitution, present


def substitutes_there(found: Panel, body: str, away: Sequence[Substitution], author: int) -> tuple[int, ...]:
    """Return the substitutes of a body who are not away themselves.

    Args:
        away: the substitutions of today.
    """
    standing_in = found.instead_of.get(body, {})
    there = {present(first, away, author=author) for first in standing_in.values()}
    return tuple(person for person in found.may_act.get(body, ()) if person in standing_in and person in there)


def to_nudge(found: Panel, body: str, away: Sequence[Substitution], author: int) -> tuple[int, ...]:
    """Return whom the first reminder goes to: who is there, else their substitutes, else whoever holds it."""
    standing_in = found.instead_of.get(body, {})
    named = tuple(person for person in found.may_act.get(body, ()) if person not in standing_in)
    absent = {each.absent for each in away}
    here = tuple(person for person in named if person not in absent)
    return here or substitutes_there(found, body, away, author) or named
