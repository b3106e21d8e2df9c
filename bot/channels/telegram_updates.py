"""What a Telegram update says, read from the dict as it came: no object of a library on the hot path.

Private chats only: what is written in a group is not evidence of anybody, so it is not handled. A topic of a
private chat is the same chat: a chat is one person on one channel.
https://core.telegram.org/bots/api#update
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.channels.untrusted import Fields, digest, fields, moment, number, words
from handlers.conversation import Attachment, InboxMessage, Kind

UNSUPPORTED = (
    "animation",  # before document: a GIF comes with both
    "audio",
    "checklist",
    "contact",
    "dice",
    "game",
    "live_photo",
    "location",
    "paid_media",
    "poll",
    "sticker",
    "story",
    "venue",
    "video",
    "video_note",
    "voice",
)
START = re.compile(r"/start(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
RICH_PARTS = ("text", "blocks", "items", "cells", "caption")
BLOCKS = (
    "paragraph",
    "heading",
    "section_heading",
    "preformatted",
    "blockquote",
    "pullquote",
    "list_item",
    "footer",
)
LONGEST_ALBUM = 96  # characters of an album's id that are kept; real ones have some twenty
DEEPEST = 16  # how far rich messages may be nested before we stop reading


def parse(update: object, channel: str) -> InboxMessage | None:
    """Return what `update` says, in a chat "<channel>:<id>"; None for what we do not handle. Never raises."""
    whole = fields(update)
    if message := fields(whole.get("message")):
        return _message(message, channel)
    if message := fields(whole.get("edited_message")):
        return _edited(message, channel)
    if query := fields(whole.get("callback_query")):
        return _tap(query, channel)
    return _membership(fields(whole.get("my_chat_member")), channel)


def lane(update: object, channel: str) -> tuple[str, str]:
    """Return (key, chat): the update's id, or a hash of it when it has none. Never raises."""
    whole = fields(update)
    update_id = number(whole.get("update_id"))
    return (digest(update) if update_id is None else str(update_id)), f"{channel}:{_chat_of(whole)}"


def _chat_of(update: Fields) -> str:
    """Return the id of the chat an update belongs to, "" without one.

    A tap belongs to its message's chat, or to the person's when the message is not told.
    """
    for kind in ("message", "edited_message", "my_chat_member"):
        if found := number(fields(fields(update.get(kind)).get("chat")).get("id")):
            return str(found)
    query = fields(update.get("callback_query"))
    found = number(fields(fields(query.get("message")).get("chat")).get("id"))
    return str(found or number(fields(query.get("from")).get("id")) or "")


def _private(holder: Fields, channel: str) -> str | None:
    """Return the chat of a message, None outside a private one."""
    chat = fields(holder.get("chat"))
    chat_id = number(chat.get("id"))
    return f"{channel}:{chat_id}" if chat_id and chat.get("type") == "private" else None


def _message(message: Fields, channel: str) -> InboxMessage | None:
    chat = _private(message, channel)
    said = None if chat is None else _content(message)
    if chat is None or said is None:
        return None
    kind, text, attachments = said
    return InboxMessage(
        chat,
        kind,
        text=text,
        attachments=attachments,
        source=_id(message.get("message_id")),
        language=_language(message),
        sent_at=moment(number(message.get("date"))),
    )


def _content(message: Fields) -> tuple[Kind, str, tuple[Attachment, ...]] | None:
    text, caption = words(message.get("text")), words(message.get("caption"))
    if start := START.fullmatch(text):
        return Kind.START, (start[1] or "").strip(), ()
    if text:
        return Kind.TEXT, text, ()
    if any(kind in message for kind in UNSUPPORTED):
        return Kind.UNSUPPORTED, caption, ()
    if files := _attachments(message):
        return Kind.FILES, caption, files
    if rich := words("".join(_rich(message.get("rich_message"))).strip()):
        return Kind.TEXT, rich, ()
    return None


def _attachments(message: Fields) -> tuple[Attachment, ...]:
    album = words(message.get("media_group_id"))[:LONGEST_ALBUM] or None
    sizes = message.get("photo")
    if isinstance(sizes, list) and sizes:  # the last is the largest
        return _attachment("photo", fields(sizes[-1]), album)
    return _attachment("document", fields(message.get("document")), album)


def _attachment(kind: Any, file: Fields, album: str | None) -> tuple[Attachment, ...]:
    remote = words(file.get("file_id"))
    if not remote:
        return ()
    return (
        Attachment(
            kind,
            remote=remote,
            unique=words(file.get("file_unique_id")) or remote,
            name=words(file.get("file_name")) or None,
            mime=words(file.get("mime_type")) or None,
            size=number(file.get("file_size")),
            album=album,
        ),
    )


def _rich(value: object, depth: int = 0) -> Iterator[str]:
    """Yield the plain text of a rich message (Bot API 10.1), a line a block.

    Its texts are strings, lists and objects around other texts; a block is an object with a "type".
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth < DEEPEST:
        for part in value:
            yield from _rich(part, depth + 1)
    elif isinstance(value, Mapping) and depth < DEEPEST:
        for name in RICH_PARTS:
            yield from _rich(value.get(name), depth + 1)
        if value.get("type") in BLOCKS:
            yield "\n"


def _edited(message: Fields, channel: str) -> InboxMessage | None:
    chat = _private(message, channel)
    text = words(message.get("text")) or words(message.get("caption"))
    if chat is None or not text:
        return None
    source = _id(message.get("message_id"))
    return InboxMessage(chat, Kind.EDITED, text=text, source=source, language=_language(message))


def _tap(query: Fields, channel: str) -> InboxMessage | None:
    """Return the choice, "" for one no button has; the card may be inaccessible, which still names its chat and id."""
    card = fields(query.get("message"))
    chat = _private(card, channel)
    data, callback = words(query.get("data")), words(query.get("id"))
    if chat is None or not callback:
        return None
    return InboxMessage(
        chat,
        Kind.CHOICE,
        choice=data,
        source=_id(card.get("message_id")),
        callback=callback,
        language=_language(query),
    )


def _membership(change: Fields, channel: str) -> InboxMessage | None:
    chat = _private(change, channel)
    status = fields(change.get("new_chat_member")).get("status")
    kinds = {"kicked": Kind.LEFT, "left": Kind.LEFT, "member": Kind.CAME_BACK}
    kind = kinds.get(status) if isinstance(status, str) else None
    return None if chat is None or kind is None else InboxMessage(chat, kind, language=_language(change))


def _id(value: object) -> str | None:
    found = number(value)
    return None if found is None else str(found)


def _language(holder: Fields) -> str:
    code = fields(holder.get("from")).get("language_code")
    return "en" if isinstance(code, str) and code.startswith("en") else "vi"
