"""The essay in the chat: parts, what the card says of them, reading back, handing in; the same length by every road."""

import unicodedata

import pytest

from bot.splitting import split
from storage import sql
from tests.handlers.essays import docx, words
from tests.handlers.handing_in import Desk, desk, texts_kept
from tests.support.harness import World

CLIENT_SPLITS_AT = 4096  # characters of a message; a client cuts a long paste so


@pytest.fixture
async def at(world: World) -> Desk:
    return await desk(world)


async def test_a_thousand_words_in_parts_are_too_few_and_one_more_is_enough(at: Desk) -> None:
    await at.begins("BB3")
    await at.huong.says(words(400))
    await at.huong.says(words(600))
    card = at.huong.hears("essay.card").text
    assert "2 phần, 1.000 chữ (cần trên 1.000 chữ)" in card
    assert "Mở đầu: “– Được đứng trong hàng ngũ" in card
    assert "Kết thúc: “…" in card
    assert "Word có thể đếm chênh" in card

    await at.huong.says("xong")
    assert "1.000 chữ" in at.huong.hears("evidence.preview").text
    await at.huong.taps("evidence.submit")
    at.huong.hears("essay.short", have=1000, more=1)

    await at.huong.says("Hứa!")
    await at.huong.says("nop")
    await at.huong.taps("evidence.submit")
    assert "1.001 chữ" in at.huong.hears("evidence.handed-in").text
    [row] = await sql.rows("SELECT state, claims FROM submissions")
    assert row["state"] == "waiting"
    assert "1001" in str(row["claims"])


async def test_letters_in_pieces_count_and_are_kept_like_whole_ones(at: Desk) -> None:
    await at.begins("BB3")
    await at.huong.says(unicodedata.normalize("NFD", words(300)))
    assert "1 phần, 300 chữ" in at.huong.hears("essay.card").text
    assert await texts_kept() == [words(300)]


async def test_the_same_essay_typed_pasted_and_in_a_file_counts_the_same(at: Desk) -> None:
    essay = words(1100)
    await at.begins("BB3")
    pasted = split(essay, CLIENT_SPLITS_AT)
    assert len(pasted) > 1
    for road in (essay.splitlines(), pasted):
        for part in road:
            await at.huong.says(part)
        assert "1.100 chữ" in at.huong.hears("essay.card").text
        await at.huong.taps("evidence.start_again")
        at.huong.hears("evidence.sure", n=len(road))
        await at.huong.taps(next(each for each in at.huong.buttons() if each.endswith(" yes")))
    await at.huong.sends_document(docx(essay), "bai.docx")
    at.huong.hears("essay.understood", n=1100, name="bai.docx")
    await at.huong.taps("evidence.use")
    assert "1.100 chữ" in at.huong.hears("essay.card").text


async def test_the_last_part_is_taken_back_and_the_rest_is_read_back_whole(at: Desk) -> None:
    await at.begins("BB3")
    for part in (words(700), words(650), "Nhầm chỗ"):
        await at.huong.says(part)
    await at.huong.taps("evidence.take_back")
    assert "2 phần, 1.350 chữ" in at.huong.hears("essay.card").text
    await at.huong.taps("evidence.read")
    assert f"{words(700)}\n{words(650)}" in "\n".join(message.text for message in at.huong.news())
    card = at.huong.hears("essay.card")
    assert "1.350 chữ" in card.text
    assert any(action.startswith("evidence.preview") for _, action in card.buttons)
