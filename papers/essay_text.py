"""What a document says, as far as an essay needs it: its words as plain text, or the reason why they cannot be had."""

from dataclasses import dataclass
from enum import StrEnum

MOST = 200_000
"""Characters of a text: forty essays of a thousand words (DOMAIN 5), and no more than a row should carry."""


class Unread(StrEnum):
    """Why a document has no text for us; its value is what is stored, and the end of a message's key."""

    BOMB = "bomb"
    """Made to grow in the hands of its reader."""
    DAMAGED = "damaged"
    EMPTY = "empty"
    """No bytes, or not a word and no picture."""
    ENCRYPTED = "encrypted"
    NO_TEXT = "no-text"
    """Pictures of words: a scan, photos put into a document."""
    OLD_WORD = "old-word"
    """A .doc, to be saved as .docx."""
    OTHER_KIND = "other-kind"
    """By its content no document of words, whatever its name: a workbook, slides, a web page, a program."""
    TOO_LARGE = "too-large"
    """More than MOST, or than its reader takes."""
    TOO_MANY_PAGES = "too-many-pages"
    TOO_SLOW = "too-slow"
    """Its reader died of it, or was ended for taking too long."""
    UNSAFE = "unsafe"
    """It carries macros or scripts."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document says: `text` in NFC, a line a paragraph; "" when it is `unread`."""

    text: str = ""
    unread: Unread | None = None


class CannotRead(Exception):
    """A reader gives up, for the reason `why`."""

    def __init__(self, why: Unread) -> None:
        super().__init__(why)
        self.why = why
