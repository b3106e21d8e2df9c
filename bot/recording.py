"""Records what calls came to: all that has gathered goes into the next commit, and is tried until it is in."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

import structlog

from bot.clock import Clock
from bot.committer import Committer
from bot.settlement import Settlement
from bot.tasks import Tasks
from storage import database
from storage.outbox import Fate
from storage.sql import ms

log = structlog.get_logger(__name__)

AGAIN_AFTER = 0.5
"""Seconds until recording is tried again."""

GATHERS = 0.02
"""Seconds for which fates gather once they come fast; a commit each would take a fifth of the CPU at 300 updates/s."""

FAST = 3
"""So many recordings within `GATHERS` are fast: a chat alone never is, and its next message need not wait."""

LAST_TRIES = 20
"""How often it is tried while the product stops; the rows stay `sending` then, and whoever lives on knows."""


class Recording:
    """Of one process's calls; `recorded` hears of each settlement once it is committed."""

    def __init__(
        self, committer: Committer, clock: Clock, process: int, recorded: Callable[[Settlement], None]
    ) -> None:
        self._committer = committer
        self._clock = clock
        self._process = process
        self._recorded = recorded
        self._gathered = Settlement()
        self._is_under_way = False
        self._is_stopping = False
        self._begun: deque[float] = deque([-GATHERS] * FAST, maxlen=FAST)
        self._tasks = Tasks()

    @property
    def idle(self) -> bool:
        """Say whether everything is recorded."""
        return not self._is_under_way

    async def stop(self) -> None:
        """Record what has gathered, for as long as the database may take."""
        self._is_stopping = True
        await self._tasks.join()

    def add(self, **parts: Sequence[object]) -> None:
        """Have the next commit record these parts of a Settlement."""
        for name, values in parts.items():
            getattr(self._gathered, name).extend(values)
        if not self._is_under_way:
            self._begin()

    def _begin(self) -> None:
        self._is_under_way = True
        self._tasks.start(self._record(), "recording what was sent")

    async def _record(self) -> None:
        if self._is_fast() and not self._is_stopping and not self._clock.stands:
            await asyncio.sleep(GATHERS)
        tries = 0
        while (settlement := await self._attempt()) is None:
            tries += 1
            if self._is_stopping and tries > LAST_TRIES:
                return
            await asyncio.sleep(AGAIN_AFTER)
        self._is_under_way = False
        if self._gathered.is_some:
            self._begin()
        self._recorded(settlement)

    def _is_fast(self) -> bool:
        now = asyncio.get_running_loop().time()
        self._begun.append(now)
        return now - self._begun[0] < GATHERS

    async def _attempt(self) -> Settlement | None:
        """Record what has gathered when the commit opens; return it, None when the database is in trouble."""
        settlement = Settlement()

        async def write() -> None:
            nonlocal settlement
            settlement, self._gathered = self._gathered, Settlement()
            await settlement.write(ms(self._clock.now()), self._process)

        try:
            await self._committer.submit(write)
        except Exception as error:
            log.error("what was sent could not be recorded yet", exc_info=error)
            if database.is_in_trouble(error) or not settlement.is_some:
                self._gathered = settlement.before(self._gathered)
                return None
            await self._apart(settlement)
        return settlement

    async def _apart(self, settlement: Settlement) -> None:
        """Record piece by piece what the database will not take as a whole: one bad piece holds up nobody."""
        later = Settlement()
        for piece in settlement.pieces():
            try:
                await self._committer.submit(partial(piece.write, ms(self._clock.now()), self._process))
            except Exception as error:
                if database.is_in_trouble(error):
                    later = later.before(piece)
                    continue
                log.error("what came of a call cannot be recorded", exc_info=error)
                later.fates += [Fate(fate.id, "failed", error=type(error).__name__) for fate in piece.fates]
        self._gathered = later.before(self._gathered)
