"""Whom an officer writes to: the short form there and back, who may, and what a text may hold."""

import pytest

from journey.announcement import LONGEST, AddressNotSafe, AnnouncementTooLong, written
from journey.people import Post, Role
from journey.person import Person
from journey.segments import Segment, Who, one, post_for, read
from journey.sending_hours import Audience
from journey.sessions import Scope

FORMS = {
    "all@u12": Segment(Who.EVERYONE, Scope(unit=12)),
    "new@*": Segment(Who.NOT_REGISTERED, Scope()),
    "behind:RL2@g3": Segment(Who.BEHIND, Scope(group=3), "RL2"),
    "role:party_committee@u1": Segment(Who.ROLE, Scope(unit=1), "party_committee"),
    "missed:7@g3": Segment(Who.MISSED, Scope(group=3), "7"),
    "one:42@*": one(42),
}


@pytest.mark.parametrize(("form", "segment"), FORMS.items())
def test_a_segment_is_read_as_it_was_written(form: str, segment: Segment) -> None:
    assert str(segment) == form
    assert read(form) == segment


@pytest.mark.parametrize(
    "forged", ["", "all", "all@", "all:1@u1", "behind@u1", "role:member@u1", "missed:x@u1", "all@u²", "all@*1", "x@u1"]
)
def test_nothing_else_is_a_segment(forged: str) -> None:
    assert read(forged) is None


def test_officers_hours_hold_for_holders_of_a_role_alone() -> None:
    assert read("role:supervisor@u1").audience is Audience.OFFICER  # type: ignore[union-attr]
    assert one(1).audience is Audience.MEMBER


def test_who_holds_for_people_writes_to_them_and_the_nearest_post_is_named() -> None:
    posts = (
        Post(1, Role.MEMBER, 5, None),
        Post(1, Role.SUPERVISOR, None, 3),
        Post(1, Role.EXECUTIVE, 5, None),
        Post(1, Role.SECRETARY, 5, None),
    )
    person = Person(1, "Lê Minh Thu", "Thu", "bạn", 5, None, posts)

    assert post_for(person, Scope(group=3), (9,)) == posts[1]
    assert post_for(person, Scope(group=4), (9,)) is None
    assert post_for(person, Scope(unit=6), (6, 5, 1)) == posts[3]
    assert post_for(person, Scope(unit=1), (1,)) is None
    assert post_for(person, Scope(), ()) is None


def test_a_text_is_kept_composed_and_its_addresses_are_safe() -> None:
    assert written("  Ho\u0323p lu\u0301c 9 giờ  \n\n https://x.vn/a ") == "Họp lúc 9 giờ\n\n https://x.vn/a"
    with pytest.raises(AddressNotSafe) as refused:
        written("Xem http://x.vn/a nhé")
    assert refused.value.address == "http://x.vn/a"
    with pytest.raises(AnnouncementTooLong):
        written("đ" * (LONGEST + 1))
