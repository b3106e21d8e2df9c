"""What a filled-in roster says: plain rows, faults with their place, and why a file is refused whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journey.refusal import Refused
from papers.roster_layout import Column, Sheet
from papers.roster_values import as_text


class NotASpreadsheet(Refused):
    """No readable .xlsx."""


class MissingSheet(Refused):
    def __init__(self, sheet: Sheet, name: str) -> None:
        super().__init__(sheet, name)
        self.sheet, self.name = sheet, name


class MissingColumns(Refused):
    """`names` are the headings looked for, `sheet` is called `name`."""

    def __init__(self, sheet: Sheet, name: str, names: tuple[str, ...]) -> None:
        super().__init__(sheet, name, names)
        self.sheet, self.name, self.names = sheet, name, names


class TooManyRows(Refused):
    def __init__(self, sheet: Sheet, limit: int) -> None:
        super().__init__(sheet, limit)
        self.sheet, self.limit = sheet, limit


class TooManyColumns(Refused):
    def __init__(self, sheet: Sheet, limit: int) -> None:
        super().__init__(sheet, limit)
        self.sheet, self.limit = sheet, limit


class Reason(StrEnum):
    """Why a cell is refused; beside it, what RowFault.params holds."""

    EMPTY = "empty"
    TOO_LONG = "too-long"  # limit
    FORMULA = "formula"
    BROKEN_DATE = "broken-date"  # found
    DATE_FOR_TEXT = "date-for-text"  # found: the spreadsheet program made a date of a code
    UNKNOWN_WORD = "unknown-word"  # found, known
    EXAMPLE_KEPT = "example-kept"  # found: an example was written over, its code was not


@dataclass(frozen=True, slots=True)
class RowFault:
    sheet: Sheet
    row: int
    """As the spreadsheet program counts, from 1."""
    column: Column
    reason: Reason
    params: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RawRow:
    row: int
    """As the spreadsheet program counts, from 1."""
    cells: Mapping[Column, str | date]
    """Every column of its sheet; "" of an empty cell, the text as found of a broken date."""

    def text(self, column: Column) -> str:
        """Return the text, or the value a chosen word stands for; "" when empty."""
        value = self.cells[column]
        return value if isinstance(value, str) else as_text(value)

    def day(self, column: Column) -> date | None:
        """Return the day; None when empty or broken (which is a fault of its own)."""
        value = self.cells[column]
        return value if isinstance(value, date) else None


@dataclass(frozen=True)
class RawRoster:
    units: tuple[RawRow, ...]
    groups: tuple[RawRow, ...]
    people: tuple[RawRow, ...]
    roles: tuple[RawRow, ...]
    faults: tuple[RowFault, ...]
    """By sheet, then row, then column."""
    ignored: tuple[tuple[Sheet, str], ...]
    """Headings that say nothing to us."""
