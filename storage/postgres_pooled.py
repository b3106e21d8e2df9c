"""Tortoise's PostgreSQL client, whose transactions give their connection back also when they cannot begin."""

from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionalDBClient, TransactionContext, TransactionContextPooled
from tortoise.connection import get_connections


class PooledClient(AsyncpgDBClient):
    """The client Tortoise makes for `engine: storage.postgres_pooled`."""

    def _in_transaction(self) -> TransactionContext:
        return PooledTransactionContext(TransactionWrapper(self), self._pool_init_lock)


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
