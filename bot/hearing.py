"""What a batch of updates heard where a platform counts it: each person's window opens, what waited for them leaves."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import groupby

from bot import whole
from bot.channels.channel import Channel
from bot.merging import Merging
from handlers.conversation import InboxMessage, Kind
from journey.allowance import Allowances, Month
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

    async def renew(self, cards: Iterable[tuple[str, str]]) -> list[Owed]:
        """Drop what is held of (chat, card) pairs, with its pictures: a newer version is about to be owed.

        Return the rows dropped that end their messages.
        """
        spared = {(chat, card) for chat, card in cards if self._spares(chat)}
        if not spared:
            return []
        old: list[Owed] = []
        waiting = await held.of_chats({chat for chat, _ in spared})
        for chat, theirs in groupby((each.row for each in waiting), lambda row: row.chat):
            for message in whole.messages(theirs):
                old += message if (chat, message[-1].card) in spared else []
        if old:
            await held.forget([row.id for row in old])
        return [row for row in old if row.card is not None]

    async def write(self) -> list[Owed]:
        """Remember who wrote when, and let leave what waited for it; return the rows.

        Of a bot whose month is spent nothing leaves: it waits on, rather than be put together again and again.
        """
        if not self._moments:
            return []
        months: dict[str, Month] = {}
        if counted := self._counted():
            moments = {chat: at for chat, at in self._moments.items() if chat.partition(":")[0] in counted}
            await chats.heard(moments)
            await reminders.heard(moments, self._now)
            months = await metered.months(counted, self._allowed.month(self._now))
        spent = {bot for bot, month in months.items() if month.is_spent(self._now)}
        there = sorted(chat for chat in self._moments if chat.partition(":")[0] not in spent)
        return await self._merging.release(there, self._now, at_once=True)

    async def count(self) -> None:
        """Count what was heard. It comes last: whoever waits for a bot's month holds nothing that another waits for."""
        if counted := self._counted():
            month = self._allowed.month(self._now)
            await metered.count({(bot, month): (0, n) for bot, n in counted.items()})

    def _counted(self) -> dict[str, int]:
        return {bot: n for bot, n in self._heard.items() if bot in self._allowed.plans}

    def _spares(self, chat: str) -> bool:
        bot = chat.partition(":")[0]
        return bot in self._allowed.plans or (bot in self._channels and not self._channels[bot].can.edits)
