"""Digests as they are read: the names behind the ids, for many digests at once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from journey.digest import Digest, Figures, Held, Scope, Tally, fold, scope
from journey.digest_page import MOST_PARTS, Bar, Named, Page, Part, Waits, by_group, by_unit
from journey.people import Post
from journey.text import fold as folded
from storage import acting, people, units
from storage.units import Group, Unit


@dataclass(frozen=True)
class Places:
    """The tree of units and the groups in it."""

    units: Mapping[int, Unit]
    groups: Mapping[int, Group]

    @cached_property
    def above(self) -> dict[int, tuple[int, ...]]:
        """Return every unit with its path: itself first, its root last."""
        return {unit: units.path(dict(self.units), unit) for unit in self.units}

    @cached_property
    def _below(self) -> dict[int, frozenset[int]]:
        found: dict[int, set[int]] = {}
        for unit, path in self.above.items():
            for each in path:
                found.setdefault(each, set()).add(unit)
        return {unit: frozenset(below) for unit, below in found.items()}

    @cached_property
    def _set_above(self) -> dict[int, frozenset[int]]:
        return {unit: frozenset(path) for unit, path in self.above.items()}

    def scope(self, posts: Sequence[Post]) -> Scope:
        """Return whose week somebody with these posts may see."""
        found = scope(posts, self._below, {group.id: group.unit for group in self.groups.values()})
        roots = tuple(unit.id for unit in self.units.values() if unit.parent is None)
        return found if found.tops or not found.units else replace(found, tops=roots)

    def fold(self, who: Scope, known: Figures) -> Digest:
        """Return the week of `who`."""
        return fold(who, known, self._set_above)

    def name(self, who: Scope) -> str:
        """Return what a scope is called: its units, or its groups."""
        names = [self.units[unit].name for unit in who.tops if unit in self.units]
        names += [self.groups[group].name for group in sorted(who.groups) if group in self.groups]
        return ", ".join(names)

    def bars(self, digest: Digest) -> tuple[Bar, ...]:
        """Return the parts of a digest by name: its groups, or the units below where there are too many, or none."""
        groups = by_group(digest.places)
        if (len(groups) <= MOST_PARTS and set(groups) != {None}) or not digest.scope.units:
            return _few([(self._group(part), tally) for part, tally in groups.items()])
        found = by_unit(digest.places, digest.scope.tops, self.above)
        return _few([(self._unit(part), tally) for part, tally in found.items()])

    def _group(self, part: Part) -> str:
        found = self.groups.get(part or 0)
        if found is None:
            return ""
        if self._same_names[found.name] == 1:
            return found.name
        return f"{found.name} · {self.units[found.unit].name}"

    @cached_property
    def _same_names(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for group in self.groups.values():
            found[group.name] = found.get(group.name, 0) + 1
        return found

    def _unit(self, part: Part) -> str:
        found = self.units.get(part or 0)
        return found.name if found else ""


async def places() -> Places:
    """Return the units and the groups as they are now."""
    return Places(await units.tree(), await units.groups())


def _few(parts: list[tuple[str, Tally]]) -> tuple[Bar, ...]:
    """Return the parts by name, those without one last; what is too many in one bar."""
    ordered = [Bar(name, tally) for name, tally in sorted(parts, key=lambda part: (not part[0], natural(part[0])))]
    if len(ordered) <= MOST_PARTS:
        return tuple(ordered)
    shown, rest = ordered[: MOST_PARTS - 1], ordered[MOST_PARTS - 1 :]
    return (*shown, Bar("", sum((bar.tally for bar in rest), Tally()), len(rest)))


def natural(name: str) -> list[tuple[int, str]]:
    """Return the key that puts "Tổ 2" before "Tổ 10"."""
    words = re.split(r"([0-9]+)", folded(name))
    return [(int(word), "") if word.isascii() and word.isdecimal() else (0, word) for word in words]


async def pages(digests: Sequence[Digest], where: Places, now: datetime, today: date, *, named: int) -> list[Page]:
    """Return each of `digests` as it is read at `now` (UTC), on `today` (local).

    Args:
        named: how many members to look after are named at most.
    """
    held = {each for digest in digests for each in digest.held}
    waiting = dict(zip(held, await waits(list(held), now, today), strict=True))
    noticed = {each.person for digest in digests for each in digest.noticed}
    names = await people.names_in_order(noticed | {each.person for digest in digests for each in digest.unreached})
    order = {person: place for place, person in enumerate(names)}
    return [
        Page(
            where.name(digest.scope),
            digest,
            tuple(waiting[each] for each in digest.held),
            _named(digest, names, order)[:named],
            where.bars(digest),
            tuple(
                (names[each.person], each.why) for each in sorted(digest.unreached, key=lambda one: order[one.person])
            ),
        )
        for digest in digests
    ]


def _named(digest: Digest, names: Mapping[int, str], order: Mapping[int, int]) -> tuple[Named, ...]:
    ordered = sorted(digest.noticed, key=lambda each: order[each.person])
    return tuple(Named(each.person, names[each.person], each.why) for each in ordered)


async def waits(held: Sequence[Held], now: datetime, today: date) -> tuple[Waits, ...]:
    """Return hand-ins that wait with whom they wait for on `today` (local), in the same order."""
    asked = await acting.on({each.submission for each in held}, today)
    ids = {person for found in asked.values() for each in found for person in each.people}
    names = await people.names(ids | {each.person for each in held})
    return tuple(
        Waits(
            names[each.person],
            each.task,
            tuple((one.body, tuple(names[id_] for id_ in one.people)) for one in asked.get(each.submission, ())),
            (now - each.since) // timedelta(days=1),
        )
        for each in held
    )
