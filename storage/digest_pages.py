"""Digests as they are read: the names behind the ids, for many digests at once."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from journey.digest import (
    MOST_PARTS,
    Bar,
    Digest,
    Figures,
    Named,
    Page,
    Part,
    Scope,
    Tally,
    Waits,
    by_group,
    by_unit,
    fold,
    scope,
)
from journey.people import Post
from journey.text import fold as folded
from storage import acting, people, sql, units
from storage.acting import Acting
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
        found = scope(posts, self._below)
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
        if 1 < len(groups) <= MOST_PARTS or not digest.scope.units:
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
    waiting = await acting.on({held.submission for digest in digests for held in digest.held}, today)
    noticed = await _in_order({each.person for digest in digests for each in digest.noticed})
    ids = {held.person for digest in digests for held in digest.held}
    ids |= {person for found in waiting.values() for each in found for person in each.people}
    known = noticed | await people.names(ids)
    order = {person: place for place, person in enumerate(noticed)}
    return [_page(digest, where, now, waiting, known, order, named) for digest in digests]


async def _in_order(ids: Collection[int]) -> dict[int, str]:
    """Return names by id, in the Vietnamese order."""
    found = await sql.tuples(
        f"SELECT id, full_name FROM people WHERE {sql.among('id', '?1')} ORDER BY sort_key, id", sql.listed(ids)
    )
    return {int(id_): str(name) for id_, name in found}


def _page(
    digest: Digest,
    where: Places,
    now: datetime,
    waiting: Mapping[int, Sequence[Acting]],
    names: Mapping[int, str],
    order: Mapping[int, int],
    most: int,
) -> Page:
    waits = tuple(
        Waits(
            names[held.person],
            held.task,
            tuple((each.body, tuple(names[id_] for id_ in each.people)) for each in waiting.get(held.submission, ())),
            (now - held.since) // timedelta(days=1),
        )
        for held in digest.held
    )
    risks = {each.person: each.why for each in digest.noticed}
    first = sorted(risks, key=order.__getitem__)[:most]
    return Page(
        where.name(digest.scope),
        digest,
        waits,
        tuple(Named(person, names[person], risks[person]) for person in first),
        where.bars(digest),
    )
