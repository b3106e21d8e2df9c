"""A migrated, empty database for each test, on both engines, copied from a template made once a worker."""

import asyncio
import shutil
import uuid
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import asyncpg

from storage import database


class SqliteTemplate:
    """A migrated file; each test gets a copy."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "template.db"
        self._folder = folder
        _apart(database.migrate(f"sqlite:///{self._file}"))

    @contextmanager
    def copy(self) -> Iterator[str]:
        """Yield the address of a fresh copy."""
        file = self._folder / f"{uuid.uuid4().hex}.db"
        shutil.copy(self._file, file)
        yield f"sqlite:///{file}"
        for leftover in self._folder.glob(f"{file.name}*"):
            leftover.unlink()


class PostgresTemplate:
    """A migrated database; each test gets a copy. `address` has a `{database}` to fill."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._folder = address.partition("host=")[2]
        self._run("CREATE DATABASE template_of_tests")
        _apart(database.migrate(address.format(database="template_of_tests")))

    @contextmanager
    def copy(self) -> Iterator[str]:
        """Yield the address of a fresh copy."""
        name = f"t{uuid.uuid4().hex}"
        self._run(f"CREATE DATABASE {name} TEMPLATE template_of_tests STRATEGY file_copy")
        try:
            yield self._address.format(database=name)
        finally:
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        async def run() -> None:
            connection = await asyncpg.connect(host=self._folder, user="postgres", database="postgres")
            await connection.execute(statement)
            await connection.close()

        _apart(run())


def _apart(work: Coroutine[Any, Any, None]) -> None:
    """Run `work` in a loop and a thread of its own: the tests' loop may be running in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


@asynccontextmanager
async def opened_at(url: str) -> AsyncIterator[None]:
    """Open the database at `url` for a while."""
    await database.open_database(url)
    try:
        yield
    finally:
        await database.close_database()
