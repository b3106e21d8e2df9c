"""Opening, migrating and closing the database; transactions and savepoints."""

import asyncio
import fcntl
import hashlib
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

import asyncpg
from tortoise import Tortoise
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.backends.base.executor import EXECUTOR_CACHE
from tortoise.connection import get_connection
from tortoise.context import get_current_context
from tortoise.exceptions import OperationalError, TransactionManagementError
from tortoise.migrations.executor import MigrationTarget
from tortoise.transactions import in_transaction

from storage import sql
from storage.migrating import Executor

NOUNS = (
    "appeals",
    "attendance",
    "audit",
    "broadcasts",
    "bulks",
    "cards",
    "chats",
    "consents",
    "conversations",
    "digests",
    "enrolments",
    "evidence",
    "fingerprints",
    "grants",
    "inbox",
    "invitations",
    "job_runs",
    "likenesses",
    "link_codes",
    "links",
    "menus",
    "metered",
    "outbox",
    "overdue",
    "pace",
    "people",
    "phones",
    "photo_hashes",
    "photo_pairs",
    "programmes",
    "recorded",
    "registrations",
    "reminder_wishes",
    "reminders",
    "reversals",
    "reviews",
    "rulings",
    "session_sheets",
    "sessions",
    "settings",
    "sightings",
    "submissions",
    "substitutes",
    "units",
)

_MIGRATION_LOCK = int.from_bytes(hashlib.sha256(b"hanhtrinh migrations").digest()[:8], "big", signed=True)


CONNECTIONS = 10
"""Connections of a process to PostgreSQL, for its writers, the fetcher and looks; `?maxsize=` sets another number."""


