"""What an event of the Zalo Bot Platform says: a table of payloads as they were seen, and of junk."""

import unicodedata
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from bot.channels.untrusted import digest
from bot.channels.zalo_updates import lane, parse
from handlers.conversation import Attachment, InboxMessage, Kind
from tests.bot.channels.test_telegram_parse import JUNK

LAN = "a1b2c3d4e5f60718293a"
AT = datetime(2026, 9, 10, 0, 26, 40, tzinfo=UTC)
ADDRESS = "https://photo-x.zdn.vn/jpg/9f2c.jpg?t=1"
PHOTO = Attachment("photo", ADDRESS, digest("/jpg/9f2c.jpg"), album="9f2c01")


def event(name: str, **content: Any) -> dict[str, Any]:
    message = {
        "message_id": "9f2c01",
        "date": 1_789_000_000_000,
        "message_type": "CHAT_MESSAGE",
        "chat": {"id": LAN, "chat_type": "PRIVATE"},
        "from": {"id": LAN, "display_name": "Lan", "is_bot": False},
        **content,
    }
    return {"event_name": f"message.{name}.received", "message": message}


def said(kind: Kind, text: str = "", *attachments: Attachment) -> InboxMessage:
    return InboxMessage(f"zalo:{LAN}", kind, text=text, attachments=attachments, source="9f2c01", sent_at=AT)


PAYLOADS = [
    (event("text", text="xin chào"), said(Kind.TEXT, "xin chào")),
    (event("text", text=unicodedata.normalize("NFD", "nhiệm vụ")), said(Kind.TEXT, "nhiệm vụ")),
    (event("text", text="a\x00b\ud800c"), said(Kind.TEXT, "abc")),
    (event("text", text="x", date=1_789_000_000), said(Kind.TEXT, "x")),
    (event("text", text="x", **{"from": {"id": LAN, "name": "Lan"}}), said(Kind.TEXT, "x")),
    (event("text", text="x", chat={"id": LAN}), said(Kind.TEXT, "x")),
    (event("link", text="xem https://a.vn"), said(Kind.TEXT, "xem https://a.vn")),
    (event("link", url="https://a.vn"), said(Kind.TEXT, "https://a.vn")),
    (event("image", photo_url=ADDRESS), said(Kind.FILES, "", PHOTO)),
    (event("image", photo=ADDRESS, caption="NV3"), said(Kind.FILES, "NV3", PHOTO)),
    (event("image", photo_url="", photo=ADDRESS), said(Kind.FILES, "", PHOTO)),
    (event("image", photo_url=ADDRESS, photo="https://other.vn/"), said(Kind.FILES, "", PHOTO)),
    (event("image", photo_url=None), said(Kind.UNSUPPORTED)),
    (event("image", photo_url="https://zdn.vn/" + "a" * 500), said(Kind.UNSUPPORTED)),
    (event("sticker", sticker="bfe4", url="https://zdn.vn/s.webp"), said(Kind.UNSUPPORTED)),
    (event("voice", voice_url="https://zdn.vn/v.aac"), said(Kind.UNSUPPORTED)),
    (event("unsupported"), said(Kind.UNSUPPORTED)),
    (event("unsupported", text="[Contact]"), said(Kind.UNSUPPORTED)),
    (event("reaction", text="❤"), None),
    (event("text", text=""), None),
    (event("text", text="x", chat={"id": "g1", "chat_type": "GROUP"}), None),
    (event("text", text="x", chat={"id": "g1"}), None),
    (event("text", text="x", **{"from": {"id": LAN, "is_bot": True}}), None),
    ({"event_name": "message.text.received"}, None),
    ({"unparsed": "{"}, None),
    ({"ok": True, "result": []}, None),
]


@pytest.mark.parametrize(("update", "expected"), PAYLOADS)
def test_an_event_says_the_same_flat_and_wrapped(update: dict[str, Any], expected: InboxMessage | None) -> None:
    wrapped = {"ok": True, "result": update}
    assert parse(update, "zalo") == expected
    assert parse(wrapped, "zalo") == expected
    assert lane(wrapped, "zalo") == lane(update, "zalo")


@pytest.mark.parametrize(
    ("update", "key", "chat"),
    [
        (event("text", text="a"), "9f2c01", f"zalo.2:{LAN}"),
        (event("text", chat={"id": "g1", "chat_type": "GROUP"}), "9f2c01", "zalo.2:g1"),
        (event("text", message_id=77), "77", f"zalo.2:{LAN}"),
        (event("text", chat={"id": "x" * 65}), "9f2c01", "zalo.2:"),
        (event("text", chat={"id": "zalo:1"}), "9f2c01", "zalo.2:"),
        (event("text", chat=None), "9f2c01", "zalo.2:"),
    ],
)
def test_an_event_has_the_key_of_its_message_and_the_lane_of_its_chat(
    update: dict[str, Any], key: str, chat: str
) -> None:
    assert lane(update, "zalo.2") == (key, chat)


def test_a_picture_is_the_same_one_when_its_address_is_signed_anew() -> None:
    again = parse(event("image", photo=ADDRESS.replace("t=1", "t=2")), "zalo")
    assert again is not None
    assert again.attachments[0].unique == PHOTO.unique


@given(JUNK)
def test_no_junk_breaks_parsing(update: Any) -> None:
    inside = event("image", photo_url=update, caption=update, date=update, message_id=update, chat=update)
    for junk in (update, {"ok": True, "result": update}, {"message": update}, inside, event("text", text=update)):
        parse(junk, "zalo")
        key, chat = lane(junk, "zalo")
        assert 0 < len(key) <= 64
        assert chat.startswith("zalo:")
