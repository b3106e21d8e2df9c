"""A clock that several processes read, and a test moves: a file with a moment, and since when it runs on from there."""

import asyncio
import mmap
import struct
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

LAYOUT = struct.Struct("<qd")
"""Milliseconds since 1970, and the machine's monotonic seconds at which that was so."""

LOOK = 0.01
"""Seconds between looks at a clock that somebody else may move."""


class SharedClock:
    """Reads `file`; between moves it runs with the machine's clock."""

    stands = False

    def __init__(self, file: Path) -> None:
        with file.open("r+b") as opened:
            self._page = mmap.mmap(opened.fileno(), LAYOUT.size)

    def now(self) -> datetime:
        """Return the moment, aware and in UTC."""
        milliseconds, since = LAYOUT.unpack_from(self._page)
        return datetime.fromtimestamp(milliseconds / 1000, UTC) + timedelta(seconds=time.monotonic() - since)

    async def wait(self, wake: asyncio.Event, until: datetime | None) -> None:
        """Wait for `wake`, a move, or `until`."""
        before = self._page[:]
        while not wake.is_set() and self._page[:] == before and (until is None or self.now() < until):  # noqa: ASYNC110
            await asyncio.sleep(LOOK)
        wake.clear()


def set_to(file: Path, moment: datetime) -> None:
    """Move the clock of `file`, or make it."""
    now = LAYOUT.pack(round(moment.timestamp() * 1000), time.monotonic())
    if not file.exists():
        file.write_bytes(now)
    with file.open("r+b") as opened:
        opened.write(now)
