"""Which moments of a job are due."""

import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

import scheduler
from bot.due import Times

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
DAY = timedelta(days=1)


def local(*when: int) -> datetime:
    return datetime(*when, tzinfo=ZONE)  # type: ignore[misc, arg-type]


def test_moments_are_of_the_products_zone() -> None:
    times = Times("0 8 * * mon", ZONE)
    assert times.next(local(2027, 1, 4, 7)) == datetime(2027, 1, 4, 1, tzinfo=UTC)
    assert times.next(local(2027, 1, 4, 8)) == local(2027, 1, 11, 8)
    assert times.first(local(2027, 1, 4, 8)) == local(2027, 1, 4, 8)


def test_the_latest_moment_stands_for_all_before_it() -> None:
    times = Times("0 8 * * *", ZONE)
    monday, friday = local(2027, 1, 4, 8), local(2027, 1, 8, 8)
    assert times.latest(monday, local(2027, 1, 5, 7, 59)) is None
    assert times.latest(monday, friday - DAY) == friday - DAY
    assert times.latest(monday, friday + timedelta(hours=23)) == friday


def test_a_year_of_minutes_is_not_counted() -> None:
    times, now, began = Times("* * * * *", ZONE), local(2028, 1, 1), time.process_time()
    assert times.latest(now - 365 * DAY, now) == now
    assert time.process_time() - began < 0.5  # counted, it is 525,600 times 10 microseconds


@pytest.mark.parametrize("cron", ["0 8 * * 1", "every day", "0 8 * *"])
def test_a_weekday_is_written_by_name(cron: str) -> None:
    with pytest.raises(ValueError, match=r"mon to sun|Wrong number|fields"):
        Times(cron, ZONE)


@pytest.mark.parametrize("job", scheduler.JOBS, ids=lambda job: job.__name__)
def test_each_job_of_the_house_has_moments_and_knows_how_late_is_too_late(job: object) -> None:
    now = datetime(2027, 1, 1, tzinfo=UTC)
    assert now < Times(job.CRON, ZONE).next(now) <= now + 32 * DAY  # type: ignore[attr-defined]
    assert timedelta(0) < job.MISFIRE  # type: ignore[attr-defined]
