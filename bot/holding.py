"""What is single (polling a token, the clock) runs in the process that holds its name, and only while it does."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

import structlog

from bot.tasks import Tasks
from storage.holding import BEAT, HoldLost, hold_of

Work = Callable[[asyncio.Event], Awaitable[None]]
"""Runs until the event is set; run again whenever the name is held anew."""

log = structlog.get_logger(__name__)


class Holding:
    """This process among those that share the database at `url`."""

    def __init__(self, url: str) -> None:
        self._wake = asyncio.Event()
        self._hold = hold_of(url, self._wake.set)
        self._works: dict[str, Work] = {}
        self._running: dict[str, asyncio.Event] = {}
        self._lost = False
        self._closing = False
        self._work_tasks = Tasks()
        self._tasks = Tasks()

    @property
    def process(self) -> int:
        """The number by which the others know this process; it stays as it is once `open` has returned."""
        return self._hold.process

    async def open(self) -> None:
        """Begin to live among the others.

        Raises:
            AlreadyRunning, DatabaseUnreachable: another process has the SQLite file; PostgreSQL cannot be reached.
        """
        await self._hold.open()
        self._tasks.start(self._beat(), "holding what is single")

    def single(self, name: str, work: Work) -> None:
        """Run `work` in one process at a time: here, as soon as `name` is free."""
        self._works[name] = work
        self._wake.set()

    def holds(self, name: str) -> bool:
        """Say whether the work of `name` runs here; else another process has it, or nobody for a moment."""
        return name in self._running and not self._running[name].is_set()

    async def stop(self) -> None:
        """End the work, then let another process have it at once."""
        self._works.clear()
        for stop in self._running.values():
            stop.set()
        await self._work_tasks.join()
        self._wake.set()

    async def close(self) -> None:
        """Live no more."""
        self._closing = True
        self._wake.set()
        await self._tasks.join()
        await self._hold.close()

    async def _beat(self) -> None:
        while not self._closing:
            self._wake.clear()
            held = await self._held()
            for name in self._running.keys() - held:
                self._running[name].set()
            for name in held & self._works.keys() - self._running.keys():
                self._begin(name)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), BEAT)

    async def _held(self) -> set[str]:
        try:
            held = await self._hold.hold(self._works.keys() | self._running.keys())
        except HoldLost as lost:
            if not self._lost:
                log.error("the hold is lost; what is single pauses", reason=type(lost.__cause__).__name__)
            self._lost = True
            return set()
        self._lost = False
        return held

    def _begin(self, name: str) -> None:
        stop = self._running[name] = asyncio.Event()
        log.info("this process has what is single", name=name)
        self._work_tasks.start(self._run(name, self._works[name], stop), name)

    async def _run(self, name: str, work: Work, stop: asyncio.Event) -> None:
        try:
            await work(stop)
        finally:
            del self._running[name]
