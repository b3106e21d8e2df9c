"""What a platform in trouble did not take: whether it stumbles over one message or over all, how long each waits."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from storage.outbox import Owed

AWAY = (1, 2, 4, 8, 16, 30, 60)
"""Seconds a bot rests after each time in a row that its platform could not be reached."""

STUMBLED = (2, 4, 8, 16, 30, 60, 120, 300, *(600,) * 11)
"""Seconds a message waits after each time that the platform met an error over it: two hours in all, so that an
outage of one loses nothing. Then it is given up."""

IN_ORDER = 5
"""So often its chat waits with it, a minute in all; afterwards the others of its chat leave before it."""

MANY = 3
"""Chats over which a platform stumbles, one after another, when it is not the messages: all of the bot waits then."""

LASTS = 10 * 60_000
"""Milliseconds without any message that left after which somebody is told."""

IS_OVER = 15 * 60_000
"""Milliseconds after which a call tells nothing of now; what waits alone is tried every ten minutes."""


@dataclass(slots=True)
class _Outage:
    """Of one bot, since a call of it last went well; `chats` with when each failed first. Moments are ms."""

    since: int
    last: int
    chats: dict[str, int] = field(default_factory=dict)
    rests: int = -1
    until: int = 0


class Outages:
    """Of the bots of one process.

    A chat is suspect whose calls fail while later ones of others go well: that is its message's doing.
    """

    def __init__(self) -> None:
        self._of: dict[str, _Outage] = {}
        self._suspects: dict[str, set[str]] = {}
        self._left: dict[str, int] = {}

    def end(self, chat: str, began: int) -> None:
        """Forget the trouble of a bot: a call for `chat` went well that `began` then (ms)."""
        bot = _bot(chat)
        self._left[bot] = began
        suspects = self._suspects.setdefault(bot, set())
        if (outage := self._of.pop(bot, None)) is not None:
            suspects |= {each for each, first in outage.chats.items() if first < began}
        suspects.discard(chat)

    def is_suspect(self, chat: str, now: int) -> bool:
        """Say whether what fails for `chat` does so while others leave, and not since none has for a while."""
        bot = _bot(chat)
        return chat in self._suspects.get(bot, ()) and now - self._left[bot] < IS_OVER

    def away_until(self, chat: str, now: int) -> int:
        """Return when (ms) a bot is tried again whose platform is away, as a call for `chat` met.

        Many calls that fail at once count once.
        """
        outage = self._met(chat, now)
        if outage.until <= now:
            outage.rests = min(outage.rests + 1, len(AWAY) - 1)
            outage.until = now + AWAY[outage.rests] * 1000
        return outage.until

    def stumbles_over_all(self, chat: str, now: int) -> bool:
        """Remember that the platform met an error over a message for `chat`; say whether it does over any."""
        return len(self._met(chat, now).chats) >= MANY

    def lasting(self, now: int) -> Iterator[str]:
        """Yield the bots whose messages do not leave, and have not for a while."""
        for bot, outage in self._of.items():
            if outage.last - outage.since >= LASTS and now - outage.last < IS_OVER:
                yield bot

    def _met(self, chat: str, now: int) -> _Outage:
        outage = self._of.get(_bot(chat))
        if outage is None or now - outage.last >= IS_OVER:
            outage = self._of[_bot(chat)] = _Outage(now, now)
        outage.last = now
        if not self.is_suspect(chat, now):
            outage.chats.setdefault(chat, now)
        return outage


def _bot(chat: str) -> str:
    return chat.partition(":")[0]


def again_at(row: Owed, now: int) -> int | None:
    """Return when (ms) `row`, over which the platform stumbled once more, is tried again; None: it is given up."""
    return now + STUMBLED[row.attempts] * 1000 if row.attempts < len(STUMBLED) else None
