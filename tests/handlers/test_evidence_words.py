"""What a member writes while handing in: under a photo, instead of an essay, to go on, and changed afterwards."""

import pytest

from handlers.conversation import Kind
from journey.people import Role
from storage import evidence, sql
from tests.handlers.arrivals import comes
from tests.handlers.handing_in import Desk, desk, is_returned, texts_kept
from tests.handlers.pictures import SCAN, photo
from tests.support.harness import World


@pytest.fixture
async def at(world: World) -> Desk:
    return await desk(world)


async def _claims() -> str:
    rows = await sql.rows("SELECT claims FROM submissions ORDER BY id")
    return str(rows[-1]["claims"]).replace("'", '"')


async def test_an_essay_in_a_file_with_a_short_note_is_the_assessors_to_measure(at: Desk) -> None:
    hoa = await comes(at.house, "Trần Thu Hòa", Role.STANDING_COMMITTEE, group=False)
    await at.begins("BB3")
    await at.huong.says("Em gửi bài cảm nhận ạ")
    await at.huong.sends_document(SCAN, "bai.pdf", "application/pdf")
    at.huong.hears("essay.unread-no-text")
    assert "người đánh giá sẽ đọc" in at.huong.hears("essay.card").text
    await at.huong.taps("evidence.preview")
    await at.huong.taps("evidence.submit")
    at.huong.hears("evidence.handed-in")
    assert '"b"' not in await _claims()

    await hoa.taps("reviews.approve")

    assert "1001" in await _claims()
    await at.huong.says("sổ")
    await at.huong.taps("book.task BB3")
    at.huong.hears("book.task", code="BB3")


async def test_the_length_of_an_essay_that_was_returned_is_not_the_length_of_the_file_after_it(at: Desk) -> None:
    await at.begins("BB3")
    await at.huong.says("cảm nhận " * 501)
    await at.huong.taps("evidence.preview")
    await at.huong.taps("evidence.submit")
    assert "1002" in await _claims()
    [row] = await sql.rows("SELECT id FROM submissions")
    await sql.run("UPDATE submissions SET state = 'returned'")
    await at.huong.forges(f"evidence.again {row['id']} fresh")
    await at.huong.sends_document(SCAN, "bai.pdf", "application/pdf")
    await at.huong.taps("evidence.preview")
    await at.huong.taps("evidence.submit")
    assert "1002" not in await _claims()


async def test_what_is_written_under_a_photo_is_kept_beside_it(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo(), "Trồng cây ở công viên")
    card = at.huong.hears("evidence.card").text
    assert "1 ảnh" in card
    assert "1 đoạn chữ" in card
    await at.tells_of_rl2()
    assert "Trồng cây ở công viên" in at.huong.hears("evidence.preview").text


async def test_what_is_written_under_a_photo_goes_to_its_task_with_it(at: Desk) -> None:
    await at.huong.sends_photo(photo(), "Trồng cây")
    at.huong.hears("evidence.which-task", n=1)
    await at.huong.taps("evidence.attach RL2")
    assert "1 đoạn chữ" in at.huong.hears("evidence.card").text


async def test_what_was_written_under_a_file_that_is_refused_waits_for_no_other(at: Desk) -> None:
    await at.huong.sends_photo(b"", "Ảnh hỏng")
    assert await texts_kept() == []


@pytest.mark.parametrize("said", ["xong", "Nộp", "gui", "nop minh chung"])
async def test_a_word_that_means_go_on_shows_the_preview_and_is_no_evidence(at: Desk, said: str) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.huong.says(said)
    at.huong.hears("evidence.ask-count")
    assert await texts_kept() == []


@pytest.mark.parametrize("said", ["nộp", "xong"])
async def test_a_word_that_means_go_on_is_nobodys_name(at: Desk, said: str) -> None:
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.huong.taps("evidence.preview")
    await at.huong.says("1")
    asked = at.huong.hears("evidence.ask-text").text
    await at.huong.says(said)
    assert at.huong.hears("evidence.ask-text").text == asked


async def test_a_text_changed_in_a_draft_is_changed_on_the_card(at: Desk) -> None:
    await at.begins("BB3")
    await at.huong.says("một hai ba")
    await sql.run("UPDATE evidence SET source = '77'")
    outcome = await at.reaches(Kind.EDITED, "một hai ba bốn năm", source="77")
    assert "5 chữ" in outcome.spoken[0].text
    assert await texts_kept() == ["một hai ba bốn năm"]


