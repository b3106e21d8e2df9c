"""Takes updates from a platform that waits two seconds for its answer: into the database, else onto the disk.

What lies on the disk was confirmed; it is taken into the database as soon as that has time again, also by the process
that comes after this one. What is taken twice is stored once, by its key.
"""

import asyncio
import contextlib
import json
import os
import time
import uuid
from pathlib import Path
from typing import Any

import structlog

from bot import metrics
from bot.channels.channel import Take
from bot.tasks import Tasks

DATABASE_PATIENCE = 1.0
"""Seconds the database has; the platform hangs up after two."""

DISK_PATIENCE = 0.6
"""Seconds the disk has, when the database had not enough with its own."""

AGAIN = 1.0
"""Seconds between tries to take what lies on the disk."""

ENDING = ".json"

BEGUN = ".begun"

ASIDE = ".bad"
"""What a faulty disk made of a file: in nobody's way, for an operator to look at."""

TORN_AFTER = 3600.0
"""Seconds after which nobody is at writing a file any more: its process is gone, and it was never confirmed."""

log = structlog.get_logger(__name__)


class Spool:
    """The updates of one channel that wait in `folder`; `take` stores them and returns when that is committed."""

    def __init__(self, channel: str, folder: Path, take: Take) -> None:
        self._channel = channel
        self._folder = folder
        self._take = take
        self._wake = asyncio.Event()
        self._stopping = False
        self._tasks = Tasks()
        self._draining = Tasks()

    def start(self) -> None:
        """Begin with what an earlier process left."""
        self._wake.set()
        self._draining.start(self._drain(), f"what waits on the disk for {self._channel}")

    async def stop(self) -> None:
        """Take nothing more from the disk; what is on its way into the database arrives."""
        self._stopping = True
        self._wake.set()
        await self._draining.join()
        await self._tasks.join()

    async def take(self, update: Any) -> None:
        """Return when `update` is safe, within the two patiences.

        Raises:
            TimeoutError, OSError: it is not safe anywhere; the platform shall bring it again.
        """
        stored = asyncio.get_running_loop().create_future()
        self._tasks.start(self._store(update, stored), f"an update of {self._channel}")
        await asyncio.wait({stored}, timeout=DATABASE_PATIENCE)
        if stored.done() and stored.result():
            return
        async with asyncio.timeout(DISK_PATIENCE):
            await asyncio.to_thread(self._write, json.dumps(update, ensure_ascii=False))
        metrics.SPOOLED.labels(self._channel).inc()
        self._wake.set()

    async def _store(self, update: Any, stored: "asyncio.Future[bool]") -> None:
        try:
            await self._take([update])
        except Exception as error:
            log.error("an update was not stored", channel=self._channel, error=type(error).__name__)
            stored.set_result(False)
        else:
            stored.set_result(True)

    def _write(self, text: str) -> None:
        """Keep `text` so that a power cut does not take it; names are in the order in which they came."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._folder / f"{time.time_ns():020}-{uuid.uuid4().hex[:8]}{ENDING}"
        begun = path.with_suffix(BEGUN)
        with open(begun, "w", encoding="utf-8", errors="replace", opener=_for_us_alone) as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        begun.rename(path)
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    async def _drain(self) -> None:
        await asyncio.to_thread(self._clear)
        while not self._stopping:
            self._wake.clear()
            if await self._is_empty():
                await self._wake.wait()
            else:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), AGAIN)

    async def _is_empty(self) -> bool:
        """Take what lies there, in order, up to the first that does not go; say whether all of it went."""
        for path in await asyncio.to_thread(self._waiting):
            try:
                update = json.loads(await asyncio.to_thread(path.read_bytes))
            except FileNotFoundError:  # another process with this folder was faster
                continue
            except ValueError:
                log.error("what lies on the disk cannot be read and is set aside", channel=self._channel)
                await asyncio.to_thread(path.rename, path.with_suffix(ASIDE))
                continue
            try:
                await self._take([update])
            except Exception as error:
                log.warning(
                    "what waits on the disk is not stored yet", channel=self._channel, error=type(error).__name__
                )
                return False
            await asyncio.to_thread(path.unlink, missing_ok=True)
        return True

    def _clear(self) -> None:
        """Forget what a process that was killed had begun to write: it holds somebody's words."""
        for path in self._folder.glob(f"*{BEGUN}"):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > TORN_AFTER:
                    path.unlink()

    def _waiting(self) -> list[Path]:
        return sorted(self._folder.glob(f"*{ENDING}"))


def _for_us_alone(path: str, flags: int) -> int:
    """Open a file that other users of the machine do not read: it holds what people wrote."""
    return os.open(path, flags, 0o600)
