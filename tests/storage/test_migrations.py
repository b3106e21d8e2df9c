"""The tables: what the migrations make is what the rows say, on both databases."""

import ast
import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tortoise import Tortoise
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.operations import AlterModelOptions

from storage import database, migrations, sql

FOLDER = Path(migrations.__file__).parent

DESTRUCTIVE = {"RemoveField", "AlterField", "CheckConstraint", "RunSQL"}
"""On SQLite the library rebuilds a table for the first three and loses rows of others that refer to it; it cuts
RunSQL at every semicolon."""


@asynccontextmanager
async def _open(url: str) -> AsyncIterator[None]:
    await database.open_database(url)
    try:
        yield
    finally:
        await database.close_database()


async def test_every_change_of_the_rows_has_its_migration(opened: str) -> None:
    apps = Tortoise.apps
    assert apps is not None

    writers = await MigrationAutodetector(apps, database.configuration(opened)["apps"]).changes()

    # A docstring becomes the table's comment: that is no change of the table.
    changes = [each for writer in writers for each in writer.operations if not isinstance(each, AlterModelOptions)]
    assert changes == []


async def test_the_migrated_database_is_the_one_that_the_rows_describe(database_url: str) -> None:
    async with _open(database_url):
        migrated = await _catalogue()
        await _empty(database_url)
    async with _open(database_url):
        await Tortoise.generate_schemas(safe=False)
        described = await _catalogue()

    assert len(described["tables"]) > 15
    assert migrated["tables"] == described["tables"]
    assert migrated["columns"] == described["columns"]
    assert migrated["indexes"] == described["indexes"]
    assert migrated["references"] == described["references"]


async def test_migrating_again_changes_nothing(database_url: str) -> None:
    async with _open(database_url):
        assert not await database.pending_migrations()
        before = await _catalogue()

    await database.migrate(database_url)

    async with _open(database_url):
        assert await _catalogue() == before


async def test_several_processes_may_migrate_at_once(database_url: str, tmp_path: Path) -> None:
    async with _open(database_url):
        before = await _catalogue()
        await _empty(database_url)

    ended = await asyncio.gather(*(_migrates(database_url, tmp_path) for _ in range(3)))

    assert [status for status, _ in ended] == [0, 0, 0], ended
    async with _open(database_url):
        assert not await database.pending_migrations()
        assert await _catalogue() == before


async def _migrates(url: str, folder: Path) -> tuple[int | None, str]:
    """Run `python -m bot migrate`; return its status and what it printed."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "migrate"),
        cwd=folder,
        env={"PATH": os.environ["PATH"], "DATABASE_URL": url, "DATA_DIR": str(folder)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    printed, _ = await process.communicate()
    return process.returncode, printed.decode()


def test_no_migration_uses_what_loses_rows() -> None:
    names = [
        node.attr if isinstance(node, ast.Attribute) else node.id
        for path in FOLDER.glob("0*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute | ast.Name)
    ]

    assert "CreateModel" in names
    assert DESTRUCTIVE.isdisjoint(names)


async def _empty(url: str) -> None:
    """Take every table of the open database away."""
    if not sql.is_sqlite():
        _ = await sql.run("DROP SCHEMA public CASCADE")
        _ = await sql.run("CREATE SCHEMA public")
        return
    await database.close_database()
    for file in Path(database.sqlite_path(url)).parent.glob(Path(database.sqlite_path(url)).name + "*"):
        file.unlink()


async def _catalogue() -> dict[str, Any]:
    """Return the tables as the open database knows them; what the library names itself is left out."""
    return await (_of_sqlite() if sql.is_sqlite() else _of_postgres())


async def _of_sqlite() -> dict[str, Any]:
    found = await sql.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    tables = sorted({row["name"] for row in found} - {"tortoise_migrations"})
    columns, indexes, references = [], [], []
    for table in tables:
        for row in await sql.rows(f'PRAGMA table_info("{table}")'):
            default = _plain(row["dflt_value"])
            columns.append((table, row["name"], row["type"].upper(), row["notnull"], default, row["pk"]))
        for row in await sql.rows(f'PRAGMA index_list("{table}")'):
            parts = await sql.rows(f'PRAGMA index_info("{row["name"]}")')
            [made] = await sql.rows("SELECT sql FROM sqlite_master WHERE name = ?1", row["name"])
            condition = _plain((made["sql"] or "").upper().partition(" WHERE ")[2])
            indexes.append((table, tuple(part["name"] for part in parts), row["unique"], condition))
        for row in await sql.rows(f'PRAGMA foreign_key_list("{table}")'):
            references.append((table, row["from"], row["table"], row["to"], row["on_delete"]))
    return {
        "tables": tables, "columns": sorted(columns), "indexes": sorted(indexes), "references": sorted(references)
    }  # fmt: skip


async def _of_postgres() -> dict[str, Any]:
    columns = await sql.rows(
        "SELECT table_name, column_name, data_type, is_nullable, column_default, character_maximum_length, is_identity"
        " FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'tortoise_migrations'"
    )
    indexes = await sql.rows(
        "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'tortoise_migrations'"
    )
    references = await sql.rows(
        "SELECT conrelid::regclass::text AS table, pg_get_constraintdef(oid) AS rule FROM pg_constraint"
        " WHERE contype = 'f' AND connamespace = 'public'::regnamespace"
    )
    return {
        "tables": sorted({row["table_name"] for row in columns}),
        "columns": sorted(tuple(str(value) for value in row.values()) for row in columns),
        "indexes": sorted((row["tablename"], re.sub(r"INDEX \S+ ON", "INDEX ON", row["indexdef"])) for row in indexes),
        "references": sorted((row["table"], row["rule"]) for row in references),
    }


def _plain(words: str | None) -> str:
    return re.sub(r"[\s\"'()]", "", words or "")
