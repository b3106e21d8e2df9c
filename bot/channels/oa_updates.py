"""What an event of the Official Account says, read from the dict as it came.

A tapped button has no event of its own: it comes as a text, the button's payload. Ours begin with "#a:".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.channels.untrusted import digest, fields, moment, words
from handlers.conversation import Attachment, InboxMessage, Kind

TAPPED = "#a:"
"""How the payload of a button of ours begins; an action follows."""

ECHOES = "oa_send_"
"""How the names of events begin that tell of a message of ours, a moment after it left."""

NO_NEWS = ("user_received_message", "user_seen_message", ECHOES)
"""What only tells that something of ours arrived, was seen or was sent; by their beginnings."""

ABOUT_US = ("change_template_status", "change_oa_daily_quota")
"""What the platform decided about the account: for an operator's eyes."""

VISITS = "anonymous_"
"""How the names of events begin in which somebody unknown to the account writes."""

PICTURES = ("user_send_image", "user_send_gif")
LONGEST_ID = 64
LONGEST_ADDRESS = 512


def parse(event: object, channel: str, oa_id: str) -> InboxMessage | None:
    """Return what `event` says, in a chat "<channel>:<id>"; None for what we do not handle. Never raises.

    What somebody writes who is unknown to the account has no chat: that is a `visitor`.
    """
    whole = fields(event)
    name, chat = words(whole.get("event_name")), _chat_of(whole)
    if not chat or not _is_ours(whole, oa_id):
        return None
    said = _said(name, fields(whole.get("message")))
    if said is None:
        return None
    kind, text, choice, attachments = said
    return InboxMessage(
        f"{channel}:{chat}",
        kind,
        text=text,
        choice=choice,
        attachments=attachments,
        source=None if kind in (Kind.CHOICE, Kind.START, Kind.LEFT) else _message_id(whole) or None,
        sent_at=moment(_milliseconds(whole) / 1000),
    )


def lane(event: object, channel: str) -> tuple[str, str]:
    """Return (key, chat): a message's id; of what has none its name, person and moment. Never raises."""
    whole = fields(event)
    name, chat = words(whole.get("event_name")), _chat_of(whole)
    key = _message_id(whole) if name.startswith("user_send_") else ""
    if not key and name and _milliseconds(whole):
        key = f"{name} {digest([name, chat, _milliseconds(whole), whole.get('message')])[:24]}"
    return key or digest(event), f"{channel}:{chat}"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody unknown to the account, in one conversation with it."""

    anonymous_id: str
    conversation: str


def visitor(event: object, oa_id: str) -> Visitor | None:
    """Return who writes without being known to the account `oa_id`; None for any other event.

    One source has the ids beside the message, the other in it and in the sender.
    """
    whole = fields(event)
    message = fields(whole.get("message"))
    if not words(whole.get("event_name")).startswith(f"{VISITS}send_") or not _is_ours(whole, oa_id):
        return None
    anonymous_id = words(whole.get("anonymous_id")) or words(fields(whole.get("sender")).get("id"))
    conversation = words(whole.get("conversation_id")) or words(message.get("conversation_id"))
    ids = (anonymous_id, conversation)
    return Visitor(*ids) if all(0 < len(each) <= LONGEST_ID and each.isprintable() for each in ids) else None


def template_change(event: object) -> tuple[str, str] | None:
    """Return (template, its new status) where the platform changed one; None for any other event."""
    whole = fields(event)
    if words(whole.get("event_name")) != "change_template_status":
        return None
    status = whole.get("status")
    return words(whole.get("template_id")), words(status) or words(fields(status).get("new_status"))


def is_echo(event: object) -> bool:
    """Say whether an event only tells that a message of ours left."""
    return words(fields(event).get("event_name")).startswith(ECHOES)


def about_us(event: object) -> str:
    """Return the name of an event that tells of the account itself, "" for any other."""
    name = words(fields(event).get("event_name"))
    return name if name in ABOUT_US else ""


def is_news(event: object) -> bool:
    """Say whether an event is for the inbox: no echo of what we sent ourselves, and of somebody known."""
    return not words(fields(event).get("event_name")).startswith((*NO_NEWS, VISITS))


def _said(name: str, message: Mapping[str, Any]) -> tuple[Kind, str, str, tuple[Attachment, ...]] | None:
    """Return (kind, text, choice, attachments)."""
    text = words(message.get("text"))
    if name == "user_send_text" and text.strip().startswith(TAPPED):
        return Kind.CHOICE, "", text.strip().removeprefix(TAPPED), ()
    if name == "user_send_text":
        return (Kind.TEXT, text, "", ()) if text.strip() else None
    if name == "user_send_link":
        return Kind.TEXT, "\n".join(filter(None, dict.fromkeys((text, *_addresses(message))))), "", ()
    if name in PICTURES and (files := _attachments(message, "photo")):
        return Kind.FILES, text, "", files
    if name == "user_send_file" and (files := _attachments(message, "document")):
        return Kind.FILES, text, "", files
    if name.startswith("user_send_"):
        return Kind.UNSUPPORTED, text, "", ()
    return {"follow": (Kind.START, "", "", ()), "unfollow": (Kind.LEFT, "", "", ())}.get(name)


def _attachments(message: Mapping[str, Any], kind: Literal["photo", "document"]) -> tuple[Attachment, ...]:
    """Return the files of a message; several of one event belong together."""
    message_id = words(message.get("msg_id"))[:LONGEST_ID]
    found = [payload for payload in _payloads(message) if _address(payload)]
    album = message_id if len(found) > 1 and kind == "photo" else None
    return tuple(
        Attachment(
            kind,
            remote=_address(payload),
            unique=words(payload.get("checksum")) or f"{message_id} {place}",
            name=words(payload.get("name")) or None,
            size=_size(payload.get("size")),
            album=album,
        )
        for place, payload in enumerate(found)
    )


def _addresses(message: Mapping[str, Any]) -> Iterator[str]:
    return (_address(payload) for payload in _payloads(message))


def _payloads(message: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    attachments = message.get("attachments")
    for attachment in attachments if isinstance(attachments, list) else ():
        yield fields(fields(attachment).get("payload"))


def _address(payload: Mapping[str, Any]) -> str:
    address = words(payload.get("url"))
    is_one = address.startswith(("https://", "http://")) and len(address) <= LONGEST_ADDRESS
    return address if is_one else ""


def _size(value: object) -> int | None:
    """Return a size in bytes, which comes as text or as a number."""
    plain = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 16 else None


def _chat_of(event: Mapping[str, Any]) -> str:
    """Return the id of the person an event is about, "" without one: digits."""
    name = words(event.get("event_name"))
    holder = "follower" if name in ("follow", "unfollow") else "recipient" if name.startswith("oa_") else "sender"
    found = "" if name.startswith("anonymous_") else words(fields(event.get(holder)).get("id"))
    return found if found.isascii() and found.isdigit() and len(found) <= LONGEST_ID else ""


def _is_ours(event: Mapping[str, Any], oa_id: str) -> bool:
    """Say whether an event is of the account `oa_id`: another one may have granted the same app."""
    about = event.get("oa_id") or fields(event.get("recipient")).get("id")
    return about == oa_id


def _message_id(event: Mapping[str, Any]) -> str:
    return words(fields(event.get("message")).get("msg_id"))[:LONGEST_ID]


def _milliseconds(event: Mapping[str, Any]) -> int:
    return _size(event.get("timestamp")) or 0
