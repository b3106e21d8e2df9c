"""One moment of the database, read while the product goes on writing; rows a few at a time."""

import re
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from storage import database, sql, tables
from storage.tables import Kind, Table

PAGE = 250
"""Rows read at a time: some may be a megabyte."""

Read = Callable[..., Awaitable[list[dict[str, Any]]]]
"""Like `sql.rows`."""


@asynccontextmanager
async def snapshot(url: str) -> AsyncIterator[Read]:
    """Yield how to read the open database of `url` as it is now, until the end; nobody waits for us.

    SQLite: a connection of its own, whose read transaction holds no lock. PostgreSQL: a transaction that sees one
    moment.
    """
    if not sql.is_sqlite():
        async with database.transaction():
            await sql.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            await be_patient()
            yield sql.rows
        return
    connection = _connect(Path(database.sqlite_path(url)))
    try:
        connection.execute("BEGIN")

        async def rows(statement: str, *values: Any) -> list[dict[str, Any]]:
            return [dict(row) for row in connection.execute(re.sub(r"\?\d+", "?", statement), values)]

        yield rows
    finally:
        connection.close()


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


async def be_patient() -> None:
    """Let the open transaction of PostgreSQL wait for a disk or a file store as long as it takes."""
    await sql.run("SET LOCAL idle_in_transaction_session_timeout = 0")


async def pages(read: Read, table: Table) -> AsyncIterator[list[dict[str, Any]]]:
    """Yield all rows of `table`, `PAGE` at a time, ordered by the key's bytes."""
    select = f'SELECT {table.listed} FROM "{table.name}"'
    if sql.is_sqlite():
        page = await read(f'{select} ORDER BY "{table.key}" LIMIT {PAGE}')
        while page:
            yield page
            page = await read(
                f'{select} WHERE "{table.key}" > ?1 ORDER BY "{table.key}" LIMIT {PAGE}', page[-1][table.key]
            )
        return
    collation = ' COLLATE "C"' if dict(table.columns)[table.key] is Kind.TEXT else ""
    cursor = f'"rows of {table.name}"'
    await read(f'DECLARE {cursor} NO SCROLL CURSOR FOR {select} ORDER BY "{table.key}"{collation}')
    while page := await read(f"FETCH {PAGE} FROM {cursor}"):
        yield page
    await read(f"CLOSE {cursor}")


async def lines(read: Read, table: Table) -> AsyncIterator[tuple[dict[str, Any], bytes]]:
    """Yield each row of `table` with the line that a backup has for it, in order."""
    async for page in pages(read, table):
        for row in page:
            yield row, tables.to_line(table, row).encode() + b"\n"


async def last_number(read: Read, table: Table) -> int:
    """Return the highest number the database has drawn for the key of `table`, also for rows that are gone."""
    if sql.is_sqlite():
        found = await read("SELECT seq AS n FROM sqlite_sequence WHERE name = ?1", table.name)
        return int(found[0]["n"]) if found else 0
    [drawn] = await read("SELECT pg_get_serial_sequence(?1, ?2) AS name", f'"{table.name}"', table.key)
    [found_] = await read(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS n FROM {drawn['name']}")
    return int(found_["n"])


async def set_last_number(table: Table, last: int) -> None:
    """Have the open database draw numbers above `last` for the key of `table`."""
    if last == 0:
        return
    if sql.is_sqlite():
        await sql.run("DELETE FROM sqlite_sequence WHERE name = ?1", table.name)
        await sql.many("INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)", [(table.name, last)])
    else:
        name = f'"{table.name}"'
        await sql.rows("SELECT setval(pg_get_serial_sequence(?1, ?2), ?3)", name, table.key, last)
