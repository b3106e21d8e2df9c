"""The Official Account on the real road: a busy database, events that come twice, a window the platform closes."""

import logging
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest
from prometheus_client import REGISTRY

from bot import visitors
from bot.clock import MovableClock
from storage import chats, database, sql
from storage.people import PersonRow
from tests.bot.test_road import trial
from tests.conftest import ENGINES, running
from tests.fakes.oa import FakeOa
from tests.fakes.oa_delivery import PATIENCE
from tests.fakes.oa_people import FakeOaPerson
from tests.handlers.handing_in import desk
from tests.handlers.pictures import PDF, photo
from tests.support.databases import PostgresTemplate, SqliteTemplate
from tests.support.driver import until
from tests.support.driver_oa import OaDriver
from tests.support.harness import World

__all__ = ("trial",)

MINUTE = timedelta(minutes=1)


@pytest.fixture(params=ENGINES)
async def account(request: pytest.FixtureRequest, tmp_path: Path, clock: MovableClock) -> AsyncIterator[World]:
    """The product on an Official Account, on each engine."""
    template: SqliteTemplate | PostgresTemplate = request.getfixturevalue(f"{request.param}_template")
    with template.copy() as url:
        async with running("oa", url, tmp_path, clock) as world:
            yield world


def fake(world: World) -> FakeOa:
    assert isinstance(world.driver, OaDriver)
    return world.driver.fake


async def somebody(world: World) -> FakeOaPerson:
    """Return a member who has come to the account."""
    lan = fake(world).person(42)
    lan.meets()
    row = await PersonRow.create(code="lan", full_name="Lan", called="Lan", sort_key="lan", folded="lan")
    await chats.link(f"oa:{lan.user_id}", row.id, "vi", world.clock.now())
    return lan


async def fates() -> list[str]:
    return [row["status"] for row in await sql.rows("SELECT status FROM outbox ORDER BY id")]


