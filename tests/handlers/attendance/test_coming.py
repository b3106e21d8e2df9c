"""A member comes: by the code on the screen, the printed one, the word; and what each other case is told."""

from datetime import timedelta

import pytest

from handlers.conversation import InboxMessage, Kind
from handlers.dispatch import Dispatch
from journey.people import Role
from storage import database, invitations, programmes, sql
from storage.conversations import State
from storage.sessions import SessionRow
from storage.units import UnitRow
from tests.handlers.arrivals import comes
from tests.handlers.attendance.gathering import HUONG, LAN, LASTS, NAM, SOON, THU, TITLE, Gathering, gathering
from tests.handlers.members import registers
from tests.handlers.pictures import photo
from tests.support.harness import World


@pytest.fixture
async def at(world: World) -> Gathering:
    return await gathering(world)


async def test_a_scan_counts_once_and_stands_in_the_book(at: Gathering) -> None:
    await at.huong.starts(await at.code())
    heard = at.huong.hears("attendance.counted", title=TITLE)
    assert "BB2" in heard.text
    assert "1/4" in heard.text
    [kept] = await sql.rows("SELECT claims, given FROM submissions")
    assert "Đoàn cơ sở A" in str(kept["given"])
    assert "2027-01-11" in str(kept["given"])
    [trail] = await sql.rows("SELECT actor_id FROM audit WHERE action = 'attendance.counted'")
    assert trail["actor_id"] == at.house.ids[HUONG]

    await at.passes(timedelta(minutes=1))
    await at.huong.starts(await at.code())
    at.huong.hears("attendance.already-counted", title=TITLE)
    assert "09:00" in at.huong.news()[-1].text  # when it was
    assert (await at.rows(), await at.hand_ins()) == ([(HUONG, "scan", "counted")], ["approved"])

    await at.huong.says("dữ liệu của tôi")
    at.huong.hears("my-data.kept", answers=0, attended=1)
    await at.huong.says("sổ")
    await at.huong.taps("book.task BB2")
    assert f"điểm danh tại {TITLE}, ngày 11/01/2027\n– {THU} ghi nhận" in at.huong.news()[-1].text


async def test_an_old_code_is_none_and_a_late_network_does_not_matter(at: Gathering) -> None:
    await at.huong.starts(await at.code(timedelta(minutes=2)))
    at.huong.hears("attendance.expired")
    await at.huong.starts("dd" + "A" * 24)
    at.huong.hears("attendance.not-a-code")
    assert await at.rows() == []
    await at.huong.starts(await at.code(timedelta(seconds=60)))
    at.huong.hears("attendance.counted")


async def test_early_late_and_after_the_week_each_has_its_answer(at: Gathering) -> None:
    at.session = await at.holds(starts_at=at.world.clock.now() + timedelta(hours=1))
    await at.huong.starts(await at.code())
    at.huong.hears("attendance.early", title=TITLE)
    paper = await at.code(paper=True)
    await at.passes(timedelta(hours=3, minutes=30))
    await at.huong.starts(paper)
    at.huong.hears("attendance.asked", title=TITLE, names=THU)
    assert await at.rows() == [(HUONG, "asked", "asked")]
    await at.huong.starts(paper)
    at.huong.hears("attendance.already-asked")
    await sql.run("DELETE FROM attendances")
    await at.passes(timedelta(days=8))
    await at.huong.starts(paper)
    at.huong.hears("attendance.over")


async def test_the_programme_says_when_people_come_in_and_how_long_they_may_ask(at: Gathering) -> None:
    [kept] = await sql.rows("SELECT p.code, p.document FROM programmes p JOIN seasons s ON s.programme_id = p.id")
    plan = kept["document"].replace("opens_before = 30", "opens_before = 60").replace("within = 7", "within = 2")
    version = await programmes.add_version(kept["code"], "another", plan, at.world.clock.now())
    await sql.run("UPDATE seasons SET programme_id = ?1", version)
    later = await at.holds(title="Buổi sau")
    at.session = await at.holds(starts_at=at.world.clock.now() + timedelta(minutes=55))
    await at.huong.starts(await at.code())
    at.huong.hears("attendance.counted")
    await at.passes(timedelta(days=3))
    await at.huong.forges(f"attendance.mine {later}")
    at.huong.hears("attendance.over")


async def test_the_code_on_paper_is_kept_as_such_and_a_cancelled_session_takes_nobody(at: Gathering) -> None:
    await at.huong.starts(await at.code(paper=True))
    at.huong.hears("attendance.counted")
    assert await at.rows() == [(HUONG, "paper", "counted")]
    at.session = await at.holds(state="cancelled", reason="Mưa bão")
    await at.huong.starts(await at.code())
    at.huong.hears("attendance.cancelled", reason="Mưa bão")


