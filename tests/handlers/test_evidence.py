"""Handing in evidence: what a member sends, sees counted, and hands in."""

from datetime import timedelta

import pytest

from handlers.conversation import Attachment, InboxMessage, Kind
from handlers.member.evidence_arrival import receive
from journey.people import Role
from storage import database, people, sql
from tests.handlers.arrivals import comes
from tests.handlers.members import Unit, registers, season, unit
from tests.handlers.pictures import PDF, SCAN, photo
from tests.papers.files import photo as whole_photo
from tests.papers.files import png_of
from tests.support.harness import Person, World

HUONG, DUNG, HOA = "Nguyễn Thị Hương", "Võ Quang Dũng", "Trần Thu Hoà"


@pytest.fixture
async def house(world: World) -> Unit:
    found = await unit(world)
    await season(world.clock.now())
    return found


@pytest.fixture
async def dung(house: Unit) -> Person:
    """Of the unit's executive board, which assesses RL1 and RL2."""
    return await comes(house, DUNG, Role.EXECUTIVE, group=False)


@pytest.fixture
async def hoa(house: Unit) -> Person:
    """Of the standing committee, which assesses the essay."""
    return await comes(house, HOA, Role.STANDING_COMMITTEE, group=False)


@pytest.fixture
async def huong(house: Unit, dung: Person, world: World) -> Person:
    """A member who registered, fifty days later."""
    person = await comes(house, HUONG, Role.MEMBER)
    await registers(person)
    await world.pass_time(timedelta(days=50))
    return person


async def answers_rl2(person: Person) -> None:
    await person.taps("evidence.preview")
    await person.taps(f"{_answer(person)} c.a 1")
    await person.says("Đoàn phường Một")
    await person.says("1/3/2027")
    await person.says("Công viên Gia Định")


def _answer(person: Person) -> str:
    return [" ".join(each.split()[:2]) for each in person.buttons() if each.startswith("evidence.answer")][-1]


async def test_an_album_and_a_document_go_to_a_task_and_are_handed_in(huong: Person, dung: Person) -> None:
    await huong.says("nop")
    huong.hears("evidence.pick")
    await huong.taps("evidence.start RL2")
    assert "căn cước" in huong.hears("evidence.start").text
    await huong.sends_album([photo(tone) for tone in range(5)])
    await huong.sends_document(PDF, "giay-xac-nhan.pdf", "application/pdf")
    card = huong.hears("evidence.card")
    assert "5 ảnh" in card.text
    assert "1 tệp" in card.text
    assert "đang tải" not in card.text

    await answers_rl2(huong)
    shown = huong.hears("evidence.preview")
    assert "01/03/2027" in shown.text
    await huong.taps("evidence.submit")

    huong.hears("evidence.handed-in")
    assert DUNG in huong.hears("evidence.handed-in").text
    seen = await dung.notices("reviews.card")
    assert HUONG in seen.text
    assert "Đoàn phường Một" in seen.text
    assert len(await dung.pictures()) >= 5


async def test_five_photos_get_one_question(huong: Person) -> None:
    await huong.sends_album([photo(tone) for tone in range(5)])
    asked = huong.hears("evidence.which-task", n=5)
    assert len([each for each in huong.news() if each.text.startswith("Minh chứng này")]) == 1
    assert "evidence.attach RL2" in [action for _, action in asked.buttons]

    await huong.taps("evidence.attach RL2")

    assert "5 ảnh" in huong.hears("evidence.card").text


async def test_a_photo_sent_by_mistake_is_forgotten(huong: Person) -> None:
    await huong.sends_photo(photo())
    await huong.taps("evidence.forget")
    huong.hears("evidence.forgotten", n=1)
    await huong.says("nộp")
    huong.hears("evidence.pick")


async def test_the_last_piece_is_taken_back_once(huong: Person) -> None:
    await huong.says("nộp")
    await huong.taps("evidence.start RL2")
    await huong.sends_photo(photo(1))
    await huong.says("https://doanphuong.example/tin-bai")
    taken = next(each for each in huong.buttons() if each.startswith("evidence.take_back"))
    await huong.taps("evidence.take_back")
    assert "đoạn chữ" not in huong.hears("evidence.card").text
    await huong.forges(taken)
    await huong.look()
    assert "1 ảnh" in (await huong.notices("evidence.card")).text


async def test_starting_again_is_asked_once_and_empties_the_draft(huong: Person) -> None:
    await huong.says("nộp")
    await huong.taps("evidence.start RL2")
    await huong.sends_photo(photo(1))
    await huong.taps("evidence.start_again")
    huong.hears("evidence.sure", n=1)
    await huong.taps(next(each for each in huong.buttons() if each.endswith(" yes")))
    assert "chưa có gì" in huong.hears("evidence.card").text


