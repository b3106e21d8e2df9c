"""Tortoise's SQLite client, its statements run inline: a statement takes microseconds, a thread hop sixty.

Only a commit that must reach the disk goes to a thread. Transactions begin IMMEDIATE: Tortoise's own deferred
BEGIN loses two in five of them when another process writes. The word "sqlite" in this module's name is what
Tortoise's migration tool looks for.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tortoise.backends.base.client import TransactionContext
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionContext, SqliteTransactionWrapper
from tortoise.exceptions import TransactionManagementError


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

    async def execute_fetchall(self, sql: str, parameters: Iterable[Any] | None = None) -> list[sqlite3.Row]:
        """Run one statement and return all its rows."""
        return self._conn.execute(sql, tuple(parameters or ())).fetchall()

    async def executescript(self, sql: str) -> None:
        """Run several statements."""
        self._conn.executescript(sql)

    async def create_function(self, name: str, arity: int, function: Callable[..., Any]) -> None:
        """Make `function` callable in SQL."""
        self._conn.create_function(name, arity, function, deterministic=True)

    async def commit(self) -> None:
        """Commit, off the loop: this is where the disk is waited for."""
        if self._conn.in_transaction:
            await asyncio.shield(asyncio.to_thread(self._conn.commit))

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

    def _in_transaction(self) -> TransactionContext:
        return SqliteTransactionContext(ImmediateTransaction(self), self._lock)

    async def backup(self, target: str) -> None:
        """Copy the whole database to the file `target`, in one step, readers and writer going on."""
        connection = self._connection

        def copy() -> None:
            with sqlite3.connect(target) as copy:
                connection._conn.backup(copy, pages=-1)  # type: ignore[union-attr]

        await asyncio.to_thread(copy)


class ImmediateTransaction(SqliteTransactionWrapper):
    """A transaction that takes the write lock at once."""

    async def begin(self) -> None:
        """Begin, waiting `busy_timeout` for another process."""
        try:
            await self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise TransactionManagementError(error) from error


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


client_class = InlineClient

__all__: Sequence[str] = ("InlineClient", "client_class")
