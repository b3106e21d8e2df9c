"""Who decides above the plan's bodies."""

import pytest

from journey.above import SECRETARY, STANDING_COMMITTEE, SUPERVISOR, Author, above, next_level
from journey.people import Post, Role
from journey.programme import ABOVE, Assessor, Reach

CELL, BASE, BLOC, GROUP = 1, 2, 3, 7
AUTHOR = Author(10, (CELL, BASE, BLOC), GROUP)
BOARD = Assessor("bch", "", "", Role.EXECUTIVE, Reach.UNIT)


def held(person: int, role: Role, unit: int | None = None, group: int | None = None) -> Post:
    return Post(person, role, unit, group)


def test_an_appeal_goes_to_the_nearest_secretary_who_is_neither_the_author_nor_gave_a_verdict() -> None:
    posts = [held(10, Role.SECRETARY, CELL), held(21, Role.SECRETARY, BASE), held(22, Role.SECRETARY, BLOC)]
    assert next_level([BOARD], AUTHOR, {"bch": 30}, posts) == SECRETARY
    assert above(SECRETARY, AUTHOR, {"bch": 30}, posts) == (21,)
    assert above(SECRETARY, AUTHOR, {"bch": 21}, posts) == (22,)


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.STANDING_COMMITTEE, Role.PARTY_COMMITTEE])
def test_what_a_secretary_or_a_committee_decided_goes_to_the_top(role: Role) -> None:
    decided = Assessor("x", "", "", role, Reach.UNIT)
    posts = [held(21, Role.SECRETARY, BASE), held(40, Role.STANDING_COMMITTEE, BLOC)]
    assert next_level([decided], AUTHOR, {"x": 50}, posts) == STANDING_COMMITTEE
    assert above(STANDING_COMMITTEE, AUTHOR, {"x": 50}, posts) == (40,)


def test_of_a_standing_committee_of_one_its_secretary_judges_and_without_anybody_nobody_does() -> None:
    decided = ABOVE[STANDING_COMMITTEE]
    posts = [held(40, Role.STANDING_COMMITTEE, BLOC), held(22, Role.SECRETARY, BLOC)]
    assert above(STANDING_COMMITTEE, AUTHOR, {"btv": 40}, posts) == (22,)
    assert next_level([decided], AUTHOR, {"btv": 40}, posts[:1]) is None


def test_a_supervisor_who_signed_has_the_last_word_and_a_secretary_where_there_is_none() -> None:
    posts = [held(21, Role.SECRETARY, BASE), held(15, Role.SUPERVISOR, None, GROUP)]
    assert above(SUPERVISOR, AUTHOR, {"gsv": 15}, posts) == (15,)
    assert above(SUPERVISOR, AUTHOR, {"gsv": 15}, posts[:1]) == (21,)