async def test_a_text_changed_after_it_was_handed_in_stays_and_the_member_is_told(at: Desk) -> None:
    await at.begins("RL2")
    await at.huong.says("Trồng cây")
    await sql.run("UPDATE evidence SET source = '77'")
    await at.hands_in_rl2()
    outcome = await at.reaches(Kind.EDITED, "Trồng rừng", source="77")
    assert "vẫn giữ nguyên" in outcome.spoken[0].text
    assert await texts_kept() == ["Trồng cây"]


async def test_a_text_that_was_kept_for_the_next_version_is_changed_there_and_not_in_the_last(at: Desk) -> None:
    await at.begins("BB3")
    written = " ".join(["cảm nhận"] * 501)
    await at.huong.says(written)
    await sql.run("UPDATE evidence SET source = '77'")
    await at.huong.taps("evidence.preview")
    await at.huong.taps("evidence.submit")
    await is_returned()
    [row] = await sql.rows("SELECT id FROM submissions")
    await at.huong.forges(f"evidence.again {row['id']} keep")
    outcome = await at.reaches(Kind.EDITED, "nói khác", source="77")
    assert "2 chữ" in outcome.spoken[0].text
    assert await texts_kept() == [written, "nói khác"]
    [piece] = await sql.rows("SELECT id, submission_id FROM evidence WHERE text = 'nói khác'")
    assert not await evidence.rewrite(piece["id"], "x", None), "who saw it loose looks again"
    assert not await evidence.rewrite(piece["id"], "x", row["id"])
    await evidence.take_back(piece["id"], piece["submission_id"], at.world.clock.now())
    assert not await evidence.rewrite(piece["id"], "x", piece["submission_id"])
    outcome = await at.reaches(Kind.EDITED, "nói khác nữa", source="77")
    assert "không còn trong bài viết" in outcome.spoken[0].text


async def test_any_other_text_that_is_changed_says_nothing(at: Desk) -> None:
    assert (await at.reaches(Kind.EDITED, "menu", source="1")).spoken == ()


async def test_a_voice_message_is_answered_with_what_to_send(at: Desk) -> None:
    assert "Tin thoại" in (await at.reaches(Kind.UNSUPPORTED)).spoken[0].text


async def test_a_word_that_means_go_on_while_photos_have_no_task_asks_again_which_it_is(at: Desk) -> None:
    await at.huong.sends_photo(photo())
    asked = at.huong.hears("evidence.which-task", n=1).text
    await at.huong.says("xong")
    assert at.huong.hears("evidence.which-task", n=1).text == asked
    await at.huong.says("bb3")
    at.huong.hears("essay.card")
    assert "1 ảnh" in at.huong.hears("essay.card").text


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("rl2", "evidence.start"),
        ("Nộp RL 2", "evidence.start"),
        ("nop bai", "evidence.pick"),
        ("RL4", "menu.not-understood"),
        ("xong", "menu.not-understood"),
    ],
)
async def test_the_code_of_a_registered_task_opens_its_hand_in(at: Desk, said: str, heard: str) -> None:
    await at.huong.says(said)
    at.huong.hears(heard)


async def test_the_length_of_an_essay_is_asked_for_as_the_plan_words_it(at: Desk) -> None:
    await at.begins("BB3")
    started = at.huong.hears("evidence.start").text
    assert "trên 1.000 chữ" in started
    assert "1.001" not in started


async def test_the_parts_of_an_essay_are_counted_once_on_the_assessors_card(at: Desk) -> None:
    hoa = await comes(at.house, "Trần Thu Hòa", Role.STANDING_COMMITTEE, group=False)
    await at.begins("BB3")
    await at.huong.says("cảm nhận " * 301)
    await at.huong.says("nguyện vọng " * 301)
    await at.huong.sends_photo(photo())
    await at.huong.taps("evidence.preview")
    await at.huong.taps("evidence.submit")

    await hoa.says("duyệt")
    await hoa.taps("reviews.show")
    shown = hoa.hears("reviews.card").text
    assert "Bài viết: 2 phần" in shown
    assert "1 ảnh" in shown
    assert "đoạn chữ" not in shown
