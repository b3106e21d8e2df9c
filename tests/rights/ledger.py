"""Every domain row there is, whom it belongs to, and what changed between two looks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tortoise import Tortoise

from storage import sql

OF_THE_ROAD = frozenset({"cards", "conversations", "inbox", "menus", "metered", "outbox", "pace", "phones"})
"""What is no record of anybody: the messages on their way."""

Row = Mapping[str, Any]
Look = Mapping[str, Mapping[Any, Row]]
"""Table to primary key to row."""

_PARENTS = {
    "enrolment_id": "enrolments",
    "registration_id": "registrations",
    "submission_id": "submissions",
    "review_id": "reviews",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One row that came (`before` is None), went (`after` is None) or changed; `owner` is a person's id."""

    table: str
    before: Row | None
    after: Row | None
    owner: int | None

    @property
    def fields(self) -> frozenset[str]:
        """Return the names of the columns that differ."""
        before, after = self.before or {}, self.after or {}
        return frozenset(name for name in {*before, *after} if before.get(name) != after.get(name))


def tables() -> dict[str, str]:
    """Return the primary key's column of every domain table; a new table is among them."""
    assert Tortoise.apps is not None
    found = {model._meta.db_table: model._meta.db_pk_column for model in Tortoise.apps["models"].values()}
    return {table: key for table, key in sorted(found.items()) if table not in OF_THE_ROAD}


async def look(audit_after: int = 0) -> Look:
    """Read every domain row; of the trail, which only grows, what came after the id `audit_after`."""
    found = {}
    for table, key in tables().items():
        only = f" WHERE id > {audit_after}" if table == "audit" else ""
        found[table] = {row[key]: row for row in await sql.rows(f"SELECT * FROM {table}{only}")}
    return found


def changes(before: Look, after: Look) -> list[Change]:
    """Return what differs, by table."""
    return list(_changes(before, after))


def _changes(before: Look, after: Look) -> Iterator[Change]:
    for table in after:
        old, new = before[table], after[table]
        for key in sorted({*old, *new}, key=str):
            if old.get(key) != new.get(key):
                row = new.get(key) or old[key]
                yield Change(table, old.get(key), new.get(key), owner(table, row, after if key in new else before))


def owner(table: str, row: Row, look: Look) -> int | None:
    """Return whose record a row is; an audit line is its actor's, an invitation whom it is for."""
    if table == "people":
        return int(row["id"])
    for column, parent in _PARENTS.items():
        if row.get(column) is not None:
            return owner(parent, look[parent][row[column]], look) if row[column] in look[parent] else None
    found = row.get("actor_id") if table == "audit" else row.get("person_id")
    return None if found is None else int(found)
