"""Who decides in somebody's place while they are away, from which day to which."""

from collections.abc import Collection
from datetime import date, datetime

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from journey.people import Role
from journey.substitutes import Substitution
from storage import sql
from storage.people import PersonRow
from storage.prepared import Prepared


class SubstituteRow(Model):
    """One absence: `substitute` decides beside `absent` on every local day from `from_on` to `to_on` (inclusive).

    Ended early it has `ended_at`, and counts no more from that moment.
    """

    id = fields.IntField(primary_key=True)
    absent: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="absences", on_delete=fields.CASCADE
    )
    absent_id: int
    substitute: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="substitutions", on_delete=fields.CASCADE
    )
    substitute_id: int
    from_on = fields.DateField()
    to_on = fields.DateField()
    set_by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="substitutes_set", null=True, on_delete=fields.SET_NULL
    )
    set_by_id: int | None
    set_at = fields.DatetimeField()
    ended_at = fields.DatetimeField(null=True)

    class Meta:
        table = "substitutes"
        indexes = (Index(fields=("absent_id", "to_on"), name="substitutes_absent"),)


_substitutes = Prepared(SubstituteRow, Substitution)
_UNITS = (
    "SELECT COALESCE(g.unit_id, p.unit_id) FROM posts p LEFT JOIN groups g ON g.id = p.group_id"
    " WHERE p.person_id = substitutes.{side} AND p.role <> ?2"
    " AND (p.from_on IS NULL OR p.from_on <= ?1) AND (p.to_on IS NULL OR p.to_on >= ?1)"
)
_OF_ONE_UNIT = f"EXISTS ({_UNITS.format(side='substitute_id')} INTERSECT {_UNITS.format(side='absent_id')})"


_HOLDS = "ended_at IS NULL AND from_on <= ?1 AND to_on >= ?1"
_FROM = (
    "absent_id IN (WITH RECURSIVE reached(id) AS (SELECT id FROM people WHERE {people} UNION SELECT s.substitute_id"
    f" FROM reached JOIN substitutes s ON s.absent_id = reached.id WHERE {_HOLDS}) SELECT id FROM reached)"
)


async def on(today: date, people: Collection[int] | None = None) -> list[Substitution]:
    """Return what holds on `today` (local), oldest first; where both still are officers of one unit.

    Args:
        people: only what stands in for these, or for who stands in for them.
    """
    of = "" if people is None else f" AND {_FROM.format(people=sql.among('id', '?3'))}"
    return await _substitutes.all(
        f"WHERE {_HOLDS}{of} AND {_OF_ONE_UNIT} ORDER BY id",
        sql.day(today),
        str(Role.MEMBER),
        *([] if people is None else [sql.listed(people)]),
    )


async def from_now(today: date, people: Collection[int]) -> list[Substitution]:
    """Return what holds on `today` (local) or will, of which one of `people` is a side, by its first day."""
    side = f"({sql.among('absent_id', '?2')} OR {sql.among('substitute_id', '?2')})"
    return await _substitutes.all(
        f"WHERE ended_at IS NULL AND to_on >= ?1 AND {side} ORDER BY from_on, id", sql.day(today), sql.listed(people)
    )


async def between(first: date, last: date) -> list[Substitution]:
    """Return what holds on any local day from `first` to `last`, by its first day."""
    where = "WHERE ended_at IS NULL AND from_on <= ?2 AND to_on >= ?1 ORDER BY from_on, id"
    return await _substitutes.all(where, sql.day(first), sql.day(last))


async def get(id_: int) -> Substitution | None:
    """Return one that was not ended, None when there is no such."""
    return await _substitutes.first("WHERE id = ?1 AND ended_at IS NULL", id_)


async def add(wanted: Substitution, now: datetime) -> int:
    """Keep `wanted` (its id aside); return its id."""
    row = await SubstituteRow.create(
        absent_id=wanted.absent,
        substitute_id=wanted.substitute,
        from_on=wanted.from_on,
        to_on=wanted.to_on,
        set_by_id=wanted.set_by,
        set_at=now,
    )
    return row.id


async def end(id_: int, now: datetime) -> bool:
    """End it early; False when it was ended before."""
    return bool(await SubstituteRow.filter(id=id_, ended_at__isnull=True).update(ended_at=now))
