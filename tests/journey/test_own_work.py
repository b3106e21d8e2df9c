"""Nobody assesses himself, and two signatures are two people's: whatever the plan asks for and whoever holds what."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.assessors import Panel, panel
from journey.expression import AllOf, AnyOf, Expression, Organiser, outcome
from journey.people import Post, Role
from journey.programme import Assessor, Reach
from journey.review import AlreadyDecided, NotTheReviewer, OwnWork, Review, Verdict, decide

NOW = datetime(2027, 3, 1, 2, 0, tzinfo=UTC)
OWN, ROOT, GROUP, AUTHOR = 1, 2, 7, 10
PEOPLE = (AUTHOR, 11, 12, 13)
BODIES = {
    body.code: body
    for body in (
        Assessor("btv", "BTV", "", Role.STANDING_COMMITTEE, Reach.TOP),
        Assessor("bch", "BCH", "", Role.EXECUTIVE, Reach.UNIT),
        Assessor("cap_uy", "Cấp ủy", "", Role.PARTY_COMMITTEE, Reach.UNIT),
        Assessor("btc", "BTC", "", Role.ORGANISER, Reach.UNIT),
        Assessor("to_truong", "Tổ trưởng", "", Role.GROUP_LEADER, Reach.GROUP),
        Assessor("giam_sat", "Giám sát viên", "", Role.SUPERVISOR, Reach.GROUP),
    )
}
IN_GROUP = (Role.GROUP_LEADER, Role.SUPERVISOR)


def post(person: int, role: Role, unit: int) -> Post:
    return Post(person, role, None, GROUP) if role in IN_GROUP else Post(person, role, unit, None)


CODES = st.lists(st.sampled_from(sorted(BODIES)), min_size=1, max_size=3, unique=True).map(tuple)
EXPRESSIONS = st.one_of(st.builds(AnyOf, CODES), st.builds(AllOf, CODES), st.builds(Organiser, CODES))
ALL_POSTS = sorted({post(person, role, unit) for person in PEOPLE for role in Role for unit in (OWN, ROOT)}, key=str)
POSTS = st.sets(st.sampled_from(ALL_POSTS), min_size=3, max_size=30).map(list)
TURNS = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(Verdict)), max_size=12)


def who_may(expression: Expression, posts: Sequence[Post], signed: dict[str, int]) -> Panel:
    return panel(
        [BODIES[code] for code in expression.codes],
        all_sign=isinstance(expression, AllOf),
        signed=signed,
        author=AUTHOR,
        unit_path=(OWN, ROOT),
        group=GROUP,
        posts=posts,
    )


@given(EXPRESSIONS, POSTS, TURNS)
def test_the_author_gives_none_of_the_verdicts(
    expression: Expression, posts: list[Post], turns: list[tuple[int, Verdict]]
) -> None:
    signed: dict[str, int] = {}
    verdicts: dict[str, Verdict] = {}
    for person, verdict in turns:
        may_act = who_may(expression, posts, signed).may_act
        assert not any(AUTHOR in may for may in may_act.values())
        for code in expression.codes:
            review = Review(1, 1, code, AUTHOR)
            if person == AUTHOR:
                with pytest.raises(OwnWork):
                    decide(review, verdict, by=person, may_act=PEOPLE, now=NOW, reason="Thiếu ngày.")
            elif code not in signed and person in may_act[code] and outcome(expression, verdicts) is None:
                decide(review, verdict, by=person, may_act=may_act[code], now=NOW, reason="Thiếu ngày.")
                signed[code], verdicts[code] = person, verdict
                break
    assert AUTHOR not in signed.values()


@given(CODES.map(AllOf), POSTS, st.permutations(PEOPLE))
def test_all_of_several_bodies_are_as_many_people(expression: AllOf, posts: list[Post], order: list[int]) -> None:
    """Two of them are one where the author leads the group: the leader's voice is the supervisor's then."""
    signed: dict[str, int] = {}
    for person in [*order, *order]:
        found = who_may(expression, posts, signed)
        mine = [code for code in expression.codes if code not in signed and person in found.may_act[code]]
        for code in mine[:1] if found.apart else mine:
            signed[code] = person
    leads = Post(AUTHOR, Role.GROUP_LEADER, None, GROUP) in posts
    if leads and set(expression.codes) == {"to_truong", "giam_sat"}:
        assert set(signed) in (set(), set(expression.codes))
    else:
        assert len(set(signed.values())) == len(signed)


@given(st.sampled_from((AnyOf, AllOf, Organiser)), POSTS)
def test_a_group_leaders_own_task_waits_for_a_supervisor(kind: type[Expression], posts: list[Post]) -> None:
    leads = Post(AUTHOR, Role.GROUP_LEADER, None, GROUP)
    may_act = who_may(kind(("to_truong",)), [*posts, leads], {}).may_act
    supervisors = {p.person for p in posts if p.role is Role.SUPERVISOR} - {AUTHOR}
    assert set(may_act["to_truong"]) == supervisors


def test_a_verdict_is_made_once() -> None:
    review = decide(Review(1, 1, "bch", AUTHOR), Verdict.APPROVED, by=11, may_act=(11, 12), now=NOW)
    with pytest.raises(AlreadyDecided):
        decide(review, Verdict.RETURNED, by=12, may_act=(11, 12), now=NOW, reason="Thiếu ngày.")
    with pytest.raises(NotTheReviewer):
        decide(review, Verdict.RETURNED, by=13, may_act=(11, 12), now=NOW, reason="Thiếu ngày.")
