"""What people get in front of them when a message leaves: on a channel where choices are typed, its choices."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot import numbered, whole
from bot.channels.channel import Channel
from handlers.conversation import Urgency
from storage import menus
from storage.menus import Option, Showing
from storage.outbox import Owed

WORDS = ("say", "pictures")
"""Kinds of rows that may say something."""


async def show(rows: Sequence[Owed], channels: Mapping[str, Channel], now: int) -> None:
    """Remember at `now` (ms) the choices of `rows`, which leave in this transaction."""
    typed = [row for row in rows if row.kind in WORDS and numbered.is_typed(channels[row.chat.partition(":")[0]].can)]
    showing = [found for row in typed if (found := _showing(row)) is not None]
    if showing:
        await menus.show(showing, now)


def _showing(row: Owed) -> Showing | None:
    """Return what `row` puts in front of its chat, None for what asks nothing: news without choices, an aside.

    So does a picture, unless the words of its message stand below it.
    """
    body: Mapping[str, Any] = json.loads(row.body)
    if row.kind == "pictures" and whole.NAME not in body:
        return None
    menu: Mapping[str, Any] | None = body.get("menu")
    is_reply = row.priority <= Urgency.REPLY.value
    ends = tuple(body.get("ends", ()))
    if menu is None and row.card is None and not ends and (body.get("aside") or not is_reply):
        return None
    options = tuple(Option(**option) for option in menu["options"]) if menu else ()
    return Showing(row.id, row.chat, row.card, menu["code"] if menu else "", options, is_reply, ends)
