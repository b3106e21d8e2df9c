"""A missed scan is a question to the organiser, never a fine; two ways at once count once."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import MovableClock
from journey.people import Role
from storage import sql
from storage.units import UnitRow
from tests.conftest import ENGINES, running
from tests.handlers.arrivals import comes
from tests.handlers.attendance.gathering import HUONG, LAN, LASTS, SOON, THU, TITLE, Gathering, gathering
from tests.handlers.contention.racing import RACES, at_once, taps
from tests.support.databases import PostgresTemplate, SqliteTemplate
from tests.support.harness import World

OVER = SOON + timedelta(minutes=LASTS + 30)


@pytest.fixture
async def at(world: World) -> Gathering:
    return await gathering(world)


async def test_a_missed_scan_is_asked_about_and_agreed_to_once(at: Gathering) -> None:
    mine = f"attendance.mine {at.session}"
    later = await at.holds(starts_at=at.world.clock.now() + timedelta(days=3))
    await at.huong.forges(f"attendance.mine {later}")
    at.huong.hears("attendance.early")
    await at.passes(OVER)
    await at.huong.forges(mine)
    at.huong.hears("attendance.asked", title=TITLE, names=THU)
    await at.huong.forges(mine)
    at.huong.hears("attendance.already-asked", title=TITLE)
    await at.passes(timedelta(hours=2))
    await at.thu.notices("attendance.question", name=HUONG)
    yes = next(each for each in at.thu.buttons() if each.startswith("attendance.yes"))
    await at.thu.forges(f"attendance.open {at.session}")
    assert "1 người báo có dự" in at.thu.hears("attendance.card").text
    await at.thu.taps("attendance.waiting")
    at.thu.hears("attendance.waiting", n=1)
    await at.thu.forges(yes)
    at.thu.hears("attendance.answered-counted", name=HUONG)
    await at.thu.forges(yes)
    at.thu.hears("attendance.answered-before", member=HUONG, name=THU)
    told = await at.huong.notices("attendance.told-counted", name=THU)
    assert "1/4" in told.text
    assert (await at.rows(), await at.hand_ins()) == ([(HUONG, "asked", "counted")], ["approved"])


async def test_whoever_is_not_remembered_is_told_kindly_and_ticked_after_all(at: Gathering) -> None:
    await at.passes(OVER)
    await at.huong.forges(f"attendance.mine {at.session}")
    await at.passes(timedelta(hours=2))
    await at.thu.notices("attendance.question", name=HUONG)
    await at.thu.taps("attendance.no")
    at.thu.hears("attendance.answered-refused", name=HUONG)
    await at.huong.notices("attendance.told-refused", name=THU)
    await at.huong.starts(await at.code(paper=True))
    at.huong.hears("attendance.already-refused", name=THU)
    assert await at.hand_ins() == []
    await at.thu.forges(f"attendance.tick {at.session} {at.house.ids[HUONG]}")
    assert (await at.rows(), await at.hand_ins()) == ([(HUONG, "ticked", "counted")], ["approved"])
    await at.huong.notices("attendance.told-counted", name=THU)


async def test_who_asked_too_soon_is_counted_by_the_next_good_code(at: Gathering) -> None:
    await at.huong.starts(await at.code(timedelta(minutes=2)))
    await at.huong.taps("attendance.mine")
    at.huong.hears("attendance.asked", names=THU)
    await at.huong.starts(await at.code(timedelta(minutes=2)))
    at.huong.hears("attendance.already-asked")
    await at.huong.starts(await at.code())
    at.huong.hears("attendance.counted", title=TITLE)
    assert (await at.rows(), await at.hand_ins()) == ([(HUONG, "scan", "counted")], ["approved"])
    [asked] = await sql.rows("SELECT id FROM attendances")
    await at.thu.forges(f"attendance.yes {asked['id']}")
    at.thu.hears("attendance.answered-before", member=HUONG, name=HUONG)


async def test_nobody_is_counted_at_what_was_called_off_meanwhile(at: Gathering) -> None:
    await at.huong.forges(f"attendance.mine {at.session}")
    await at.thu.notices("attendance.question", name=HUONG)
    await at.thu.forges(f"sessions.because {at.session} room")
    at.thu.hears("sessions.card-cancelled")
    yes = next(f"attendance.yes {each['id']}" for each in await sql.rows("SELECT id FROM attendances"))
    await at.thu.forges(yes)
    at.thu.hears("attendance.cancelled", title=TITLE)
    assert (await at.rows(), await at.hand_ins()) == ([(HUONG, "asked", "asked")], [])


async def test_what_did_not_take_place_is_called_off_afterwards_and_whoever_was_counted_is_told_once(
    at: Gathering,
) -> None:
    lan = await comes(at.house, LAN, Role.MEMBER)
    await at.huong.starts(await at.code())
    await at.passes(OVER)
    await lan.forges(f"attendance.mine {at.session}")
    await at.thu.forges(f"sessions.because {at.session} room")  # a choice from before it began
    at.thu.hears("refusal.session-begun")
    await at.thu.forges(f"sessions.show {at.session}")
    await at.thu.taps("sessions.cancel")
    at.thu.hears("sessions.ask-not-held", title=TITLE, n=1)
    await at.thu.says("8")  # no choice has that number, and it is no reason
    at.thu.hears("sessions.ask-not-held", title=TITLE, n=1)
    await at.thu.says("Mất điện cả ngày")
    card = at.thu.hears("sessions.card-cancelled", note=("sessions.note-not-held", {}), off="after").text
    assert f"KHÔNG DIỄN RA: {TITLE}" in card
    assert "Mất điện cả ngày" in card
    await at.thu.taps("sessions.open")
    await at.thu.taps("sessions.past")
    assert f"KHÔNG DIỄN RA: {TITLE}" in at.thu.hears("sessions.list-past").text
    assert await at.rows() == [(HUONG, "scan", "withdrawn"), (LAN, "asked", "withdrawn")]
    assert await at.hand_ins() == ["withdrawn"]
    assert len(await sql.rows("SELECT id FROM audit WHERE action = 'attendance.withdrawn'")) == 2
    await at.passes(timedelta(hours=2))
    await at.huong.notices("sessions.told-not-held", title=TITLE, name=THU, reason="Mất điện cả ngày", was="counted")
    await lan.notices("sessions.told-not-held", title=TITLE, was="asked")
    await at.thu.forges(f"sessions.because {at.session} room 1")
    await at.passes(timedelta(minutes=5))
    assert sum("không diễn ra" in each.text for each in at.huong.screen) == 1

    older = await at.holds(starts_at=at.world.clock.now() - timedelta(days=8))
    await at.thu.forges(f"sessions.show {older}")
    assert "sessions.cancel" not in " ".join(at.thu.buttons())
    await at.thu.forges(f"sessions.cancel {older}")
    at.thu.hears("refusal.session-begun")


async def test_a_question_goes_to_who_runs_the_session_now(at: Gathering) -> None:
    mai = await comes(at.house, "Lê Thị Mai", Role.SECRETARY, group=False)
    other = await UnitRow.create(code="CD2", name="Chi đoàn Hai", kind="Đoàn cơ sở")
    await sql.run("UPDATE posts SET unit_id = ?1 WHERE person_id = ?2", other.id, at.house.ids[THU])
    await at.huong.forges(f"attendance.mine {at.session}")
    at.huong.hears("attendance.asked", names="Lê Thị Mai")
    await mai.notices("attendance.question", name=HUONG)


async def test_a_question_is_read_at_once_while_an_evening_session_is_on_and_in_the_morning_after_it(
    at: Gathering,
) -> None:
    await at.passes(timedelta(hours=11, minutes=15))
    evening = await at.holds(title="Tối thứ Hai")  # from 20:35
    lan = await comes(at.house, LAN, Role.MEMBER)
    await at.passes(SOON)
    await at.huong.forges(f"attendance.mine {evening}")
    await at.thu.notices("attendance.question", name=HUONG)
    await at.passes(OVER)
    await lan.forges(f"attendance.mine {evening}")
    lan.hears("attendance.asked", names=THU)
    await at.thu.look()
    assert not [each for each in at.thu.news() if LAN in each.text]
    await at.passes(timedelta(hours=9))
    await at.thu.notices("attendance.question", name=LAN)


async def test_an_agreement_that_was_a_slip_is_a_question_again(at: Gathering) -> None:
    await at.passes(OVER)
    await at.huong.forges(f"attendance.mine {at.session}")
    await at.thu.forges(f"attendance.tick {at.session} {at.house.ids[HUONG]}")
    assert await at.hand_ins() == ["approved"]
    await at.thu.forges(f"attendance.untick {at.session} {at.house.ids[HUONG]}")
    assert (await at.rows(), await at.hand_ins()) == ([(HUONG, "asked", "asked")], ["withdrawn"])


async def test_a_secretary_who_takes_the_result_back_takes_the_attendance_back(at: Gathering) -> None:
    await at.huong.starts(await at.code())
    [recorded] = await sql.rows("SELECT id FROM recorded")
    await at.thu.forges(f"paper.withdraw {recorded['id']}")
    await at.thu.says("Quét hộ")
    assert (await at.rows(), await at.hand_ins()) == ([(HUONG, "scan", "withdrawn")], ["withdrawn"])
    await at.huong.starts(await at.code())
    at.huong.hears("attendance.asked", names=THU)


@pytest.fixture(params=ENGINES)
async def crowded(request: pytest.FixtureRequest, tmp_path: Path, clock: MovableClock) -> AsyncIterator[Gathering]:
    """The product on Telegram, on each engine; PostgreSQL handles chats of three shares at once."""
    template: SqliteTemplate | PostgresTemplate = request.getfixturevalue(f"{request.param}_template")
    with template.copy() as url:
        async with running("telegram-polling", url, tmp_path, clock) as world:
            yield await gathering(world)


async def test_a_scan_and_two_ticks_at_once_count_once(crowded: Gathering) -> None:
    at = crowded
    mai = await comes(at.house, "Lê Thị Mai", Role.SECRETARY, group=False)
    for n in range(RACES):
        at.session = await at.holds(title=f"Buổi {n}")
        tick = f"attendance.tick {at.session} {at.house.ids[HUONG]}"
        scan = (at.huong, at.world.driver.starts(at.huong.number, await at.code()))
        await at_once(taps(at.thu, tick), taps(mai, f"attendance.everybody {at.session}"), scan)
        assert [state for _, _, state in await at.rows()] == ["counted"] * (n + 1)
        assert await at.hand_ins() == ["approved"] * (n + 1)
    assert len(await sql.rows("SELECT id FROM recorded")) == RACES
    assert len(await sql.rows("SELECT id FROM audit WHERE action = 'attendance.counted'")) == RACES


async def test_a_scan_in_the_moment_a_session_is_called_off_counts_or_keeps_it(crowded: Gathering) -> None:
    at = crowded
    for n in range(RACES):
        at.session = await at.holds(title=f"Buổi {n}")
        scan = (at.huong, at.world.driver.starts(at.huong.number, await at.code()))
        await at_once(taps(at.thu, f"sessions.because {at.session} room"), scan)
        [row] = await sql.rows("SELECT state FROM sessions WHERE id = ?1", at.session)
        counted = await sql.rows("SELECT id FROM attendances WHERE session_id = ?1", at.session)
        assert bool(counted) == (row["state"] == "planned")
