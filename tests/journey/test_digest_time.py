"""When a digest is due, over twenty years of weeks: at work, in its own week, and not for ever."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.office import working_days
from journey.approvers_clock import Office
from journey.digest_time import HOURS, WEEKDAYS, Choice, is_too_late, leaves_at, week_of
from journey.sending_hours import Audience, SendingHours

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def test_in_every_week_of_twenty_years_it_leaves_at_work_on_its_day_or_the_next_worked_one() -> None:
    dropped = 0
    for year in range(2020, 2041):
        sending = SendingHours(Office(working_days(range(year - 1, year + 2), {})))
        for number in range(52):
            week = week_of(date(year, 1, 1)) + timedelta(days=7 * number)
            for chosen in (Choice(), Choice(True, WEEKDAYS[-1], HOURS[-1])):
                due = leaves_at(week, chosen, sending, ZONE)
                if due is None:
                    dropped += 1
                    days = range(chosen.weekday + 1, 7)
                    assert not any(sending.office.days.has(week + timedelta(days=day)) for day in days)
                    continue
                assert week_of(due.date()) == week
                assert sending.closes_at(due, Audience.OFFICER) is not None
                assert due >= datetime(week.year, week.month, week.day, chosen.hour, tzinfo=ZONE) + timedelta(
                    days=chosen.weekday
                )
    assert dropped > 21, "Tết is two weeks of every year"


def test_a_mondays_digest_is_worth_reading_until_wednesday_evening() -> None:
    monday = datetime(2027, 3, 1, 8, tzinfo=ZONE)
    assert not is_too_late(monday, datetime(2027, 3, 3, 20, tzinfo=ZONE))
    assert is_too_late(monday, datetime(2027, 3, 4, 0, tzinfo=ZONE))
