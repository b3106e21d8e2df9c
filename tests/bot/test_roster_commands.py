"""The commands that bring a roster in and write invitations, as an operator sees them."""

import io
import secrets
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook
from rich.console import Console

from bot.commands.invites import UnknownFormat, UnknownUnit, write_invites
from bot.commands.invites_ways import Ways
from bot.commands.programme import check_file
from bot.commands.roster import import_file, write_template
from bot.commands.roster_words import roster_words
from journey import programme_file
from papers.roster_layout import LAYOUT, Column, Sheet
from storage import people
from storage.database import close_database, open_database

NOW = datetime(2027, 1, 5, 2, 0, tzinfo=UTC)
TODAY = date(2027, 1, 5)
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
Cells = dict[Sheet, list[list[str]]]

GOOD: Cells = {
    Sheet.UNITS: [["DCS", "Đoàn cơ sở Sở Xây dựng"], ["CD1", "Chi đoàn Văn phòng", "Chi đoàn", "DCS"]],
    Sheet.GROUPS: [["TO1", "Tổ 1", "DCS"]],
    Sheet.PEOPLE: [
        ["", "Nguyễn Thị Hương", "", "CD1", "TO1", "Có"],
        ["B7", "Trần Văn Bình", "", "DCS", "", "không", "anh"],
    ],
    Sheet.ROLES: [["Trần Văn Bình", "Bí thư", "DCS", "1/1/2027"]],
}


def workbook(cells: Cells, language: str = "vi") -> bytes:
    words, out = roster_words(language), io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for sheet, fields in LAYOUT.items():
            page = book.add_worksheet(words.sheets[sheet])
            page.write_row(0, 0, [words.headings[field.column] for field in fields])
            for row, values in enumerate(cells.get(sheet, ()), 1):
                for column, value in enumerate(values):
                    page.write(row, column, value)
    return out.getvalue()


def is_pdf(file: Path) -> bool:
    return file.read_bytes().startswith(b"%PDF")


def written(folder: Path, pattern: str) -> list[Path]:
    return list(folder.glob(pattern))


class Terminal:
    """What an operator sees."""

    def __init__(self) -> None:
        self._out = io.StringIO()
        self.console = Console(file=self._out, width=240, highlight=False, markup=False)

    @property
    def text(self) -> str:
        return self._out.getvalue()


@pytest.fixture
async def database(sqlite_url: str) -> AsyncIterator[None]:
    await open_database(sqlite_url)
    yield
    await close_database()


@pytest.fixture
def terminal() -> Terminal:
    return Terminal()


async def bring(tmp_path: Path, data: bytes, terminal: Terminal, *, dry_run: bool = False) -> bool:
    file = tmp_path / "roster.xlsx"
    file.write_bytes(data)
    return await import_file(file, now=NOW, today=TODAY, language="vi", console=terminal.console, dry_run=dry_run)


async def invite(out: Path, terminal: Terminal, *, unit: str | None = None, renew: bool = False) -> bool:
    return await write_invites(
        out,
        ways=Ways(lambda token: f"https://t.me/hanhtrinh_bot?start={token}"),
        draw=secrets.token_bytes,
        now=NOW,
        zone=ZONE,
        language="vi",
        console=terminal.console,
        unit=unit,
        renew=renew,
    )


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.usefixtures("database")
async def test_an_untouched_template_brings_nothing_in(tmp_path: Path, terminal: Terminal, language: str) -> None:
    write_template(tmp_path / "template.xlsx", language)

    assert await bring(tmp_path, (tmp_path / "template.xlsx").read_bytes(), terminal)
    assert "không có gì thay đổi" in terminal.text
    assert await people.listed() == []


@pytest.mark.usefixtures("database")
async def test_a_roster_comes_in_and_a_second_time_changes_nothing(tmp_path: Path, terminal: Terminal) -> None:
    assert await bring(tmp_path, workbook(GOOD), terminal)
    assert "Danh sách: 2 mới, 0 sửa, 0 giữ nguyên" in terminal.text
    assert [each.full_name for each in await people.listed()] == ["Nguyễn Thị Hương", "Trần Văn Bình"]

    again = Terminal()
    assert await bring(tmp_path, workbook(GOOD), again)
    assert "không có gì thay đổi" in again.text
    assert "Danh sách: 0 mới, 0 sửa, 2 giữ nguyên" in again.text


