"""A backup taken while people write: whole, of one moment, and the bot goes on from it."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import MovableClock
from storage import backup, restoring, sql
from storage.files import Files
from tests.bot.test_road import fake, said, somebody, trial
from tests.bot.test_trouble import text
from tests.conftest import ENGINES, running
from tests.fakes.telegram import FakeTelegram
from tests.support.databases import PostgresTemplate, SqliteTemplate, opened_at
from tests.support.driver import until
from tests.support.harness import World

__all__ = ("trial",)

CHATS = range(50, 55)


@dataclass
class Load:
    """People who write without a pause; `confirmed` are their words that the platform was told we have."""

    world: World
    files: int = 0
    confirmed: dict[int, list[str]] = field(default_factory=lambda: {chat: [] for chat in CHATS})

    async def goes_on(self) -> None:
        """Write until it is stopped: a text of every chat, and a file, at a time."""
        number = 0
        while True:
            number += 1
            updates = [text(1_000_000 + number * 100 + chat, f"câu {number}", chat) for chat in CHATS]
            await self.world.service.road.take("telegram", updates)
            for chat in CHATS:
                self.confirmed[chat].append(f"câu {number}")
            await self.world.service.files.put(f"evidence/{number}.jpg", b"x" * number)
            self.files = number

    def counted(self) -> int:
        """Return how many words are confirmed."""
        return sum(map(len, self.confirmed.values()))


async def backs_up(world: World, folder: Path, out: Path) -> None:
    """Run `hanhtrinh backup` beside the running product."""
    url, files = world.service.settings.database, world.service.settings.files
    environment = {"PATH": os.environ["PATH"], "DATABASE_URL": url, "FILES_URL": files, "DATA_DIR": str(folder)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "backup", str(out)),
        cwd=folder, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    printed, _ = await process.communicate()
    assert process.returncode == 0, printed.decode()


@asynccontextmanager
async def server() -> AsyncIterator[FakeTelegram]:
    """A Bot API server that outlives the product."""
    ours = FakeTelegram()
    await ours.start()
    yield ours
    await ours.close()


@pytest.mark.parametrize(
    ("from_", "to"), [("sqlite", "postgres"), ("postgres", "sqlite"), ("sqlite", "sqlite"), ("postgres", "postgres")]
)
async def test_a_backup_taken_while_people_write_is_whole_and_the_bot_goes_on_from_it(
    from_: str, to: str, request: pytest.FixtureRequest, tmp_path: Path, clock: MovableClock, trial: None
) -> None:
    templates: dict[str, SqliteTemplate | PostgresTemplate] = {
        kind: request.getfixturevalue(f"{kind}_template") for kind in (from_, to)
    }
    out = tmp_path / "a.tar"
    async with server() as platform:
        with templates[from_].copy() as first, templates[to].copy() as second:
            async with running("telegram-polling", first, tmp_path / "old", clock, platform) as world:
                an = await somebody(world)
                await an.says("/thu")
                await an.says("trước")
                before, after = await writes_while_backed_up(world, tmp_path, out)

            contents = await restoring.restore(out, second, Files((tmp_path / "new" / "files").as_uri()))

            assert contents.missing == 0
            async with opened_at(second):
                held = await holds_together(before, after)
            assert held > sum(map(len, before.values())), "the load stood still while the backup was taken"
            async with running("telegram-polling", second, tmp_path / "new", clock, platform) as world:
                an = world.person("42")
                await an.says("sau")
                an.hears("evidence.number", n=2)
                assert await said(world) == ["trước", "sau"]


async def writes_while_backed_up(
    world: World, folder: Path, out: Path
) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """Take a backup under load; return what was confirmed before it began, and after it had ended."""
    for chat in CHATS:
        await somebody(world, chat)
        await world.service.road.take("telegram", [text(1_000_000 + chat, "/thu", chat)])
    load = Load(world)
    writing = asyncio.create_task(load.goes_on())
    await until(lambda: load.counted() >= 50)
    before = {chat: list(words) for chat, words in load.confirmed.items()}
    files_before = load.files
    await backs_up(world, folder, out)
    after = {chat: list(words) for chat, words in load.confirmed.items()}
    writing.cancel()
    await asyncio.wait({writing})
    assert restoring.check(out)[0].files >= files_before
    return before, after


async def holds_together(before: dict[int, list[str]], after: dict[int, list[str]]) -> int:
    """Assert that the open database is of one moment between the two; return how many of their words it has."""
    held = 0
    for chat in CHATS:
        key = f"telegram:{chat}"
        [row] = await sql.rows("SELECT data FROM conversations WHERE chat = ?1", key)
        words = json.loads(row["data"])["said"]
        assert words[: len(before[chat])] == before[chat], "what was confirmed before is there"
        assert after[chat][: len(words)] == words[: len(after[chat])], "in order, and nothing else"
        [handled] = await sql.rows("SELECT COUNT(*) AS n FROM inbox WHERE chat = ?1 AND status = 'done'", key)
        assert handled["n"] == len(words) + 1, "an update, its step and its answer are of one transaction"
        [owed] = await sql.rows("SELECT COUNT(*) AS n FROM outbox WHERE chat = ?1", key)
        assert owed["n"] == len(words) + 1
        held += len(words)
    return held


@pytest.mark.parametrize("to", ENGINES)
async def test_what_was_being_sent_when_the_backup_was_taken_is_not_said_twice(
    to: str, request: pytest.FixtureRequest, sqlite_url: str, tmp_path: Path, clock: MovableClock
) -> None:
    out, now = tmp_path / "a.tar", sql.ms(clock.now())
    async with opened_at(sqlite_url):
        await sql.many(
            "INSERT INTO outbox (id, chat, kind, body, not_before, status, process, changed_at)"
            " VALUES (?1, 'telegram:42', 'text', '{}', ?2, 'sending', 77, ?2)",
            [(1, now)],
        )
        files = Files((tmp_path / "none").as_uri())
        await backup.take(out, sqlite_url, files, release="0.1.0", now=clock.now())
    template: SqliteTemplate | PostgresTemplate = request.getfixturevalue(f"{to}_template")
    with template.copy() as url:
        await restoring.restore(out, url, Files((tmp_path / "new" / "files").as_uri()))
        async with running("telegram-polling", url, tmp_path / "new", clock) as world:
            await world.pass_time(timedelta(seconds=10))
            assert [row["status"] for row in await sql.rows("SELECT status FROM outbox WHERE id = 1")] == ["unknown"]
            assert fake(world).counted()["sendMessage"] == 0
