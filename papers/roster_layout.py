"""The roster's workbook: its sheets and columns, and the words a language gives them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto


class Sheet(StrEnum):
    UNITS = "units"
    GROUPS = "groups"
    PEOPLE = "people"
    ROLES = "roles"


class Column(StrEnum):
    UNITS_CODE = "units-code"
    UNITS_NAME = "units-name"
    UNITS_KIND = "units-kind"
    UNITS_PARENT = "units-parent"
    UNITS_FROM = "units-from"
    UNITS_TO = "units-to"
    GROUPS_CODE = "groups-code"
    GROUPS_NAME = "groups-name"
    GROUPS_UNIT = "groups-unit"
    PEOPLE_CODE = "people-code"
    PEOPLE_NAME = "people-name"
    PEOPLE_CALLED = "people-called"
    PEOPLE_UNIT = "people-unit"
    PEOPLE_GROUP = "people-group"
    PEOPLE_MEMBER = "people-member"
    PEOPLE_ADDRESS = "people-address"
    ROLES_PERSON = "roles-person"
    ROLES_ROLE = "roles-role"
    ROLES_SCOPE = "roles-scope"
    ROLES_FROM = "roles-from"
    ROLES_TO = "roles-to"


class Kind(Enum):
    """What a cell holds; SUGGESTED offers words and takes any, CHOSEN takes only these."""

    TEXT = auto()
    DATE = auto()
    SUGGESTED = auto()
    CHOSEN = auto()


@dataclass(frozen=True, slots=True)
class Field:
    column: Column
    width: int
    """Of the column, in characters."""
    limit: int = 64
    """Longest text, in characters."""
    kind: Kind = Kind.TEXT
    is_needed: bool = False


LAYOUT: Mapping[Sheet, tuple[Field, ...]] = {
    Sheet.UNITS: (
        Field(Column.UNITS_CODE, 16, is_needed=True),
        Field(Column.UNITS_NAME, 52, 255, is_needed=True),
        Field(Column.UNITS_KIND, 22, 64, Kind.SUGGESTED),
        Field(Column.UNITS_PARENT, 22),
        Field(Column.UNITS_FROM, 16, kind=Kind.DATE),
        Field(Column.UNITS_TO, 16, kind=Kind.DATE),
    ),
    Sheet.GROUPS: (
        Field(Column.GROUPS_CODE, 16, is_needed=True),
        Field(Column.GROUPS_NAME, 44, 255, is_needed=True),
        Field(Column.GROUPS_UNIT, 20, is_needed=True),
    ),
    Sheet.PEOPLE: (
        Field(Column.PEOPLE_CODE, 16),
        Field(Column.PEOPLE_NAME, 34, 120, is_needed=True),
        Field(Column.PEOPLE_CALLED, 16, 60),
        Field(Column.PEOPLE_UNIT, 16, is_needed=True),
        Field(Column.PEOPLE_GROUP, 14),
        Field(Column.PEOPLE_MEMBER, 12, kind=Kind.CHOSEN),
        Field(Column.PEOPLE_ADDRESS, 18, kind=Kind.CHOSEN),
    ),
    Sheet.ROLES: (
        Field(Column.ROLES_PERSON, 34, 120, is_needed=True),
        Field(Column.ROLES_ROLE, 30, kind=Kind.CHOSEN, is_needed=True),
        Field(Column.ROLES_SCOPE, 28),
        Field(Column.ROLES_FROM, 16, kind=Kind.DATE),
        Field(Column.ROLES_TO, 16, kind=Kind.DATE),
    ),
}


@dataclass(frozen=True)
class RosterWords:
    """What one language prints on the workbook, and how its words are read back."""

    guidance_sheet: str
    guidance: tuple[str, ...]
    """Lines of the first sheet; the first is its title."""
    lists_sheet: str
    """Name of the hidden sheet behind the drop-downs."""
    sheets: Mapping[Sheet, str]
    headings: Mapping[Column, str]
    notes: Mapping[Column, str]
    """The comment on each heading: what to write there."""
    examples: Mapping[Column, str]
    """The example row of each sheet; dates as d/m/yyyy, a left out column is empty."""
    example_prefix: str
    """What the code of an example begins with, and no other code."""
    choices: Mapping[Column, Mapping[str, tuple[str, ...]]]
    """Words of each CHOSEN column by the value they stand for; the first is the one offered."""
    suggestions: Mapping[Column, tuple[str, ...]]
    wrong_choice: str
    wrong_date: str
    """Shown by the spreadsheet program when something else is typed."""
