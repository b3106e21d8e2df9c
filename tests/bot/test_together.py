"""What one turn says to one chat: one message where each counts, and no word of it is lost."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

import handlers
from bot.channels.channel import NotNow, SendError, Unknown, WindowClosed
from bot.clock import MovableClock
from handlers.conversation import Conversation, Data, InboxMessage, Picture, Say, Turn, Urgency, choice, say
from journey.allowance import Plan
from storage import chats, menus
from storage.files import Files
from storage.sql import ms
from tests.bot.platforms import RICH, WINDOWED, Bots, Platform, news, running, statuses, to_menu
from tests.handlers.phone import enlist

OA, TELEGRAM = "oa:1", "telegram:1"
TO_MENU = ((choice("menu.open", label="held.do-menu"),),)
MARKED: dict[str, dict[str, Any]] = {
    "#": {"card": "list", "fresh": True, "choices": TO_MENU},
    "?": {"card": "before", "fresh": True, "choices": TO_MENU},
    "~": {"card": "before"},
    "@": {"card": "list"},
    "=": {"asks_number": True},
    "+": {"must_arrive": True},
}
A_DAY = timedelta(days=1)


async def talk(message: InboxMessage, _data: Data) -> Turn:
    """Say what was written, part by part."""
    parts = message.text.split(" | ")
    elsewhere = tuple((OA, _part(part)) for part in parts if part[0] in "!@")
    return Turn(says=tuple(_part(part) for part in parts if part[0] not in "!@"), step="talk", elsewhere=elsewhere)


def _part(part: str) -> Say:
    """Return what one part stands for.

    "# a list" a card with a choice, "? other" another one, "~ ended" how that ends, "= how many" a question, "+ noted"
    what must arrive; "! news" for another chat, and "@ look" of the first card there.
    """
    mark, _, words = part.partition(" ")
    said = say("evidence.level", name=words if mark in "#?~!@=+" else part)
    return replace(said, **MARKED.get(mark, {}))


async def open_(message: InboxMessage) -> Turn:
    return await talk(replace(message, text="nào"), {})


TALK = Conversation("talk", command="/noi", open_=open_, steps={"talk": talk})


@pytest.fixture
def oa() -> Platform:
    return Platform("oa", WINDOWED, Plan())


@pytest.fixture
def telegram() -> Platform:
    return Platform("telegram", RICH)


@pytest.fixture
async def bots(
    opened: str, clock: MovableClock, tmp_path: Any, monkeypatch: pytest.MonkeyPatch, oa: Platform, telegram: Platform
) -> AsyncIterator[Bots]:
    monkeypatch.setattr(handlers, "CONVERSATIONS", (*handlers.CONVERSATIONS, TALK))
    monkeypatch.setitem(handlers.BY_NAME, "talk", TALK)
    for chat, person in zip((OA, TELEGRAM), (await enlist()).values(), strict=False):
        await chats.link(chat, person, "vi", clock.now())
    async with running(clock, Files(tmp_path.as_uri()), oa, telegram) as found:
        for chat in (OA, TELEGRAM):
            await found.says(chat, "/noi")
        oa.got.clear()
        telegram.got.clear()
        yield found


async def test_a_note_and_a_card_are_one_message_where_each_counts(
    bots: Bots, oa: Platform, telegram: Platform
) -> None:
    for chat in (OA, TELEGRAM):
        await bots.says(chat, "~ chào mừng | đã ghi | # danh sách")
    [one] = oa.got
    assert one.text == "chào mừng\n\nđã ghi\n\ndanh sách"
    assert [button.action for row in one.buttons for button in row] == ["menu.open"]
    assert telegram.read(TELEGRAM) == ["chào mừng", "đã ghi", "danh sách"]


@pytest.mark.parametrize("said", ["# danh sách | đã ghi", f"{'x ' * 1200}| đã ghi {'y ' * 1200}"])
async def test_what_would_be_no_single_message_stays_apart(bots: Bots, oa: Platform, said: str) -> None:
    await bots.says(OA, said)
    assert len(oa.got) == 2


@pytest.mark.parametrize("trouble", [NotNow(A_DAY, counts=False), WindowClosed()])
async def test_a_newer_card_says_the_words_that_had_not_left_with_the_older_one(
    bots: Bots, oa: Platform, trouble: SendError
) -> None:
    oa.answer = lambda _: trouble
    await bots.says(OA, "đã ghi | # một")
    oa.answer = lambda _: None
    await bots.says(OA, "đã xóa | # hai")
    await bots.passes(A_DAY)
    assert "\n".join(oa.read(OA)).split("\n\n") == ["đã ghi", "đã xóa", "hai"]


async def test_what_must_arrive_and_is_in_doubt_is_said_again_by_the_newer_card(bots: Bots, oa: Platform) -> None:
    oa.answer = lambda _: Unknown()
    await bots.says(OA, "+ đã ghi | # một")
    await bots.says(OA, "# hai")
    oa.answer = lambda _: None
    await bots.passes(A_DAY)
    assert [each.partition("\n\n")[0] for each in oa.read(OA)] == ["đã ghi"]


async def test_news_do_not_wait_with_a_card_that_only_looks_otherwise(bots: Bots, oa: Platform) -> None:
    await bots.says(OA, "# một")
    await bots.says(TELEGRAM, "! có tin | @ hai")
    assert oa.read(OA)[1:] == ["có tin"]


async def test_a_joined_message_ends_the_card_whose_last_words_it_says_and_keeps_numbers_for_its_question(
    bots: Bots, oa: Platform
) -> None:
    oa.can = replace(WINDOWED, buttons=0)
    await bots.says(OA, "? chọn")
    await bots.says(OA, "~ đã xong | = mấy giờ? | # danh sách")
    assert "A. " in oa.read(OA)[1]
    ended, asked = (await menus.of_chats([OA], ms(bots.clock.now())))[OA][-2:]
    assert (ended.is_used, asked.is_used) == (True, False)


async def test_words_below_a_picture_that_cannot_leave_come_without_it_and_can_be_answered(
    bots: Bots, oa: Platform
) -> None:
    oa.can = replace(WINDOWED, buttons=0)
    await bots.owes((OA, news("bìa sổ", to_menu(), urgency=Urgency.REPLY, pictures=(Picture("a.jpg", "gone"),))))
    [words] = oa.got
    assert (words.kind, words.text.partition("\n")[0]) == ("say", "bìa sổ")
    assert await statuses("news:%") == {"failed": 1}
    await bots.says(OA, "0")
    assert oa.read(OA)[1].startswith("✓ 0. ")