@asynccontextmanager
async def busy(url: str) -> AsyncIterator[None]:
    """Keep everybody else from writing what arrives."""
    if url.startswith("sqlite"):
        other = sqlite3.connect(database.sqlite_path(url), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        yield
        other.close()
        return
    holder = await asyncpg.connect(**database.credentials(url))
    await holder.execute("BEGIN; LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE")
    yield
    await holder.close()


async def test_while_the_database_is_busy_the_platform_has_its_answer_in_two_seconds(
    account: World, trial: None
) -> None:
    lan = await somebody(account)
    lan.says("/thu")
    await account.settle(MINUTE)
    spool = account.service.settings.data_dir / "spool" / "oa"
    async with busy(account.service.settings.database):
        lan.says("một")
        await until(lambda: not fake(account).waiting)
        assert len(list(spool.glob("*.json"))) == 1
    await until(lambda: not list(spool.iterdir()))
    await account.settle(MINUTE)

    assert fake(account).delivery.statuses == [200, 200]
    assert max(fake(account).delivery.times) < PATIENCE
    assert len(lan.heard) == 2
    assert await fates() == ["sent", "sent"]


async def test_an_event_that_comes_twice_is_answered_once(account: World, trial: None) -> None:
    lan = await somebody(account)
    lan.says("/thu")
    body = fake(account).delivery.waiting[0].body
    await account.settle(MINUTE)
    for _ in range(2):
        assert await fake(account).delivery.post(body, tries=1) == 200
    await account.settle(MINUTE)
    assert len(lan.heard) == 1


async def test_an_event_nobody_signed_leaves_no_trace(account: World, trial: None) -> None:
    lan = await somebody(account)
    lan.says("/thu")
    body = fake(account).delivery.waiting.pop().body
    assert await fake(account).delivery.post(body, "mac=0") == 200
    await account.settle(MINUTE)
    assert (lan.heard, await sql.rows("SELECT id FROM inbox")) == ([], [])


async def refused_for_the_window(server: FakeOa) -> None:
    server.fail_next(1, -230, "out of the window", path="message/cs")


async def lost_on_the_way(server: FakeOa) -> None:
    server.cut_after_next(path="message/cs")


@pytest.mark.parametrize(
    ("trouble", "fate", "heard"), [(refused_for_the_window, "held", 0), (lost_on_the_way, "unknown", 1)]
)
async def test_what_the_platform_refuses_or_may_have_taken_is_not_tried_again_and_again(
    account: World, trial: None, trouble: Callable[[FakeOa], Awaitable[None]], fate: str, heard: int
) -> None:
    lan = await somebody(account)
    await trouble(fake(account))
    lan.says("/thu")
    await account.settle(MINUTE)
    await account.pass_time(timedelta(hours=3))
    assert (await fates(), len(lan.heard), fake(account).counted("message/cs")) == ([fate], heard, 1)


async def test_photos_and_a_document_become_evidence_and_an_expired_one_is_asked_for_again(account: World) -> None:
    at = await desk(account)
    await at.begins("RL2")
    huong = fake(account).person(int(at.huong.number))
    before = len(huong.heard)
    huong.sends_photos([photo(number) for number in range(3)], "Ảnh buổi sáng")
    await account.settle()
    assert len(huong.heard) == before + 1
    huong.sends_file(PDF, "giấy xác nhận.pdf")
    await account.settle()
    kept = await sql.rows("SELECT kind, state FROM evidence ORDER BY id")
    assert [(row["kind"], row["state"]) for row in kept if row["kind"] != "text"] == [
        *[("photo", "stored")] * 3,
        ("document", "stored"),
    ]

    await at.huong.turns_to_the_phone()
    huong.sends_photos([photo(9)])
    fake(account).media.are_gone = True
    await account.settle()
    await at.huong.look()
    at.huong.hears("evidence.refused-file-gone")


def refused() -> float:
    """Return how many unknown people could not be answered."""
    labels = {"channel": "oa", "outcome": "refused"}
    return REGISTRY.get_sample_value("hanhtrinh_visitors_total", labels) or 0.0


async def test_somebody_unknown_is_asked_once_a_day_to_follow_and_nothing_of_theirs_is_kept(
    account: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(visitors, "APART", 0.0)
    server = fake(account)
    for number, anonymous in enumerate(("an-a", "an-a", "an-b")):
        server.visitor_writes(anonymous, f"hội thoại {anonymous}", f"Cho em hỏi {number}")
        await until(lambda: not server.waiting)
    visits = list(server.visits.values())
    await until(lambda: [len(heard) for heard in visits] == [1, 1])
    assert f"https://zalo.me/{server.oa_id}" in visits[0][0]
    account.clock.move(timedelta(days=1))
    server.visitor_writes("an-a", "hội thoại an-a", "Alo")
    await until(lambda: len(visits[0]) == 2)
    before = refused()
    server.fail_next(1, -201, "Params is invalid", path="message/cs")
    server.visitor_writes("an-c", "hội thoại an-c", "Alo")
    await until(lambda: refused() == before + 1)
    await account.pass_time(timedelta(hours=1))
    assert server.visits["an-c", "hội thoại an-c"] == []

    for table in ("inbox", "outbox", "chats", "conversations"):
        assert await sql.rows(f"SELECT * FROM {table}") == []
    assert "Cho em hỏi" not in caplog.text
    assert "an-a" not in caplog.text


async def test_who_follows_is_welcomed_and_who_leaves_is_written_to_no_more(account: World) -> None:
    nga = fake(account).person(7)
    nga.follows()
    await account.settle()
    assert len(nga.heard) == 1
    lan = await somebody(account)
    lan.unfollows()
    await account.settle()
    [chat] = await sql.rows("SELECT reachable FROM chats WHERE chat = ?1", f"oa:{lan.user_id}")
    assert not chat["reachable"]
