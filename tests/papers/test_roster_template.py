import io
import zipfile

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from papers.roster_layout import Column
from papers.roster_sheet import read
from papers.roster_template import template
from tests.papers.roster_words import VIETNAMESE


def test_untouched_template_reads_back_as_nobody_and_no_faults() -> None:
    found = read(template(VIETNAMESE), VIETNAMESE, row_limit=20_000)
    assert (found.units, found.groups, found.people, found.roles) == ((), (), (), ())
    assert (found.faults, found.ignored) == ((), ())


def test_sheets_stand_in_the_order_they_are_filled_in_behind_the_guidance() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(template(VIETNAMESE)))
    shown = [sheet.name for sheet in book.sheets_metadata if sheet.visible is SheetVisibleEnum.Visible]
    assert shown == ["Hướng dẫn", "Đơn vị", "Tổ", "Người", "Vai trò"]
    assert book.get_sheet_by_name("Hướng dẫn").to_python()[0] == ["Danh sách đơn vị, tổ và đoàn viên ưu tú"]


def test_every_role_can_be_chosen_and_every_heading_explains_itself() -> None:
    data = template(VIETNAMESE)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    offered = {cell for row in book.get_sheet_by_name("Danh mục").to_python() for cell in row if cell}
    assert {words[0] for words in VIETNAMESE.choices[Column.ROLES_ROLE].values()} <= offered
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [package.read(f"xl/worksheets/sheet{number}.xml").decode() for number in range(2, 6)]
        comments = [package.read(f"xl/comments{number}.xml").decode() for number in range(1, 5)]
    assert [xml.count("<dataValidation ") for xml in sheets] == [3, 0, 2, 3]
    assert sum(xml.count("<comment ") for xml in comments) == len(Column)
    assert all('state="frozen"' in xml for xml in sheets)
