"""What a message's choices become on a channel: buttons, numbered lines, addresses."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot import numbered
from bot.channels.channel import Capabilities
from bot.labels import fitted
from handlers.conversation import Way
from handlers.rendering import Option, Spoken
from storage import menus

LONG_TEXT = 3000
"""UTF-16 units: a channel whose messages hold fewer has no room for an essay in one."""

Rows = tuple[tuple[Option, ...], ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """`addresses` and then `lines` stand below the words; `menu` is what the row's body keeps of what may be typed."""

    buttons: list[list[dict[str, str]]] = field(default_factory=list)
    addresses: tuple[str, ...] = ()
    lines: str = ""
    menu: dict[str, Any] = field(default_factory=dict)


def shown(options: Rows, can: Capabilities, *, beside_pictures: bool = False) -> Rows:
    """Return the choices that a channel shows, their labels as it has room for them.

    Those that stand in for something are shown only where it cannot carry that.

    `beside_pictures`: the pictures are sent, few as they are, and need no page.
    """
    rows = ([option for option in row if _is_needed(option.instead_of, can, beside_pictures)] for row in options)
    return tuple(tuple(fitted(option, can) for option in row) for row in rows if row)


def _is_needed(way: Way | None, can: Capabilities, beside_pictures: bool) -> bool:
    match way:
        case Way.DOCUMENTS:
            return not can.gets_documents
        case Way.GALLERY:
            return can.album < 2 and not beside_pictures
        case Way.LONG_TEXT:
            return can.text_limit < LONG_TEXT
        case Way.LISTS:
            return can.buttons == 0
        case Way.CHANGES:
            return not can.edits
    return True


def offer(spoken: Spoken, can: Capabilities, code: str) -> Offer:
    """Return what the choices of `spoken` become on a channel that `can`; `code` stands for the message."""
    if numbered.is_typed(can):
        return _numbered(spoken, can, code)
    pages = [] if can.links else [option for row in spoken.options for option in row if option.url]
    return Offer(_buttons(spoken.options, can), _addresses(pages, spoken.text))


def _numbered(spoken: Spoken, can: Capabilities, code: str) -> Offer:
    """Return the first choices as buttons, as many as there may be, and the others as lines; each has its key."""
    options = [option for row in spoken.options for option in row]
    tapped = [option for option in options if can.links or not option.url][: can.buttons]
    pages = [option for option in options if option.url and option not in tapped]
    asked = [option for option in options if not option.url]
    keyed = numbered.keyed(asked, spoken.language, asks_number=spoken.asks_number)
    on_buttons = {option.action for option in tapped if not option.url}
    typed = [each for each in keyed if each.action not in on_buttons]
    lines = numbered.lines(typed, code, spoken.language, above=spoken.text, beside_buttons=len(typed) < len(keyed))
    return Offer(
        [[_button(option)] for option in tapped],
        _addresses(pages, spoken.text),
        lines,
        {"menu": {"code": code, "options": menus.to_json(keyed)}} if keyed else {},
    )


def _addresses(pages: Sequence[Option], said: str) -> tuple[str, ...]:
    """Return the addresses of `pages` that what is `said` does not name itself."""
    return tuple(f"{page.label}: {page.url}" for page in pages if page.url and page.url not in said)


def _buttons(options: Rows, can: Capabilities) -> list[list[dict[str, str]]]:
    rows = []
    for row in options if can.links else _without_pages(options):
        for start in range(0, len(row), can.buttons_a_row):
            rows.append([_button(option) for option in row[start : start + can.buttons_a_row]])
    return rows


def _without_pages(options: Rows) -> list[tuple[Option, ...]]:
    return [left for row in options if (left := tuple(option for option in row if not option.url))]


def _button(option: Option) -> dict[str, str]:
    button = {"label": option.label, "action": option.action}
    if option.style:
        button["style"] = option.style
    if option.url:
        button["url"] = option.url
    return button
