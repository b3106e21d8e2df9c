"""Two processes of the product on one PostgreSQL: they share the work, and either goes on when the other ends."""

import asyncio
import json
import os
import signal
import sys
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg
import pytest

from storage import chats, database, sql
from storage.people import PersonRow
from tests.bot.test_trouble import text
from tests.fakes.telegram import Call, FakeTelegram
from tests.fakes.telegram_spec import CHECKOUT
from tests.logs import keeping
from tests.support import postgres
from tests.support.databases import PostgresTemplate
from tests.support.ports import free_port

pytestmark = [pytest.mark.timeout(240), pytest.mark.xdist_group("two processes")]

SECRET = "secret-of-the-tests"
FAILOVER = 30
"""Seconds within which the other process must have taken over; ten are promised, where nothing else runs."""

PATIENCE = 45
"""Seconds until something that has no promise is given up."""


class Timed(FakeTelegram):
    """A fake that keeps when each message came, and to whom."""

    def __init__(self) -> None:
        super().__init__()
        self.came: list[tuple[float, int]] = []

    async def _sendMessage(self, call: Call) -> Any:  # noqa: N802
        self.came.append((time.monotonic(), call.values["chat_id"]))
        return await super()._sendMessage(call)


@dataclass
class Running:
    """One process of the product."""

    process: asyncio.subprocess.Process
    port: int
    output: Path

    def kill(self, number: signal.Signals = signal.SIGKILL) -> None:
        """Send a signal, as `kill -9` does."""
        os.kill(self.process.pid, number)

    def said(self, words: str) -> bool:
        """Say whether the log has these words."""
        return words in self.output.read_text("utf-8")

    async def is_up(self) -> None:
        """Return when it takes messages."""
        await comes(lambda: self.said("đang nhận tin"), PATIENCE, self)

    async def gets(self, update: dict[str, Any], session: aiohttp.ClientSession) -> int:
        """Bring an update as the platform does; return the status."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        async with session.post(f"http://127.0.0.1:{self.port}/telegram/telegram", json=update, headers=headers) as got:
            return got.status


async def comes(holds: Callable[[], bool], within: float, *processes: Running) -> None:
    """Return when `holds`; show what the processes wrote when it does not in time."""
    await comes_to(_as_awaitable(holds), within, *processes)


async def comes_to(holds: Callable[[], Awaitable[bool]], within: float, *processes: Running) -> None:
    """Return when `holds` comes true."""
    try:
        async with asyncio.timeout(within):
            while not await holds():  # noqa: ASYNC110 - what is awaited is in another process
                await asyncio.sleep(0.02)
    except TimeoutError:
        for one in processes:
            print(f"--- port {one.port}\n{one.output.read_text('utf-8')[-6000:]}")  # noqa: T201 - for whoever reads why
        raise AssertionError("it did not come true in time") from None


def _as_awaitable(holds: Callable[[], bool]) -> Callable[[], Awaitable[bool]]:
    async def ask() -> bool:
        return holds()

    return ask


@dataclass
class House:
    """A database, a platform, and the processes between them."""

    url: str
    folder: Path
    fake: Timed
    settings: dict[str, str]
    _started: AsyncExitStack

    async def process(self, **settings: str) -> Running:
        """Start a process with a folder and a port of its own."""
        port = free_port()
        folder = self.folder / str(port)
        folder.mkdir()
        return await self._started.enter_async_context(
            running(folder, port, {"DATA_DIR": str(folder), **self.settings, **settings})
        )

    async def two(self, **settings: str) -> tuple[Running, Running]:
        """Start two at once; return when both are up."""
        both = await asyncio.gather(self.process(**settings), self.process(**settings))
        await asyncio.gather(*(one.is_up() for one in both))
        return both

    async def somebody(self, number: int) -> None:
        """Let a person who has joined sit at a chat."""
        row = await PersonRow.create(code=str(number), full_name="An", called="An", sort_key="an", folded="an")
        await chats.link(f"telegram:{number}", row.id, "vi", datetime.now(UTC))
        self.fake.person(number).has_started = True

    def heard(self, number: int) -> list[str]:
        """Return what a person's chat shows of ours."""
        return [message.text for message in self.fake.person(number).heard]


@asynccontextmanager
async def running(folder: Path, port: int, settings: dict[str, str]) -> AsyncIterator[Running]:
    output = folder / "output.txt"
    own = {
        "PATH": os.environ["PATH"],
        "PYTHONUTF8": "1",
        "PYTHONUNBUFFERED": "1",
        "PYTHONPATH": str(CHECKOUT),
        "HTTP_PORT": str(port),
        "LOG_LEVEL": keeping.CHILDREN,
    }
    with output.open("wb") as out:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.support.trial_process", "run",
            cwd=folder, env={**own, **settings}, stdout=out, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
    try:
        yield Running(process, port, output)
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGCONT)
            process.kill()
            await process.wait()
        keeping.output(output.read_bytes())


