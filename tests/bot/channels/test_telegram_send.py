"""What leaves for Telegram, seen on the person's phone, and what each refusal means."""

import asyncio
import logging
import traceback
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.channel import (
    Button,
    CardGone,
    ChannelDown,
    ChatClosed,
    ChatMoved,
    FileGone,
    FileOut,
    FileTooBig,
    NotNow,
    OutboxMessage,
    Refused,
    SendError,
    Unknown,
    Unreachable,
)
from bot.channels.telegram import Telegram
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_people import FakePerson
from tests.fakes.telegram_spec import specification, units

CARD = ((Button("Duyệt", "review.approve 1", "good"), Button("Trả lại", "review.return 1", "bad")),)


def say(text: str = "Chào bạn", **more: Any) -> OutboxMessage:
    return OutboxMessage("telegram:42", "say", text=text, **more)


async def test_a_card_has_a_bold_first_line_and_coloured_buttons(telegram: Telegram, an: FakePerson) -> None:
    link = (Button("Trang", "", url="https://example.org/"),)
    sent = await telegram.send(say("🌱 Nhiệm vụ\n*Trồng* <b>cây</b>", buttons=(*CARD, link)))

    card = an.heard[-1]
    assert sent == str(card.message_id)
    assert card.text == "🌱 Nhiệm vụ\n*Trồng* <b>cây</b>"
    assert card.entities == [{"type": "bold", "offset": 0, "length": units("🌱 Nhiệm vụ")}]
    assert card.buttons == [
        [("Duyệt", "review.approve 1"), ("Trả lại", "review.return 1")],
        [("Trang", "https://example.org/")],
    ]
    assert card.styles == {"Duyệt": "success", "Trả lại": "danger"}


async def test_a_card_is_edited_in_place_and_loses_its_buttons(telegram: Telegram, an: FakePerson) -> None:
    sent = await telegram.send(say("Chờ duyệt\nmột ảnh", buttons=CARD))
    for _ in range(2):  # the second changes nothing, which is success
        assert await telegram.send(say("Đã duyệt", target=sent)) == sent

    assert [(card.text, card.buttons, card.is_edited) for card in an.heard] == [("Đã duyệt", [], True)]


async def test_ten_buttons_in_a_row_become_rows_of_eight_and_two(telegram: Telegram, an: FakePerson) -> None:
    row = tuple(Button(str(place), f"go {place}") for place in range(10))
    await telegram.send(say(buttons=(row,)))
    assert [len(shown) for shown in an.heard[-1].buttons] == [8, 2]


@pytest.mark.parametrize("text", ["ế" * 4096, "🌱" * 2048])
async def test_the_longest_text_arrives_whole(telegram: Telegram, an: FakePerson, text: str) -> None:
    await telegram.send(say(text))
    assert an.heard[-1].text == text


async def test_an_action_may_have_64_bytes_and_no_more(telegram: Telegram, an: FakePerson) -> None:
    longest = "ế" * 21 + "a"
    assert len(longest.encode()) == 64
    await telegram.send(say(buttons=((Button("Chọn", longest),),)))
    assert an.heard[-1].shows(longest)
    with pytest.raises(Refused, match="65 bytes"):
        await telegram.send(say(buttons=((Button("Chọn", longest + "a"),),)))


@pytest.mark.parametrize(
    "wrong",
    [
        say("ế" * 4097),
        say("  "),
        say(buttons=((Button("", "go"),),)),
        OutboxMessage("telegram:42", "document", text="a" * 1025, files=(FileOut("a.txt", b"a"),)),
        OutboxMessage("telegram:42", "answer", text="a" * 201, target="1"),
    ],
)
async def test_the_fake_is_as_strict_as_the_real_one(
    fake: FakeTelegram, telegram: Telegram, an: FakePerson, wrong: OutboxMessage
) -> None:
    with pytest.raises(Refused):
        await telegram.send(wrong)
    assert fake.violations
    fake.violations.clear()


