"""An essay's text, the same whatever road it came by: its whole, its length, its ends."""

from collections.abc import Iterable

from journey.text import nfc

NEAR = 5
"""Per cent of the words asked for: a word processor counts stray marks, too (DOMAIN 5), and may decide otherwise."""

GLIMPSE = 60
"""Characters of a first or last line that are shown."""


def count(text: str) -> int:
    """Return the number of chữ: white-space separated tokens with a letter or a digit, in NFC (DOMAIN 5)."""
    # a text of 200,000 letters is counted at every look at its page: most tokens are a plain word, seen at once
    return sum(token.isalnum() or any(map(str.isalnum, token)) for token in nfc(text).split())


def whole(parts: Iterable[str]) -> str:
    """Return one text of its parts, in NFC, each part beginning a line; parts without anything are left out."""
    return "\n".join(stripped for part in parts if (stripped := nfc(part).strip()))


def is_near(have: int, need: int) -> bool:
    """Say whether `have` words are so near to `need` that another counter may decide otherwise."""
    return abs(have - need) * 100 <= need * NEAR


def opening(text: str) -> str:
    """Return how the first line of `text` begins, "" of an empty one."""
    first = next(iter(text.strip().splitlines()), "").strip()
    if len(first) <= GLIMPSE:
        return first
    return (first[:GLIMPSE].rpartition(" ")[0] or first[:GLIMPSE]).rstrip() + "…"


def closing(text: str) -> str:
    """Return how the last line of `text` ends, "" of an empty one."""
    last = "".join(text.strip().splitlines()[-1:]).strip()
    if len(last) <= GLIMPSE:
        return last
    return "…" + (last[-GLIMPSE:].partition(" ")[2] or last[-GLIMPSE:]).lstrip()
