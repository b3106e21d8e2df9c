"""What a call to the Bot API must look like, and what is wrong with one that does not.

Always held against python-telegram-bot's signatures and constants; against the specification of Bot API 10.0
too when it is there (TELEGRAM_SPEC, or beside the checkout). Lengths are counted in UTF-16 units, the
strictest reading of "characters".
"""

import inspect
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from telegram import Bot
from telegram.constants import (
    BotCommandLimit,
    CallbackQueryLimit,
    FileSizeLimit,
    InlineKeyboardButtonLimit,
    InlineKeyboardMarkupLimit,
    MediaGroupLimit,
    MessageLimit,
    PollingLimit,
)

CHECKOUT = Path(__file__).resolve().parents[2]
SPEC = Path(os.environ.get("TELEGRAM_SPEC", CHECKOUT.parent / "shared" / "telegram-bot-api-spec" / "api-10.0.json"))
OURS = {"read_timeout", "write_timeout", "connect_timeout", "pool_timeout", "api_kwargs", "filename"}
"""Parameters of the library that never reach the wire."""

BUTTON_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


@dataclass(frozen=True, slots=True)
class Upload:
    """One file part of a call."""

    name: str
    mime: str
    data: bytes


@cache
def specification() -> Mapping[str, Any] | None:
    """Return Bot API 10.0 as JSON, None where it is not at hand."""
    found: Mapping[str, Any] | None = json.loads(SPEC.read_text("utf-8")) if SPEC.is_file() else None
    return found


@cache
def _signature(method: str) -> Mapping[str, inspect.Parameter] | None:
    """Return the library's parameters of a method on the wire ("sendMessage"), None if it has none such."""
    name = re.sub(r"(?<=[a-z])[A-Z]", lambda letter: "_" + letter[0], method).lower()
    known = getattr(Bot, name, None)
    return None if known is None or name.startswith("_") else inspect.signature(known).parameters


