"""Whom the digest names, and why: facts of the book and the months that are left."""

from datetime import date, timedelta

import pytest

from journey.at_risk import AtRisk, Course, Why, at_risk, course, months_left
from journey.progress import HandIn, HandInState, Outcome, Ruling, TaskProgress, journey, task_progress
from tests.journey.values import plan_44

CODES = ("BB1", "BB2", "BB3", "RL1", "RL2", "RL4", "TT4")


def standing(
    today: date, codes: tuple[str, ...] = CODES, rulings: dict[str, Ruling] | None = None, **states: str
) -> Course:
    """Return the course of somebody whose tasks stand as `states` say (a hand-in without claims)."""
    programme = plan_44()
    tasks: dict[str, TaskProgress] = {}
    for code in codes:
        hand_ins = [HandIn(1, 1, 1, HandInState(states[code]), {})] if code in states else []
        ruling = (rulings or {}).get(code)
        tasks[code] = task_progress(programme.task(code), hand_ins, today=today, year=2027, ruling=ruling)
    return course(journey(programme, tasks), tasks.values())


def test_what_waits_or_is_exempt_is_not_missing_and_what_came_back_is() -> None:
    assert standing(date(2027, 3, 1)).missing == 7
    assert standing(date(2027, 3, 1), RL1="waiting", RL2="returned").missing == 6
    assert standing(date(2027, 3, 1), rulings={"BB1": Ruling.EXEMPT}).missing == 6


def test_too_few_tasks_taken_on_or_in_time_are_out_of_reach() -> None:
    assert not standing(date(2027, 3, 1)).is_out_of_reach
    assert standing(date(2027, 3, 1), codes=CODES[:-1]).is_out_of_reach, "no challenge is taken on"
    assert standing(date(2027, 12, 1)).is_out_of_reach, "the months of training are over"


@pytest.mark.parametrize(
    ("missing", "months", "days", "why"),
    [
        (0, 0, 300, None),
        (5, 4, 0, Why.PACE),
        (4, 4, 59, None),
        (4, 4, 60, Why.QUIET),
        (4, 0, 90, None),
    ],
)
def test_the_fact_is_the_pace_or_two_months_of_silence(missing: int, months: int, days: int, why: Why | None) -> None:
    now = Course(Outcome.IN_PROGRESS, 7 - missing, 7, missing, is_out_of_reach=False)
    expected = None if why is None else AtRisk(why, missing, months, days)
    assert at_risk(now, months, timedelta(days=days)) == expected


def test_months_run_to_the_evaluation() -> None:
    programme = plan_44()
    assert [months_left(programme, date(2027, month, 1), 2027) for month in (1, 6, 10, 11)] == [10, 5, 1, 0]
    assert months_left(programme, date(2028, 1, 5), 2027) == 0
