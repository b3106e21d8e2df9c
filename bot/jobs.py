"""Runs a portion of a job, and puts what it wants said into the outbox, in one transaction."""

from collections.abc import Collection, Mapping
from datetime import datetime
from types import ModuleType
from zoneinfo import ZoneInfo

import structlog

from bot import wire
from bot.channels.channel import Channel
from bot.ids import Ids
from handlers.rendering import Words
from scheduler.desk import Desk
from storage import outbox

log = structlog.get_logger(__name__)


class Jobs:
    """Gives every job its desk."""

    def __init__(
        self, channels: Mapping[str, Channel], ids: Ids, zone: ZoneInfo, operators: Collection[str] = ()
    ) -> None:
        self._channels = channels
        self._ids = ids
        self._zone = zone
        self._operators = tuple(operators)

    async def portion(self, job: ModuleType, now: datetime) -> int:
        """Run `job` once at `now` (UTC), in the open transaction; return how many rows it dealt with."""
        desk = Desk(self._zone, self._operators)
        count: int = await job.run(now, desk)
        words = Words(self._zone)
        rows = []
        for chat, language, say in desk.owed:
            name = chat.partition(":")[0]
            if name in self._channels:
                rows += wire.owed(words.spoken(say, chat, language), self._channels[name].can, self._ids, now)
            else:  # a bot that is no longer configured
                log.warning("nobody can say this", channel=name)
        if rows:
            await outbox.add(rows)
        return count
