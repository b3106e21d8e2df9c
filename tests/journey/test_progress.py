"""Where a task stands, what is next, who holds it and since when; what the year comes to."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from journey.claims import Claims
from journey.programme import Task
from journey.programme_file import read, shipped
from journey.progress import (
    HandIn,
    HandInState,
    Holder,
    Next,
    Outcome,
    Progress,
    Ruling,
    TaskProgress,
    TaskState,
    journey,
    task_progress,
)
from tests.journey.values import DECIDED, SENT, YEAR, criterion, handin, plan_44, task

PLAN = plan_44()
MAY, OCTOBER, NOVEMBER = date(YEAR, 5, 10), date(YEAR, 10, 5), date(YEAR, 11, 5)
TWICE = task(criterion("a", value=2), months=(2, 3, 4, 5, 6, 7, 8, 9, 10))
BB1, BB2 = PLAN.task("BB1"), PLAN.task("BB2")


def stands(of: Task, *handins: HandIn, today: date = MAY, ruling: Ruling | None = None) -> TaskProgress:
    return task_progress(of, handins, today=today, year=YEAR, ruling=ruling)


@pytest.mark.parametrize(
    ("handins", "state", "next_"),
    [
        ([], TaskState.TODO, Next.START),
        ([handin(state=HandInState.DRAFT)], TaskState.DRAFT, Next.CONTINUE_DRAFT),
        ([handin(state=HandInState.WAITING)], TaskState.WAITING, Next.WAIT),
        ([handin(state=HandInState.RETURNED)], TaskState.RETURNED, Next.HAND_IN_AGAIN),
        ([handin(state=HandInState.WITHDRAWN)], TaskState.TODO, Next.START),
        ([handin()], TaskState.PARTIAL, Next.HAND_IN_MORE),
        ([handin(1), handin(2)], TaskState.DONE, Next.NOTHING),
        ([handin(claims={"a": 2})], TaskState.DONE, Next.NOTHING),
    ],
)
def test_the_state_and_the_next_step(handins: list[HandIn], state: TaskState, next_: Next) -> None:
    found = stands(TWICE, *handins)
    assert (found.state, found.next) == (state, next_)


def test_only_the_latest_version_of_a_part_counts() -> None:
    returned = handin(1, HandInState.RETURNED, version=1)
    assert stands(TWICE, handin(1, HandInState.WAITING, version=2), returned).state is TaskState.WAITING
    again = handin(1, claims={"a": 1}, version=3)
    both = stands(TWICE, returned, handin(1, claims={"a": 1}, version=2), again)
    assert [(c.have, c.need) for c in both.counts] == [(1, 2)]


def test_what_the_member_has_to_do_comes_before_what_others_have_to_do() -> None:
    waiting = handin(1, HandInState.WAITING)
    assert stands(TWICE, waiting, handin(2, HandInState.DRAFT)).state is TaskState.DRAFT
    assert stands(TWICE, waiting, handin(2, HandInState.RETURNED)).state is TaskState.RETURNED
    assert stands(TWICE, waiting, handin(2)).state is TaskState.WAITING


def test_waiting_says_who_holds_it_and_since_when() -> None:
    first = Holder("BCH Đoàn cơ sở", ("Lê Văn Bình",), SENT + timedelta(hours=1))
    second = Holder("Cấp ủy", (), SENT + timedelta(days=2))
    waiting = [
        handin(1, HandInState.WAITING, holders=(second,)),
        handin(2, HandInState.WAITING, holders=(first,)),
    ]
    found = stands(TWICE, *waiting)
    assert found.holders == (second, first)
    assert found.since == SENT + timedelta(hours=1)


def test_a_state_began_when_it_was_decided() -> None:
    later = DECIDED + timedelta(days=3)
    assert stands(TWICE, handin(1, HandInState.RETURNED)).since == DECIDED
    assert stands(TWICE, handin(1), handin(2, decided_at=later)).since == later
    assert stands(TWICE, handin(1, HandInState.WAITING)).since == SENT
    assert stands(TWICE).since is None


def test_a_task_that_is_done_waits_for_nobody() -> None:
    holder = Holder("Cấp ủy", (), SENT)
    extra = handin(2, HandInState.WAITING, holders=(holder,))
    found = stands(TWICE, handin(1, claims={"a": 2}), extra)
    assert (found.state, found.holders, found.since) == (TaskState.DONE, (), DECIDED)


def test_after_the_months_of_the_task_it_is_too_late_unless_it_is_on_its_way() -> None:
    assert stands(TWICE, today=NOVEMBER).state is TaskState.LATE_MISSED
    assert stands(TWICE, handin(1), today=NOVEMBER).state is TaskState.LATE_MISSED
    assert stands(TWICE, handin(1, HandInState.WAITING), today=NOVEMBER).state is TaskState.WAITING
    assert stands(TWICE, handin(1, claims={"a": 2}), today=NOVEMBER).state is TaskState.DONE


def test_who_is_exempt_owes_nothing() -> None:
    found = stands(TWICE, handin(1, HandInState.WAITING), ruling=Ruling.EXEMPT)
    assert (found.state, found.next, found.holders) == (TaskState.EXEMPT, Next.NOTHING, ())


def test_a_ruling_that_it_is_provisional_or_unmet_goes_before_the_parts_until_they_make_it_done() -> None:
    three = [handin(part, claims={"a": 1}) for part in range(3)]
    marked = stands(BB2, today=OCTOBER, ruling=Ruling.PROVISIONAL)
    assert (marked.state, marked.is_provisional, marked.next) == (TaskState.PROVISIONAL, True, Next.WAIT_FOR_PROOF)
    unmet = stands(BB2, *three, today=OCTOBER, ruling=Ruling.UNMET)
    assert (unmet.state, unmet.is_provisional, unmet.next) == (TaskState.LATE_MISSED, False, Next.NOTHING)
    for ruling in (Ruling.PROVISIONAL, Ruling.UNMET):
        assert stands(BB2, *three, handin(9, HandInState.WAITING), ruling=ruling).state is TaskState.WAITING
        done = stands(BB2, *three, handin(9, claims={"a": 1}), today=OCTOBER, ruling=ruling)
        assert (done.state, done.is_provisional) == (TaskState.DONE, False)


@pytest.mark.parametrize(
    ("today", "sessions", "state"),
    [
        (date(YEAR, 9, 30), 3, TaskState.PARTIAL),
        (OCTOBER, 3, TaskState.PROVISIONAL),
        (OCTOBER, 2, TaskState.PARTIAL),
        (OCTOBER, 4, TaskState.DONE),
        (date(YEAR, 12, 31), 3, TaskState.PROVISIONAL),
        (date(YEAR + 1, 1, 2), 3, TaskState.PROVISIONAL),
        (date(YEAR + 1, 1, 2), 2, TaskState.LATE_MISSED),
        (OCTOBER, 0, TaskState.TODO),
    ],
)
def test_three_of_four_sessions_are_provisional_from_october(today: date, sessions: int, state: TaskState) -> None:
    approved = [handin(part, claims={"a": 1}) for part in range(sessions)]
    assert stands(BB2, *approved, today=today).state is state


@pytest.mark.parametrize("more", [HandInState.WAITING, HandInState.DRAFT, HandInState.RETURNED])
def test_more_on_its_way_leaves_the_task_provisional_for_the_year(more: HandInState) -> None:
    found = stands(BB2, *(handin(part, claims={"a": 1}) for part in range(3)), handin(9, more), today=OCTOBER)
    assert found.is_provisional
    assert found.state is not TaskState.PROVISIONAL
    done = {code: TaskProgress(PLAN.task(code), TaskState.DONE, False, (), (), None, Next.NOTHING) for code in CODES}
    over = journey(PLAN, {**done, "BB2": found})
    assert (over.categories[0].provisional, over.outcome) == (1, Outcome.PROVISIONAL)


def test_a_withdrawn_version_gives_the_one_before_it_back() -> None:
    returned = handin(1, HandInState.RETURNED, version=1)
    assert stands(TWICE, returned, handin(1, HandInState.WITHDRAWN, version=2)).state is TaskState.RETURNED


@pytest.mark.parametrize(
    ("claims", "state"),
    [
        ({"a": True, "b": 1}, TaskState.PROVISIONAL),
        ({"a": True, "b": 1, "c": "Lao động tiên tiến"}, TaskState.DONE),
        ({"a": True, "b": 1, "c": "Chiến sĩ thi đua cơ sở"}, TaskState.DONE),
        ({"a": True, "b": 0}, TaskState.PARTIAL),
        ({"b": 1}, TaskState.PARTIAL),
        ({"a": True, "b": 1, "c": "Không xếp loại"}, TaskState.PARTIAL),
    ],
)
def test_a_title_known_only_in_december_leaves_the_result_provisional(claims: Claims, state: TaskState) -> None:
    assert stands(BB1, handin(claims=claims), today=OCTOBER).state is state


def test_a_task_that_needs_no_later_proof_is_never_provisional() -> None:
    assert stands(TWICE, handin(1), today=OCTOBER).state is TaskState.PARTIAL


CODES = ("BB1", "BB2", "BB3", "RL1", "RL2", "RL3", "TT1")


def year(**states: TaskState) -> Progress:
    tasks = {code: stands(PLAN.task(code)) for code in CODES}
    for code, state in states.items():
        one = PLAN.task(code)
        tasks[code] = TaskProgress(one, state, state is TaskState.PROVISIONAL, (), (), None, Next.NOTHING)
    return journey(PLAN, tasks)


def test_the_year_counts_by_category_with_denominators() -> None:
    found = year(BB1=TaskState.DONE, RL1=TaskState.DONE, BB2=TaskState.PROVISIONAL, RL2=TaskState.WAITING)
    assert (found.done, found.needed, found.outcome) == (2, 7, Outcome.IN_PROGRESS)
    by_code = {c.category.code: (c.done, c.provisional, c.needed, c.registered) for c in found.categories}
    assert by_code == {"BB": (1, 1, 3, 3), "RL": (1, 0, 3, 3), "TT": (0, 0, 1, 1)}


def test_a_category_that_has_more_does_not_help_another() -> None:
    found = year(**dict.fromkeys(("RL1", "RL2", "RL3", "RL4", "RL5"), TaskState.DONE))
    assert (found.done, found.needed) == (3, 7)
    assert found.categories[1].done == 5


def test_the_year_is_passed_when_every_category_is() -> None:
    assert year(**dict.fromkeys(CODES, TaskState.DONE)).outcome is Outcome.PASSED


def test_one_provisional_task_makes_the_year_provisional() -> None:
    states = {**dict.fromkeys(CODES, TaskState.DONE), "BB1": TaskState.PROVISIONAL}
    assert year(**states).outcome is Outcome.PROVISIONAL


def test_what_a_person_is_exempt_from_is_not_asked_for() -> None:
    states = {**dict.fromkeys(CODES, TaskState.DONE), "BB3": TaskState.EXEMPT}
    found = year(**states)
    assert (found.done, found.needed, found.outcome) == (6, 6, Outcome.PASSED)


def test_nobody_has_passed_before_registering_and_duties_do_not_count() -> None:
    assert journey(PLAN, {}).outcome is Outcome.IN_PROGRESS
    other = read(shipped("thu-thach-dong-hanh"), "thu-thach-dong-hanh.toml")
    assert [c.category.code for c in journey(other, {}).categories] == ["TC"]


CLAIMS = st.fixed_dictionaries(
    {},
    optional={"a": st.integers(0, 3), "b": st.integers(0, 1500), "c": st.sampled_from(BB1.criteria[2].scale)},
)
HANDINS = st.lists(st.builds(handin, st.integers(1, 5), st.sampled_from(HandInState), CLAIMS), max_size=6)
STATES = st.dictionaries(st.sampled_from([t.code for t in PLAN.tasks]), st.sampled_from(TaskState))
DAYS = st.dates(date(YEAR, 1, 1), date(YEAR + 1, 2, 1))


@given(st.sampled_from(PLAN.tasks), HANDINS, CLAIMS, DAYS)
def test_one_more_approval_never_makes_a_task_less_done(
    one: Task, handins: list[HandIn], claims: Claims, today: date
) -> None:
    before = stands(one, *handins, today=today)
    after = stands(one, *handins, handin(99, claims=claims), today=today)
    assert all(b.have <= a.have for b, a in zip(before.counts, after.counts, strict=True))
    if before.state is TaskState.DONE:
        assert after.state is TaskState.DONE
    if before.is_provisional:
        assert after.is_provisional or after.state is TaskState.DONE


@given(st.sampled_from(PLAN.tasks), HANDINS, DAYS)
def test_what_has_not_been_approved_is_never_done(one: Task, handins: list[HandIn], today: date) -> None:
    unapproved = [h for h in handins if h.state is not HandInState.APPROVED]
    found = stands(one, *unapproved, today=today)
    assert found.state not in (TaskState.DONE, TaskState.PROVISIONAL, TaskState.PARTIAL)
    assert not found.is_provisional
    assert all(c.have == 0 for c in found.counts)


@given(st.sampled_from(PLAN.tasks), HANDINS, st.builds(handin, st.just(99), st.sampled_from(HandInState)), DAYS)
def test_what_is_on_its_way_takes_nothing_from_what_is_provisional(
    one: Task, handins: list[HandIn], more: HandIn, today: date
) -> None:
    assume(more.state is not HandInState.APPROVED)
    assert stands(one, *handins, more, today=today).is_provisional == stands(one, *handins, today=today).is_provisional


@given(STATES, st.sampled_from([t.code for t in PLAN.tasks]))
def test_one_more_task_done_never_makes_the_year_worse(states: dict[str, TaskState], code: str) -> None:
    assume(states.get(code) is not TaskState.EXEMPT)
    ranks = list(Outcome)
    before, after = year(**states), year(**{**states, code: TaskState.DONE})
    assert after.done >= before.done
    assert ranks.index(after.outcome) >= ranks.index(before.outcome)


@given(STATES)
def test_the_numbers_of_the_year_agree(states: dict[str, TaskState]) -> None:
    found = year(**states)
    assert 0 <= found.done <= found.needed
    assert (found.outcome is Outcome.PASSED) == (found.done == found.needed)
    assert found.needed == sum(c.needed for c in found.categories)
