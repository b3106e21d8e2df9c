"""The sender beside the road: a channel that refuses, pauses, or answers what no database takes."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest

from bot.budget import Budget
from bot.channels.channel import Channel, ChannelDown, NotNow, OutboxMessage, Refused, SendError
from bot.channels.telegram import Telegram
from bot.clock import MovableClock
from bot.committer import Committer
from bot.contents import Contents
from bot.ids import Ids
from bot.merging import Merging
from bot.pacing import UNPACED, Pace
from bot.parcels import Parcels
from bot.sender import WINDOW, Sender
from handlers.rendering import Words
from journey.allowance import UNLIMITED
from storage import database, outbox, sql
from storage.files import Files
from storage.outbox import Owed

pytestmark = pytest.mark.usefixtures("opened")


class Line:
    """A channel that writes down what it is given and answers as it is told."""

    can = Telegram.can

    def __init__(self, name: str, answer: Callable[[str], SendError | None] = lambda _: None) -> None:
        self.name = name
        self.said: list[str] = []
        self.tried = 0
        self._answer = answer

    async def send(self, message: OutboxMessage) -> str:
        self.tried += 1
        if (error := self._answer(message.text)) is not None:
            raise error
        self.said.append(message.text)
        return str(len(self.said))


def owed(ids: Ids, chat: str, text: str, clock: MovableClock) -> Owed:
    return Owed(ids.next(), chat, "say", sql.to_json({"text": text}), sql.ms(clock.now()))


@asynccontextmanager
async def sending(clock: MovableClock, files: Files, *lines: Line, pace: Pace = UNPACED) -> AsyncIterator[Sender]:
    committer = Committer()
    committer.start()
    channels = {line.name: cast(Channel, line) for line in lines}
    paces = {line.name: pace for line in lines}
    budget = Budget(channels, UNLIMITED, Merging(channels, Words(ZoneInfo("UTC")), Ids()), Ids())
    parcels = Parcels(Contents(files, {}), channels)
    sender = Sender(channels, paces, parcels, committer, clock, Ids(), 7, lambda _: None, budget)
    await sender.start()
    try:
        yield sender
    finally:
        await sender.stop()
        await committer.stop()


async def owes(rows: list[Owed]) -> None:
    async with database.transaction():
        await outbox.add(rows)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 - what is waited for has no event of its own
            await asyncio.sleep(0)


@pytest.fixture
def files(tmp_path: Any) -> Files:
    return Files(tmp_path.as_uri())


async def statuses() -> dict[str, int]:
    found = await sql.tuples("SELECT status, COUNT(*) FROM outbox GROUP BY status")
    return dict(found)  # type: ignore[arg-type]


async def test_a_refusal_in_words_no_database_takes_holds_nobody_up(clock: MovableClock, files: Files) -> None:
    line = Line("telegram", lambda text: Refused("chữ \x00 \ud800") if text == "3" else None)
    ids = Ids()
    await owes([owed(ids, f"telegram:{number}", str(number), clock) for number in range(20)])

    async with sending(clock, files, line) as sender:
        await until(lambda: len(line.said) == 19 and sender.idle)

    assert await statuses() == {"sent": 19, "failed": 1}


async def test_a_template_that_is_refused_is_known_until_one_leaves(clock: MovableClock, files: Files) -> None:
    line = Line("oa", lambda _: Refused("-131 template not exist") if line.tried == 1 else None)
    ids, body = Ids(), sql.to_json({"template": "415206", "values": {}})
    await owes([Owed(ids.next(), "oa:1", "template", body, sql.ms(clock.now()))])

    async with sending(clock, files, line) as sender:
        await until(lambda: line.tried == 1 and sender.idle)
        assert sender.setbacks.refused_templates == {"oa": "415206"}
        await owes([Owed(ids.next(), "oa:2", "template", body, sql.ms(clock.now()))])
        sender.wake()
        await until(lambda: line.tried == 2 and sender.idle)
        assert sender.setbacks.refused_templates == {}


async def test_a_bot_that_is_refused_leaves_the_other_bot_its_room(clock: MovableClock, files: Files) -> None:
    refused, well = Line("telegram", lambda _: ChannelDown("refused")), Line("telegram.tay")
    ids = Ids()
    await owes([owed(ids, f"telegram:{number}", "…", clock) for number in range(WINDOW + 100)])
    await owes([owed(ids, f"telegram.tay:{number}", str(number), clock) for number in range(5)])

    async with sending(clock, files, refused, well):
        await until(lambda: sorted(well.said) == ["0", "1", "2", "3", "4"])


@pytest.mark.parametrize("pace", [Pace(), UNPACED], ids=["paced", "unpaced"])
async def test_who_was_asked_to_wait_is_not_overtaken_by_another_sender(
    clock: MovableClock, files: Files, pace: Pace
) -> None:
    first, second = Line("telegram", lambda _: NotNow(timedelta(seconds=3))), Line("telegram")
    ids = Ids()
    await owes([owed(ids, "telegram:1", "một", clock)])
    async with sending(clock, files, first, pace=pace) as sender:
        await until(lambda: first.tried == 1 and sender.idle)
    await owes([owed(ids, "telegram:1", "hai", clock)])

    async with sending(clock, files, second, pace=pace) as sender:
        await until(lambda: sender.idle)
        assert second.said == []
        clock.move(timedelta(seconds=10))
        await until(lambda: second.said == ["một", "hai"])
