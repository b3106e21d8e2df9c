"""What every test may ask for: an empty database on either engine, the running product, people to talk with."""

import os
import zlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pydantic import SecretStr

from bot.clock import MovableClock
from bot.service import Service
from bot.settings import Settings
from storage import database
from tests.fakes.telegram import FakeTelegram
from tests.logs import keeping
from tests.support import memory, postgres
from tests.support.databases import PostgresTemplate, SqliteTemplate
from tests.support.harness import World
from tests.support.platforms import platform
from tests.support.ports import free_port

START = datetime(2027, 1, 11, 2, 0, tzinfo=UTC)
"""Monday 11 January 2027, 09:00 in Vietnam: registration is open."""

ENGINES = ("sqlite", "postgres")
EVERYWHERE = (
    ("web", "sqlite"),
    ("telegram-polling", "postgres"),
    ("zalo-webhook", "sqlite"),
    ("oa", "postgres"),
)
"""Where a transcript runs; without --everywhere at two of these, drawn by its name, so that all are met."""

for variable in ("TELEGRAM_TOKEN", "DATABASE_URL", "FILES_URL", "DATA_DIR", "PUBLIC_URL"):
    os.environ.pop(variable, None)


keeping.begin()


def pytest_xdist_auto_num_workers() -> int:
    """Return a process a core and one more: a transcript often waits for a database, a socket or a child process."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def sqlite_template() -> Iterator[SqliteTemplate]:
    with TemporaryDirectory(prefix="sqlite-", dir=memory.roomy()) as folder:
        yield SqliteTemplate(Path(folder))


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[PostgresTemplate]:
    with postgres.server() as address:
        yield PostgresTemplate(address)


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty, migrated database; the test runs once on each engine."""
    template: SqliteTemplate | PostgresTemplate = request.getfixturevalue(f"{request.param}_template")
    with template.copy() as url:
        yield url


@pytest.fixture
def sqlite_url(sqlite_template: SqliteTemplate) -> Iterator[str]:
    """The address of an empty, migrated SQLite database, for what has nothing to do with the engine."""
    with sqlite_template.copy() as url:
        yield url


@pytest.fixture
async def opened(database_url: str) -> AsyncIterator[str]:
    """An open, empty database."""
    await database.open_database(database_url)
    yield database_url
    await database.close_database()


@pytest.fixture
def clock() -> MovableClock:
    """A clock that stands at START until it is moved."""
    return MovableClock(START, runs=False)


@asynccontextmanager
async def running(
    channel: str, url: str, folder: Path, clock: MovableClock, fake: FakeTelegram | None = None
) -> AsyncIterator[World]:
    """Run the product on one channel; stop it at the end, and fail on a call the platform would refuse.

    `fake`: a server that listens already, and goes on afterwards; without it there is one for the while.
    """
    port = free_port()
    settings = Settings(_env_file=None, database_url=SecretStr(url), data_dir=folder, http_port=port)
    other_side = platform(channel, clock.now, fake)
    await other_side.start()
    service = Service(settings.model_copy(update=other_side.settings(port)), clock=clock, demo=False, ticks=False)
    await service.start()
    driver = await other_side.driver(service)
    world = World(service, clock, driver)
    try:
        yield world
    finally:
        await service.stop()
        await other_side.close()
        await driver.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--everywhere", action="store_true", help="run each transcript on every channel, not on two")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Say where each transcript runs."""
    if "platform_and_engine" in metafunc.fixturenames:
        places = EVERYWHERE if metafunc.config.getoption("--everywhere") else _drawn(metafunc.definition.nodeid)
        metafunc.parametrize("platform_and_engine", places, ids=["-".join(place) for place in places])


def _drawn(name: str) -> list[tuple[str, str]]:
    """Return two of the places, one on each engine, the same for the same test."""
    turn = zlib.crc32(name.encode())
    sides = [[place for place in EVERYWHERE if place[1] == engine] for engine in ENGINES]
    return [side[(turn >> 8 * number) % len(side)] for number, side in enumerate(sides)]


@pytest.fixture
async def world(
    platform_and_engine: tuple[str, str], request: pytest.FixtureRequest, tmp_path: Path, clock: MovableClock
) -> AsyncIterator[World]:
    """The running product: a transcript runs on both engines, and on two channels or on all."""
    channel, engine = platform_and_engine
    template: SqliteTemplate | PostgresTemplate = request.getfixturevalue(f"{engine}_template")
    with template.copy() as url:
        async with running(channel, url, tmp_path, clock) as world:
            yield world
