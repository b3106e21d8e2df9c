"""Reading a date as people write it: 05/03/2027, 5-3-27, ngày 5 tháng 3, hôm qua."""

import re
from datetime import date, timedelta

from journey.text import fold
from locales import texts

OLDEST = date(2000, 1, 1)


def read_date(said: str, today: date) -> date | None:
    """Return the local date meant, day before month; without a year, the latest such day up to `today`.

    None for what is no date.
    """
    folded = fold(said)
    if folded in texts.words("evidence.today-words"):
        return today
    if folded in texts.words("evidence.yesterday-words"):
        return today - timedelta(days=1)
    numbers = re.findall(r"\d+", folded)
    match [len(each) for each in numbers]:
        case [4, 1 | 2, 1 | 2]:
            return _date(int(numbers[0]), int(numbers[1]), int(numbers[2]))
        case [1 | 2, 1 | 2, 4 | 2]:
            year = int(numbers[2])
            return _date(year + 2000 if len(numbers[2]) == 2 else year, int(numbers[1]), int(numbers[0]))
        case [1 | 2, 1 | 2]:
            return _last(int(numbers[1]), int(numbers[0]), today)
        case _:
            return None


def _last(month: int, day: int, today: date) -> date | None:
    this_year = _date(today.year, month, day)
    if this_year is not None and this_year <= today:
        return this_year
    return _date(today.year - 1, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if found >= OLDEST else None
