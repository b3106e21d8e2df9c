"""Tortoise's PostgreSQL client; a transaction that cannot begin leaves nothing, a server that vanished is noticed."""

import socket
from collections.abc import Sequence
from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionalDBClient, TransactionContext, TransactionContextPooled
from tortoise.backends.base_postgres.client import translate_exceptions
from tortoise.connection import get_connections

from storage.remembered import Remembering


class PooledClient(AsyncpgDBClient):
    """The client Tortoise makes for `engine: storage.postgres_pooled`."""

    async def create_pool(self, **kwargs: Any) -> Any:
        """Open the pool."""
        return await asyncpg.create_pool(None, init=notice_loss, reset=leave_as_it_is, **kwargs)

    @translate_exceptions
    async def fetch(self, query: str, values: list[Any]) -> Sequence[Any]:
        """Run one statement and return its rows."""
        async with self.acquire_connection() as connection:
            found: Sequence[Any] = await connection.fetch(query, *values)
            return found

    def _in_transaction(self) -> TransactionContext:
        return PooledTransactionContext(PooledTransaction(self), self._pool_init_lock)


async def notice_loss(connection: Any) -> None:
    """Have the kernel end `connection` ten seconds after its server vanished without a word, not a quarter of an hour.

    asyncpg has no setting for it. A statement that merely takes long is left alone.
    """
    door: socket.socket = connection._transport.get_extra_info("socket")
    if door.family == socket.AF_UNIX:
        return
    door.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for option, value in (("TCP_KEEPIDLE", 4), ("TCP_KEEPINTVL", 3), ("TCP_KEEPCNT", 2), ("TCP_USER_TIMEOUT", 10_000)):
        if hasattr(socket, option):  # not all of them on every system
            door.setsockopt(socket.IPPROTO_TCP, getattr(socket, option), value)


async def leave_as_it_is(connection: Any) -> None:
    """Take a connection back into the pool without a word to the server: we change nothing about a session.

    asyncpg's own asks it to forget everything, a round trip a transaction; a transaction left open it has ended by now.
    """


class PooledTransaction(Remembering, TransactionWrapper):
    """A transaction on a connection of the pool."""

    async def execute_query(self, query: str, values: list[Any] | None = None) -> tuple[int, list[Any]]:
        """Run one statement; return how many rows it changed or found, and those it found."""
        self.remembered.ran(query)
        answer: tuple[int, list[Any]] = await super().execute_query(query, values)
        return answer

    @translate_exceptions
    async def fetch(self, query: str, values: list[Any]) -> Sequence[Any]:
        """Run one statement and return its rows."""
        self.remembered.ran(query)
        found: Sequence[Any] = await self._connection.fetch(query, *values)
        return found

    async def mark(self, statement: str) -> None:
        """Begin, end or take back a part of the transaction."""
        if statement.startswith("ROLLBACK"):
            self.remembered.forget()
        await self._connection.execute(statement)


class PooledTransactionContext(TransactionContextPooled):
    """Tortoise's own leaks the connection and the context when BEGIN fails on a dead connection."""

    async def __aenter__(self) -> TransactionalDBClient:
        """Begin; a transaction that cannot begin leaves nothing behind."""
        await self.ensure_connection()
        self.client._connection = await self.client._parent._pool.acquire()
        try:
            await self.client.begin()
        except BaseException:
            await self.client._parent._pool.release(self.client._connection)
            raise
        self.token = get_connections().set(self.connection_name, self.client)
        return self.client


client_class = PooledClient
