"""When people may be written to unasked, by the real calendar."""

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.office import Offices
from bot.settings import Settings
from journey.sending_hours import Audience, Own, SendingHours

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MEMBER, OFFICER = Audience.MEMBER, Audience.OFFICER
EVENING = Own(time(17, 30), time(20, 30))


@cache
def hours(year: int) -> SendingHours:
    return Offices(Settings(_env_file=None)).at(date(year, 7, 1))


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, month, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("asked", "audience", "own", "opens"),
    [
        (at(3, 8, 9), MEMBER, None, at(3, 8, 9)),
        (at(3, 8, 7, 59), MEMBER, None, at(3, 8, 8)),
        (at(3, 8, 11, 30), MEMBER, None, at(3, 8, 13, 30)),
        (at(3, 8, 20, 30), MEMBER, None, at(3, 9, 8)),
        (at(3, 13, 9), MEMBER, None, at(3, 13, 9)),  # a Saturday
        (at(3, 13, 9), OFFICER, None, at(3, 15, 8)),
        (at(3, 8, 11), OFFICER, None, at(3, 8, 14)),
        (at(4, 29, 21), MEMBER, None, at(5, 2, 8)),  # 30 April and 1 May are holidays
        (at(1, 28, 21), MEMBER, None, at(2, 13, 8)),  # around Tết, 23 tháng Chạp to mùng 7
        (at(1, 28, 21), OFFICER, None, at(2, 15, 8)),
        (at(3, 8, 9), MEMBER, EVENING, at(3, 8, 17, 30)),
        (at(3, 8, 9), OFFICER, EVENING, at(3, 8, 9)),  # the house never writes to officers in the evening
    ],
)
def test_the_first_moment_is(asked: datetime, audience: Audience, own: Own | None, opens: datetime) -> None:
    assert hours(2027).opens_at(asked, audience, own) == opens


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2040, 12, 31)),  # noqa: DTZ001 - local, the zone follows
    st.sampled_from(Audience),
    st.none() | st.sampled_from([EVENING, Own(time(9), time(10)), Own(time(11), time(14))]),
)
@settings(max_examples=200, deadline=None)
def test_the_first_moment_is_inside_the_hours_and_none_before_it_is(
    naive: datetime, audience: Audience, own: Own | None
) -> None:
    asked = naive.replace(tzinfo=ZONE)
    known = hours(asked.year)
    opens = known.opens_at(asked, audience, own)
    closes = known.closes_at(opens, audience, own)
    assert closes is not None
    assert opens < closes
    assert not known.office.days.is_quiet(opens.date())
    step = max((opens - asked) / 50, timedelta(minutes=1))
    before = (asked + number * step for number in range(50))
    assert all(known.closes_at(moment, audience, own) is None for moment in before if moment < opens)
