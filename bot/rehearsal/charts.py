"""The report's two pictures as plain shapes: messages of each day, and shares of people; the template draws them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

WIDTH, HEIGHT = 1000, 220
"""Of the picture of days, in its own units: it is drawn as wide as its page."""

TOP, BOTTOM = 14, 26
STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Bar:
    """One day: where it stands, how high all its messages and the unasked ones among them are."""

    x: float
    width: float
    y: float
    height: float
    unasked_y: float
    unasked_height: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across with its number, or a month with where it begins."""

    at: float
    value: int


@dataclass(frozen=True, slots=True)
class Days:
    """The picture of days."""

    bars: tuple[Bar, ...]
    lines: tuple[Mark, ...]
    months: tuple[Mark, ...]
    base: float


def days(loads: Iterable[tuple[date, int, int]], first: date, last: date) -> Days:
    """Return the picture of (day, messages, unasked ones) from `first` to `last`."""
    found = list(loads)
    number = (last - first).days + 1
    most = max((messages for _, messages, _ in found), default=0)
    top = _above(most)
    scale, width = (HEIGHT - TOP - BOTTOM) / top, WIDTH / number
    base = HEIGHT - BOTTOM
    bars = []
    for day, messages, unasked in found:
        high, low = messages * scale, unasked * scale
        x = (day - first).days * width
        bars.append(_rounded(x, width * 0.9, base - high, high, base - low, low))
    lines = tuple(Mark(round(base - part * top / 2 * scale, 1), part * top // 2) for part in (1, 2))
    months = tuple(
        Mark(round((date(first.year, month, 1) - first).days * width, 1), month)
        for month in range(first.month + (first.day > 1), last.month + 1)
    )
    return Days(tuple(bars), lines, months, base)


def _rounded(x: float, width: float, y: float, height: float, unasked_y: float, unasked_height: float) -> Bar:
    return Bar(*(round(each, 1) for each in (x, width, y, height, unasked_y, unasked_height)))


def _above(most: int) -> int:
    """Return an even round number not below `most`."""
    size = 10
    while True:
        for step in STEPS:
            if step * size >= most:
                return step * size
        size *= 10


@dataclass(frozen=True, slots=True)
class Part:
    """A share of a bar: what it is, how many, and from where to where in percent."""

    name: str
    count: int
    begins: float
    width: float


def shares(counts: Sequence[tuple[str, int]]) -> tuple[Part, ...]:
    """Return (name, count) as parts of one bar, in their order; what is nobody is left out."""
    total = sum(count for _, count in counts)
    parts, begins = [], 0.0
    for name, count in counts:
        if count:
            width = 100 * count / total
            parts.append(Part(name, count, round(begins, 2), round(width, 2)))
            begins += width
    return tuple(parts)
