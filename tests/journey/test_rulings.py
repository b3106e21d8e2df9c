"""What a secretary may rule, about whom, and what a proof makes up for."""

from datetime import date

import pytest

from journey.people import Post, Role
from journey.programme import Task
from journey.progress import HandIn, HandInState, Ruling, TaskState, task_progress
from journey.rulings import missing, open_to
from journey.secretaries import keeps
from tests.journey.values import YEAR, criterion, handin, plan_44, task

MAY, OCTOBER = date(YEAR, 5, 10), date(YEAR, 10, 5)
BB1, BB2 = plan_44().task("BB1"), plan_44().task("BB2")
TWICE = task(criterion("a", value=2))
THREE = [handin(part, claims={"a": 1}) for part in range(3)]
EXEMPT, PROVISIONAL, UNMET = Ruling.EXEMPT, Ruling.PROVISIONAL, Ruling.UNMET


@pytest.mark.parametrize(
    ("handins", "standing", "today", "may"),
    [
        ([], None, MAY, {EXEMPT}),
        ([], None, OCTOBER, {EXEMPT, PROVISIONAL}),
        (THREE, None, OCTOBER, {EXEMPT, UNMET}),
        ([], PROVISIONAL, OCTOBER, {UNMET}),
        (THREE, UNMET, OCTOBER, set()),
        (THREE, EXEMPT, OCTOBER, set()),
        ([*THREE, handin(9, claims={"a": 1})], PROVISIONAL, OCTOBER, set()),
        ([handin(9, HandInState.WAITING)], PROVISIONAL, OCTOBER, {UNMET}),
    ],
)
def test_what_may_be_ruled(handins: list[HandIn], standing: Ruling | None, today: date, may: set[Ruling]) -> None:
    progress = task_progress(BB2, handins, today=today, year=YEAR, ruling=standing)
    assert open_to(progress, standing, today, YEAR) == may


def test_what_is_known_in_time_is_never_called_provisional() -> None:
    progress = task_progress(TWICE, [handin(1)], today=OCTOBER, year=YEAR)
    assert open_to(progress, None, OCTOBER, YEAR) == {EXEMPT}


@pytest.mark.parametrize(
    ("of", "handins"),
    [(BB1, [handin(1, claims={"a": True, "b": 1})]), (BB1, []), (BB2, THREE), (TWICE, [handin(1)])],
)
def test_a_proof_makes_up_for_just_what_is_missing(of: Task, handins: list[HandIn]) -> None:
    progress = task_progress(of, handins, today=OCTOBER, year=YEAR)
    proof = handin(99, claims=missing(progress))
    proved = task_progress(of, [*handins, proof], today=OCTOBER, year=YEAR)
    assert proved.state is TaskState.DONE
    assert all(each.have == each.need for each in proved.counts)


def test_the_secretary_of_the_unit_or_of_one_above_keeps_its_members_and_never_oneself() -> None:
    near, above, elsewhere = (Post(1, Role.SECRETARY, unit, None) for unit in (5, 1, 7))
    path = (5, 2, 1)
    assert keeps([near], by=1, member=2, unit_path=path)
    assert keeps([above], by=1, member=2, unit_path=path)
    assert not keeps([elsewhere], by=1, member=2, unit_path=path)
    assert not keeps([near], by=1, member=1, unit_path=path)
    assert not keeps([near, above], by=1, member=2, unit_path=())
    assert not keeps([Post(1, Role.EXECUTIVE, 5, None)], by=1, member=2, unit_path=path)
    assert not keeps([Post(1, Role.SECRETARY, None, None)], by=1, member=2, unit_path=path)
