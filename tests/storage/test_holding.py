"""Who holds what: one process at a time, and nobody for long once that process is gone."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from storage import database, holding
from storage.database import DatabaseUnreachable
from storage.holding import AlreadyRunning, Hold, HoldLost, OneProcess, Session, hold_of
from tests.support.databases import PostgresTemplate


@pytest.fixture
def url(postgres_template: PostgresTemplate) -> Iterator[str]:
    with postgres_template.copy() as address:
        yield address


def nobody() -> None:
    """Do nothing when a hold is lost."""


async def opened(url: str) -> Hold:
    hold = hold_of(url, nobody)
    await hold.open()
    return hold


async def test_two_processes_never_hold_the_same_name(url: str) -> None:
    first, second = await opened(url), await opened(url)

    assert await first.hold({"clock", "polling a"}) == {"clock", "polling a"}
    assert await second.hold({"clock", "polling b"}) == {"polling b"}
    assert await first.hold({"polling a", "polling b"}) == {"polling a"}
    assert await second.hold({"clock", "polling b"}) == {"clock", "polling b"}

    await first.close()
    assert await second.hold({"clock", "polling a"}) == {"clock", "polling a"}
    await second.close()


async def test_a_hold_that_is_lost_is_known_at_once_and_taken_anew(url: str) -> None:
    lost = asyncio.Event()
    hold = hold_of(url, lost.set)
    await hold.open()
    assert await hold.hold({"clock"}) == {"clock"}

    await ended(url, hold.process)

    await asyncio.wait_for(lost.wait(), 5)
    with pytest.raises(HoldLost):
        await hold.hold({"clock"})
    assert await hold.hold({"clock"}) == {"clock"}
    await hold.close()


async def test_who_lost_its_session_is_not_back_while_another_has_its_number(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await opened(url)
    await ended(url, first.process)
    monkeypatch.setattr(holding, "_new_process", lambda: first.process ^ 1 << 20)
    second = await opened(url)

    for _ in range(2):
        with pytest.raises(HoldLost):
            await first.hold({"clock"})

    await second.close()
    assert await first.hold({"clock"}) == {"clock"}
    await first.close()


async def test_postgres_itself_forgets_a_process_that_says_nothing(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holding, "FORGOTTEN_AFTER", 0.2)
    lost = asyncio.Event()
    silent = hold_of(url, lost.set)
    await silent.open()
    await silent.hold({"clock"})

    await asyncio.wait_for(lost.wait(), 5)

    other = await opened(url)
    assert await other.hold({"clock"}) == {"clock"}
    await other.close()
    await silent.close()


async def test_who_is_gone_is_told_from_who_lives(url: str) -> None:
    first, second = await opened(url), await opened(url)
    await database.open_database(url)
    try:
        async with database.transaction():
            assert await holding.gone([first.process, second.process, 0]) == {0}
        await second.close()
        async with database.transaction():
            assert await holding.gone([first.process, second.process]) == {second.process}
    finally:
        await database.close_database()
        await first.close()


async def test_a_second_process_on_one_sqlite_file_is_told_who_has_it(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/a.db"
    first = await opened(address)

    with pytest.raises(AlreadyRunning) as told:
        await opened(address)

    assert told.value.pid.isdigit()
    assert await first.hold({"clock"}) == {"clock"}
    await first.close()
    await (await opened(address)).close()


async def test_the_number_of_whoever_had_the_file_before_is_not_told(tmp_path: Path) -> None:
    (tmp_path / "a.db.running").write_text("99999999\n")
    hold = OneProcess(f"{tmp_path}/a.db")
    await hold.open()

    assert (tmp_path / "a.db.running").read_text() != "99999999\n"
    assert len((tmp_path / "a.db.running").read_text().split()) == 1
    await hold.close()


async def test_a_server_that_is_not_there_is_unreachable(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachable):
        await Session(f"postgres://postgres@/nothing?host={tmp_path}", nobody).open()


async def ended(url: str, process: int) -> None:
    """End the session of `process` from the server's side."""
    admin = await asyncpg.connect(**database.credentials(url))
    await admin.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1"
        " AND (classid::bigint << 32) | objid::bigint = $1",
        process,
    )
    await admin.close()