@pytest.mark.usefixtures("database")
async def test_a_dry_run_tells_and_leaves_nothing(tmp_path: Path, terminal: Terminal) -> None:
    assert await bring(tmp_path, workbook(GOOD), terminal, dry_run=True)

    assert "Chạy thử" in terminal.text
    assert "Danh sách: 2 mới" in terminal.text
    assert await people.listed() == []


@pytest.mark.usefixtures("database")
async def test_every_fault_is_shown_with_its_place_and_remedy(tmp_path: Path, terminal: Terminal) -> None:
    bad = dict(GOOD)
    bad[Sheet.PEOPLE] = [
        ["", "Lê Văn [red]An", "", "KHONG-CO", "", "có lẽ"],
        ["=1+1", "Đỗ Minh", "", "CD1"],
        ["", "", "", "CD1"],
    ]
    bad[Sheet.ROLES] = [["Đỗ Minh", "Vua", "DCS"], ["Đỗ Minh", "Bí thư", "DCS", "31/02/2027"]]
    assert not await bring(tmp_path, workbook(bad), terminal)

    for said in (
        "Không có đơn vị mã “KHONG-CO”",
        "Không hiểu “có lẽ”. Hãy chọn: Có, Không",
        "Ô này là công thức",
        "Ô này chưa có gì",
        "Không hiểu “Vua”",
        "“31/02/2027” không phải là ngày",
    ):
        assert terminal.text.count(said) == 1, said
    assert "Có 6 chỗ cần sửa" in terminal.text
    assert "Mã đơn vị" in terminal.text
    assert await people.listed() == []


@pytest.mark.usefixtures("database")
async def test_a_file_that_is_no_roster_is_refused_whole(tmp_path: Path, terminal: Terminal) -> None:
    words = replace(roster_words("vi"), headings={**roster_words("vi").headings, Column.PEOPLE_NAME: "Tên"})
    assert not await bring(tmp_path, b"<html>not a workbook</html>", terminal)
    assert "không phải bảng tính .xlsx" in terminal.text

    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for sheet, fields in LAYOUT.items():
            page = book.add_worksheet(words.sheets[sheet])
            page.write_row(0, 0, [words.headings[field.column] for field in fields])
    assert not await bring(tmp_path, out.getvalue(), terminal)
    assert "Trang “Danh sách” thiếu cột: Họ và tên" in terminal.text

    assert not await import_file(
        tmp_path / "nowhere.xlsx", now=NOW, today=TODAY, language="vi", console=terminal.console
    )
    assert "Không mở được" in terminal.text


@pytest.mark.usefixtures("database")
async def test_invitations_are_written_once_and_stay_good_until_renewed(tmp_path: Path, terminal: Terminal) -> None:
    await bring(tmp_path, workbook(GOOD), terminal)

    def codes(file: str) -> list[object]:
        rows = CalamineWorkbook.from_path(str(tmp_path / file)).get_sheet_by_index(0).to_python()
        return [row[2] for row in rows[1:]]

    assert await invite(tmp_path / "a.xlsx", terminal)
    assert await invite(tmp_path / "b.xlsx", terminal)
    assert await invite(tmp_path / "c.xlsx", terminal, renew=True)
    assert len(codes("a.xlsx")) == 2
    assert codes("a.xlsx") == codes("b.xlsx")
    assert not set(codes("a.xlsx")) & set(codes("c.xlsx"))

    assert await invite(tmp_path / "unit.xlsx", terminal, unit="cd1")
    assert len(codes("unit.xlsx")) == 1
    assert await invite(tmp_path / "sheet.pdf", terminal)
    assert is_pdf(tmp_path / "sheet.pdf")


@pytest.mark.usefixtures("database")
async def test_an_unknown_unit_or_format_writes_nothing(tmp_path: Path, terminal: Terminal) -> None:
    await bring(tmp_path, workbook(GOOD), terminal)

    with pytest.raises(UnknownUnit):
        await invite(tmp_path / "a.pdf", terminal, unit="NOPE")
    with pytest.raises(UnknownFormat):
        await invite(tmp_path / "a.docx", terminal)
    assert written(tmp_path, "a.*") == []


def test_a_programme_is_checked_with_every_fault_named(tmp_path: Path, terminal: Terminal) -> None:
    file = tmp_path / "programme.toml"
    file.write_bytes(programme_file.shipped(programme_file.SHIPPED[0]))
    assert check_file(file, terminal.console)

    file.write_text("code = 5\ncolour = 'red'\n", "utf-8")
    assert not check_file(file, terminal.console)
    assert "colour" in terminal.text