async def test_the_word_is_typed_without_accents_and_wrong_ones_are_limited(at: Gathering) -> None:
    await SessionRow.filter(id=at.session).update(word="hoa sen 47")
    await at.huong.says("hoa sen 48")
    at.huong.hears("attendance.word-wrong", left=invitations.WRONG_TRIES - 1)
    for _ in range(invitations.WRONG_TRIES - 1):
        await at.huong.says("cây tre 11")
    await at.huong.says("hoa sen 47")
    at.huong.hears("attendance.word-blocked")
    await at.passes(timedelta(hours=1))
    await at.huong.says("HOA SEN47")
    at.huong.hears("attendance.counted")
    assert await at.rows() == [(HUONG, "word", "counted")]
    await at.passes(SOON + timedelta(minutes=LASTS))
    await at.huong.says("hoa sen 47")
    at.huong.hears("attendance.word-no-session")


async def test_who_is_not_on_the_list_and_who_holds_it_are_asked_about(at: Gathering) -> None:
    other = await UnitRow.create(code="CD2", name="Chi đoàn Hai", kind="Đoàn cơ sở")
    nam = await comes(at.house, NAM, Role.MEMBER)
    await sql.run("UPDATE people SET unit_id = ?1, group_id = NULL WHERE id = ?2", other.id, at.house.ids[NAM])
    await nam.starts(await at.code())
    nam.hears("attendance.asked", names=THU)
    await at.thu.notices("attendance.question-not-listed", name=NAM)
    await at.thu.forges(f"attendance.list {at.session}")
    assert "chờ xác nhận, ngoài danh sách" in at.thu.hears("attendance.list", counted=0, listed=1).text
    await at.thu.forges(f"attendance.everybody {at.session}")
    assert (NAM, "asked", "asked") in await at.rows(), "whoever is on no list is not counted with the others"
    await at.thu.forges(f"attendance.list {at.session}")
    await at.thu.taps("attendance.yes")
    at.thu.hears("attendance.answered-counted", name=NAM)
    await nam.notices("attendance.told-counted", name=THU)

    lan = await comes(at.house, LAN, Role.MEMBER, Role.EXECUTIVE)
    await lan.starts(await at.code())
    lan.hears("attendance.asked", names=THU)
    await at.thu.starts(await at.code())
    at.thu.hears("refusal.members-only")


async def test_what_was_attended_before_the_task_was_taken_on_counts_then(at: Gathering) -> None:
    lan = await comes(at.house, LAN, Role.MEMBER)
    await lan.starts(await at.code())
    assert "chưa đăng ký" in lan.hears("attendance.counted").text
    assert await at.hand_ins(LAN) == []
    await registers(lan)
    assert await at.hand_ins(LAN) == ["approved"]


async def test_a_task_that_two_must_sign_is_not_done_by_being_there(at: Gathering) -> None:
    at.session = await at.holds("RL6")
    await at.huong.starts(await at.code())
    assert "nộp minh chứng" in at.huong.hears("attendance.counted").text
    assert (await at.rows(), await at.hand_ins()) == ([(HUONG, "scan", "counted")], [])


async def test_whoever_has_not_joined_keeps_the_scan_until_they_have(at: Gathering) -> None:
    row = await at.house.joins(LAN, Role.MEMBER)
    await sql.run("DELETE FROM chats WHERE chat = ?1", row.chat)
    lan = at.world.person("4711")
    drawn = iter(range(1, 256))
    [made] = await invitations.make(
        [at.house.ids[LAN]],
        now=at.world.clock.now(),
        valid_for=timedelta(days=9),
        draw=lambda n: bytes([next(drawn)] * n),
    )
    await lan.starts(await at.code())
    lan.hears("attendance.stranger")
    await at.passes(timedelta(minutes=10))
    await lan.says(made.code)
    for _ in range(3):
        await lan.taps("joining.yes")
    lan.hears("attendance.counted", title=TITLE)
    assert await at.rows() == [(LAN, "scan", "counted")]


async def test_a_session_held_elsewhere_counts_with_its_proof_and_either_assessor(at: Gathering) -> None:
    dung = await comes(at.house, "Võ Quang Dũng", Role.STANDING_COMMITTEE, group=False)
    await at.huong.forges(f"calendar.show {at.session}")
    await at.huong.taps("evidence.start BB2")
    await at.huong.sends_photo(photo(3))
    await at.huong.taps("evidence.preview")
    for said in ("1", "Đoàn phường Bến Nghé", "10/1/2027", "Nhà văn hóa quận"):
        await at.huong.says(said)
    await at.huong.taps("evidence.submit")
    at.huong.hears("evidence.handed-in")
    await dung.says("duyệt")
    await dung.taps("reviews.show")
    await dung.taps("reviews.approve")
    await at.huong.starts(await at.code())
    assert "2/4" in at.huong.hears("attendance.counted").text
    assert await at.hand_ins() == ["approved", "approved"]


async def test_a_scan_that_reaches_us_late_is_of_when_the_platform_got_it(at: Gathering) -> None:
    payload, sent_at = await at.code(), at.world.clock.now()
    await at.passes(timedelta(hours=4))
    message = InboxMessage(at.huong.chat, Kind.START, payload, now=at.world.clock.now(), sent_at=sent_at)
    dispatch = Dispatch(at.world.zone)
    async with database.transaction():
        known = await dispatch.known([at.huong.chat], message.now)
        _ = await dispatch.handle(message, State(), known)
    assert await at.rows() == [(HUONG, "scan", "counted")]