async def test_a_draft_is_found_again_weeks_later(huong: Person, world: World) -> None:
    await huong.says("nộp")
    await huong.taps("evidence.start RL2")
    await huong.sends_photo(photo(1))
    await huong.taps("evidence.later")
    huong.hears("evidence.kept", task="RL2")
    await world.pass_time(timedelta(days=21))
    await huong.says("nộp")
    await huong.taps("evidence.start RL2")
    assert "1 ảnh" in huong.hears("evidence.card").text


async def test_an_empty_draft_leaves_no_trace(huong: Person) -> None:
    await huong.says("nộp")
    await huong.taps("evidence.start RL2")
    await huong.taps("evidence.later")
    huong.hears("evidence.left")
    assert await sql.rows("SELECT id FROM submissions") == []


async def test_nothing_cannot_be_handed_in(huong: Person) -> None:
    await huong.says("nộp")
    await huong.taps("evidence.start RL2")
    [draft] = await sql.rows("SELECT id FROM submissions")
    await huong.forges(f"evidence.submit {draft['id']}")
    huong.hears("evidence.nothing-yet")


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("01/12/2027", "evidence.not-yet"),
        ("31/02/2027", "evidence.not-a-date"),
        ("mùa xuân", "evidence.not-a-date"),
        ("1/3/0027", "evidence.not-a-date"),
    ],
)
async def test_a_date_that_cannot_be_is_asked_again(huong: Person, said: str, key: str) -> None:
    await huong.says("nộp")
    await huong.taps("evidence.start RL2")
    await huong.sends_photo(photo(1))
    await huong.taps("evidence.preview")
    await huong.says("2")
    await huong.says("Đoàn phường Một")
    await huong.says(said)
    huong.hears(key)
    huong.hears("evidence.ask-date")


async def test_handing_in_twice_hands_in_once(huong: Person, dung: Person) -> None:
    await huong.says("nộp")
    await huong.taps("evidence.start RL2")
    await huong.sends_photo(photo(1))
    await answers_rl2(huong)
    submit = next(each for each in huong.buttons() if each.startswith("evidence.submit"))
    await huong.taps("evidence.submit")
    await huong.forges(submit)
    huong.hears("refusal.already-handed-in")
    assert len(await sql.rows("SELECT id FROM reviews")) == 1


@pytest.mark.parametrize("action", ["preview", "submit", "later", "back", "start_again", "edit", "again"])
@pytest.mark.parametrize("forged", ["{id}", "99999", "x", "99999999999999999999999", "-1"])
async def test_somebody_elses_draft_cannot_be_touched(huong: Person, house: Unit, action: str, forged: str) -> None:
    await huong.says("nộp")
    await huong.taps("evidence.start RL2")
    [draft] = await sql.rows("SELECT id FROM submissions")
    mallory = await comes(house, "Lê Văn Mạo", Role.MEMBER)
    await mallory.forges(f"evidence.{action} {forged.format(id=draft['id'])}")
    mallory.hears("refusal.no-such-hand-in")


async def test_an_essay_written_here_has_its_words_counted(huong: Person, hoa: Person) -> None:
    await huong.says("nộp")
    await huong.taps("evidence.start BB3")
    await huong.says("cảm nhận " * 400)
    assert "800 chữ" in huong.hears("essay.card").text
    await huong.taps("evidence.preview")
    await huong.taps("evidence.submit")
    huong.hears("essay.short", have=800, more=201, asked=("essay.over", {"n": 1000}), near="")
    await huong.says("nguyện vọng " * 101)
    await huong.taps("evidence.preview")
    await huong.taps("evidence.submit")
    huong.hears("evidence.handed-in")
    await hoa.notices("reviews.card")


async def test_a_file_that_is_no_picture_is_refused_with_what_to_do(huong: Person) -> None:
    await huong.says("nộp")
    await huong.taps("evidence.start RL2")
    await huong.sends_document(b"<html><script>alert(1)</script></html>", "anh.jpg", "application/octet-stream")
    huong.hears("evidence.refused-not-a-picture", name="anh.jpg")
    assert "không nhận được" in huong.hears("evidence.card").text


async def test_a_single_photo_gets_one_answer(huong: Person) -> None:
    await huong.says("nộp")
    await huong.taps("evidence.start RL2")
    await huong.sends_photo(photo())
    huong.hears("evidence.card")
    assert len(huong.news()) == 1


async def test_an_officer_who_is_no_member_is_answered_and_nothing_is_kept(dung: Person) -> None:
    await dung.sends_album([photo(tone) for tone in range(3)])
    dung.hears("evidence.not-a-member")
    assert len(dung.news()) == 1
    assert await sql.rows("SELECT id FROM evidence") == []


async def test_before_registering_a_photo_is_not_kept(house: Unit, dung: Person) -> None:
    new = await comes(house, "Phạm Thị Mới", Role.MEMBER)
    await new.sends_album([photo(tone) for tone in range(3)])
    new.hears("evidence.not-registered-yet")
    assert len(new.news()) == 1
    assert await sql.rows("SELECT id FROM evidence") == []


