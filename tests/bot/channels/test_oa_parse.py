"""What the events of an Official Account say: a table of them."""

import unicodedata
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels import oa_updates
from handlers.conversation import Attachment, InboxMessage, Kind

OA = "2846194735118072036"
LAN = "7000000000000000042"
CHAT = f"oa:{LAN}"
AT = "1799632800123"
PHOTO = "https://photo-x.zdn.vn/1.jpg"


def sent(name: str, **message: Any) -> dict[str, Any]:
    """Return an event of something Lan sent."""
    return {
        "app_id": "3920175648120934417",
        "event_name": name,
        "sender": {"id": LAN},
        "recipient": {"id": OA},
        "user_id_by_app": "1",
        "message": {"msg_id": "96d3cdf3af150460909", **message},
        "timestamp": AT,
    }


def file(url: str, kind: str = "image", **more: str) -> dict[str, Any]:
    return {"type": kind, "payload": {"url": url, **more}}


def follows(name: str = "follow") -> dict[str, Any]:
    return {"event_name": name, "oa_id": OA, "follower": {"id": LAN}, "source": "qr", "timestamp": AT}


def parse(event: object) -> InboxMessage | None:
    return oa_updates.parse(event, "oa", OA)


@pytest.mark.parametrize(
    ("event", "kind", "text", "choice"),
    [
        (sent("user_send_text", text="đăng ký"), Kind.TEXT, "đăng ký", ""),
        (sent("user_send_text", text=unicodedata.normalize("NFD", "đăng ký")), Kind.TEXT, "đăng ký", ""),
        (sent("user_send_text", text="#a:reviews.approve 4711 1"), Kind.CHOICE, "", "reviews.approve 4711 1"),
        (sent("user_send_text", text="#hashtag"), Kind.TEXT, "#hashtag", ""),
        (sent("user_send_link", attachments=[file("https://a.vn/b", "link")]), Kind.TEXT, "https://a.vn/b", ""),
        (sent("user_send_sticker", attachments=[file(PHOTO, "sticker")]), Kind.UNSUPPORTED, "", ""),
        (sent("user_send_location"), Kind.UNSUPPORTED, "", ""),
        (sent("user_send_hologram", text="?"), Kind.UNSUPPORTED, "?", ""),
        (sent("user_send_image", text="NV3", attachments=[]), Kind.UNSUPPORTED, "NV3", ""),
        (follows(), Kind.START, "", ""),
        (follows("unfollow"), Kind.LEFT, "", ""),
    ],
)
def test_an_event_says_so(event: dict[str, Any], kind: Kind, text: str, choice: str) -> None:
    message = parse(event)
    assert message is not None
    assert (message.chat, message.kind, message.text, message.choice) == (CHAT, kind, text, choice)
    assert message.sent_at == datetime.fromtimestamp(int(AT) / 1000, UTC)
    assert message.callback is None


def test_pictures_of_one_event_belong_together() -> None:
    second = {"type": "photo", "payload": {"url": "https://photo-x.zdn.vn/2.jpg"}}
    message = parse(sent("user_send_image", text="NV3", attachments=[file(PHOTO), second]))
    assert message is not None
    assert (message.kind, message.text, message.source) == (Kind.FILES, "NV3", "96d3cdf3af150460909")
    assert [(one.kind, one.remote, one.album) for one in message.attachments] == [
        ("photo", PHOTO, "96d3cdf3af150460909"),
        ("photo", "https://photo-x.zdn.vn/2.jpg", "96d3cdf3af150460909"),
    ]


def test_a_file_has_a_name_and_a_size() -> None:
    event = sent("user_send_file", attachments=[file(PHOTO, "file", name="bai.docx", size="2048", checksum="ab12")])
    message = parse(event)
    assert message is not None
    assert message.attachments == (Attachment("document", remote=PHOTO, unique="ab12", name="bai.docx", size=2048),)


@pytest.mark.parametrize(
    "event",
    [
        sent("user_send_text"),
        sent("user_send_text", text=" \n"),
        sent("user_received_message"),
        {**sent("user_seen_message"), "message": {"msg_ids": ["1"]}},
        {**sent("oa_send_text", text="Chào"), "sender": {"id": OA}, "recipient": {"id": LAN}},
        {**sent("user_send_text", text="hi"), "recipient": {"id": "1"}},
        {**follows(), "oa_id": "1"},
        {**sent("user_send_text", text="hi"), "sender": {"id": "../1"}},
        {**sent("anonymous_send_text", text="hi"), "anonymous_id": "1", "conversation_id": "2"},
        {**sent("user_submit_info"), "info": {"name": "Lan"}},
        {"event_name": "change_template_status", "app_id": "1", "timestamp": AT},
        {},
        [],
        None,
        "text",
        {"event_name": 7, "sender": [], "message": "x", "timestamp": {}},
        {"event_name": "user_send_image", "sender": {"id": LAN}, "message": {"attachments": {"a": 1}}},
    ],
)
def test_what_is_no_word_of_a_member_is_left_alone(event: object) -> None:
    assert parse(event) is None
    key, chat = oa_updates.lane(event, "oa")
    assert 0 < len(key) <= 64
    assert chat.startswith("oa:")


def test_the_same_message_has_the_same_key_and_others_have_others() -> None:
    first = sent("user_send_text", text="một")
    again = {**first, "timestamp": "1799632899999"}
    echo = {**first, "event_name": "user_received_message"}
    assert oa_updates.lane(first, "oa") == oa_updates.lane(again, "oa") == ("96d3cdf3af150460909", CHAT)
    keys = {oa_updates.lane(each, "oa")[0] for each in (first, echo, follows(), follows("unfollow"))}
    assert len(keys) == 4
    assert oa_updates.lane(follows(), "oa") == oa_updates.lane(follows(), "oa")


@pytest.mark.parametrize("name", ["user_received_message", "user_seen_message", "oa_send_text", "oa_send_list"])
def test_echoes_are_no_news(name: str) -> None:
    assert not oa_updates.is_news({"event_name": name})
    assert oa_updates.is_news(follows())
