"""When a digest leaves: at the officer's hour of the week, on the next working day when that day is none."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from journey.approvers_clock import OFFICE_HOURS
from journey.sending_hours import Audience, SendingHours

WEEKDAYS = range(5)
HOURS = tuple(hour for each in OFFICE_HOURS for hour in range(each.opens.hour, each.closes.hour))
"""What can be chosen; where the unit's own hours differ, it leaves when those begin."""

GOOD_FOR = timedelta(days=3)
"""From the morning of its day: a Monday's leaves until Wednesday evening, then the next week's says more."""


@dataclass(frozen=True, slots=True)
class Choice:
    """When one officer wants the digest: `weekday` is 0 for Monday, `hour` local."""

    is_on: bool = True
    weekday: int = 0
    hour: int = 8


def week_of(day: date) -> date:
    """Return the Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def leaves_at(week: date, chosen: Choice, sending: SendingHours, zone: ZoneInfo) -> datetime | None:
    """Return when the digest of the week that begins on `week` is due, None when no working day of it is left."""
    wanted = datetime.combine(week + timedelta(days=chosen.weekday), time(chosen.hour), zone)
    found = sending.opens_at(wanted, Audience.OFFICER)
    return found if week_of(found.date()) == week else None


def is_too_late(due: datetime, local: datetime) -> bool:
    """Say whether a digest `due` then is not worth sending at `local` any more."""
    return local >= datetime.combine(due.date(), time(), due.tzinfo) + GOOD_FOR
