"""Reading the days of an absence: as people write them, and as our choices bring them back."""

import re
from datetime import date, timedelta

from handlers.member.evidence_dates import read_date
from journey.text import fold
from locales import texts

TOMORROW = timedelta(days=1)
MONDAY = 0  # of date.weekday()
FOR = (timedelta(days=7), timedelta(days=14), timedelta(days=30))
"""How long an absence is offered to last."""


def read_coming(said: str, today: date) -> date | None:
    """Return the local day meant; without a year the next such day, today included. None for what is no day."""
    if fold(said) in texts.words("substitutes.tomorrow-words"):
        return today + TOMORROW
    if len(re.findall(r"\d+", said)) != 2:
        return read_date(said, today)
    this_year = read_date(f"{said}/{today.year}", today)
    return this_year if this_year and this_year >= today else read_date(f"{said}/{today.year + 1}", today)


def read_choice(raw: str) -> date | None:
    """Return the day that a choice brings back (2027-03-01), None for anything else: it may be forged."""
    if not re.fullmatch(r"20\d\d-\d\d-\d\d", raw):
        return None
    try:
        return date.fromisoformat(raw)
    except ValueError:
        return None


def first_days(today: date) -> tuple[date, ...]:
    """Return the days from which an absence is offered: today, tomorrow, next Monday."""
    next_monday = today + timedelta(days=7 - (today.weekday() - MONDAY))
    return tuple(dict.fromkeys((today, today + TOMORROW, next_monday)))


def last_days(first: date) -> tuple[date, ...]:
    """Return the days until which an absence from `first` is offered."""
    return tuple(first + each - TOMORROW for each in FOR)
