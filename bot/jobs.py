"""Runs a portion of a job, and puts what it wants said into the outbox, in one transaction."""

from collections.abc import Collection
from datetime import datetime
from types import ModuleType

import structlog

from bot import wire
from bot.office import Offices
from bot.road import Road
from scheduler.desk import Desk
from storage import outbox

log = structlog.get_logger(__name__)


class Jobs:
    """Gives every job its desk. `operators` are the chats of who keeps the product running."""

    def __init__(self, road: Road, offices: Offices, operators: Collection[str] = ()) -> None:
        self._road = road
        self._offices = offices
        self._words = road.dispatch.words
        self._operators = tuple(operators)

    async def portion(self, job: ModuleType, now: datetime) -> int:
        """Run `job` once at `now` (UTC), in the next transaction; return how many rows it dealt with."""
        count: int = await self._road.committer.submit(lambda: self._run(job, now))
        self._road.sender.wake()
        return count

    async def _run(self, job: ModuleType, now: datetime) -> int:
        zone = self._road.zone
        desk = Desk(zone, self._operators, self._offices.at(now.astimezone(zone).date()))
        count: int = await job.run(now, desk)
        rows = []
        for chat, language, say in desk.owed:
            channel = self._road.channels.get(chat.partition(":")[0])
            if channel is None:  # a bot that is no longer configured
                log.warning("nobody can say this", channel=chat.partition(":")[0])
                continue
            rows += wire.owed(self._words.spoken(say, chat, language), channel.can, self._road.ids, now)
        if rows:
            await outbox.add(rows)
        return count
