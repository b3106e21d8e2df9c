"""How fast a bot may speak: so much in all, so much to one chat. The counting itself is in the database."""

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


UNPACED = Pace(bot=None, chat=None, edit=None)
"""For a channel without limits of its own: the web page."""


def at(rate: int) -> Pace:
    """Return the pace of a bot that may say `rate` messages a second; 0: whoever runs the server sets the limits."""
    return Pace(bot=timedelta(seconds=1) / rate) if rate else UNPACED
