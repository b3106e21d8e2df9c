"""A verdict taken back after the time to undo: by whoever gave it, or by the next level; with a reason."""

from datetime import timedelta

import pytest

from journey.people import Role
from storage import audit, rulings, sql
from storage.units import UnitRow
from tests.handlers.deciding import (
    BINH,
    CUONG,
    DUNG,
    HUONG,
    MAI,
    TO,
    Bench,
    asks_to_reverse,
    bench,
    finishes,
    hands_in,
    offers,
    returns,
    state,
)
from tests.handlers.members import hand_in
from tests.support.harness import Person, World

LATER = timedelta(hours=5)


@pytest.fixture
async def on(world: World) -> Bench:
    return await bench(world)


@pytest.fixture
async def dung(on: Bench) -> Person:
    """Of the unit's executive board."""
    return await on.officer(DUNG, Role.EXECUTIVE)


async def actions() -> list[str]:
    rows = await sql.rows("SELECT action FROM audit WHERE action LIKE 'review.%' ORDER BY id")
    return [row["action"] for row in rows]


async def test_an_approval_is_taken_back_with_a_reason_that_everybody_reads(on: Bench, dung: Person) -> None:
    mai = await on.officer(MAI, Role.EXECUTIVE)
    await hands_in(on.huong)
    await dung.taps("reviews.approve")
    await on.world.pass_time(LATER)
    await dung.says("duyệt")
    await dung.taps("reviews.decided")
    assert HUONG in dung.hears("reviews.decided").text
    await dung.taps("reviews.show")
    await dung.taps("reviews.reverse")
    dung.hears("reviews.ask-reversal", task="RL2", name=HUONG)
    await dung.says("Ảnh này là của năm trước.")
    assert await state() == [("RL2", 1, "waiting")]
    await on.huong.notices("reviews.told-reversed", name=DUNG, reason="Ảnh này là của năm trước.")
    await mai.look()
    assert "Ảnh này là của năm trước." in (await mai.notices("reviews.card")).text
    assert await actions() == ["review.approved", "review.reversed"]
    await mai.taps("reviews.approve")
    assert await state() == [("RL2", 1, "approved")]
    await on.huong.forges("book.task RL2")
    assert any("Ảnh này là của năm trước." in each.text for each in on.huong.news())


async def test_who_came_since_hears_of_a_hand_in_only_when_it_is_to_be_judged_anew(on: Bench, dung: Person) -> None:
    await hands_in(on.huong)
    mai = await on.officer(MAI, Role.EXECUTIVE)
    await dung.taps("reviews.approve")
    await mai.look()
    assert not any(HUONG in each.text for each in mai.screen)
    await on.world.pass_time(LATER)
    await asks_to_reverse(dung)
    await dung.taps(next(each for each in dung.buttons() if each.endswith(" mistake")))
    await mai.notices("reviews.card")


async def test_who_is_exempt_meanwhile_is_not_told_that_the_task_is_done(on: Bench, dung: Person) -> None:
    await hands_in(on.huong)
    [row] = await sql.rows("SELECT registration_id FROM submissions")
    drafted = await rulings.draft(
        row["registration_id"], "exempt", "Nghỉ ốm.", by=on.house.ids[DUNG], now=on.world.clock.now()
    )
    assert await rulings.let_stand(drafted.id, on.world.clock.now())
    await dung.taps("reviews.approve")
    await on.huong.notices("reviews.told-approved", next=("reviews.told-exempt", {}))


async def test_a_return_is_recalled_while_no_newer_version_was_handed_in(on: Bench, dung: Person) -> None:
    await hands_in(on.huong)
    await returns(dung)
    await on.world.pass_time(LATER)
    await asks_to_reverse(dung)
    await dung.taps(next(each for each in dung.buttons() if each.endswith(" mistake")))
    assert await state() == [("RL2", 1, "waiting")]
    await dung.taps("reviews.approve")
    assert await state() == [("RL2", 1, "approved")]


