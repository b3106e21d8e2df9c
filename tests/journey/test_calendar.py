"""The year of a programme, in local dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.calendar import Window, feasible, is_open, months_left, quarter, window
from journey.programme import CriteriaRule, Task, UnknownPeriod
from tests.journey.values import YEAR, criterion, plan_44, task

PLAN = plan_44()
DAYS = st.dates(date(YEAR - 1, 1, 1), date(YEAR + 1, 12, 31))


@pytest.mark.parametrize(
    ("code", "opens", "closes"),
    [
        ("dang_ky", date(2026, 1, 1), date(2026, 1, 31)),
        ("hoat_dong", date(2026, 2, 1), date(2026, 10, 31)),
        ("danh_gia", date(2026, 10, 1), date(2026, 10, 31)),
        ("hoi_trai", date(2026, 11, 1), date(2026, 11, 30)),
    ],
)
def test_periods_last_from_a_first_day_to_a_last(code: str, opens: date, closes: date) -> None:
    found = window(PLAN, code, 2026)
    assert found == Window(opens, closes)
    assert is_open(found, opens)
    assert is_open(found, closes)
    assert not is_open(found, opens - timedelta(days=1))
    assert not is_open(found, closes + timedelta(days=1))


def test_a_period_the_calendar_lacks_is_named() -> None:
    with pytest.raises(UnknownPeriod):
        window(PLAN, "tong_ket", 2026)


def test_quarters() -> None:
    assert [quarter(date(2026, month, 15)) for month in range(1, 13)] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]


def test_this_month_is_still_left_and_a_provisional_task_runs_to_december() -> None:
    assert months_left(PLAN.task("RL2"), date(2026, 10, 31)) == (10,)
    assert months_left(PLAN.task("RL2"), date(2026, 11, 1)) == ()
    assert months_left(PLAN.task("BB2"), date(2026, 11, 1)) == (11, 12)
    later = task(criterion(known_later=True), months=(2, 3, 10))
    assert months_left(later, date(2026, 9, 1)) == (10, 11, 12)


def test_after_its_last_month_a_task_is_out_of_reach_unless_it_is_done() -> None:
    volunteering = PLAN.task("RL2")
    assert feasible(volunteering, {"a": 0}, date(2026, 10, 31), 2026)
    assert not feasible(volunteering, {"a": 1}, date(2026, 11, 1), 2026)
    assert feasible(volunteering, {"a": 2}, date(2026, 11, 1), 2026)


def test_one_criterion_whose_months_are_over_is_enough_to_miss_all_and_not_any() -> None:
    spring, any_time = criterion("a", months=(3, 4)), criterion("b")
    in_may = date(2026, 5, 1)
    assert not feasible(task(spring, any_time), {}, in_may, 2026)
    assert feasible(task(spring, any_time), {"a": 1}, in_may, 2026)
    assert feasible(task(spring, any_time, rule=CriteriaRule.ANY), {}, in_may, 2026)


def test_a_year_that_is_over_is_out_of_reach_and_one_to_come_is_not() -> None:
    assert not feasible(PLAN.task("BB2"), {"a": 3}, date(2027, 1, 1), 2026)
    assert feasible(PLAN.task("RL2"), {}, date(2025, 12, 31), 2026)


@given(
    st.sampled_from(PLAN.tasks),
    DAYS,
    st.integers(0, 400),
    st.dictionaries(st.sampled_from("abc"), st.just(5000)),
)
def test_what_is_out_of_reach_stays_so_until_more_is_done(
    one: Task, day: date, later: int, done: dict[str, int]
) -> None:
    if feasible(one, {}, day + timedelta(days=later), YEAR):
        assert feasible(one, {}, day, YEAR)
    if feasible(one, {}, day, YEAR):
        assert feasible(one, done, day, YEAR)
