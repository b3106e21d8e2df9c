"""Looks at the jobs whenever one is due, in the process that has the clock; what is due lies in tables."""

import asyncio
import contextlib
from datetime import datetime

import structlog

from bot.clock import Clock
from bot.rounds import Rounds
from bot.tasks import Tasks

LOOK_EVERY = 30.0
"""Seconds of real time between looks at most: a machine that slept, or whose clock was set, is noticed."""

AGAIN = 5.0
"""Seconds until it is looked again after the database was away."""

log = structlog.get_logger(__name__)


class Ticking:
    """Has `rounds` look by `clock`."""

    def __init__(self, rounds: Rounds, clock: Clock) -> None:
        self._rounds = rounds
        self._clock = clock
        self._wake = asyncio.Event()
        self._tasks = Tasks()

    async def run(self, stop: asyncio.Event) -> None:
        """Look until `stop`: the clock is ours, and no other process's. A run under way ends with its portion."""
        self._tasks.start(self._wake_at(stop), "stopping to look at the jobs")
        while not stop.is_set():
            try:
                async with self._rounds.alone:
                    await self._rounds.look(lambda: not stop.is_set())
                    until, patience = await self._rounds.next_at(), LOOK_EVERY
            except Exception as error:
                log.error("the jobs cannot be looked at", exc_info=error)
                until, patience = None, AGAIN
            await self._wait(stop, until, patience)
        await self._tasks.join()

    async def _wait(self, stop: asyncio.Event, until: datetime | None, patience: float) -> None:
        if not stop.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(patience):
                    await self._clock.wait(self._wake, until)

    async def _wake_at(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._wake.set()
