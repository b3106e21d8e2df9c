"""The member's book as a document: to print, to sign, or for another unit to check."""

import io
import json
from datetime import date, timedelta

import docx
import pypdf
import pytest

from journey.people import Role
from papers import signed_book
from storage import audit, evidence, registrations, rulings, signing_key
from storage.appeals import AppealRow
from storage.evidence import EvidenceRow
from storage.recorded import RecordedRow
from storage.reviews import ReviewRow
from storage.submissions import SubmissionRow
from tests.handlers.members import Unit, hand_in, registers, season, unit
from tests.support.harness import Person, World

HUONG = "Nguyễn Thị Hương"
DUNG = "Võ Quang Dũng"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ESSAY = "Tuổi trẻ & <Tổ quốc>\nĐoạn thứ hai {{ 7 * 7 }}"


@pytest.fixture
async def house(world: World) -> Unit:
    return await unit(world)


@pytest.fixture
async def huong(house: Unit, world: World) -> Person:
    """Hương, registered; RL2 was returned once and approved, the essay waits."""
    huong = await house.joins(HUONG, Role.MEMBER)
    _ = await house.joins(DUNG, Role.EXECUTIVE, group=False)
    await season(world.clock.now())
    await registers(huong)
    await world.pass_time(timedelta(days=50))
    me, dung, then = house.ids[HUONG], house.ids[DUNG], world.clock.now()
    reason = "Ảnh không rõ ngày"
    _ = await hand_in(me, "RL2", then, asks=dung, state="returned", decided_at=then, reason=reason)
    good = await hand_in(me, "RL2", then, asks=dung, version=2, state="approved", decided_at=then, claims={"a": 2})
    essay = await hand_in(me, "BB3", then, claims={"b": 1204})
    await evidence.add_text(ESSAY, person=me, chat=huong.chat, submission=essay, source="9", now=then)
    _ = await EvidenceRow.create(
        person_id=me, chat=huong.chat, submission_id=good, kind="photo", state="stored", arrived_at=then,
        sha256="ab" * 32,
    )  # fmt: skip
    return huong


