"""A long text that comes while no essay is being written: kept, and offered as its beginning."""

from datetime import timedelta

import pytest

from handlers.conversation import Kind
from storage import sql
from storage.conversations import State
from tests.handlers.essays import words
from tests.handlers.handing_in import Desk, desk, texts_kept
from tests.handlers.pictures import photo
from tests.support.harness import World


@pytest.fixture
async def at(world: World) -> Desk:
    return await desk(world)


async def test_a_long_text_without_a_draft_and_what_follows_begin_the_essay(at: Desk) -> None:
    await at.huong.says(words(700))
    at.huong.hears("essay.offer", task="BB3", parts=1, n=700)
    await at.huong.says("Em xin hết ạ.")
    at.huong.hears("essay.offer", parts=2, n=704)
    await at.huong.taps("evidence.begin_with")
    at.huong.hears("essay.begun-with", n=704)
    assert "2 phần, 704 chữ" in at.huong.hears("essay.card").text
    await at.huong.says("Viết tiếp")
    assert "3 phần, 706 chữ" in at.huong.hears("essay.card").text


async def test_a_text_nobody_answered_for_is_offered_when_the_essay_begins(at: Desk) -> None:
    await at.huong.says(words(100))
    await at.huong.says("menu")
    await at.huong.sends_photo(photo())
    await at.huong.taps("evidence.attach RL2")
    assert "1 ảnh" in at.huong.hears("evidence.card").text
    assert "đoạn chữ" not in at.huong.hears("evidence.card").text
    await at.huong.says("huy")
    await at.world.pass_time(timedelta(days=20))
    await at.begins("BB3")
    at.huong.hears("essay.offer", parts=1, n=100)
    await at.huong.says("Mở bài")
    await at.huong.says("huy")
    await at.begins("BB3")
    at.huong.hears("essay.offer", parts=1, n=100)
    await at.huong.taps("evidence.begin_with")
    assert "2 phần, 102 chữ" in at.huong.hears("essay.card").text


async def test_what_is_no_essay_is_forgotten_and_a_short_text_gets_the_menu(at: Desk) -> None:
    await at.huong.says("Cho em hỏi hạn nộp bài")
    at.huong.hears("menu.not-understood")
    await at.huong.says(words(100))
    await at.huong.says("không")
    at.huong.hears("essay.forgotten")
    assert await texts_kept() == []
    await at.dung.says(words(100))
    at.dung.hears("menu.not-understood")


async def test_an_essay_that_is_done_is_not_begun_again_from_an_old_offer(at: Desk) -> None:
    await at.begins("BB3")
    await at.huong.says(words(1001))
    await at.huong.says("xong")
    await at.huong.taps("evidence.submit")
    await sql.run("UPDATE submissions SET state = 'approved'")
    await at.huong.forges("evidence.begin_with BB3")
    at.huong.hears("evidence.task-done")
    assert len(await sql.rows("SELECT id FROM submissions")) == 1


async def test_a_part_that_came_too_late_and_what_follows_the_return_begin_the_next_version(at: Desk) -> None:
    await at.begins("BB3")
    await at.huong.says(words(1001))
    await at.huong.says("xong")
    [draft] = await sql.rows("SELECT id FROM submissions")
    overtaken = State("evidence.collect", {"submission": draft["id"]})
    await at.huong.taps("evidence.submit")
    late = await at.reaches(Kind.TEXT, words(60), source="1", at=overtaken)
    assert "được giữ lại" in late.spoken[0].text
    await sql.run("UPDATE submissions SET state = 'returned', reason = 'Thiếu nguyện vọng'")
    await at.begins("BB3")
    at.huong.hears("evidence.again")
    await at.huong.says(words(1200))
    await at.huong.taps("evidence.begin_with")
    assert "2 phần, 1.260 chữ" in at.huong.hears("essay.card").text
    assert [row["version"] for row in await sql.rows("SELECT version FROM submissions ORDER BY id")] == [1, 2]
