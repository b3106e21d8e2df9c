"""The webhook: stored first, answered then, and only to who knows the secret."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.channels.telegram import Telegram
from bot.channels.telegram_webhook import SECRET_HEADER, handler, path, register
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_people import FakePerson

SECRET = "bi-mat_1"


@dataclass
class House:
    """Our side: what was stored, and a store that can fail."""

    url: str = ""
    stored: list[Any] = field(default_factory=list)
    to_refuse: int = 0
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, batch: list[Any]) -> None:
        if self.to_refuse:
            self.to_refuse -= 1
            raise OSError("database is away")
        self.stored += batch
        self.changed.set()

    async def has(self, number: int) -> None:
        while len(self.stored) < number:
            self.changed.clear()
            await asyncio.wait_for(self.changed.wait(), 5)

    async def post(self, body: bytes, secret: str = SECRET, kind: str = "application/json") -> int:
        headers = {SECRET_HEADER: secret, "Content-Type": kind}
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{self.url}/telegram/telegram", data=body, headers=headers) as answer,
        ):
            return answer.status


@pytest.fixture
async def house(telegram: Telegram) -> AsyncIterator[House]:
    here = House()
    app = web.Application(client_max_size=100 * 1024 * 1024)
    app.router.add_post(path(telegram), handler(telegram, SECRET, here.take))
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    here.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield here
    await runner.cleanup()


@pytest.mark.parametrize("kind", ["application/json", "application/json; charset=UTF-8", "text/plain"])
async def test_an_update_is_stored_and_answered(house: House, kind: str) -> None:
    assert await house.post(json.dumps({"update_id": 1}).encode(), kind=kind) == 200
    assert house.stored == [{"update_id": 1}]


@pytest.mark.parametrize("secret", ["", "bi-mat_2", "bí mật"])
async def test_who_does_not_know_the_secret_is_sent_away(house: House, secret: str) -> None:
    assert await house.post(b'{"update_id": 1}', secret=secret) == 403
    assert house.stored == []


async def test_ten_megabytes_are_not_read(house: House) -> None:
    assert await house.post(b'"' + b"a" * 10_000_000 + b'"') == 413
    assert house.stored == []


@pytest.mark.parametrize("body", [b"{", b"\xff\x00", b"[" * 100_000])
async def test_what_does_not_parse_is_stored_and_not_asked_for_again(
    house: House, telegram: Telegram, body: bytes
) -> None:
    assert await house.post(body) == 200
    (update,) = house.stored
    assert set(update) == {"unparsed"}
    assert telegram.parse(update) is None
    assert telegram.lane(update)[1] == "telegram:"


async def test_what_could_not_be_stored_comes_again_in_order(
    house: House, telegram: Telegram, fake: FakeTelegram, an: FakePerson
) -> None:
    house.to_refuse = 2
    an.says("một")
    await register(telegram, house.url + "/", SECRET)
    an.says("hai")
    an.says("ba")
    await house.has(3)
    assert [update["message"]["text"] for update in house.stored] == ["một", "hai", "ba"]
    assert fake.delivery.attempts == 5
    assert fake.delivery.webhook == f"{house.url}/telegram/telegram"


async def test_the_platform_delivers_with_the_secret_only(
    house: House, telegram: Telegram, fake: FakeTelegram, an: FakePerson
) -> None:
    await register(telegram, house.url, "another")
    an.says("một")
    await asyncio.wait_for(fake.delivery.failed.wait(), 5)
    assert house.stored == []
    await register(telegram, house.url, SECRET)
    await house.has(1)
