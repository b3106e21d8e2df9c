"""Plain SQL for the framework's own rows, the same for both databases: `?1` placeholders, lists, bulk.

The hot path (inbox, conversations, outbox, marks) never builds a query through the ORM. Its moments are
milliseconds since 1970 in UTC, as integers.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextvars import ContextVar
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, TypeVar

from tortoise.connection import get_connection

Answer = TypeVar("Answer")

inside: ContextVar[Any] = ContextVar("inside", default=None)
"""The connection of the transaction that is open here; `storage.database` sets it.

Nothing of a transaction may run in another task (no `gather` inside it): a task inherits the connection, and would
still write on it when the transaction is over.
"""


def connection() -> Any:
    """Return where statements run: in the open transaction, else each by itself."""
    return inside.get() or get_connection("default")


def is_sqlite() -> bool:
    """Say which of the two databases is open."""
    return bool(connection().capabilities.dialect == "sqlite")


async def rows(statement: str, *values: Any) -> list[dict[str, Any]]:
    """Run `statement` and return its rows."""
    return [dict(row) for row in await tuples(statement, *values)]


async def tuples(statement: str, *values: Any) -> Sequence[Sequence[Any]]:
    """Run `statement` and return its rows, their cells in the order of the statement."""
    where = connection()
    text, order = _own(statement, where.capabilities.dialect)
    found: Sequence[Sequence[Any]] = await where.fetch(text, [values[place] for place in order])
    return found


async def asked(statement: str, values: Sequence[Any], read: Callable[[Sequence[Sequence[Any]]], Answer]) -> Answer:
    """Return what `read` makes of the rows of a SELECT; the open transaction remembers it (`storage/remembered.py`).

    Nobody changes the answer.
    """
    where = inside.get()
    if where is None:
        return read(await tuples(statement, *values))
    question = (statement, *(tuple(value) if isinstance(value, list) else value for value in values))
    answer: Answer | None = where.remembered.get(question)
    if answer is None:
        answer = read(await tuples(statement, *values))
        where.remembered.keep(question, answer)
    return answer


async def run(statement: str, *values: Any) -> int:
    """Run an UPDATE or DELETE and return how many rows it changed."""
    where = connection()
    text, order = _own(statement, where.capabilities.dialect)
    changed: int = (await where.execute_query(text, [values[place] for place in order]))[0]
    return changed


async def many(statement: str, table: Iterable[Sequence[Any]]) -> None:
    """Run `statement` for each row of `table`, in one go."""
    where = connection()
    text, order = _own(statement, where.capabilities.dialect)
    values = [[row[place] for place in order] for row in table]
    if values:
        await where.execute_many(text, values)


async def add(table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert `rows` (column to value, the same columns in each) into `table`, in one go."""
    if rows:
        columns = tuple(rows[0])
        await many(_insert(table, columns), [[_bound(row[column]) for column in columns] for row in rows])


@cache
def _insert(table: str, columns: tuple[str, ...]) -> str:
    places = ", ".join(f"?{place}" for place in range(1, len(columns) + 1))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"


def _bound(value: Any) -> Any:
    """Return `value` as the open database takes it, and as the ORM writes it."""
    if isinstance(value, dict):
        return to_json(value)
    return at(value) if isinstance(value, datetime) else value


@cache
def _own(statement: str, dialect: str) -> tuple[str, tuple[int, ...]]:
    """Return `statement` as one database takes it, and which value goes where.

    PostgreSQL: `$1`, each value once. SQLite: `?`, a value again for each place it stands in, since Python's driver
    takes numbered places for named ones and will refuse a list for them.
    """
    places = [int(found) - 1 for found in re.findall(r"\?(\d+)", statement)]
    if dialect == "sqlite":
        return re.sub(r"\?\d+", "?", statement), tuple(places)
    return statement.replace("?", "$"), tuple(range(max(places, default=-1) + 1))


def among(column: str, place: str) -> str:
    """Return the condition that `column` is in the list bound at `place` ("?1"); bind `listed(values)` there."""
    if is_sqlite():
        return f"{column} IN (SELECT value FROM json_each({place}))"
    return f"{column} = ANY({place})"


def listed(values: Iterable[Any]) -> Any:
    """Return `values` as the open database binds a list."""
    return json.dumps(list(values)) if is_sqlite() else list(values)


def at(moment: datetime) -> Any:
    """Return `moment` (aware) as the open database binds it, and as the ORM writes it."""
    return moment.isoformat(" ") if is_sqlite() else moment


def day(local: date) -> Any:
    """Return `local` as the open database binds a date."""
    return local.isoformat() if is_sqlite() else local


def ms(moment: datetime) -> int:
    """Return `moment` (aware) as milliseconds since 1970 in UTC."""
    return round(moment.timestamp() * 1000)


def moment(milliseconds: int) -> datetime:
    """Return the aware UTC moment of `milliseconds` since 1970."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def to_json(value: object) -> str:
    """Return `value` as JSON text, Vietnamese letters as they are."""
    return json.dumps(value, ensure_ascii=False)
