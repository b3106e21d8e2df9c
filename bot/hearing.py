"""What a batch of updates heard where a platform counts it: each person's window opens, what waited for them leaves."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.channels.channel import Channel
from bot.merging import Merging
from handlers.conversation import InboxMessage, Kind
from journey.allowance import Allowances
from storage import chats, held, metered, reminders
from storage.outbox import Owed
from storage.sql import ms

_SILENT = (Kind.LEFT, Kind.INSPECTED, Kind.EDITED)
"""Nothing that somebody writes to us now."""


class Hearing:
    """Of one transaction at `now` (UTC). A channel that edits, and whose platform counts nothing, never meets it."""

    def __init__(self, channels: Mapping[str, Channel], allowed: Allowances, merging: Merging, now: datetime) -> None:
        self._channels = channels
        self._allowed = allowed
        self._merging = merging
        self._now = now
        self._heard: Counter[str] = Counter()
        self._moments: dict[str, int] = {}

    def note(self, message: InboxMessage) -> None:
        """Remember that a person wrote."""
        if message.kind in _SILENT or not self._spares(message.chat):
            return
        self._heard[message.chat.partition(":")[0]] += 1
        at = ms(min(message.sent_at or self._now, self._now))
        self._moments[message.chat] = max(at, self._moments.get(message.chat, 0))

    async def renew(self, cards: Iterable[tuple[str, str]]) -> None:
        """Drop what is held of (chat, card) pairs: a newer version is about to be owed."""
        spared = [(chat, card) for chat, card in cards if self._spares(chat)]
        if spared:
            await held.forget_cards(spared)

    async def write(self) -> list[Owed]:
        """Count what was heard, and let leave what waited for it; return the rows."""
        if not self._moments:
            return []
        month = self._allowed.month(self._now)
        counted = {bot: n for bot, n in self._heard.items() if bot in self._allowed.plans}
        if counted:
            await metered.count({(bot, month): (0, n) for bot, n in counted.items()})
            moments = {chat: at for chat, at in self._moments.items() if chat.partition(":")[0] in counted}
            await chats.heard(moments)
            await reminders.heard(moments, self._now)
        return await self._merging.release(sorted(self._moments), self._now, at_once=True)

    def _spares(self, chat: str) -> bool:
        bot = chat.partition(":")[0]
        return bot in self._allowed.plans or (bot in self._channels and not self._channels[bot].can.edits)
