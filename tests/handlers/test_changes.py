"""Changing the choice after the window closed: the member asks, who accompanies them decides."""

from datetime import timedelta

import pytest

from bot.commands.season import open_season
from journey.people import Role
from storage import enrolments, registrations
from tests.handlers.members import ALL_YEAR, TASKS, Unit, registers, season, unit
from tests.support.harness import Person, World

HUONG = "Nguyễn Thị Hương"
WHY = "Tôi chuyển công tác sang bộ phận khác."


@pytest.fixture
async def house(world: World) -> Unit:
    return await unit(world)


@pytest.fixture
async def huong(house: Unit) -> Person:
    return await house.joins(HUONG, Role.MEMBER)


@pytest.fixture
async def binh(house: Unit) -> Person:
    return await house.joins("Trần Văn Bình", Role.SUPERVISOR, group=False)


async def _chosen(house: Unit, season_id: int) -> list[str]:
    enrolment = await enrolments.find(house.ids[HUONG], season_id)
    assert enrolment is not None
    return sorted(await registrations.chosen(enrolment.id))


async def _asks(member: Person, season_id: int) -> None:
    """Ask for RL5 in place of RL6, in March."""
    await member.says("đăng ký")
    await member.taps("registration.edit")
    await member.taps(f"registration.untick {season_id} RL6")
    await member.taps(f"registration.tick {season_id} RL5")
    await member.taps(f"registration.page {season_id} 1")
    await member.taps(f"registration.page {season_id} 2")
    await member.taps("changes.ask")
    await member.says(WHY)


@pytest.fixture
async def asked(huong: Person, binh: Person, world: World) -> int:
    """The season in which Hương has asked."""
    season_id = await season(world.clock.now())
    await registers(huong)
    await world.pass_time(timedelta(days=60))
    await _asks(huong, season_id)
    return season_id


async def test_the_supervisor_approves_and_the_old_choice_stays_in_the_book(
    asked: int, huong: Person, binh: Person, house: Unit
) -> None:
    huong.hears("changes.asked")
    card = await binh.notices("changes.card", name=HUONG, place="Tổ 1")
    assert WHY in card.text
    assert "RL5" in card.text
    assert await _chosen(house, asked) == TASKS

    await binh.taps("changes.approve")

    binh.hears("changes.card")
    assert "Trần Văn Bình đã đồng ý" in binh.news()[-1].text
    assert not binh.news()[-1].buttons
    await huong.notices("changes.told-approved", name="Trần Văn Bình")
    assert await _chosen(house, asked) == sorted({*TASKS, "RL5"} - {"RL6"})
    await huong.says("sổ")
    assert "Nhiệm vụ đã đổi (không tính vào kết quả): RL6" in huong.hears("book.overview").text


async def test_the_supervisor_returns_it_with_a_reason(asked: int, huong: Person, binh: Person, house: Unit) -> None:
    await binh.taps("changes.return")
    binh.hears("changes.ask-answer", name=HUONG, limit=300)
    await binh.says("Bạn đã có lịch sinh hoạt tổ tháng 4.")

    await huong.notices("changes.told-returned", name="Trần Văn Bình", answer="Bạn đã có lịch sinh hoạt tổ tháng 4.")
    assert await _chosen(house, asked) == TASKS


async def test_it_is_decided_once(asked: int, binh: Person, house: Unit) -> None:
    await binh.taps("changes.approve")
    await binh.forges("changes.return 1")
    binh.hears_not("changes.ask-answer")
    assert "Trần Văn Bình đã đồng ý" in (await binh.notices("changes.card")).text


async def test_nobody_approves_their_own_and_no_stranger_decides(asked: int, huong: Person, house: Unit) -> None:
    other = await house.joins("Lê Thị Lan", Role.MEMBER)

    await huong.forges("changes.approve 1")
    huong.hears("changes.own")
    await other.forges("changes.approve 1")
    other.hears("changes.not-yours")
    await other.forges("changes.withdraw 1")
    other.hears("changes.gone")

    assert await _chosen(house, asked) == TASKS


@pytest.mark.parametrize("forged", ["changes.approve 999", "changes.approve -1", "changes.approve " + "9" * 30])
async def test_a_request_that_is_not_there_gets_a_kind_answer(asked: int, binh: Person, forged: str) -> None:
    await binh.forges(forged)
    binh.hears("changes.gone")


