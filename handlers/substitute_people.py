"""Who may set a substitute for whom, and who may be one: officers of one unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from journey.people import Post, Role
from journey.substitutes import Substitution
from storage import people, units

_OFFICERS = tuple(role for role in Role if role is not Role.MEMBER)


@dataclass(frozen=True, slots=True)
class Officers:
    """The officers' posts of today by person, and where each holds: the ids of its unit and of all above, own first."""

    posts: Mapping[int, tuple[Post, ...]]
    places: Mapping[Post, tuple[int, ...]]

    def may_set(self, person: int, absent: int) -> bool:
        """Say whether `person` may set and end substitutes for `absent`: oneself, or an officer below as secretary."""
        if absent not in self.posts or person not in self.posts:
            return False
        return person == absent or absent in self.below(person)

    def below(self, person: int) -> list[int]:
        """Return the officers of the units of which `person` is the secretary, and of those below; not `person`.

        Whoever holds a post elsewhere, too, is none of them: a substitute decides in all that the absent one may.
        """
        over = {post.unit for post in self.posts.get(person, ()) if post.role is Role.SECRETARY}
        found = (who for who, posts in self.posts.items() if all(over.intersection(self.places[p]) for p in posts))
        return [who for who in found if who != person]

    def candidates(self, absent: int) -> list[int]:
        """Return the officers of the same units, who may stand in for `absent`; those of the same role there first."""
        same = {(post.role, self._unit(post)) for post in self.posts.get(absent, ())}
        units_ = {unit for _, unit in same if unit is not None}
        found = {
            who: not any((post.role, self._unit(post)) in same for post in posts)
            for who, posts in self.posts.items()
            if who != absent and any(self._unit(post) in units_ for post in posts)
        }
        return sorted(found, key=lambda who: found[who])

    def _unit(self, post: Post) -> int | None:
        return next(iter(self.places[post]), None)

    def concerns(self, person: int, each: Substitution) -> bool:
        """Say whether `person` sees a substitution, and may end it: a side of it, or the secretary over who is away."""
        return person in (each.absent, each.substitute) or self.may_set(person, each.absent)


async def officers(today: date) -> Officers:
    """Return the officers of `today` (local), by the Vietnamese order of their names."""
    held: dict[int, list[Post]] = {}
    for post in await people.holders(_OFFICERS, today):
        held.setdefault(post.person, []).append(post)
    tree, groups = await units.tree(), await units.groups()
    order = await people.in_order(held)
    posts = {person: tuple(held[person]) for person in order}

    def place(post: Post) -> tuple[int, ...]:
        unit = groups[post.group].unit if post.group is not None and post.group in groups else post.unit
        return units.path(tree, unit)

    return Officers(posts, {post: place(post) for each in posts.values() for post in each})
