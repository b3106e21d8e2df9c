"""One person on several channels: linking by a code, letting go, where messages go."""

import re
from datetime import timedelta

import pytest

from journey.allowance import Allowances, Plan
from journey.door import Door
from storage import audit, chats, consents, outbox, sql
from storage import links as page_links
from storage.evidence import EvidenceRow
from storage.invitations import GuessRow
from storage.link_codes import LinkCodeRow
from storage.links import Purpose
from storage.outbox import Owed
from tests.handlers.phone import START, Phone, enlist

pytestmark = pytest.mark.usefixtures("opened")

HUONG, MAI = "Nguyễn Thị Hương", "Lê Thị Mai"
TELEGRAM, ZALO = "telegram:1", "zalo:a1b2"


async def known(name: str = HUONG, chat: str = TELEGRAM) -> Phone:
    person = (await enlist())[name]
    await chats.link(chat, person, "vi", START)
    await consents.record("personal", True, person=person, chat=chat, text_version="1", language="vi", at=START)
    return Phone(chat)


async def asks_for_a_code(phone: Phone) -> str:
    await phone.says("ket noi zalo")
    phone.hears("linking.channels")
    await phone.taps("linking.code")
    phone.hears("linking.code", until=phone.now + timedelta(minutes=15))
    found = re.search(r"\d{3} \d{3}", phone.reads())
    assert found is not None
    return found[0]


async def links(known: Phone, other: Phone) -> None:
    await other.says(await asks_for_a_code(known))
    await other.taps("joining.yes linking")
    other.hears("linking.linked")


async def sits_at(chat: str) -> int | None:
    found = await chats.load([chat])
    return found[chat].person if chat in found else None


async def test_the_screen_with_the_code_says_where_to_go_and_may_be_copied_whole() -> None:
    phone, other = await known(chat=ZALO), Phone(TELEGRAM)
    _ = await asks_for_a_code(phone)
    assert "• Chưa rõ mở ở đâu" in phone.reads()
    telegram = Door("telegram", "@hanhtrinhbot", "https://t.me/hanhtrinhbot", "https://t.me/hanhtrinhbot?start=")
    phone.doors = (Door("zalo", "Bot Hành trình"), telegram, Door("oa", address="https://zalo.me/42"))
    code = await asks_for_a_code(phone)
    assert phone.reads().splitlines()[1] == code
    assert f"• Telegram: mở https://t.me/hanhtrinhbot?start={code.replace(' ', '')} rồi" in phone.reads()
    assert "• Zalo OA: mở https://zalo.me/42 rồi" in phone.reads()
    assert "Bot Hành trình" not in phone.reads()  # which is where they are
    await other.says(phone.reads())
    other.hears("linking.confirm")
    await other.taps("joining.yes linking")

    other.doors = phone.doors
    other.allowed = Allowances({"zalo": Plan(users=1)}, other.allowed.bots)
    _ = await asks_for_a_code(other)
    assert "• Zalo: tìm “Bot Hành trình” trong" in other.reads()  # it is full, and one of them is theirs
    await chats.unlink(await sits_at(TELEGRAM) or 0, "zalo")
    await known(MAI, "zalo:e5f6")
    _ = await asks_for_a_code(other)
    assert "• Zalo:" not in other.reads()


async def test_where_there_is_one_app_alone_linking_is_offered_to_whoever_has_linked_before() -> None:
    phone = await known()
    phone.allowed = Allowances(bots=("telegram", "telegram.tay"))
    await phone.says("menu")
    assert "linking.open" not in phone.buttons()
    await phone.says("kết nối")
    phone.hears("linking.channels-alone")
    await phone.forges("linking.code")
    phone.hears("linking.channels-alone")
    assert await LinkCodeRow.all().count() == 0
    await chats.link(ZALO, await sits_at(TELEGRAM) or 0, "vi", START)
    await phone.says("menu")
    await phone.taps("linking.open")
    assert {"linking.let_go zalo", "linking.let_go telegram"} <= set(phone.buttons())


