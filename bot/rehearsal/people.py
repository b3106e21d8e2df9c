"""Who plays a season: the characters of people.toml as values, and a unit full of them, the same for a seed."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from random import Random
from typing import Any

from journey.people import Role
from journey.programme import Reach
from storage.roster_lines import GroupLine, PersonLine, RoleLine, Roster, UnitLine

Days = tuple[int, int] | None
"""From and to, drawn evenly; None: never by themselves."""


@dataclass(frozen=True, slots=True)
class Member:
    """How a member goes through a season; the fields are those of people.toml."""

    name: str
    joins: Days
    registers: Days
    works: tuple[float, float]
    by_themselves: float
    reminded: float
    corrects: Days
    attends: float
    answers: float


@dataclass(frozen=True, slots=True)
class Officer:
    """How an officer decides; `away` is the first day of an absence (month, day), None without one."""

    name: str
    decides: tuple[int, int]
    away: tuple[int, int] | None = None
    away_days: int = 0
    substitute: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """people.toml: the characters with their shares, and what they say."""

    written: Mapping[str, Any]
    members: Mapping[str, Member]
    officers: Mapping[str, Officer]

    @property
    def habits(self) -> Mapping[str, Any]:
        return self.written["habits"]  # type: ignore[no-any-return]

    @property
    def said(self) -> Mapping[str, Sequence[str]]:
        return self.written["said"]  # type: ignore[no-any-return]

    @property
    def minutes(self) -> Mapping[str, float]:
        return self.written["minutes"]  # type: ignore[no-any-return]

    def outage(self, year: int) -> tuple[date, int]:
        """Return the local day on which the process stops, and for how many days."""
        written = self.written["outage"]
        return date(year, *month_day(written["begins"])), int(written["days"])

    def shares(self, kind: str) -> Mapping[str, float]:
        """Return the shares of the "members" or "officers"."""
        return self.written["shares"][kind]  # type: ignore[no-any-return]


def cast() -> Cast:
    """Read people.toml."""
    written = tomllib.loads(files(__package__).joinpath("people.toml").read_text("utf-8"))
    members = {
        name: Member(
            name,
            _days(each["joins"]),
            _days(each["registers"]),
            (each["works"][0], each["works"][1]),
            each["by_themselves"],
            each["reminded"],
            _days(each["corrects"]),
            each["attends"],
            each["answers"],
        )
        for name, each in written["members"].items()
    }
    officers = {
        name: Officer(
            name,
            (each["decides"][0], each["decides"][1]),
            month_day(each["away"]) if "away" in each else None,
            each.get("away_days", 0),
            each.get("substitute", False),
        )
        for name, each in written["officers"].items()
    }
    return Cast(written, members, officers)


def month_day(written: str) -> tuple[int, int]:
    """Return (month, day) of "05-10"."""
    month, _, day = written.partition("-")
    return int(month), int(day)


def _days(written: Sequence[int]) -> Days:
    return (written[0], written[1]) if written else None


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody of the made-up unit. `code` is the roster's; members have a character, officers one, leaders both.

    `body` is the role an officer's work is counted under.
    """

    code: str
    name: str
    group: str
    member: Member | None = None
    officer: Officer | None = None
    body: Role | None = None

    @property
    def kind(self) -> str:
        """What the report counts them under: the member's character, else the officer's role."""
        return self.member.name if self.member else str(self.body)


@dataclass(frozen=True, slots=True)
class Unit:
    """The whole made-up unit: everybody, and the roster that says so."""

    players: tuple[Player, ...]
    roster: Roster
    groups: Mapping[str, str]


_OF_A_UNIT = (Role.SECRETARY, Role.EXECUTIVE, Role.EXECUTIVE, Role.PARTY_COMMITTEE, Role.ORGANISER)
_OF_THE_TOP = (Role.SECRETARY, Role.STANDING_COMMITTEE, Role.STANDING_COMMITTEE, Role.PARTY_COMMITTEE, Role.ORGANISER)
_TOP = "TOP"

STAFFED = frozenset(
    {(Reach.GROUP, Role.GROUP_LEADER), (Reach.GROUP, Role.SUPERVISOR)}
    | {(Reach.UNIT, role) for role in (*_OF_A_UNIT, *_OF_THE_TOP)}
    | {(Reach.TOP, role) for role in _OF_THE_TOP}
)
"""Whose posts the made-up unit has, and where they are looked for."""


def unit(cast_: Cast, members: int, groups: int, chance: Random) -> Unit:
    """Make a unit of `members` in `groups` (at least one each), with every post that a programme may ask for."""
    house = cast_.written["units"]
    homes = {f"T{n}": f"U{n // house['groups'] + 1}" for n in range(groups)}
    units = list(dict.fromkeys(homes.values()))
    players = [*_members(cast_, members, list(homes), chance), *_officers(cast_, units, list(homes), chance)]
    persons: list[PersonLine] = []
    roles: list[RoleLine] = []
    for row, each in enumerate(players, 2):
        home = homes.get(each.group) or each.group or _TOP
        group = each.group if each.group in homes else ""
        persons.append(PersonLine(row, each.code, each.name, home, group, is_member=each.member is not None))
        if each.body is not None:
            of_group = each.body in (Role.GROUP_LEADER, Role.SUPERVISOR)
            roles.append(RoleLine(len(roles) + 2, each.code, each.body, group if of_group else home))
    titles = {code: f"{house['group']} {n}" for n, code in enumerate(homes, 1)}
    lines = (
        UnitLine(2, _TOP, house["top"]),
        *(UnitLine(row, code, f"{house['unit']} {row - 2}", parent=_TOP) for row, code in enumerate(units, 3)),
    )
    of_groups = tuple(GroupLine(row, code, titles[code], home) for row, (code, home) in enumerate(homes.items(), 2))
    return Unit(tuple(players), Roster(lines, of_groups, tuple(persons), tuple(roles)), titles)


def _members(cast_: Cast, count: int, groups: Sequence[str], chance: Random) -> list[Player]:
    """Return the members; the first of each group leads it."""
    characters = drawn(cast_.shares("members"), count, chance)
    leaders = drawn(cast_.shares("officers"), len(groups), chance)
    players = []
    for number, character in enumerate(characters):
        leads = number < len(groups)
        players.append(
            Player(
                f"M{number + 1}",
                _name(cast_, chance),
                groups[number % len(groups)],
                cast_.members["diligent" if leads else character],
                cast_.officers[leaders[number]] if leads else None,
                Role.GROUP_LEADER if leads else None,
            )
        )
    return players


def _officers(cast_: Cast, units: Sequence[str], groups: Sequence[str], chance: Random) -> list[Player]:
    posts = [(group, Role.SUPERVISOR) for group in groups]
    posts += [(home, role) for home in units for role in _OF_A_UNIT]
    posts += [("", role) for role in _OF_THE_TOP]
    characters = drawn(cast_.shares("officers"), len(posts), chance)
    return [
        Player(f"C{number}", _name(cast_, chance), place, None, cast_.officers[character], role)
        for number, ((place, role), character) in enumerate(zip(posts, characters, strict=True), 1)
    ]


def drawn(shares: Mapping[str, float], count: int, chance: Random) -> list[str]:
    """Return `count` names in shares as near as whole people allow, in any order."""
    found: list[str] = []
    owed = 0.0
    for name, share in shares.items():
        owed += share * count
        found += [name] * (round(owed) - len(found))
    chance.shuffle(found)
    return found


def _name(cast_: Cast, chance: Random) -> str:
    names = cast_.written["names"]
    return " ".join(chance.choice(names[part]) for part in ("family", "middle", "given"))
