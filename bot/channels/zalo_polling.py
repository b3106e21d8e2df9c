"""Zalo by long polling, to try it out: what is served is not served again, so it is kept until it is stored."""

import asyncio
import contextlib
import logging
import random
import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot import metrics
from bot.channels.channel import ChannelDown, Refused, SendError, Take
from bot.channels.zalo import Zalo

WAIT = timedelta(seconds=5)
"""How long an empty poll lasts. A stop waits for it: the platform would serve the next message to a poll nobody hears.
"""

PAUSES = tuple(timedelta(seconds=seconds) for seconds in (1, 2, 5, 10, 30))
JITTER = 0.25
"""The share of a pause by which it may be longer."""

LAST_TRIES = 5
"""How often storing is tried while the product stops; nobody brings the update again."""

log = logging.getLogger(__name__)


async def poll(channel: Zalo, take: Take, *, stop: asyncio.Event, pauses: Sequence[timedelta] = PAUSES) -> None:
    """Hand every update to `take`, in order, until `stop`, and ask for the next only when it is stored.

    While a webhook is set, it gets the updates: this waits until an operator has deleted it, and says so once. After
    the n-th failure in a row it pauses for the n-th of `pauses`.

    Raises:
        ChannelDown: the token is refused.
    """
    failures = 0
    is_ours = False
    while not stop.is_set():
        try:
            is_ours = is_ours or not await _is_taken_away(channel)
            if is_ours:
                found = await channel.updates(WAIT)
                metrics.POLLS.labels(channel.name).inc()
                failures = 0
                if found:
                    await _keep(channel, found, take, stop, pauses)
                continue
        except ChannelDown:
            raise
        except SendError as error:
            is_ours = False
            if not failures:
                log.warning("Polling pauses.", extra={"channel": channel.name, "reason": type(error).__name__})
        await _rest(stop, pauses[min(failures, len(pauses) - 1)])
        failures += 1


async def _is_taken_away(channel: Zalo) -> bool:
    """Say whether a webhook takes what we would poll.

    Raises:
        SendError: the platform did not say.
    """
    try:
        if not (await channel.webhook()).url:
            return False
    except Refused:
        return False  # it tells nothing, so that only the poll can
    channel.polled_at = time.monotonic()  # the platform does answer
    if channel.contested_since is None:
        channel.contested_since = channel.polled_at
        log.error("A webhook takes this bot's updates: hanhtrinh zalo webhook delete", extra={"channel": channel.name})
    return True


async def _keep(channel: Zalo, found: list[Any], take: Take, stop: asyncio.Event, pauses: Sequence[timedelta]) -> None:
    """Store what nobody will bring again: for as long as it takes, or, while the product stops, a few times."""
    failures = 0
    while True:
        try:
            return await take(found)
        except Exception as error:
            if not failures:
                log.error("An update was not stored; trying again.", extra={"channel": channel.name}, exc_info=error)
        pause = pauses[min(failures, len(pauses) - 1)]
        failures += 1
        if not stop.is_set():
            await _rest(stop, pause)
        elif failures < LAST_TRIES:
            await asyncio.sleep(pauses[0].total_seconds())
        else:
            return log.error("An update is lost.", extra={"channel": channel.name})


async def _rest(stop: asyncio.Event, pause: timedelta) -> None:
    """Wait for `pause`, and a little more so that several bots do not come back at once; or until `stop`."""
    seconds = pause.total_seconds() * (1 + random.uniform(0, JITTER))  # noqa: S311 - no secret
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