@pytest.mark.parametrize(("old", "new"), [(TELEGRAM, ZALO), (ZALO, TELEGRAM)])
async def test_a_code_from_either_side_brings_the_other_channel_to_the_same_book(old: str, new: str) -> None:
    phone, other = await known(chat=old), Phone(new)
    code = await asks_for_a_code(phone)
    await other.says(code)
    other.hears("linking.confirm", name="N. T. Hương")
    assert "Nguyễn" not in other.reads()
    assert await sits_at(new) is None
    await other.says("dung roi")
    other.hears("linking.linked")
    assert "evidence.open" in other.buttons()
    other.others_hear("linking.added")
    assert other.elsewhere[0].chat == old

    person = await sits_at(old)
    assert await sits_at(new) == person is not None
    assert [each.kind for each in await consents.of_person(person)] == ["personal"]
    assert [line[2] for line in await audit.trail(f"person {person}")] == ["chat.linked"]


async def test_a_code_works_once_and_for_a_quarter_of_an_hour() -> None:
    phone, first, second = await known(), Phone(ZALO), Phone("oa:7")
    code = await asks_for_a_code(phone)
    for other in (first, second):
        await other.says(code)
    await first.taps("joining.yes linking")
    await second.taps("joining.yes linking")
    second.hears("linking.over")
    await second.says(code)
    second.hears("linking.wrong", left=4)

    late = Phone("web:9")
    await late.says(await asks_for_a_code(phone))
    late.waits(timedelta(minutes=15))
    await late.taps("joining.yes linking")
    late.hears("linking.over")
    assert (await sits_at("oa:7"), await sits_at("web:9")) == (None, None)


async def test_a_newer_code_ends_the_one_before_and_no_ends_nothing() -> None:
    phone, other = await known(), Phone(ZALO)
    old = await asks_for_a_code(phone)
    newer = await asks_for_a_code(phone)
    await other.says(old)
    other.hears("linking.wrong", left=4)
    await other.says(newer.replace(" ", "-"))
    await other.says("xin chào")
    other.hears("linking.confirm")
    await other.taps("joining.no linking")
    other.hears("linking.not-me")
    await other.starts(newer.replace(" ", ""))
    other.hears("linking.confirm")


async def test_five_wrong_codes_an_hour_and_then_a_rest() -> None:
    phone, other = await known(), Phone(ZALO)
    code = await asks_for_a_code(phone)
    wrong = "000000" if not code.startswith("000") else "111111"
    for left in (4, 3, 2, 1):
        await other.says(wrong)
        other.hears("linking.wrong", left=left)
    await other.says(wrong)
    other.hears("linking.wrong-last")
    await other.says(code)
    other.hears("linking.blocked", until=START + timedelta(hours=1))
    assert await LinkCodeRow.filter(used_at__isnull=False).count() == 0


async def test_codes_rest_an_hour_for_everybody_after_three_hundred_wrong_ones_of_many_chats() -> None:
    phone, other = await known(), Phone(ZALO)
    for n in range(60):
        _ = await GuessRow.create(chat=f"telegram:{700 + n}", wrong=5, since=START)
    await GuessRow.filter(chat="telegram:700").update(wrong=4)
    code = await asks_for_a_code(phone)
    await other.says(code)
    other.hears("linking.confirm")
    await Phone("telegram:800").says("000000" if not code.startswith("000") else "111111")
    await other.says(code)
    other.hears("linking.resting")
    for each in (phone, other):
        each.waits(timedelta(hours=1))
    await other.says(await asks_for_a_code(phone))
    other.hears("linking.confirm")


async def test_a_code_typed_where_somebody_is_known_says_where_it_belongs() -> None:
    phone, other = await known(), await known(MAI, ZALO)
    code = await asks_for_a_code(phone)
    for each in (phone, other):
        await each.says(code)
        each.hears("linking.already")
    assert await sits_at(ZALO) != await sits_at(TELEGRAM)


