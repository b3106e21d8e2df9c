"""What an event of the Zalo Bot Platform says, read from the dict as it came.

The documentation wraps the event ({"ok": true, "result": …}) and calls a picture's address `photo`; what really
arrives is flat and says `photo_url`. Both are read. Private chats only, as everywhere.
"""

from datetime import datetime
from urllib.parse import urlsplit

from bot.channels.untrusted import LATEST, Fields, digest, fields, moment, number, words
from handlers.conversation import Attachment, InboxMessage, Kind

LONGEST_ID = 64  # characters; chats have 20, and a key of the inbox takes no more
LONGEST_ADDRESS = 512  # characters of a picture's address that evidence keeps; real ones have some hundred and fifty

TEXTS = ("message.text.received", "message.link.received")
UNSUPPORTED = ("message.sticker.received", "message.voice.received", "message.unsupported.received")
PICTURE = "message.image.received"


def parse(update: object, channel: str) -> InboxMessage | None:
    """Return what `update` says, in a chat "<channel>:<id>"; None for what we do not handle. Never raises."""
    event = unwrapped(update)
    message = fields(event.get("message"))
    chat = _private(message)
    said = _content(event.get("event_name"), message)
    if not chat or said is None or fields(message.get("from")).get("is_bot") is True:
        return None
    kind, text, attachments = said
    return InboxMessage(
        f"{channel}:{chat}",
        kind,
        text=text,
        attachments=attachments,
        source=_id(message.get("message_id")) or None,
        sent_at=_sent_at(message.get("date")),
    )


def lane(update: object, channel: str) -> tuple[str, str]:
    """Return (key, chat): the message's id, or a hash of the event when it has none. Never raises."""
    message = fields(unwrapped(update).get("message"))
    key = _id(message.get("message_id")) or digest(unwrapped(update) or update)
    return key, f"{channel}:{_id(fields(message.get('chat')).get('id'))}"


def unwrapped(update: object) -> Fields:
    """Return the event itself, whichever way it came."""
    whole = fields(update)
    return fields(whole.get("result")) if whole.get("ok") is True and "event_name" not in whole else whole


def _private(message: Fields) -> str:
    """Return the id of the private chat a message is from, "" for a group; where no type is told the ids tell it."""
    chat = fields(message.get("chat"))
    chat_id, kind = _id(chat.get("id")), chat.get("chat_type")
    if kind is None:
        return chat_id if chat_id == _id(fields(message.get("from")).get("id")) else ""
    return chat_id if isinstance(kind, str) and kind.upper() == "PRIVATE" else ""


def _content(name: object, message: Fields) -> tuple[Kind, str, tuple[Attachment, ...]] | None:
    if name in UNSUPPORTED:
        return Kind.UNSUPPORTED, "", ()
    if name == PICTURE:
        caption, files = words(message.get("caption")), _picture(message)
        return (Kind.FILES if files else Kind.UNSUPPORTED), caption, files
    if name in TEXTS:
        text = words(message.get("text")) or words(message.get("url"))
        return (Kind.TEXT, text, ()) if text else None
    return None


def _picture(message: Fields) -> tuple[Attachment, ...]:
    """Return the picture; `unique` is of its address without what makes it expire.

    Several that are sent together come one by one, and nothing says so: each is an album, to which more may come.
    """
    address = words(message.get("photo_url")) or words(message.get("photo"))
    if not address or len(address) > LONGEST_ADDRESS:
        return ()
    try:
        path = urlsplit(address).path
    except ValueError:
        return ()
    return (Attachment("photo", remote=address, unique=digest(path), album=_id(message.get("message_id")) or None),)


def _id(value: object) -> str:
    """Return an id as text, "" for anything that is none; a whole number is one as well."""
    known = number(value)
    text = str(known) if known is not None else words(value)
    is_id = len(text) <= LONGEST_ID and text.isascii() and text.replace("_", "").replace("-", "").isalnum()
    return text if is_id else ""


def _sent_at(value: object) -> datetime | None:
    """Return milliseconds since 1970, or seconds, as a moment: what is too far off to be seconds is milliseconds."""
    found = number(value)
    return None if found is None else moment(found if found < LATEST else found / 1000)
