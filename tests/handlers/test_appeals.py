"""A member asks once for another look; the next level sees the first verdict and approves or upholds it."""

from datetime import timedelta

import pytest

from journey.people import Role
from storage import sql
from tests.handlers.deciding import CUONG, DUNG, Bench, bench, finishes, hands_in, offers, returns, state
from tests.support.harness import Person, World

WHY = "Ảnh chụp ngày 01/03/2027, có ghi trên băng rôn."


@pytest.fixture
async def on(world: World) -> Bench:
    return await bench(world)


@pytest.fixture
async def dung(on: Bench) -> Person:
    """Of the unit's executive board."""
    return await on.officer(DUNG, Role.EXECUTIVE)


@pytest.fixture
async def cuong(on: Bench) -> Person:
    """The unit's secretary."""
    return await on.officer(CUONG, Role.SECRETARY)


async def appeals(on: Bench, dung: Person) -> None:
    """Have a hand-in returned by the board, and ask for another look."""
    await hands_in(on.huong)
    await returns(dung)
    await on.world.pass_time(timedelta(hours=1))
    await on.huong.taps("appeals.ask")
    on.huong.hears("appeals.ask")
    await on.huong.says(WHY)


async def test_the_secretary_sees_the_first_verdict_and_approves(on: Bench, dung: Person, cuong: Person) -> None:
    await appeals(on, dung)
    assert CUONG in on.huong.hears("appeals.sent").text
    assert await state() == [("RL2", 1, "waiting")]
    await on.huong.says("sổ")
    assert any(CUONG in each.text and "02/03/2027" in each.text for each in on.huong.news())
    await cuong.says("duyệt")
    cuong.hears("reviews.queue", n=1)
    await cuong.taps("reviews.show")
    shown = cuong.hears("reviews.card").text
    assert DUNG in shown
    assert WHY in shown
    await cuong.taps("reviews.approve")
    assert await state() == [("RL2", 1, "approved")]
    await on.huong.notices("reviews.told-approved", name=CUONG)
    await dung.says("duyệt")
    dung.hears("reviews.nothing")


async def test_the_secretary_upholds_with_words_and_the_member_may_not_ask_again(
    on: Bench, dung: Person, cuong: Person
) -> None:
    await appeals(on, dung)
    await cuong.taps("reviews.return")
    await cuong.says("Băng rôn ghi ngày khác, bạn chụp lại nhé.")
    assert await state() == [("RL2", 1, "returned")]
    told = await on.huong.notices("reviews.told-upheld", name=CUONG)
    assert "Băng rôn ghi ngày khác" in told.text
    [row] = await sql.rows("SELECT id FROM submissions")
    await on.huong.forges(f"appeals.ask {row['id']}")
    on.huong.hears("appeals.once")
    await on.huong.taps("evidence.again")
    await on.huong.taps(next(each for each in on.huong.buttons() if each.endswith(" keep")))
    await finishes(on.huong)
    assert await state() == [("RL2", 1, "returned"), ("RL2", 2, "waiting")]
    await dung.says("duyệt")
    dung.hears("reviews.queue", n=1)


async def test_who_returned_it_decides_no_more_while_it_is_looked_at_again(
    on: Bench, dung: Person, cuong: Person
) -> None:
    await appeals(on, dung)
    [row] = await sql.rows("SELECT id FROM submissions")
    for action in (f"reviews.approve {row['id']}", f"reviews.reverse_because {row['id']} mistake"):
        await dung.forges(action)
        assert await state() == [("RL2", 1, "waiting")]
    await cuong.taps("reviews.approve")
    await cuong.taps("reviews.undo")
    assert await state() == [("RL2", 1, "waiting")]
    assert [each["state"] for each in await sql.rows("SELECT state FROM reviews ORDER BY id")] == [
        "returned",
        "waiting",
    ]


async def test_what_the_secretary_returned_goes_to_the_standing_committee(on: Bench) -> None:
    cuong = await on.officer(CUONG, Role.SECRETARY, Role.EXECUTIVE)
    hoa = await on.officer("Trần Thu Hoà", Role.STANDING_COMMITTEE)
    await appeals(on, cuong)
    assert "Trần Thu Hoà" in on.huong.hears("appeals.sent").text
    await hoa.taps("reviews.approve")
    assert await state() == [("RL2", 1, "approved")]


async def test_an_appeal_is_taken_back_and_the_return_stands(on: Bench, dung: Person, cuong: Person) -> None:
    await appeals(on, dung)
    await on.huong.taps("appeals.withdraw")
    on.huong.hears("appeals.withdrawn")
    assert await state() == [("RL2", 1, "returned")]
    await cuong.says("duyệt")
    cuong.hears("reviews.nothing")
    await on.huong.taps("evidence.again")
    on.huong.hears("evidence.again", version=2)


async def test_without_anybody_above_the_member_is_told_so(on: Bench, dung: Person) -> None:
    await hands_in(on.huong)
    await returns(dung)
    await on.huong.look()
    assert not offers(on.huong, "appeals.ask")
    [row] = await sql.rows("SELECT id FROM submissions")
    await on.huong.forges(f"appeals.ask {row['id']}")
    on.huong.hears("appeals.nobody")


async def test_an_appeal_needs_words_and_not_too_many(on: Bench, dung: Person, cuong: Person) -> None:
    await hands_in(on.huong)
    await returns(dung)
    await on.huong.taps("appeals.ask")
    await on.huong.says("x" * 501)
    on.huong.hears("appeals.ask-words")
    assert await state() == [("RL2", 1, "returned")]
