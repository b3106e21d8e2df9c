"""Working days: counting them and landing on them are one thing, over holidays and swapped days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.working_days import Span, WorkingDays

MONDAY = date(2027, 1, 11)
DAYS = st.integers(0, 120).map(lambda number: MONDAY + timedelta(days=number))
SOME = st.frozensets(DAYS, max_size=40)
SPANS = st.tuples(DAYS, st.integers(0, 20)).map(lambda pair: Span(pair[0], pair[0] + timedelta(days=pair[1])))
CALENDARS = st.builds(WorkingDays, SOME, SOME, st.lists(SPANS, max_size=2).map(tuple))


@given(CALENDARS, DAYS, st.integers(1, 15))
def test_the_nth_working_day_is_one_and_is_counted_as_the_nth(days: WorkingDays, start: date, number: int) -> None:
    landed = days.after(start, number)
    assert days.has(landed)
    assert days.count(start, landed) == number
    assert days.count(start, landed - timedelta(days=1)) == number - 1


@given(CALENDARS, DAYS, st.integers(0, 15))
def test_the_day_before_n_working_days_is_the_last_from_which_n_have_come(
    days: WorkingDays, today: date, number: int
) -> None:
    start = days.before(today, number)
    assert days.count(start, today) == number
    assert number == 0 or days.count(start + timedelta(days=1), today) == number - 1


@given(CALENDARS, DAYS)
def test_no_day_off_and_no_quiet_day_is_worked(days: WorkingDays, day: date) -> None:
    assert not (days.has(day) and (day in days.off or any(day in span for span in days.quiet)))


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        (date(2027, 1, 15), True),
        (date(2027, 1, 16), False),  # Saturday
        (date(2027, 1, 17), False),
        (date(2027, 1, 23), True),  # a Saturday worked for Friday
        (date(2027, 1, 22), False),
        (date(2027, 2, 1), False),  # quiet
    ],
)
def test_a_week_with_a_swapped_day(day: date, is_worked: bool) -> None:
    swapped = WorkingDays(
        off=frozenset({date(2027, 1, 22)}),
        worked=frozenset({date(2027, 1, 23)}),
        quiet=(Span(date(2027, 1, 29), date(2027, 2, 12)),),
    )
    assert swapped.has(day) is is_worked


def test_what_is_not_later_counts_nothing() -> None:
    assert WorkingDays().count(MONDAY, MONDAY) == WorkingDays().count(MONDAY, MONDAY - timedelta(days=9)) == 0
