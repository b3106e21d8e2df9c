"""Rosters as people fill them in: sheets of rows, written to an .xlsx."""

import io
from collections.abc import Mapping, Sequence
from datetime import date

import xlsxwriter

from papers.roster_layout import LAYOUT, Sheet
from tests.papers.roster_words import VIETNAMESE

Cell = str | float | date | bool | None
Rows = Sequence[Sequence[Cell]]

UNITS: Rows = [["STP", "Đoàn cơ sở Sở Tư pháp", "Đoàn cơ sở", "", date(2015, 1, 5), ""]]
GROUPS: Rows = [["T1", "Tổ 1", "STP"]]
PEOPLE: Rows = [["001", "Đỗ Văn Ánh", "", "STP", "T1", "Có", "bạn"]]
ROLES: Rows = [["001", "Tổ trưởng", "T1", "01/01/2026", ""]]


def headings(sheet: Sheet) -> list[str]:
    return [VIETNAMESE.headings[field.column] for field in LAYOUT[sheet]]


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """Return an .xlsx; a text beginning with "=" is written as a formula whose value is 7."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, str) and cell.startswith("="):
                        page.write_formula(row, column, cell, value=7)
                    elif isinstance(cell, date):
                        page.write_datetime(row, column, cell)
                    else:
                        page.write(row, column, cell)
    return out.getvalue()


def roster(units: Rows = UNITS, groups: Rows = GROUPS, people: Rows = PEOPLE, roles: Rows = ROLES) -> bytes:
    """Return a roster with the right sheets and headings."""
    tables = zip(Sheet, (units, groups, people, roles), strict=True)
    return workbook({VIETNAMESE.sheets[sheet]: [headings(sheet), *rows] for sheet, rows in tables})
