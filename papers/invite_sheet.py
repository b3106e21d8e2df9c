"""Invitations on paper and as a table: cards to cut out, and links to paste into letters."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import xlsxwriter

from papers import qr
from papers.typesetting import typeset


@dataclass(frozen=True)
class Invite:
    name: str
    unit: str
    """Unit and group as people read them."""
    link: str
    """What the QR code opens; "" where only the code brings people in."""
    code: str
    expires_on: date
    """In the product's zone."""


class Label(StrEnum):
    """A word printed on the cards or heading the table; the reader's language gives each."""

    TITLE = "title"
    CODE = "code"
    EXPIRES = "expires"
    FIRST_STEP = "first_step"
    SECOND_STEP = "second_step"
    NAME = "name"
    UNIT = "unit"
    LINK = "link"


@dataclass(frozen=True)
class InviteSheet:
    organisation: str
    invites: tuple[Invite, ...]
    labels: Mapping[Label, str]


@dataclass(frozen=True)
class _Card:
    name: str
    unit: str
    qr: str
    code: str
    expires: str


@dataclass(frozen=True)
class _Page:
    organisation: str
    labels: dict[str, str]
    cards: tuple[_Card, ...]


def pdf(sheet: InviteSheet) -> bytes:
    """Return A4 pages of eight A7 cards with dashed lines to cut along; 1,000 cards take some 4 s."""
    words = {label.value: text for label, text in sheet.labels.items()}
    return typeset("invites.typ", _Page(sheet.organisation, words, tuple(map(_card, sheet.invites))), "pdf")


def xlsx(sheet: InviteSheet) -> bytes:
    """Return one row an invitation; what people are called is text even when it begins with "="."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True, "in_memory": False}) as book:
        page = book.add_worksheet(sheet.labels[Label.TITLE][:31])
        head = book.add_format({"bold": True, "bg_color": "#0b5cab", "font_color": "#ffffff", "valign": "vcenter"})
        page.freeze_panes(1, 0)
        columns = (Label.NAME, Label.UNIT, Label.CODE, Label.LINK, Label.EXPIRES)
        for at, (label, width) in enumerate(zip(columns, (30, 44, 16, 62, 16), strict=True)):
            page.set_column(at, at, width)
            page.write_string(0, at, sheet.labels[label], head)
        for row, invite in enumerate(sheet.invites, start=1):
            cells = (invite.name, invite.unit, spaced(invite.code), invite.link, _day(invite.expires_on))
            for at, text in enumerate(cells):
                page.write_string(row, at, text)
    return out.getvalue()


def spaced(code: str) -> str:
    """Return `code` in groups of four, as it is read aloud; one that has its own dashes stays."""
    return code if "-" in code else " ".join(code[at : at + 4] for at in range(0, len(code), 4))


def _card(invite: Invite) -> _Card:
    return _Card(
        invite.name,
        invite.unit,
        qr.svg(invite.link) if invite.link else "",
        spaced(invite.code),
        _day(invite.expires_on),
    )


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
