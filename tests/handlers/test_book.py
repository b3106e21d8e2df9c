"""The member's book: where every task stands, what is next, who holds it and since when."""

import re
from datetime import timedelta

import pytest

from journey.people import Role
from storage import chats
from tests.handlers.members import Unit, hand_in, registers, season, unit
from tests.support.harness import Person, World

HUONG = "Nguyễn Thị Hương"
DUNG = "Võ Quang Dũng"


@pytest.fixture
async def house(world: World) -> Unit:
    return await unit(world)


@pytest.fixture
async def huong(house: Unit) -> Person:
    return await house.joins(HUONG, Role.MEMBER)


@pytest.fixture
async def registered(house: Unit, huong: Person, world: World) -> int:
    """The id of an executive of the unit that assesses the training tasks."""
    await house.joins(DUNG, Role.EXECUTIVE, group=False)
    await season(world.clock.now())
    await registers(huong)
    await world.pass_time(timedelta(days=50))
    return house.ids[DUNG]


async def test_before_registering_the_book_says_how_to_begin(huong: Person, world: World) -> None:
    await season(world.clock.now())
    await huong.says("so")
    huong.hears("book.not-registered", year="2027")
    await huong.taps("registration.open")
    huong.hears("registration.page")


async def test_a_waiting_task_says_who_holds_it_and_since_when(
    house: Unit, huong: Person, registered: int, world: World
) -> None:
    await hand_in(house.ids[HUONG], "RL2", world.clock.now(), asks=registered)

    await huong.says("sổ của tôi")

    shown = huong.hears("book.overview", done=0, needed=7, year="2027")
    assert re.search(r"chờ BCH Đoàn cơ sở – Võ Quang Dũng, từ 02/03/2027", shown.text)
    assert "Nhiệm vụ rèn luyện: 0/3" in shown.text
    assert len(shown.text) <= 1900


async def test_one_task_shows_every_version_with_who_decided_and_why(
    house: Unit, huong: Person, registered: int, world: World
) -> None:
    then = world.clock.now()
    await hand_in(
        house.ids[HUONG],
        "RL2",
        then,
        asks=registered,
        state="returned",
        decided_at=then,
        reason="Ảnh không rõ ngày",
    )
    await huong.says("sổ")
    await huong.taps("book.task RL2")

    shown = huong.hears("book.task", code="RL2")
    assert "Trạng thái năm 2027" in shown.text
    assert "Võ Quang Dũng đề nghị bổ sung" in shown.text
    assert "Ảnh không rõ ngày" in shown.text
    assert "0/2 hoạt động" in shown.text
    assert "evidence.again 1" in [action for _, action in shown.buttons]

    again = then + timedelta(days=1)
    await hand_in(house.ids[HUONG], "RL2", again, asks=registered, version=2, state="approved", decided_at=again)
    await huong.forges("book.task RL2")

    shown = huong.hears("book.task", code="RL2")
    assert "Lần 1, bản 1" in shown.text
    assert "Lần 1, bản 2" in shown.text
    assert "1/2 hoạt động" in shown.text
    assert "evidence.start RL2" in [action for _, action in shown.buttons]


async def test_a_task_that_is_done_counts(house: Unit, huong: Person, registered: int, world: World) -> None:
    now = world.clock.now()
    await hand_in(house.ids[HUONG], "RL2", now, asks=registered, state="approved", decided_at=now, claims={"a": 2})
    await huong.says("sổ")
    shown = huong.hears("book.overview", done=1, needed=7)
    assert "Nhiệm vụ rèn luyện: 1/3" in shown.text
    assert "✓ hoàn thành" in shown.text

    await hand_in(
        house.ids[HUONG], "RL2", now, asks=registered, state="approved", decided_at=now, claims={"a": 4}, part=2
    )
    await huong.forges("book.task RL2")
    assert "6 hoạt động (cần 2)" in huong.hears("book.task", code="RL2").text


async def test_what_nobody_said_yet_is_not_known(huong: Person, registered: int) -> None:
    await huong.forges("book.task BB1")
    shown = huong.hears("book.task", code="BB1")
    assert "Hoàn thành nhiệm vụ chuyên môn trong năm: chưa rõ" in shown.text
    assert "chưa đạt" not in shown.text


async def test_the_picture_is_drawn(huong: Person, registered: int) -> None:
    await huong.says("sổ")
    await huong.taps("book.picture")
    huong.hears("book.caption", done=0, needed=7, year="2027")
    assert sum(len(message.files) for message in huong.news()) == 1


@pytest.mark.parametrize("code", ["RL5", "X", "²"])
async def test_a_task_that_is_not_in_the_book_gets_a_kind_answer(huong: Person, registered: int, code: str) -> None:
    await huong.forges(f"book.task {code}")
    huong.hears("book.not-yours", year="2027")


async def test_officers_have_no_book(house: Unit, world: World) -> None:
    await season(world.clock.now())
    dung = await house.joins(DUNG, Role.EXECUTIVE, group=False)
    await dung.says("sổ")
    dung.hears("refusal.members-only")


async def test_a_task_is_explained_with_who_assesses_and_by_when(huong: Person, registered: int) -> None:
    await huong.says("nhiệm vụ")
    huong.hears("tasks.overview", year="2027")
    await huong.taps("tasks.list RL")
    huong.hears("tasks.of-category")
    await huong.taps("tasks.show RL2")

    shown = huong.hears("tasks.explained", code="RL2")
    assert "ít nhất 2 hoạt động" in shown.text
    assert "tháng 2 đến tháng 10 năm 2027. Còn kịp." in shown.text
    assert "BCH Đoàn cơ sở – Võ Quang Dũng" in shown.text
    assert "evidence.start RL2" in [action for _, action in shown.buttons]


async def test_both_bodies_of_a_joint_assessment_are_named(huong: Person, registered: int) -> None:
    await huong.forges("tasks.show RL6")
    assert "Cần tất cả cùng đánh giá" in huong.hears("tasks.explained").text
    await huong.forges("tasks.show RL3")
    assert "chỉ cần có minh chứng" in huong.hears("tasks.explained").text
    await huong.forges("tasks.show RL9")
    huong.hears("tasks.not-this-year", code="RL9", year="2027")


async def test_a_task_is_taken_from_its_explanation(huong: Person, world: World) -> None:
    season_id = await season(world.clock.now())
    await huong.says("đăng ký")
    await huong.taps("tasks.list RL")
    await huong.taps("tasks.show RL4")
    await huong.taps(f"registration.pick {season_id} RL4")
    assert "đã chọn 1/3" in huong.hears("registration.page").text


async def test_english_is_complete(house: Unit, huong: Person, registered: int, world: World) -> None:
    await hand_in(house.ids[HUONG], "RL2", world.clock.now(), asks=registered)
    await chats.set_language(huong.chat, "en")
    huong.language = "en"
    await huong.says("book")
    assert "with BCH Đoàn cơ sở – Võ Quang Dũng since" in huong.hears("book.overview").text
    await huong.taps("book.task RL2")
    huong.hears("book.task", code="RL2")
    await huong.forges("tasks.show BB3")
    assert "more than 1,000 words" in huong.hears("tasks.explained").text
