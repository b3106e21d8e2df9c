"""Polling: what is stored is confirmed, each update once and in order, and nothing stops the loop."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.channel import ChannelDown
from bot.channels.telegram import Telegram
from bot.channels.telegram_polling import poll
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_people import FakePerson

Polling = Callable[[], None]
PAUSES = (timedelta(milliseconds=5),)


class Store:
    """Keeps what it is given and says when there is enough; refuses the first batches when told."""

    def __init__(self) -> None:
        self.updates: list[Any] = []
        self.refused = 0
        self.to_refuse = 0
        self._changed = asyncio.Event()

    async def take(self, batch: list[Any]) -> None:
        if self.to_refuse:
            self.to_refuse -= 1
            self.refused += 1
            raise OSError("disk full")
        self.updates += batch
        self._changed.set()

    async def has(self, number: int) -> None:
        while len(self.updates) < number:
            self._changed.clear()
            await asyncio.wait_for(self._changed.wait(), 5)


@pytest.fixture
async def store() -> Store:
    return Store()


@pytest.fixture
async def polling(telegram: Telegram, store: Store) -> AsyncIterator[Polling]:
    stop = asyncio.Event()
    tasks: list[asyncio.Task[None]] = []

    def start() -> None:
        tasks.append(asyncio.create_task(poll(telegram, store.take, stop=stop, pauses=PAUSES)))

    yield start
    stop.set()
    await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 5)


def texts(store: Store) -> list[str]:
    return [update["message"]["text"] for update in store.updates if isinstance(update, dict)]


async def test_250_updates_arrive_once_each_in_order(
    an: FakePerson, store: Store, polling: Polling, fake: FakeTelegram
) -> None:
    for place in range(250):
        an.says(str(place))
    polling()
    await store.has(250)
    an.says("last")  # comes alone, at once, while the long poll waits
    await store.has(251)
    assert texts(store) == [*map(str, range(250)), "last"]


async def test_a_batch_that_was_not_stored_comes_again(
    an: FakePerson, store: Store, polling: Polling, fake: FakeTelegram
) -> None:
    an.says("một")
    an.says("hai")
    store.to_refuse = 2
    polling()
    await store.has(2)
    assert store.refused == 2
    assert texts(store) == ["một", "hai"]


async def test_nothing_is_confirmed_before_it_is_stored(an: FakePerson, telegram: Telegram, fake: FakeTelegram) -> None:
    an.says("một")
    storing, stored, stop = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def take(batch: list[Any]) -> None:
        storing.set()
        await stored.wait()
        stop.set()

    task = asyncio.create_task(poll(telegram, take, stop=stop))
    await asyncio.wait_for(storing.wait(), 5)
    assert fake.counted()["getUpdates"] == 1
    assert len(fake.delivery.waiting) == 1
    stored.set()
    await asyncio.wait_for(task, 5)
    assert len(fake.delivery.waiting) == 1  # stopped before confirming: it comes again, and is known then


async def test_odd_elements_between_good_ones_are_handed_over_too(
    an: FakePerson, store: Store, polling: Polling, fake: FakeTelegram
) -> None:
    an.says("một")
    for odd in ({"no": "id"}, "text", {"update_id": "x", "message": {"text": "odd"}}, None, [1]):
        fake.delivery.add_raw(odd)
    an.says("hai")
    polling()
    await store.has(7)
    an.says("ba")
    await store.has(8)
    assert store.updates[-1]["message"]["text"] == "ba"


async def test_a_forgotten_webhook_is_taken_away_and_nothing_is_dropped(
    an: FakePerson, store: Store, polling: Polling, fake: FakeTelegram
) -> None:
    await fake.delivery.set_webhook("http://127.0.0.1:9/", None, None)
    an.says("một")
    polling()
    await store.has(1)
    assert fake.delivery.webhook == ""
    assert [call.values for call in fake.calls if call.method == "deleteWebhook"] == [{}]


@pytest.mark.parametrize(
    ("status", "description", "parameters"),
    [
        (409, "Conflict: terminated by other getUpdates request", None),
        (502, "Bad Gateway", None),
        (429, "Too Many Requests: retry after 1", {"retry_after": 1}),
    ],
)
async def test_polling_goes_on_after(
    an: FakePerson,
    store: Store,
    polling: Polling,
    fake: FakeTelegram,
    caplog: pytest.LogCaptureFixture,
    status: int,
    description: str,
    parameters: dict[str, Any] | None,
) -> None:
    fake.fail_next(1 if parameters else 3, status, description, parameters, method="getUpdates")
    an.says("một")
    polling()
    await store.has(1)
    assert [one.message for one in caplog.records if one.name.endswith("telegram_polling")] == ["Polling pauses."]


async def test_a_refused_token_ends_polling(telegram: Telegram, store: Store, fake: FakeTelegram) -> None:
    fake.fail_next(1, 401, "Unauthorized", method="getUpdates")
    with pytest.raises(ChannelDown):
        await poll(telegram, store.take, stop=asyncio.Event(), pauses=PAUSES)


async def test_the_older_of_two_pollers_is_sent_away(fake: FakeTelegram, telegram: Telegram) -> None:
    older = asyncio.create_task(telegram.updates(None, timedelta(seconds=30)))
    await asyncio.wait_for(fake.delivery.polled.wait(), 5)
    newer = asyncio.create_task(telegram.updates(None, timedelta(seconds=30)))
    with pytest.raises(Exception, match="terminated by other"):
        await asyncio.wait_for(older, 5)
    fake.person(42).says("một")
    assert len(await asyncio.wait_for(newer, 5)) == 1
