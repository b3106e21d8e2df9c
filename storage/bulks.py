"""Hand-ins that one officer was asked to approve together: the list as it was shown, done once, undone once."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.models import Model

from storage import sql
from storage.people import PersonRow
from storage.prepared import Prepared


class BulkRow(Model):
    """One list shown to one officer.

    `submissions` are ids, `approved` those of them that this bulk approved.
    """

    id = fields.IntField(primary_key=True)
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="bulks", on_delete=fields.CASCADE
    )
    person_id: int
    submissions: Any = fields.JSONField(default=list, encoder=sql.to_json, decoder=json.loads)
    approved: Any = fields.JSONField(default=list, encoder=sql.to_json, decoder=json.loads)
    asked_at = fields.DatetimeField()
    approved_at = fields.DatetimeField(null=True)
    undone_at = fields.DatetimeField(null=True)

    class Meta:
        table = "bulks"


@dataclass(frozen=True, slots=True)
class Bulk:
    """One list; moments are in UTC."""

    id: int
    person: int
    submissions: list[int]
    approved: list[int]
    approved_at: datetime | None
    undone_at: datetime | None


_bulks = Prepared(BulkRow, Bulk)


async def ask(person: int, submissions: Collection[int], now: datetime) -> int:
    """Keep the list that is shown to `person`; return its id."""
    row = await BulkRow.create(person_id=person, submissions=list(submissions), approved=[], asked_at=now)
    return row.id


async def of_person(id_: int, person: int) -> Bulk | None:
    """Return this list of `person`, None when it is not theirs or there is none."""
    return await _bulks.first("WHERE id = ?1 AND person_id = ?2", id_, person)


async def begin(id_: int, now: datetime) -> bool:
    """Take the list up; False when that was done before."""
    statement = "UPDATE bulks SET approved_at = ?2 WHERE id = ?1 AND approved_at IS NULL"
    return bool(await sql.run(statement, id_, sql.at(now)))


async def keep(id_: int, approved: Collection[int]) -> None:
    """Keep which of the list were approved by it."""
    await BulkRow.filter(id=id_).update(approved=list(approved))


async def undo(id_: int, now: datetime) -> bool:
    """Take the whole list back; False when it was never approved, or taken back before."""
    statement = "UPDATE bulks SET undone_at = ?2 WHERE id = ?1 AND approved_at IS NOT NULL AND undone_at IS NULL"
    return bool(await sql.run(statement, id_, sql.at(now)))
