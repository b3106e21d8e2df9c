"""Working days: from Monday to Friday but for the days off, and the weekend days that are worked instead."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5  # of date.weekday()
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Both days belong to it."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Which local days are worked.

    Attributes:
        off: holidays and days in lieu.
        worked: Saturdays and Sundays worked for another day; `off` goes before it.
        quiet: when nobody is urged (around Tết): no working days for us, though offices may be open.
    """

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    quiet: tuple[Span, ...] = ()

    def has(self, day: date) -> bool:
        """Say whether `day` is a working day."""
        return not self.is_quiet(day) and (day.weekday() < SATURDAY or day in self.worked)

    def is_quiet(self, day: date) -> bool:
        """Say whether nobody is to be written to unasked: a day off by law, or around Tết."""
        return day in self.off or any(day in span for span in self.quiet)

    def count(self, since: date, until: date) -> int:
        """Return how many working days come after `since`, up to and with `until`; 0 when `until` is not later."""
        return sum(self.has(day) for day in _days(since, until))

    def after(self, day: date, number: int) -> date:
        """Return the working day that is the `number`th (1 or more) after `day`."""
        while number:
            day += A_DAY
            number -= self.has(day)
        return day

    def before(self, day: date, number: int) -> date:
        """Return the last day from which `number` (0 or more) working days have come by `day`."""
        while number:
            number -= self.has(day)
            day -= A_DAY
        return day


def _days(since: date, until: date) -> Iterator[date]:
    for number in range(1, (until - since).days + 1):
        yield since + timedelta(days=number)
