import io
import time
import unicodedata
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from papers.roster_layout import Column, Sheet
from papers.roster_rows import (
    MissingColumns,
    MissingSheet,
    NotASpreadsheet,
    RawRoster,
    Reason,
    RowFault,
    TooManyColumns,
    TooManyRows,
)
from papers.roster_sheet import read
from tests.papers.roster_words import VIETNAMESE
from tests.papers.workbooks import GROUPS, PEOPLE, ROLES, UNITS, Cell, Rows, headings, roster, workbook


def reads(data: bytes) -> RawRoster:
    return read(data, VIETNAMESE, row_limit=20_000)


def person(*cells: Cell) -> RawRoster:
    return reads(roster(people=[cells]))


def only_fault(found: RawRoster) -> RowFault:
    (fault,) = found.faults
    return fault


def test_rows_come_with_their_numbers_and_values() -> None:
    found = reads(roster())
    assert found.faults == ()
    assert [row.row for row in found.people] == [2]
    assert found.people[0].text(Column.PEOPLE_NAME) == "Đỗ Văn Ánh"
    assert found.people[0].text(Column.PEOPLE_MEMBER) == "yes"
    assert found.roles[0].text(Column.ROLES_ROLE) == "group_leader"
    assert found.roles[0].day(Column.ROLES_FROM) == date(2026, 1, 1)
    assert found.units[0].day(Column.UNITS_FROM) == date(2015, 1, 5)
    assert found.units[0].day(Column.UNITS_TO) is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("5/1/2015", date(2015, 1, 5)),
        ("05-01-2015", date(2015, 1, 5)),
        ("5.1.2015", date(2015, 1, 5)),
        ("2015-01-05", date(2015, 1, 5)),
        (" 05/01/2015 ", date(2015, 1, 5)),
    ],
)
def test_days_are_read_however_they_are_written(written: str, day: date) -> None:
    found = reads(roster(units=[["STP", "Sở Tư pháp", "", "", written, ""]]))
    assert (found.units[0].day(Column.UNITS_FROM), found.faults) == (day, ())


@pytest.mark.parametrize("written", ["31/02/2015", "1/13/2015", "5/1/15", "đầu năm", "5/1-2015", 45000.0])
def test_broken_day_is_kept_as_text_and_flagged(written: Cell) -> None:
    found = reads(roster(units=[["STP", "Sở Tư pháp", "", "", written, ""]]))
    fault = only_fault(found)
    assert (fault.sheet, fault.row, fault.column) == (Sheet.UNITS, 2, Column.UNITS_FROM)
    assert fault.reason is Reason.BROKEN_DATE
    assert fault.params["found"] == found.units[0].text(Column.UNITS_FROM)
    assert found.units[0].day(Column.UNITS_FROM) is None


def test_whole_numbers_lose_their_point_and_texts_their_stray_blanks() -> None:
    decomposed = unicodedata.normalize("NFD", "  Đỗ  Văn\u00a0Ánh\u200b ")
    found = person(1.0, decomposed, "", 7.0, "T1", "Có", "bạn")
    assert found.people[0].text(Column.PEOPLE_CODE) == "1"
    assert found.people[0].text(Column.PEOPLE_UNIT) == "7"
    assert found.people[0].text(Column.PEOPLE_NAME) == unicodedata.normalize("NFC", "Đỗ Văn Ánh")


def test_formula_is_found_by_its_cell() -> None:
    found = person("001", "=A1", "", "STP", "", "Có", "bạn")
    fault = only_fault(found)
    assert (fault.row, fault.column, fault.reason) == (2, Column.PEOPLE_NAME, Reason.FORMULA)
    assert found.people[0].text(Column.PEOPLE_NAME) == ""


def test_formula_beside_our_columns_is_nobody_s_business() -> None:
    rows: Rows = [[*headings(Sheet.PEOPLE), "Ghi chú"], [*PEOPLE[0], "=1+6"], [*[""] * 7, "=1+6"]]
    found = reads(with_sheet(Sheet.PEOPLE, rows))
    assert (len(found.people), found.faults) == (1, ())
    assert found.ignored == ((Sheet.PEOPLE, "Ghi chú"),)


def test_unknown_words_name_the_known_ones() -> None:
    fault = only_fault(reads(roster(roles=[["001", "Chủ tịch", "T1", "", ""]])))
    assert (fault.column, fault.reason) == (Column.ROLES_ROLE, Reason.UNKNOWN_WORD)
    assert fault.params["found"] == "Chủ tịch"
    assert "Tổ trưởng" in fault.params["known"]


def test_words_are_understood_without_accents_and_by_other_names() -> None:
    found = reads(roster(people=[["", "Y Moan", "", "STP", "", "co", "ANH"]], roles=[["001", "bi thu", "", "", ""]]))
    assert found.faults == ()
    assert found.people[0].text(Column.PEOPLE_MEMBER) == "yes"
    assert found.roles[0].text(Column.ROLES_ROLE) == "secretary"


def test_all_faults_are_reported_at_once() -> None:
    found = reads(
        roster(
            units=[["", "Sở Tư pháp", "", "", "hôm qua", ""]],
            people=[
                ["001", "", "", "STP", "", "có thể", ""],
                ["002", "Ă" * 121, "", date(2026, 2, 1), "", "", ""],
            ],
        )
    )
    assert [(fault.row, fault.reason) for fault in found.faults] == [
        (2, Reason.EMPTY),
        (2, Reason.BROKEN_DATE),
        (2, Reason.EMPTY),
        (2, Reason.UNKNOWN_WORD),
        (3, Reason.TOO_LONG),
        (3, Reason.DATE_FOR_TEXT),
    ]


