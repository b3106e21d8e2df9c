"""What a Telegram update says: a table of real payloads, and of junk."""

import json
import unicodedata
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from bot.channels.telegram_updates import lane, parse
from handlers.conversation import Attachment, InboxMessage, Kind
from tests.fakes.telegram import FakeTelegram

USER = {"id": 42, "is_bot": False, "first_name": "An", "language_code": "vi"}
CHAT = {"id": 42, "type": "private", "first_name": "An"}
FILE = {"file_id": "F1", "file_unique_id": "U1", "file_size": 1234}
SMALL = {"file_id": "F0", "file_unique_id": "U0", "file_size": 12}
PHOTO = Attachment("photo", "F1", "U1", size=1234)


def message(**content: Any) -> dict[str, Any]:
    return {
        "update_id": 7,
        "message": {"message_id": 5, "from": USER, "chat": CHAT, "date": 1_420_070_400, **content},
    }


def said(kind: Kind, text: str = "", *attachments: Attachment) -> InboxMessage:
    sent_at = None if kind is Kind.EDITED else datetime(2015, 1, 1, tzinfo=UTC)
    return InboxMessage("telegram:42", kind, text=text, attachments=attachments, source="5", sent_at=sent_at)


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        (message(text="xin chào"), said(Kind.TEXT, "xin chào")),
        (message(text=unicodedata.normalize("NFD", "nhiệm vụ")), said(Kind.TEXT, "nhiệm vụ")),
        (message(text="a\x00b\ud800c"), said(Kind.TEXT, "abc")),
        (message(text="/start"), said(Kind.START)),
        (message(text="/start ma_Moi-1"), said(Kind.START, "ma_Moi-1")),
        (message(text="/start@hanhtrinh_bot ma"), said(Kind.START, "ma")),
        (message(text="/starting"), said(Kind.TEXT, "/starting")),
        (message(text="/menu"), said(Kind.TEXT, "/menu")),
        (message(photo=[SMALL, FILE]), said(Kind.FILES, "", PHOTO)),
        (message(photo=[SMALL, FILE], caption="trồng cây"), said(Kind.FILES, "trồng cây", PHOTO)),
        (
            message(photo=[SMALL, FILE], media_group_id="9"),
            said(Kind.FILES, "", Attachment("photo", "F1", "U1", size=1234, album="9")),
        ),
        (
            message(document={**FILE, "file_name": "Bài.docx", "mime_type": "application/pdf"}),
            said(Kind.FILES, "", Attachment("document", "F1", "U1", "Bài.docx", "application/pdf", 1234)),
        ),
        (message(animation=FILE, document=FILE), said(Kind.UNSUPPORTED)),
        (message(voice={**FILE, "duration": 3}), said(Kind.UNSUPPORTED)),
        (message(video=FILE, caption="phim"), said(Kind.UNSUPPORTED, "phim")),
        (message(location={"latitude": 16.4, "longitude": 107.5}), said(Kind.UNSUPPORTED)),
        (message(contact={"phone_number": "1", "first_name": "B"}), said(Kind.UNSUPPORTED)),
        (message(sticker=FILE), said(Kind.UNSUPPORTED)),
        (
            message(
                rich_message={
                    "blocks": [
                        {"type": "heading", "text": "Bài thu hoạch"},
                        {"type": "paragraph", "text": ["Em ", {"type": "bold", "text": "đã"}, " làm."]},
                    ]
                }
            ),
            said(Kind.TEXT, "Bài thu hoạch\nEm đã làm."),
        ),
        (message(pinned_message={"message_id": 4, "chat": CHAT, "date": 0}), None),
        (message(chat={"id": -100, "type": "supergroup", "title": "Chi đoàn"}, text="hi"), None),
        ({"update_id": 8, "poll": {"id": "1"}}, None),
        ({"unparsed": "{"}, None),
        (
            {"update_id": 8, "edited_message": {"message_id": 5, "from": USER, "chat": CHAT, "text": "sửa"}},
            said(Kind.EDITED, "sửa"),
        ),
        (
            {
                "update_id": 8,
                "callback_query": {
                    "id": "77",
                    "from": {**USER, "language_code": "en-GB"},
                    "chat_instance": "1",
                    "message": {"message_id": 6, "chat": CHAT, "date": 0},
                    "data": "review.approve 12",
                },
            },
            InboxMessage(
                "telegram:42",
                Kind.CHOICE,
                choice="review.approve 12",
                source="6",
                callback="77",
                language="en",
            ),
        ),
        (
            {"my_chat_member": {"chat": CHAT, "from": USER, "new_chat_member": {"status": "kicked"}}},
            InboxMessage("telegram:42", Kind.LEFT),
        ),
        (
            {"my_chat_member": {"chat": CHAT, "from": USER, "new_chat_member": {"status": "member"}}},
            InboxMessage("telegram:42", Kind.CAME_BACK),
        ),
    ],
)
def test_an_update_says(update: dict[str, Any], expected: InboxMessage | None) -> None:
    assert parse(update, "telegram") == expected


