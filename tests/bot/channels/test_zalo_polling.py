"""Polling Zalo: each update once and in order, none lost while it can be stored, and nothing stops the loop."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from datetime import timedelta

import pytest

from bot.channels.channel import ChannelDown
from bot.channels.zalo import Zalo
from bot.channels.zalo_polling import poll
from tests.bot.channels.test_telegram_polling import Store
from tests.fakes.zalo import FakeZalo, Trouble
from tests.fakes.zalo_people import FakeZaloPerson
from tests.support.driver import until

Polling = Callable[[], None]
PAUSES = (timedelta(milliseconds=5),)


@pytest.fixture
async def store() -> Store:
    return Store()


@pytest.fixture
async def polling(zalo: Zalo, store: Store) -> AsyncIterator[Polling]:
    stop = asyncio.Event()
    tasks: list[asyncio.Task[None]] = []

    def start() -> None:
        tasks.append(asyncio.create_task(poll(zalo, store.take, stop=stop, pauses=PAUSES)))

    yield start
    stop.set()
    await asyncio.wait_for(asyncio.gather(*tasks), 5)


def texts(store: Store) -> list[str]:
    return [update["message"]["text"] for update in store.updates]


async def test_updates_arrive_once_each_in_order_and_a_quiet_poll_is_silent(
    lan: FakeZaloPerson, store: Store, polling: Polling, platform: FakeZalo, caplog: pytest.LogCaptureFixture
) -> None:
    for place in range(20):
        lan.says(str(place))
    polling()
    await store.has(20)
    polls = platform.counted()["getUpdates"]
    await until(lambda: platform.counted()["getUpdates"] > polls + 2)  # answered 408 meanwhile
    lan.says("last")
    await store.has(21)
    assert texts(store) == [*map(str, range(20)), "last"]
    assert not [one for one in caplog.records if one.name.endswith("zalo_polling")]


async def test_an_update_that_was_not_stored_is_kept_until_it_is(
    lan: FakeZaloPerson, store: Store, polling: Polling
) -> None:
    lan.says("một")
    lan.says("hai")
    store.to_refuse = 2
    polling()
    await store.has(2)
    assert store.refused == 2
    assert texts(store) == ["một", "hai"]


async def test_what_comes_while_the_product_stops_is_stored(
    lan: FakeZaloPerson, store: Store, platform: FakeZalo, zalo: Zalo
) -> None:
    stop = asyncio.Event()
    task = asyncio.create_task(poll(zalo, store.take, stop=stop, pauses=PAUSES))
    platform.delivery.hurry = 1
    await asyncio.wait_for(platform.delivery.polled.wait(), 5)
    stop.set()
    await asyncio.sleep(0)
    lan.says("một")  # the poll under way brings it, and no other would
    await asyncio.wait_for(task, 5)
    assert texts(store) == ["một"]


@pytest.mark.parametrize("trouble", [Trouble.BAD_GATEWAY, Trouble.GATEWAY_TIMEOUT, Trouble.RESET, 400, 403, 500])
async def test_polling_goes_on_after(
    lan: FakeZaloPerson,
    store: Store,
    polling: Polling,
    platform: FakeZalo,
    caplog: pytest.LogCaptureFixture,
    trouble: Trouble | int,
) -> None:
    if isinstance(trouble, int):
        platform.fail_next(3, trouble, method="getUpdates")
    else:
        platform.trouble_next(3, trouble, method="getUpdates")
    lan.says("một")
    polling()
    await store.has(1)
    assert [one.message for one in caplog.records if one.name.endswith("zalo_polling")] == ["Polling pauses."]


async def test_a_webhook_that_is_set_is_left_alone_and_told(
    lan: FakeZaloPerson,
    store: Store,
    polling: Polling,
    platform: FakeZalo,
    zalo: Zalo,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await platform.delivery.set_webhook("http://127.0.0.1:9/zalo", platform.secret)
    began = time.monotonic()
    polling()
    await until(lambda: zalo.contested_since is not None)
    assert began <= (zalo.contested_since or 0) <= time.monotonic()
    await until(lambda: platform.counted()["getWebhookInfo"] > 3)
    assert not platform.counted()["deleteWebhook"]
    assert not platform.counted()["getUpdates"]
    told = [one.message for one in caplog.records if one.name.endswith("zalo_polling")]
    assert told == ["A webhook takes this bot's updates: hanhtrinh zalo webhook delete"]
    await zalo.delete_webhook()
    lan.says("một")
    await store.has(1)
    await until(lambda: zalo.contested_since is None)


async def test_a_refused_token_ends_polling(zalo: Zalo, store: Store, platform: FakeZalo) -> None:
    platform.fail_next(1, 401, "Unauthorized", method="getUpdates")
    with pytest.raises(ChannelDown):
        await poll(zalo, store.take, stop=asyncio.Event(), pauses=PAUSES)
