"""The unit's own days off, swapped working days and quiet period, by year: a TOML file, read whole.

[2027]
off = [2027-02-11]                  # off besides the holidays of the calendar
work = [2027-02-20]                 # a Saturday or Sunday worked instead, or a holiday that is worked
quiet = [2027-01-30, 2027-02-12]    # first and last day; without it, 23 tháng Chạp to mùng 7 Tết as reckoned
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from journey.working_days import Span

KNOWN = ("off", "work", "quiet")


class Reason(StrEnum):
    """Why a place is refused; the comment names the params of the fault."""

    CANNOT_OPEN = "cannot_open"  # why
    NOT_UTF8 = "not_utf8"
    SYNTAX = "syntax"  # line
    NOT_A_YEAR = "not_a_year"  # found
    EXPECTED_TABLE = "expected_table"
    UNKNOWN_KEY = "unknown_key"  # found, known
    EXPECTED_DAYS = "expected_days"  # year
    OTHER_YEAR = "other_year"  # found, year
    OFF_AND_WORKED = "off_and_worked"  # found
    EXPECTED_SPAN = "expected_span"  # year


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake; `place` is such as `2027.off`, "" for the whole file."""

    place: str
    reason: Reason
    params: Mapping[str, str] = field(default_factory=dict)


class BrokenHolidays(Exception):
    """A file with at least one mistake; all of them are in `faults`, in the file's order."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


@dataclass(frozen=True, slots=True)
class OwnDays:
    """What a unit sets for one year; `quiet` is None where it is left as reckoned."""

    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()
    quiet: Span | None = None


def read(data: bytes) -> dict[int, OwnDays]:
    """Return what is set, by year.

    Raises:
        BrokenHolidays: with all the mistakes.
    """
    faults: list[Fault] = []
    found = {year: _year(year, table, faults) for year, table in _years(_parse(data), faults)}
    if faults:
        raise BrokenHolidays(tuple(faults))
    return found


def _parse(data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BrokenHolidays((Fault("", Reason.NOT_UTF8),)) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))  # the other case is "at end of document"
        raise BrokenHolidays((Fault("", Reason.SYNTAX, {"line": line[1] if line else "–"}),)) from None


def _years(document: dict[str, Any], faults: list[Fault]) -> list[tuple[int, dict[str, Any]]]:
    found = []
    for name, table in document.items():
        if not re.fullmatch(r"2[01]\d\d", name):
            faults.append(Fault(name, Reason.NOT_A_YEAR, {"found": name}))
        elif not isinstance(table, dict):
            faults.append(Fault(name, Reason.EXPECTED_TABLE))
        else:
            found.append((int(name), table))
    return found


def _year(year: int, table: dict[str, Any], faults: list[Fault]) -> OwnDays:
    faults += [
        Fault(str(year), Reason.UNKNOWN_KEY, {"found": key, "known": ", ".join(KNOWN)})
        for key in table
        if key not in KNOWN
    ]
    off, work, quiet = (_days(year, key, table.get(key, []), faults) for key in KNOWN)
    for day in sorted(set(off) & set(work)):
        faults.append(Fault(f"{year}.work", Reason.OFF_AND_WORKED, {"found": day.isoformat()}))
    if "quiet" in table and (len(quiet) != 2 or quiet[1] < quiet[0]):
        faults.append(Fault(f"{year}.quiet", Reason.EXPECTED_SPAN, {"year": str(year)}))
        quiet = []
    return OwnDays(frozenset(off), frozenset(work), Span(*quiet) if quiet else None)


def _days(year: int, key: str, value: Any, faults: list[Fault]) -> list[date]:
    if not isinstance(value, list) or not all(isinstance(d, date) and not isinstance(d, datetime) for d in value):
        faults.append(Fault(f"{year}.{key}", Reason.EXPECTED_DAYS, {"year": str(year)}))
        return []
    for day in value:
        if day.year != year:
            faults.append(Fault(f"{year}.{key}", Reason.OTHER_YEAR, {"found": day.isoformat(), "year": str(year)}))
    return list(value)