def test_headings_are_found_in_any_order_case_and_without_accents_under_a_title() -> None:
    rows: Rows = [
        ["DANH SÁCH TỔ NĂM 2026"],
        [],
        ["STT", "TEN TO *", "Mã  Đơn Vị", "mã tổ"],
        [1, "Tổ 1", "STP", "T1"],
        [2, "", "", ""],
    ]
    found = reads(with_sheet(Sheet.GROUPS, rows))
    assert [(row.row, row.text(Column.GROUPS_CODE), row.text(Column.GROUPS_NAME)) for row in found.groups] == [
        (4, "T1", "Tổ 1")
    ]
    assert found.ignored == ((Sheet.GROUPS, "STT"),)


def test_missing_headings_are_named() -> None:
    with pytest.raises(MissingColumns) as caught:
        reads(with_sheet(Sheet.GROUPS, [["Mã tổ", "Đơn vị"], ["T1", "STP"]]))
    assert caught.value.names == ("Tên tổ", "Mã đơn vị")


def test_empty_sheet_has_no_headings() -> None:
    with pytest.raises(MissingColumns):
        reads(with_sheet(Sheet.ROLES, []))


def test_missing_sheet_is_named() -> None:
    with pytest.raises(MissingSheet) as caught:
        reads(workbook({"Đơn vị": [headings(Sheet.UNITS)], "Trang tính 2": []}))
    assert caught.value.name == "Tổ"


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"PK\x03\x04 nothing", "Họ và tên;Đơn vị\nÁnh;STP".encode(), b"\xd0\xcf\x11\xe0" * 99],
)
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(NotASpreadsheet):
        reads(data)


def test_any_other_zip_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as other:
        other.writestr("word/document.xml", "<w/>")
    with pytest.raises(NotASpreadsheet):
        reads(out.getvalue())


def test_damaged_workbook_is_refused() -> None:
    data = roster()
    with pytest.raises(NotASpreadsheet):
        reads(data[: len(data) // 2])


def test_bomb_is_refused_before_it_is_unpacked() -> None:
    began = time.perf_counter()
    with pytest.raises(NotASpreadsheet):
        reads(with_entry("xl/worksheets/sheet1.xml", b" " * (200 << 20)))
    assert time.perf_counter() - began < 10


def test_entities_are_refused() -> None:
    with pytest.raises(NotASpreadsheet):
        reads(with_entry("xl/worksheets/sheet1.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'))


@pytest.mark.parametrize(("cell", "refusal"), [("A1048576", TooManyRows), ("XFD9", TooManyColumns)])
def test_one_far_cell_does_not_fill_the_memory(cell: str, refusal: type[Exception]) -> None:
    row = "".join(filter(str.isdigit, cell))
    xml = f'<worksheet><sheetData><row r="{row}"><c r="{cell}"><v>1</v></c></row></sheetData></worksheet>'
    with pytest.raises(refusal):
        reads(with_entry("xl/worksheets/sheet1.xml", xml.encode()))


def test_twenty_thousand_people_are_read() -> None:
    data = roster(
        people=[[f"{i:05}", "Nguyễn Thị Thu Hương", "Hương", "STP", "T1", "Có", "bạn"] for i in range(20_000)]
    )
    found = reads(data)
    assert (len(found.people), found.people[-1].row, found.faults) == (20_000, 20_001, ())


def test_more_rows_than_agreed_are_refused_with_the_limit() -> None:
    with pytest.raises(TooManyRows) as caught:
        read(roster(people=[PEOPLE[0]] * 60), VIETNAMESE, row_limit=40)
    assert (caught.value.sheet, caught.value.limit) == (Sheet.PEOPLE, 40)


def test_example_written_over_but_not_renamed_is_a_fault_and_not_lost() -> None:
    found = person("VD-001", "Trần Văn Bình", "", "STP", "", "Có", "")
    fault = only_fault(found)
    assert (fault.column, fault.reason, fault.params) == (
        Column.PEOPLE_CODE,
        Reason.EXAMPLE_KEPT,
        {"found": "VD-001"},
    )


def test_words_of_another_language_read_their_own_sheets() -> None:
    english = replace(VIETNAMESE, sheets={**VIETNAMESE.sheets, Sheet.UNITS: "Units"})
    with pytest.raises(MissingSheet):
        read(roster(), english, row_limit=10)


def with_sheet(sheet: Sheet, rows: Rows) -> bytes:
    """Return a good roster with the whole of one sheet, headings too, replaced."""
    tables = {
        VIETNAMESE.sheets[s]: [headings(s), *r] for s, r in zip(Sheet, (UNITS, GROUPS, PEOPLE, ROLES), strict=True)
    }
    return workbook({**tables, VIETNAMESE.sheets[sheet]: rows})


def with_entry(name: str, content: bytes) -> bytes:
    """Return a good roster with one entry of its zip replaced."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(roster())) as good,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for entry in good.infolist():
            bad.writestr(entry.filename, content if entry.filename == name else good.read(entry))
    return out.getvalue()
