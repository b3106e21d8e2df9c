"""`hanhtrinh rehearse`: what cannot be rehearsed is refused with its remedy, and stopping leaves nothing behind."""

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from bot.commands.rehearse import STOPPED, run
from bot.rehearsal.year import Wanted
from journey.programme_file import shipped

GOOD = Wanted("nguoi-cong-san-tre", members=4, groups=2, seed=1, year=2027)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (replace(GOOD, members=1), "--groups"),
        (replace(GOOD, members=0), "--members"),
        (replace(GOOD, year=1999), "--year"),
        (replace(GOOD, programme="không-có"), "nguoi-cong-san-tre"),
    ],
)
async def test_what_cannot_be_rehearsed_is_refused_with_what_would_do(
    wanted: Wanted, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "report.html"
    assert await run(wanted, file) == 1
    assert said in capsys.readouterr().err
    assert not file.exists()


async def test_a_report_without_a_folder_is_refused_before_a_year_is_spent_on_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await run(GOOD, tmp_path / "nowhere" / "report.html") == 1
    said = capsys.readouterr()
    assert "--out" in said.err
    assert not said.out


async def test_a_programme_with_mistakes_is_answered_with_each_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.toml"
    _ = broken.write_bytes(shipped("nguoi-cong-san-tre").replace(b'["cap_uy"]', b'["cap_nao"]', 1))
    assert await run(replace(GOOD, programme=str(broken)), tmp_path / "report.html") == 1
    assert "assessment" in capsys.readouterr().err


async def test_stopped_in_the_middle_it_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    playing = asyncio.create_task(run(GOOD, tmp_path / "report.html"))
    await asyncio.sleep(0)  # it goes as far as it can: to the tables of its database
    assert left(tmp_path)
    _ = playing.cancel()
    assert await playing == STOPPED
    assert not left(tmp_path)


def left(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]