class DatabaseUnreachable(Exception):
    """The database of the settings cannot be opened; `reason` is its driver's own wording."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def configuration(url: str) -> dict[str, Any]:
    """Return Tortoise's configuration for `url`: `sqlite:///path/file.db` or `postgres://user@host/name`.

    SQLite: WAL and synchronous=FULL, so that a committed update survives a power cut; commits are grouped, so
    that this costs little. With `?synchronous=off` nobody needs the file after a crash: a rehearsal's.
    """
    if urlsplit(url).scheme == "sqlite":
        connection: dict[str, Any] = {
            "engine": "storage.sqlite_inline",
            "credentials": {
                "file_path": sqlite_path(url),
                "busy_timeout": 250,
                "synchronous": "OFF" if urlsplit(url).query == "synchronous=off" else "FULL",
                "cache_size": -4096,  # KiB; the system keeps the file's pages as well
                "wal_autocheckpoint": 4000,
                "journal_size_limit": 67108864,
            },
        }
    else:
        connection = dict(expand_db_url(url.replace("postgresql://", "postgres://", 1)))
        connection["engine"] = "storage.postgres_pooled"
        connection["credentials"] = {"minsize": 1, "maxsize": CONNECTIONS, **connection["credentials"]}
        connection["credentials"]["server_settings"] = {
            "application_name": "hanhtrinh",
            "idle_in_transaction_session_timeout": "30s",  # a process that hangs inside a transaction
            "tcp_keepalives_idle": "4",  # seconds: a machine that vanished, and with it the lanes it had locked
            "tcp_keepalives_interval": "2",
            "tcp_keepalives_count": "2",
            "tcp_user_timeout": "8s",
        }
    return {
        "connections": {"default": connection},
        "apps": {
            "models": {
                "models": [f"storage.{noun}" for noun in NOUNS],
                "migrations": "storage.migrations",
                "default_connection": "default",
            }
        },
        "use_tz": True,
        "timezone": "UTC",
    }


def credentials(url: str) -> dict[str, Any]:
    """Return what a connection to the PostgreSQL database at `url` is opened with."""
    known = configuration(url)["connections"]["default"]["credentials"]
    return {name: known[name] for name in ("host", "port", "user", "password", "database", "ssl") if name in known}


def sqlite_path(url: str) -> str:
    """Return the file of a `sqlite://` address (`sqlite:///relative.db`, `sqlite:////absolute.db`)."""
    path = urlsplit(url).path
    return path[1:] if path.startswith("/") else path


async def open_database(url: str) -> None:
    """Open the database of `url` for this process; its tables are not touched.

    Raises:
        DatabaseUnreachable: with the driver's reason.
    """
    if urlsplit(url).scheme == "sqlite":
        try:
            Path(sqlite_path(url)).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseUnreachable(str(error)) from error
    zone = os.environ.get("TIMEZONE")
    await Tortoise.init(config=configuration(url), _enable_global_fallback=True)
    _restore("TIMEZONE", zone)  # Tortoise sets it to its own zone, and it is a setting of ours
    try:
        await sql.rows("SELECT 1")
    except Exception as error:
        await close_database()
        raise DatabaseUnreachable(str(error)) from error


def _restore(variable: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(variable, None)
    else:
        os.environ[variable] = value


async def close_database() -> None:
    """Close every connection; safe to call twice."""
    context = get_current_context()
    if context is not None:
        await Tortoise.close_connections()
        await context.__aexit__(None, None, None)
    EXECUTOR_CACHE.clear()  # it keeps one database's statements, and the next one may be of the other kind


async def migrate(url: str, *, upto: str | None = None) -> None:
    """Bring the tables of `url` up to date, or to the migration `upto`; several processes may do so at once.

    Opens and closes the database itself. One after the other: under an advisory lock on PostgreSQL, a file's on SQLite.
    """
    async with _opened(url):
        if not await pending_migrations(upto):
            return
        if sql.is_sqlite():
            await _migrate(url, upto)
            return
        async with get_connection("default").acquire_connection() as lock:
            await lock.execute("SELECT pg_advisory_lock($1)", _MIGRATION_LOCK)
            try:
                await _migrate(url, upto)
            finally:
                await lock.execute("SELECT pg_advisory_unlock($1)", _MIGRATION_LOCK)


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[None]:
    """Open the database of `url`; on SQLite nobody else is at this meanwhile: a new file can be opened by one only."""
    async with AsyncExitStack() as stack:
        if urlsplit(url).scheme == "sqlite":
            lock = stack.enter_context(_lock_file(url))
            await asyncio.to_thread(fcntl.flock, lock, fcntl.LOCK_EX)
        await open_database(url)
        stack.push_async_callback(close_database)
        yield


def _lock_file(url: str) -> IO[str]:
    """Return the file beside the database that whoever migrates locks.

    Raises:
        DatabaseUnreachable: its folder cannot be made or written.
    """
    path = Path(f"{sqlite_path(url)}.migrating")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("w")
    except OSError as error:
        raise DatabaseUnreachable(str(error)) from error


async def _migrate(url: str, upto: str | None) -> None:
    if await pending_migrations(upto):  # not if another process was faster
        target = None if upto is None else [MigrationTarget("models", upto)]
        await Executor(get_connection("default"), configuration(url)["apps"]).migrate(target)


def known_migrations() -> list[str]:
    """Return every migration of this release, the oldest first."""
    return sorted(path.stem for path in Path(__file__).with_name("migrations").glob("0*.py"))


async def applied_migrations() -> list[str]:
    """Return the migrations of the open database, the oldest first; none where there are no tables."""
    if sql.is_sqlite():
        found = await sql.rows("SELECT 1 FROM sqlite_master WHERE name = 'tortoise_migrations'")
    else:
        found = await sql.rows("SELECT 1 WHERE to_regclass('tortoise_migrations') IS NOT NULL")
    applied = await sql.rows("SELECT name FROM tortoise_migrations ORDER BY name") if found else []
    return [row["name"] for row in applied]


async def pending_migrations(upto: str | None = None) -> bool:
    """Say whether the open database lacks the newest tables, or those of the migration `upto`."""
    try:
        return (upto or known_migrations()[-1]) not in await applied_migrations()
    except Exception:
        return True


@asynccontextmanager
async def transaction() -> AsyncIterator[None]:
    """Everything inside commits together; an exception takes all of it back. Nested, it is a savepoint."""
    if sql.inside.get() is not None:
        async with savepoint():
            yield
        return
    async with in_transaction("default") as connection:
        before = sql.inside.set(connection)
        try:
            yield
        finally:
            sql.inside.reset(before)


@asynccontextmanager
async def savepoint() -> AsyncIterator[None]:
    """A part of the open transaction; an exception takes only this part back. They may be nested."""
    connection = sql.connection()
    await connection.mark("SAVEPOINT part")
    try:
        yield
    except BaseException:
        await connection.mark("ROLLBACK TO SAVEPOINT part")
        await connection.mark("RELEASE SAVEPOINT part")
        raise
    await connection.mark("RELEASE SAVEPOINT part")


_TROUBLE = (
    ConnectionError,
    TransactionManagementError,
    asyncpg.InterfaceError,
    asyncpg.TransactionRollbackError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
)

_SQLITE_TROUBLE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}


def is_in_trouble(error: BaseException) -> bool:
    """Say whether `error` is the database's own (lost, full, a deadlock) and not that of what was asked of it."""
    inner = error.args[0] if isinstance(error, OperationalError) and error.args else error
    if isinstance(inner, sqlite3.OperationalError):
        return inner.sqlite_errorcode & 0xFF in _SQLITE_TROUBLE or "no such savepoint" in str(inner)
    return isinstance(error, _TROUBLE) or isinstance(inner, _TROUBLE)


def is_in_the_way(error: BaseException) -> bool:
    """Say whether the transaction was taken back only since it was in another one's way: a deadlock, on PostgreSQL."""
    inner = error.args[0] if isinstance(error, OperationalError) and error.args else error
    return isinstance(inner, asyncpg.TransactionRollbackError)


MIGRATIONS = configuration("sqlite:///:memory:")
"""For `make migration`, which compares the rows with the migrations and touches no database."""