def read_pdf(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def read_docx(data: bytes) -> str:
    """Return a line a paragraph, those in tables too."""
    paragraphs = docx.Document(io.BytesIO(data)).element.body.iter(W + "p")
    return "\n".join("".join(run.text or "" for run in each.iter(W + "t")) for each in paragraphs)


async def test_the_book_to_print_and_the_one_to_sign_say_the_same(huong: Person) -> None:
    await huong.says("sổ")
    await huong.taps("book-paper.open")
    huong.hears("book-paper.offer", year="2027")
    await huong.taps("book-paper.pdf")
    huong.hears("book-paper.sent", year="2027")
    [printed] = [file for message in huong.news() for file in message.files]
    await huong.forges("book-paper.word")
    [to_sign] = [file for message in huong.news() for file in message.files]

    for text in (read_pdf(printed), read_docx(to_sign)):
        flat = " ".join(text.split())
        assert "ĐOÀN TNCS HỒ CHÍ MINH" in flat
        assert HUONG in flat
        assert "Đã xác nhận" in flat
        assert "2 hoạt động" in flat
        assert "đề nghị bổ sung, ngày 02/03/2027. Lý do: Ảnh không rõ ngày" in flat
        assert f"{DUNG}: đạt, ngày 02/03/2027" in flat
        assert "Bài viết 1.204 chữ" in flat
        assert "Tổ quốc" not in flat, "the essay is printed only when the member asks for it"


async def test_the_essay_is_printed_along_when_the_member_says_so(huong: Person) -> None:
    await huong.says("tải sổ")
    await huong.taps("book-paper.word essays")
    [sent] = [file for message in huong.news() for file in message.files]
    assert read_docx(sent).endswith(ESSAY)
    await huong.forges("book-paper.pdf essays")
    [sent] = [file for message in huong.news() for file in message.files]
    assert "Tuổi trẻ & <Tổ quốc>" in read_pdf(sent)


async def test_what_a_secretary_ruled_and_who_stood_in_is_on_paper(huong: Person, house: Unit, world: World) -> None:
    dung, now = house.ids[DUNG], world.clock.now()
    _ = await ReviewRow.filter(state="approved").update(instead_of_id=house.ids[HUONG], way="page")
    [rl6] = [each for each in await registrations.of_enrolment(1) if each.task == "RL6"]
    ruling = await rulings.draft(rl6.id, "exempt", "Nghỉ thai sản", by=dung, now=now)
    assert await rulings.let_stand(ruling.id, now)
    paper = await hand_in(house.ids[HUONG], "RL1", now, state="approved", decided_at=now)
    _ = await RecordedRow.create(
        submission_id=paper, how="paper", state="counted", by_id=dung, assessed_by="BTV Đoàn Khối",
        assessed_on=date(2027, 1, 20), shown_at=now, recorded_at=now,
    )  # fmt: skip

    _ = await hand_in(house.ids[HUONG], "TT4", now, state="approved", decided_at=now)
    returned = await SubmissionRow.get(task="RL2", version=1)
    _ = await AppealRow.create(submission_id=returned.id, reason="Ảnh có ngày ở góc phải", asked_at=now)

    await huong.says("tải sổ")
    await huong.taps("book-paper.word")
    [file] = [file for message in huong.news() for file in message.files]
    said = read_docx(file)
    assert f"{DUNG} (thay đ/c {HUONG}): đạt, ngày 02/03/2027" in said
    assert f"Đ/c {DUNG} quyết định miễn, ngày 02/03/2027. Lý do: Nghỉ thai sản" in said
    assert f"Ghi lại từ sổ giấy: đ/c {DUNG} nhập ngày 02/03/2027; BTV Đoàn Khối đánh giá ngày 20/01/2027" in said
    assert "Đạt theo minh chứng đã nộp" in said
    assert "Đoàn viên xin xem lại, ngày 02/03/2027. Lý do: Ảnh có ngày ở góc phải" in said
    await huong.forges("book-paper.signed")
    [file] = [file for message in huong.news() for file in message.files]
    tasks = {each["code"]: each for each in signed_book.read(file).book["tasks"]}
    assert tasks["RL6"]["state"] == "exempt"
    assert tasks["RL6"]["ruling"] == {"kind": "exempt", "by": DUNG, "at": f"{now:%Y-%m-%dT%H:%M:%SZ}"}
    assert tasks["RL1"]["handed_in"][0]["recorded"]["assessed_on"] == "2027-01-20"


async def test_another_unit_can_check_the_book(huong: Person, house: Unit) -> None:
    await huong.says("tải sổ")
    await huong.taps("book-paper.signed")
    [file] = [file for message in huong.news() for file in message.files]

    signed = signed_book.read(file)
    huong.hears("book-paper.sent-signed", fingerprint=signed.fingerprint)
    key = await signing_key.get()
    assert key is not None
    assert signed.book["issuer"] == "Chi đoàn Một"
    assert signed.book["person"] == {"name": HUONG, "unit": "Chi đoàn Một", "group": "Tổ 1"}
    [rl2] = [each for each in signed.book["tasks"] if each["code"] == "RL2"]
    assert [each["state"] for each in rl2["handed_in"]] == ["returned", "approved"]
    assert rl2["handed_in"][1]["evidence"] == [{"kind": "photo", "sha256": "ab" * 32}]
    assert rl2["handed_in"][1]["assessors"][0]["by"] == DUNG
    [bb3] = [each for each in signed.book["tasks"] if each["code"] == "BB3"]
    assert bb3["handed_in"][0]["words"] == 1204
    written = file.decode()
    assert "Tổ quốc" not in written, "an essay is told by its hash"
    assert "Ảnh không rõ ngày" not in written, "nothing that an officer wrote"
    assert json.loads(written)["format"] == "hanhtrinh-book"
    assert [what for _, _, what, _ in await audit.trail("enrolment 1")].count("journey-book.signed") == 1


async def test_before_registering_there_is_no_book_to_take_along(house: Unit, world: World) -> None:
    huong = await house.joins(HUONG, Role.MEMBER)
    await season(world.clock.now())
    for action in ("open", "pdf", "word", "signed"):
        await huong.forges(f"book-paper.{action}")
        huong.hears("book.not-registered", year="2027")
    assert await SubmissionRow.all().count() == 0
