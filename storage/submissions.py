"""What is handed in: numbered versions of each part of a task."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage import sql
from storage.people import PersonRow
from storage.registrations import RegistrationRow


class SubmissionRow(Model):
    """One version of one hand-in.

    `part` numbers the hand-ins of a task, `version` the tries at one.

    state: draft → waiting → approved | returned; draft → withdrawn. `claims` says what it counts for (criterion
    id to number, yes or level), `given` the facts the task asks for (organiser, held_on, place).
    """

    id = fields.IntField(primary_key=True)
    registration: fields.ForeignKeyRelation[RegistrationRow] = fields.ForeignKeyField(
        "models.RegistrationRow", related_name="submissions", on_delete=fields.CASCADE
    )
    registration_id: int
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="submissions", on_delete=fields.CASCADE
    )
    person_id: int
    task = fields.CharField(max_length=16)
    part = fields.IntField()
    version = fields.IntField()
    state = fields.CharField(max_length=10, db_default="draft")
    claims: Any = fields.JSONField(default=dict, encoder=sql.to_json, decoder=json.loads)
    given: Any = fields.JSONField(default=dict, encoder=sql.to_json, decoder=json.loads)
    note = fields.TextField(db_default="")
    opened_at = fields.DatetimeField()
    submitted_at = fields.DatetimeField(null=True)
    decided_at = fields.DatetimeField(null=True)
    reason = fields.TextField(db_default="")

    class Meta:
        table = "submissions"
        unique_together = (("registration_id", "part", "version"),)
        indexes = (Index(fields=("person_id", "state"), name="submissions_person"),)


@dataclass(frozen=True, slots=True)
class Submission:
    """One version of one hand-in."""

    id: int
    registration: int
    person: int
    task: str
    part: int
    version: int
    state: str
    claims: dict[str, Any]
    given: dict[str, str]
    note: str
    opened_at: datetime
    submitted_at: datetime | None
    decided_at: datetime | None
    reason: str


def _submission(row: SubmissionRow) -> Submission:
    return Submission(
        row.id, row.registration_id, row.person_id, row.task, row.part, row.version, row.state, dict(row.claims),
        dict(row.given), row.note, row.opened_at, row.submitted_at, row.decided_at, row.reason,
    )  # fmt: skip


async def get(id_: int) -> Submission | None:
    """Return one submission."""
    row = await SubmissionRow.get_or_none(id=id_)
    return _submission(row) if row else None
