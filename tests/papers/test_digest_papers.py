"""The picture and the workbook of a digest, from plain values."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from PIL import Image
from python_calamine import CalamineWorkbook

from papers.digest_picture import DigestPicture, PartBar, draw
from papers.digest_workbook import Column, DigestWorkbook, Kind, Sheet, xlsx

LONG = "Đoàn cơ sở Cục Thi hành án dân sự tỉnh và các…"
PICTURE = DigestPicture(
    "Tiến độ 2027",
    "Đoàn Khối Sông Trà",
    "Số liệu đến 08:00 04/10/2027",
    "312 đoàn viên",
    ("Hoàn thành", "Tạm đạt", "Đang thực hiện", "Chưa đăng ký"),
    "Số bên phải: hoàn thành và tạm đạt, trên tổng số đoàn viên",
    (PartBar("Tổ 1", 20, 5, 2, 8, "7/20"), PartBar("Chưa xếp tổ", 0, 0, 0, 0, "0/0")),
)


def size(picture: DigestPicture) -> tuple[int, int]:
    return Image.open(io.BytesIO(draw(picture)), formats=["PNG"]).size


def test_thirty_groups_with_long_names_fit_one_phone_held_upright() -> None:
    few = size(PICTURE)
    many = size(replace(PICTURE, bars=tuple(PartBar(LONG, 40, n, 2, 5, f"{n + 2}/40") for n in range(30))))
    assert few[0] == many[0] == 1080
    assert few[1] < many[1] < 1080 * 2.8


@pytest.mark.parametrize(
    "bar", [PartBar("x", 20, 0, 7, 8, ""), PartBar("x", 20, 5, 2, 13, ""), PartBar("x", 9, 5, 0, 4, "")]
)
def test_every_kind_of_member_has_its_own_look_without_colour(bar: PartBar) -> None:
    def grey(of: PartBar) -> bytes:
        shown = Image.open(io.BytesIO(draw(replace(PICTURE, bars=(of,)))), formats=["PNG"])
        return shown.convert("L").point(lambda tone: tone // 32 * 32).tobytes()

    assert grey(bar) != grey(replace(bar, done=bar.done + bar.provisional, provisional=0)) or not bar.provisional
    assert grey(bar) != grey(replace(bar, in_progress=0))


SHEET = Sheet(
    "Đoàn viên",
    "Đoàn Khối Sông Trà: số liệu đến 08:00 04/10/2027",
    (Column("Họ và tên", 30, Kind.TEXT), Column("Xong", 11, Kind.NUMBER), Column("Nộp", 13, Kind.DATE)),
    (("=1+1", 3, "2027-03-05"), ("@SUM(A1) https://x.vn", None, None), ("0123", 0, "")),
    ("Tổng cộng", 3, None),
)


def test_what_people_wrote_is_text_dates_are_dates_and_no_formula_or_link_is_made() -> None:
    data = xlsx(DigestWorkbook((SHEET,)))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows[2:]] == ["=1+1", "@SUM(A1) https://x.vn", "0123", "Tổng cộng"]
    assert str(rows[2][2]) == "2027-03-05"
    page = part(data, "xl/worksheets/sheet1.xml")
    assert "<f>" not in page
    assert "hyperlink" not in page


def test_headings_and_names_stay_in_sight_and_the_total_is_not_filtered_away() -> None:
    page = part(
        xlsx(DigestWorkbook((SHEET, replace(SHEET, name="Trống", rows=(), total=())))), "xl/worksheets/sheet1.xml"
    )
    assert re.search(r'<pane xSplit="1" ySplit="2"[^>]*state="frozen"', page)
    assert '<autoFilter ref="A2:C5"' in page
    assert 'orientation="landscape"' in page
    assert 'paperSize="9"' in page


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return book.read(name).decode()
