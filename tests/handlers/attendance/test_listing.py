"""The organiser takes attendance in the chat: by the list, all but some, from a photo of the signed list; and back."""

from datetime import timedelta

import pytest

from journey.people import Role
from storage import sql
from tests.handlers.arrivals import comes
from tests.handlers.attendance.gathering import HUONG, LAN, NAM, THU, TITLE, Gathering, gathering
from tests.handlers.pictures import photo
from tests.support.harness import Person, World

LINH = "Phạm Thùy Linh"


@pytest.fixture
async def at(world: World) -> Gathering:
    found = await gathering(world)
    for name in (LAN, NAM, LINH):
        _ = await found.house.joins(name, Role.MEMBER)
    return found


async def opens_the_list(at: Gathering) -> None:
    await at.thu.forges(f"attendance.open {at.session}")
    at.thu.hears("attendance.card", title=TITLE, counted=0, listed=4, lines=[])
    await at.thu.taps("attendance.list")
    at.thu.hears("attendance.list", counted=0, listed=4)


def line(who: Person, name: str) -> str:
    """Return what the list says of somebody."""
    return next(each for each in who.screen[-1].text.splitlines() if name in each)


async def test_a_tick_counts_and_is_taken_back_at_once_or_for_a_reason(at: Gathering) -> None:
    await opens_the_list(at)
    tick = f"attendance.tick {at.session} {at.house.ids[HUONG]}"
    untick = f"attendance.untick {at.session} {at.house.ids[HUONG]}"
    await at.thu.taps(tick)
    at.thu.hears("attendance.list", counted=1, listed=4)
    assert "theo danh sách" in line(at.thu, HUONG)
    assert await at.hand_ins() == ["approved"]
    await at.thu.taps(untick)
    assert await at.hand_ins() == ["withdrawn"]
    await at.thu.taps(tick)
    assert await at.hand_ins() == ["approved"]

    await at.passes(timedelta(minutes=11))
    await at.thu.taps(untick)
    at.thu.hears("attendance.ask-why", name=HUONG)
    await at.thu.says("Nhầm với bạn cùng tên")
    at.thu.hears("attendance.list", counted=0, listed=4)
    await at.huong.notices("attendance.told-withdrawn", name=THU, reason="Nhầm với bạn cùng tên")
    assert (await at.rows(), await at.hand_ins()) == ([(HUONG, "ticked", "withdrawn")], ["withdrawn"])
    [kept] = await sql.rows("SELECT state, withdrawn_because FROM recorded")
    assert (kept["state"], kept["withdrawn_because"]) == ("withdrawn", "Nhầm với bạn cùng tên")
    assert len(await sql.rows("SELECT id FROM audit WHERE action = 'attendance.withdrawn'")) == 2


async def test_all_but_some_are_counted_by_name_and_undone(at: Gathering) -> None:
    await opens_the_list(at)
    await at.thu.taps("attendance.all")
    at.thu.hears("attendance.ask-absent", n=4)
    await at.thu.says("lan, Hùng")
    at.thu.hears("attendance.absent-nobody", name="Hùng")
    at.thu.hears("attendance.ask-absent", n=4)
    await at.thu.says("lan; đỗ hoài nam")
    at.thu.hears("attendance.all-done-but", n=2, names=f"{LAN}, {NAM}")
    assert {name for name, _, _ in await at.rows()} == {HUONG, LINH}
    assert await at.hand_ins() == ["approved"]
    await at.thu.taps("attendance.undo")
    at.thu.hears("attendance.undone", n=2)
    assert ({state for _, _, state in await at.rows()}, await at.hand_ins()) == ({"withdrawn"}, ["withdrawn"])

    await at.thu.taps("attendance.all")
    await at.thu.taps("attendance.everybody")
    at.thu.hears("attendance.all-done", n=4)
    undo = next(each for each in at.thu.buttons() if each.startswith("attendance.undo"))
    await at.passes(timedelta(minutes=11))
    await at.thu.forges(undo)
    at.thu.hears("attendance.undo-too-late")
    assert await at.hand_ins() == ["approved"]


async def test_a_name_is_found_and_a_photo_of_the_signed_list_is_kept(at: Gathering) -> None:
    await at.thu.forges(f"attendance.sheet {at.session}")
    at.thu.hears("attendance.ask-sheet", title=TITLE)
    await at.thu.sends_photo(photo(5))
    at.thu.hears("attendance.sheet-kept", n=1)
    await at.thu.taps("attendance.sheets")
    at.thu.hears("attendance.sheets", title=TITLE)
    assert any(each.files for each in at.thu.news())
    await at.thu.taps("attendance.list")
    await at.thu.says("huong")
    at.thu.hears("attendance.found")
    await at.thu.taps("attendance.tick")
    assert await at.rows() == [(HUONG, "sheet", "counted")]
    assert await sql.rows("SELECT id FROM evidence WHERE submission_id IS NOT NULL") == []


async def test_the_list_to_sign_comes_as_a_paper(at: Gathering) -> None:
    _ = await at.house.joins("Khách Mời", Role.MEMBER)
    guest = at.house.ids["Khách Mời"]
    await at.thu.forges(f"attendance.tick {at.session} {guest}")
    await sql.run("UPDATE people SET unit_id = NULL, group_id = NULL WHERE id = ?1", guest)  # in no row to sign
    await at.thu.forges(f"attendance.paper {at.session}")
    at.thu.hears("attendance.paper", title=TITLE, n=4)
    [paper] = [file for each in at.thu.news() for file in each.files]
    assert paper.startswith(b"%PDF")


async def test_ticks_wait_for_the_session_and_end_a_week_after_it(at: Gathering) -> None:
    later = await at.holds(starts_at=at.world.clock.now() + timedelta(days=1))
    await at.thu.forges(f"attendance.tick {later} {at.house.ids[HUONG]}")
    at.thu.hears("attendance.early")
    await at.passes(timedelta(days=10))
    await at.thu.forges(f"attendance.everybody {later}")
    at.thu.hears("attendance.over-officer")
    assert await at.rows() == []


async def test_nobody_ticks_their_own_name(at: Gathering) -> None:
    mai = await comes(at.house, "Lê Thị Mai", Role.MEMBER, Role.SECRETARY, group=False)
    await mai.forges(f"attendance.tick {at.session} {at.house.ids['Lê Thị Mai']}")
    mai.hears("attendance.not-oneself")
    await mai.forges(f"attendance.everybody {at.session}")
    mai.hears("attendance.all-done", n=4)
    assert "Lê Thị Mai" not in {name for name, _, _ in await at.rows()}