async def test_the_member_takes_it_back(asked: int, huong: Person, binh: Person) -> None:
    await huong.taps("changes.withdraw")
    huong.hears("changes.withdrawn")
    assert "đã rút" in (await binh.notices("changes.card")).text
    await binh.forges("changes.approve 1")
    binh.hears_not("changes.toast-decided")


async def test_one_request_at_a_time_and_the_card_says_who_holds_it(asked: int, huong: Person) -> None:
    await huong.says("đăng ký")
    shown = huong.hears("registration.settled")
    assert "Trần Văn Bình" in shown.text
    assert "registration.edit" not in " ".join(action for _, action in shown.buttons)
    await huong.forges(f"changes.ask {asked}")
    huong.hears("changes.already-asked")


async def test_a_late_joiner_asks_with_the_whole_choice(huong: Person, binh: Person, house: Unit, world: World) -> None:
    season_id = await season(world.clock.now())
    await world.pass_time(timedelta(days=60))
    await huong.says("đăng ký")
    huong.hears("registration.late")
    await huong.taps("registration.edit")
    for code in ("RL1", "RL2", "RL6"):
        await huong.taps(f"registration.tick {season_id} {code}")
    await huong.taps(f"registration.page {season_id} 1")
    await huong.taps(f"registration.tick {season_id} TT4")
    await huong.taps(f"registration.page {season_id} 2")
    await huong.taps("changes.ask")
    await huong.says("Tôi mới được công nhận đoàn viên ưu tú.")
    assert await _chosen(house, season_id) == []

    await binh.taps("changes.approve")

    assert await _chosen(house, season_id) == TASKS
    enrolment = await enrolments.find(house.ids[HUONG], season_id)
    assert enrolment is not None
    assert enrolment.programme is not None


async def test_without_a_supervisor_the_secretary_decides(huong: Person, house: Unit, world: World) -> None:
    cuong = await house.joins("Phạm Văn Cường", Role.SECRETARY, group=False)
    season_id = await season(world.clock.now())
    await registers(huong)
    await cuong.notices("registration.news", name=HUONG)
    await world.pass_time(timedelta(days=60))
    await _asks(huong, season_id)
    await cuong.taps("changes.approve")
    assert "RL5" in await _chosen(house, season_id)


async def test_without_anybody_in_charge_nothing_is_sent(huong: Person, house: Unit, world: World) -> None:
    season_id = await season(world.clock.now())
    await registers(huong)
    await world.pass_time(timedelta(days=60))
    await huong.says("đăng ký")
    await huong.taps("registration.edit")
    await huong.taps(f"registration.tick {season_id} RL5")
    await huong.forges(f"changes.ask {season_id}")
    huong.hears("changes.nobody")


async def test_a_reason_too_long_is_asked_for_again(huong: Person, binh: Person, world: World) -> None:
    season_id = await season(world.clock.now())
    await registers(huong)
    await world.pass_time(timedelta(days=60))
    await huong.says("đăng ký")
    await huong.taps("registration.edit")
    await huong.taps(f"registration.tick {season_id} RL5")
    await huong.forges(f"changes.ask {season_id}")
    huong.hears("changes.ask-reason", limit=300)
    await huong.says("dài " * 100)
    huong.hears("changes.ask-reason-again", limit=300)
    await huong.says(WHY)
    huong.hears("changes.asked")


async def test_who_becomes_supervisor_later_finds_what_waits_in_the_menu(asked: int, house: Unit, binh: Person) -> None:
    lan = await house.joins("Lê Thị Lan", Role.SUPERVISOR, group=False)
    await lan.says("menu")
    await lan.taps("changes.open")
    listed = lan.hears("changes.queue", count=1)
    assert HUONG in listed.text

    await lan.taps("changes.show")
    assert WHY in lan.hears("changes.card", name=HUONG).text
    await lan.taps("changes.approve")

    assert "RL5" in await _chosen(house, asked)
    await binh.says("menu")
    assert "changes.open" not in " ".join(binh.buttons())
    await binh.says("de nghi")
    binh.hears("changes.nothing")