async def test_a_channel_has_one_chat_and_the_older_one_is_told_nothing_of_whom() -> None:
    phone, old, new = await known(), Phone(ZALO), Phone("zalo.b:c3d4")
    await links(phone, old)
    await links(phone, new)
    assert (await sits_at(ZALO), await sits_at("zalo.b:c3d4")) == (None, await sits_at(TELEGRAM))
    told = {spoken.chat: spoken.text for spoken in new.elsewhere}
    assert set(told) == {TELEGRAM, ZALO}
    assert "Hương" not in told[ZALO]
    await old.says("menu")
    old.hears("joining.stranger")


async def test_a_person_says_where_messages_go() -> None:
    phone, other = await known(), Phone(ZALO)
    await links(phone, other)
    await phone.says("kết nối")
    await phone.taps("linking.prefer zalo")
    assert [each.is_preferred for each in await chats.of_person(await sits_at(ZALO) or 0)] == [False, True]
    assert "linking.prefer telegram" in phone.buttons()
    assert "linking.prefer zalo" not in phone.buttons()
    await phone.forges("linking.prefer oa")
    assert [each.is_preferred for each in await chats.of_person(await sits_at(ZALO) or 0)] == [False, True]


async def test_letting_a_channel_go_ends_what_was_on_its_way_there() -> None:
    phone, other = await known(), Phone(ZALO)
    await links(phone, other)
    await asks_for_a_code(other)
    await outbox.add([Owed(1, ZALO, "say", "{}", 0), Owed(2, ZALO, "say", "{}", 0, error="unknown")])
    await outbox.add([Owed(3, ZALO, "say", "{}", 0)])
    await sql.run("UPDATE outbox SET status = 'held' WHERE id = 1")
    await sql.run("UPDATE outbox SET status = 'sending' WHERE id = 3")
    person = await sits_at(ZALO) or 0
    sent = await page_links.make(Purpose.GALLERY, made_by=person, person=person, now=START)
    await phone.says("kết nối")
    await phone.taps("linking.let_go zalo")
    phone.hears("linking.let-go-sure", channel="Zalo")
    await phone.taps("linking.let_go zalo yes")
    phone.others_hear("linking.let-go-there")
    assert "linking.let_go zalo" not in phone.buttons()

    assert await sits_at(ZALO) is None
    assert [each.revoked_at is not None for each in [await page_links.get(sent.id)] if each] == [True]
    left = await sql.tuples("SELECT id, status, expires_at FROM outbox ORDER BY id")
    assert list(map(tuple, left)) == [(2, "unknown", None), (3, "sending", 0)]  # which is not tried again
    assert await LinkCodeRow.filter(used_at__isnull=True).count() == 0
    trail = await audit.trail(f"person {await sits_at(TELEGRAM)}")
    assert (trail[-1][2], trail[-1][3]) == ("chat.unlinked", {"channel": "zalo"})


async def test_letting_the_last_channel_go_says_what_that_means() -> None:
    phone = await known()
    person = await sits_at(TELEGRAM) or 0
    await phone.says("kết nối")
    await phone.taps("linking.let_go telegram")
    phone.hears("linking.let-go-sure-last")
    await phone.taps("linking.let_go telegram yes")
    phone.hears("linking.let-go-here")
    assert await chats.of_person(person) == []
    assert not await consents.has_withdrawn(person)
    await phone.says("menu")
    phone.hears("joining.stranger")


async def test_what_became_of_a_file_is_told_where_the_person_is_now() -> None:
    phone, other = await known(), Phone(ZALO)
    await links(phone, other)
    person = await sits_at(ZALO)
    file = await EvidenceRow.create(
        person_id=person, chat=ZALO, kind="photo", state="refused", refusal="EmptyFile", arrived_at=START, name="a.jpg"
    )
    await phone.says("kết nối")
    await phone.forges("linking.let_go zalo yes")
    await other.is_told_of(file.id)
    other.others_hear("evidence.refused-empty-file", name="a.jpg")
    assert [spoken.chat for spoken in other.elsewhere] == [TELEGRAM]
    assert other.screen == ()
