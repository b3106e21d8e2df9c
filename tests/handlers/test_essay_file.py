"""The essay as a file: confirmed before it counts, replacing or joining what was written, or kindly refused."""

import pytest

from handlers.conversation import Kind
from papers.essay_text import MOST, Unread
from storage import evidence, sql
from tests.handlers.essays import docx, words
from tests.handlers.handing_in import Desk, desk, texts_kept
from tests.handlers.pictures import SCAN
from tests.papers.files import HTML, OLE, office
from tests.support.harness import World


@pytest.fixture
async def at(world: World) -> Desk:
    found = await desk(world)
    await found.begins("BB3")
    return found


async def test_a_file_counts_when_the_member_has_confirmed_what_it_says(at: Desk) -> None:
    await at.huong.sends_document(docx(words(1001)), "bai.docx")
    asked = at.huong.hears("essay.understood", n=1001, name="bai.docx", asked=("essay.is-it-yours", {})).text
    assert "Mở đầu: “– Được đứng" in asked
    assert "Kết thúc: “" in asked
    await at.huong.taps("evidence.preview")
    at.huong.hears("essay.understood")
    at.huong.hears_not("evidence.preview")

    await at.huong.taps("evidence.use")
    at.huong.hears("essay.used")
    assert "1 phần, 1.001 chữ" in at.huong.hears("essay.card").text
    await at.huong.says("xong")
    await at.huong.taps("evidence.submit")
    at.huong.hears("evidence.handed-in")
    [row] = await sql.rows("SELECT claims FROM submissions")
    assert "1001" in str(row["claims"])


async def test_nothing_is_kept_of_a_file_that_is_not_the_essay(at: Desk) -> None:
    await at.huong.sends_document(docx(words(300)), "nham.docx")
    await at.huong.taps("evidence.not_it")
    at.huong.hears("essay.not-it")
    assert "0 chữ" in at.huong.hears("essay.card").text
    assert await sql.rows("SELECT id FROM evidence WHERE removed_at IS NULL OR extracted IS NOT NULL") == []


@pytest.mark.parametrize("ends", ["start_again", "drop"])
async def test_nothing_is_kept_of_the_words_of_a_draft_that_is_given_up(at: Desk, ends: str) -> None:
    await at.huong.says("Đã viết")
    await at.huong.sends_document(docx("Bài trong tệp"), "bai.docx")
    await at.huong.taps(next(each for each in at.huong.buttons()[::-1] if " add " in each))
    await at.huong.sends_document(docx("Chưa nhận"), "bai-2.docx")
    [row] = await sql.rows("SELECT id FROM submissions")
    await at.huong.forges(f"evidence.{ends} {row['id']} yes")
    kept = await sql.tuples("SELECT text, extracted FROM evidence WHERE removed_at IS NOT NULL")
    assert [tuple(each) for each in kept] == [("", None)] * 3


@pytest.mark.parametrize(("how", "whole"), [("replace", "Bài trong tệp"), ("add", "Đã viết\nBài trong tệp")])
async def test_a_file_takes_the_place_of_what_was_written_or_joins_it(at: Desk, how: str, whole: str) -> None:
    await at.huong.says("Đã viết")
    await at.huong.sends_document(docx("Bài trong tệp"), "bai.docx")
    at.huong.hears("essay.understood", asked=("essay.together", {"n": 1}))
    stale = next(each for each in at.huong.buttons() if f" {how} " in each)
    await at.huong.says("Viết thêm")
    await at.huong.forges(stale)
    at.huong.hears("essay.understood", asked=("essay.together", {"n": 2}))
    assert await texts_kept() == ["Đã viết", "Viết thêm"], "nothing is thrown away that was not on the question"

    await at.huong.taps("evidence.take_back")
    await at.huong.taps("evidence.preview")
    await at.huong.taps(next(each for each in at.huong.buttons()[::-1] if f" {how} " in each))
    [row] = await sql.rows("SELECT id FROM submissions")
    pieces = await evidence.of_submission(row["id"])
    assert "\n".join(piece.text for piece in pieces) == whole


async def test_a_file_that_would_make_the_essay_too_long_may_only_take_its_place(at: Desk) -> None:
    await at.huong.says("Đã viết")
    await sql.run("UPDATE evidence SET text = ?1", "a" * (MOST - 5))
    await at.huong.sends_document(docx("Bài trong tệp"), "bai.docx")
    await at.huong.taps(next(each for each in at.huong.buttons()[::-1] if " add " in each))
    at.huong.hears("essay.too-long", most=MOST)
    assert await texts_kept() == ["a" * (MOST - 5)]
    await at.huong.taps(next(each for each in at.huong.buttons()[::-1] if " replace " in each))
    at.huong.hears("essay.used")
    assert await texts_kept() == []


HOSTILE = {
    "bomb": ("bai.docx", office(more={"word/media/a": b"\0" * (65 << 20)})),
    "damaged": ("bai.docx", docx(words(50))[:900]),
    "encrypted": ("bai.docx", OLE + "EncryptedPackage".encode("utf-16-le")),
    "old-word": ("bai.doc", OLE + "WordDocument".encode("utf-16-le")),
    "other-kind": ("bai.docx", HTML),
    "empty": ("bai.docx", docx("")),
    "unsafe": ("bai.docx", office(more={"word/vbaProject.bin": b"x"})),
}


async def test_every_hostile_file_has_its_kind_answer_and_nothing_is_kept(at: Desk) -> None:
    for reason, (name, data) in HOSTILE.items():
        await at.huong.sends_document(data, name)
        at.huong.hears(f"essay.unread-{reason}", name=name)
    await at.huong.says("Viết tay vậy")
    assert "1 phần, 3 chữ" in at.huong.hears("essay.card").text
    assert await texts_kept() == ["Viết tay vậy"]


async def test_every_reason_has_its_answer_and_only_a_scan_is_kept_for_the_assessor(at: Desk) -> None:
    await at.huong.sends_document(SCAN, "bai.pdf", "application/pdf")
    at.huong.hears("essay.unread-no-text")
    [piece] = await sql.rows("SELECT id FROM evidence")
    for reason in Unread:
        await sql.run("UPDATE evidence SET unread = ?1, removed_at = NULL, state = 'stored'", reason.value)
        outcome = await at.reaches(Kind.INSPECTED, str(piece["id"]))
        assert any("bai.pdf" in spoken.text for spoken in outcome.spoken), reason
        assert (await evidence.get(piece["id"]) is not None) is (reason is Unread.NO_TEXT), reason
