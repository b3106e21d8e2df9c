"""Group commit: everything that waits to be written shares the next transaction, a savepoint each.

While one commit is on its way to the disk, work queues up for the next one. So a full synchronous commit costs
each update almost nothing, and nobody waits for a timer.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

from bot import metrics
from bot.tasks import Tasks
from storage import database

Job = Callable[[], Awaitable[Any]]


class Committer:
    """One writer; SQLite has one of them, PostgreSQL may have several."""

    def __init__(self) -> None:
        self._queue: list[tuple[Job, asyncio.Future[Any]]] = []
        self._wake = asyncio.Event()
        self._stopping = False
        self._busy = False
        self._tasks = Tasks()

    def start(self) -> None:
        """Begin to write."""
        self._tasks.start(self._run(), "committer")

    async def stop(self) -> None:
        """Write what waits, then end."""
        self._stopping = True
        self._wake.set()
        await self._tasks.join()

    @property
    def idle(self) -> bool:
        """Say whether nothing waits and nothing is being written."""
        return not self._queue and not self._busy

    async def submit(self, job: Job) -> Any:
        """Run `job` in the next transaction; return its result once that has committed.

        Raises:
            Exception: what `job` raised (its own writes are taken back), or what the commit did.
        """
        done = asyncio.get_running_loop().create_future()
        self._queue.append((job, done))
        self._wake.set()
        return await done

    async def _run(self) -> None:
        while not (self._stopping and not self._queue):
            if not self._queue:
                await self._wake.wait()
            self._wake.clear()
            batch, self._queue = self._queue, []
            if batch:
                self._busy = True
                await self._commit(batch)
                self._busy = False

    async def _commit(self, batch: list[tuple[Job, asyncio.Future[Any]]]) -> None:
        results: list[tuple[asyncio.Future[Any], Any, Exception | None]] = []
        began = time.perf_counter()
        outcome = metrics.COMMITTED
        try:
            async with database.transaction():
                for job, done in batch:
                    results.append((done, *await _attempt(job, alone=len(batch) == 1)))
                if len(batch) == 1 and results[0][2] is not None:
                    raise results[0][2]
        except Exception as error:
            results = [(done, None, error) for _, done in batch]
            outcome = metrics.TAKEN_BACK
        outcome.observe(time.perf_counter() - began)
        for done, result, failure in results:
            if done.cancelled():
                continue
            if failure is None:
                done.set_result(result)
            else:
                done.set_exception(failure)


async def _attempt(job: Job, *, alone: bool) -> tuple[Any, Exception | None]:
    """Run `job`; in company under a savepoint, so that its failure is its own."""
    try:
        if alone:
            return await job(), None
        async with database.savepoint():
            return await job(), None
    except Exception as error:
        return None, error
