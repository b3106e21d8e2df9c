"""Who may act for an assessor."""

from hypothesis import given
from hypothesis import strategies as st

from journey.assessors import Panel, panel, people_for
from journey.people import Post, Role
from journey.programme import Assessor, Reach

ROOT, MIDDLE, OWN, OTHER = 1, 2, 3, 4
AUTHOR, BINH, CHI, DUNG = 10, 11, 12, 13


def assessor(role: Role, reach: Reach) -> Assessor:
    return Assessor("x", "X", "", role, reach)


def people(who: Assessor, *posts: Post, group: int | None = 7) -> tuple[int, ...]:
    return people_for(who, author=AUTHOR, unit_path=(OWN, MIDDLE, ROOT), group=group, posts=posts)


EXECUTIVE = assessor(Role.EXECUTIVE, Reach.UNIT)
LEADER = assessor(Role.GROUP_LEADER, Reach.GROUP)


def test_the_own_unit_comes_before_the_one_above() -> None:
    own, above = Post(BINH, Role.EXECUTIVE, OWN, None), Post(CHI, Role.EXECUTIVE, MIDDLE, None)
    assert people(EXECUTIVE, above, own) == (BINH,)
    assert people(EXECUTIVE, above) == (CHI,)


def test_another_unit_and_another_role_are_never_asked() -> None:
    assert people(EXECUTIVE, Post(BINH, Role.EXECUTIVE, OTHER, None), Post(CHI, Role.SECRETARY, OWN, None)) == ()


def test_nobody_decides_about_himself_so_the_unit_above_does() -> None:
    self_, above = Post(AUTHOR, Role.EXECUTIVE, OWN, None), Post(CHI, Role.EXECUTIVE, MIDDLE, None)
    assert people(EXECUTIVE, self_, above) == (CHI,)
    assert people(EXECUTIVE, self_) == ()


def test_the_top_is_the_root_unit_alone() -> None:
    standing = assessor(Role.STANDING_COMMITTEE, Reach.TOP)
    posts = Post(BINH, Role.STANDING_COMMITTEE, OWN, None), Post(CHI, Role.STANDING_COMMITTEE, ROOT, None)
    assert people(standing, *posts) == (CHI,)


def test_a_group_is_led_by_its_own_leader() -> None:
    posts = Post(BINH, Role.GROUP_LEADER, None, 7), Post(CHI, Role.GROUP_LEADER, None, 8)
    assert people(LEADER, *posts) == (BINH,)
    assert people(LEADER, *posts, group=None) == ()


def test_a_group_leaders_own_task_goes_to_the_supervisor() -> None:
    posts = Post(AUTHOR, Role.GROUP_LEADER, None, 7), Post(DUNG, Role.SUPERVISOR, None, 7)
    assert people(LEADER, *posts) == (DUNG,)


def test_leading_another_group_changes_nothing() -> None:
    posts = Post(AUTHOR, Role.GROUP_LEADER, None, 8), Post(BINH, Role.GROUP_LEADER, None, 7)
    assert people(LEADER, *posts) == (BINH,)


SOME = st.one_of(st.none(), st.integers(1, 4))
POSTS = st.lists(st.builds(Post, st.integers(9, 12), st.sampled_from(Role), SOME, SOME))


@given(st.builds(assessor, st.sampled_from(Role), st.sampled_from(Reach)), POSTS, SOME)
def test_the_author_is_never_among_them_and_nobody_is_named_twice(
    who: Assessor, posts: list[Post], group: int | None
) -> None:
    found = people(who, *posts, group=group)
    assert AUTHOR not in found
    assert len(set(found)) == len(found)
    assert set(found) <= {post.person for post in posts}


SUPERVISOR = Assessor("s", "S", "", Role.SUPERVISOR, Reach.GROUP)
LEADER_OF_TWO = Assessor("l", "L", "", Role.GROUP_LEADER, Reach.GROUP)
BOTH_POSTS = (Post(BINH, Role.GROUP_LEADER, None, 7), Post(BINH, Role.SUPERVISOR, None, 7))


def two(*posts: Post, signed: dict[str, int] | None = None) -> Panel:
    return panel(
        (LEADER_OF_TWO, SUPERVISOR),
        all_sign=True,
        signed=signed or {},
        author=AUTHOR,
        unit_path=(OWN, MIDDLE, ROOT),
        group=7,
        posts=posts,
    )


def test_one_person_with_both_posts_signs_once_and_the_secretary_stands_in() -> None:
    found = two(*BOTH_POSTS, Post(CHI, Role.SECRETARY, OWN, None))
    assert found == Panel({"l": (BINH,), "s": (CHI,)}, apart=True, stand_ins=frozenset({"s"}))


def test_a_secretary_with_both_posts_leaves_the_second_to_the_unit_above() -> None:
    secretaries = Post(BINH, Role.SECRETARY, OWN, None), Post(CHI, Role.SECRETARY, MIDDLE, None)
    assert two(*BOTH_POSTS, *secretaries).may_act == {"l": (BINH,), "s": (CHI,)}


def test_another_holder_signs_before_anybody_stands_in() -> None:
    found = two(*BOTH_POSTS, Post(DUNG, Role.SUPERVISOR, None, 7), Post(CHI, Role.SECRETARY, OWN, None))
    assert found == Panel({"l": (BINH,), "s": (DUNG,)}, apart=True)


def test_who_signed_may_still_take_it_back_but_signs_nothing_else() -> None:
    secretary = Post(CHI, Role.SECRETARY, OWN, None)
    assert two(*BOTH_POSTS, secretary, signed={"s": CHI}).may_act == {"l": (BINH,), "s": (CHI,)}
    assert two(*BOTH_POSTS, secretary, signed={"l": BINH}).may_act == {"l": (BINH,), "s": (CHI,)}
    assert two(*BOTH_POSTS, secretary, signed={"s": BINH}).may_act == {"l": (CHI,), "s": (BINH,)}


def test_a_leaders_own_work_is_the_supervisors_alone() -> None:
    posts = Post(AUTHOR, Role.GROUP_LEADER, None, 7), Post(BINH, Role.SUPERVISOR, None, 7)
    assert two(*posts) == Panel({"l": (BINH,), "s": (BINH,)})
