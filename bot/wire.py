"""Between a message in words and the rows of the outbox: one row a wire call, within the channel's limits.

Rendering follows the capability table, never a channel's name.
"""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot import downloads, whole
from bot.channels.channel import Capabilities
from bot.ids import Ids
from handlers.conversation import Document, Picture, Urgency, Way
from handlers.rendering import Option, Spoken
from storage.outbox import Owed
from storage.sql import ms

ANSWER_WITHIN = timedelta(seconds=60)
"""How late the mark on a tapped button is still worth sending (the platform forgets the tap)."""


A_FEW = 3
"""Pictures that are still sent one by one where a message holds one (ZALO 4.3)."""

LONGEST_KEY = 96
"""Characters of a card's name or a key."""


def owed(spoken: Spoken, can: Capabilities, ids: Ids, now: datetime) -> list[Owed]:
    """Return the rows that say `spoken` on a channel that `can`: pictures first, the words with their choices last."""
    if len(spoken.key or "") > LONGEST_KEY or len(spoken.card or "") > LONGEST_KEY:
        raise ValueError("the name of a card or a key is too long to be kept")
    not_before = ms(now + spoken.after + spoken.quiet)
    rows = [
        Owed(
            id=ids.next(),
            chat=spoken.chat,
            kind=kind,
            body=json.dumps(body, ensure_ascii=False),
            not_before=not_before,
            key=f"{spoken.key}/{number}" if spoken.key else None,
            must_arrive=spoken.must_arrive,
            priority=spoken.urgency.value,
            expires_at=ms(now + spoken.after + spoken.within) if spoken.within else None,
        )
        for number, (kind, body) in enumerate(_calls(spoken, can))
    ]
    if spoken.card is not None:
        last = rows[-1]
        rows[-1] = Owed(
            last.id, last.chat, last.kind, last.body, last.not_before, last.key, spoken.card, spoken.fresh,
            last.must_arrive, last.priority, last.expires_at,
        )  # fmt: skip
    return rows


def answer(chat: str, callback: str, toast: str, ids: Ids, now: datetime) -> Owed:
    """Return the row that answers a tap at once."""
    return Owed(
        id=ids.next(),
        chat=chat,
        kind="answer",
        body=json.dumps({"text": toast, "target": callback}, ensure_ascii=False),
        not_before=ms(now),
        priority=Urgency.ANSWER.value,
        expires_at=ms(now + ANSWER_WITHIN),
    )


def commands(chat: str, menu: Sequence[tuple[str, str]], ids: Ids, now: datetime) -> Owed:
    """Return the row that gives `chat` its menu of (command, description)."""
    return Owed(
        id=ids.next(),
        chat=chat,
        kind="commands",
        body=json.dumps({"commands": menu}, ensure_ascii=False),
        not_before=ms(now),
    )


def _calls(spoken: Spoken, can: Capabilities) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (kind, body) of each wire call."""
    pictures = [] if _has_gallery(spoken, can) else [_file(picture) for picture in spoken.pictures]
    bare = not spoken.options and spoken.card is None and not spoken.documents
    for start in range(0, len(pictures), can.album):
        group = pictures[start : start + can.album]
        last = start + can.album >= len(pictures)
        caption = spoken.text if bare and last and units(spoken.text) <= can.caption_limit else ""
        place = f"[{start + 1}/{len(pictures)}]" if can.album < 2 <= len(pictures) else ""
        yield "pictures", {"text": caption or place, "files": group}
        if caption:
            return
    linked = [document for document in spoken.documents if not downloads.is_carried(document, can)]
    for document in spoken.documents:
        if document not in linked:
            yield "document", {"text": "", "files": [_file(document)]}
    kept = whole.kept(spoken, can, linked)
    *before, last_part = split(_with_addresses(spoken, can), can.text_limit)
    for part in before:
        yield "say", {"text": part} | _linked(part, linked)
    yield "say", {"text": last_part, "buttons": _buttons(spoken.options, can)} | _linked(last_part, linked) | kept


def _has_gallery(spoken: Spoken, can: Capabilities) -> bool:
    """Say whether a page shows the pictures instead: more than a few, each of which would be a message of its own."""
    instead = any(option.instead_of is Way.GALLERY for row in spoken.options for option in row)
    return instead and can.album < 2 and len(spoken.pictures) > A_FEW


def _linked(part: str, waiting: list[Document]) -> dict[str, Any]:
    """Return the documents, next of those `waiting`, whose addresses stand in a part of the text."""
    named = [_file(waiting.pop(0)) for _ in range(downloads.marks(part))]
    return {"linked": named} if named else {}


def _file(sent: Picture | Document) -> dict[str, Any]:
    return {"name": sent.name, "file": sent.file, "drawing": sent.drawing, "values": sent.values}


def _with_addresses(spoken: Spoken, can: Capabilities) -> str:
    """Return the text, and below it the addresses of what no button or message of the channel can hold."""
    pages = [] if can.links else [option for row in spoken.options for option in row if option.url]
    papers = [each for each in spoken.documents if not downloads.is_carried(each, can)]
    below = [downloads.line(each.name, spoken.language) for each in papers]
    return "\n".join([spoken.text, *below, *(f"{page.label}: {page.url}" for page in pages)])


def _buttons(options: tuple[tuple[Option, ...], ...], can: Capabilities) -> list[list[dict[str, str]]]:
    rows = []
    for row in options if can.links else _without_pages(options):
        for start in range(0, len(row), can.buttons_a_row):
            rows.append([_button(option) for option in row[start : start + can.buttons_a_row]])
    return rows


def _without_pages(options: tuple[tuple[Option, ...], ...]) -> list[tuple[Option, ...]]:
    return [left for row in options if (left := tuple(option for option in row if not option.url))]


def _button(option: Option) -> dict[str, str]:
    button = {"label": option.label, "action": option.action}
    if option.style:
        button["style"] = option.style
    if option.url:
        button["url"] = option.url
    return button


def units(text: str) -> int:
    """Return the length of `text` in UTF-16 units, as the platforms count."""
    return len(text.encode("utf-16-le")) // 2


def split(text: str, limit: int) -> list[str]:
    """Cut `text` into parts of at most `limit` UTF-16 units: at a paragraph, a line, a sentence, a blank, else hard."""
    parts = []
    while units(text) > limit:
        head = text.encode("utf-16-le")[: limit * 2].decode("utf-16-le", "ignore")
        cut = next((at for mark in ("\n\n", "\n", r"(?<=[.!?…]) ", " ") if (at := _last(mark, head)) > limit // 3), 0)
        cut = cut or len(head)
        parts.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*parts, text]


def _last(mark: str, text: str) -> int:
    found = [match.start() for match in re.finditer(mark, text)]
    return found[-1] if found else 0
