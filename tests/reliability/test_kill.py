"""A few kills in every run of the suite; `docs/reliability.md` tells how to run hundreds."""

from pathlib import Path

import pytest

from tests.reliability.audit import Findings
from tests.reliability.kill import Plan, run
from tests.support.databases import PostgresTemplate, SqliteTemplate

pytestmark = pytest.mark.timeout(180)  # real processes on a machine that may be busy; some 10 s each when it is not

HURRY = 0.3


async def short_run(url: str, times: int, processes: int, folder: Path) -> Findings:
    said: list[str] = []
    findings = await run(Plan(times, url, processes, seed=7, hurry=HURRY), folder, said.append)
    print(said, findings.counts)  # noqa: T201 - for whoever reads why
    return findings


async def test_killed_again_and_again_one_process_on_sqlite_loses_nothing_and_does_nothing_twice(
    sqlite_template: SqliteTemplate, tmp_path: Path
) -> None:
    with sqlite_template.copy() as url:
        findings = await short_run(url, 6, 1, tmp_path)

    assert findings.wrong == []
    assert findings.counts["updates"] > 38  # everybody wrote something


async def test_killed_again_and_again_two_processes_on_postgres_lose_nothing_and_do_nothing_twice(
    postgres_template: PostgresTemplate, tmp_path: Path
) -> None:
    with postgres_template.copy() as url:
        findings = await short_run(url, 4, 2, tmp_path)

    assert findings.wrong == []
    assert findings.counts["updates"] > 38  # everybody wrote something
