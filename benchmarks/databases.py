"""Databases for the product, made anew for every run: a unit that has joined and registered, nothing handed in yet."""

import asyncio
import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from benchmarks.processes import CHECKOUT, OTHER_CORE, RunFailed
from tests.support import postgres


@dataclass(frozen=True)
class Database:
    """Its address, and the process of its server (None: a file)."""

    url: str
    server: int | None = None


@contextmanager
def sqlite(folder: Path, members: int) -> Iterator[Database]:
    """Make a SQLite file; the product opens it with synchronous=FULL, as ever."""
    file = folder / "hanhtrinh.db"
    url = f"sqlite:///{file}"
    _settle(url, members)
    yield Database(url)
    for leftover in folder.glob("hanhtrinh.db*"):
        leftover.unlink()


@dataclass
class Postgres:
    """A server that really waits for its disk (fsync=on)."""

    address: str

    @property
    def folder(self) -> str:
        """Where its socket is."""
        return self.address.partition("host=")[2]

    @contextmanager
    def database(self, members: int) -> Iterator[Database]:
        """Make a database."""
        server = int((Path(self.folder) / "data" / "postmaster.pid").read_text().splitlines()[0])
        with self.empty() as url:
            _settle(url, members)
            yield Database(url, server)

    @contextmanager
    def empty(self) -> Iterator[str]:
        """Make a database without tables, and yield its address."""
        name = f"b{uuid.uuid4().hex[:12]}"
        asyncio.run(self._run(f"CREATE DATABASE {name}"))
        try:
            yield self.address.format(database=name)
        finally:
            asyncio.run(self._run(f"DROP DATABASE {name} WITH (FORCE)"))

    async def _run(self, statement: str) -> None:
        connection = await asyncpg.connect(host=self.folder, user="postgres", database="postgres")
        await connection.execute(statement)
        await connection.close()


@contextmanager
def postgres_server() -> Iterator[Postgres]:
    """Run a server on the other core."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, [OTHER_CORE])  # the server inherits it
    try:
        with postgres.server(fsync=True) as address:
            os.sched_setaffinity(0, before)
            yield Postgres(address)
    finally:
        os.sched_setaffinity(0, before)


def _settle(url: str, members: int) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "benchmarks.members", url, str(members)],
        cwd=CHECKOUT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode:
        raise RunFailed(f"the members could not be made: {made.stderr[-2000:]}")


LEFT = """
SELECT (SELECT COUNT(*) FROM inbox WHERE status <> 'done'),
       (SELECT COUNT(*) FROM outbox WHERE status IN ('failed', 'unknown', 'expired')),
       (SELECT COUNT(*) FROM submissions WHERE state = 'waiting')
"""


def look(database: Database, statement: str) -> list[tuple[object, ...]]:
    """Return what `statement` finds, through a connection of its own."""
    code = (
        "import asyncio, json, sys\n"
        "from storage import database, sql\n"
        "async def run():\n"
        "    await database.open_database(sys.argv[1])\n"
        "    print(json.dumps([list(row) for row in await sql.tuples(sys.argv[2])]))\n"
        "    await database.close_database()\n"
        "asyncio.run(run())\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", code, database.url, statement], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    return [tuple(row) for row in json.loads(found.stdout)]


def check(database: Database, handed_in: int) -> None:
    """See that every update was handled and every message left.

    Raises:
        RunFailed: with what is wrong.
    """
    [(unhandled, unsent, waiting)] = look(database, LEFT)
    if unhandled or unsent or waiting != handed_in:
        raise RunFailed(
            f"{unhandled} updates not handled, {unsent} messages not sent, {waiting} of {handed_in} handed in"
        )