@asynccontextmanager
async def house(url: str, folder: Path, mode: str) -> AsyncIterator[House]:
    fake = Timed()
    await fake.start()
    settings = {
        "DATABASE_URL": url,
        "TELEGRAM_TOKEN": fake.token,
        "TELEGRAM_API_URL": fake.url,
        "TELEGRAM_MODE": mode,
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
        "PUBLIC_URL": "http://127.0.0.1:9",  # nobody: a test brings the updates itself
    }
    async with AsyncExitStack() as started:
        yield House(url, folder, fake, settings, started)
        assert fake.violations == []
    await fake.close()


@pytest.fixture
def url(postgres_template: PostgresTemplate) -> Iterator[str]:
    with postgres_template.copy() as address:
        yield address


@pytest.fixture
async def polled(url: str, tmp_path: Path) -> AsyncIterator[House]:
    """Processes that share a bot by polling, and this test's own look at their database."""
    await database.open_database(url)
    async with house(url, tmp_path, "polling") as opened:
        await opened.somebody(42)
        yield opened
    await database.close_database()


@pytest.fixture
async def called(url: str, tmp_path: Path) -> AsyncIterator[House]:
    """Processes that are called by webhook, each by whoever knows its port."""
    await database.open_database(url)
    async with house(url, tmp_path, "webhook") as opened:
        await opened.somebody(42)
        yield opened
    await database.close_database()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


def tap(update_id: int, action: str, message: int = 1) -> dict[str, Any]:
    """Return an update in which chat 42 taps."""
    card = {"message_id": message, "date": 1, "chat": {"id": 42, "type": "private"}}
    sender = {"id": 42, "is_bot": False, "first_name": "An"}
    query = {"id": f"9{update_id}", "from": sender, "message": card, "chat_instance": "1", "data": action}
    return {"update_id": update_id, "callback_query": query}


async def kept(number: int = 42) -> list[str]:
    """Return the words the trial keeps of a chat."""
    [row] = await sql.rows("SELECT data FROM conversations WHERE chat = ?1", f"telegram:{number}")
    found: list[str] = json.loads(row["data"])["said"]
    return found


async def statuses() -> list[str]:
    return [row["status"] for row in await sql.rows("SELECT status FROM outbox WHERE kind = 'say' ORDER BY id")]


def holder(processes: Sequence[Running]) -> tuple[Running, Running]:
    """Return the process that polls, and the other."""
    [polls] = [one for one in processes if one.said('"polling telegram"')]
    [other] = [one for one in processes if one is not polls]
    return polls, other


async def test_the_other_process_answers_when_the_one_that_polls_is_killed(polled: House) -> None:
    both = await polled.two()
    await comes(lambda: any(one.said('"polling telegram"') for one in both), PATIENCE, *both)
    polls, other = holder(both)
    polled.fake.person(42).says("/thu")
    await comes(lambda: len(polled.heard(42)) == 1, PATIENCE, *both)

    polls.kill()
    polled.fake.person(42).says("một")

    await comes(lambda: polled.heard(42)[-1] == "1", FAILOVER, other)
    assert await kept() == ["một"]
    await comes(lambda: other.said('"the clock"'), FAILOVER, other)
    assert not other.said("Conflict")


async def test_a_process_that_hangs_loses_what_it_held_and_finds_its_place_when_it_wakes(polled: House) -> None:
    both = await polled.two()
    await comes(lambda: any(one.said('"polling telegram"') for one in both), PATIENCE, *both)
    hangs, other = holder(both)
    polled.fake.person(42).says("/thu")
    await comes(lambda: len(polled.heard(42)) == 1, PATIENCE, *both)

    hangs.kill(signal.SIGSTOP)
    polled.fake.person(42).says("một")
    await comes(lambda: polled.heard(42)[-1] == "1", FAILOVER, other)

    hangs.kill(signal.SIGCONT)
    other.kill()
    polled.fake.person(42).says("hai")
    await comes(lambda: polled.heard(42)[-1] == "2", FAILOVER, hangs)
    assert await kept() == ["một", "hai"]


async def test_who_stops_in_order_hands_over_at_once(polled: House) -> None:
    both = await polled.two()
    await comes(lambda: any(one.said('"polling telegram"') for one in both), PATIENCE, *both)
    polls, other = holder(both)

    polls.kill(signal.SIGTERM)

    await comes(lambda: other.said('"polling telegram"') and other.said('"the clock"'), FAILOVER, *both)
    assert await asyncio.wait_for(polls.process.wait(), PATIENCE) == 0


async def test_one_chat_alternating_between_two_processes_is_answered_in_order_and_once(
    called: House, session: aiohttp.ClientSession
) -> None:
    both = await called.two()  # at the pace of a chat, so that each process has answers waiting
    await both[0].gets(text(1, "/thu"), session)
    words = [f"câu {number}" for number in range(10)]

    for number, said in enumerate(words):
        update = text(2 + number, said)
        assert {200} == set(await asyncio.gather(*(one.gets(update, session) for one in both)))
        assert await both[number % 2].gets(update, session) == 200

    await comes(lambda: len(called.heard(42)) == 11, PATIENCE, *both)
    assert await kept() == words
    assert called.heard(42)[1:] == [str(number) for number in range(1, 11)]


