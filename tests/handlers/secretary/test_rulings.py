"""Exempt, provisional, unmet: with a reason, told once, by the first of two."""

from datetime import timedelta

import pytest

from storage import sql
from tests.handlers.contention.racing import RACES, Ring, at_once, heard, says, taps
from tests.handlers.members import hand_in
from tests.handlers.secretary.office import HUONG, SON, THU, Office, office
from tests.support.harness import World

WHY = "Nghỉ thai sản từ tháng 2 đến tháng 8."
OCTOBER = 270
"""Days from the registration in January to the evaluation."""


@pytest.fixture
async def desk(world: World) -> Office:
    return await office(world)


async def test_an_exemption_has_a_reason_a_summary_and_is_told_shown_and_counted(desk: Office) -> None:
    thu, huong = desk.thu, desk.huong
    await desk.opens(thu, "BB2")
    await thu.taps("rulings.exempt")
    thu.hears("rulings.ask-exempt", name=HUONG)
    await thu.says("x" * 301)
    thu.hears("rulings.ask-exempt", name=HUONG)
    await thu.says(WHY)
    thu.hears("rulings.summary-exempt", name=HUONG, year="2027", reason=WHY)
    assert not [each for each in huong.screen if WHY in each.text]
    await thu.taps("rulings.confirm")

    assert "được miễn" in thu.hears("secretary.task", name=HUONG).text
    await huong.notices("rulings.told-exempt", name=THU, reason=WHY)
    assert f"Được miễn từ 02/03/2027 ({THU}): “{WHY}”" in await desk.sees_in_the_book("BB2")
    await huong.says("sổ")
    huong.hears("book.overview", done=0, needed=6)
    await huong.says("nộp")
    assert "evidence.start BB2" not in huong.buttons()
    assert await desk.trail("ruling.exempt") == [THU]


async def test_it_is_ended_with_a_reason_and_told(desk: Office) -> None:
    thu = desk.thu
    await desk.opens(thu, "BB2")
    await thu.taps("rulings.exempt")
    await thu.says(WHY)
    await thu.taps("rulings.confirm")
    await thu.taps("rulings.lift")
    thu.hears("rulings.ask-lift", member=HUONG, name=THU, reason=WHY)
    await thu.says("Đã đi làm lại.")

    await desk.huong.notices("rulings.told-lift-exempt", name=THU, reason="Đã đi làm lại.")
    assert "chưa bắt đầu" in await desk.sees_in_the_book("BB2")
    await thu.forges("rulings.lift 1")
    thu.hears("rulings.changed")
    assert await desk.trail("ruling.ended") == [THU]


async def test_whoever_changes_their_mind_before_the_summary_is_confirmed_changes_nothing(desk: Office) -> None:
    await desk.opens(desk.thu, "BB2")
    await desk.thu.taps("rulings.exempt")
    await desk.thu.says(WHY)
    await desk.thu.taps("secretary.task")
    assert "chưa bắt đầu" in desk.thu.hears("secretary.task", name=HUONG).text
    await desk.thu.taps("rulings.exempt")
    await desk.thu.says("hủy")
    desk.thu.hears("cancel.done")


async def test_of_two_secretaries_in_one_moment_one_rules_and_the_other_reads_who(desk: Office) -> None:
    son, thu = await desk.son(), desk.thu
    for each in (son, thu):
        await desk.opens(each, "BB2")
        await each.taps("rulings.exempt")
        await each.says(WHY)
    confirm = [next(b for b in each.buttons() if b.startswith("rulings.confirm")) for each in (son, thu)]

    await at_once(taps(son, confirm[0]), taps(thu, confirm[1]))

    lost = heard(son, "rulings.already", name=THU), heard(thu, "rulings.already", name=SON)
    assert sorted(lost) == [0, 1]
    assert len(await desk.trail("ruling.exempt")) == 1
    await desk.huong.look()
    assert len([each for each in desk.huong.screen if WHY in each.text]) == 1


