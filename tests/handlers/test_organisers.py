"""Who organised the event assesses it: the unit the member chose, or named; said when it is none of ours."""

import pytest

from journey.people import Role
from storage import enrolments, registrations, sql
from storage.people import PostRow
from storage.units import UnitRow
from tests.handlers.deciding import HUONG, Bench, bench, offers, state
from tests.handlers.pictures import photo
from tests.support.harness import Person, World

OANH, PHONG = "Kiều Oanh", "Đặng Văn Phong"
FORUM = "Chi đoàn Hai"


@pytest.fixture
async def on(world: World) -> Bench:
    """Hương has RL5, which whoever organised the forum assesses."""
    found = await bench(world)
    [row] = await sql.rows("SELECT id FROM seasons")
    enrolment = await enrolments.find(found.house.ids[HUONG], row["id"])
    assert enrolment is not None
    tasks = ("BB1", "BB2", "BB3", "RL1", "RL2", "RL5", "TT4")
    await registrations.choose(enrolment.id, tasks, world.clock.now())
    return found


@pytest.fixture
async def oanh(on: Bench) -> Person:
    """Organiser of another unit, which is not above Hương's."""
    other = await UnitRow.create(code="CD2", name=FORUM, kind="Chi đoàn")
    person = await on.officer(OANH)
    _ = await PostRow.create(person_id=on.house.ids[OANH], role=str(Role.ORGANISER), unit_id=other.id)
    return person


@pytest.fixture
async def phong(on: Bench) -> Person:
    """Organiser of Hương's own unit."""
    return await on.officer(PHONG, Role.ORGANISER)


async def is_asked_who_organised(on: Bench) -> None:
    """Begin a hand-in of RL5, up to that question."""
    await on.huong.says("nộp")
    await on.huong.taps("evidence.start RL5")
    await on.huong.sends_photo(photo(1))
    await on.huong.taps("evidence.preview")
    while not any(".organiser" in each for each in on.huong.buttons()):
        await on.huong.taps(next(each for each in reversed(on.huong.buttons()) if each.startswith("evidence.answer")))


async def hands_in(on: Bench) -> None:
    """Answer the rest and hand in."""
    await on.huong.says("1/3/2027")
    if not offers(on.huong, "evidence.submit"):
        await on.huong.says("Hội trường")
    await on.huong.taps("evidence.submit")


@pytest.mark.parametrize("way", ["chosen", "typed"])
async def test_the_unit_the_member_names_is_asked_and_nobody_else(
    on: Bench, oanh: Person, phong: Person, way: str
) -> None:
    await is_asked_who_organised(on)
    [row] = await sql.rows("SELECT id FROM units WHERE code = 'CD2'")
    if way == "chosen":
        await on.huong.taps(next(each for each in on.huong.buttons() if each.endswith(f".organiser unit-{row['id']}")))
    else:
        await on.huong.says("chi doan hai")
    await hands_in(on)
    assert OANH in on.huong.hears("evidence.handed-in").text
    await phong.says("duyệt")
    phong.hears("reviews.nothing")
    await oanh.says("duyệt")
    await oanh.taps("reviews.show")
    assert FORUM in oanh.hears("reviews.card").text
    await oanh.taps("reviews.approve")
    assert await state() == [("RL5", 1, "approved")]


async def test_an_organiser_that_is_none_of_ours_is_said_and_recorded(on: Bench, oanh: Person, phong: Person) -> None:
    await is_asked_who_organised(on)
    await on.huong.says("Báo Tuổi Trẻ")
    await hands_in(on)
    said = on.huong.hears("evidence.handed-in").text
    assert "Báo Tuổi Trẻ" in said
    assert PHONG in said
    assert len(await sql.rows("SELECT id FROM audit WHERE action = 'submission.organiser_elsewhere'")) == 1
    await phong.says("duyệt")
    await phong.taps("reviews.show")
    assert "Báo Tuổi Trẻ" in phong.hears("reviews.card").text
    await oanh.says("duyệt")
    oanh.hears("reviews.nothing")
