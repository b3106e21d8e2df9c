"""The sheet on which somebody without the bot answers: A4, the Union's heading, a QR code back to the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from papers import qr
from papers.typesetting import typeset


class Label(StrEnum):
    """A word printed on the sheet; the reader's language gives each."""

    UNION = "union"
    TITLE = "title"
    ABOUT = "about"
    AUTHOR = "author"
    TASK = "task"
    ASKS = "asks"
    STATED = "stated"
    BROUGHT = "brought"
    HISTORY = "history"
    OPINION = "opinion"
    APPROVE = "approve"
    RETURN = "return"
    REASON = "reason"
    DATE = "date"
    BODY = "body"
    SIGN = "sign"
    NAME = "name"
    SCAN = "scan"
    PAGE = "page"


@dataclass(frozen=True)
class ReviewSheet:
    """What is printed, in finished words; `history` is a block a version, the newest first."""

    link: str
    to: str
    task: str
    task_text: str
    author: str
    place: str
    handed_in: str
    asks: tuple[str, ...]
    stated: tuple[str, ...]
    brought: tuple[str, ...]
    history: tuple[str, ...]
    labels: Mapping[Label, str]


@dataclass(frozen=True)
class _Page:
    sheet: ReviewSheet
    labels: dict[str, str]
    qr: str


def pdf(sheet: ReviewSheet) -> bytes:
    """Return the sheet; the place to sign is never alone on a page."""
    words = {label.value: said for label, said in sheet.labels.items()}
    return typeset("review_sheet.typ", _Page(sheet, words, qr.svg(sheet.link)), "pdf")
