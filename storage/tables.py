"""Every table as a backup sees it: its columns and their kinds, in the order of the foreign keys."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from graphlib import TopologicalSorter
from typing import Any

from tortoise import fields
from tortoise.connection import get_connection
from tortoise.migrations.graph import MigrationKey

from storage import sql
from storage.database import MIGRATIONS
from storage.migrating import Executor

WHOLE = 1e16
"""From here on Python writes a number with an exponent, which PostgreSQL does not keep: it is written as an integer."""


class Kind(Enum):
    """What a column holds, whatever a database calls it."""

    NUMBER = "number"
    TEXT = "text"
    YES_NO = "yes or no"
    MOMENT = "moment"
    DAY = "day"
    JSON = "json"


_KINDS: tuple[tuple[type[fields.Field[Any]], Kind], ...] = (
    (fields.BooleanField, Kind.YES_NO),
    (fields.IntField, Kind.NUMBER),
    (fields.CharField, Kind.TEXT),
    (fields.TextField, Kind.TEXT),
    (fields.DatetimeField, Kind.MOMENT),
    (fields.DateField, Kind.DAY),
    (fields.JSONField, Kind.JSON),
)

_TYPES = {Kind.NUMBER: int, Kind.TEXT: str, Kind.YES_NO: bool, Kind.MOMENT: str, Kind.DAY: str}


class UnknownKind(Exception):
    """A column of a kind that a backup cannot carry yet."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `key` is its primary key, `is_numbered` whether the database draws it."""

    name: str
    key: str
    is_numbered: bool
    columns: tuple[tuple[str, Kind], ...]
    refers_to: frozenset[str]

    @property
    def listed(self) -> str:
        """Return the columns as a statement lists them."""
        return ", ".join(f'"{name}"' for name, _ in self.columns)


_PLAYED: dict[frozenset[str], tuple[Table, ...]] = {}


async def at(migrations: Collection[str]) -> tuple[Table, ...]:
    """Return every table as `migrations` make them, each after those it refers to. A database is open.

    Worked out once a process: playing the migrations through takes most of a second.
    """
    if (known := _PLAYED.get(frozenset(migrations))) is None:
        known = _PLAYED[frozenset(migrations)] = await _played(migrations)
    return known


async def _played(migrations: Collection[str]) -> tuple[Table, ...]:
    executor = Executor(get_connection("default"), MIGRATIONS["apps"])
    await executor.loader.build_graph()
    state = await executor._project_state({MigrationKey("models", name) for name in migrations})
    tables = {table.name: table for table in map(_table, state.apps.apps.get("models", {}).values())}
    order = TopologicalSorter({name: sorted(table.refers_to - {name}) for name, table in sorted(tables.items())})
    return tuple(tables[name] for name in order.static_order())


def _table(model: Any) -> Table:
    meta = model._meta
    return Table(
        meta.db_table,
        meta.db_pk_column,
        bool(meta.pk.generated),
        tuple(
            (column, _kind(meta.db_table, meta.fields_map[name])) for name, column in meta.fields_db_projection.items()
        ),
        frozenset(meta.fields_map[name].related_model._meta.db_table for name in meta.fk_fields | meta.o2o_fields),
    )


def _kind(table: str, field: Any) -> Kind:
    for type_, kind in _KINDS:
        if isinstance(field, type_):
            return kind
    raise UnknownKind(f"{table}.{field.model_field_name}")


def to_line(table: Table, row: Mapping[str, Any]) -> str:
    """Return `row` as one line of JSON, the same for both databases."""
    values = {name: None if row[name] is None else _said(row[name], kind) for name, kind in table.columns}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _said(value: Any, kind: Kind) -> Any:
    match kind:
        case Kind.YES_NO:
            return bool(value)
        case Kind.MOMENT:
            moment = datetime.fromisoformat(value) if isinstance(value, str) else value
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
        case Kind.DAY:
            return value if isinstance(value, str) else value.isoformat()
        case Kind.JSON:
            return json.loads(value, parse_float=_number) if isinstance(value, str) else value
        case _:
            return value


def _number(written: str) -> float | int:
    value = float(written) or 0.0
    return int(value) if abs(value) >= WHOLE else value


def from_line(table: Table, line: str | bytes) -> list[Any]:
    """Return the values of a line in the order of `table`'s columns, as both databases' drivers take them.

    Raises:
        ValueError: it is no row of this table.
    """
    row = json.loads(line)
    if not isinstance(row, dict) or row.keys() != {name for name, _ in table.columns}:
        raise ValueError(f"a row has not the columns of {table.name}")
    return [None if row[name] is None else _meant(row[name], kind) for name, kind in table.columns]


def _meant(value: Any, kind: Kind) -> Any:
    if kind is not Kind.JSON and type(value) is not _TYPES[kind]:
        raise ValueError(f"there is no {kind.value} where one should be")
    match kind:
        case Kind.JSON:
            return sql.to_json(value)
        case Kind.MOMENT:
            return datetime.fromisoformat(value)
        case Kind.DAY:
            return date.fromisoformat(value)
        case _:
            return value
