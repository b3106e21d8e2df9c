"""Telegram by long polling: what is stored is confirmed, nothing else."""

import asyncio
import logging
from collections.abc import Coroutine, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot import metrics
from bot.channels.channel import ChannelDown, Take
from bot.channels.telegram import Telegram
from bot.channels.telegram_errors import delay
from bot.channels.untrusted import fields, number

WAIT = timedelta(seconds=30)
PAUSES = tuple(timedelta(seconds=seconds) for seconds in (1, 2, 4, 8, 16, 30))

Result = TypeVar("Result")
log = logging.getLogger(__name__)


class _NothingNew(Exception):
    """A batch without a single id: it cannot be confirmed, so it will come again."""


async def poll(
    channel: Telegram,
    take: Take,
    *,
    stop: asyncio.Event,
    wait: timedelta = WAIT,
    pauses: Sequence[timedelta] = PAUSES,
) -> None:
    """Hand every update to `take`, in order, until `stop`; confirm a batch only after `take` returned.

    After the n-th failure in a row it pauses for the n-th of `pauses`, or as long as the platform asks. It
    goes on after anything but a refused token: the batch that failed comes again.

    Raises:
        ChannelDown: the token is refused.
    """
    offset: int | None = None
    has_webhook = True
    failures = 0
    while not stop.is_set():
        try:
            if has_webhook:
                await _unless(stop, channel.delete_webhook())
                has_webhook = False
            batch = await _unless(stop, channel.updates(offset, wait)) or []
            if batch:
                await take(batch)
            offset = _next(batch) if batch else None  # what it confirmed is confirmed
            failures = 0
            metrics.POLLS.labels(channel.name).inc()
        except InvalidToken:
            raise ChannelDown("the token was refused") from None
        except Exception as error:
            has_webhook = has_webhook or isinstance(error, Conflict)
            _tell(channel.name, error, failures)
            pause = delay(error) if isinstance(error, RetryAfter) else pauses[min(failures, len(pauses) - 1)]
            failures += 1
            await _unless(stop, asyncio.sleep(pause.total_seconds()))


def _next(batch: list[Any]) -> int:
    """Return the id after the last of `batch`; earlier batches do not matter, ids start anew after a quiet week."""
    ids = [number(fields(update).get("update_id")) for update in batch]
    known = [update_id for update_id in ids if update_id is not None]
    if not known:
        raise _NothingNew
    return max(known) + 1


async def _unless(stop: asyncio.Event, work: Coroutine[Any, Any, Result]) -> Result | None:
    """Return what `work` returns, or None when `stop` comes first; `work` is given up then."""
    task, stopped = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((task, stopped), return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        stopped.cancel()
        task.cancel()
        await asyncio.gather(task, stopped, return_exceptions=True)


def _tell(channel: str, error: Exception, failures: int) -> None:
    """Log the first failure in a row; one of storing is a defect or a full disk, so it is logged whole."""
    if failures:
        return
    if isinstance(error, TelegramError | _NothingNew):
        log.warning("Polling pauses.", extra={"channel": channel, "reason": type(error).__name__})
    else:
        log.error("A batch of updates was not stored; it comes again.", extra={"channel": channel}, exc_info=error)
