"""A few kills while the clock ticks in two processes; `python -m tests.reliability.clock --times 100` deals more."""

from pathlib import Path

import pytest

from tests.reliability.clock import run
from tests.support.databases import PostgresTemplate

pytestmark = pytest.mark.timeout(150)  # real processes on a machine that may be busy; some 8 s when it is not


async def test_whoever_is_killed_everybody_is_told_once(postgres_template: PostgresTemplate, tmp_path: Path) -> None:
    with postgres_template.copy() as peaceful, postgres_template.copy() as killed:
        found = await run(peaceful, killed, 2, seed=5, folder=tmp_path)
    assert found.wrong == []
    assert found.kinds["reminders"] > 360  # a hundred and twenty people on three days
    assert found.kinds["digest"] > 0
    assert found.changes > 1
