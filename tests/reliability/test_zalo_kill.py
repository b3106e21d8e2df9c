"""Kill -9 under Zalo's webhook: what the platform was told we have is answered once, whatever moment the blow falls."""

import asyncio
import os
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage import database, sql
from tests.fakes.telegram_spec import CHECKOUT
from tests.fakes.zalo import FakeZalo
from tests.reliability.processes import Process
from tests.support.driver import until
from tests.support.ports import free_port

pytestmark = pytest.mark.timeout(180)  # real processes on a machine that may be busy

KILLS = 3
PEOPLE = 5
WORDS = ("xin chào", "menu", "trợ giúp", "thời tiết hôm nay")


@dataclass(frozen=True)
class Ground:
    """A folder, and the settings of a product on Zalo by webhook at `port`."""

    folder: Path
    fake: FakeZalo
    port: int

    def environment(self, number: int, mode: str) -> dict[str, str]:
        """Return the whole environment of the only process."""
        del number
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(CHECKOUT),
            "PYTHONUTF8": "1",
            "LC_ALL": "vi_VN.UTF-8",
            "DATA_DIR": str(self.folder),
            "HTTP_PORT": str(self.port),
            "PUBLIC_URL": f"http://127.0.0.1:{self.port}",
            "ZALO_TOKEN": self.fake.token,
            "ZALO_API_URL": self.fake.url,
            "ZALO_MODE": mode,
            "ZALO_WEBHOOK_SECRET": self.fake.secret,
        }


@pytest.fixture
async def ground(tmp_path: Path) -> AsyncIterator[Ground]:
    """Where the product will stand; the platform delivers to it already, again and again."""
    fake = FakeZalo()
    await fake.start()
    fake.delivery.retries = 10_000  # how often the real one comes again is not known; nothing may be lost by us
    port = free_port()
    await fake.delivery.set_webhook(f"http://127.0.0.1:{port}/zalo/zalo", fake.secret)
    yield Ground(tmp_path, fake, port)
    await fake.close()


@pytest.fixture
async def product(ground: Ground) -> AsyncIterator[Process]:
    process = Process(ground, 0)
    process.mode = "webhook"
    yield process
    await process.end()


async def test_killed_again_and_again_nothing_is_lost_and_nothing_said_twice(ground: Ground, product: Process) -> None:
    chance = random.Random(5)
    people = [ground.fake.person(number) for number in range(PEOPLE)]
    for _ in range(KILLS):
        await product.start()
        await product.up()
        for person in people:
            person.says(chance.choice(WORDS))
            person.sends_photo(b"\xff\xd8\xff")
        await asyncio.sleep(chance.uniform(0, 1.0))
        await product.kill()
    await product.start()
    await until(lambda: not ground.fake.waiting)
    await database.open_database(f"sqlite:///{ground.folder / 'hanhtrinh.db'}")
    try:
        await _falls_quiet()
        kept = {row["key"] for row in await sql.rows("SELECT key FROM inbox WHERE status = 'done'")}
        owed = await sql.rows(
            "SELECT chat, COUNT(*) AS n FROM outbox WHERE status IN ('sent', 'unknown') GROUP BY chat"
        )
    finally:
        await database.close_database()
    assert kept == {message.message_id for person in people for message in person.messages if message.is_mine}
    most = {row["chat"]: row["n"] for row in owed}
    for person in people:
        assert 0 < len(person.heard) <= most[f"zalo:{person.chat_id}"]
    assert not ground.fake.violations


async def _falls_quiet() -> None:
    """Return once the product has said what it owes."""
    while True:
        if not await sql.rows("SELECT id FROM outbox WHERE status IN ('waiting', 'sending')"):
            return
        await asyncio.sleep(0.1)
