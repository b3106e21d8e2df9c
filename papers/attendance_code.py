"""The code of a session on paper: one A4 page to put up at the door."""

from dataclasses import dataclass

from papers import qr
from papers.typesetting import typeset


@dataclass(frozen=True)
class Poster:
    """What is printed, in finished words; without a `link` there is nothing to scan, and the word is large."""

    link: str
    heading: str
    title: str
    when: str
    where: str
    scan: str
    word: str
    valid: str


@dataclass(frozen=True)
class _Page:
    poster: Poster
    qr: str


def pdf(poster: Poster) -> bytes:
    """Return the page."""
    return typeset("attendance_code.typ", _Page(poster, qr.svg(poster.link) if poster.link else ""), "pdf")
