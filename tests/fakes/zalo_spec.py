"""What a call to the Zalo Bot Platform must look like; lengths are counted in UTF-16 units, the strictest reading."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

LONGEST_TEXT = 2000
SECRET = (8, 256)
ACTIONS = ("typing",)

METHODS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "getMe": ((), ()),
    "getUpdates": ((), ("timeout",)),
    "setWebhook": (("url", "secret_token"), ()),
    "getWebhookInfo": ((), ()),
    "deleteWebhook": ((), ()),
    "testWebhook": ((), ()),
    "sendMessage": (("chat_id", "text"), ("parse_mode", "text_styles")),
    "sendPhoto": (("chat_id", "photo"), ("caption",)),
    "sendSticker": (("chat_id", "sticker"), ()),
    "sendVoice": (("chat_id", "voice_url"), ()),
    "sendChatAction": (("chat_id", "action"), ()),
}
"""What each method needs, and what it may have besides; there are no others."""


def faults(method: str, values: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with a call, each a sentence; empty when the real one would take it."""
    if method not in METHODS:
        return [f"{method}: no such method"]
    needed, allowed = METHODS[method]
    found = [f"{method}: {name} is missing" for name in needed if name not in values]
    found += [f"{method}: unknown parameter {name}" for name in values if name not in needed + allowed]
    for name, value in values.items():
        if name in CHECKS:
            found += [f"{method}.{name}: {fault}" for fault in CHECKS[name](value)]
    return found


def units(text: str) -> int:
    """Return the length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _length(value: Any) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{type(value).__name__} instead of a text"
    elif not 1 <= units(value.strip()) <= LONGEST_TEXT:
        yield f"{units(value.strip())} characters, allowed 1-{LONGEST_TEXT}"


def _text(value: Any) -> Iterator[str]:
    if not isinstance(value, str) or not value:
        yield f"{value!r} is not a text"


def _seconds(value: Any) -> Iterator[str]:
    if not isinstance(value, str) or not value.isdecimal() or not 0 <= int(value) <= 60:
        yield f"{value!r} is not a number of seconds as text"


def _address(value: Any) -> Iterator[str]:
    parts = urlsplit(value if isinstance(value, str) else "")
    is_here = parts.hostname in ("127.0.0.1", "localhost")
    if not parts.hostname or (parts.scheme != "https" and not (is_here and parts.scheme == "http")):
        yield "not an absolute https address"


def _secret(value: Any) -> Iterator[str]:
    if not isinstance(value, str) or not SECRET[0] <= len(value) <= SECRET[1]:
        yield f"not a text of {SECRET[0]}-{SECRET[1]} characters"


def _action(value: Any) -> Iterator[str]:
    if value not in ACTIONS:
        yield f"no action {value!r}"


CHECKS: Mapping[str, Callable[[Any], Iterator[str]]] = {
    "chat_id": _text,
    "text": _length,
    "caption": _length,
    "photo": _address,
    "url": _address,
    "voice_url": _address,
    "secret_token": _secret,
    "timeout": _seconds,
    "action": _action,
}
