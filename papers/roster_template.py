"""The empty roster: a workbook that explains itself while it is filled in."""

import io
from datetime import date
from typing import Any

import xlsxwriter

from papers.roster_layout import LAYOUT, Column, Field, Kind, RosterWords
from papers.roster_values import parse_date

_LAST_ROW = 20_000
"""Down to where the columns are formatted and validated."""


def template(words: RosterWords) -> bytes:
    """Return the workbook with guidance, a sheet a table and one example row in each."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        styles = _Styles(book)
        _write_guidance(book, styles, words)
        for sheet in LAYOUT:
            book.add_worksheet(words.sheets[sheet])
        lists = _write_lists(book, words)
        for sheet, fields in LAYOUT.items():
            _write_sheet(book.get_worksheet_by_name(words.sheets[sheet]), styles, words, fields, lists)
    return out.getvalue()


class _Styles:
    def __init__(self, book: Any) -> None:
        font = {"font_name": "Arial", "font_size": 11, "valign": "vcenter"}
        head = {
            **font,
            "bold": True,
            "font_color": "#ffffff",
            "text_wrap": True,
            "border": 1,
            "border_color": "#ffffff",
        }
        grey = {**font, "italic": True, "font_color": "#7a8797", "bg_color": "#f2f4f7"}
        self.title = book.add_format({**font, "bold": True, "font_size": 16, "font_color": "#0b5cab"})
        self.line = book.add_format({**font, "text_wrap": True, "valign": "top"})
        self.needed = book.add_format({**head, "bg_color": "#0b5cab"})
        self.optional = book.add_format({**head, "bg_color": "#5b7ea6"})
        self.text = book.add_format({**font, "num_format": "@"})
        self.date = book.add_format({**font, "num_format": "dd/mm/yyyy"})
        self.example = book.add_format({**grey, "num_format": "@"})
        self.example_date = book.add_format({**grey, "num_format": "dd/mm/yyyy"})


def _write_guidance(book: Any, styles: _Styles, words: RosterWords) -> None:
    page = book.add_worksheet(words.guidance_sheet)
    page.hide_gridlines(2)
    page.set_column(0, 0, 100)
    title, *lines = words.guidance
    page.set_row(0, 30)
    page.write_string(0, 0, title, styles.title)
    for row, line in enumerate(lines, start=1):
        page.write_string(row, 0, line, styles.line)


def _write_lists(book: Any, words: RosterWords) -> dict[Column, str]:
    """Return the range behind each drop-down, on a hidden sheet: inline lists end at 255 characters."""
    page = book.add_worksheet(words.lists_sheet)
    page.hide()
    offered = {column: [known[0] for known in choices.values()] for column, choices in words.choices.items()}
    offered |= {column: list(known) for column, known in words.suggestions.items()}
    ranges = {}
    for at, (column, known) in enumerate(offered.items()):
        page.write_column(0, at, known)
        letter = chr(ord("A") + at)
        ranges[column] = f"='{words.lists_sheet}'!${letter}$1:${letter}${len(known)}"
    return ranges


def _write_sheet(
    page: Any, styles: _Styles, words: RosterWords, fields: tuple[Field, ...], lists: dict[Column, str]
) -> None:
    page.freeze_panes(1, 0)
    page.set_row(0, 32)
    for at, field in enumerate(fields):
        page.set_column(at, at, field.width, styles.date if field.kind is Kind.DATE else styles.text)
        page.write_string(0, at, words.headings[field.column], styles.needed if field.is_needed else styles.optional)
        page.write_comment(0, at, words.notes[field.column], {"x_scale": 2, "y_scale": 1.2, "font_size": 10})
        _write_example(page, at, field, styles, words.examples.get(field.column, ""))
        if field.kind is not Kind.TEXT:
            page.data_validation(1, at, _LAST_ROW, at, _validation(field, words, lists))


def _write_example(page: Any, at: int, field: Field, styles: _Styles, example: str) -> None:
    day = parse_date(example) if field.kind is Kind.DATE else None
    if day is None:
        page.write(1, at, example or None, styles.example)
    else:
        page.write_datetime(1, at, day, styles.example_date)


def _validation(field: Field, words: RosterWords, lists: dict[Column, str]) -> dict[str, Any]:
    match field.kind:
        case Kind.DATE:
            span = {"criteria": "between", "minimum": date(1930, 1, 1), "maximum": date(2199, 12, 31)}
            return {"validate": "date", **span, "error_message": words.wrong_date, "error_type": "warning"}
        case Kind.SUGGESTED:
            return {"validate": "list", "source": lists[field.column], "show_error": False}
        case _:
            return {"validate": "list", "source": lists[field.column], "error_message": words.wrong_choice}
