"""How a digest is read: names instead of ids, the parts of its picture, the lines of its workbook."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from journey.at_risk import AtRisk, Course
from journey.digest import Barrier, Digest, Place, Tally

MOST_PARTS = 30
"""Bars of the picture: what a phone shows of one picture without losing the lines."""

Part = int | None
"""A group or a unit, None for those who are in none."""


def by_group(places: Mapping[Place, Tally]) -> dict[Part, Tally]:
    """Return the figures by group."""
    return _by({place: place[1] for place in places}, places)


def by_unit(
    places: Mapping[Place, Tally], tops: Iterable[int], above: Mapping[int, tuple[int, ...]]
) -> dict[Part, Tally]:
    """Return the figures by the units right below `tops`, those of a top itself under its own id.

    Args:
        above: every unit with its path: itself first, its root last.
    """
    heads = frozenset(tops)
    return _by({place: _below(heads, above.get(place[0] or 0, ())) for place in places}, places)


def _below(heads: frozenset[int], path: Sequence[int]) -> Part:
    at = next((number for number, unit in enumerate(path) if unit in heads), len(path) - 1)
    return path[max(0, at - 1)] if path else None


def _by(parts: Mapping[Place, Part], places: Mapping[Place, Tally]) -> dict[Part, Tally]:
    found: dict[Part, Tally] = {}
    for place, tally in places.items():
        found[parts[place]] = found.get(parts[place], Tally()) + tally
    return found


@dataclass(frozen=True, slots=True)
class Waits:
    """A hand-in that waits, with whom it waits for: the body's short title, and who acts for it."""

    name: str
    task: str
    on: tuple[tuple[str, tuple[str, ...]], ...]
    days: int


@dataclass(frozen=True, slots=True)
class Named:
    """A member to look after, by name."""

    person: int
    name: str
    why: AtRisk


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of the scope; `name` is "" for those who are in no group, `rest` how many more parts it stands for."""

    name: str
    tally: Tally
    rest: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One digest as it is read: names instead of ids, members by the Vietnamese order of their names.

    `unreached` are (name, what keeps messages from them).
    """

    place: str
    digest: Digest
    waits: tuple[Waits, ...]
    named: tuple[Named, ...]
    bars: tuple[Bar, ...]
    unreached: tuple[tuple[str, Barrier], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One member of the workbook behind a digest; `now` is None for one who has not registered.

    Moments are in UTC.
    """

    name: str
    unit: str
    group: str
    registered_at: datetime | None
    now: Course | None
    waiting: int
    handed_in_at: datetime | None
    risk: AtRisk | None
    unreached: Barrier | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """What stands behind a digest: `members` by name, cut after so many; `waits` the longest waiting first."""

    page: Page
    members: tuple[Line, ...]
    waits: tuple[Waits, ...]
