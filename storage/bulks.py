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


async def marks(submissions: Collection[int]) -> dict[int, frozenset[str]]:
    """Return what speaks against approving each of `submissions` unseen; those with nothing are not in it.

    files: one is still coming, was refused or lost; words: there is no file at all; same: a file was handed in with
    another part of the task; reversed: a verdict was taken back.
    """
    found: dict[int, set[str]] = {}
    for mark, condition in _MARKS.items():
        statement = f"SELECT s.id FROM submissions s WHERE {sql.among('s.id', '?1')} AND {condition}"
        for (id_,) in await sql.tuples(statement, sql.listed(submissions)):
            found.setdefault(int(id_), set()).add(mark)
    return {id_: frozenset(marks) for id_, marks in found.items()}


_MARKS = {
    "files": "EXISTS (SELECT 1 FROM evidence e WHERE e.submission_id = s.id AND e.removed_at IS NULL"
    " AND e.state <> 'stored')",
    "words": "NOT EXISTS (SELECT 1 FROM evidence e WHERE e.submission_id = s.id AND e.removed_at IS NULL"
    " AND e.state = 'stored' AND e.kind <> 'text')",
    "same": "EXISTS (SELECT 1 FROM evidence e JOIN evidence o ON o.sha256 = e.sha256 AND o.removed_at IS NULL"
    " JOIN submissions t ON t.id = o.submission_id WHERE e.submission_id = s.id AND e.removed_at IS NULL"
    " AND e.sha256 <> '' AND t.registration_id = s.registration_id AND t.part <> s.part"
    " AND t.submitted_at IS NOT NULL)",
    "reversed": "EXISTS (SELECT 1 FROM reversals v WHERE v.submission_id = s.id)",
}
"""Each mark with its condition on the submission `s`."""
