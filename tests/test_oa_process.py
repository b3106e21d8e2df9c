"""The Official Account in a process that is killed: what was confirmed is answered, and nothing is said twice."""

import asyncio
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest

from bot.channels.oa_grants import Grants, OaApp
from bot.channels.oa_request import OaRequest
from bot.channels.oa_webhook import PATH
from storage import database
from tests.fakes.oa import FakeOa
from tests.fakes.telegram_spec import CHECKOUT
from tests.support.any_time import at_any_time
from tests.support.driver import until
from tests.support.ports import free_port

pytestmark = pytest.mark.timeout(150)

PATIENCE = 30
"""Seconds until something that should happen is given up."""


@pytest.fixture
async def server() -> AsyncIterator[FakeOa]:
    fake = FakeOa(lambda: datetime.now(UTC))
    await fake.start()
    yield fake
    await fake.close()
    assert not fake.violations


async def granted(fake: FakeOa, url: str) -> None:
    """Put the account's grant into the database."""
    await database.open_database(url)
    request = OaRequest()
    app = OaApp(fake.oa_id, fake.app_id, fake.secret, fake.verifier, fake.url, fake.url)
    await Grants("oa", app, request, lambda: datetime.now(UTC)).keep(*fake.seed())
    await request.close()
    await database.close_database()


@asynccontextmanager
async def running(fake: FakeOa, url: str, folder: Path) -> AsyncIterator[None]:
    """Run the product until it is killed, as by a power cut."""
    port = free_port()
    environment = {
        **at_any_time(folder),
        "PATH": os.environ["PATH"],
        "PYTHONUTF8": "1",
        "DATABASE_URL": url,
        "DATA_DIR": str(folder),
        "HTTP_PORT": str(port),
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "ZALO_OA_ID": fake.oa_id,
        "ZALO_OA_APP_ID": fake.app_id,
        "ZALO_OA_APP_SECRET": fake.secret,
        "ZALO_OA_WEBHOOK_SECRET": fake.webhook_secret,
        "ZALO_OA_API_URL": fake.url,
        "ZALO_OA_OAUTH_URL": fake.url,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=CHECKOUT, env=environment, stderr=asyncio.subprocess.DEVNULL
    )
    await listens(port)
    fake.deliver_to(f"http://127.0.0.1:{port}{PATH}")
    yield
    fake.delivery.webhook = ""
    process.send_signal(signal.SIGKILL)
    await process.wait()


async def listens(port: int) -> None:
    async with aiohttp.ClientSession() as session, asyncio.timeout(PATIENCE):
        while True:
            try:
                async with session.get(f"http://127.0.0.1:{port}/healthz"):
                    return
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)


async def test_nothing_confirmed_is_lost_and_nothing_is_said_twice_by_a_process_that_is_killed(
    server: FakeOa, sqlite_url: str, tmp_path: Path
) -> None:
    await granted(server, sqlite_url)
    lan = server.person(42)
    lan.meets()
    other = sqlite3.connect(database.sqlite_path(sqlite_url), isolation_level=None)
    async with running(server, sqlite_url, tmp_path):
        other.execute("BEGIN IMMEDIATE")
        lan.says("xin chào")
        await asyncio.wait_for(until(lambda: not server.waiting), PATIENCE)
    other.close()
    assert (server.delivery.statuses, lan.heard) == ([200], [])

    async with running(server, sqlite_url, tmp_path):
        await asyncio.wait_for(until(lambda: len(lan.heard) == 1), PATIENCE)
        server.delay = 0.5  # long enough to be killed between the call and its answer
        before = server.counted("message/cs")
        lan.says("trợ giúp")
        await asyncio.wait_for(until(lambda: server.counted("message/cs") > before), PATIENCE)
    await asyncio.wait_for(until(lambda: len(lan.heard) == 2), PATIENCE)

    server.delay = 0.0
    async with running(server, sqlite_url, tmp_path):
        lan.says("trợ giúp")
        await asyncio.wait_for(until(lambda: len(lan.heard) >= 3), PATIENCE)
        assert (len(lan.heard), server.counted("message/cs")) == (3, 3)
