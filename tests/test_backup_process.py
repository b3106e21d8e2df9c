"""Backing up and restoring as an operator does: beside the running product, to an empty machine, and on from there."""

import asyncio
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest

from storage.files import Files
from tests.support import thirty
from tests.support.databases import PostgresTemplate
from tests.test_process import Operator, Phone, api, control, hands_in, joins, nothing_went_wrong, operator, registers
from tests.test_process import sets_up as sets_up_a_unit

__all__ = ("api", "control")

pytestmark = pytest.mark.timeout(150)  # a dozen processes on a machine that may be busy


@pytest.fixture
def empty_postgres(postgres_template: PostgresTemplate) -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    with postgres_template.copy() as url:
        yield url


async def fails(server: Operator, *command: object, largest: int | None = None) -> str:
    """Run a command to its end, which is 1; return what it printed. No file may be `largest` bytes or more."""

    def limit() -> None:
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *map(str, command), cwd=server.folder, env=server.environment, preexec_fn=limit,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    printed = (await process.communicate())[0].decode()
    assert process.returncode == 1, printed
    assert "Traceback" not in printed
    return printed


def another_machine(server: Operator, folder: Path, database: str = "") -> Operator:
    """Return an operator who has the same settings, an empty folder and perhaps another database."""
    folder.mkdir()
    environment = {**server.environment, "DATA_DIR": str(folder / "data")}
    return Operator(folder, {**environment, "DATABASE_URL": database} if database else environment)


def everything_in(folder: Path) -> list[Path]:
    """Return all files and folders below `folder`."""
    return sorted(folder.rglob("*"))


async def test_a_unit_moves_from_sqlite_to_postgres_in_the_middle_of_a_conversation(
    api: str, control: aiohttp.ClientSession, tmp_path: Path, empty_postgres: str
) -> None:
    old = operator(tmp_path, api, "polling")
    old.environment["TELEGRAM_PACE"] = "0"  # how fast a chat may be spoken to is another test's
    token = await sets_up_a_unit(old)
    member, executive = Phone(control, "41"), Phone(control, "77")
    file = tmp_path / "sao-luu.tar"

    async with old.running():
        await asyncio.gather(
            joins(member, thirty.member(0), token[thirty.member(0)]),
            joins(executive, "Vũ Đức Thắng", token["Vũ Đức Thắng"]),
        )
        await registers(member)
        await hands_in(member)
        await executive.hears("reviews.card")
        await executive.taps("reviews.return")
        await executive.hears("reviews.ask-reason")
        printed = await old.runs("backup", file)
    assert "people 3" in printed
    stored = [each for each in everything_in(tmp_path / "data" / "files") if each.is_file()]
    assert f"{len(stored)} tệp" in printed
    assert len(stored) > 5
    assert "nguyên vẹn" in await old.runs("backup", "--check", file)

    new = another_machine(old, tmp_path / "new", empty_postgres)
    assert "Đã phục hồi" in await new.runs("restore", file)
    kept = {
        each.name: each.read_bytes() for each in everything_in(tmp_path / "new" / "data" / "files") if each.is_file()
    }
    assert kept == {each.name: each.read_bytes() for each in stored}
    async with new.running():
        await executive.does("says", text="Ảnh 3 chưa thấy ngày tổ chức.")
        assert "Ảnh 3 chưa thấy ngày" in await member.hears("reviews.told-returned")
        await member.does("says", text="sổ")
        await member.hears("book.overview")

    await nothing_went_wrong(control)


async def test_every_way_it_cannot_be_done_has_its_sentence(api: str, tmp_path: Path) -> None:
    server = operator(tmp_path, api, "polling")
    file = tmp_path / "a.tar"
    assert "Chưa có gì để sao lưu" in await fails(server, "backup", file)
    assert not (tmp_path / "data").exists(), "asking for a backup made a database"
    (tmp_path / "danh-sach.xlsx").write_bytes(thirty.spreadsheet())
    await server.runs("roster", "import", "danh-sach.xlsx")

    await Files((tmp_path / "data" / "files").as_uri()).put("evidence/ab/ab.jpg", bytes(500_000))

    assert "Không đủ chỗ" in await fails(server, "backup", file, largest=400_000)
    for nowhere in (tmp_path / "nowhere" / "a.tar", "/proc/a.tar", file / "a.tar"):
        assert "Không đọc, ghi được" in await fails(server, "backup", nowhere)
    assert [each.name for each in everything_in(tmp_path) if "tar" in each.name] == []

    await server.runs("backup", file)
    assert "không ghi đè" in await fails(server, "backup", file)
    assert "đã có dữ liệu" in await fails(server, "restore", file)
    assert "không phải bản sao lưu" in await fails(server, "restore", "danh-sach.xlsx")
    assert "Không đọc, ghi được" in await fails(server, "restore", "none.tar")
    new = another_machine(server, tmp_path / "new")
    assert "chạy lại lệnh này" in await fails(new, "restore", file, largest=400_000)
    cut = tmp_path / "cut.tar"
    cut.write_bytes(file.read_bytes()[:-5000])
    assert "bị hỏng" in await fails(new, "backup", "--check", cut)
    assert "bị hỏng" in await fails(new, "restore", cut)
    no_files = Operator(new.folder, {**new.environment, "FILES_URL": "file:///proc/none"})
    assert "Kho tệp không dùng được" in await fails(no_files, "restore", file)
    assert "Đã phục hồi" in await new.runs("restore", file), "what failed before is no hindrance"
