"""What a cell of a roster says, however a spreadsheet program kept it."""

import re
from datetime import date, datetime, time, timedelta

from journey.text import nfc

Raw = int | float | str | bool | time | date | datetime | timedelta
"""What python-calamine hands out."""

_DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u00ad"))


def as_text(raw: Raw) -> str:
    """Return the cell as a person reads it: NFC, single blanks, 1.0 as "1", a date as dd/mm/yyyy."""
    match raw:
        case bool():
            return "1" if raw else "0"
        case float() if raw.is_integer():
            return str(int(raw))
        case date():
            return f"{raw:%d/%m/%Y}"
        case _:
            return " ".join(nfc(str(raw)).translate(_INVISIBLE).split())


def as_date(raw: Raw) -> date | None:
    """Return the day of a real date or of one written out; None of anything else."""
    match raw:
        case datetime():
            return raw.date()
        case date():
            return raw
        case str():
            return parse_date(as_text(raw))
        case _:
            return None


def parse_date(text: str) -> date | None:
    """Return the day of d/m/yyyy, d-m-yyyy, d.m.yyyy or yyyy-mm-dd; never month first."""
    if found := _DAY_FIRST.fullmatch(text):
        day, _, month, year = found.groups()
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
