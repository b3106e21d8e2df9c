"""What leaves for Zalo, seen on the person's phone, and what each refusal means."""

import logging
import traceback
from typing import Any

import pytest

from bot.channels import zalo as channel_of_zalo
from bot.channels.channel import (
    ChannelDown,
    ChatClosed,
    FileOut,
    OutboxMessage,
    PlatformError,
    QuotaSpent,
    Refused,
    SendError,
    Unknown,
    Unreachable,
)
from bot.channels.zalo import Webhook, Zalo
from tests.fakes.zalo import FakeZalo, Trouble
from tests.fakes.zalo_people import FakeZaloPerson
from tests.handlers.pictures import photo


def say(person: FakeZaloPerson, text: str = "Chào bạn", **more: Any) -> OutboxMessage:
    return OutboxMessage(f"zalo:{person.chat_id}", "say", text=text, **more)


async def test_words_arrive_and_a_card_said_again_is_a_new_message(zalo: Zalo, lan: FakeZaloPerson) -> None:
    first = await zalo.send(say(lan, "Chờ duyệt"))
    second = await zalo.send(say(lan, "Đã duyệt", target=first))
    assert [message.text for message in lan.heard] == ["Chờ duyệt", "Đã duyệt"]
    assert [message.message_id for message in lan.heard] == [first, second]


@pytest.mark.parametrize("text", ["ế" * 1900, "🌱" * 950, "e\u0302\u0301" * 1900])
async def test_the_longest_text_arrives_whole(zalo: Zalo, lan: FakeZaloPerson, text: str) -> None:
    await zalo.send(say(lan, text))
    assert len(lan.heard[-1].text) in (1900, 950)


async def test_a_picture_is_fetched_from_its_address(
    zalo: Zalo, platform: FakeZalo, lan: FakeZaloPerson, caplog: pytest.LogCaptureFixture
) -> None:
    picture = photo()
    url = platform.media.keep(picture)
    chat = f"zalo:{lan.chat_id}"
    sent = await zalo.send(OutboxMessage(chat, "pictures", text="Ảnh [1/2]", files=(FileOut("1.jpg", b"", url),)))
    assert (lan.heard[-1].message_id, lan.heard[-1].photo, lan.heard[-1].text) == (sent, picture, "Ảnh [1/2]")
    assert platform.media.asked.total() == 3


@pytest.mark.parametrize("kind", ["document", "answer", "delete", "commands", "pictures"])
async def test_what_the_platform_cannot_carry_is_refused_here(zalo: Zalo, lan: FakeZaloPerson, kind: Any) -> None:
    with pytest.raises(Refused):
        await zalo.send(OutboxMessage(f"zalo:{lan.chat_id}", kind, files=(FileOut("a.jpg", b"a"),)))


@pytest.mark.parametrize(
    ("code", "status", "expected"),
    [
        *((code, status, error) for status in (200, 0) for code, error in (
            (400, Refused), (401, ChannelDown), (404, Refused), (408, Unknown), (426, Refused), (429, QuotaSpent),
            (500, PlatformError), (502, Unreachable), (504, Unknown), (-201, Refused),
        ) if status == 200 or code > 0),
    ],
)  # fmt: skip
async def test_a_refusal_means_the_same_under_any_status(
    zalo: Zalo, platform: FakeZalo, lan: FakeZaloPerson, code: int, status: int, expected: type[SendError]
) -> None:
    platform.fail_next(1, code, "no", status=status or code)
    with pytest.raises(expected):
        await zalo.send(say(lan))
    assert not lan.heard


