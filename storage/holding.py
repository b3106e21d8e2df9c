"""Which process lives, and what only one of them may do: held by locks of the database, gone with their process.

PostgreSQL: advisory locks of a session of their own (never one of the pool: it must live as long as the process).
SQLite: one process has the file.
"""

import asyncio
import contextlib
import fcntl
import hashlib
import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, Protocol, TextIO
from urllib.parse import urlsplit

import asyncpg

from storage import sql
from storage.database import DatabaseUnreachable, credentials, sqlite_path
from storage.postgres_pooled import notice_loss

BEAT = 1.0
"""Seconds between beats: how often a process shows that it lives, and tries for what another one holds."""

PATIENCE = 3.0
"""Seconds a beat may take, then all is given up; with BEAT less than FORGOTTEN_AFTER, so that who held stops first."""

FORGOTTEN_AFTER = 5.0
"""Seconds of silence after which PostgreSQL itself ends the session: a machine that vanished, a process that hangs."""


class AlreadyRunning(Exception):
    """Another process runs on this SQLite file; `pid` is its number, "" when it cannot be read."""

    def __init__(self, pid: str) -> None:
        super().__init__(pid)
        self.pid = pid


class HoldLost(Exception):
    """Nothing is held at this moment; the next beat tries again. The cause is the database's own."""


class Hold(Protocol):
    """One process's hold. `process` is the number by which the others know it."""

    process: int

    async def open(self) -> None:
        """Begin to live.

        Raises:
            AlreadyRunning, DatabaseUnreachable.
        """
        ...

    async def hold(self, names: Collection[str]) -> set[str]:
        """Beat; hold `names` as far as they are free, and nothing else. Return what is held.

        Raises:
            HoldLost
        """
        ...

    async def close(self) -> None:
        """Live no more: everything is free."""
        ...


def hold_of(url: str, on_lost: Callable[[], None]) -> Hold:
    """Return the hold for the database at `url`; `on_lost` is called when a beat would find it lost."""
    return OneProcess(sqlite_path(url)) if urlsplit(url).scheme == "sqlite" else Session(url, on_lost)


class OneProcess:
    """The hold on a SQLite file: a lock on the file beside it, which holds the process's number."""

    def __init__(self, path: str) -> None:
        self.process = _new_process()
        self._path = Path(f"{path}.running")
        self._file: TextIO | None = None

    async def open(self) -> None:
        """Take the file."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("a+")
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(self._path.read_text("utf-8").strip()) from None
        except OSError as error:
            raise DatabaseUnreachable(str(error)) from error
        self._file.truncate(0)
        self._file.write(f"{os.getpid()}\n")
        self._file.flush()

    async def hold(self, names: Collection[str]) -> set[str]:
        """Hold all of them: there is nobody else."""
        return set(names)

    async def close(self) -> None:
        """Let the file go; it stays where it is, since another process may be opening it."""
        if self._file is not None:
            self._file.close()


class Session:
    """The hold on a PostgreSQL database: a session whose advisory locks are the process and what it holds."""

    def __init__(self, url: str, on_lost: Callable[[], None]) -> None:
        self.process = _new_process()
        self._url = url
        self._on_lost = on_lost
        self._connection: Any = None
        self._is_new = True
        self._held: set[str] = set()

    async def open(self) -> None:
        """Open the session."""
        try:
            await self.hold(())
        except HoldLost as lost:
            raise DatabaseUnreachable(str(lost.__cause__)) from lost

    async def hold(self, names: Collection[str]) -> set[str]:
        """Beat, let go of what is not among `names`, try for what is not held."""
        try:
            async with asyncio.timeout(PATIENCE):
                if self._connection is None:
                    await self._connect()
                await self._let_go(self._held - set(names))
                self._held |= await self._take(set(names) - self._held)
        except Exception as error:
            self._drop()
            raise HoldLost from error
        return set(self._held)

    async def close(self) -> None:
        """End the session, and with it all it holds."""
        if self._connection is not None:
            with contextlib.suppress(Exception):
                await self._connection.close(timeout=PATIENCE)
            self._drop()

    async def _connect(self) -> None:
        silent = f"{FORGOTTEN_AFTER:g}s"
        self._connection = await asyncpg.connect(
            **credentials(self._url), server_settings={"idle_session_timeout": silent, "application_name": "hanhtrinh"}
        )
        await notice_loss(self._connection)
        self._connection.add_termination_listener(lambda _: self._on_lost())
        while not await self._lock(_key(f"number {number(self.process)}")):
            if not self._is_new:
                raise ConnectionError("the session before this one is not forgotten yet, or another has its number")
            self.process = _new_process()
        if not await self._lock(self.process):
            raise ConnectionError("the session before this one is not forgotten yet")
        self._is_new = False

    async def _lock(self, key: int) -> bool:
        return bool(await self._connection.fetchval("SELECT pg_try_advisory_lock($1)", key))

    async def _take(self, names: Collection[str]) -> set[str]:
        found = await self._connection.fetch(
            "SELECT name FROM unnest($1::text[], $2::bigint[]) AS wanted (name, key) WHERE pg_try_advisory_lock(key)",
            list(names),
            [_key(name) for name in names],
        )
        return {row["name"] for row in found}

    async def _let_go(self, names: Collection[str]) -> None:
        for name in names:
            await self._connection.execute("SELECT pg_advisory_unlock($1)", _key(name))
            self._held.discard(name)

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        self._held.clear()
        if connection is not None:
            connection.terminate()


async def gone(processes: Collection[int]) -> set[int]:
    """Return those of `processes` that hold nothing at this moment. Ask inside a transaction.

    One that lost its session is back within a beat or two: ask again before it counts as dead. On SQLite whoever
    asks is the only one that lives.
    """
    if sql.is_sqlite():
        return set(processes)
    found = await sql.rows(
        "SELECT process FROM unnest(CAST(?1 AS BIGINT[])) AS process WHERE pg_try_advisory_xact_lock(process)",
        list(processes),
    )
    return {row["process"] for row in found}


def number(process: int) -> int:
    """Return a short number (10 bits) that no other process has which lives on the same database."""
    return process & 0x3FF


def _new_process() -> int:
    return int.from_bytes(os.urandom(8), "big") >> 1


def _key(name: str) -> int:
    """Return the advisory lock of a name."""
    return int.from_bytes(hashlib.sha256(f"hanhtrinh {name}".encode()).digest()[:8], "big", signed=True)
