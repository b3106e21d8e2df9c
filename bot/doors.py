"""What our bots are called and where people find them, asked of the platforms at the start."""

import asyncio
import contextlib
from collections.abc import Collection

import structlog

from bot.channels.channel import Channel, SendError
from journey.door import Door

TRY_AGAIN = 30.0
"""Seconds until a platform that did not say is asked again."""

log = structlog.get_logger(__name__)


class Doors:
    """Those of `channels`, in their order, as far as they are known by now."""

    def __init__(self, channels: Collection[Channel]) -> None:
        self._channels = channels
        self._known: dict[str, Door | None] = {}

    def known(self) -> tuple[Door, ...]:
        """Return what may be told to people."""
        found = (self._known.get(channel.name) for channel in self._channels)
        return tuple(door for door in found if door is not None)

    async def look(self, stop: asyncio.Event) -> None:
        """Ask until all are known, or until `stop`."""
        while not stop.is_set() and not await self._ask():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), TRY_AGAIN)

    async def _ask(self) -> bool:
        """Ask those that did not say; return whether all have."""
        for channel in self._channels:
            if channel.name in self._known:
                continue
            try:
                self._known[channel.name] = await channel.door()
            except SendError as error:
                log.warning("a bot's name is not known yet", channel=channel.name, reason=type(error).__name__)
        return len(self._known) == len(self._channels)
