"""What waits on the disk is taken in its order, and one file that cannot be read holds up nobody."""

import json
from pathlib import Path
from typing import Any

from bot.spool import ASIDE, ENDING, Spool
from tests.support.driver import until


async def test_a_file_that_a_faulty_disk_spoilt_is_set_aside_and_the_others_are_taken(tmp_path: Path) -> None:
    (tmp_path / f"1{ENDING}").write_text(json.dumps({"n": 1}))
    (tmp_path / f"2{ENDING}").write_bytes(b"\x00\xff{")
    (tmp_path / f"3{ENDING}").write_text(json.dumps({"n": 3}))
    taken: list[Any] = []

    async def take(updates: list[Any]) -> None:
        taken.extend(updates)

    spool = Spool("oa", tmp_path, take)
    spool.start()
    await until(lambda: _names(tmp_path) == [f"2{ASIDE}"])
    await spool.stop()

    assert taken == [{"n": 1}, {"n": 3}]


def _names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]
