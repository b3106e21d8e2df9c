"""Background work: started here, kept, its error logged, stopped in order; nowhere else."""

import asyncio
import contextvars
from collections.abc import Coroutine
from typing import Any

import structlog

log = structlog.get_logger(__name__)


class Tasks:
    """The running background work of one part of the product."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        """Run `work`, outside whatever transaction is open here; its error is logged."""
        task = asyncio.get_running_loop().create_task(work, name=name, context=contextvars.Context())
        self._running.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("background work failed", work=task.get_name(), exc_info=error)

    async def join(self) -> None:
        """Wait until all of it has ended by itself."""
        while self._running:
            await asyncio.wait(set(self._running))

    async def cancel(self) -> None:
        """Cancel what still runs, and wait for it."""
        for task in set(self._running):
            task.cancel()
        if self._running:
            await asyncio.wait(set(self._running))
