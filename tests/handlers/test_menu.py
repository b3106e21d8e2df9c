"""Menu, help, cancel, language and one's own data, for each standing."""

from datetime import date

import pytest

from handlers import menu
from storage import audit, chats, consents, people
from storage.conversations import State
from tests.handlers.phone import START, Phone, enlist

pytestmark = pytest.mark.usefixtures("opened")


async def phone_of(name: str, chat: str = "telegram:1") -> Phone:
    await chats.link(chat, (await enlist())[name], "vi", START)
    return Phone(chat)


OWN = {"my-data.open", "reminding.open", "language.open", "linking.open"}
MEMBER = {"registration.open", "evidence.open", "book.open", "calendar.open"}
OFFICER = {"substitutes.open", "sessions.open", "broadcast.open", "digest.open"}


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("Nguyễn Thị Hương", {*MEMBER, *OWN}),
        ("Trần Văn Bình", {"reviews.open", "secretary.open", *OFFICER, "menu.own"}),
        ("Lê Thị Mai", {*MEMBER, "reviews.open", "menu.office", "menu.own"}),
    ],
)
async def test_the_menu_offers_what_the_person_can_do(name: str, offered: set[str]) -> None:
    phone = await phone_of(name)
    await phone.says("MENU")

    assert set(phone.buttons()) == offered | {"help.open"}
    assert len(phone.buttons()) <= 9


async def test_what_the_menu_has_no_room_for_is_one_choice_away() -> None:
    phone = await phone_of("Lê Thị Mai")
    await phone.says("menu")
    await phone.taps("menu.office")
    assert set(phone.buttons()) == {*OFFICER, "menu.open"}
    await phone.taps("menu.open")
    await phone.taps("menu.own")
    assert set(phone.buttons()) == {*OWN, "menu.open"}


async def test_an_officer_is_called_comrade_and_a_member_bạn() -> None:
    officer, member = await phone_of("Trần Văn Bình"), await phone_of("Nguyễn Thị Hương", "telegram:2")
    await officer.says("menu")
    await member.says("menu")

    assert "đồng chí Bình" in officer.reads()
    assert "bạn Hương" in member.reads()


@pytest.mark.parametrize("words", ["trợ giúp", "tro giup", "TRỢ GIÚP", "/trogiup", "help", "?"])
async def test_help_names_whom_to_turn_to(words: str) -> None:
    phone = await phone_of("Nguyễn Thị Hương")
    await phone.says(words)

    phone.hears("help.text")
    assert "Trần Văn Bình" in phone.reads()


async def test_help_names_the_link_to_whoever_may_send_one() -> None:
    secretary, member = await phone_of("Trần Văn Bình"), await phone_of("Nguyễn Thị Hương", "telegram:2")
    await secretary.says("tro giup")
    await member.says("tro giup")

    assert "“đường dẫn”" in secretary.reads()
    assert "“đường dẫn”" not in member.reads()


@pytest.mark.parametrize("words", ["huỷ", "hủy", "huy", "/huy", "Hủy bỏ"])
async def test_cancel_leaves_any_step(words: str) -> None:
    phone = await phone_of("Nguyễn Thị Hương")
    phone.state = State("evidence.collect", {"submission": 1})
    await phone.says(words)

    phone.hears("cancel.done")
    assert phone.state == State()


async def test_what_nobody_understands_gets_the_menu() -> None:
    phone = await phone_of("Nguyễn Thị Hương")
    await phone.says("trời hôm nay đẹp quá")
    phone.hears("menu.not-understood")
    await phone.forges("no.such thing")
    phone.hears("menu.not-understood")

    assert "book.open" in phone.buttons()


async def test_a_chat_changes_its_language() -> None:
    phone = await phone_of("Nguyễn Thị Hương")
    await phone.says("ngôn ngữ")
    await phone.taps("language.set en")
    assert phone.screen[-1].options[0][0].label == "Menu"
    phone.language = "en"
    await phone.says("menu")
    phone.hears("menu.title")
    await phone.forges("language.set xx")
    phone.hears("language.ask")


