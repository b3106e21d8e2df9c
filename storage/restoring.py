"""Putting a backup back: checked whole first, into an empty database and file store only, all rows or none."""

import hashlib
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path

from storage import archive_reading, database, sql, tables
from storage.archive import CONTENTS, FILES, TABLES
from storage.archive_reading import BROKEN, DamagedBackup, Hashed, NewerBackup, NotABackup, Reader
from storage.backup import Contents, NewerDatabase, Rows
from storage.files import Files
from storage.keys import Keys
from storage.snapshot import be_patient, lines, set_last_number
from storage.tables import Table


class DatabaseNotEmpty(Exception):
    """`table` has rows."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


class FilesNotEmpty(Exception):
    """The store keeps `key`, which the backup does not have."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class RowsRefused(Exception):
    """The database does not take rows of `table`; `reason` is its own wording."""

    def __init__(self, table: str, reason: str) -> None:
        super().__init__(table, reason)
        self.table = table
        self.reason = reason


class RestoredDiffers(Exception):
    """What the database gives back of `table` (or the store, "") is not what was put in."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


def check(file: Path) -> tuple[Contents, datetime]:
    """Read the backup `file` whole and change nothing; return what it holds, and when it was taken (UTC).

    Raises:
        NotABackup, NewerBackup, DamagedBackup, OSError: it must not be restored.
    """
    with archive_reading.reading(file) as backup, closing(Keys()) as keys:
        contents = _checked(backup, None, keys)
        try:
            return contents, datetime.fromisoformat(backup.about["taken_at"]).astimezone(UTC)
        except BROKEN as error:
            raise NotABackup from error


async def restore(file: Path, url: str, files: Files) -> Contents:
    """Put the backup `file` into the database of `url` and into `files`; return what it held.

    The files go first; then all rows in one transaction, compared before it commits; then newer migrations. After an
    interruption the same restore begins again: the database is as empty as it was, and files of this very backup are
    no hindrance. Opens and closes the database itself.

    Raises:
        NotABackup, NewerBackup, DamagedBackup, DatabaseNotEmpty, FilesNotEmpty, NewerDatabase: nothing was changed.
        DatabaseUnreachable, FileStoreDown, RowsRefused, RestoredDiffers, OSError: no row was put in.
    """
    with archive_reading.reading(file) as backup, closing(Keys()) as keys:
        migrations = _migrations(backup)
        async with _open(url):
            known = await tables.at(migrations)
            contents = _checked(backup, known, keys)
            found = await _is_empty()
        async for key, _ in files.kept():
            if key not in keys:
                raise FilesNotEmpty(key)
        await _make_tables(url, found, migrations)
        for key, data in backup.members(FILES):
            await files.put(key, data.raw)
        await _compare_files(files, contents)
        async with _open(url):
            await _load(backup, known, contents)
    await database.migrate(url)
    return contents


@asynccontextmanager
async def _open(url: str) -> AsyncIterator[None]:
    await database.open_database(url)
    try:
        yield
    finally:
        await database.close_database()


def _migrations(backup: Reader) -> list[str]:
    """Return the migrations of the backup's tables, the oldest first."""
    migrations = backup.about.get("migrations")
    if not isinstance(migrations, list) or not migrations:
        raise NotABackup
    if migrations != database.known_migrations()[: len(migrations)]:
        raise NewerBackup(str(backup.about.get("release", "")))
    return migrations


def _checked(backup: Reader, known: Sequence[Table] | None, keys: Keys) -> Contents:
    """Read everything; put the files' keys into `keys`. `known`: every row must be one of these tables'."""
    by_name = None if known is None else {table.name: table for table in known}
    counts, contents = Contents(), None
    rows: dict[str, int] = {}
    for name, data in backup.checked():
        try:
            if name.startswith(FILES):
                keys.add([name.removeprefix(FILES)])
                counts.files, counts.bytes = counts.files + 1, counts.bytes + data.size
            elif name.startswith(TABLES):
                table = _table_of(name)
                rows[table] = rows.get(table, 0) + _count(data, None if by_name is None else by_name[table])
            elif name == CONTENTS:
                contents = Contents.of(data.json())
        except BROKEN as error:
            raise DamagedBackup(name) from error
    if contents is None or (counts.files, counts.bytes, len(keys)) != (contents.files, contents.bytes, contents.files):
        raise DamagedBackup(CONTENTS)
    if rows != {name: each.rows for name, each in contents.tables.items() if each.rows}:
        raise DamagedBackup(CONTENTS)
    if by_name is not None and contents.tables.keys() != by_name.keys():
        raise DamagedBackup(CONTENTS)
    return contents


