"""Plain SQL for the framework's own rows, the same for both databases: `?1` placeholders, lists, bulk.

The hot path (inbox, conversations, outbox, marks) never builds a query through the ORM. Its moments are
milliseconds since 1970 in UTC, as integers.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from tortoise.connection import get_connection


def is_sqlite() -> bool:
    """Say which of the two databases is open."""
    return get_connection("default").capabilities.dialect == "sqlite"


async def rows(statement: str, *values: Any) -> list[dict[str, Any]]:
    """Run `statement` and return its rows."""
    connection = get_connection("default")
    if connection.capabilities.dialect != "sqlite":
        statement = statement.replace("?", "$")
    return await connection.execute_query_dict(statement, list(values))


async def run(statement: str, *values: Any) -> int:
    """Run an UPDATE or DELETE and return how many rows it changed."""
    connection = get_connection("default")
    if connection.capabilities.dialect != "sqlite":
        statement = statement.replace("?", "$")
    return (await connection.execute_query(statement, list(values)))[0]


async def many(statement: str, table: Iterable[Sequence[Any]]) -> None:
    """Run `statement` for each row of `table`, in one go."""
    connection = get_connection("default")
    if connection.capabilities.dialect != "sqlite":
        statement = statement.replace("?", "$")
    values = [list(row) for row in table]
    if values:
        await connection.execute_many(statement, values)


def among(column: str, place: str) -> str:
    """Return the condition that `column` is in the list bound at `place` ("?1"); bind `listed(values)` there."""
    if is_sqlite():
        return f"{column} IN (SELECT value FROM json_each({place}))"
    return f"{column} = ANY({place})"


def listed(values: Iterable[Any]) -> Any:
    """Return `values` as the open database binds a list."""
    return json.dumps(list(values)) if is_sqlite() else list(values)


def ms(moment: datetime) -> int:
    """Return `moment` (aware) as milliseconds since 1970 in UTC."""
    return round(moment.timestamp() * 1000)


def moment(milliseconds: int) -> datetime:
    """Return the aware UTC moment of `milliseconds` since 1970."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def to_json(value: object) -> str:
    """Return `value` as JSON text, Vietnamese letters as they are."""
    return json.dumps(value, ensure_ascii=False)
