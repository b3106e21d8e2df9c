"""The week of a unit or a group: figures with denominators, added up from the smallest places there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from journey.at_risk import AtRisk
from journey.people import Post, Role

WEEK = timedelta(days=7)
"""What a digest looks back on, and ahead."""

LONGEST = 3
"""How many of those that wait longest are named."""

ALWAYS = frozenset({Role.SECRETARY})
"""Who gets a digest unless they do not want it."""

BY_CHOICE = frozenset({Role.SUPERVISOR, Role.GROUP_LEADER, Role.ORGANISER, Role.STANDING_COMMITTEE})
"""Who gets one when they want it."""

Place = tuple[int | None, int | None]
"""The (unit, group) of a member: the smallest place figures are known of."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose week it is: the members of `units` (those below are among them) and of `groups`.

    `tops` are the units of the posts themselves, `groups` those outside of `units`.
    """

    units: frozenset[int]
    groups: frozenset[int]
    tops: tuple[int, ...] = ()

    def has(self, place: Place) -> bool:
        """Say whether the members of `place` are meant."""
        return place[0] in self.units or place[1] in self.groups

    @property
    def named(self) -> str:
        """Return what tells it from other scopes: figures of another one are not compared with."""
        return " ".join([*(f"u{unit}" for unit in self.tops), *(f"g{group}" for group in sorted(self.groups))])


def scope(posts: Iterable[Post], below: Mapping[int, frozenset[int]], homes: Mapping[int, int]) -> Scope:
    """Return whose week somebody with these `posts` may see; what lies in another of their units is not named twice.

    Args:
        below: every unit with itself and all below it.
        homes: every group with the unit it belongs to.
    """
    held = [post for post in posts if post.role in ALWAYS | BY_CHOICE]
    groups = frozenset(post.group for post in held if post.group is not None)
    if any(post.unit is None and post.group is None for post in held):
        return Scope(frozenset(below), frozenset())
    own = {post.unit for post in held if post.unit is not None}
    tops = sorted(unit for unit in own if not any(unit in below.get(other, ()) for other in own - {unit}))
    units = frozenset(unit for top in tops for unit in below.get(top, ()))
    return Scope(units, frozenset(group for group in groups if homes.get(group) not in units), tuple(tops))


@dataclass(frozen=True, slots=True)
class Tally:
    """Members of a place; `handed_in` and `approved` are hand-ins of the week, `waiting` those that wait by now."""

    members: int = 0
    registered: int = 0
    provisional: int = 0
    done: int = 0
    at_risk: int = 0
    handed_in: int = 0
    approved: int = 0
    waiting: int = 0

    @property
    def in_progress(self) -> int:
        """Return how many registered and have not come to the end."""
        return self.registered - self.provisional - self.done

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(Tally)))


@dataclass(frozen=True, slots=True)
class Noticed:
    """A member to look after."""

    person: int
    why: AtRisk


class Barrier(StrEnum):
    """What keeps every message from a member who has come."""

    BLOCKED = "blocked"  # the member blocked us, on every channel
    WINDOW = "window"  # and has not written for longer than the platform allows
    QUOTA = "quota"  # the bot's month is used up


@dataclass(frozen=True, slots=True)
class Unreached:
    """A member whom nothing can reach now: somebody has to speak to them."""

    person: int
    why: Barrier


@dataclass(frozen=True, slots=True)
class Held:
    """A hand-in that waits, since when (UTC)."""

    submission: int
    person: int
    task: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Coming:
    """A session of the week to come; `unit` and `group` say for whom, both None for everybody. In UTC."""

    session: int
    title: str
    starts_at: datetime
    unit: int | None
    group: int | None

    def is_for(self, places: Iterable[Place], above: Mapping[int, frozenset[int]]) -> bool:
        """Say whether members of any of `places` are invited; `above` is every unit with itself and all above it."""
        if self.group is not None:
            return any(group == self.group for _, group in places)
        return self.unit is None or any(unit is not None and self.unit in above.get(unit, ()) for unit, _ in places)


@dataclass(frozen=True, slots=True)
class Answers:
    """How many said they come, and that they do not."""

    going: int = 0
    away: int = 0

    def __add__(self, other: "Answers") -> "Answers":
        return Answers(self.going + other.going, self.away + other.away)


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything known of the week, by place."""

    tallies: Mapping[Place, Tally] = field(default_factory=dict)
    noticed: Mapping[Place, Sequence[Noticed]] = field(default_factory=dict)
    held: Mapping[Place, Sequence[Held]] = field(default_factory=dict)
    coming: Sequence[Coming] = ()
    answers: Mapping[int, Mapping[Place, Answers]] = field(default_factory=dict)
    unreached: Mapping[Place, Sequence[Unreached]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Digest:
    """The week of one scope.

    `places` are its parts with their figures; `held` waits longest; `noticed` is in the order it was counted.
    """

    scope: Scope
    tally: Tally
    places: Mapping[Place, Tally]
    held: tuple[Held, ...]
    noticed: tuple[Noticed, ...]
    coming: tuple[tuple[Coming, Answers], ...]
    unreached: tuple[Unreached, ...] = ()


def fold(who: Scope, known: Figures, above: Mapping[int, frozenset[int]]) -> Digest:
    """Add up what is known of `who`."""
    places = {place: tally for place, tally in known.tallies.items() if who.has(place)}
    held = sorted(
        (each for place in places for each in known.held.get(place, ())), key=lambda each: (each.since, each.submission)
    )
    return Digest(
        who,
        sum(places.values(), Tally()),
        places,
        tuple(held[:LONGEST]),
        tuple(each for place in places for each in known.noticed.get(place, ())),
        tuple(
            (
                each,
                sum(
                    (found for place, found in known.answers.get(each.session, {}).items() if who.has(place)), Answers()
                ),
            )
            for each in known.coming
            if each.is_for(places, above)
        ),
        tuple(each for place in places for each in known.unreached.get(place, ())),
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a digest for the next one: its figures, on the local day `on`; `of` is the scope's `named`."""

    on: date
    tally: Tally
    of: str

    def to_json(self) -> dict[str, Any]:
        return {"on": self.on.isoformat(), "of": self.of, **asdict(self.tally)}


def kept(found: Mapping[str, Any]) -> Kept | None:
    """Return what `to_json` gave, None of a digest that had no figures."""
    if not found:
        return None
    tally = Tally(**{each.name: found[each.name] for each in fields(Tally)})
    return Kept(date.fromisoformat(found["on"]), tally, found.get("of", ""))


def has_news(now: Digest, before: Kept | None) -> bool:
    """Say whether anything is to be told: a figure changed, something was handed in or decided, a session is near."""
    if before is None or now.tally.handed_in or now.tally.approved or now.coming:
        return True
    return now.tally != replace(before.tally, handed_in=0, approved=0)
