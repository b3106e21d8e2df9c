"""Prepared reads: the fields of a row into a plain value, by a statement that is built once.

For what nearly every message reads: building a query through the ORM costs ten times as much as running it.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import fields as fields_of
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any, Generic, TypeVar

from tortoise import fields
from tortoise.models import Model

from storage import sql

Value = TypeVar("Value")


class Prepared(Generic[Value]):
    """Reads `value`s from the rows of `row`: a dataclass whose fields are named like the columns or the relations.

    Fields that the row does not have stand last and keep their defaults. `others` reads a field in a way of its own.
    """

    def __init__(self, row: type[Model], value: type[Value], **others: Callable[[Any], Any]) -> None:
        self._row = row
        self._value = value
        self._others = others

    async def all(self, where: str, *values: Any) -> list[Value]:
        """Return the values of the rows that `where` ("WHERE id = ?1 ORDER BY id", joins before it) finds."""
        return list(await sql.asked(self._select + where, values, self._read))

    async def first(self, where: str, *values: Any) -> Value | None:
        """Return the first of them, None when there is none."""
        found = await self.all(f"{where} LIMIT 1", *values)
        return found[0] if found else None

    def _read(self, rows: Sequence[Sequence[Any]]) -> tuple[Value, ...]:
        readers = self._readers[sql.is_sqlite()]
        return tuple(
            self._value(*[read(cell) if read else cell for read, cell in zip(readers, row, strict=True)])
            for row in rows
        )

    def of(self, row: Model) -> Value:
        """Return the value of a row that the ORM has just written."""
        cells = {name: getattr(row, column) for name, column in self._columns.items()}
        return self._value(
            **{name: self._others[name](cell) if name in self._others else cell for name, cell in cells.items()}
        )

    @cached_property
    def _columns(self) -> dict[str, str]:
        """Return the column by the value's field, of those the row has."""
        known = self._row._meta.fields_db_projection
        names = [each.name for each in fields_of(self._value)]  # type: ignore[arg-type]
        columns = {name: known.get(name) or known.get(f"{name}_id") for name in names}
        return {name: column for name, column in columns.items() if column is not None}

    @cached_property
    def _select(self) -> str:
        table = self._row._meta.db_table
        return f"SELECT {', '.join(f'{table}.{column}' for column in self._columns.values())} FROM {table} "

    @cached_property
    def _readers(self) -> dict[bool, list[Callable[[Any], Any] | None]]:
        """Return by database (is it SQLite) how each cell becomes what it is in Python; None: as it is."""
        named = self._row._meta.fields_db_projection_reverse
        kinds = {name: self._row._meta.fields_map[named[column]] for name, column in self._columns.items()}
        return {
            on_sqlite: [self._others.get(name) or _reader(kind, on_sqlite=on_sqlite) for name, kind in kinds.items()]
            for on_sqlite in (True, False)
        }


def _reader(field: fields.Field[Any], *, on_sqlite: bool) -> Callable[[Any], Any] | None:
    if isinstance(field, fields.JSONField):
        return _json
    if not on_sqlite:
        return None
    if isinstance(field, fields.DatetimeField):
        return _moment
    if isinstance(field, fields.DateField):
        return _day
    return bool if isinstance(field, fields.BooleanField) else None


def _json(cell: Any) -> Any:
    return json.loads(cell) if isinstance(cell, str) else cell


def _moment(cell: str | None) -> datetime | None:
    if cell is None:
        return None
    found = datetime.fromisoformat(cell)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _day(cell: str | None) -> date | None:
    return None if cell is None else date.fromisoformat(cell)
