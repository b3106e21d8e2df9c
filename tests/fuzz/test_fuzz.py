"""Hostile updates, a short run on each database; `python -m tests.fuzz --updates 100000` is the long one."""

from pathlib import Path

import pytest

from storage import database
from tests.fuzz.run import Run

UPDATES = 720
SEEDS = {"sqlite": 11, "postgres": 12}


async def test_hostile_updates_break_nothing_and_change_nothing_foreign(opened: str, tmp_path: Path) -> None:
    report = await Run(tmp_path / "files", SEEDS[opened.partition(":")[0]], UPDATES).go()
    assert report.findings == []
    assert report.updates == UPDATES
    assert report.sent > UPDATES / 2
    assert set(report.done) - {"season.opened", "consent.withdrawn"}, "nobody came far enough to change anything"


@pytest.mark.parametrize("side", ["zalo", "oa"])
async def test_what_people_may_type_and_forge_on_zalo_breaks_nothing(
    sqlite_url: str, tmp_path: Path, side: str
) -> None:
    await database.open_database(sqlite_url)
    try:
        report = await Run(tmp_path / "files", SEEDS["sqlite"], UPDATES // 2, on=side).go()
    finally:
        await database.close_database()
    assert report.findings == []
    assert report.sent > UPDATES / 5
    assert set(report.done) - {"season.opened", "consent.withdrawn"}, "nobody came far enough to change anything"