async def test_many_updates_of_one_chat_at_once_are_each_handled_once(
    called: House, session: aiohttp.ClientSession
) -> None:
    both = await called.two(TELEGRAM_PACE="0")
    await both[0].gets(text(1, "/thu"), session)

    statuses = await asyncio.gather(*(both[n % 2].gets(text(2 + n, str(n)), session) for n in range(40)))

    assert statuses == [200] * 40
    await comes(lambda: len(called.heard(42)) == 41, PATIENCE, *both)
    assert sorted(await kept(), key=int) == [str(number) for number in range(40)]
    assert called.heard(42)[1:] == [str(number) for number in range(1, 41)]


async def test_a_card_that_two_processes_change_is_one_message_with_the_last_words(
    called: House, session: aiohttp.ClientSession
) -> None:
    both = await called.two(TELEGRAM_PACE="0")
    for number in range(12):
        assert await both[number % 2].gets(tap(1 + number, f"trial.tick {number}"), session) == 200

    await comes(lambda: called.heard(42) == ["11"], PATIENCE, *both)
    assert called.fake.counted()["sendMessage"] == 1


async def test_two_processes_keep_one_pace(called: House, session: aiohttp.ClientSession) -> None:
    both = await called.two()
    people = range(100, 160)
    for number in people:
        await called.somebody(number)
    await asyncio.gather(
        *(both[n % 2].gets(text(1000 * turn + n, "/thu", n), session) for n in people for turn in (1, 2))
    )

    await comes(lambda: len(called.fake.came) == 120, PATIENCE, *both)
    moments = sorted(at for at, _ in called.fake.came)
    burst, second = 5, 25
    for place, at in enumerate(moments):
        assert sum(at <= other < at + 1 for other in moments[place:]) <= burst + second + 2
    assert {len(called.heard(number)) for number in people} == {2}


async def test_what_a_killed_process_was_sending_is_settled_by_the_other(
    called: House, session: aiohttp.ClientSession
) -> None:
    sends, other = await called.two()
    called.fake.delay = 3600.0
    await sends.gets(text(1, "/thu"), session)
    await comes(lambda: called.fake.counted()["sendMessage"] == 1, PATIENCE, sends)
    called.fake.delay = 0.0
    await other.gets(text(2, "một"), session)

    sends.kill()

    await comes(lambda: called.heard(42) == ["1"], FAILOVER, other)
    for _ in range(500):  # what came of a call is recorded a moment after it
        if await statuses() == ["unknown", "sent"]:
            break
        await asyncio.sleep(0.01)
    assert await statuses() == ["unknown", "sent"]


async def test_two_processes_make_the_tables_of_an_empty_database_at_once(
    postgres_template: PostgresTemplate, url: str, tmp_path: Path
) -> None:
    empty = await another_database(url)
    async with house(empty, tmp_path, "polling") as opened:
        both = await opened.two()
        await comes(lambda: any(one.said('"polling telegram"') for one in both), PATIENCE, *both)


async def another_database(url: str) -> str:
    """Make an empty database on the server of `url`; return its address."""
    name = f"t{uuid.uuid4().hex}"
    admin = await asyncpg.connect(**{**database.credentials(url), "database": "postgres"})
    await admin.execute(f"CREATE DATABASE {name}")
    await admin.close()
    return f"postgres://postgres@/{name}?host={database.credentials(url)['host']}"


async def test_a_database_that_stops_and_starts_is_found_again(tmp_path: Path, session: aiohttp.ClientSession) -> None:
    server = postgres.Server()
    server.start()
    try:
        await _stops_and_starts(server, tmp_path, session)
    finally:
        server.stop()


async def _stops_and_starts(server: postgres.Server, folder: Path, session: aiohttp.ClientSession) -> None:
    address = server.address.format(database="postgres")
    await database.migrate(address)
    await database.open_database(address)
    async with house(address, folder, "webhook") as opened:
        await opened.somebody(42)
        both = await opened.two()
        assert await both[0].gets(text(1, "/thu"), session) == 200
        await comes(lambda: len(opened.heard(42)) == 1, PATIENCE, *both)

        server.stop()
        assert [await one.gets(text(2, "một"), session) for one in both] == [503, 503]
        server.start()

        async def is_taken() -> bool:
            return await both[1].gets(text(2, "một"), session) == 200

        await comes_to(is_taken, FAILOVER, *both)
        await comes(lambda: opened.heard(42)[-1] == "1", FAILOVER, *both)
        await comes(lambda: sum(one.output.read_text().count('"the clock"') for one in both) >= 2, FAILOVER, *both)
        await database.close_database()
        await database.open_database(address)
        assert await kept() == ["một"]
    await database.close_database()


async def test_a_second_run_on_one_sqlite_file_says_so_and_ends(tmp_path: Path) -> None:
    async with house(f"sqlite:///{tmp_path}/hanhtrinh.db", tmp_path, "polling") as opened:
        first = await opened.process()
        await first.is_up()
        second = await opened.process()

        assert await asyncio.wait_for(second.process.wait(), PATIENCE) == 1
        assert second.said("Chương trình đang chạy rồi")
        assert second.said(f"tiến trình {first.process.pid}")
        assert first.process.returncode is None
