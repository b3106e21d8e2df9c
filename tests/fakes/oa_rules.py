"""What the Official Account API takes in a message, by the letter: each rule broken is a sentence.

The shapes are the documented ones (v3.0/oa/message/cs and /template); sizes in UTF-16 units and bytes.
"""

from collections.abc import Iterator, Mapping
from typing import Any

LONGEST_TEXT = 2000
LONGEST_TITLE = 100
LONGEST_PAYLOAD = 1000
MOST_BUTTONS = 5
QUERIES = ("oa.query.show", "oa.query.hide")
UPLOADS = {  # kind: (suffixes, largest in bytes, the name of what comes back)
    "image": ((".jpg", ".jpeg", ".png"), 1024 * 1024, "attachment_id"),
    "gif": ((".gif",), 5 * 1024 * 1024, "attachment_id"),
    "file": ((".pdf", ".doc", ".docx"), 5 * 1024 * 1024, "token"),
}
BEGINNINGS = {b"\xff\xd8\xff": ".jpg", b"\x89PNG": ".png", b"GIF8": ".gif", b"%PDF": ".pdf", b"PK\x03\x04": ".docx"}


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def cs_faults(body: Any) -> list[str]:
    """Return what is wrong with a consultation message."""
    return list(_cs_faults(body))


def _cs_faults(body: Any) -> Iterator[str]:
    if not isinstance(body, Mapping) or set(body) != {"recipient", "message"}:
        yield "cs: a body has recipient and message, nothing else"
        return
    recipient, message = body["recipient"], body["message"]
    if not isinstance(recipient, Mapping) or not (_is_somebody(recipient) or _is_visitor(recipient)):
        yield "cs: recipient is {user_id: digits as text}, or {anonymous_id, conversation_id}"
    if not isinstance(message, Mapping) or not message or set(message) - {"text", "attachment", "quote_message_id"}:
        yield "cs: message has text, attachment, quote_message_id"
        return
    text = message.get("text")
    if "text" in message and (not isinstance(text, str) or not text.strip() or units(text) > LONGEST_TEXT):
        yield f"cs: a text has 1 to {LONGEST_TEXT} characters"
    if "attachment" in message:
        yield from _attachment(message["attachment"], text)
    elif "text" not in message:
        yield "cs: a message says something"


def _is_somebody(recipient: Mapping[str, Any]) -> bool:
    return set(recipient) == {"user_id"} and _is_id(recipient["user_id"])


def _is_visitor(recipient: Mapping[str, Any]) -> bool:
    return set(recipient) == {"anonymous_id", "conversation_id"} and all(
        isinstance(each, str) for each in recipient.values()
    )


def _attachment(attachment: Any, text: object) -> Iterator[str]:
    if not isinstance(attachment, Mapping) or set(attachment) != {"type", "payload"}:
        yield "cs: attachment has type and payload"
        return
    payload = attachment["payload"]
    if attachment["type"] == "file":
        if set(payload) != {"token"} or text is not None:
            yield "cs: a file is its token, alone"
    elif attachment["type"] == "template" and "buttons" in payload:
        if set(payload) != {"buttons"} or not isinstance(text, str):
            yield "cs: buttons stand under a text"
        yield from button_faults(payload["buttons"])
    elif attachment["type"] == "template" and payload.get("template_type") == "media":
        yield from _media(payload)
    else:
        yield "cs: an attachment nobody knows"


def _media(payload: Mapping[str, Any]) -> Iterator[str]:
    elements = payload.get("elements")
    if set(payload) != {"template_type", "elements"} or not isinstance(elements, list) or len(elements) != 1:
        yield "cs: media has one element"
        return
    element = elements[0]
    if element.get("media_type") not in ("image", "gif", "sticker"):
        yield "cs: media is an image, gif or sticker"
    if len({"url", "attachment_id"} & set(element)) != 1:
        yield "cs: media has exactly one of url and attachment_id"


def button_faults(buttons: Any) -> Iterator[str]:
    """Yield what is wrong with the buttons of a message."""
    if not isinstance(buttons, list) or not 1 <= len(buttons) <= MOST_BUTTONS:
        yield f"cs: 1 to {MOST_BUTTONS} buttons"
        return
    for button in buttons:
        title, payload = button.get("title"), button.get("payload")
        if not isinstance(title, str) or not title.strip() or units(title) > LONGEST_TITLE:
            yield f"cs: a button's title has 1 to {LONGEST_TITLE} characters"
        if set(button) - {"title", "type", "payload", "image_icon"}:
            yield "cs: a button has title, type, payload"
        if button.get("type") in QUERIES:
            if not isinstance(payload, str) or not 1 <= len(payload.encode()) <= LONGEST_PAYLOAD:
                yield f"cs: a query's payload has 1 to {LONGEST_PAYLOAD} characters"
        elif button.get("type") == "oa.open.url":
            if not isinstance(payload, Mapping) or not str(payload.get("url", "")).startswith(("http://", "https://")):
                yield "cs: a link's payload is {url}"
        else:
            yield f"cs: no button type {button.get('type')!r}"


def template_faults(body: Any) -> Iterator[str]:
    """Yield what is wrong with a template message."""
    if not isinstance(body, Mapping) or set(body) != {"user_id", "template_id", "template_data"}:
        yield "template: a body has user_id, template_id, template_data"
        return
    if not _is_id(body["user_id"]) or not _is_id(body["template_id"]):
        yield "template: ids are digits as text"
    values = body["template_data"]
    if not isinstance(values, Mapping) or not all(isinstance(v, str) and 0 < units(v) <= 100 for v in values.values()):
        yield "template: values are short texts"


def upload_fault(kind: str, name: str, data: bytes) -> str:
    """Return what is wrong with an uploaded file, "" for nothing."""
    suffixes, largest, _ = UPLOADS[kind]
    if not name.casefold().endswith(suffixes) or len(data) > largest:
        return f"upload/{kind}: {'/'.join(suffixes)} of at most {largest} bytes"
    found = next((suffix for beginning, suffix in BEGINNINGS.items() if data.startswith(beginning)), None)
    if kind != "file" and found not in suffixes:
        return f"upload/{kind}: it is no {'/'.join(suffixes)}"
    return ""


def _is_id(value: object) -> bool:
    return isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 30
