"""Units (a dated tree without a fixed number of levels) and the groups that live in them."""

from dataclasses import dataclass
from datetime import date

from tortoise import fields
from tortoise.models import Model

from storage.prepared import Prepared


class UnitRow(Model):
    """One unit.

    `kind` is a free label ("Đoàn cơ sở"), dates are local and inclusive.
    """

    id = fields.IntField(primary_key=True)
    code = fields.CharField(max_length=64, unique=True)
    name = fields.CharField(max_length=255)
    kind = fields.CharField(max_length=64, db_default="")
    parent: fields.ForeignKeyNullableRelation["UnitRow"] = fields.ForeignKeyField(
        "models.UnitRow", related_name="children", null=True, on_delete=fields.RESTRICT
    )
    parent_id: int | None
    valid_from = fields.DateField(null=True)
    valid_to = fields.DateField(null=True)

    class Meta:
        table = "units"


class GroupRow(Model):
    """One group (tổ) of a unit.

    Its members may come from several units.
    """

    id = fields.IntField(primary_key=True)
    code = fields.CharField(max_length=64, unique=True)
    name = fields.CharField(max_length=255)
    unit: fields.ForeignKeyRelation[UnitRow] = fields.ForeignKeyField(
        "models.UnitRow", related_name="groups", on_delete=fields.RESTRICT
    )
    unit_id: int

    class Meta:
        table = "groups"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the tree."""

    id: int
    code: str
    name: str
    kind: str
    parent: int | None
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class Group:
    """A group."""

    id: int
    code: str
    name: str
    unit: int


_units = Prepared(UnitRow, Unit)
_groups = Prepared(GroupRow, Group)


async def tree() -> dict[int, Unit]:
    """Return every unit by id."""
    return {unit.id: unit for unit in await _units.all("")}


def path(units: dict[int, Unit], unit: int | None) -> tuple[int, ...]:
    """Return the ids from `unit` up to its root."""
    found: list[int] = []
    while unit is not None and unit in units and unit not in found:
        found.append(unit)
        unit = units[unit].parent
    return tuple(found)


async def unit_path(unit: int | None) -> tuple[int, ...]:
    """Return the ids from `unit` up to its root, read from the table."""
    return path(await tree(), unit) if unit is not None else ()


async def subtree(code: str) -> frozenset[int] | None:
    """Return the ids of the unit `code` (capitals aside) and of all below it; None: there is no such unit."""
    units = await tree()
    roots = [unit.id for unit in units.values() if unit.code.casefold() == code.casefold()]
    return frozenset(id_ for id_ in units if roots[0] in path(units, id_)) if roots else None


async def groups() -> dict[int, Group]:
    """Return every group by id."""
    return {group.id: group for group in await _groups.all("")}


async def group_name(group: int | None) -> str:
    """Return the name of `group`, "" without one."""
    found = await _groups.first("WHERE id = ?1", group) if group is not None else None
    return found.name if found else ""


async def unit_name(unit: int | None) -> str:
    """Return the name of `unit`, "" without one."""
    found = await _units.first("WHERE id = ?1", unit) if unit is not None else None
    return found.name if found else ""
