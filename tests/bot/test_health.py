"""What /healthz says to whoever watches, and /metrics to Prometheus."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg
import pytest

from bot import health
from bot.clock import MovableClock
from storage import backlog, database, job_runs, outbox, sightings, sql
from storage.outbox import Owed
from storage.sightings import Sighting
from tests.bot.test_road import fake, somebody, telegram, trial
from tests.conftest import running
from tests.support.databases import PostgresTemplate, SqliteTemplate
from tests.support.harness import World

__all__ = ("telegram", "trial")


async def asks(world: World, path: str = "/healthz") -> tuple[int, Any]:
    """Return the status and what was answered."""
    address = f"http://127.0.0.1:{world.service.port}{path}"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return answer.status, await (answer.json() if path == "/healthz" else answer.text())


async def value(world: World, name: str) -> float:
    """Return one sample of /metrics, 0 when it is not there."""
    _, page = await asks(world, "/metrics")
    return next((float(line.rpartition(" ")[2]) for line in page.splitlines() if line.startswith(f"{name} ")), 0.0)


async def is_found_again(world: World) -> None:
    """Return once the product is well; the test's own time limit ends the wait."""
    async with aiohttp.ClientSession() as session:
        while (await session.get(f"http://127.0.0.1:{world.service.port}/healthz")).status == 503:
            pass


async def test_a_product_that_works_says_so(telegram: World) -> None:
    await (await somebody(telegram)).says("menu")

    status, said = await asks(telegram)

    assert status == 200
    assert said["status"] == said["database"] == "ok"
    assert said["trouble"] == []
    assert said["inbox"] == said["outbox"] == {"waiting": 0, "oldest_seconds": 0.0, "needs_a_human": 0}
    assert said["polling"]["telegram"]["state"] == "polling"
    assert said["polling"]["telegram"]["seconds_since"] < 60
    assert said["disk_free_mb"] > 0


async def test_updates_that_nobody_handles_are_told(telegram: World) -> None:
    await sql.run(
        "INSERT INTO inbox (id, key, channel, chat, body, received_at, status) VALUES (1, '1', 'nobody', 'nobody:1',"
        " '{}', ?1, 'new')",
        sql.ms(telegram.clock.now() - timedelta(hours=1)),
    )
    async with database.transaction():  # nobody can handle it meanwhile on either engine
        found = await backlog.measure(telegram.clock.now())

    assert found.inbox == 1
    assert found.is_inbox_stuck
    assert found.inbox_lag == timedelta(hours=1)


async def test_a_message_for_later_is_no_lag_and_one_that_cannot_leave_is(telegram: World) -> None:
    now = telegram.clock.now()
    await outbox.add([
        Owed(1, "gone:1", "say", "{}", sql.ms(now + timedelta(hours=1))),
        Owed(2, "gone:2", "say", "{}", sql.ms(now - timedelta(minutes=5))),
    ])  # fmt: skip

    status, said = await asks(telegram)
    assert status == 200
    assert said["outbox"] == {"waiting": 2, "oldest_seconds": 300.0, "needs_a_human": 0}

    telegram.clock.move(timedelta(minutes=10))
    status, said = await asks(telegram)
    assert status == 503
    assert len(said["trouble"]) == 1


async def test_a_long_queue_that_moves_is_only_long(telegram: World) -> None:
    now = telegram.clock.now()
    await outbox.add([Owed(n, f"gone:{n}", "say", "{}", sql.ms(now - timedelta(hours=1))) for n in (1, 2)])
    await sql.run("UPDATE outbox SET status = 'sent', changed_at = ?1 WHERE id = 1", sql.ms(now))

    assert (await asks(telegram))[0] == 200


@pytest.fixture
async def on_sqlite(sqlite_template: SqliteTemplate, tmp_path: Path, clock: MovableClock) -> AsyncIterator[World]:
    with sqlite_template.copy() as url:
        async with running("telegram-polling", url, tmp_path, clock) as world:
            yield world


@pytest.fixture
async def on_postgres(postgres_template: PostgresTemplate, tmp_path: Path, clock: MovableClock) -> AsyncIterator[World]:
    with postgres_template.copy() as url:
        async with running("telegram-polling", url, tmp_path, clock) as world:
            yield world


async def test_a_sqlite_that_hangs_is_told_at_once_and_found_again(
    on_sqlite: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "PATIENCE", 0.2)
    async with database.transaction():
        began = time.monotonic()
        answers = await asyncio.gather(*(asks(on_sqlite) for _ in range(20)))
        assert time.monotonic() - began < 2
    assert {status for status, _ in answers} == {503}
    assert answers[0][1]["database"] == "no answer"
    await is_found_again(on_sqlite)


