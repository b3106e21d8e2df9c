"""The words of a .docx (ECMA-376, transitional and strict): what a reader sees once every change is accepted.

Insertions count and deletions do not. Tables and text boxes are read, notes at the end; headers, footers and
comments are not the essay's.
"""

from itertools import product

from papers.essay_text import CannotRead, Unread
from papers.essay_text_xml import Grammar, Name, read_part
from papers.packages import Package

_MAIN = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_PICTURES = "word/media/"

_W = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_FALLBACK = ("http://schemas.openxmlformats.org/markup-compatibility/2006", "Fallback")
"""What an older Word shows in place of its sibling: the same text box once more."""


def _w(*names: str) -> frozenset[Name]:
    return frozenset(product(_W, names))


_GRAMMAR = Grammar(
    says=_w("t"),
    paragraphs=_w("p"),
    asides=_w("txbxContent"),
    skips=_w("pPr", "del", "moveFrom") | {_FALLBACK},
    writes={
        (space, name): sign
        for space in _W
        for name, sign in (("tab", "\t"), ("ptab", "\t"), ("br", "\n"), ("cr", "\n"), ("noBreakHyphen", "-"))
    },
    unbreaks=frozenset(
        ((space, "pPr"), (space, "rPr"), (space, change)) for space in _W for change in ("del", "moveFrom")
    ),
)


def read(package: Package) -> str:
    """Return the words of the text and of its notes.

    Raises:
        CannotRead
    """
    parts = [_MAIN, *(part for part in _NOTES if part in package.names)]
    text = "\n".join(read_part(package, part, _GRAMMAR) for part in parts)
    if not text.strip() and any(name.startswith(_PICTURES) for name in package.names):
        raise CannotRead(Unread.NO_TEXT)
    return text
