"""Hostile updates, a short run on each database; `python -m tests.fuzz --updates 100000` is the long one."""

from pathlib import Path

from tests.fuzz.run import Run

UPDATES = 720
SEEDS = {"sqlite": 11, "postgres": 12}


async def test_hostile_updates_break_nothing_and_change_nothing_foreign(opened: str, tmp_path: Path) -> None:
    report = await Run(tmp_path / "files", SEEDS[opened.partition(":")[0]], UPDATES).go()
    assert report.findings == []
    assert report.updates == UPDATES
    assert report.sent > UPDATES / 2
    assert set(report.done) - {"season.opened", "consent.withdrawn"}, "nobody came far enough to change anything"
