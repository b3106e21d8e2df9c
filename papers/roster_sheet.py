"""A filled-in roster read into plain rows; no sentence for people."""

import io
from collections.abc import Iterable

from python_calamine import CalamineError, CalamineWorkbook

from journey.text import fold
from papers.packages import NotAPackage, Package, UnpacksTooBig
from papers.roster_formulas import Extent, survey
from papers.roster_layout import LAYOUT, RosterWords, Sheet
from papers.roster_rows import MissingSheet, NotASpreadsheet, RawRoster, TooManyColumns, TooManyRows
from papers.roster_table import HEADING_WITHIN, Table

MAX_UNPACKED = 128 << 20
MAX_COLUMNS = 100


def read(data: bytes, words: RosterWords, *, row_limit: int) -> RawRoster:
    """Return what the workbook says; blank rows and untouched examples are left out.

    Args:
        row_limit: of one sheet, its heading aside.

    Raises:
        NotASpreadsheet, MissingSheet, MissingColumns, TooManyRows, TooManyColumns.
    """
    try:
        tables = _tables(Package(data, limit=MAX_UNPACKED), words, row_limit)
    except (NotAPackage, UnpacksTooBig, CalamineError) as error:
        raise NotASpreadsheet from error
    units, groups, people, roles = (tuple(table.rows()) for table in tables)
    return RawRoster(
        units,
        groups,
        people,
        roles,
        faults=tuple(fault for table in tables for fault in table.faults),
        ignored=tuple((table.sheet, heading) for table in tables for heading in table.ignored),
    )


def _tables(package: Package, words: RosterWords, row_limit: int) -> list[Table]:
    extents = survey(package)
    names = {sheet: _find_sheet(sheet, words, extents) for sheet in LAYOUT}
    # calamine fills a rectangle out to the farthest cell, so how far the sheets reach is checked first.
    for sheet, name in names.items():
        _check_extent(sheet, extents[name], row_limit)
    book = CalamineWorkbook.from_filelike(io.BytesIO(package.repacked()))
    return [
        Table(
            sheet,
            name,
            words,
            extents[name].formulas,
            book.get_sheet_by_name(name).to_python(skip_empty_area=False),
        )
        for sheet, name in names.items()
    ]


def _find_sheet(sheet: Sheet, words: RosterWords, names: Iterable[str]) -> str:
    wanted = words.sheets[sheet]
    found = next((name for name in names if fold(name) == fold(wanted)), None)
    if found is None:
        raise MissingSheet(sheet, wanted)
    return found


def _check_extent(sheet: Sheet, extent: Extent, row_limit: int) -> None:
    if extent.rows > row_limit + HEADING_WITHIN:
        raise TooManyRows(sheet, row_limit)
    if extent.columns > MAX_COLUMNS:
        raise TooManyColumns(sheet, MAX_COLUMNS)
