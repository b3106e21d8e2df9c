"""Zalo's webhook: stored first, answered then, and only to who knows the secret."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.channels.zalo import Zalo
from bot.channels.zalo_webhook import address, handler, path
from tests.fakes.zalo import FakeZalo
from tests.fakes.zalo_people import FakeZaloPerson
from tests.support.driver import until


@dataclass
class House:
    """Our side: what was stored, and a store that can fail."""

    url: str = ""
    stored: list[Any] = field(default_factory=list)
    to_refuse: int = 0

    async def take(self, batch: list[Any]) -> None:
        if self.to_refuse:
            self.to_refuse -= 1
            raise OSError("database is away")
        self.stored += batch

    async def has(self, number: int) -> None:
        await asyncio.wait_for(until(lambda: len(self.stored) >= number), 5)


@pytest.fixture
async def house(zalo: Zalo, platform: FakeZalo) -> AsyncIterator[House]:
    """Our side, registered."""
    here = House()
    app = web.Application(client_max_size=100 * 1024 * 1024)
    app.router.add_post(path(zalo), handler(zalo, platform.secret, here.take))
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    here.url = address(zalo, f"http://127.0.0.1:{runner.addresses[0][1]}/")
    told = await zalo.set_webhook(here.url, platform.secret)
    assert (told.url, told.outcome) == (here.url, "webhook.ok")
    assert here.stored == []  # its check has an empty body
    yield here
    await runner.cleanup()


async def test_what_is_delivered_either_way_reads_the_same_as_what_is_polled(
    house: House, zalo: Zalo, platform: FakeZalo, lan: FakeZaloPerson
) -> None:
    for place in range(4):
        lan.says(str(place))
        lan.sends_photo(b"jpeg", "NV3")
    await house.has(8)
    assert {"ok" in update for update in house.stored} == {True, False}
    await zalo.delete_webhook()
    lan.sends_photo(b"jpeg", "NV3")
    await asyncio.sleep(0)
    polled = (await zalo.updates(timedelta(0)))[0]
    read = [zalo.parse(update) for update in (*house.stored, polled)]
    assert [one.text for one in read if one] == ["0", "NV3", "1", "NV3", "2", "NV3", "3", "NV3", "NV3"]
    assert {len(one.attachments) for one in read if one and one.text == "NV3"} == {1}


@pytest.mark.parametrize("secret", ["", "secret-of-the-test", "bí mật"])
async def test_who_does_not_know_the_secret_is_sent_away(house: House, platform: FakeZalo, secret: str) -> None:
    assert await platform.delivery.post(b'{"event_name": "x"}', secret) == 403
    assert await platform.delivery.post(b"", secret) == 403
    assert house.stored == []


async def test_more_than_a_megabyte_is_not_read(house: House, platform: FakeZalo) -> None:
    assert await platform.delivery.post(b'"' + b"a" * 1024 * 1024 + b'"') == 413
    assert house.stored == []


@pytest.mark.parametrize("body", [b"{", b"\xff\x00", b"[" * 100_000])
async def test_what_does_not_parse_is_stored_and_not_asked_for_again(
    house: House, zalo: Zalo, platform: FakeZalo, body: bytes
) -> None:
    assert await platform.delivery.post(body) == 200
    (update,) = house.stored
    assert set(update) == {"unparsed"}
    assert zalo.parse(update) is None
    assert zalo.lane(update)[1] == "zalo:"


async def test_what_could_not_be_stored_is_not_confirmed(house: House, platform: FakeZalo, lan: FakeZaloPerson) -> None:
    house.to_refuse = 2
    lan.says("một")
    await house.has(1)
    assert platform.delivery.answers == [200, 503, 503, 200]
    assert json.dumps(house.stored).count('"text"') == 1
