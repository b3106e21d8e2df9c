"""Runs what a page posts, and puts what it wants said into the outbox, in one transaction."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar

import structlog

from bot import wire
from bot.road import Road
from handlers.review_asking import Tells
from storage import database, outbox
from storage.outbox import Owed

TRIES = 5
"""How often a post is tried that was in another transaction's way."""

Result = TypeVar("Result")
Act = Callable[[], Awaitable[tuple[Result, Tells]]]
"""What a post does: it returns what came of it, and who is told what (by person)."""

log = structlog.get_logger(__name__)


class Posting:
    """The way of a page onto the road."""

    def __init__(self, road: Road) -> None:
        self._road = road

    async def run(self, act: Act[Result], now: datetime) -> Result:
        """Run `act` in the next transaction, at `now` (UTC); return what came of it once that has committed.

        Raises:
            Exception: what `act` raised, or the database; nothing of it has happened.
        """
        for attempt in range(TRIES):
            try:
                result: Result = await self._road.committer.submit(lambda: self._run(act, now))
            except Exception as error:
                if attempt + 1 == TRIES or not database.is_in_the_way(error):
                    raise
            else:
                self._road.sender.wake()
                return result
        raise AssertionError("the last try returns or raises")

    def fetch(self) -> None:
        """Let the fetcher look at what has just been registered."""
        self._road.fetcher.wake()

    async def _run(self, act: Act[Result], now: datetime) -> Result:
        result, tells = await act()
        rows: list[Owed] = []
        for spoken in await self._road.dispatch.telling.told(tells, now):
            channel = self._road.channels.get(spoken.chat.partition(":")[0])
            if channel is None:  # a bot that is no longer configured
                log.warning("nobody can say this", channel=spoken.chat.partition(":")[0])
                continue
            rows += wire.owed(spoken, channel.can, self._road.ids, now)
        if rows:
            await outbox.add(rows)
        return result
