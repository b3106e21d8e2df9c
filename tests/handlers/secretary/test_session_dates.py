"""When a session is, as officers write it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.secretary.sessions_when import Unclear, read_when

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2027, 6, 9, 10, 0, tzinfo=ZONE)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("15/7 14h", "2027-07-15 14:00"),
        ("14h 15/7", "2027-07-15 14:00"),
        ("15/07/2027 14:00", "2027-07-15 14:00"),
        ("14:00, 15-7-2027", "2027-07-15 14:00"),
        ("15.7.27 lúc 14h30", "2027-07-15 14:30"),
        ("14g30 ngày 15 tháng 7", "2027-07-15 14:30"),
        ("Ngày 15 tháng 7 năm 2027, 14 giờ 30 phút", "2027-07-15 14:30"),
        ("2027-07-15 14:00", "2027-07-15 14:00"),
        ("15/7 2h chiều", "2027-07-15 14:00"),
        ("7 giờ rưỡi tối 15/7", "2027-07-15 19:30"),
        ("8 giờ sáng mai", "2027-06-10 08:00"),
        ("mai 8h30", "2027-06-10 08:30"),
        ("ngày kia 8:30", "2027-06-11 08:30"),
        ("hôm nay 14h", "2027-06-09 14:00"),
        ("thứ 6 tuần sau 14:00", "2027-06-18 14:00"),
        ("THU 6 TUAN SAU 14H", "2027-06-18 14:00"),
        ("14h thứ sáu", "2027-06-11 14:00"),
        ("thứ 4 14h", "2027-06-09 14:00"),
        ("thứ tư 8h", "2027-06-16 08:00"),
        ("thứ hai 8h", "2027-06-14 08:00"),
        ("t7 tuần này 8h", "2027-06-12 08:00"),
        ("chủ nhật 8h", "2027-06-13 08:00"),
        ("CN tuần tới 8h", "2027-06-20 08:00"),
        ("thứ năm 15/7 14h", "2027-07-15 14:00"),
        ("2h chiều nay", "2027-06-09 14:00"),
        ("15/3 8h", "2027-03-15 08:00"),
        ("friday next week 2 pm 18/6", None),
        ("30/2 8h", None),
        ("sớm nhất có thể", None),
        ("", None),
    ],
)
def test_a_moment_is_read_as_it_is_written(said: str, meant: str | None) -> None:
    found = read_when(said, NOW)
    if meant is None:
        assert found.at is None or found.unclear is not None
        return
    assert found.unclear is None
    assert f"{found.at:%Y-%m-%d %H:%M}" == meant


@pytest.mark.parametrize(
    ("said", "begins", "minutes"),
    [
        ("15/7 14:00-16:30", "14:00", 150),
        ("15/7 14h - 16h", "14:00", 120),
        ("14-16h 15/7", "14:00", 120),
        ("2-4h chiều 15/7", "14:00", 120),
        ("15/7 từ 8h đến 11h30", "08:00", 210),
        ("15/7 14 giờ 30 - 16 giờ", "14:30", 90),
    ],
)
def test_from_when_to_when(said: str, begins: str, minutes: int) -> None:
    found = read_when(said, NOW)
    assert (found.unclear, f"{found.at:%d/%m %H:%M}", found.minutes) == (None, f"15/07 {begins}", minutes)


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        ("14h", Unclear.DAY),
        ("15/7", Unclear.TIME),
        ("thứ hai 15/7 14h", Unclear.WEEKDAY),
        ("15/7 16h-14h", Unclear.LENGTH),
        ("15/7 25h", Unclear.TIME),
        ("32/7 14h", Unclear.DAY),
    ],
)
def test_what_is_missing_is_named(said: str, lacks: Unclear) -> None:
    assert read_when(said, NOW).unclear is lacks


def test_a_time_alone_belongs_to_the_day_said_before() -> None:
    found = read_when("14h", NOW, read_when("15/7", NOW).at.date())  # type: ignore[union-attr]
    assert f"{found.at:%d/%m %H:%M}" == "15/07 14:00"


def test_in_december_a_day_of_january_is_the_next_years() -> None:
    found = read_when("5/1 8h", NOW.replace(month=12))
    assert f"{found.at:%Y-%m-%d}" == "2028-01-05"