@pytest.mark.parametrize(
    ("update", "key", "chat"),
    [
        (message(text="a"), "7", "telegram:42"),
        (
            {"update_id": 8, "callback_query": {"from": {"id": 42}, "message": {"chat": {"id": 42}}}},
            "8",
            "telegram:42",
        ),
        ({"update_id": 8, "callback_query": {"from": {"id": 42}}}, "8", "telegram:42"),
        ({"update_id": 9, "message": {"chat": {"id": -1001}}}, "9", "telegram:-1001"),
        ({"update_id": 9}, "9", "telegram:"),
        ({"update_id": 9, "message": {"chat": {"id": 10**5000}}}, "9", "telegram:"),
    ],
)
def test_an_update_has_a_key_and_the_lane_of_its_chat(update: dict[str, Any], key: str, chat: str) -> None:
    assert lane(update, "telegram") == (key, chat)


def test_an_update_without_an_id_is_the_same_one_again() -> None:
    one, other = lane({"a": 1, "b": 2}, "telegram"), lane({"b": 2, "a": 1}, "telegram")
    assert one == other
    assert one != lane({"a": 1}, "telegram")


KEYS = ("message", "edited_message", "callback_query", "my_chat_member", "update_id", "chat", "id", "from")
MORE = ("type", "photo", "document", "text", "caption", "rich_message", "blocks", "new_chat_member", "data")
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.just(10**4000)
    | st.floats()
    | st.text(alphabet=st.characters())
    | st.sampled_from(("private", "kicked", "\ud83d", "\x00")),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(KEYS + MORE), inner),
    max_leaves=30,
)


@given(JUNK)
def test_no_junk_breaks_parsing(update: Any) -> None:
    for junk in (update, {"message": update}, {"message": {"chat": CHAT, "photo": update, "text": update}}):
        parse(junk, "telegram")
        key, chat = lane(junk, "telegram")
        assert key
        assert chat.startswith("telegram:")


async def test_what_the_fake_sends_is_what_the_library_reads(fake: FakeTelegram) -> None:
    an = fake.person(42, "An")
    an.starts("ma")
    first = an.says("xin chào")
    an.edits(first, "xin chào!")
    an.sends_album([b"1", b"2"], caption="hai ảnh")
    an.sends_document(b"3", "Bài.docx", "text/plain")
    an.sends(voice={**FILE, "duration": 2})
    an.blocks()
    an.unblocks()

    kinds = [parse(update, "telegram") for update in fake.delivery.waiting.values()]
    assert [one.kind if one else None for one in kinds] == [
        *(Kind.START, Kind.TEXT, Kind.EDITED, Kind.FILES, Kind.FILES, Kind.FILES),
        *(Kind.UNSUPPORTED, Kind.LEFT, Kind.CAME_BACK),
    ]
    for update in fake.delivery.waiting.values():
        read = Update.de_json(json.loads(json.dumps(update)), None)
        assert read.update_id == update["update_id"]
        assert read.effective_user is not None
        assert not read.api_kwargs
