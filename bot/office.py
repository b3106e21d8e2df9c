"""When officers work and people are written to: Vietnam's holidays, the unit's own days, the hours, the patience."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings
from journey.approvers_clock import Office, Patience
from journey.holidays_file import BrokenHolidays, Fault, OwnDays, Reason, read
from journey.sending_hours import SendingHours
from journey.working_days import SATURDAY, Span, WorkingDays

if TYPE_CHECKING:
    from holidays import HolidayBase

KITCHEN_GODS = timedelta(days=7)
"""From 23 tháng Chạp to the eve of Tết where that month has thirty days; with twenty-nine it is a day early."""

LAST_QUIET = timedelta(days=6)
"""From mùng 1 to mùng 7."""


class Offices:
    """The officers' calendar, worked out once for each year."""

    def __init__(self, settings: Settings) -> None:
        """Read what the unit set.

        Raises:
            BrokenHolidays: its file cannot be used; every mistake is named.
        """
        self._hours = settings.office_hours
        self._member = settings.member_hours
        self._a_week = settings.reminders_a_week
        self._patience = Patience(*settings.approver_days)
        self._own = read_own(settings.holidays_file) if settings.holidays_file is not None else {}
        self._years: dict[int, SendingHours] = {}

    def at(self, day: date) -> SendingHours:
        """Return what holds around `day` (local): its year, the one before and the one after are known."""
        if day.year not in self._years:
            around = range(day.year - 1, day.year + 2)
            office = Office(working_days(around, self._own), self._hours, self._patience)
            self._years = {day.year: SendingHours(office, self._member, self._a_week)}
        return self._years[day.year]


def read_own(file: Path) -> dict[int, OwnDays]:
    """Return what a unit's file sets, by year.

    Raises:
        BrokenHolidays
    """
    try:
        return read(file.read_bytes())
    except OSError as error:
        raise BrokenHolidays((Fault("", Reason.CANNOT_OPEN, {"why": error.strerror or ""}),)) from None


def working_days(years: range, own: Mapping[int, OwnDays]) -> WorkingDays:
    """Return the working days of `years`: by law and decree as far as they are known, changed by what `own` sets."""
    found = _vietnam(years)
    off, worked = set(found), {day for day in found.weekend_workdays if day.weekday() >= SATURDAY}
    quiet = []
    for year in years:
        ours = own.get(year, OwnDays())
        off, worked = (off | ours.off) - ours.work, (worked | ours.work) - ours.off
        quiet.append(ours.quiet or _around_tet(year))
    return WorkingDays(frozenset(off), frozenset(worked), tuple(quiet))


def _around_tet(year: int) -> Span:
    (first,) = _vietnam(year).get_named("Tết Nguyên Đán", lookup="exact")
    return Span(first - timedelta(days=1) - KITCHEN_GODS, first + LAST_QUIET)


def _vietnam(years: int | range) -> "HolidayBase":
    import holidays  # 4 MB, for the process that has the clock

    return holidays.country_holidays("VN", years=years, language="vi")
