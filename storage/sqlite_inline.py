"""Tortoise's SQLite client, its statements run inline: a statement takes microseconds, a thread hop sixty.

Only a commit that must reach the disk goes to a thread. Transactions begin IMMEDIATE: Tortoise's own deferred
BEGIN loses two in five of them when another process writes. The word "sqlite" in this module's name is what
Tortoise's migration tool looks for.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, cast

from tortoise.backends.base.client import TransactionalDBClient, TransactionContext
from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
)
from tortoise.connection import get_connections
from tortoise.exceptions import IntegrityError, OperationalError, TransactionManagementError

from storage.remembered import Remembering

PATIENCE = 15.0
"""Seconds a transaction waits for another process's."""


class InlineConnection:
    """A `sqlite3` connection behind the few calls of aiosqlite that Tortoise makes."""

    def __init__(self, filename: str) -> None:
        self._conn = sqlite3.connect(filename, isolation_level=None, check_same_thread=False, cached_statements=512)
        self._conn.row_factory = sqlite3.Row

    @property
    def total_changes(self) -> int:
        """Return how many rows this connection has changed in all."""
        return self._conn.total_changes

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> sqlite3.Cursor:
        """Run one statement."""
        return self._conn.execute(sql, tuple(parameters or ()))

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> None:
        """Run one statement for each row of `parameters`."""
        self._conn.executemany(sql, [tuple(row) for row in parameters])

    async def execute_insert(self, sql: str, parameters: Iterable[Any] | None = None) -> tuple[int]:
        """Run an INSERT and return the row id it made, in a tuple."""
        return (self._conn.execute(sql, tuple(parameters or ())).lastrowid or 0,)

    def rows(self, sql: str, parameters: Sequence[Any]) -> list[sqlite3.Row]:
        """Run one statement and return all its rows."""
        return self._conn.execute(sql, parameters).fetchall()

    async def execute_fetchall(self, sql: str, parameters: Iterable[Any] | None = None) -> list[sqlite3.Row]:
        """Run one statement and return all its rows."""
        return self.rows(sql, tuple(parameters or ()))

    async def executescript(self, sql: str) -> None:
        """Run several statements."""
        self._conn.executescript(sql)

    async def create_function(self, name: str, arity: int, function: Callable[..., Any]) -> None:
        """Make `function` callable in SQL."""
        self._conn.create_function(name, arity, function, deterministic=True)

    @cached_property
    def _waits_for_disk(self) -> bool:
        """Say whether a commit is on the disk when it returns: by `synchronous`, set when the connection was opened."""
        return bool(self._conn.execute("PRAGMA synchronous").fetchone()[0])

    @property
    def in_transaction(self) -> bool:
        """Say whether a transaction is open; SQLite takes one back by itself when the disk is full."""
        return self._conn.in_transaction

    async def commit(self) -> None:
        """Commit, off the loop: this is where the disk is waited for. Whoever is cancelled still waits for it."""
        if not self._waits_for_disk:
            self._conn.commit()
            return
        committing = asyncio.ensure_future(asyncio.to_thread(self._conn.commit))
        try:
            await asyncio.shield(committing)
        except asyncio.CancelledError:
            await asyncio.wait({committing})
            raise

    async def rollback(self) -> None:
        """Take back everything since BEGIN."""
        self._conn.rollback()

    async def close(self) -> None:
        """Close the file."""
        self._conn.close()


class InlineClient(SqliteClient):
    """The client Tortoise makes for `engine: storage.sqlite_inline`."""

    async def create_connection(self, with_db: bool) -> None:  # noqa: ARG002 - a file has no other database
        """Open the file once, with its pragmas."""
        if self._connection is not None:
            return
        connection = InlineConnection(str(self.filename))
        for pragma, value in self.pragmas.items():
            await connection.execute(f"PRAGMA {pragma}={value}")
        await connection.create_function("UPPER", 1, _upper)
        self._connection = connection  # type: ignore[assignment]
        await self._post_connect()

    async def fetch(self, query: str, values: list[Any]) -> Sequence[Any]:
        """Run one statement and return its rows."""
        found: Sequence[Any] = (await self.execute_query(query, values))[1]
        return found

    def _in_transaction(self) -> TransactionContext:
        return InlineTransactionContext(ImmediateTransaction(self), self._lock)


class InlineTransactionContext(SqliteTransactionContext):
    """Tortoise's own keeps the connection's lock for ever when BEGIN fails, and the transaction when COMMIT does."""

    async def __aenter__(self) -> TransactionalDBClient:
        """Begin; a transaction that cannot begin leaves nothing behind."""
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            await self.connection.begin()
        except BaseException:
            self._trxlock.release()
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        return self.connection  # type: ignore[no-any-return]

    async def __aexit__(self, exc_type: Any, exc_val: Any, exc_tb: Any) -> None:
        """Commit or take back; whatever happens, the connection is free for the next one."""
        try:
            if exc_type is None:
                await self.connection.commit()
        finally:
            if self.connection._connection.in_transaction:
                await self.connection._connection.rollback()
            get_connections().reset(self.token)
            self._trxlock.release()


class ImmediateTransaction(Remembering, SqliteTransactionWrapper):
    """A transaction that takes the write lock at once, and notices when SQLite took it back by itself."""

    async def execute_query(self, query: str, values: list[Any] | None = None) -> tuple[int, Sequence[Any]]:
        """Run one statement; return how many rows it changed (or found), and those it found."""
        connection = cast(InlineConnection, self._connection)
        before = connection.total_changes
        found = await self.fetch(query, values or ())
        return (connection.total_changes - before) or len(found), found

    async def fetch(self, query: str, values: Sequence[Any]) -> Sequence[Any]:
        """Run one statement and return its rows. Nobody else is on this connection: it waits for no lock."""
        self.remembered.ran(query)
        try:
            return cast(InlineConnection, self._connection).rows(query, values)
        except sqlite3.OperationalError as error:
            raise OperationalError(error) from error
        except sqlite3.IntegrityError as error:
            raise IntegrityError(error) from error

    async def mark(self, statement: str) -> None:
        """Begin, end or take back a part of the transaction.

        Raises:
            TransactionManagementError: the database has taken the whole of it back.
        """
        self._still_open()
        if statement.startswith("ROLLBACK"):
            self.remembered.forget()
        await self._connection.execute(statement)

    async def begin(self) -> None:
        """Begin, waiting for another process's write lock without stopping the loop.

        Raises:
            TransactionManagementError: it was not free within `PATIENCE`.
        """
        deadline = asyncio.get_running_loop().time() + PATIENCE
        while True:
            try:
                await self._connection.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or asyncio.get_running_loop().time() > deadline:
                    raise TransactionManagementError(error) from error
            await asyncio.sleep(0.02)

    async def commit(self) -> None:
        """Commit.

        Raises:
            TransactionManagementError: there is nothing to commit, the database took it back.
        """
        self._still_open()
        await self._connection.commit()
        self._finalized = True

    def _still_open(self) -> None:
        if not cast(InlineConnection, self._connection).in_transaction:
            raise TransactionManagementError("the database has taken the transaction back")


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


client_class = InlineClient

__all__: Sequence[str] = ("InlineClient", "client_class")
