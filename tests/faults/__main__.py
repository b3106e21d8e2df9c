"""Run the product against a platform of which a fifth of all calls fails, and audit what came of it."""

import argparse
import asyncio
import tempfile
import time
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import handlers
from bot import logs
from bot.channels import telegram_request
from bot.clock import MovableClock
from tests.conftest import START, running
from tests.faults import audit, load
from tests.support import postgres
from tests.support.databases import PostgresTemplate, SqliteTemplate
from tests.support.driver_telegram import TelegramDriver

PATIENCE = 0.5
"""Seconds we wait for an answer here; ten in production. The server's silence is ten seconds in both."""


async def main(messages: int, people: int, seed: int, engine: str) -> int:
    """Return how many sentences of the audit do not hold."""
    telegram_request.READ_SECONDS = PATIENCE
    handlers.CONVERSATIONS = load.in_house()
    clock, began = MovableClock(START, runs=False), time.perf_counter()
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        url = opened.enter_context(_database(engine, folder, opened))
        async with running("telegram-polling", url, folder / "data", clock) as world:
            done = await load.run(world, messages, people, seed)
            assert isinstance(world.driver, TelegramDriver)
            report = await audit.audit(world.driver.fake, done)
    hours = (clock.now() - START).total_seconds() / 3600
    told = (
        f"seed {seed}, {engine}: {report.owed} words to {people} people in {time.perf_counter() - began:.0f} s",
        f"{hours:.1f} hours of the product's clock; calls: {dict(report.troubles.most_common())}",
        f"came twice: {report.twice}; on record as in doubt: {report.doubtful}",
        f"must arrive and left to the operator: {report.missing}; wrong: {len(report.wrong)}",
        *report.wrong[:20],
    )
    print("\n".join(told))  # noqa: T201 - the command's answer
    return len(report.wrong)


def _database(engine: str, folder: Path, opened: ExitStack) -> AbstractContextManager[str]:
    if engine == "sqlite":
        return SqliteTemplate(folder).copy()
    return PostgresTemplate(opened.enter_context(postgres.server())).copy()


if __name__ == "__main__":
    options = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    options.add_argument("--messages", type=int, default=20_000)
    options.add_argument("--people", type=int, default=300)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    chosen = options.parse_args()
    logs.configure("CRITICAL")
    raise SystemExit(min(1, asyncio.run(main(chosen.messages, chosen.people, chosen.seed, chosen.database))))