async def consenting(name: str) -> tuple[Phone, int]:
    phone = await phone_of(name)
    person = (await enlist())[name]
    await consents.record("personal", True, person=person, chat=phone.chat, text_version="1", language="vi", at=START)
    return phone, person


async def test_people_see_what_is_kept_about_them() -> None:
    phone, _ = await consenting("Lê Thị Mai")
    await phone.says("dữ liệu của tôi")

    phone.hears("my-data.kept", name="Lê Thị Mai", unit="Chi đoàn Văn phòng", group="Tổ 2", tasks=0, evidence=0)
    assert "Tổ trưởng" in phone.reads()
    assert "09:00 05/01/2027" in phone.reads()


async def test_withdrawing_asks_once_unlinks_and_calls_the_secretary() -> None:
    phone, person = await consenting("Nguyễn Thị Hương")
    await phone_of("Trần Văn Bình", "telegram:2")
    await phone.says("rut dong y")
    await phone.taps("my-data.withdraw")
    phone.hears("my-data.ask-withdraw")
    assert (await chats.load([phone.chat]))[phone.chat].person == person
    await phone.taps("my-data.withdraw-now")

    phone.hears("my-data.withdrawn", officer="Trần Văn Bình")
    phone.others_hear("my-data.officer-told", name="Nguyễn Thị Hương")
    assert (await chats.load([phone.chat]))[phone.chat].person is None
    assert [consent.withdrawn_at for consent in await consents.of_person(person)] == [START]
    await phone.says("menu")
    phone.hears("joining.stranger")


async def test_withdrawing_calls_the_first_officer_a_message_reaches() -> None:
    phone, person = await consenting("Nguyễn Thị Hương")
    mai = await phone_of("Lê Thị Mai", "telegram:3")  # the secretary has not joined
    await phone.forges("my-data.withdraw-now")

    phone.hears("my-data.withdrawn", officer="Lê Thị Mai")
    phone.others_hear("my-data.officer-told", name="Nguyễn Thị Hương")
    assert [spoken.chat for spoken in phone.elsewhere] == [mai.chat]
    [(_, _, action, details)] = await audit.trail(f"person {person}")
    assert (action, details["told"]) == ("consent.withdrawn", (await enlist())["Lê Thị Mai"])


async def test_withdrawing_promises_no_call_when_no_officer_is_reached() -> None:
    phone, person = await consenting("Nguyễn Thị Hương")
    await phone.forges("my-data.withdraw-now")

    phone.hears("my-data.withdrawn-nobody")
    assert phone.elsewhere == ()
    [(_, _, action, details)] = await audit.trail(f"person {person}")
    assert (action, details["told"]) == ("consent.withdrawn", None)


async def test_the_secretary_turns_to_somebody_else() -> None:
    ids = await enlist()
    binh = await people.get(ids["Trần Văn Bình"], date(2027, 1, 5))

    assert await people.officer_of(binh.unit, date(2027, 1, 5), besides=binh.id) == ids["Lê Thị Mai"]


async def test_each_standing_has_its_commands() -> None:
    ids = await enlist()
    today = date(2027, 1, 5)
    assert menu.standing(None) == "stranger"
    assert menu.standing(await people.get(ids["Nguyễn Thị Hương"], today)) == "member"
    assert menu.standing(await people.get(ids["Trần Văn Bình"], today)) == "officer"
    assert set(menu.COMMANDS) == {"stranger", "member", "officer"}


async def test_a_member_who_would_approve_hears_that_officers_do_and_gets_the_menu() -> None:
    phone = await phone_of("Nguyễn Thị Hương")
    await phone.says("duyet")

    phone.hears("reviews.for-officers")
    assert "book.open" in phone.buttons()
    assert "reviews.decided" not in phone.buttons()