def _table_of(name: str) -> str:
    return name.removeprefix(TABLES).partition("/")[0]


def _count(data: Hashed, table: Table | None) -> int:
    count = 0
    for line in data.lines():
        if table is not None:
            tables.from_line(table, line)
        count += 1
    return count


async def _is_empty() -> list[str]:
    """Return the migrations of the open database, whose tables have no row."""
    applied = await database.applied_migrations()
    for migration in applied:
        if migration not in database.known_migrations():
            raise NewerDatabase(migration)
    for table in await tables.at(applied):
        if await sql.rows(f'SELECT 1 AS one FROM "{table.name}" LIMIT 1'):
            raise DatabaseNotEmpty(table.name)
    return applied


async def _make_tables(url: str, found: Sequence[str], migrations: Sequence[str]) -> None:
    """Have the tables as `migrations` make them; empty ones of other migrations go."""
    if found and list(found) != list(migrations):
        async with _open(url), database.transaction():
            old = await tables.at(found)
            await _lock(old)
            for table in reversed(old):
                await sql.run(f'DROP TABLE "{table.name}"')
            await sql.run("DROP TABLE tortoise_migrations")
    await database.migrate(url, upto=migrations[-1])


async def _compare_files(files: Files, contents: Contents) -> None:
    count = size = 0
    async for _, each in files.kept():
        count, size = count + 1, size + each
    if (count, size) != (contents.files, contents.bytes):
        raise RestoredDiffers("")


async def _load(backup: Reader, known: Sequence[Table], contents: Contents) -> None:
    """Put all rows in, or none."""
    by_name = {table.name: table for table in known}
    name = ""
    try:
        async with database.transaction():
            await _lock(known)
            await _defer()
            for member, data in backup.members(TABLES):
                name = member.partition("/")[0]
                await _insert(by_name[name], data.lines())
            await _defer_no_more()
            for name in by_name:
                await _compare(by_name[name], contents.tables[name])
    except (RestoredDiffers, DatabaseNotEmpty):
        raise
    except Exception as error:
        raise RowsRefused(name, str(error)) from error


async def _lock(known: Sequence[Table]) -> None:
    """Keep everybody else out of the tables, which are still empty.

    Raises:
        DatabaseNotEmpty: somebody was faster.
    """
    if not sql.is_sqlite():  # SQLite has one writer
        await be_patient()
        names = ", ".join(f'"{table.name}"' for table in known)
        await sql.run(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE")
    await _is_empty()


async def _defer() -> None:
    """Have rows that refer to rows of their own table (a unit to the one above it) checked when all are there."""
    if sql.is_sqlite():
        await sql.run("PRAGMA defer_foreign_keys = ON")
    else:
        await _check_own("DEFERRABLE INITIALLY DEFERRED")


async def _defer_no_more() -> None:
    if not sql.is_sqlite():  # SQLite checks when it commits
        await sql.run("SET CONSTRAINTS ALL IMMEDIATE")
        await _check_own("NOT DEFERRABLE")


async def _check_own(when: str) -> None:
    found = await sql.rows(
        "SELECT conrelid::regclass::text AS name, conname AS rule FROM pg_constraint"
        " WHERE contype = 'f' AND conrelid = confrelid AND connamespace = current_schema()::regnamespace"
    )
    for each in found:
        await sql.run(f'ALTER TABLE {each["name"]} ALTER CONSTRAINT "{each["rule"]}" {when}')


async def _insert(table: Table, lines: Iterable[bytes]) -> None:
    places = ", ".join(f"?{place}" for place in range(1, len(table.columns) + 1))
    await sql.many(
        f'INSERT INTO "{table.name}" ({table.listed}) VALUES ({places})',
        [tables.from_line(table, line) for line in lines],
    )


async def _compare(table: Table, rows: Rows) -> None:
    """Read `table` as a backup would; have the database draw the next numbers where it stood."""
    digest, count = hashlib.sha256(), 0
    async for _, line in lines(sql.rows, table):
        digest.update(line)
        count += 1
    if (count, digest.hexdigest()) != (rows.rows, rows.sha256):
        raise RestoredDiffers(table.name)
    if table.is_numbered:
        [highest] = await sql.rows(f'SELECT COALESCE(MAX("{table.key}"), 0) AS n FROM "{table.name}"')
        await set_last_number(table, max(rows.last_number, highest["n"]))
