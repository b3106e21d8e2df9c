"""A message as it was meant, kept beside what its channel shows of it.

Where every message counts, one may have to wait and leave with others, or by another channel: lines with numbers, cut
into parts, could not be put together anew.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.channels.channel import Capabilities
from handlers.conversation import Document, Way
from handlers.rendering import Option, Spoken
from storage.outbox import Owed

NAME = "whole"
"""Under this name the body of a row, the last of its message, has it."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A message: its words, choices, the documents whose addresses it says; `bites` as Say, `lead` as Spoken has it."""

    text: str
    options: tuple[tuple[Option, ...], ...]
    documents: tuple[Document, ...]
    language: str
    bites: bool
    asks_number: bool
    lead: str


def kept(spoken: Spoken, can: Capabilities, linked: Sequence[Document]) -> dict[str, Any]:
    """Return what the body of the last row of a message has besides, where a message cannot be changed later.

    Args:
        linked: the documents that leave as addresses.
    """
    if can.edits:
        return {}
    return {
        NAME: {
            "text": spoken.text,
            "options": [[_option(option) for option in row] for row in spoken.options],
            "documents": [[each.name, each.file, each.drawing, each.values] for each in linked],
            "language": spoken.language,
            "bites": spoken.bites,
            "asks_number": spoken.asks_number,
            "lead": spoken.lead,
        }
    }


def read(row: Owed) -> Whole | None:
    """Return the message whose last row it is; None for a part of one, and for what is no words."""
    found: Mapping[str, Any] | None = json.loads(row.body).get(NAME)
    if found is None:
        return None
    return Whole(
        found["text"],
        tuple(tuple(_read(option) for option in line) for line in found["options"]),
        tuple(Document(*each) for each in found["documents"]),
        found["language"],
        found["bites"],
        found["asks_number"],
        found["lead"],
    )


def messages(rows: Iterable[Owed]) -> list[list[Owed]]:
    """Return `rows` of one chat, in their order, message by message: each ends with the row that has it whole."""
    found: list[list[Owed]] = [[]]
    for row in rows:
        found[-1].append(row)
        if read(row) is not None:
            found.append([])
    return [message for message in found if message]


def _option(option: Option) -> list[Any]:
    return [
        option.label, option.action, option.style, option.url, option.instead_of, option.words, option.by_end,
    ]  # fmt: skip


def _read(values: Sequence[Any]) -> Option:
    label, action, style, url, instead_of, words, by_end = values
    return Option(label, action, style, url, None if instead_of is None else Way(instead_of), words, by_end)
