"""The time: the system's, or one that moves only when told (the sandbox, the tests, a rehearsal)."""

import asyncio
import contextlib
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Where the product gets its time. It `stands` when it only moves as told: waiting brings nothing then."""

    @property
    def stands(self) -> bool: ...

    def now(self) -> datetime:
        """Return the moment, aware and in UTC."""
        ...

    async def wait(self, wake: asyncio.Event, until: datetime | None) -> None:
        """Return when `wake` is set (and clear it) or the clock reaches `until` (None: only when woken)."""
        ...


class SystemClock:
    """The machine's clock."""

    stands = False

    def now(self) -> datetime:
        """Return the moment, aware and in UTC."""
        return datetime.now(UTC)

    async def wait(self, wake: asyncio.Event, until: datetime | None) -> None:
        """Wait for `wake` or `until`."""
        await _wait(wake, None if until is None else (until - self.now()).total_seconds())


class MovableClock:
    """A clock that can be moved forward; between moves it runs with the machine's, or stands (`runs=False`)."""

    def __init__(self, start: datetime | None = None, *, runs: bool = True) -> None:
        real = datetime.now(UTC)
        self._runs = runs
        self._at = start or real
        self._since = real
        self._waiting: set[asyncio.Event] = set()

    @property
    def stands(self) -> bool:
        """Say whether it waits for being moved."""
        return not self._runs

    def now(self) -> datetime:
        """Return the moment, aware and in UTC."""
        return self._at + (datetime.now(UTC) - self._since) if self._runs else self._at

    def move_to(self, moment: datetime) -> None:
        """Move forward to `moment` (never back) and wake who waits."""
        self._at = max(moment, self.now())
        self._since = datetime.now(UTC)
        for wake in self._waiting:
            wake.set()

    def move(self, by: timedelta) -> None:
        """Move forward by `by`."""
        self.move_to(self.now() + by)

    async def wait(self, wake: asyncio.Event, until: datetime | None) -> None:
        """Wait for `wake`, a move, or `until`; a standing clock reaches no moment by itself."""
        self._waiting.add(wake)
        try:
            left = None if until is None else (until - self.now()).total_seconds()
            await _wait(wake, left if self._runs or left is None or left <= 0 else None)
        finally:
            self._waiting.discard(wake)


async def _wait(wake: asyncio.Event, seconds: float | None) -> None:
    if seconds is None or seconds > 0:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(wake.wait(), seconds)
    wake.clear()