async def test_who_began_the_next_version_with_the_old_evidence_hears_that_it_is_gone(on: Bench, dung: Person) -> None:
    await hands_in(on.huong)
    await returns(dung)
    await on.huong.taps("evidence.again")
    await on.huong.taps(next(each for each in on.huong.buttons() if each.endswith(" keep")))
    await on.world.pass_time(LATER)
    await asks_to_reverse(dung)
    await dung.taps(next(each for each in dung.buttons() if each.endswith(" mistake")))
    await on.huong.notices("reviews.told-reversed-draft", name=DUNG)
    assert await state() == [("RL2", 1, "waiting"), ("RL2", 1, "withdrawn")]


async def test_a_return_is_not_recalled_once_the_next_version_is_in(on: Bench, dung: Person) -> None:
    await hands_in(on.huong)
    await returns(dung)
    await on.world.pass_time(LATER)
    await asks_to_reverse(dung)
    mistake = next(each for each in dung.buttons() if each.endswith(" mistake"))
    await on.huong.taps("evidence.again")
    await on.huong.taps(next(each for each in on.huong.buttons() if each.endswith(" keep")))
    await finishes(on.huong)
    await dung.forges(mistake)
    dung.hears("reviews.undo-too-late-next")
    assert await state() == [("RL2", 1, "returned"), ("RL2", 2, "waiting")]


async def test_the_secretary_takes_back_what_the_board_decided_and_nobody_else_does(on: Bench, dung: Person) -> None:
    cuong = await on.officer(CUONG, Role.SECRETARY)
    mai = await on.officer(MAI, Role.EXECUTIVE)
    await hands_in(on.huong)
    await dung.taps("reviews.approve")
    [row] = await sql.rows("SELECT id FROM submissions")
    await mai.forges(f"reviews.reverse_because {row['id']} mistake")
    await on.huong.forges(f"reviews.reverse_because {row['id']} mistake")
    on.huong.hears("reviews.not-there")
    assert await state() == [("RL2", 1, "approved")]
    await cuong.says("duyệt")
    await cuong.taps("reviews.decided")
    await cuong.taps("reviews.show")
    assert not offers(cuong, "reviews.approve")
    await cuong.taps("reviews.reverse")
    await cuong.taps(next(each for each in cuong.buttons() if each.endswith(" new-facts")))
    assert await state() == [("RL2", 1, "waiting")]
    await dung.look()
    assert CUONG in (await dung.notices("reviews.card")).text
    trail = await audit.trail(f"submission {row['id']}")
    assert [(what, by) for _, by, what, _ in trail if what == "review.reversed"] == [
        ("review.reversed", on.house.ids[CUONG])
    ]


async def test_what_nearer_officers_look_after_does_not_hide_what_is_ones_own(on: Bench, dung: Person) -> None:
    cuong = await on.officer(CUONG, Role.SECRETARY)
    mai = await on.officer(MAI, Role.SECRETARY)
    top = await UnitRow.create(code="DK", name="Đoàn Khối", kind="Đoàn cấp trên")
    await UnitRow.filter(id=on.house.unit).update(parent_id=top.id)
    await sql.run("UPDATE posts SET unit_id = ?1 WHERE person_id = ?2", top.id, on.house.ids[MAI])
    for part in range(1, 10):  # the oldest is the secretary's own work, for the secretary above to look at again
        await hand_in(
            on.house.ids[CUONG if part == 1 else HUONG],
            "RL2",
            on.world.clock.now(),
            part=part,
            asks=on.house.ids[DUNG],
            state="approved",
            decided_at=on.world.clock.now() + timedelta(seconds=part),
        )
    await mai.forges("reviews.decided")
    assert CUONG in mai.hears("reviews.decided").text
    assert HUONG not in mai.news()[-1].text
    await cuong.forges("reviews.decided")
    assert offers(cuong, "reviews.decided 7")


async def test_nothing_is_taken_back_when_the_season_is_over(on: Bench, dung: Person) -> None:
    await hands_in(on.huong)
    await dung.taps("reviews.approve")
    await on.world.pass_time(LATER)
    await asks_to_reverse(dung)
    await sql.run("UPDATE seasons SET is_current = false")
    await dung.says("Nhầm hồ sơ.")
    dung.hears("refusal.season-over", year="2027")
    assert await state() == [("RL2", 1, "approved")]


