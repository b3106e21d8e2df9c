"""What a roster file says, line by line, and what is wrong with a line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from journey.people import Role


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit; `parent` is a unit's code or "", dates are local and inclusive."""

    row: int
    code: str
    name: str
    kind: str = ""
    parent: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group of the unit with code `unit`."""

    row: int
    code: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person. `code`, `called`, `group`, `address` may be ""; `is_member`: an outstanding member (ĐVUT)."""

    row: int
    code: str
    full_name: str
    unit: str
    group: str = ""
    called: str = ""
    address: str = ""
    is_member: bool = True


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role. `person` is a code or a full name, `scope` the code of a group or a unit, "" for everywhere."""

    row: int
    person: str
    role: Role
    scope: str = ""
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """A whole file."""

    units: tuple[UnitLine, ...] = ()
    groups: tuple[GroupLine, ...] = ()
    people: tuple[PersonLine, ...] = ()
    roles: tuple[RoleLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake: `sheet` is a field of `Roster`, `column` of its line, `row` as the spreadsheet counts.

    `reason` is a key of roster.ftl, `params` its values.
    """

    sheet: str
    row: int
    column: str
    reason: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the database holds already, by code in small letters.

    `units` gives each unit's parent code ("" at a root); `people` gives (unit code, folded name) by code.
    """

    units: Mapping[str, str] = field(default_factory=dict)
    groups: frozenset[str] = frozenset()
    people: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Count:
    """How many lines were new, changed something, or said what was there."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


def key(code: str) -> str:
    """Return what codes are compared by: capitals do not matter."""
    return code.casefold()
