"""Taking a backup while the product runs: one moment of the database, then the files, in one file."""

import hashlib
import json
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from storage import archive, database, tables
from storage.archive import CONTENTS, FILES, TABLES, Writer
from storage.files import Files, NoSuchFile
from storage.keys import Keys
from storage.snapshot import Read, last_number, lines, snapshot
from storage.tables import Table

CHUNK = 1 << 20
"""Bytes of rows that become one member of the archive; what a backup needs of memory goes by it."""

NAMED = 20
"""Missing files that are named; of the others only the number is said."""


class NoDatabase(Exception):
    """There is nothing to back up."""


class NewerDatabase(Exception):
    """A newer release made the tables; `migration` is one that this release does not know."""

    def __init__(self, migration: str) -> None:
        super().__init__(migration)
        self.migration = migration


class FileChanged(Exception):
    """A file of the store changed while it was read, which ours never do."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What a backup has of one table: how many rows, the SHA-256 of their lines, the last number drawn for a key."""

    rows: int
    sha256: str
    last_number: int


@dataclass(slots=True)
class Contents:
    """What a backup holds. `missing` files are named by a row and not in the store; `named` are some of them."""

    tables: dict[str, Rows] = field(default_factory=dict)
    files: int = 0
    bytes: int = 0
    missing: int = 0
    named: list[str] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """Return how many rows there are in all."""
        return sum(each.rows for each in self.tables.values())

    @classmethod
    def of(cls, said: Any) -> "Contents":
        """Return what contents.json says."""
        return cls(**{**said, "tables": {name: Rows(**rows) for name, rows in said["tables"].items()}})


async def take(out: Path, url: str, files: Files, *, release: str, now: datetime) -> Contents:
    """Write a backup of the open database of `url` and of `files` to `out`; return what it holds.

    The product may be running: a file more than the rows name does no harm, so the files come after the rows.

    Raises:
        NoDatabase, NewerDatabase: it cannot be understood.
        FileStoreDown, FileChanged: the files cannot be read.
        FileExistsError, BeingWritten, OSError: `out` cannot be written. In every case nothing is there.
    """
    with archive.writing(out, int(now.timestamp())) as writer, closing(Keys()) as wanted:
        contents = Contents()
        async with snapshot(url) as read:
            migrations = await _migrations()
            writer.begin(release=release, migrations=migrations, taken_at=now.isoformat())
            for table in await tables.at(migrations):
                contents.tables[table.name] = await _rows(writer, read, table, wanted)
        async for key, _ in files.kept():
            await _file(writer, files, key, contents)
            wanted.discard(key)
        contents.missing, contents.named = len(wanted), wanted.first(NAMED)
        writer.add(CONTENTS, json.dumps(asdict(contents), ensure_ascii=False, indent=2).encode())
    return contents


async def _migrations() -> list[str]:
    applied = await database.applied_migrations()
    if not applied:
        raise NoDatabase
    for migration in applied:
        if migration not in database.known_migrations():
            raise NewerDatabase(migration)
    return applied


async def _rows(writer: Writer, read: Read, table: Table, wanted: Keys) -> Rows:
    digest, count, number = hashlib.sha256(), 0, 0
    chunk = bytearray()
    async for row, line in lines(read, table):
        wanted.add(_keys(table, row))
        count += 1
        digest.update(line)
        chunk += line
        if len(chunk) >= CHUNK:
            number += 1
            writer.add_lines(_name(table, number), bytes(chunk))
            chunk.clear()
    if chunk:
        writer.add_lines(_name(table, number + 1), bytes(chunk))
    return Rows(count, digest.hexdigest(), await last_number(read, table) if table.is_numbered else 0)


def _name(table: Table, number: int) -> str:
    return f"{TABLES}{table.name}/{number:06}.jsonl.gz"


def _keys(table: Table, row: dict[str, Any]) -> list[str]:
    """Return the files that a row of `table` needs."""
    if table.name == "links":
        return [row["sheet"]] if row["sheet"] else []
    if table.name != "evidence" or row["state"] != "stored" or row["removed_at"] is not None:
        return []
    return [row[column] for column in ("file", "thumbnail") if row[column]]


async def _file(writer: Writer, files: Files, key: str, contents: Contents) -> None:
    """Add one file; one that is gone meanwhile is left out."""
    try:
        size, pieces = await files.pieces(key)
    except NoSuchFile:
        return
    try:
        with writer.member(FILES + key, size) as member:
            async for piece in pieces:
                member.write(piece)
    except ValueError as error:
        raise FileChanged(key) from error
    contents.files += 1
    contents.bytes += size
