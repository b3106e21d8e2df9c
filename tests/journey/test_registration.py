"""Choosing the year's tasks."""

from collections.abc import Set as AbstractSet
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.programme import UnknownTask
from journey.programme_file import read, shipped
from journey.registration import (
    MandatoryTask,
    TooFewTasks,
    check,
    confirm,
    offer,
    toggle,
)
from tests.journey.values import plan_44

PLAN = plan_44()
MANDATORY = frozenset({"BB1", "BB2", "BB3"})
FREE = sorted({t.code for t in PLAN.tasks} - MANDATORY)
CHOICES = st.frozensets(st.sampled_from([t.code for t in PLAN.tasks]))


def test_the_mandatory_tasks_are_taken_without_being_chosen() -> None:
    selection = check(PLAN, ())
    assert selection.codes == MANDATORY
    assert [(c.category.code, c.chosen, c.needed, c.short) for c in selection.categories] == [
        ("BB", 3, 3, 0),
        ("RL", 0, 3, 3),
        ("TT", 0, 1, 1),
    ]
    assert not selection.is_complete


def test_three_training_tasks_and_a_challenge_complete_the_year() -> None:
    selection = confirm(PLAN, {"RL1", "RL2", "RL6", "TT4"})
    assert selection.is_complete
    assert selection.codes == MANDATORY | {"RL1", "RL2", "RL6", "TT4"}


def test_too_few_tasks_say_where_and_how_many_are_missing() -> None:
    with pytest.raises(TooFewTasks) as told:
        confirm(PLAN, {"RL1", "RL2"})
    assert [(each.category.code, each.short) for each in told.value.shortfalls] == [("RL", 1), ("TT", 1)]


def test_a_mandatory_task_cannot_be_dropped() -> None:
    with pytest.raises(MandatoryTask) as told:
        toggle(PLAN, MANDATORY, "BB2")
    assert told.value.code == "BB2"


@pytest.mark.parametrize("code", ["TT2", "bb1", ""])
def test_a_task_the_plan_does_not_have_is_named(code: str) -> None:
    for attempt in (lambda: toggle(PLAN, (), code), lambda: check(PLAN, (code,))):
        with pytest.raises(UnknownTask) as told:
            attempt()
        assert told.value.code == code


@given(CHOICES, st.sampled_from(FREE))
def test_ticking_twice_is_as_before(chosen: AbstractSet[str], code: str) -> None:
    once = toggle(PLAN, chosen, code)
    assert (code in once) != (code in chosen)
    assert toggle(PLAN, once, code) == check(PLAN, chosen).codes


@given(CHOICES, st.sampled_from(FREE))
def test_one_more_task_never_makes_a_selection_less_complete(chosen: AbstractSet[str], code: str) -> None:
    before, after = check(PLAN, chosen), check(PLAN, chosen | {code})
    assert sum(c.short for c in after.categories) <= sum(c.short for c in before.categories)
    assert after.is_complete or not before.is_complete
    assert after.codes >= MANDATORY


def test_the_offer_says_what_can_still_be_done() -> None:
    in_november = {o.task.code: o for each in offer(PLAN, date(2026, 11, 5), 2026) for o in each.tasks}
    assert [code for code, o in in_november.items() if o.is_feasible] == ["BB1", "BB2"]
    assert {code for code, o in in_november.items() if o.is_mandatory} == MANDATORY
    assert all(o.is_feasible for each in offer(PLAN, date(2026, 1, 5), 2026) for o in each.tasks)


def test_duties_of_the_organisation_are_not_for_choosing() -> None:
    plan = read(shipped("thu-thach-dong-hanh"), "thu-thach-dong-hanh.toml")
    assert [each.category.code for each in offer(plan, date(2026, 1, 5), 2026)] == ["TC"]
    assert check(plan, ()).is_complete