async def test_one_of_two_signatures_is_taken_back_and_the_other_stays(on: Bench) -> None:
    leader, binh = await on.officer(TO, Role.GROUP_LEADER), await on.officer(BINH, Role.SUPERVISOR)
    await hands_in(on.huong, "RL6", 1)
    await leader.taps("reviews.approve")
    await binh.taps("reviews.approve")
    await on.world.pass_time(LATER)
    await leader.says("duyệt")
    await leader.taps("reviews.decided")
    await leader.taps("reviews.show")
    await leader.taps("reviews.reverse")
    await leader.says("Thiếu chữ ký.")
    rows = await sql.rows("SELECT state FROM reviews ORDER BY id")
    assert [each["state"] for each in rows] == ["waiting", "approved"]
    assert await state() == [("RL6", 1, "waiting")]
    assert "Thiếu chữ ký." in (await binh.notices("reviews.card")).text


async def differs(on: Bench) -> tuple[Person, Person]:
    """Let the supervisor approve, and the leader return."""
    leader, binh = await on.officer(TO, Role.GROUP_LEADER), await on.officer(BINH, Role.SUPERVISOR)
    await hands_in(on.huong, "RL6", 1)
    await binh.taps("reviews.approve")
    assert BINH in (await leader.notices("reviews.card")).text
    await returns(leader)
    return leader, binh


@pytest.mark.parametrize("last", ["approved", "returned"])
async def test_where_two_signatures_differ_the_supervisor_decides(on: Bench, last: str) -> None:
    _, binh = await differs(on)
    assert await state() == [("RL6", 1, "waiting")]
    assert BINH in (await on.huong.notices("reviews.told-differ")).text
    await on.huong.says("sổ")
    assert any(BINH in each.text for each in on.huong.news())
    await binh.says("duyệt")
    binh.hears("reviews.queue", n=1)
    await binh.taps("reviews.show")
    assert TO in binh.hears("reviews.card").text
    if last == "approved":
        await binh.taps("reviews.approve")
    else:
        await returns(binh, "wrong-task")
    assert await state() == [("RL6", 1, last)]
    await binh.taps("reviews.undo")
    assert await state() == [("RL6", 1, "waiting")]


async def test_a_substitute_of_the_supervisor_has_the_last_word_in_the_supervisors_name(on: Bench) -> None:
    _, binh = await differs(on)
    mai = await on.officer(MAI, Role.EXECUTIVE)
    today = on.world.clock.now().astimezone(on.world.zone).date().isoformat()
    await binh.forges(f"substitutes.set {on.house.ids[BINH]} {on.house.ids[MAI]} {today} {today}")
    [row] = await sql.rows("SELECT id FROM submissions")
    await mai.forges(f"reviews.approve {row['id']}")
    assert await state() == [("RL6", 1, "approved")]
    assert f"{MAI} thay đồng chí {BINH}" in (await on.huong.notices("reviews.told-approved")).text


async def test_who_made_two_signatures_differ_may_give_in(on: Bench) -> None:
    leader, binh = await differs(on)
    await leader.taps("reviews.undo")
    await binh.says("duyệt")
    binh.hears("reviews.nothing")
    await leader.taps("reviews.approve")
    assert await state() == [("RL6", 1, "approved")]


async def test_the_leaders_first_return_reaches_the_member_and_the_supervisor_may_take_it_back(on: Bench) -> None:
    leader, binh = await on.officer(TO, Role.GROUP_LEADER), await on.officer(BINH, Role.SUPERVISOR)
    await hands_in(on.huong, "RL6", 1)
    await returns(leader)
    assert await state() == [("RL6", 1, "returned")]
    [row] = await sql.rows("SELECT id FROM submissions")
    await binh.forges(f"reviews.reverse_because {row['id']} new-facts")
    assert await state() == [("RL6", 1, "waiting")]
