"""A database on trial: what is done there is gone afterwards, and nobody waits for it."""

import asyncio
import sqlite3
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from storage import database, sql
from storage.database import sqlite_path


class _TakenBack(Exception):
    """It was only a trial."""


@asynccontextmanager
async def on_trial(url: str) -> AsyncIterator[None]:
    """Open the database of `url`, whose tables are up to date, as it is now; whatever is written does not stay.

    SQLite has one writer: it is a copy, in a folder that only we can read. PostgreSQL: a transaction that is taken
    back; who wants to write a row that it wrote waits for its end.

    Raises:
        DatabaseUnreachable
    """
    with tempfile.TemporaryDirectory(prefix="hanhtrinh-") as folder:
        is_file = url.startswith("sqlite")
        if is_file:
            await asyncio.to_thread(_copy, Path(sqlite_path(url)), Path(folder, "trial.db"))
        await database.open_database(f"sqlite:///{folder}/trial.db" if is_file else url)
        try:
            if sql.is_sqlite():
                yield
            else:
                async with _taken_back():
                    yield
        finally:
            await database.close_database()


@asynccontextmanager
async def _taken_back() -> AsyncIterator[None]:
    try:
        async with database.transaction():
            await _count_apart()
            yield
            raise _TakenBack
    except _TakenBack:
        pass


async def _count_apart() -> None:
    """Count what is said and heard in a table of this transaction's own: whoever holds a month's row stops its bot."""
    for statement in (
        "CREATE TEMPORARY TABLE counted_apart (LIKE metered INCLUDING ALL) ON COMMIT DROP",
        "INSERT INTO counted_apart SELECT * FROM metered",
        "ALTER TABLE counted_apart RENAME TO metered",  # a temporary table comes before the one that stays
    ):
        await sql.run(statement)


def _copy(source: Path, target: Path) -> None:
    from_there = closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True))
    with from_there as read, closing(sqlite3.connect(target)) as write:
        read.backup(write)
