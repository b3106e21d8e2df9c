"""Who decides in somebody's place while they are away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from journey.refusal import Refused

LONGEST_CHAIN = 2
"""A substitute who is away has one, too, and there it ends: whoever set the first should still know the last."""

LONGEST_DAYS = 92
"""Days of one absence: a quarter. Whoever is away for longer hands the post over in the roster."""


@dataclass(frozen=True, slots=True)
class Substitution:
    """`substitute` decides beside `absent` on every local day from `from_on` to `to_on`, both included.

    `set_by` is who said so; all three are people.
    """

    id: int
    absent: int
    substitute: int
    from_on: date
    to_on: date
    set_by: int | None


class EndsBeforeItBegins(Refused):
    """Its last day lies before the first, or before today."""


@dataclass(eq=False)
class TooLongAway(Refused):
    """`most` is how many days one absence may last."""

    most: int


@dataclass(eq=False)
class AlreadyAway(Refused):
    """Somebody stands in already on some of these days, from `from_on` to `to_on`."""

    from_on: date
    to_on: date


@dataclass(eq=False)
class StandsInForEachOther(Refused):
    """Following the substitutes one would come back to who is away."""


def check(wanted: Substitution, known: Iterable[Substitution], today: date) -> None:
    """Check that `wanted` may hold beside `known` (those of the same days).

    Raises:
        EndsBeforeItBegins, TooLongAway, AlreadyAway, StandsInForEachOther
    """
    if wanted.to_on < max(wanted.from_on, today):
        raise EndsBeforeItBegins
    if (wanted.to_on - wanted.from_on).days >= LONGEST_DAYS:
        raise TooLongAway(LONGEST_DAYS)
    others = [each for each in known if each.from_on <= wanted.to_on and wanted.from_on <= each.to_on]
    for each in others:
        if each.absent == wanted.absent:
            raise AlreadyAway(each.from_on, each.to_on)
    if wanted.absent == wanted.substitute or _leads_to(wanted.substitute, wanted.absent, others):
        raise StandsInForEachOther


def _leads_to(start: int, end: int, known: Sequence[Substitution]) -> bool:
    seen, ahead = set[int](), {start}
    while ahead:
        seen |= ahead
        ahead = {each.substitute for each in known if each.absent in ahead} - seen
    return end in seen


def chain(first: int, today: Sequence[Substitution], *, author: int | None = None) -> tuple[int, ...]:
    """Return who stands in for `first`, nearest first; the last one is there, unless the chain is at its end.

    It ends before the author of the work, whom nobody asks, and does not begin where the author set it: nobody
    chooses who judges their own work. `today` holds what holds today.
    """
    found: list[int] = []
    absent = first
    while len(found) < LONGEST_CHAIN:
        link = next((each for each in today if each.absent == absent), None)
        if link is None or link.substitute in (first, author, *found) or author in (link.absent, link.set_by):
            break
        found.append(link.substitute)
        absent = link.substitute
    return tuple(found)


def present(first: int, today: Sequence[Substitution], *, author: int | None = None) -> int | None:
    """Return who is there for `first` today: `first`, or the substitute who is not away; None when nobody is."""
    away = {each.absent for each in today}
    everyone = (first, *chain(first, today, author=author))
    return next((person for person in everyone if person not in away), None)


def stood_in_for(person: int, today: Sequence[Substitution]) -> frozenset[int]:
    """Return those for whom `person` may decide today."""
    if all(each.substitute != person for each in today):
        return frozenset()
    return frozenset(each.absent for each in today if person in chain(each.absent, today))