def read(method: str, raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters as values: inside a form everything but a text is JSON."""
    return {name: _value(method, name, value) for name, value in raw.items()}


def _value(method: str, name: str, value: Any) -> Any:
    parameter = (_signature(method) or {}).get(name)
    annotation = "" if parameter is None else str(parameter.annotation)
    if not isinstance(value, str) or annotation in ("<class 'str'>", "str | None", "str"):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def faults(method: str, values: Mapping[str, Any], files: Mapping[str, Upload]) -> list[str]:
    """Return what is wrong with a call, each a sentence; empty when the real one would take it."""
    signature = _signature(method)
    if signature is None:
        return [f"{method}: no such method"]
    found = [*_against_library(method, signature, values, files)]
    if specification() is not None:
        found += _against_specification(method, values, files)
    checks = {"text": ANSWER if method == "answerCallbackQuery" else MESSAGE, **CHECKS}
    for name, check in checks.items():
        if name in values:
            found += [f"{method}.{name}: {fault}" for fault in check(values[name])]
    found += [f"{method}: {fault}" for fault in _entities(values)]
    found += [f"{method}: {fault}" for fault in _uploads(method, values, files)]
    return found


def _against_library(
    method: str,
    signature: Mapping[str, inspect.Parameter],
    values: Mapping[str, Any],
    files: Mapping[str, Upload],
) -> Iterator[str]:
    known = set(signature) - OURS - {"self"}
    for name in values:
        if name not in known:
            yield f"{method}: unknown parameter {name}"
    for name, parameter in signature.items():
        is_given = name in values or name in files
        if name in known and parameter.default is inspect.Parameter.empty and not is_given:
            yield f"{method}: {name} is missing"


def _against_specification(method: str, values: Mapping[str, Any], files: Mapping[str, Upload]) -> Iterator[str]:
    entry = (specification() or {})["methods"].get(method)
    if entry is None:
        yield f"{method}: not in the specification"
        return
    yield from _fields(entry.get("fields", ()), {**dict.fromkeys(files, ""), **values}, method, files)


def _fields(declared: Any, values: Any, where: str, files: Mapping[str, Upload]) -> Iterator[str]:
    names = {field["name"]: field for field in declared}
    for name, field in names.items():
        if field["required"] and name not in values:
            yield f"{where}: {name} is missing"
    for name, value in values.items():
        if name not in names and not (name in files and name.startswith("attached")):
            yield f"{where}: unknown field {name}"
        elif name in names:
            yield from _typed(names[name]["types"], value, f"{where}.{name}", files)


def _typed(types: Any, value: Any, where: str, files: Mapping[str, Upload]) -> list[str]:
    """Return the faults of `value` under the type it fits best."""
    return min((list(_one(kind, value, where, files)) for kind in types), key=len)


def _one(kind: str, value: Any, where: str, files: Mapping[str, Upload]) -> Iterator[str]:
    simple = {"Integer": int, "Float": (int, float), "String": str, "Boolean": bool, "InputFile": str}
    if kind in simple:
        is_right = isinstance(value, simple[kind]) and (kind == "Boolean" or not isinstance(value, bool))  # type: ignore[arg-type]
        if not is_right:
            yield f"{where}: {type(value).__name__} instead of {kind}"
    elif kind.startswith("Array of "):
        if not isinstance(value, list):
            yield f"{where}: {type(value).__name__} instead of a list"
            return
        for place, item in enumerate(value):
            yield from _one(kind.removeprefix("Array of "), item, f"{where}[{place}]", files)
    elif not isinstance(value, dict):
        yield f"{where}: {type(value).__name__} instead of {kind}"
    else:
        declared = (specification() or {})["types"][kind]
        if subtypes := declared.get("subtypes"):
            yield from _typed(subtypes, value, where, files)
        else:
            yield from _fields(declared.get("fields", ()), value, where, files)


def units(text: str) -> int:
    """Return the length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _length(low: int, high: int) -> Callable[[Any], Iterator[str]]:
    def check(text: Any) -> Iterator[str]:
        if not low <= units(str(text).strip()) <= high:
            yield f"{units(str(text).strip())} characters, allowed {low}-{high}"

    return check


def _between(low: int, high: int) -> Callable[[Any], Iterator[str]]:
    def check(value: Any) -> Iterator[str]:
        if not isinstance(value, int) or not low <= value <= high:
            yield f"{value!r} is not between {low} and {high}"

    return check


def _secret(value: Any) -> Iterator[str]:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", str(value)):
        yield "not 1-256 of A-Z a-z 0-9 _ -"


def _media(media: Any) -> Iterator[str]:
    low, high = MediaGroupLimit.MIN_MEDIA_LENGTH, MediaGroupLimit.MAX_MEDIA_LENGTH
    if not isinstance(media, list) or not low <= len(media) <= high:
        yield f"an album has {low}-{high} items"
        return
    for item in media:
        if "caption" in item:
            yield from _length(0, MessageLimit.CAPTION_LENGTH)(item["caption"])


def _commands(commands: Any) -> Iterator[str]:
    if not isinstance(commands, list) or len(commands) > BotCommandLimit.MAX_COMMAND_NUMBER:
        yield "too many commands"
        return
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", str(command.get("command"))):
            yield f"{command.get('command')!r} is not 1-32 of a-z 0-9 _"
        yield from _length(1, BotCommandLimit.MAX_DESCRIPTION)(command.get("description", ""))


def _markup(markup: Any) -> Iterator[str]:
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    if not isinstance(rows, list):
        return
    if sum(map(len, rows)) > InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER:
        yield "more than 100 buttons"
    for row in rows:
        if not 1 <= len(row) <= InlineKeyboardMarkupLimit.BUTTONS_PER_ROW:
            yield f"a row of {len(row)} buttons"
        for button in row:
            yield from _button(button)


def _button(button: Mapping[str, Any]) -> Iterator[str]:
    if not str(button.get("text", "")).strip():
        yield "a button without a label"
    if sum(name in button for name in BUTTON_ACTIONS) != 1:
        yield "a button does exactly one thing"
    size = len(str(button.get("callback_data", "-")).encode())
    low = InlineKeyboardButtonLimit.MIN_CALLBACK_DATA
    if not low <= size <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
        yield f"callback data of {size} bytes, allowed 1-64"
    if button.get("style", "primary") not in ("danger", "success", "primary"):
        yield f"no button style {button.get('style')!r}"


def _entities(values: Mapping[str, Any]) -> Iterator[str]:
    for entities, text in (("entities", "text"), ("caption_entities", "caption")):
        for entity in values.get(entities) or ():
            start, length = int(entity["offset"]), int(entity["length"])
            if start < 0 or length < 1 or start + length > units(str(values.get(text, ""))):
                yield f"an entity at {start}+{length} is outside the {text}"


def _uploads(method: str, values: Mapping[str, Any], files: Mapping[str, Upload]) -> Iterator[str]:
    wanted = set(re.findall(r"attach://(\w+)", json.dumps(values)))
    for name in wanted - set(files):
        yield f"attach://{name} is not in the form"
    for name, file in files.items():
        if name not in wanted and name not in (_signature(method) or {}):
            yield f"the file {name} is not named by any parameter"
        is_photo = method in ("sendPhoto", "sendMediaGroup")
        limit = FileSizeLimit.PHOTOSIZE_UPLOAD if is_photo else FileSizeLimit.FILESIZE_UPLOAD
        if not 0 < len(file.data) <= limit:
            yield f"the file {name} has {len(file.data)} bytes, allowed 1-{int(limit)}"


CHECKS: Mapping[str, Callable[[Any], Iterator[str]]] = {
    "caption": _length(0, MessageLimit.CAPTION_LENGTH),
    "reply_markup": _markup,
    "media": _media,
    "commands": _commands,
    "secret_token": _secret,
    "limit": _between(1, PollingLimit.MAX_LIMIT),
    "timeout": _between(0, 50),
    "max_connections": _between(1, 100),
}
ANSWER = _length(0, CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH)
MESSAGE = _length(1, MessageLimit.MAX_TEXT_LENGTH)
