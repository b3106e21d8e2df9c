"""A document is read: by its kind, within limits, into one tidy text.

Runs in a child of the inspection server (papers.inspection), which may die of it.
"""

import re
import unicodedata

from journey.refusal import Refused
from papers import essay_text_docx, essay_text_odt, essay_text_pdf
from papers.documents import (
    MAX_UNPACKED,
    BrokenDocument,
    Danger,
    DangerousDocument,
    DocumentKind,
    UnsupportedDocument,
)
from papers.essay_text import MOST, CannotRead, Reading, Unread
from papers.packages import NotAPackage, Package, UnpacksTooBig
from papers.pictures import EmptyFile
from papers.plain_text import NotPlainText, decoded

_UNSEEN = re.compile("[\u00ad\u200b\ufeff\ud800-\udfff\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
"""Soft hyphens, zero-width spaces, marks of byte order, halves of letters and control characters."""
_LINE_END = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_GAPS = re.compile(r"\n{3,}")
_KINDS: dict[str | None, Unread] = {"encrypted": Unread.ENCRYPTED, "doc": Unread.OLD_WORD}


def read(data: bytes, kind: DocumentKind) -> Reading:
    """Return what a document that check_document has taken as `kind` says, or why it says nothing."""
    try:
        text = tidied(_read(data, kind))
        if len(text) > MOST:
            raise CannotRead(Unread.TOO_LARGE)
        if not any(letter.isalnum() for letter in text):
            raise CannotRead(Unread.EMPTY)
    except CannotRead as end:
        return Reading(unread=end.why)
    except MemoryError:
        return Reading(unread=Unread.BOMB)
    return Reading(text)


def reason(refusal: Refused) -> Unread | None:
    """Return why a document that was refused says nothing; None when `refusal` is not a document's."""
    match refusal:
        case EmptyFile():
            return Unread.EMPTY
        case UnsupportedDocument(found=found):
            return _KINDS.get(found, Unread.OTHER_KIND)
        case DangerousDocument(why=why):
            return Unread.BOMB if why is Danger.BOMB else Unread.UNSAFE
        case BrokenDocument():
            return Unread.DAMAGED
        case _:
            return None


def _read(data: bytes, kind: DocumentKind) -> str:
    match kind:
        case DocumentKind.TXT:
            return _plain(data)
        case DocumentKind.DOCX:
            return essay_text_docx.read(_opened(data))
        case DocumentKind.ODT:
            return essay_text_odt.read(_opened(data))
        case DocumentKind.PDF:
            return essay_text_pdf.read(data)
        case _:
            raise CannotRead(Unread.OTHER_KIND)


def _plain(data: bytes) -> str:
    try:
        return decoded(data)
    except NotPlainText as error:
        raise CannotRead(Unread.DAMAGED) from error


def _opened(data: bytes) -> Package:
    try:
        return Package(data, limit=MAX_UNPACKED)
    except UnpacksTooBig as error:
        raise CannotRead(Unread.BOMB) from error
    except NotAPackage as error:
        raise CannotRead(Unread.DAMAGED) from error


def tidied(text: str) -> str:
    """Return `text` in NFC: what nobody sees taken out, single spaces, at most one empty line between paragraphs."""
    lines = _LINE_END.sub("\n", unicodedata.normalize("NFC", _UNSEEN.sub("", text)))
    trimmed = "\n".join(line.strip() for line in _BLANKS.sub(" ", lines).split("\n"))
    return _GAPS.sub("\n\n", trimmed).strip()
