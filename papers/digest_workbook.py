"""The workbook behind a unit's figures: sheets of lines that can be sorted, filtered and printed."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

_TITLE, _HEAD, _FIRST = 0, 1, 2
"""Rows: what it is and of when, the headings, the first line."""

_A4 = 9


class Kind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True)
class Column:
    heading: str
    width: int
    kind: Kind


Cell = str | int | None
"""A date is written as 2027-01-05."""


@dataclass(frozen=True)
class Sheet:
    """`rows` have a cell a column; `total` stands under them and is not filtered away, () for none."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class DigestWorkbook:
    sheets: tuple[Sheet, ...]


def xlsx(workbook: DigestWorkbook) -> bytes:
    """Return the workbook; what people wrote is text in it and never a formula or a link."""
    import xlsxwriter  # 3 MB, for a process that draws

    out = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, plain) as book:
        styles = _Styles(book)
        for sheet in workbook.sheets:
            _write(book.add_worksheet(sheet.name), styles, sheet)
    return out.getvalue()


class _Styles:
    def __init__(self, book: Any) -> None:
        font = {"font_name": "Arial", "font_size": 11, "valign": "top"}
        line = {**font, "bottom": 1, "bottom_color": "#dde5ef"}
        total = {**font, "bold": True, "top": 2, "top_color": "#083d7a"}
        head = {"bold": True, "font_color": "#ffffff", "bg_color": "#0b5cab", "text_wrap": True, "valign": "vcenter"}
        self.title = book.add_format(
            {**font, "bold": True, "font_size": 14, "font_color": "#083d7a", "valign": "vcenter"}
        )
        self.head = book.add_format({**font, **head, "border": 1, "border_color": "#ffffff"})
        self.line = {kind: book.add_format({**line, **_format(kind)}) for kind in Kind}
        self.total = {kind: book.add_format({**total, **_format(kind)}) for kind in Kind}


def _format(kind: Kind) -> dict[str, Any]:
    match kind:
        case Kind.TEXT:
            return {"num_format": "@", "text_wrap": True}
        case Kind.NUMBER:
            return {"num_format": "#,##0"}
        case Kind.DATE:
            return {"num_format": "dd/mm/yyyy", "align": "left"}


def _write(page: Any, styles: _Styles, sheet: Sheet) -> None:
    last = len(sheet.columns) - 1
    page.set_row(_TITLE, 26)
    page.write_string(_TITLE, 0, sheet.title, styles.title)
    page.set_row(_HEAD, 34)
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
        page.write_string(_HEAD, at, column.heading, styles.head)
    for row, cells in enumerate(sheet.rows, start=_FIRST):
        _write_row(page, row, sheet.columns, cells, styles.line)
    end = _FIRST + len(sheet.rows)
    if sheet.total:
        _write_row(page, end, sheet.columns, sheet.total, styles.total)
    page.freeze_panes(_FIRST, 1)
    page.autofilter(_HEAD, 0, max(_HEAD, end - 1), last)
    _print(page)


def _write_row(page: Any, row: int, columns: Sequence[Column], cells: Sequence[Cell], styles: dict[Kind, Any]) -> None:
    for at, (column, cell) in enumerate(zip(columns, cells, strict=True)):
        style = styles[column.kind]
        if cell is None or cell == "":
            page.write_blank(row, at, None, style)
        elif column.kind is Kind.DATE:
            page.write_datetime(row, at, date.fromisoformat(str(cell)), style)
        elif isinstance(cell, int):
            page.write_number(row, at, cell, style)
        else:
            page.write_string(row, at, cell, style)


def _print(page: Any) -> None:
    """Print it on A4 across, as wide as the page, the headings on every one."""
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_TITLE, _HEAD)
    page.set_margins(left=0.5, right=0.5)
    page.set_footer("&R&P/&N")