async def test_pictures_arrive_as_one_album_and_one_as_a_photo(telegram: Telegram, an: FakePerson) -> None:
    pictures = tuple(FileOut(f"{place}.jpg", bytes([place + 1])) for place in range(3))
    first = await telegram.send(OutboxMessage("telegram:42", "pictures", text="Ảnh", files=pictures))
    await telegram.send(OutboxMessage("telegram:42", "pictures", text="Một", files=pictures[:1]))

    album, alone = an.heard[:3], an.heard[3]
    assert first == str(album[0].message_id)
    assert [one.photo for one in album] == [b"\x01", b"\x02", b"\x03"]
    assert len({one.album for one in album}) == 1
    assert [one.text for one in album] == ["Ảnh", "", ""]
    assert (alone.photo, alone.text, alone.album) == (b"\x01", "Một", None)
    with pytest.raises(Refused):
        await telegram.send(OutboxMessage("telegram:42", "pictures", files=pictures * 4))


async def test_a_document_keeps_its_vietnamese_name(telegram: Telegram, an: FakePerson) -> None:
    file = FileOut('Sổ "rèn luyện".pdf', b"%PDF-1.7")
    await telegram.send(OutboxMessage("telegram:42", "document", text="Sổ của bạn", files=(file,)))
    assert an.heard[-1].document is not None
    assert an.heard[-1].document[1] == b"%PDF-1.7"
    assert an.heard[-1].document[0].startswith("Sổ ")


async def test_a_tap_is_answered_once_and_a_late_answer_is_no_error(telegram: Telegram, an: FakePerson) -> None:
    card = await telegram.send(say(buttons=CARD))
    callback = an.taps(int(card or 0), "review.approve 1")
    for _ in range(2):
        await telegram.send(OutboxMessage("telegram:42", "answer", text="Đã duyệt", target=callback))
    assert an.toasts == ["Đã duyệt"]


async def test_a_message_is_taken_away_and_again_without_error(telegram: Telegram, an: FakePerson) -> None:
    sent = await telegram.send(say())
    for _ in range(2):
        await telegram.send(OutboxMessage("telegram:42", "delete", target=sent))
    assert not an.heard


async def test_a_message_too_old_to_take_away_loses_its_buttons(
    fake: FakeTelegram, telegram: Telegram, an: FakePerson
) -> None:
    sent = await telegram.send(say(buttons=CARD))
    fake.fail_next(1, 400, "Bad Request: message can't be deleted for everyone", method="deleteMessage")
    await telegram.send(OutboxMessage("telegram:42", "delete", target=sent))
    assert [card.buttons for card in an.heard] == [[]]


REFUSALS: list[tuple[int, str, dict[str, Any] | None, type[SendError]]] = [
    (429, "Too Many Requests: retry after 7", {"retry_after": 7}, NotNow),
    (400, "Bad Request: group chat was upgraded", {"migrate_to_chat_id": -1007}, ChatMoved),
    (403, "Forbidden: bot was blocked by the user", None, ChatClosed),
    (403, "Forbidden: user is deactivated", None, ChatClosed),
    (403, "Forbidden: bot can't initiate conversation with a user", None, ChatClosed),
    (400, "Bad Request: message to edit not found", None, CardGone),
    (400, "Bad Request: message can't be edited", None, CardGone),
    (400, "Bad Request: chat not found", None, Refused),
    (401, "Unauthorized", None, ChannelDown),
    (404, "Not Found", None, ChannelDown),
    (409, "Conflict: terminated by other getUpdates request", None, ChannelDown),
    (500, "Internal Server Error", None, Unknown),
    (502, "Bad Gateway", None, Unknown),
]


@pytest.mark.parametrize(("status", "description", "parameters", "expected"), REFUSALS)
async def test_each_refusal_has_its_meaning(
    fake: FakeTelegram,
    telegram: Telegram,
    an: FakePerson,
    status: int,
    description: str,
    parameters: dict[str, Any] | None,
    expected: type[SendError],
) -> None:
    fake.fail_next(1, status, description, parameters)
    with pytest.raises(expected) as caught:
        await telegram.send(say())
    if isinstance(caught.value, NotNow):
        assert caught.value.retry_after == timedelta(seconds=7)
        assert caught.value.whole_bot
        assert not caught.value.counts
    if isinstance(caught.value, ChatMoved):
        assert caught.value.chat == "telegram:-1007"


async def test_words_that_are_refused_plain_too_are_refused(
    fake: FakeTelegram, telegram: Telegram, an: FakePerson
) -> None:
    fake.fail_next(2, 400, "Bad Request: can't parse entities: no end")
    with pytest.raises(Refused):
        await telegram.send(say())


