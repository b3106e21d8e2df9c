"""Between a message in words and the rows of the outbox: one row a wire call, within the channel's limits.

Rendering follows the capability table, never a channel's name.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot import downloads, numbered, offering, splitting, whole
from bot.channels.channel import Capabilities
from bot.ids import Ids
from bot.offering import Offer
from bot.splitting import units as units
from handlers.conversation import Document, Picture, Urgency
from handlers.rendering import Spoken
from journey.text import nfc
from storage.outbox import Owed
from storage.sql import ms

ANSWER_WITHIN = timedelta(seconds=60)
"""How late the mark on a tapped button is still worth sending (the platform forgets the tap)."""


PASSING = timedelta(seconds=6)
"""How long what changes within moments (a file is being fetched) waits for that where it cannot be changed later."""

A_FEW = 3
"""Pictures that are still sent one by one where a message holds one (ZALO 4.3)."""

LONGEST_KEY = 96
"""Characters of a card's name or a key."""


def owed(spoken: Spoken, can: Capabilities, ids: Ids, now: datetime) -> list[Owed]:
    """Return the rows that say `spoken` on a channel that `can`: pictures first, the words with their choices last.

    None where a card would only change its look later, and the channel changes nothing.
    """
    if len(spoken.key or "") > LONGEST_KEY or len(spoken.card or "") > LONGEST_KEY:
        raise ValueError("the name of a card or a key is too long to be kept")
    if not can.edits:
        if _only_changes(spoken):
            return []
        spoken = in_short(spoken)
    quiet = max(spoken.quiet, PASSING) if spoken.is_passing and not can.edits else spoken.quiet
    not_before = ms(now + spoken.after + quiet)
    code = numbered.code(ids.next()) if numbered.is_typed(can) else ""
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
        for number, (kind, body) in enumerate(_calls(spoken, can, code))
    ]
    if spoken.card is not None:
        last = rows[-1]
        rows[-1] = Owed(
            last.id, last.chat, last.kind, last.body, last.not_before, last.key, spoken.card, spoken.fresh,
            last.must_arrive, last.priority, last.expires_at,
        )  # fmt: skip
    return rows


def _only_changes(spoken: Spoken) -> bool:
    """Say whether only a card's look changes, or the later one of what was just said: nobody needs it as a message."""
    return spoken.only_looks or (spoken.card is not None and bool(spoken.after) and spoken.urgency is Urgency.REPLY)


def in_short(spoken: Spoken) -> Spoken:
    """Return `spoken` as it is said where the whole stays above."""
    return replace(spoken, text=spoken.briefly, briefly="") if spoken.briefly else spoken


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


def _calls(said: Spoken, can: Capabilities, code: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (kind, body) of each wire call."""
    has_pictures = bool(said.pictures) and not _stay_away(said, can)
    spoken = replace(said, options=offering.shown(said.options, can, beside_pictures=has_pictures))
    offer = offering.offer(spoken, can, code)
    pictures = [] if _stay_away(said, can) else [_file(picture) for picture in spoken.pictures]
    linked = [document for document in spoken.documents if not downloads.is_carried(document, can)]
    kept = whole.kept(said, can, linked) | ({"ends": said.ends} if said.ends else {})
    parts = splitting.parts(_with_addresses(spoken, can, offer), offer.lines, can.text_limit)
    is_decided = any(numbered.decides(option.action) for row in spoken.options for option in row)
    of = f" {code}" if code and is_decided else ""
    for start in range(0, len(pictures), can.album):
        group = pictures[start : start + can.album]
        if start + can.album >= len(pictures) and _is_caption(parts, spoken, can, offer):
            yield "pictures", {"text": parts[0], "files": group} | offer.menu | kept
            return
        place = f"[{start + 1}/{len(pictures)}]{of}" if can.album < 2 <= len(pictures) else ""
        yield "pictures", {"text": place, "files": group}
    for document in spoken.documents:
        if document not in linked:
            yield "document", {"text": "", "files": [_file(document)]}
    for number, part in enumerate(parts, 1):
        body: dict[str, Any] = {"text": part} | _linked(part, linked)
        body |= {"part": number, "parts": len(parts)} if len(parts) > 1 else {}
        body |= {"buttons": offer.buttons} | offer.menu | kept if number == len(parts) else {}
        body |= {"aside": True} if said.is_aside else {}
        yield "say", body


def _is_caption(parts: Sequence[str], spoken: Spoken, can: Capabilities, offer: Offer) -> bool:
    """Say whether the words of `spoken` leave below its last picture: what is changed later is a message of its own."""
    if len(parts) > 1 or units(parts[0]) > can.caption_limit or spoken.documents or offer.buttons:
        return False
    return not can.edits or (not spoken.options and spoken.card is None)


def _stay_away(spoken: Spoken, can: Capabilities) -> bool:
    """Say whether its pictures, each of which would be a message, are left out: known, or many, with a page."""
    return can.album < 2 and (spoken.are_known or (spoken.has_gallery and len(spoken.pictures) > A_FEW))


def _linked(part: str, waiting: list[Document]) -> dict[str, Any]:
    """Return the documents, next of those `waiting`, whose addresses stand in a part of the text."""
    named = [_file(waiting.pop(0)) for _ in range(downloads.marks(part))]
    return {"linked": named} if named else {}


def _file(sent: Picture | Document) -> dict[str, Any]:
    return {"name": sent.name, "file": sent.file, "drawing": sent.drawing, "values": sent.values}


def _with_addresses(spoken: Spoken, can: Capabilities, offer: Offer) -> str:
    """Return the text, and below it the addresses of what no button or message of the channel can hold."""
    papers = [each for each in spoken.documents if not downloads.is_carried(each, can)]
    below = [downloads.line(each.name, spoken.language) for each in papers]
    return nfc("\n".join([spoken.text, *below, *offer.addresses]))