async def test_a_request_waits_for_nobody_who_does_not_accompany_the_member(asked: int, house: Unit) -> None:
    cuong = await house.joins("Phạm Văn Cường", Role.SECRETARY, group=False)
    await cuong.says("menu")
    assert "changes.open" not in " ".join(cuong.buttons())
    await cuong.says("/denghi")
    cuong.hears("changes.nothing")
    await cuong.forges("changes.show 1")
    cuong.hears("changes.not-yours")


async def test_the_member_takes_it_back_from_the_card_of_the_registration(asked: int, huong: Person) -> None:
    await huong.says("đăng ký")
    assert "changes.withdraw 1" in [action for _, action in huong.hears("registration.settled").buttons]
    await huong.taps("changes.withdraw")
    huong.hears("changes.withdrawn")
    await huong.says("đăng ký")
    assert f"registration.edit {asked}" in [action for _, action in huong.hears("registration.settled").buttons]


async def test_whoever_opens_something_else_instead_of_giving_a_reason_sends_nothing(
    huong: Person, binh: Person, house: Unit, world: World
) -> None:
    season_id = await season(world.clock.now())
    await registers(huong)
    await world.pass_time(timedelta(days=60))
    await huong.says("đăng ký")
    await huong.taps("registration.edit")
    await huong.taps(f"registration.tick {season_id} RL5")
    await huong.forges(f"changes.ask {season_id}")
    huong.hears("changes.ask-reason")

    await huong.says("menu")
    await huong.says("nộp")
    huong.hears_not("changes.asked")
    await huong.says(WHY)

    huong.hears_not("changes.asked")
    enrolment = await enrolments.find(house.ids[HUONG], season_id)
    assert enrolment is not None
    assert await registrations.waiting_change(enrolment.id) is None


async def test_a_request_of_a_past_season_is_not_carried_out(
    asked: int, huong: Person, binh: Person, house: Unit, world: World
) -> None:
    now = world.clock.now()
    await open_season("nguoi-cong-san-tre", 2028, None, None, now=now, today=now.date())

    await binh.taps("changes.approve")

    binh.hears("changes.card")
    assert "năm trước" in binh.news()[-1].text
    await huong.notices("changes.told-outdated")
    assert await _chosen(house, asked) == TASKS


async def test_a_choice_changed_since_is_not_overwritten(
    asked: int, huong: Person, binh: Person, house: Unit, world: World
) -> None:
    await world.pass_time(timedelta(days=1))
    await season(world.clock.now(), ALL_YEAR)  # registration is opened again
    await huong.forges(f"registration.edit {asked}")
    await huong.taps(f"registration.untick {asked} RL1")
    await huong.taps(f"registration.tick {asked} RL3")
    await huong.forges(f"registration.confirm {asked}")
    huong.hears("registration.confirmed")

    await binh.taps("changes.approve")

    assert "đã được sửa" in (await binh.notices("changes.card")).text
    await huong.notices("changes.told-outdated")
    assert await _chosen(house, asked) == sorted({*TASKS, "RL3"} - {"RL1"})
    await binh.forges("changes.approve 1")
    binh.hears_not("changes.toast-decided")


async def test_a_task_that_is_too_late_by_now_is_not_added(
    huong: Person, binh: Person, house: Unit, world: World
) -> None:
    season_id = await season(world.clock.now())
    await world.pass_time(timedelta(days=60))
    await huong.says("đăng ký")
    await huong.taps("registration.edit")
    for code in ("RL1", "RL2", "RL6"):
        await huong.taps(f"registration.tick {season_id} {code}")
    await huong.taps(f"registration.page {season_id} 1")
    await huong.taps(f"registration.tick {season_id} TT4")
    await huong.taps(f"registration.page {season_id} 2")
    await huong.taps("changes.ask")
    await huong.says("Tôi mới được công nhận đoàn viên ưu tú.")
    await world.pass_time(timedelta(days=244))  # November: RL1 and RL2 end in October

    await binh.says("đề nghị")  # what a code stands for is forgotten by now: the request is asked for again
    await binh.taps("changes.show")
    await binh.taps("changes.approve")

    assert "không còn kịp" in (await binh.notices("changes.card")).text
    await huong.notices("changes.told-outdated")
    assert await _chosen(house, season_id) == []
