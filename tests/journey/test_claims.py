"""What approved statements come to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.claims import Claims, claims_needed, count
from journey.criteria import need
from journey.programme import CriteriaRule, Criterion, Kind, Op, Per, Task
from tests.journey.values import criterion, plan_44, task

SCALE = ("Đạt", "Khá", "Giỏi")
YES_NO = criterion("y", Kind.YES_NO, None)
LEVEL = criterion("l", Kind.LEVEL, "Khá", scale=SCALE)
WORDS = criterion("w", Kind.WORDS, 1000, op=Op.GT)
TIMES = criterion("c", value=3)
EVERYTHING = task(TIMES, YES_NO, LEVEL, WORDS)
CLAIMS = st.fixed_dictionaries(
    {},
    optional={
        "c": st.integers(0, 5),
        "y": st.booleans(),
        "l": st.sampled_from([*SCALE, "Chưa xếp"]),
        "w": st.integers(0, 2000),
    },
)


def have(*approved: Claims, of: Task = EVERYTHING) -> dict[str, tuple[int, bool | None]]:
    return {c.criterion.id: (c.have, c.holds) for c in count(of, approved)}


def test_counts_add_up() -> None:
    assert have({"c": 1}, {"c": 2})["c"] == (3, True)
    assert have({"c": 1}, {"c": 1})["c"] == (2, False)


def test_a_yes_stays_a_yes() -> None:
    assert have({"y": True}, {"y": False})["y"] == (1, True)


def test_the_highest_level_stands() -> None:
    assert have({"l": "Giỏi"}, {"l": "Đạt"})["l"] == (3, True)
    assert have({"l": "Đạt"})["l"] == (1, False)


def test_the_longest_text_stands_and_a_thousand_words_are_not_more_than_a_thousand() -> None:
    assert have({"w": 1000})["w"] == (1000, False)
    assert have({"w": 1001}, {"w": 10})["w"] == (1001, True)


def test_unknown_is_not_failed() -> None:
    assert have({"c": 1}) == {"c": (1, False), "y": (0, None), "l": (0, None), "w": (0, None)}
    assert have({"y": False})["y"] == (0, False)


def test_a_claim_of_another_kind_says_nothing() -> None:
    assert have({"c": "ba", "y": "có", "l": 3, "w": -5}) == {
        "c": (0, False),
        "y": (0, None),
        "l": (0, None),
        "w": (0, False),
    }


def test_what_is_handed_in_once_needs_no_number() -> None:
    once = task(criterion("a"))
    assert claims_needed(once) == ()
    assert have({}, of=once)["a"] == (1, True)


def test_a_hand_in_that_does_not_say_how_many_is_one_and_none_is_none() -> None:
    twice = task(criterion("a", value=2))
    assert claims_needed(twice) == twice.criteria
    assert have({}, {}, of=twice)["a"] == (2, True)
    assert have({"a": 0}, {}, of=twice)["a"] == (1, False)


def test_of_several_things_the_member_says_which_and_nothing_is_presumed() -> None:
    either = task(criterion("a"), criterion("b"), rule=CriteriaRule.ANY)
    assert claims_needed(either) == either.criteria
    assert have({}, of=either) == {"a": (0, False), "b": (0, False)}


def test_an_essay_is_one_and_the_machine_counts_its_words() -> None:
    essay = plan_44().task("BB3")
    assert claims_needed(essay) == ()
    assert have({"b": 1200}, of=essay) == {"a": (1, True), "b": (1200, True)}


@pytest.mark.parametrize(
    ("one", "needed"),
    [
        (YES_NO, 1),
        (LEVEL, 2),
        (criterion("l", Kind.LEVEL, "Khá", scale=SCALE, op=Op.GT), 3),
        (WORDS, 1001),
        (TIMES, 3),
        (criterion(value=2, per=Per.QUARTER), 8),
        (criterion(value=1, per=Per.QUARTER, months=(2, 3, 10)), 2),
    ],
)
def test_what_is_needed_in_numbers(one: Criterion, needed: int) -> None:
    assert need(task(one), one) == needed


@given(st.lists(CLAIMS), CLAIMS)
def test_one_more_approval_never_takes_anything_away(approved: list[Claims], more: Claims) -> None:
    for before, after in zip(count(EVERYTHING, approved), count(EVERYTHING, [*approved, more]), strict=True):
        assert after.have >= before.have
        assert after.holds or not before.holds


@given(st.lists(CLAIMS))
def test_the_order_of_approvals_does_not_matter(approved: list[Claims]) -> None:
    assert have(*approved) == have(*reversed(approved))


@given(st.lists(CLAIMS))
def test_the_count_is_the_sum(approved: list[Claims]) -> None:
    assert have(*approved)["c"][0] == sum(int(claims.get("c", 0)) for claims in approved)
