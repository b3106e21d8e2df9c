"""Registering the year's tasks, as members see it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from journey import programme_file
from journey.people import Role
from storage import audit, enrolments, registrations
from tests.handlers.members import ALL_YEAR, TASKS, Unit, hand_in, registers, season, unit
from tests.support.harness import Person, World


@pytest.fixture
async def house(world: World) -> Unit:
    return await unit(world)


@pytest.fixture
async def huong(house: Unit) -> Person:
    return await house.joins("Nguyễn Thị Hương", Role.MEMBER)


@pytest.fixture
async def binh(house: Unit) -> Person:
    return await house.joins("Trần Văn Bình", Role.SUPERVISOR, group=False)


async def _chosen(house: Unit, season_id: int) -> list[str]:
    enrolment = await enrolments.find(house.ids["Nguyễn Thị Hương"], season_id)
    assert enrolment is not None
    return sorted(await registrations.chosen(enrolment.id))


async def test_a_member_registers_the_year_by_ticking_and_the_supervisor_is_told(
    house: Unit, huong: Person, binh: Person, world: World
) -> None:
    season_id = await season(world.clock.now())

    await registers(huong)

    huong.hears("registration.confirmed", count=7, year="2027")
    assert "Trần Văn Bình" in huong.news()[-1].text
    await binh.notices("registration.news", name="Nguyễn Thị Hương", place="Tổ 1", year="2027")
    assert await _chosen(house, season_id) == TASKS
    enrolment = await enrolments.find(house.ids["Nguyễn Thị Hương"], season_id)
    assert enrolment is not None
    assert enrolment.programme is not None
    assert enrolment.registered_at is not None
    [(_, actor, action, details)] = await audit.trail(f"enrolment {enrolment.id}")
    assert (actor, action, details["added"]) == (enrolment.person, "registration.confirmed", TASKS)


async def test_the_card_says_what_is_missing_as_tasks_are_ticked(huong: Person, world: World) -> None:
    season_id = await season(world.clock.now())
    await huong.says("đăng ký")
    first = huong.hears("registration.page")
    assert "đã chọn 0/3, còn thiếu 3" in first.text

    await huong.taps(f"registration.tick {season_id} RL2")

    shown = huong.hears("registration.page")
    assert "đã chọn 1/3, còn thiếu 2" in shown.text
    assert (shown.id == first.id) is world.driver.shows_changes
    assert [label[0] for label, action in shown.buttons if action.endswith(" RL2")] == ["☑"]

    await huong.taps(f"registration.untick {season_id} RL2")
    assert "đã chọn 0/3" in huong.hears("registration.page").text


async def test_what_is_short_cannot_be_confirmed(huong: Person, house: Unit, world: World) -> None:
    season_id = await season(world.clock.now())
    await huong.says("đăng ký")
    await huong.forges(f"registration.page {season_id} 2")
    assert f"registration.confirm {season_id}" not in huong.buttons()

    await huong.forges(f"registration.confirm {season_id}")

    huong.hears_not("registration.confirmed")
    assert await _chosen(house, season_id) == []


async def test_ticks_wait_for_weeks(huong: Person, world: World) -> None:
    season_id = await season(world.clock.now())
    await huong.says("đăng ký")
    await huong.taps(f"registration.tick {season_id} RL3")

    await world.pass_time(timedelta(days=15))
    await huong.says("/dangky")

    assert "đã chọn 1/3" in huong.hears("registration.page").text


async def test_confirming_twice_registers_once(huong: Person, binh: Person, house: Unit, world: World) -> None:
    season_id = await season(world.clock.now())
    await registers(huong)

    await huong.forges(f"registration.confirm {season_id}")

    huong.hears("registration.settled", count=7)
    enrolment = await enrolments.find(house.ids["Nguyễn Thị Hương"], season_id)
    assert enrolment is not None
    assert len(await audit.trail(f"enrolment {enrolment.id}")) == 1


async def test_a_choice_is_changed_freely_while_the_window_is_open(
    huong: Person, binh: Person, house: Unit, world: World
) -> None:
    season_id = await season(world.clock.now())
    await registers(huong)
    await hand_in(house.ids["Nguyễn Thị Hương"], "RL6", world.clock.now())

    await huong.taps("registration.edit")
    await huong.taps(f"registration.untick {season_id} RL6")
    await huong.taps(f"registration.tick {season_id} RL5")
    await huong.taps(f"registration.page {season_id} 1")
    await huong.taps(f"registration.page {season_id} 2")
    assert "RL6 đã có minh chứng" in huong.hears("registration.summary").text
    await huong.taps("registration.confirm")

    huong.hears("registration.confirmed", count=7)
    await binh.notices("registration.news-changed", name="Nguyễn Thị Hương")
    enrolment = await enrolments.find(house.ids["Nguyễn Thị Hương"], season_id)
    assert enrolment is not None
    dropped = [r.task for r in await registrations.of_enrolment(enrolment.id) if r.dropped_at]
    assert dropped == ["RL6"]


async def test_an_edit_can_be_left_as_it_was(huong: Person, house: Unit, world: World) -> None:
    season_id = await season(world.clock.now())
    await registers(huong)
    await huong.taps("registration.edit")
    await huong.taps(f"registration.untick {season_id} RL6")

    await huong.forges(f"registration.discard {season_id}")

    huong.hears("registration.settled", count=7)
    assert await _chosen(house, season_id) == TASKS


async def test_a_task_too_late_for_the_year_is_marked_and_explained(huong: Person, world: World) -> None:
    season_id = await season(world.clock.now(), ALL_YEAR)
    await world.pass_time(timedelta(days=304))  # 11 November
    await huong.says("đăng ký")
    assert "RL1, RL2" in huong.hears("registration.page").text

    await huong.taps(f"registration.tick {season_id} RL2")

    huong.hears("registration.not-feasible", code="RL2", year="2027", month=11)
    await huong.says("đăng ký")
    assert "đã chọn 0/3" in huong.hears("registration.page").text


async def test_before_the_window_the_member_reads_when_it_opens(huong: Person, house: Unit, world: World) -> None:
    season_id = await season(world.clock.now(), (date(2027, 2, 1), date(2027, 2, 28)))

    await huong.says("đăng ký")
    huong.hears("registration.early", year="2027", opens=date(2027, 2, 1), closes=date(2027, 2, 28))
    await huong.forges(f"registration.confirm {season_id}")

    assert await _chosen(house, season_id) == []


async def test_without_a_season_the_member_is_told_kindly(huong: Person) -> None:
    await huong.says("đăng ký")
    huong.hears("refusal.no-season")


async def test_who_is_not_a_member_cannot_register(binh: Person, world: World) -> None:
    await season(world.clock.now())
    await binh.says("đăng ký")
    binh.hears("refusal.members-only")


@pytest.mark.parametrize(
    "choice",
    [
        "registration.tick 99 RL1",
        "registration.page 1 -1",
        "registration.page 1 ²",
        "registration.pick 0 X",
    ],
)
async def test_an_old_or_forged_choice_shows_the_card(huong: Person, world: World, choice: str) -> None:
    await season(world.clock.now())
    await huong.says("menu")
    await huong.forges(choice)
    huong.hears("registration.page")


async def test_a_mandatory_task_stays(huong: Person, world: World) -> None:
    season_id = await season(world.clock.now())
    await huong.says("menu")
    await huong.forges(f"registration.tick {season_id} BB1")
    huong.hears("refusal.mandatory-task", code="BB1")


async def test_a_programme_without_choice_is_confirmed_at_once(huong: Person, house: Unit, world: World) -> None:
    season_id = await season(world.clock.now(), programme="thu-thach-dong-hanh")
    await huong.says("đăng ký")
    huong.hears("registration.summary")
    await huong.taps("registration.confirm")
    huong.hears("registration.confirmed", count=3)
    assert await _chosen(house, season_id) == ["TC1", "TC2", "TC3"]


async def test_nothing_is_longer_than_the_poorest_channel_carries(huong: Person, binh: Person, world: World) -> None:
    season_id = await season(world.clock.now())
    await registers(huong)
    await huong.says("sổ")
    for code in (*TASKS, "RL5"):
        await huong.forges(f"tasks.show {code}")
    await huong.forges(f"registration.edit {season_id}")
    await huong.forges(f"registration.page {season_id} 2")
    for shown in huong.screen:
        assert len(shown.text) <= 1900
        assert len(shown.buttons) <= 9
        assert all(len(label) <= 34 for label, _ in shown.buttons)


async def test_a_double_tap_ticks_once(huong: Person, world: World) -> None:
    season_id = await season(world.clock.now())
    await huong.says("đăng ký")
    await huong.taps(f"registration.tick {season_id} RL2")
    await huong.forges(f"registration.tick {season_id} RL2")
    await huong.says("đăng ký")
    assert "đã chọn 1/3" in huong.hears("registration.page").text

    await huong.taps(f"registration.untick {season_id} RL2")
    await huong.forges(f"registration.untick {season_id} RL2")
    await huong.says("đăng ký")
    assert "đã chọn 0/3" in huong.hears("registration.page").text


_CATEGORY = """
[[categories]]
code = "C{n}"
title = "Nhóm {n}"
title_en = "Category {n}"
rule = "at_least"
min_completed = 1
order = {n}
"""
_TASK = """
[[tasks]]
code = "C{n}{m}"
category = "C{n}"
number = {m}
title = "Việc {n}.{m}"
title_en = "Task {n}.{m}"
text = "Việc {n}.{m}."
criteria = [{{ id = "a", kind = "yes_no", label = "Đã làm", label_en = "Done" }}]
evidence = ["hinh_anh"]
assessment = {{ any = ["bch_chi_doan"] }}
months = [12]
"""


def _of_categories(count: int) -> str:
    """Return the 2018 programme with `count` categories, of two tasks each, in place of its own."""
    source = (Path(programme_file.__file__).parent / "programmes" / "thu-thach-dong-hanh.toml").read_text("utf-8")
    every = range(1, count + 1)
    categories = "".join(_CATEGORY.format(n=n) for n in every)
    tasks = "".join(_TASK.format(n=n, m=m) for n in every for m in (1, 2))
    rest = source[source.index("[[duties]]") :].replace('"DH"', '"C1"')
    return source[: source.index("[[categories]]")] + categories + tasks + rest


async def test_a_programme_of_many_categories_never_offers_more_than_a_numbered_menu_carries(
    huong: Person, world: World, tmp_path: Path
) -> None:
    source = tmp_path / "many.toml"
    source.write_text(_of_categories(12), "utf-8")
    season_id = await season(world.clock.now(), programme=str(source))
    await huong.says("đăng ký")
    for at in range(1, 13):
        await huong.taps(f"registration.tick {season_id} C{at}1")
        await huong.taps(f"registration.page {season_id} {at}")
    assert len(huong.hears("registration.summary").buttons) <= 9
    await huong.taps("registration.confirm")
    await huong.taps("registration.edit")
    await huong.forges(f"registration.page {season_id} 12")
    assert len(huong.hears("registration.summary").buttons) <= 9
    await huong.taps(f"registration.page {season_id} 0")

    await huong.says("nhiệm vụ")
    assert len(huong.hears("tasks.overview").buttons) <= 9
    await huong.taps("tasks.open 1")
    assert "tasks.list C12" in [action for _, action in huong.hears("tasks.overview").buttons]


async def test_a_task_of_another_year_is_named_as_such(huong: Person, world: World) -> None:
    await season(world.clock.now())
    await huong.says("menu")
    await huong.forges("tasks.show OLD9")
    huong.hears("tasks.not-this-year", code="OLD9", year="2027")