@pytest.mark.parametrize(
    ("trouble", "expected", "heard"),
    [
        (Trouble.INTERNAL, PlatformError, 0),
        (Trouble.BAD_GATEWAY, Unreachable, 0),
        (Trouble.GATEWAY_TIMEOUT, Unknown, 0),
        (Trouble.RESET, Unknown, 0),
        (Trouble.LOST, Unknown, 1),
        (Trouble.GARBLED, Unknown, 1),
    ],
)
async def test_trouble_on_the_way_is_unknown_wherever_it_may_have_arrived(
    zalo: Zalo, platform: FakeZalo, lan: FakeZaloPerson, trouble: Trouble, expected: type[SendError], heard: int
) -> None:
    platform.trouble_next(1, trouble)
    with pytest.raises(expected):
        await zalo.send(say(lan))
    assert len(lan.heard) == heard


async def test_an_internal_error_is_tried_three_times_in_all(
    zalo: Zalo, platform: FakeZalo, lan: FakeZaloPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel_of_zalo, "ONCE_MORE", (0.0, 0.0))
    platform.fail_next(2, 403, "internal server error")
    await zalo.send(say(lan))
    assert len(lan.heard) == 1
    platform.fail_next(3, 403, "internal server error")
    with pytest.raises(Refused, match="403 internal server error"):
        await zalo.send(say(lan))
    assert platform.counted()["sendMessage"] == 6


async def test_who_never_wrote_to_us_cannot_be_reached(zalo: Zalo, platform: FakeZalo) -> None:
    with pytest.raises(ChatClosed):
        await zalo.send(say(platform.person(7)))


async def test_a_plan_that_is_used_up_is_told_as_such(zalo: Zalo, platform: FakeZalo, lan: FakeZaloPerson) -> None:
    platform.month_cap = 3
    lan.says("một")
    for _ in range(2):
        await zalo.send(say(lan))
    with pytest.raises(QuotaSpent):
        await zalo.send(say(lan))


async def test_no_server_is_unreachable_and_no_error_holds_the_token(
    platform: FakeZalo, lan: FakeZaloPerson, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    url = platform.url
    await platform.close()
    channel = Zalo("zalo", platform.token, url)
    with pytest.raises(Unreachable) as told:
        await channel.send(say(lan))
    await channel.close()
    shown = "".join(traceback.format_exception(told.value)) + caplog.text
    assert platform.token.split(":")[1] not in shown
    assert url not in shown


async def test_a_wrong_token_is_told_whatever_the_status(platform: FakeZalo, lan: FakeZaloPerson) -> None:
    channel = Zalo("zalo", "1:another", platform.url)
    for status in (200, 401):
        platform.refuses_tokens_with = status
        with pytest.raises(ChannelDown):
            await channel.send(say(lan))
        with pytest.raises(ChannelDown):
            await channel.account_name()
    await channel.close()


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"chat_id": 42, "text": "a"}, "not a text"),
        ({"chat_id": "42", "text": " "}, "0 characters"),
        ({"chat_id": "42", "text": "🌱" * 1001}, "2002 characters"),
        ({"chat_id": "42", "text": "a", "reply_markup": {}}, "unknown parameter"),
        ({"chat_id": "42"}, "text is missing"),
    ],
)
async def test_the_fake_refuses_what_the_real_one_would(
    platform: FakeZalo, zalo: Zalo, values: dict[str, Any], fault: str
) -> None:
    with pytest.raises(Exception, match="400"):
        await zalo._client.call("sendMessage", values)
    assert fault in platform.violations.pop()
    with pytest.raises(Exception, match="404"):
        await zalo._client.call("editMessageText", {})
    platform.violations.clear()


async def test_a_webhook_is_kept_though_its_check_fails(zalo: Zalo, platform: FakeZalo) -> None:
    assert await zalo.webhook() == Webhook("")
    told = await zalo.set_webhook("http://127.0.0.1:9/zalo/zalo", platform.secret)
    assert told == Webhook("http://127.0.0.1:9/zalo/zalo", "webhook.err.conn")
    assert (await zalo.webhook()).url == told.url
    await zalo.delete_webhook()
    assert await zalo.webhook() == Webhook("")
    platform.fail_next(1, 404, method="getWebhookInfo")
    assert await zalo.webhook() == Webhook("")
