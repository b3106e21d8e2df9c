"""The labels of choices as a channel has room for them: what may be cut of one is, at a word."""

from dataclasses import replace

from bot.channels.channel import Capabilities
from bot.splitting import split, units
from handlers.rendering import Option

LEAST = 8
"""UTF-16 units that are left of the words that are cut, however little room there is."""


def fitted(option: Option, can: Capabilities) -> Option:
    """Return `option` with a label that a channel which `can` shows whole."""
    if not option.words or (over := units(option.label) - can.label_limit) <= 0:
        return option
    room = max(LEAST, units(option.words) - over)
    cut = _from_the_end(option.words, room) if option.by_end else _from_the_start(option.words, room)
    return replace(option, label=option.label.replace(option.words, cut, 1))


def _from_the_start(words: str, room: int) -> str:
    if units(words) <= room:
        return words
    return split(words, room - 1)[0].rstrip(" ,;:–-") + "…"


def _from_the_end(name: str, room: int) -> str:
    """Return the last words of `name` that have room, of one that is longer than that its beginning."""
    left = name
    while units(left) > room - 1 and " " in left:
        left = left.partition(" ")[2]
    return name if units(name) <= room else _from_the_start(f"…{left}", room)
