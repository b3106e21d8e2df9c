"""Reading when a session is, as people write it: "15/7 14h", "thứ 6 tuần sau 14:00-16:30", "mai 8h30", "2 giờ chiều".

What the words are stands in locales/*/sessions.ftl; they are read without accents.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache

from journey.text import fold
from locales import texts

A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
NOON = 12
LATELY = timedelta(days=183)
"""A day without a year that was not longer ago was written by mistake, and is not next year's."""

LEAST, MOST = 15, 12 * 60
"""Minutes a session may last."""


class Unclear(StrEnum):
    """What is missing in what was written."""

    DAY = "day"
    TIME = "time"
    WEEKDAY = "weekday"  # the one that is named is not that of the day
    LENGTH = "length"  # it ends before it begins, or lasts all day


@dataclass(frozen=True, slots=True)
class When:
    """A local moment, and how many minutes it lasts, None where that was not said; what is `unclear`, None if nothing.

    Of what is unclear the rest is there: the day without a time has `at` at midnight.
    """

    at: datetime | None
    minutes: int | None = None
    unclear: Unclear | None = None


def read_when(said: str, now: datetime, day: date | None = None) -> When:
    """Return when is meant.

    Args:
        now: local.
        day: the day that was said before, for whom only the time was missing.
    """
    folded = f" {fold(said)} "
    times, rest = _times(folded)
    weekday, rest = _weekday(rest)
    wanted = _day(rest, weekday, now, times[0] if times else None) or day
    if wanted is None:
        return When(None, unclear=Unclear.DAY)
    if weekday is not None and wanted.weekday() != weekday:
        return When(_at(wanted, time(), now), unclear=Unclear.WEEKDAY)
    if not times:
        return When(_at(wanted, time(), now), unclear=Unclear.TIME)
    minutes = _minutes(times)
    if minutes is not None and not LEAST <= minutes <= MOST:
        return When(_at(wanted, times[0], now), unclear=Unclear.LENGTH)
    return When(_at(wanted, times[0], now), minutes)


def _at(day: date, hour: time, now: datetime) -> datetime:
    return datetime.combine(day, hour, now.tzinfo)


def _minutes(times: list[time]) -> int | None:
    if len(times) < 2:
        return None
    first, last = times[:2]
    return (last.hour - first.hour) * 60 + last.minute - first.minute


@cache
def _any(key: str) -> str:
    """Return the pattern of any of the words of `key`, the longest first."""
    found = sorted(texts.words(f"sessions.{key}"), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, found)) + ")"


@cache
def _time_pattern() -> re.Pattern[str]:
    mark, half, minute = _any("hour-words"), _any("half-words"), _any("minute-words")
    later, early = _any("afternoon-words"), _any("morning-words")
    return re.compile(
        rf"(?<![\d/.])(?P<hour>\d{{1,2}})(?:(?=\s*(?:-|–)\s*\d{{1,2}}\s*(?:{mark}\b|{mark}\d|:))"
        rf"|\s*(?:{mark}|:)(?:(?P<minute>\d{{2}})(?![\d/])|\s+(?P<spaced>\d{{2}})(?![\d/.-])|\s*(?P<half>{half})\b)?)"
        rf"(?:\s*{minute}\b)?(?:\s*(?P<later>{later})\b|\s*(?P<early>{early})\b)?"
    )


def _times(folded: str) -> tuple[list[time], str]:
    """Return the times of the day that are named, and what is left without them."""
    found: list[time] = []
    is_later = False
    for match in _time_pattern().finditer(folded):
        hour = int(match["hour"])
        minute = 30 if match["half"] else int(match["minute"] or match["spaced"] or 0)
        is_later = bool(match["later"]) or (is_later and not match["early"])
        if is_later and hour < NOON:
            hour += NOON
        if hour > 23 or minute > 59:
            continue
        found.append(time(hour, minute))
    return _in_order(found), _time_pattern().sub(" ", folded)


def _in_order(found: list[time]) -> list[time]:
    """Let "2 - 4h chiều" begin in the afternoon, too."""
    if len(found) > 1 and found[0].hour < NOON <= found[1].hour and found[1].hour - found[0].hour > NOON - 1:
        return [found[0].replace(hour=found[0].hour + NOON), *found[1:]]
    return found


def _weekday(folded: str) -> tuple[int | None, str]:
    """Return the day of the week that is named (Monday is 0), and what is left without it."""
    for number in range(7):
        pattern = re.compile(rf"(?<!\w){_any(f'weekday-{number}')}(?!\w)(?!\s*/)")
        if pattern.search(folded):
            return number, pattern.sub(" ", folded)
    return None, folded


def _day(folded: str, weekday: int | None, now: datetime, at: time | None) -> date | None:
    today = now.date()
    if (found := _written(folded, today)) is not None:
        return found
    return _near(folded, today) if weekday is None else _of_week(folded, weekday, now, at)


def _near(folded: str, today: date) -> date | None:
    """Return today, tomorrow or the day after it, where it is named."""
    for key, days in (("today-words", 0), ("overmorrow-words", 2), ("tomorrow-words", 1)):
        if re.search(rf"(?<!\w){_any(key)}(?!\w)", folded):
            return today + days * A_DAY
    return None


def _of_week(folded: str, weekday: int, now: datetime, at: time | None) -> date:
    """Return that day of this week or the next, as is said; else the next one on which `at` is still to come."""
    today = now.date()
    monday = today - today.weekday() * A_DAY
    if re.search(_any("next-week-words"), folded):
        return monday + A_WEEK + weekday * A_DAY
    wanted = monday + weekday * A_DAY
    if re.search(_any("this-week-words"), folded):
        return wanted
    is_over = wanted < today or (wanted == today and at is not None and at <= now.time())
    return wanted + A_WEEK if is_over else wanted


def _written(folded: str, today: date) -> date | None:
    """Return the day that is written in numbers, day before month; without a year one that lies near or ahead."""
    month, year = _any("month-words"), _any("year-words")
    if match := re.search(r"(?<!\d)(20\d\d)-(\d{1,2})-(\d{1,2})(?!\d)", folded):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    pattern = (
        rf"(?<!\d)(\d{{1,2}})\s*(?:[/.-]|{month})\s*(\d{{1,2}})(?:\s*(?:[/.-]|,?\s*{year})\s*(\d{{4}}|\d{{2}}))?(?!\d)"
    )
    match = re.search(pattern, folded)
    if match is None:
        return None
    day, number = int(match[1]), int(match[2])
    if match[3]:
        said = int(match[3])
        return _date(said + 2000 if said < 100 else said, number, day)
    this_year = _date(today.year, number, day)
    if this_year is not None and this_year >= today - LATELY:
        return this_year
    return _date(today.year + 1, number, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