async def test_a_person_who_blocked_us_and_a_stranger_are_told_apart(telegram: Telegram, an: FakePerson) -> None:
    an.blocks()
    with pytest.raises(ChatClosed):
        await telegram.send(say())
    with pytest.raises(Refused, match="Chat not found"):
        await telegram.send(OutboxMessage("telegram:43", "say", text="a"))


async def test_a_lost_answer_is_unknown_and_a_lost_edit_is_done_again(
    fake: FakeTelegram, telegram: Telegram, an: FakePerson
) -> None:
    fake.cut_after_next()
    with pytest.raises(Unknown):
        await telegram.send(say("Một"))
    assert [card.text for card in an.heard] == ["Một"]
    fake.cut_after_next()
    with pytest.raises(NotNow):
        await telegram.send(say("Hai", target=str(an.heard[0].message_id)))


async def test_without_a_connection_nothing_was_sent_and_the_token_stays_here(
    fake: FakeTelegram, telegram: Telegram, an: FakePerson, caplog: pytest.LogCaptureFixture
) -> None:
    await fake.close()
    for work in (telegram.send(say()), telegram.fetch("x", 9), telegram.username()):
        with pytest.raises((NotNow, Unreachable)) as caught:
            await work
        logging.getLogger("test").error("failed", exc_info=caught.value)
        told = "".join(traceback.format_exception(caught.value)) + caplog.text
        assert fake.token.split(":")[1] not in told


async def test_a_refused_token_is_not_told(fake: FakeTelegram, caplog: pytest.LogCaptureFixture) -> None:
    channel = Telegram("telegram", "123456789:AAwrong", fake.url)
    with pytest.raises(ChannelDown) as caught:
        await channel.username()
    await channel.close()
    assert "AAwrong" not in "".join(traceback.format_exception(caught.value)) + caplog.text


async def test_a_file_is_fetched_within_its_limit(fake: FakeTelegram, telegram: Telegram, an: FakePerson) -> None:
    an.sends_document(b"x" * 1000, "a.bin")
    (update,) = fake.delivery.waiting.values()
    message = telegram.parse(update)
    assert message is not None
    remote = message.attachments[0].remote

    assert await telegram.fetch(remote, 1000) == b"x" * 1000
    with pytest.raises(FileTooBig):
        await telegram.fetch(remote, 999)
    with pytest.raises(FileGone):
        await telegram.fetch("unknown", 999)
    fake.fail_next(1, 429, "Too Many Requests: retry after 3", {"retry_after": 3})
    with pytest.raises(NotNow):
        await telegram.fetch(remote, 1000)


async def test_a_file_that_lies_about_its_size_is_cut_off(fake: FakeTelegram, telegram: Telegram) -> None:
    file = fake.files.keep(b"x" * 100)
    fake.sizes_told = {file["file_id"]: 1}
    with pytest.raises(FileTooBig):
        await telegram.fetch(file["file_id"], 50)


async def test_a_file_over_20_megabytes_cannot_be_fetched(fake: FakeTelegram, telegram: Telegram) -> None:
    file = fake.files.keep(bytes(20 * 1024 * 1024 + 1))
    with pytest.raises(FileTooBig) as caught:
        await telegram.fetch(file["file_id"], 50_000_000)
    assert caught.value.limit == 20 * 1024 * 1024


async def test_a_chat_has_its_own_menu_and_strangers_another(
    fake: FakeTelegram, telegram: Telegram, an: FakePerson
) -> None:
    await telegram.welcome([("/help", "Trợ giúp")])
    await telegram.send(OutboxMessage("telegram:42", "commands", commands=(("menu", "Trang chính"),)))
    assert fake.commands == {"default": [("help", "Trợ giúp")], "42": [("menu", "Trang chính")]}


async def test_the_bot_knows_its_name_for_its_links(telegram: Telegram) -> None:
    assert await telegram.username() == "hanhtrinh_test_bot"


async def test_many_messages_at_once_all_arrive(telegram: Telegram, an: FakePerson) -> None:
    await asyncio.gather(*(telegram.send(say(f"Tin {place}")) for place in range(300)))
    assert sorted(card.text for card in an.heard) == sorted(f"Tin {place}" for place in range(300))


def test_the_specification_is_read_when_it_is_there() -> None:
    found = specification()
    assert found is None or "sendMessage" in found["methods"]
