"""What calls came to, gathered so that one commit records many of them."""

from dataclasses import dataclass, field, fields

from storage import cards, chats, outbox, pace
from storage.outbox import Fate, Owed


@dataclass(slots=True)
class Settlement:
    """Fates of rows; cards shown or gone; how long keys rest (ms); rows owed besides; chats closed or moved.

    `ended` are the turns that are free again once this is recorded.
    """

    fates: list[Fate] = field(default_factory=list)
    shown: list[tuple[str, str, str]] = field(default_factory=list)
    forgotten: list[tuple[str, str]] = field(default_factory=list)
    holds: list[tuple[str, int]] = field(default_factory=list)
    extra: list[Owed] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    moved: list[tuple[str, str]] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)

    def before(self, then: "Settlement") -> "Settlement":
        """Return this and then `then`, as one."""
        both = {each.name: [*getattr(self, each.name), *getattr(then, each.name)] for each in fields(self)}
        return Settlement(**both)

    async def write(self, now: int) -> None:
        """Record it at `now` (ms), in the open transaction."""
        await outbox.settle(self.fates, now)
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
