"""What a season would use of the month of a bot whose platform counts messages in both directions."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.rehearsal.months import Months
from journey.allowance import SHARES, Plan


@dataclass(frozen=True, slots=True)
class More:
    """How many messages a Zalo bot says, and hears, for one of the rehearsal's.

    What was said cannot change there: each tick of the registration is answered by a new message, so is each picture,
    and an officer learns only by deciding that somebody else has. Measured, up to the next twentieth: the same season
    on a channel that can what a Zalo bot can (python -m benchmarks --only zalo).
    """

    said: float
    heard: float = 1.0


MEMBERS, REGISTERING, OFFICERS = More(1.15), More(2.1), More(1.5, 1.35)

REMINDED_UP_TO = SHARES[0][1]
"""The share of a month from which on nobody is reminded any more: a season that comes there has too little."""

MEMBER = "member"
"""The name of what is of a member."""


@dataclass(frozen=True, slots=True)
class Used:
    """What some people would use of a month: messages said to them, heard of them, and the `share` of the limit."""

    name: str
    month: int
    said: int
    heard: int
    share: float

    @property
    def all(self) -> int:
        return self.said + self.heard


@dataclass(frozen=True, slots=True)
class Quota:
    """A plan held against a season.

    `months` are of as many average members as fill the bot, `worst` is the dearest of them, `group` the dearest month
    of one group's. `each` is one person in their dearest month: a member first, then kinds of officers. `people` are
    the members for whom one bot is enough in `worst`, before it stops reminding.
    """

    a_month: int
    seats: int
    months: Sequence[Used]
    mean: int
    worst: Used
    group: Used
    each: Sequence[Used]
    people: int

    @property
    def scale(self) -> int:
        """Return what a bar as wide as its row stands for."""
        return max(self.a_month, self.worst.all)

    @property
    def is_enough(self) -> bool:
        """Say whether a bot full of members never comes to where it stops reminding."""
        return self.people >= self.seats


def quota(
    months: Months, groups: Mapping[str, str], officers: Iterable[str], plan: Plan, registering: Collection[int]
) -> Quota | None:
    """Return what a season costs; None where the plan has no limit, or nobody was there.

    Args:
        groups: the names of the members' groups, by their codes.
        officers: their kinds.
        registering: the months in which members register.
    """
    there = months.use(months.months[-1], set(groups)).people if months.months else 0
    if not plan.a_month or not there:
        return None
    seats, reckoned = plan.users or there, _Reckoned(months, plan, registering)
    members = reckoned.months(MEMBER, set(groups), seats)
    worst = _dearest(members)
    each = [_dearest(reckoned.months(kind, {kind}, 1, are_members=False)) for kind in officers]
    return Quota(
        plan.a_month,
        seats,
        members,
        round(sum(month.all for month in members) / len(members)),
        worst,
        _dearest([_dearest(reckoned.months(title, {code}, seats)) for code, title in groups.items()]),
        [_dearest(reckoned.months(MEMBER, set(groups), 1)), *sorted(each, key=lambda used: -used.all)],
        min(seats, int(REMINDED_UP_TO * plan.a_month * seats / max(1, worst.all))),
    )


@dataclass(frozen=True, slots=True)
class _Reckoned:
    """A rehearsal's months as a Zalo bot would have lived them."""

    kept: Months
    plan: Plan
    registering: Collection[int]

    def months(self, name: str, places: set[str], people: int, *, are_members: bool = True) -> list[Used]:
        """Return what so many `people` would use of each month, if they were as those of `places` on average."""
        found = []
        for month in self.kept.months:
            more = OFFICERS if not are_members else REGISTERING if month in self.registering else MEMBERS
            use = self.kept.use(month, places)
            said, heard = round(use.said * more.said * people), round(use.heard * more.heard * people)
            found.append(Used(name, month, said, heard, (said + heard) / self.plan.a_month))
        return found


def _dearest(found: Sequence[Used]) -> Used:
    return max(found, key=lambda used: used.all)
