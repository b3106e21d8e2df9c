"""People who write to an Official Account without being known to it: asked, once a day, to follow it and write again.

Nothing is owed to them and nothing of theirs is kept: no row, no id, no word of what they wrote. So this is said beside
the road, and what does not go well is dropped.
"""

import time
from collections.abc import Callable
from datetime import datetime

import structlog

from bot import metrics
from bot.channels import oa_updates
from bot.channels.channel import SendError
from bot.channels.oa import Oa
from bot.channels.oa_errors import ZONE
from bot.channels.oa_updates import Visitor
from bot.channels.untrusted import digest
from bot.tasks import Tasks
from handlers.conversation import text
from handlers.rendering import Words

MOST = 10_000
"""Conversations answered in a day; whoever makes up more gets no answer."""

APART = 1.0
"""Seconds between two answers: members' messages leave by the same app's calls."""

log = structlog.get_logger(__name__)


class Visitors:
    """Of one account. `now` returns the moment in UTC."""

    def __init__(self, channel: Oa, words: Words, now: Callable[[], datetime]) -> None:
        self._channel = channel
        self._words = words
        self._now = now
        self._day = ""
        self._answered: set[str] = set()
        self._last = -APART
        self._tasks = Tasks()

    def heard(self, event: object) -> None:
        """Answer `event` if somebody unknown wrote, and it is their conversation's first of the day."""
        visitor = oa_updates.visitor(event, self._channel.oa_id)
        if visitor is not None and self._is_turn(digest(visitor.conversation)):
            self._tasks.start(self._answer(visitor), "a word to a visitor")

    async def stop(self) -> None:
        """Let what is under way end."""
        await self._tasks.join()

    def _is_turn(self, conversation: str) -> bool:
        day, moment = f"{self._now().astimezone(ZONE):%Y-%m-%d}", time.monotonic()
        if day != self._day:
            self._day, self._answered = day, set()
        if conversation in self._answered:
            return False
        if len(self._answered) >= MOST or moment - self._last < APART:
            self._count("dropped")
            return False
        self._answered.add(conversation)
        self._last = moment
        return True

    async def _answer(self, visitor: Visitor) -> None:
        said = self._words.text(text("joining.visitor", address=self._channel.profile), "vi")
        try:
            await self._channel.tell_visitor(visitor, said)
        except SendError as error:
            log.info("a visitor could not be answered", channel=self._channel.name, error=type(error).__name__)
            self._count("refused")
        else:
            self._count("answered")

    def _count(self, outcome: str) -> None:
        metrics.VISITORS.labels(self._channel.name, outcome).inc()
