"""A result from the paper book: asked one thing at a time, with a photo of the page, seen again before it counts."""

from datetime import timedelta

import pytest

from journey.people import Role
from storage import evidence, loose_evidence, recorded, reviews
from tests.handlers.arrivals import comes
from tests.handlers.members import hand_in
from tests.handlers.pictures import photo
from tests.handlers.secretary.office import HUONG, SON, THU, Office, office
from tests.support.harness import Person, World


@pytest.fixture
async def desk(world: World) -> Office:
    return await office(world)


async def _tells_of_rl2(desk: Office, who: Person, count: int = 2) -> None:
    """Go from the task to the question for the photo."""
    await desk.opens(who, "RL2")
    await who.taps("paper.start")
    who.hears("paper.ask-count")
    [answer] = [each for each in who.buttons() if each.startswith("paper.answer") and each.endswith(f" {count}")]
    await who.taps(answer)
    await who.says("Đoàn phường Một")
    await who.says("1/2/2027")
    await who.says("Công viên Gia Định")
    who.hears("paper.ask-day", name=HUONG)
    await who.says("2/2/2028")
    who.hears("paper.not-yet")
    await who.says("2/2/2027")
    who.hears("paper.ask-assessor", name=HUONG)


async def test_a_result_brought_forward_counts_with_a_photo_of_the_page_and_is_told(desk: Office) -> None:
    thu, huong = desk.thu, desk.huong
    await _tells_of_rl2(desk, thu)
    [body] = [each for each in thu.buttons() if each.startswith("paper.answer") and " assessor " in each]
    await thu.taps(body)
    thu.hears("paper.ask-paper", name=HUONG)
    await thu.says("không có ảnh")
    thu.hears("paper.ask-paper", name=HUONG)
    await thu.forges("paper.confirm 1")
    thu.hears("paper.ask-paper", name=HUONG)
    assert "chưa bắt đầu" in await desk.sees_in_the_book("RL2")

    await thu.sends_photo(b"not a picture")
    thu.hears("paper.ask-paper", name=HUONG)
    await thu.sends_photo(photo(3))
    shown = thu.hears("paper.summary-paper", name=HUONG).text
    for each in (
        "2 hoạt động",
        "01/02/2027",
        ": BCH Đoàn cơ sở, ngày 02/02/2027",
        "• 1 ảnh",
    ):
        assert each in shown
    assert "đang tải về" not in shown
    await thu.taps("paper.confirm")

    assert "✓ hoàn thành" in thu.hears("secretary.task", name=HUONG).text
    await huong.notices("paper.told-paper", name=THU)
    page = await desk.sees_in_the_book("RL2")
    assert "(1 minh chứng): ghi nhận từ sổ giấy" in page
    assert f"BCH Đoàn cơ sở, ngày 02/02/2027; {THU} ghi vào hệ thống" in page
    assert await desk.trail("result.recorded") == [THU]
    assert not await loose_evidence.files(desk.id(HUONG))


async def test_it_is_gone_on_with_after_a_pause_and_begun_again(desk: Office) -> None:
    thu = desk.thu
    await _tells_of_rl2(desk, thu)
    await thu.sends_photo(photo(4))
    thu.hears("paper.page-kept", n=1)
    thu.hears("paper.ask-assessor", name=HUONG)
    await thu.says("menu")
    await desk.opens(thu, "RL2")
    await thu.taps("paper.start")
    thu.hears("paper.ask-assessor", name=HUONG)
    await thu.says("Nguyễn Văn An, Phó Bí thư")
    assert "Nguyễn Văn An, Phó Bí thư, ngày 02/02/2027" in thu.hears("paper.summary-paper", name=HUONG).text
    await thu.taps("paper.again")
    thu.hears("paper.ask-count")
    entry = await recorded.get(1)
    assert entry is not None
    assert not await evidence.of_submission(entry.submission)


async def test_it_is_taken_back_with_a_reason_once(desk: Office) -> None:
    thu, son = desk.thu, await desk.son()
    await _records(desk, thu)
    await thu.taps("paper.withdraw")
    thu.hears("paper.ask-withdraw", member=HUONG, name=THU)
    await thu.says("Ghi nhầm trang của người khác.")

    assert "chưa bắt đầu" in thu.hears("secretary.task", name=HUONG).text
    await desk.huong.notices("paper.told-withdrawn", name=THU, reason="Ghi nhầm trang của người khác.")
    assert "chưa bắt đầu" in await desk.sees_in_the_book("RL2")
    await son.forges("paper.withdraw 1")
    son.hears("paper.withdrawn-before", name=THU)
    assert await desk.trail("result.withdrawn") == [THU]


async def _records(desk: Office, who: Person, count: int = 2) -> None:
    await _tells_of_rl2(desk, who, count)
    await who.says("Nguyễn Văn An")
    await who.sends_photo(photo(5))
    await who.taps("paper.confirm")


async def test_the_second_of_two_secretaries_reads_who_recorded_and_means_another_result_only_when_confirming_again(
    desk: Office,
) -> None:
    thu, son = desk.thu, await desk.son()
    await _tells_of_rl2(desk, son, 1)
    await son.says("Nguyễn Văn An")
    await son.sends_photo(photo(6))
    await desk.world.pass_time(timedelta(minutes=1))
    await _records(desk, thu, 1)

    await son.taps("paper.confirm")
    son.hears("paper.already", name=THU)
    assert "1/2" in await desk.sees_in_the_book("RL2")
    await son.taps("paper.confirm")
    assert "✓ hoàn thành" in son.hears("secretary.task", name=HUONG).text
    assert await desk.trail("result.recorded") == [THU, SON]


async def test_who_assesses_the_task_sees_that_a_result_came_from_paper(desk: Office) -> None:
    dung = await comes(desk.house, "Võ Quang Dũng", Role.EXECUTIVE, group=False)
    await _records(desk, desk.thu, 1)
    now = desk.world.clock.now()
    await reviews.ask(
        await hand_in(desk.id(HUONG), "RL2", now, part=2), {"bch_doan_co_so": [desk.id("Võ Quang Dũng")]}, now
    )

    await dung.says("duyệt")
    await dung.taps("reviews.show")

    assert "đã có kết quả ghi từ sổ giấy (02/03/2027)" in dung.hears("reviews.card").text
