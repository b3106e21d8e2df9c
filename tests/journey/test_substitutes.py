"""Who stands in for whom: from day to day, not endlessly, never for the author's own work."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey import substitutes
from journey.assessors import Panel, panel, raised_to
from journey.people import Post, Role
from journey.programme import Assessor, Reach
from journey.substitutes import Substitution, chain, check, present, stood_in_for

AUTHOR, BINH, CHI, DUNG, ANH, THU = 10, 11, 12, 13, 14, 15
FROM, TO = date(2027, 3, 1), date(2027, 3, 12)


def away(absent: int, substitute: int, **changes: Any) -> Substitution:
    values: dict[str, Any] = {"id": 0, "from_on": FROM, "to_on": TO, "set_by": absent}
    return Substitution(absent=absent, substitute=substitute, **(values | changes))


def test_a_substitutes_own_absence_is_followed_and_ends_at_the_second() -> None:
    today = [away(BINH, CHI), away(CHI, DUNG), away(DUNG, ANH)]
    assert chain(BINH, today) == (CHI, DUNG)
    assert present(BINH, today[:2]) == DUNG
    assert present(BINH, today) is None
    assert stood_in_for(DUNG, today) == {BINH, CHI}
    assert present(ANH, today) == ANH


def test_the_author_stands_in_for_nobody_who_judges_the_author() -> None:
    today = [away(BINH, AUTHOR), away(AUTHOR, CHI)]
    assert chain(BINH, today, author=AUTHOR) == ()
    assert chain(BINH, today) == (AUTHOR, CHI)


def test_nobody_chooses_who_judges_their_own_work() -> None:
    assert chain(BINH, [away(BINH, CHI, set_by=AUTHOR)], author=AUTHOR) == ()


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=8))
def test_a_chain_ends_and_names_nobody_twice(pairs: list[tuple[int, int]]) -> None:
    today = [away(first, second) for first, second in pairs]
    for person in range(1, 6):
        found = chain(person, today)
        assert len(found) <= substitutes.LONGEST_CHAIN
        assert len({person, *found}) == len(found) + 1


@pytest.mark.parametrize(
    ("wanted", "refusal"),
    [
        (away(BINH, CHI, from_on=TO, to_on=FROM), substitutes.EndsBeforeItBegins),
        (away(BINH, CHI, from_on=date(2027, 2, 1), to_on=date(2027, 2, 28)), substitutes.EndsBeforeItBegins),
        (away(BINH, CHI, to_on=date(2027, 6, 1)), substitutes.TooLongAway),
        (away(DUNG, CHI, to_on=date(2027, 3, 1)), substitutes.AlreadyAway),
        (away(ANH, DUNG), substitutes.StandsInForEachOther),
        (away(BINH, BINH), substitutes.StandsInForEachOther),
    ],
)
def test_what_may_not_be_set(wanted: Substitution, refusal: type[Exception]) -> None:
    known = [away(DUNG, THU, to_on=date(2027, 3, 1)), away(THU, ANH)]
    with pytest.raises(refusal):
        check(wanted, known, FROM)


def test_what_overlaps_with_nothing_may_be_set() -> None:
    known = [away(BINH, CHI, from_on=date(2027, 2, 1), to_on=date(2027, 2, 28)), away(CHI, BINH)]
    check(away(BINH, DUNG), known[:1], FROM)
    check(away(BINH, CHI, from_on=date(2027, 3, 13), to_on=date(2027, 3, 14)), known, FROM)


UNIT, ROOT = 3, 1
EXECUTIVE = Assessor("bch", "BCH", "", Role.EXECUTIVE, Reach.UNIT)
LEADER = Assessor("l", "L", "", Role.GROUP_LEADER, Reach.GROUP)
SUPERVISOR = Assessor("s", "S", "", Role.SUPERVISOR, Reach.GROUP)


def found(*assessors: Assessor, posts: list[Post], **more: Any) -> Panel:
    values: dict[str, Any] = {"all_sign": len(assessors) > 1, "signed": {}} | more
    return panel(assessors, author=AUTHOR, unit_path=(UNIT, ROOT), group=7, posts=posts, **values)


def test_a_substitute_acts_beside_the_first_whose_name_is_kept() -> None:
    of_board = found(EXECUTIVE, posts=[Post(BINH, Role.EXECUTIVE, UNIT, None)], substitutes=[away(BINH, CHI)])
    assert of_board == Panel({"bch": (BINH, CHI)}, instead_of={"bch": {CHI: BINH}})


def test_a_member_of_the_board_acts_for_nobody_else() -> None:
    posts = [Post(BINH, Role.EXECUTIVE, UNIT, None), Post(CHI, Role.EXECUTIVE, UNIT, None)]
    assert found(EXECUTIVE, posts=posts, substitutes=[away(BINH, CHI)]) == Panel({"bch": (BINH, CHI)})


def test_one_substitute_of_both_signs_for_one_of_them_only() -> None:
    posts = [Post(BINH, Role.GROUP_LEADER, None, 7), Post(CHI, Role.SUPERVISOR, None, 7)]
    both = [away(BINH, DUNG), away(CHI, DUNG)]
    assert found(LEADER, SUPERVISOR, posts=posts, substitutes=both).may_act == {"l": (BINH, DUNG), "s": (CHI, DUNG)}
    signed = found(LEADER, SUPERVISOR, posts=posts, substitutes=both, signed={"l": DUNG})
    assert signed.may_act["s"] == (CHI,)


def test_what_waited_too_long_is_the_secretarys_too() -> None:
    posts = [Post(BINH, Role.EXECUTIVE, UNIT, None), Post(THU, Role.SECRETARY, UNIT, None)]
    assert found(EXECUTIVE, posts=posts).may_act == {"bch": (BINH,)}
    assert found(EXECUTIVE, posts=posts, raised={"bch"}).may_act == {"bch": (BINH, THU)}


def test_where_the_secretary_let_it_wait_it_goes_to_the_unit_above() -> None:
    posts = [Post(THU, Role.SECRETARY, UNIT, None), Post(DUNG, Role.SECRETARY, ROOT, None)]
    secretary = Assessor("bt", "BT", "", Role.SECRETARY, Reach.UNIT)
    raised = raised_to(secretary, besides=[THU], author=AUTHOR, unit_path=(UNIT, ROOT), posts=posts)
    assert raised == (DUNG,)


def test_what_the_top_assesses_never_goes_down_to_the_members_unit() -> None:
    posts = [Post(THU, Role.SECRETARY, UNIT, None), Post(DUNG, Role.SECRETARY, ROOT, None)]
    top = Assessor("btv", "BTV", "", Role.STANDING_COMMITTEE, Reach.TOP)
    assert raised_to(top, besides=[], author=AUTHOR, unit_path=(UNIT, ROOT), posts=posts) == (DUNG,)
