"""Platforms of the tests' own, each with its limits, on a real road: what they were handed, what they answer."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from bot import wire
from bot.channels.channel import Capabilities, FileGone, OutboxMessage, SendError
from bot.channels.telegram import Telegram
from bot.clock import MovableClock
from bot.pacing import UNPACED
from bot.road import Lane, Road
from handlers.conversation import InboxMessage, Kind
from journey.allowance import NO_LIMIT, Plan
from locales.saying import Choice, Say, Text, Urgency, choice, text
from storage import outbox, sql
from storage.files import Files

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
WEEK = timedelta(days=7)

RICH = Telegram.can
POOR = replace(RICH, buttons=5, buttons_a_row=1, edits=False, deletes=False, commands=False)
WINDOWED = replace(POOR, window=WEEK)

_keys = count(1)


@dataclass
class Platform:
    """A channel that keeps what it is given. `answer` may refuse it; while `is_silent` no call comes back."""

    name: str
    can: Capabilities
    plan: Plan = NO_LIMIT
    answer: Callable[[OutboxMessage], SendError | None] = lambda _: None
    got: list[OutboxMessage] = field(default_factory=list)
    tried: int = 0
    is_silent: bool = False

    def parse(self, update: Mapping[str, Any]) -> InboxMessage | None:
        return InboxMessage(update["chat"], Kind.TEXT, text=update["text"], language="vi")

    def lane(self, update: Mapping[str, Any]) -> tuple[str, str]:
        return f"{next(_keys)}", update["chat"]

    async def send(self, message: OutboxMessage) -> str | None:
        self.tried += 1
        while self.is_silent:  # noqa: ASYNC110 - a call that hangs
            await asyncio.sleep(0.001)
        if (error := self.answer(message)) is not None:
            raise error
        self.got.append(message)
        return str(len(self.got))

    async def fetch(self, remote: str, limit: int) -> bytes:
        raise FileGone

    async def welcome(self, commands: Sequence[tuple[str, str]]) -> None:
        return None

    async def door(self) -> None:
        return None

    async def close(self) -> None:
        return None

    def read(self, chat: str) -> list[str]:
        """Return the texts that arrived in `chat`."""
        return [message.text for message in self.got if message.chat == chat]


@dataclass
class Bots:
    """A road with platforms."""

    road: Road
    clock: MovableClock

    async def says(self, chat: str, words: str) -> None:
        await self.road.take(chat.partition(":")[0], [{"chat": chat, "text": words}])
        await self.settles()

    async def owes(self, *said: tuple[str, Say]) -> None:
        """Owe messages, and let happen what follows at once."""
        rows = []
        for chat, say in said:
            spoken = self.road.dispatch.words.spoken(say, chat, "vi")
            can = self.road.channels[chat.partition(":")[0]].can
            rows += wire.owed(spoken, can, self.road.ids, self.clock.now())
        await self.road.committer.submit(lambda: outbox.add(rows))
        self.road.sender.wake()
        await self.settles()

    async def passes(self, by: timedelta) -> None:
        self.clock.move(by)
        self.road.sender.wake()
        await self.settles()

    async def settles(self) -> None:
        quiet = 0
        async with asyncio.timeout(20):
            while quiet < 3:
                quiet = quiet + 1 if self.road.idle else 0
                await asyncio.sleep(0.002)


@asynccontextmanager
async def running(clock: MovableClock, files: Files, *platforms: Platform) -> AsyncIterator[Bots]:
    """Run a road on the open database."""
    road = Road([Lane(each, UNPACED, each.plan) for each in platforms], files, clock, ZONE)
    await road.start()
    try:
        yield Bots(road, clock)
    finally:
        for each in platforms:
            each.is_silent = False
        await road.stop()


def news(words: str, *choices: Choice, urgency: Urgency = Urgency.NEWS, **fields: Any) -> Say:
    """Return a message of these words."""
    said: Text = text("digest.lines", lines=[words])
    rows = tuple((each,) for each in choices)
    return Say(said, rows, urgency=urgency, key=fields.pop("key", f"news:{next(_keys)}"), **fields)


def to_menu(label: str = "held.do-menu") -> Choice:
    """Return a choice that decides nothing."""
    return choice("menu.open", label=label)


async def statuses(like: str = "%") -> dict[str, int]:
    """Return how many rows of the outbox, with such a key, are in each status."""
    found = await sql.tuples(
        "SELECT status, COUNT(*) FROM outbox WHERE COALESCE(key, '') LIKE ?1 GROUP BY status", like
    )
    return {str(status): int(n) for status, n in found}