async def test_a_second_activity_is_a_part_of_its_own(huong: Person, dung: Person) -> None:
    for tone in (1, 2):
        await huong.says("nộp")
        await huong.taps("evidence.start RL2")
        await huong.sends_photo(photo(tone))
        await answers_rl2(huong)
        await huong.taps("evidence.submit")
    parts = await sql.rows("SELECT part, version, state FROM submissions ORDER BY part")
    assert [(each["part"], each["version"], each["state"]) for each in parts] == [
        (1, 1, "waiting"),
        (2, 1, "waiting"),
    ]


async def test_either_of_two_things_is_chosen_and_counted(huong: Person, dung: Person) -> None:
    await huong.says("nộp")
    await huong.taps("evidence.start RL1")
    await huong.sends_photo(photo(1))
    await huong.taps("evidence.preview")
    huong.hears("evidence.ask-which")
    await huong.taps(f"{_answer(huong)} which 2")
    await huong.taps(next(each for each in huong.buttons() if " f.held_on " in each))
    await huong.says("Hội trường A")
    huong.hears("evidence.preview")
    [row] = await sql.rows("SELECT claims FROM submissions")
    assert '"b"' in str(row["claims"]).replace("'", '"')


async def test_without_an_assessor_the_secretary_is_told_once(huong: Person, house: Unit) -> None:
    lan = await comes(house, "Đỗ Thị Lan", Role.SECRETARY, group=False)
    await huong.says("nộp")
    await huong.taps("evidence.start BB3")
    await huong.sends_document(SCAN, "bai.pdf", "application/pdf")
    await huong.taps("evidence.preview")
    await huong.taps("evidence.submit")
    huong.hears("evidence.handed-in")
    await lan.notices("reviews.nobody", name=HUONG)


async def test_the_last_photo_of_an_album_joins_what_was_just_handed_in(
    huong: Person, dung: Person, house: Unit, world: World
) -> None:
    await huong.says("nộp")
    await huong.taps("evidence.start RL2")
    await huong.sends_album([photo(1), photo(2)])
    await answers_rl2(huong)
    await huong.taps("evidence.submit")
    *_, row = await sql.rows("SELECT album, submission_id FROM evidence ORDER BY id")
    late = Attachment("photo", "late", "late", album=row["album"])
    clock = world.clock.now()
    member = await people.get(house.ids[HUONG], clock.date())
    message = InboxMessage(huong.chat, Kind.FILES, attachments=(late,), now=clock, today=clock.date(), person=member)
    async with database.transaction():
        turn = await receive(message, "", {})
    assert {each["submission_id"] for each in await sql.rows("SELECT submission_id FROM evidence")} == {
        row["submission_id"]
    }
    assert [person for person, _ in turn.tells] == [house.ids[DUNG]]

    await dung.taps("reviews.approve")
    async with database.transaction():
        _ = await receive(message, "", {})
    [alone] = await sql.rows("SELECT id FROM evidence WHERE submission_id IS NULL")
    assert alone["id"]


async def test_photos_sent_when_asked_about_the_old_files_begin_the_next_version(huong: Person, dung: Person) -> None:
    await huong.says("nop")
    await huong.taps("evidence.start RL2")
    await huong.sends_photo(photo(1))
    await answers_rl2(huong)
    await huong.taps("evidence.submit")
    await dung.notices("reviews.card")
    await dung.taps("reviews.return")
    await dung.says("Ảnh chưa rõ ngày.")
    assert "đã trả lại" in dung.hears("reviews.card").text
    assert not [each for each in dung.buttons() if each.startswith("reviews.because")], "the question still asks"

    await huong.notices("reviews.told-returned")
    await huong.taps("evidence.again")
    huong.hears("evidence.again")
    await huong.sends_photo(photo(2))
    card = huong.hears("evidence.card").text
    assert "RL2" in card
    assert "1 ảnh" in card
    assert (await sql.rows("SELECT version, state FROM submissions ORDER BY id"))[-1] == {
        "version": 2,
        "state": "draft",
    }
    begun = await sql.rows("SELECT id FROM audit WHERE action = 'submission.begun'")
    assert len(begun) == 2, "the second version is in the trail like the first"


BAD_PICTURES = {
    "refused-broken-picture": whole_photo()[:900],
    "refused-too-many-pixels": png_of(10_000, 10_000),
    "refused-not-a-picture": b"<html>x</html>",
    "refused-empty-file": b"",
    "refused-file-too-big": bytes(21 * 1024 * 1024),
}


@pytest.mark.parametrize("refusal", BAD_PICTURES)
async def test_a_bad_picture_is_refused_with_what_to_do_and_the_next_one_counts(huong: Person, refusal: str) -> None:
    await huong.says("nộp")
    await huong.taps("evidence.start RL2")
    await huong.sends_photo(BAD_PICTURES[refusal])
    huong.hears(f"evidence.{refusal}")
    await huong.sends_photo(photo(3))
    assert "1 ảnh" in huong.hears("evidence.card").text
