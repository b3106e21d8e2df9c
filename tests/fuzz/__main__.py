"""`python -m tests.fuzz --updates 100000 --seed 1`: hostile updates on a database of their own, with progress."""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from bot import logs
from storage import database
from tests.fuzz.run import SIDES, Report, Run


async def fuzz(updates: int, seed: int, url: str, folder: Path, *, on: str) -> Report:
    """Run on the database of `url`, which is empty, and print how far it is."""
    begun = time.monotonic()
    told = 0

    def tell(report: Report) -> None:
        nonlocal told
        if report.updates - told >= 2000:
            told = report.updates
            rate = told / (time.monotonic() - begun)
            memory = report.memory[-1] // 2**20 if report.memory else 0
            print(f"{told} updates, {rate:.0f} a second, {memory} MB, {len(report.findings)} findings", flush=True)  # noqa: T201

    await database.migrate(url)
    await database.open_database(url)
    try:
        return await Run(folder, seed, updates, a_batch=min(200, max(60, updates // 400)), on=on).go(tell)
    finally:
        await database.close_database()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    _ = parser.add_argument("--updates", type=int, default=100_000)
    _ = parser.add_argument("--seed", type=int, default=1)
    _ = parser.add_argument("--database", default="", help="an empty one; by default a file of its own")
    _ = parser.add_argument("--on", default="telegram", choices=SIDES, help="the platform")
    given = parser.parse_args()
    logs.configure("ERROR")
    with tempfile.TemporaryDirectory() as folder:
        url = given.database or f"sqlite:///{folder}/fuzz.db"
        report = asyncio.run(fuzz(given.updates, given.seed, url, Path(folder) / "files", on=given.on))
    memory = [each // 2**20 for each in report.memory]
    for line in (
        f"{report.updates} updates, {report.sent} calls, {report.unparsed} that do not parse, {report.late} late",
        f"memory {memory} MB",
        ", ".join(f"{action} {times}" for action, times in report.done.items()),
        *(f"- {finding}" for finding in report.findings),
    ):
        print(line)  # noqa: T201
    return 1 if report.findings else 0


if __name__ == "__main__":
    sys.exit(main())
