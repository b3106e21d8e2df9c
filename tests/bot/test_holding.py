"""What is single runs in one process, moves when that one ends or loses its database, and comes back."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest

from bot.holding import Holding
from storage import database, holding
from tests.storage.test_holding import ended
from tests.support.databases import PostgresTemplate

SOON = 10
"""Seconds until what should happen is given up."""


@pytest.fixture
def url(postgres_template: PostgresTemplate) -> Iterator[str]:
    with postgres_template.copy() as address:
        yield address


class Watched:
    """Work that only runs; `begun` and `over` are set each time."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.over = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        self.over.clear()
        self.begun.set()
        await stop.wait()
        self.begun.clear()
        self.over.set()


@asynccontextmanager
async def living(url: str) -> AsyncIterator[tuple[Holding, Watched]]:
    """A process with one single work."""
    holding, work = Holding(url), Watched()
    await holding.open()
    holding.single("the work", work.run)
    try:
        yield holding, work
    finally:
        await holding.stop()
        await holding.close()


async def soon(event: asyncio.Event) -> None:
    await asyncio.wait_for(event.wait(), SOON)


async def test_single_work_runs_in_one_process_and_moves_when_that_one_stops(url: str) -> None:
    async with living(url) as (first, here), living(url) as (second, there):
        await soon(here.begun)
        assert first.holds("the work")
        assert not there.begun.is_set()
        assert not second.holds("the work")

        await first.stop()

        assert here.over.is_set()
        await soon(there.begun)


async def test_whoever_loses_the_database_stops_its_work_until_it_is_back(url: str) -> None:
    async with living(url) as (holding, work):
        await soon(work.begun)

        await ended(url, holding.process)

        await soon(work.over)
        await soon(work.begun)


async def test_who_draws_a_number_that_is_taken_is_known_by_the_one_it_got(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter([(10 << 10) | 5, (11 << 10) | 5, (12 << 10) | 6])
    monkeypatch.setattr(holding, "_new_process", lambda: next(drawn))

    async with living(url) as (first, _), living(url) as (second, _):
        assert holding.number(first.process) != holding.number(second.process)
        await database.open_database(url)
        try:
            async with database.transaction():
                assert await holding.gone([first.process, second.process]) == set()
        finally:
            await database.close_database()


async def test_work_that_fails_is_begun_anew(url: str) -> None:
    tries = asyncio.Queue[int]()

    async def fails(_stop: asyncio.Event) -> None:
        tries.put_nowait(1)
        raise RuntimeError("a defect")

    async with living(url) as (holding, _):
        holding.single("what fails", fails)
        for _ in range(2):
            await asyncio.wait_for(tries.get(), SOON)
