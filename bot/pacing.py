"""How fast a bot may speak: so much in all, so much to one chat. The counting itself is in the database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from storage.outbox import Owed


@dataclass(frozen=True, slots=True)
class Pace:
    """The time between two calls on the long run, and how many may follow each other; None: no limit.

    Telegram: about 30 a second in all, 1 a second to a chat (core.telegram.org/bots/faq, "My bot is hitting limits");
    edits are let through faster, so that ticking a list feels alive. Who has rested gets
    a few replies at once, as the platform allows.
    """

    bot: timedelta | None = timedelta(milliseconds=40)
    chat: timedelta | None = timedelta(seconds=1)
    edit: timedelta | None = timedelta(milliseconds=250)
    bot_burst: int = 5
    chat_burst: int = 3

    def head_start(self, key: str) -> timedelta:
        """Return how far ahead of its pace `key` (a bot, or a chat) may be: the burst after a rest."""
        if ":" in key:
            return (self.chat or timedelta(0)) * (self.chat_burst - 1)
        return (self.bot or timedelta(0)) * (self.bot_burst - 1)

    @property
    def furthest(self) -> timedelta:
        """Return how far ahead of its pace speaking alone brings a bot: what is further ahead is a pause, for all."""
        return (self.bot or timedelta(0)) * self.bot_burst

    def chat_gap(self, row: Owed, *, edits: bool) -> timedelta | None:
        """Return how long the chat rests after `row`."""
        if row.kind in ("answer", "commands"):
            return None
        return self.edit if edits or row.kind == "delete" else self.chat


ZALO = Pace(bot=timedelta(milliseconds=200))
"""Of a Zalo bot: five a second, and one a second to a chat; the platform publishes no rate, this is our own choice."""

UNPACED = Pace(bot=None, chat=None, edit=None)
"""For a channel without limits of its own: the web page."""


def at(rate: int) -> Pace:
    """Return the pace of a bot that may say `rate` messages a second; 0: whoever runs the server sets the limits."""
    return Pace(bot=timedelta(seconds=1) / rate) if rate else UNPACED


KEPT = 8000
"""Moments kept in memory before those that have passed are forgotten."""


class Meter:
    """What this process knows of the pace: when (ms) each chat and bot has caught up. The table knows it for all.

    `at_once` is how many may leave together of a bot without a limit.
    """

    def __init__(self, paces: Mapping[str, Pace], at_once: int) -> None:
        self._paces = paces
        self._at_once = at_once
        self._free_at: dict[str, int] = {}

    def chat_free_at(self, row: Owed) -> int:
        """Return when the chat of `row` lets it leave."""
        bot = row.chat.partition(":")[0]
        limits = self._paces[bot]
        if row.kind == "answer":
            return self._free_at.get(bot, 0) - ms_of(limits.furthest)
        return self._free_at.get(row.chat, 0) - ms_of(limits.head_start(row.chat))

    def turns(self, bot: str, now: int) -> tuple[int, int]:
        """Return how many messages of `bot` may leave at `now`, and from when on there are more."""
        limits = self._paces[bot]
        behind = now + ms_of(limits.head_start(bot)) - self._free_at.get(bot, 0)
        if behind < 0:
            return 0, now - behind
        return (self._at_once if limits.bot is None else behind // ms_of(limits.bot) + 1), now

    def allow(self, row: Owed, free: dict[str, int], now: int, *, edits: bool) -> bool:
        """Say whether the pace lets `row` leave at `now`, and count it in `free`, what the table says, if so."""
        bot = row.chat.partition(":")[0]
        limits = self._paces[bot]
        gap = limits.chat_gap(row, edits=edits)
        if row.kind == "answer":  # no pace, but it waits out a pause
            return free.get(bot, 0) <= now + ms_of(limits.furthest)
        if any(free.get(key, 0) > now + ms_of(limits.head_start(key)) for key in (row.chat, bot)):
            return False
        if limits.bot is not None:
            free[bot] = max(free.get(bot, 0), now) + ms_of(limits.bot)
        if gap is not None:
            free[row.chat] = max(free.get(row.chat, 0), now) + ms_of(gap)
        return True

    def rest(self, key: str, until: int) -> int:
        """Let nothing leave for `key` (a chat, or a bot) before `until`; return what the table is to hold for it."""
        limits = self._paces[key.partition(":")[0]]
        hold = until + ms_of(limits.head_start(key) if ":" in key else limits.furthest)  # a pause leaves no head start
        self._free_at[key] = max(hold, self._free_at.get(key, 0))
        return hold

    def learn(self, free_at: Iterable[tuple[str, int]], now: int) -> None:
        """Take over what the table says, for as long as it matters."""
        self._free_at.update(free_at)
        if len(self._free_at) > KEPT:
            self._free_at = {key: at for key, at in self._free_at.items() if at > now}


def ms_of(span: timedelta) -> int:
    """Return `span` in milliseconds."""
    return round(span.total_seconds() * 1000)
