"""Who may decide today on what waits: posts, absences, and the levels above."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journey.above import Author
from journey.assessors import Panel
from journey.panels import organising_unit, who_may
from journey.people import Post, Role
from journey.substitutes import Substitution
from storage import people, programmes, substitutes, units
from storage.overdue import Asked, Late
from storage.units import Unit

_OFFICERS = tuple(role for role in Role if role is not Role.MEMBER)


@dataclass(frozen=True, slots=True)
class Today:
    """Who is who on this `day` (local). `near` are the officers' posts by (unit, group), one of them None."""

    day: date
    tree: dict[int, Unit]
    near: Mapping[tuple[int | None, int | None], list[Post]]
    away: Sequence[Substitution]

    @property
    def officers(self) -> Iterator[Post]:
        """Yield every officer's posts."""
        for posts in self.near.values():
            yield from posts

    def path(self, unit: int | None) -> tuple[int, ...]:
        """Return the units from `unit` up to its root; () without one."""
        return units.path(self.tree, unit)

    def posts(self, path: Iterable[int], group: int | None) -> list[Post]:
        """Return the posts held for one of the units, or for the group."""
        places: list[tuple[int | None, int | None]] = [(unit, None) for unit in path]
        return [post for place in (*places, (None, group)) for post in self.near.get(place, ())]


async def on(day: date) -> Today:
    """Return who is who on `day` (local)."""
    near: dict[tuple[int | None, int | None], list[Post]] = {}
    for post in await people.holders(_OFFICERS, day):
        near.setdefault((post.unit, post.group), []).append(post)
    return Today(day, await units.tree(), near, await substitutes.on(day))


async def panel(late: Late, asked: Asked, raised: Collection[str], who: Today) -> Panel:
    """Return who may act on the hand-in of a review; `raised` are the bodies that let it wait for the next level."""
    programme = await programmes.parsed(late.version)
    task = programme.task(late.task)
    home, organiser = who.path(late.unit), who.path(organising_unit(task, late.given))
    return who_may(
        programme,
        task,
        asked.signed,
        author=Author(late.author, home, late.group),
        posts=who.posts({*home, *organiser}, late.group),
        asked=asked.bodies,
        organiser=organiser,
        substitutes=who.away,
        raised=raised,
    )
