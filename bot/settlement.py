"""What calls came to, gathered so that one commit records many of them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta

from storage import cards, chats, inbox, metered, outbox, pace
from storage.inbox import Update
from storage.outbox import Fate, Owed
from storage.sql import ms

UNKNOWN_AGAIN_AFTER = timedelta(seconds=5)
"""A message that must arrive is sent a second time this long after its delivery was unknown (TELEGRAM 2.6)."""


@dataclass(slots=True)
class Settlement:
    """Fates of rows; cards shown or gone; how long keys rest (ms); rows owed besides; chats closed, shut or moved.

    `shut` are chats whose window the platform found closed, and when (ms) the call began; `unsaid` are the (bot, month)
    of calls that certainly did not leave, `spent` the (bot, month, until) of those whose quota is used up.
    `news` are updates of our own for their chats' lanes. `ended` are the turns that are free again once this is
    recorded.
    """

    fates: list[Fate] = field(default_factory=list)
    shown: list[tuple[str, str, str]] = field(default_factory=list)
    forgotten: list[tuple[str, str]] = field(default_factory=list)
    holds: list[tuple[str, int]] = field(default_factory=list)
    extra: list[Owed] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    moved: list[tuple[str, str]] = field(default_factory=list)
    shut: list[tuple[str, int]] = field(default_factory=list)
    unsaid: list[tuple[str, str]] = field(default_factory=list)
    spent: list[tuple[str, str, datetime]] = field(default_factory=list)
    news: list[Update] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)

    def before(self, then: "Settlement") -> "Settlement":
        """Return this and then `then`, as one."""
        both = {each.name: [*getattr(self, each.name), *getattr(then, each.name)] for each in fields(self)}
        return Settlement(**both)

    @property
    def is_some(self) -> bool:
        """Say whether there is anything to record."""
        return any(getattr(self, each.name) for each in fields(self))

    def pieces(self) -> Iterator["Settlement"]:
        """Return it in pieces of one thing each, in their order; `ended` needs no recording."""
        for each in fields(self):
            for value in getattr(self, each.name) if each.name != "ended" else ():
                yield Settlement(**{each.name: [value]})

    async def write(self, now: int, process: int) -> None:
        """Record at `now` (ms), in the open transaction, what came of the calls of `process`."""
        await outbox.settle(self.fates, now, process)
        await cards.forget(self.forgotten)
        await cards.show(self.shown)
        await pace.hold(self.holds)
        if self.extra:
            await outbox.add(self.extra)
        for chat in self.closed:
            await chats.set_reachable(chat, False)
            await outbox.close_chat(chat, now)
        for old, new in self.moved:
            await chats.move(old, new)
        if self.shut:
            await chats.shut(dict(self.shut))
        if self.unsaid:
            await metered.count({month: (-n, 0) for month, n in Counter(self.unsaid).items()})
        for bot, month, until in self.spent:
            await metered.spend(bot, month, until)
        if self.news:
            await inbox.add(self.news, now)


def unknown(row: Owed, now: datetime, *, edits: bool) -> Fate:
    """Return the fate of a row that may have been delivered: sent once more only if that is worth a second copy."""
    again = row.must_arrive or edits or row.kind in ("delete", "commands")
    if again and row.error != "unknown":
        return Fate(row.id, "waiting", error="unknown", not_before=ms(now + UNKNOWN_AGAIN_AFTER))
    return Fate(row.id, "unknown", error="unknown")
