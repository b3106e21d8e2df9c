"""A session's list to be signed on paper: A4, the Union's heading, a row a name, room for those not on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from papers.typesetting import typeset

ROOM = 5
"""Empty rows for people who come and are not on the list."""


class Label(StrEnum):
    """A word printed on the list; the reader's language gives each."""

    UNION = "union"
    HEADING = "heading"
    NUMBER = "number"
    NAME = "name"
    SIGN = "sign"
    NOTE = "note"
    PRESENT = "present"
    DATE = "date"
    ORGANISER = "organiser"
    SIGNED = "signed"
    PAGE = "page"


@dataclass(frozen=True)
class AttendanceSheet:
    """What is printed, in finished words; `names` in their order."""

    title: str
    when: str
    where: str
    held_by: str
    names: tuple[str, ...]
    labels: Mapping[str, str]


@dataclass(frozen=True)
class _Page:
    sheet: AttendanceSheet
    room: int


def pdf(sheet: AttendanceSheet) -> bytes:
    """Return the list; its heading stands on every page, the place to sign is never alone on one."""
    return typeset("attendance_sheet.typ", _Page(sheet, ROOM), "pdf")
