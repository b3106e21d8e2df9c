"""When the database, the network or a single update makes trouble: the road goes on, and nothing is lost or doubled."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from tortoise.exceptions import TransactionManagementError

import handlers
from bot.clock import MovableClock
from handlers.conversation import Conversation, InboxMessage, Turn, choice, say
from storage import chats, sql, sqlite_inline
from storage.database import credentials, sqlite_path
from tests.bot.test_road import fake, said, somebody, telegram, trial
from tests.conftest import running
from tests.support.databases import PostgresTemplate, SqliteTemplate
from tests.support.harness import World

__all__ = ("telegram", "trial")


def text(update_id: int, words: str, chat: int = 42) -> dict[str, Any]:
    """Return an update in which somebody writes."""
    message = {"message_id": 900 + update_id, "date": 1, "chat": {"id": chat, "type": "private"}, "text": words}
    return {"update_id": update_id, "message": message}


async def poison(_message: InboxMessage) -> Turn:
    raise TransactionManagementError("as if the database had given up")


async def card(_message: InboxMessage) -> Turn:
    fresh = replace(say("evidence.level", name="x"), card="fresh", fresh=True)
    return Turn(says=(replace(fresh, choices=((choice("trouble.card", label="menu.book"),),)),))


async def locks_two(_message: InboxMessage) -> Turn:
    for number in (1, 2):
        await sql.rows("SELECT pg_advisory_xact_lock(?1)", number)
    return Turn(says=(say("evidence.level", name="x"),))


TROUBLE = Conversation("trouble", command="/hong", open_=poison, actions={"card": card})
LOCKS = Conversation("locks", command="/khoa", open_=locks_two)


@pytest.fixture
def trouble(monkeypatch: pytest.MonkeyPatch, trial: None) -> None:
    monkeypatch.setattr(handlers, "CONVERSATIONS", (*handlers.CONVERSATIONS, TROUBLE, LOCKS))
    monkeypatch.setitem(handlers.BY_NAME, "trouble", TROUBLE)
    monkeypatch.setitem(handlers.BY_NAME, "locks", LOCKS)


@pytest.fixture
async def on_postgres(
    postgres_template: PostgresTemplate, tmp_path: Path, clock: MovableClock, trial: None
) -> AsyncIterator[World]:
    with postgres_template.copy() as url:
        async with running("telegram-polling", url, tmp_path, clock) as world:
            yield world


@pytest.fixture
async def on_sqlite(
    sqlite_template: SqliteTemplate, tmp_path: Path, clock: MovableClock, trial: None
) -> AsyncIterator[World]:
    with sqlite_template.copy() as url:
        async with running("telegram-polling", url, tmp_path, clock) as world:
            yield world


async def test_a_database_that_drops_every_connection_is_found_again(on_postgres: World) -> None:
    an = await somebody(on_postgres)
    await an.says("/thu")
    where = on_postgres.service.settings.database.partition("host=")[2]
    admin = await asyncpg.connect(host=where, user="postgres", database="postgres")
    for number in range(5):
        await admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname LIKE 't%'"
        )
        fake(on_postgres).person(42).says(str(number))
    await admin.close()
    while await said_so_far(on_postgres) != [str(number) for number in range(5)]:
        await on_postgres.settle(timedelta(minutes=1))
    await an.says("5")
    assert len(await said(on_postgres)) == 6


async def said_so_far(world: World) -> list[str]:
    try:
        return await said(world)
    except Exception:
        return []


async def test_another_process_may_hold_the_database_for_a_while(on_sqlite: World) -> None:
    an = await somebody(on_sqlite)
    await an.says("/thu")
    other = sqlite3.connect(sqlite_path(on_sqlite.service.settings.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    fake(on_sqlite).person(42).says("một")
    await asyncio.sleep(0.3)
    other.execute("COMMIT")
    other.close()
    await on_sqlite.settle(timedelta(minutes=1))
    assert await said(on_sqlite) == ["một"]


async def test_a_database_held_too_long_is_told_to_the_platform_and_used_again(
    on_sqlite: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_inline, "PATIENCE", 0.1)
    an = await somebody(on_sqlite)
    await an.says("/thu")
    other = sqlite3.connect(sqlite_path(on_sqlite.service.settings.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(TransactionManagementError):
        await on_sqlite.service.road.take("telegram", [text(5, "một")])
    other.execute("COMMIT")
    other.close()
    await on_sqlite.service.road.take("telegram", [text(5, "một")])
    await on_sqlite.settle()
    assert await said(on_sqlite) == ["một"]


@asynccontextmanager
async def holding_the_second(world: World) -> AsyncIterator[asyncpg.Connection]:
    """Somebody else who holds the second of the two locks, and will wait for the first for ever."""
    other = await asyncpg.connect(**credentials(world.service.settings.database))
    await other.execute("SET deadlock_timeout = '1min'; SELECT pg_advisory_lock(2)")
    yield other
    await other.close()


async def crosses(other: asyncpg.Connection) -> None:
    """Wait for the first lock as soon as the product has it and waits for the second: the product has to give way."""
    waits = "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 2 AND NOT granted"
    async with asyncio.timeout(10):
        while not await other.fetchval(waits):  # noqa: ASYNC110 - what is awaited is in the database
            await asyncio.sleep(0.01)
    await other.execute("SELECT pg_advisory_lock(1)")


async def test_after_a_deadlock_the_same_is_tried_again_and_the_platform_not_told(
    trouble: None, on_postgres: World
) -> None:
    await somebody(on_postgres)
    before = len(fake(on_postgres).person(42).heard)
    async with holding_the_second(on_postgres) as other:
        taking = asyncio.create_task(on_postgres.service.road.take("telegram", [text(3, "/khoa")]))
        await crosses(other)
    await taking
    await on_postgres.settle()
    assert len(fake(on_postgres).person(42).heard) == before + 1
    assert not await sql.rows("SELECT id FROM inbox WHERE status <> 'done'")


async def test_a_second_deadlock_in_a_row_is_told_to_the_platform(trouble: None, on_postgres: World) -> None:
    await somebody(on_postgres)
    async with holding_the_second(on_postgres) as other:
        taking = asyncio.create_task(on_postgres.service.road.take("telegram", [text(3, "/khoa")]))
        await crosses(other)
        await other.execute("SELECT pg_advisory_unlock(1)")
        await crosses(other)
        with pytest.raises(asyncpg.DeadlockDetectedError):
            await taking
    await on_postgres.service.road.take("telegram", [text(3, "/khoa")])
    await on_postgres.settle(timedelta(minutes=1))
    assert not await sql.rows("SELECT id FROM inbox WHERE status <> 'done'")


async def test_an_update_that_takes_its_transaction_down_ends_as_failed_and_holds_nobody_up(
    telegram: World, trouble: None
) -> None:
    await somebody(telegram)
    await somebody(telegram, 43)
    road = telegram.service.road
    await road.take("telegram", [text(1, "/thu"), text(2, "/thu", 43)])
    with pytest.raises(TransactionManagementError):
        await road.take("telegram", [text(3, "/hong"), text(4, "một", 43)])
    await road.take("telegram", [text(3, "/hong"), text(4, "một", 43)])  # the platform brings them again
    await road.take("telegram", [text(5, "hai")])
    while await sql.rows("SELECT id FROM inbox WHERE status = 'new'"):
        await telegram.settle(timedelta(minutes=1))
    assert await said(telegram, 43) == ["một"]
    assert await said(telegram) == ["hai"]
    assert [row["key"] for row in await sql.rows("SELECT key FROM inbox WHERE status = 'failed'")] == ["3"]


async def test_a_chat_keeps_its_order_after_the_platform_asks_us_to_wait(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    await telegram.pass_time(timedelta(minutes=1))
    fake(telegram).fail_next(1, 429, "Too Many Requests: retry after 2", {"retry_after": 2}, method="sendMessage")
    for words in ("a", "b", "c"):
        fake(telegram).person(42).says(words)
    await telegram.settle(timedelta(minutes=1))
    assert [message.text for message in fake(telegram).person(42).heard][-3:] == ["1", "2", "3"]


async def test_an_outage_of_the_platform_loses_no_message(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    server = fake(telegram)
    port = int(server.url.rpartition(":")[2])
    await server.close()
    await telegram.service.road.take("telegram", [text(7, "một")])
    await telegram.pass_time(timedelta(minutes=10))
    await server.start(port=port)
    await telegram.pass_time(timedelta(minutes=2))
    assert server.person(42).heard[-1].text == "1"


async def test_an_ordinary_card_at_the_bottom_is_not_said_twice_when_its_delivery_is_unknown(
    telegram: World, trouble: None
) -> None:
    an = await somebody(telegram)
    await an.says("menu")
    await an.forges("trouble.card")
    before = fake(telegram).counted()["sendMessage"]
    shown = fake(telegram).person(42).heard[-1]
    fake(telegram).fail_next(1, 502, "Bad Gateway", method="sendMessage")
    fake(telegram).person(42).taps(shown.message_id, "trouble.card")
    await telegram.pass_time(timedelta(minutes=1))
    assert fake(telegram).counted()["sendMessage"] == before + 1


async def test_whoever_leaves_is_a_stranger_to_the_very_next_message(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    person = (await chats.load(["telegram:42"]))["telegram:42"].person
    assert person is not None
    await telegram.service.road.take("telegram", [text(1, "một"), *leaving(2), text(4, "hai")])
    await telegram.settle(timedelta(minutes=1))
    assert (await chats.load(["telegram:42"]))["telegram:42"].person is None
    assert not await sql.rows("SELECT chat FROM conversations WHERE data LIKE '%hai%'")


def leaving(update_id: int) -> list[dict[str, Any]]:
    """Return the taps by which somebody withdraws their consent."""
    card = {"message_id": 1, "date": 1, "chat": {"id": 42, "type": "private"}}
    sender = {"id": 42, "is_bot": False, "first_name": "An"}
    return [
        {
            "update_id": update_id + number,
            "callback_query": {"id": f"9{number}", "from": sender, "message": card, "chat_instance": "1", "data": data},
        }
        for number, data in enumerate(("my-data.withdraw", "my-data.withdraw-now"))
    ]


async def test_an_intake_that_is_given_up_strands_nobody_else(telegram: World, trial: None) -> None:
    await somebody(telegram)
    await somebody(telegram, 43)
    road = telegram.service.road
    given_up = asyncio.create_task(road.take("telegram", [text(1, "/thu")]))
    other = asyncio.create_task(road.take("telegram", [text(2, "/thu", 43)]))
    await asyncio.sleep(0)
    given_up.cancel()
    await asyncio.wait_for(other, 10)
    await telegram.settle()
    assert not await sql.rows("SELECT id FROM inbox WHERE status <> 'done'")
