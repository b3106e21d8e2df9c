"""Cutting a text into what one message holds, where a reader would; never inside what they take for one letter."""

import re
import unicodedata

_JOINER = "\u200d"
_REGION = range(0x1F1E6, 0x1F200)
"""Letters of a flag: two of them are one."""
_SKIN = range(0x1F3FB, 0x1F400)
_TAG = range(0xE0020, 0xE0080)
_GOOD_CUTS = ("\n\n", "\n", r"(?<=[.!?…]) ", " ")


def units(text: str) -> int:
    """Return the length of `text` in UTF-16 units, as the platforms count."""
    return len(text.encode("utf-16-le")) // 2


def split(text: str, limit: int) -> list[str]:
    """Cut `text` into parts of at most `limit` UTF-16 units: at a paragraph, a line, a sentence, a blank, else hard."""
    parts = []
    while units(text) > limit:
        head = text.encode("utf-16-le")[: limit * 2].decode("utf-16-le", "ignore")
        cut = next((at for mark in _GOOD_CUTS if (at := _last(mark, head)) > limit // 3), 0)
        cut = cut or _between_letters(text, len(head))
        parts.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*parts, text]


def parts(text: str, tail: str, limit: int) -> list[str]:
    """Cut `text` and the lines `tail` below it; the tail stays whole, with the last part, where a message holds it."""
    cut = split(text, limit)
    if not tail:
        return cut
    if units(cut[-1]) + 2 + units(tail) > limit and (room := limit - units(tail) - 2) > limit // 3:
        cut[-1:] = split(cut[-1], room)
    if units(cut[-1]) + 2 + units(tail) > limit:
        return [*cut, *split(tail, limit)]
    return [*cut[:-1], f"{cut[-1]}\n\n{tail}".lstrip()]


def _last(mark: str, text: str) -> int:
    found = [match.start() for match in re.finditer(mark, text)]
    return found[-1] if found else 0


def _between_letters(text: str, at: int) -> int:
    """Return the last place up to `at` where one may cut; `at` itself where a single letter is longer."""
    return next((place for place in range(at, 0, -1) if not _is_inside(text, place)), at)


def _is_inside(text: str, at: int) -> bool:
    """Say whether a cut before `text[at]` falls inside one letter or one picture."""
    if at >= len(text):
        return False
    here, before = text[at], text[at - 1]
    if _JOINER in (here, before) or unicodedata.category(here) in ("Mn", "Me", "Mc"):
        return True
    if ord(here) in _SKIN or ord(here) in _TAG:
        return True
    return ord(here) in _REGION and _regions_before(text, at) % 2 == 1


def _regions_before(text: str, at: int) -> int:
    count = 0
    while count < at and ord(text[at - 1 - count]) in _REGION:
        count += 1
    return count