async def test_a_result_is_marked_provisional_from_the_evaluation_on_and_turns_out_unmet(world: World) -> None:
    desk = await office(world, days=50)
    await desk.opens(desk.thu, "BB2")
    assert not [each for each in desk.thu.buttons() if each.startswith("rulings.provisional")]
    desk = await _in_october(desk)
    thu = desk.thu

    await desk.opens(thu, "BB2")
    await thu.taps("rulings.provisional")
    await thu.says("Chờ buổi thời sự quý IV.")
    await thu.taps("rulings.confirm")
    await desk.huong.notices("rulings.told-provisional", name=THU)
    assert "tạm đạt, chờ xác nhận" in await desk.sees_in_the_book("BB2")
    await thu.says("đoàn viên")
    await thu.taps("secretary.awaiting")
    thu.hears("secretary.awaiting", lines=[f"1. {HUONG} · BB2"])

    await thu.taps(f"secretary.task {desk.id(HUONG)} BB2")
    await thu.taps("rulings.unmet")
    await thu.says("Vắng buổi quý IV.")
    thu.hears("rulings.summary-unmet", name=HUONG)
    await thu.taps("rulings.confirm")

    await desk.huong.notices("rulings.told-unmet", name=THU, reason="Vắng buổi quý IV.")
    assert "Chưa đạt theo kết quả xác nhận" in await desk.sees_in_the_book("BB2")
    await thu.says("đoàn viên")
    await thu.taps("secretary.awaiting")
    thu.hears("secretary.awaiting-none")
    assert await desk.trail("ruling.unmet") == [THU]


async def test_what_is_put_in_other_words_on_a_second_phone_leaves_no_task_without_its_ruling(world: World) -> None:
    desk = await office(world, days=OCTOBER)
    thu, ring = desk.thu, Ring(world, desk.house)
    other = await ring.phone(THU, (ring.share(int(thu.number)) + 1) % 3)
    for _ in range(RACES):
        await desk.opens(thu, "BB2")
        for kind in ("provisional", "unmet"):
            await thu.taps(f"rulings.{kind}")
            await thu.says("Chờ buổi thời sự quý IV.")
            if kind == "provisional":
                await thu.taps("rulings.confirm")
        confirm = next(each for each in thu.buttons() if each.startswith("rulings.confirm"))
        await other.forges(f"rulings.unmet {desk.id(HUONG)} BB2")

        await at_once(taps(thu, confirm), says(other, "Vắng buổi quý IV."))

        standing = await sql.rows("SELECT kind FROM rulings WHERE state = 'standing'")
        changed = heard(thu, "rulings.changed") + heard(thu, "rulings.already", name=THU)
        assert [each["kind"] for each in standing] == ["provisional" if changed else "unmet"]
        await sql.run("DELETE FROM rulings")


async def test_what_the_rules_call_provisional_is_closed_by_the_secretary_with_a_sentence(world: World) -> None:
    desk = await office(world, days=50)
    now, thu = world.clock.now(), desk.thu
    claims = {"a": True, "b": 1, "c": None}
    _ = await hand_in(desk.id(HUONG), "BB1", now, state="approved", claims=claims, decided_at=now)
    desk = await _in_october(desk)

    await thu.says("đoàn viên")
    await thu.taps("secretary.awaiting")
    await thu.taps(f"secretary.task {desk.id(HUONG)} BB1")
    assert "tạm đạt, chờ xác nhận" in thu.hears("secretary.task").text
    await thu.taps("paper.proof")
    thu.hears("paper.ask-proof", name=HUONG)
    await thu.says("Quyết định 125/QĐ ngày 02/10/2027 công nhận Lao động tiên tiến.")
    shown = thu.hears("paper.summary-proof", name=HUONG)
    assert "Lao động tiên tiến" in shown.text
    await thu.taps("paper.confirm")

    await desk.huong.notices("paper.told-proof", name=THU)
    page = await desk.sees_in_the_book("BB1")
    assert "✓ hoàn thành" in page
    assert f"đã có kết quả xác nhận\n– {THU} ghi nhận ngày" in page
    await thu.forges(f"paper.proof {desk.id(HUONG)} BB1")
    thu.hears("paper.no-need")


async def _in_october(desk: Office) -> Office:
    await desk.world.pass_time(timedelta(days=OCTOBER - 50))
    return desk