async def test_a_postgres_that_hangs_is_told_at_once_and_found_again(
    on_postgres: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "PATIENCE", 0.2)
    other = await asyncpg.connect(on_postgres.service.settings.database)
    await other.execute("BEGIN; LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE")
    began = time.monotonic()
    status, said = await asks(on_postgres)
    page = (await asks(on_postgres, "/metrics"))[1]
    assert time.monotonic() - began < 2
    assert (status, said["database"]) == (503, "no answer")
    assert "hanhtrinh_database_up 0.0" in page
    await other.execute("COMMIT")
    await other.close()
    await is_found_again(on_postgres)


async def test_a_bot_whose_platform_does_not_answer_polls_is_told(
    telegram: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await telegram.settle()
    monkeypatch.setattr(health, "POLL_SILENT", timedelta(seconds=-1))

    status, said = await asks(telegram)

    assert status == 503
    assert "telegram" in said["trouble"][0]


async def test_a_refused_bot_and_a_full_disk_are_seen_and_kept_for_the_operators(
    telegram: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await telegram.settle()
    monkeypatch.setattr(health, "DISK_LOW", 2**62)
    telegram.service.road.sender.setbacks.refused["telegram"] = telegram.clock.now()

    status, said = await asks(telegram)

    assert status == 503
    assert len(said["trouble"]) == 2

    telegram.clock.move(timedelta(minutes=4))
    monkeypatch.setattr(health, "DISK_LOW", 0)
    assert (await asks(telegram))[0] == 200


async def test_what_only_another_process_sees_is_shown_and_does_not_stop_this_one(telegram: World) -> None:
    await telegram.settle()
    async with database.transaction():
        await sightings.note(Sighting("disk-full", "the-other-machine"), telegram.clock.now())

    status, said = await asks(telegram)

    assert status == 200
    assert "the-other-machine" in said["trouble"][0]


async def test_a_job_that_fails_for_an_hour_and_a_clock_that_stands_are_told(telegram: World) -> None:
    await telegram.settle()
    await job_runs.begin(["morning"], telegram.clock.now())
    await job_runs.failed("morning", "RuntimeError", telegram.clock.now())
    assert (await asks(telegram))[1]["trouble"] == []

    telegram.clock.move(timedelta(hours=1))

    status, said = await asks(telegram)
    assert status == 200
    assert ["60" in said["trouble"][0], "morning" in said["trouble"][1]] == [True, True]


async def test_nothing_personal_and_no_secret_is_told(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    await an.says("một điều riêng tư")

    for path in ("/healthz", "/metrics"):
        _, said = await asks(telegram, path)
        for secret in (fake(telegram).token, "riêng tư", "telegram:42", telegram.service.settings.database):
            assert secret not in str(said)


async def test_updates_calls_and_transactions_are_counted(telegram: World, trial: None) -> None:
    names = (
        'hanhtrinh_updates_received_total{channel="telegram"}',
        'hanhtrinh_updates_handled_total{channel="telegram",outcome="done"}',
        'hanhtrinh_updates_handled_total{channel="telegram",outcome="failed"}',
        'hanhtrinh_calls_total{channel="telegram",kind="say",outcome="Sent"}',
        'hanhtrinh_calls_total{channel="telegram",kind="say",outcome="NotNow"}',
        'hanhtrinh_slowed_down_total{channel="telegram"}',
        "hanhtrinh_message_lateness_seconds_count",
        'hanhtrinh_transaction_seconds_count{outcome="committed"}',
    )
    an = await somebody(telegram)
    before = [await value(telegram, name) for name in names]

    await an.says("/thu")
    await an.says("boom")
    fake(telegram).fail_next(1, 429, "Too Many Requests: retry after 2", {"retry_after": 2}, method="sendMessage")
    await an.says("/thu")
    await telegram.settle(timedelta(minutes=1))

    after = [await value(telegram, name) for name in names]
    grown = [late - early for early, late in zip(before, after, strict=True)]
    assert grown[:6] == [3, 2, 1, 3, 1, 1]
    assert grown[6] == 3
    assert grown[7] > 3
    assert await value(telegram, 'hanhtrinh_needs_a_human{table="inbox"}') == 1
    assert await value(telegram, "process_resident_memory_bytes") > 0


async def test_an_update_that_failed_is_told_but_stops_nothing(telegram: World) -> None:
    await telegram.settle()
    await telegram.service.road.take("telegram", [{"unparsed": "x"}])

    status, said = await asks(telegram)

    assert status == 200
    assert said["inbox"]["needs_a_human"] == 1
    assert "hanhtrinh inbox" in said["trouble"][0]
