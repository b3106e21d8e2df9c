"""The words of a .pdf: pages joined, running heads and page numbers left out, what a line end cut in two put together.

A PDF knows no words, only glyphs and where they stand. pypdf's "layout" reading goes by their widths; its "plain" one
puts a space wherever the font changes, which printing from a browser does within Vietnamese words: it doubled the
count of an essay. So plain is only for pages on which layout sees nothing (turned ones, and forms within the page).
"""

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from journey.essay import count
from papers.essay_text import CannotRead, Unread

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 50
"""An essay of a thousand words has three to five pages; a page takes 50 ms, and a check has five seconds."""
LARGEST_STREAM = 16 << 20
"""Bytes that one stream may unpack to; a page of words has some 100 kB."""
MOST_OPERATIONS = 200_000
"""Of one page; a browser writes each letter for itself, and a page full of them takes 25,000."""
WORDS_OF_A_SCAN = 10
"""Words a page below which pages with pictures are a scan: what a scanner's program writes below them is five."""

_NUMBER = re.compile(r"\W*(\d{1,4})(\W+\d{1,4})?\W*")
_DIGITS = re.compile(r"\d+")
_CUT = re.compile(r"[^\W_][-/\u00ad\u2010\u2011]$")
"""A token that goes on in the next line: there is no space after the sign, else a word would stand between."""
_HEADS = 3
"""Lines at either end of a page that may be a running head or foot; a browser's foot stands before the last line."""
_FULL = 0.8
"""Share of the widest line from which on a line is full: what follows it goes on with its paragraph."""


def read(data: bytes) -> str:
    """Return the words, a line a paragraph as far as that can be seen.

    Raises:
        CannotRead
    """
    # Here, since a server that only sees photos need not load it: 40 ms, 14 MB.
    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import LimitReachedError

    try:
        with apply_configuration(
            zlib_maximum_output_length=LARGEST_STREAM, stream_parsing_work_maximum_count=MOST_OPERATIONS
        ):
            return _read(PdfReader(io.BytesIO(data)))
    except (CannotRead, MemoryError):
        raise
    except LimitReachedError as error:
        raise CannotRead(Unread.BOMB) from error
    except Exception as error:  # on damaged files pypdf raises whatever it stumbles upon
        raise CannotRead(Unread.DAMAGED) from error


def _read(reader: "PdfReader") -> str:
    if reader.is_encrypted and not reader.decrypt(""):
        raise CannotRead(Unread.ENCRYPTED)
    if len(reader.pages) > MOST_PAGES:
        raise CannotRead(Unread.TOO_MANY_PAGES)
    pages = [_lines(page) for page in reader.pages]
    words = sum(count(line) for lines in pages for line in lines)
    if words < WORDS_OF_A_SCAN * len(pages) and any(map(_has_pictures, reader.pages)):
        raise CannotRead(Unread.NO_TEXT)
    return joined(without_heads(pages))


def _lines(page: "PageObject") -> list[str]:
    """Return the lines of a page that say something, as far right as they stand on it."""
    text = page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)
    lines = (text if count(text) else page.extract_text()).splitlines()
    return [line.rstrip() for line in lines if line.strip()]


def _has_pictures(page: "PageObject") -> bool:
    from pypdf.generic import DictionaryObject

    none = DictionaryObject()
    objects = page.get("/Resources", none).get_object().get("/XObject", none).get_object()
    return any(each.get_object().get("/Subtype") == "/Image" for each in objects.values())


def without_heads(pages: Sequence[list[str]]) -> list[list[str]]:
    """Return the pages without their numbers, and without first and last lines that all have but for their numbers.

    The first page may be a cover that has none.
    """
    ends = [_ends(page) for page in pages]
    others = ends[1:] if len(ends) > 2 else ends
    common = set.intersection(*map(set, others)) if len(ends) > 1 else set()
    left = []
    for number, (page, mine) in enumerate(zip(pages, ends, strict=True), 1):
        heads = {place % len(page) for place, line in mine if (place, line) in common}
        left.append(_without_number([line for place, line in enumerate(page) if place not in heads], number))
    return left


def _ends(page: list[str]) -> list[tuple[int, str]]:
    """Return lines that may be a running head or foot: (place, from the end if negative; line, numbers masked)."""
    places = (*range(_HEADS), *range(-_HEADS, 0))
    return [
        (place, _DIGITS.sub("#", " ".join(page[place].split()))) for place in places if -len(page) <= place < len(page)
    ]


def _without_number(page: list[str], number: int) -> list[str]:
    """Return a page without a first or last line that is its number, counted from 1 or from the page after a cover."""
    for end in (0, -1):
        found = _NUMBER.fullmatch(page[end]) if page else None
        if found and int(found[1]) in (number, number - 1):
            page = page[1:] if end == 0 else page[:-1]
    return page


def joined(pages: Sequence[list[str]]) -> str:
    """Return the lines of all pages as paragraphs: one goes on after a full line, unless the next one is set in."""
    lines = [line for page in pages for line in page]
    widths = [len(" ".join(line.split())) for line in lines]
    full = _FULL * max(widths, default=0)
    parts: list[str] = []
    for before, width, line in zip(["", *lines], [0, *widths], lines, strict=False):
        is_in = len(line) - len(line.lstrip()) > len(before) - len(before.lstrip()) + 1
        if _CUT.search(before) and line.lstrip()[0].isalnum():
            parts[-1] = parts[-1].rstrip("\u00ad")
        elif before:
            parts.append("\n" if is_in or width < full else " ")
        parts.append(line.strip())
    return "".join(parts)
