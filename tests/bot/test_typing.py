"""Chats without buttons, as people see them: lists with numbers, codes, what was understood said back."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import MovableClock
from journey.people import Role
from storage import sql
from tests.conftest import running
from tests.handlers.arrivals import comes
from tests.handlers.deciding import Bench, bench, finishes, hands_in, state
from tests.handlers.members import season, unit
from tests.handlers.pictures import photo
from tests.support.driver_oa import OaDriver
from tests.support.driver_zalo import ZaloDriver
from tests.support.harness import Person, World

DUNG, MAI = "Võ Quang Dũng", "Lê Thị Mai"


@pytest.fixture
async def zalo(
    request: pytest.FixtureRequest, sqlite_url: str, tmp_path: Path, clock: MovableClock
) -> AsyncIterator[World]:
    async with running(getattr(request, "param", "zalo-webhook"), sqlite_url, tmp_path, clock) as world:
        yield world


@pytest.fixture
async def on(zalo: World) -> Bench:
    return await bench(zalo)


@pytest.fixture
async def dung(on: Bench) -> Person:
    return await on.officer(DUNG, Role.EXECUTIVE)


@pytest.fixture
async def mai(on: Bench) -> Person:
    return await on.officer(MAI, Role.EXECUTIVE)


def all_heard(person: Person) -> list[str]:
    """Return what this person was told, as the platform shows it."""
    driver = person.world.driver
    assert isinstance(driver, ZaloDriver | OaDriver)
    return [message.text for message in driver.fake.person(int(person.number)).messages if not message.is_mine]


def sees(person: Person) -> str:
    """Return the newest message as the platform shows it, with its numbers."""
    return all_heard(person)[-1]


async def heard(person: Person, said: str) -> list[str]:
    """Say something; return what came of it, as the platform shows it."""
    before = len(all_heard(person))
    await person.says(said)
    return all_heard(person)[before:]


def code(person: Person) -> str:
    """Return the code in the newest message."""
    found = re.search(r"DUYET (\w{4}) ", sees(person))
    assert found is not None, sees(person)
    return found[1]


async def test_a_list_is_answered_by_its_number_and_the_answer_says_what_was_understood(on: Bench) -> None:
    [menu] = await heard(on.huong, "MENU")
    assert "Gõ số để chọn:\n1. Đăng ký nhiệm vụ\n2. Nộp minh chứng" in menu

    [answer] = await heard(on.huong, "số 2")
    assert answer.startswith("✓ 2. Nộp minh chứng\nBạn nộp minh chứng cho nhiệm vụ nào?")
    found = re.search(r"^(\d)\. (RL2 [^:\n]+)", answer, re.MULTILINE)
    assert found is not None, answer
    [answer] = await heard(on.huong, found[1])
    assert answer.startswith(f"✓ {found[1]}\n{found[2]}\n"), "its title is said once"
    [answer] = await heard(on.huong, "0")
    assert answer.startswith("✓ 0. ")
    assert "Hôm nay mình giúp được gì?" in answer


async def test_a_number_that_comes_too_late_or_twice_does_nothing(on: Bench) -> None:
    await heard(on.huong, "menu")
    await on.world.pass_time(timedelta(hours=25))
    [answer] = await heard(on.huong, "1")
    assert answer.startswith("Hiện không có danh sách nào để chọn bằng số")

    await heard(on.huong, "menu")
    await sql.run("UPDATE menus SET used_at = shown_at")  # an answer is on its way
    [answer] = await heard(on.huong, "1")
    assert answer.startswith("Danh sách này đã trả lời rồi")


async def test_a_code_decides_once_between_two_and_the_slower_reads_who_did(
    on: Bench, dung: Person, mai: Person
) -> None:
    await hands_in(on.huong)
    hers, his = code(mai), code(dung)
    [card] = await heard(dung, f"duyệt {his.lower()}")
    assert card.startswith(f"✓ DUYET {his} – Duyệt\nRL2 ")
    assert f"✅ {DUNG}" in card
    assert "Cần xem xét" not in card, "the whole stands above"

    [late] = await heard(mai, f"DUYET {hers}")
    assert late.splitlines()[:2] == [f"✓ DUYET {hers} – Duyệt", "Việc này đã có người quyết định"]
    assert "\n\nRL2 Tình nguyện an sinh xã hội\nĐoàn viên: " in late
    assert DUNG in late
    assert len(await sql.rows("SELECT id FROM audit WHERE action = 'review.approved'")) == 1
    [again, *_] = await heard(dung, f"DUYET {his}")
    assert "đã có người quyết định" in again


async def test_a_list_approved_at_once_is_one_message_whatever_cards_the_chat_has(on: Bench, dung: Person) -> None:
    await hands_in(on.huong)
    await hands_in(on.huong, "RL2", 1, tone=3)
    await dung.says("duyệt")
    await dung.taps("bulk.open")

    [answer] = await heard(dung, f"DUYET {code(dung)}")

    assert "Đã duyệt 2/2 hồ sơ" in answer


async def test_a_reason_behind_the_code_returns_at_once_with_one_answer(on: Bench, dung: Person) -> None:
    await hands_in(on.huong)

    [answer] = await heard(dung, f"TRA {code(dung)} thiếu ngày, bạn chụp lại nhé")

    assert "🔁" in answer
    assert await state() == [("RL2", 1, "returned")]
    told = await on.huong.notices("reviews.told-returned")
    assert "“thiếu ngày, bạn chụp lại nhé”" in told.text


async def test_what_cannot_be_understood_leaves_the_question_before_it_as_it_was(on: Bench, dung: Person) -> None:
    await hands_in(on.huong)
    await heard(dung, f"TRA {code(dung)}")

    [answer] = await heard(dung, "DUYET K4K4")
    assert answer.startswith("Không tìm thấy mã K4K4")
    [answer] = await heard(dung, "1")
    assert answer.startswith("✓ 1. ")
    assert await state() == [("RL2", 1, "returned")]


@pytest.mark.parametrize("zalo", ["zalo-webhook", "oa"], indirect=True)
async def test_a_bare_number_decides_what_was_opened_and_read_and_nothing_else(on: Bench, dung: Person) -> None:
    await hands_in(on.huong)
    await hands_in(on.huong, "RL2", 1, tone=3)
    await on.world.pass_time(timedelta(minutes=1))

    [answer] = await heard(dung, "1")
    assert answer.startswith("Còn nhiều việc đang chờ quyết định, nên xin dùng mã")
    assert "DUYET" in answer
    await heard(dung, "duyệt")
    await heard(dung, "1")
    [again] = await heard(dung, "1")
    assert again.startswith("Tin này vừa mới hiện ra, nên số chưa được tính")
    assert [each[2] for each in await state()] == ["waiting", "waiting"]

    await on.world.pass_time(timedelta(seconds=6))
    [done, *_] = await heard(dung, "1")
    assert done.startswith("✓ 1. Duyệt\n")
    [again] = await heard(dung, "2")
    assert again.startswith("Tin này vừa mới hiện ra"), "to take it back"
    [further] = await heard(dung, "1")
    assert further.startswith("✓ 1. Việc cần duyệt\n")
    assert [each[2] for each in await state()] == ["approved", "waiting"]


async def test_several_ticks_get_one_answer(zalo: World) -> None:
    house = await unit(zalo)
    await season(zalo.clock.now())
    huong = await comes(house, "Nguyễn Thị Hương", Role.MEMBER)
    await huong.says("đăng ký")

    answers = await heard(huong, "1 2 3")

    assert len(answers) == 1
    assert [line[:4] for line in answers[0].splitlines()[:3]] == ["✓ 1.", "✓ 2.", "✓ 3."]
    assert "đã chọn 3" in answers[0]


async def test_a_count_is_typed_as_a_number_and_the_way_out_has_a_letter(on: Bench) -> None:
    await on.huong.says("nộp")
    await on.huong.taps("evidence.start RL2")
    await on.huong.sends_photo(photo(1))
    await on.huong.taps("evidence.preview")

    assert re.search(r"\n[A-I]\. Để sau", sees(on.huong))
    [answer] = await heard(on.huong, "7")
    assert "✓" not in answer
    [row] = await sql.rows("SELECT claims FROM submissions")
    assert "7" in str(row["claims"])


@pytest.mark.parametrize("zalo", ["zalo-webhook", "oa"], indirect=True)
async def test_who_got_the_pictures_with_the_card_opens_it_without_them_but_may_ask(on: Bench, dung: Person) -> None:
    await on.huong.says("nộp")
    await on.huong.taps("evidence.start RL2")
    await on.huong.sends_album([photo(tone) for tone in range(2)])
    await finishes(on.huong)
    mai = await on.officer(MAI, Role.EXECUTIVE)
    await dung.look()

    async def opens(person: Person) -> tuple[int, int]:
        """Return how many messages came of opening it, and how many of them with a picture."""
        await person.says("duyệt")
        await person.taps("reviews.show")
        person.hears("reviews.card")
        return len(person.news()), sum(bool(each.files) for each in person.news())

    assert sum(bool(each.files) for each in dung.screen) == 2, "the news has them"
    assert await opens(dung) == (1, 0)
    assert "pages.gallery" in " ".join(dung.buttons())
    assert (await opens(mai))[1] == 2, "who came later has none"
    assert await opens(mai) == (1, 0)
    await dung.taps("reviews.look")
    assert sum(bool(each.files) for each in dung.news()) == 2
