"""The append-only trail of every change to a member's record: who, when, what, through which channel."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage import sql
from storage.people import PersonRow


class AuditRow(Model):
    """One change.

    `subject` names what it touched ("submission 12"); the database refuses to change or delete it.
    """

    id = fields.BigIntField(primary_key=True)
    at = fields.DatetimeField()
    actor: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="acted", null=True, on_delete=fields.RESTRICT
    )
    actor_id: int | None
    chat = fields.CharField(max_length=96)
    action = fields.CharField(max_length=48)
    subject = fields.CharField(max_length=64)
    details: Any = fields.JSONField(default=dict, encoder=sql.to_json, decoder=json.loads)

    class Meta:
        table = "audit"
        indexes = (Index(fields=("subject",), name="audit_subject"),)


async def record(action: str, subject: str, *, actor: int | None, chat: str, now: datetime, **details: object) -> None:
    """Add to the trail. `chat` tells the channel; `details` are ids, numbers and states, never what people wrote."""
    await record_each(action, [subject], actor=actor, chat=chat, now=now, **details)


async def record_each(
    action: str, subjects: Iterable[str], *, actor: int | None, chat: str, now: datetime, **details: object
) -> None:
    """Add the same to the trail of each of `subjects`."""
    entry = {"at": now, "actor_id": actor, "chat": chat, "action": action, "details": details}
    await sql.add("audit", [{**entry, "subject": subject} for subject in subjects])


async def trail(subject: str) -> list[tuple[datetime, int | None, str, dict[str, Any]]]:
    """Return (when, who, what, details) of `subject`, oldest first."""
    rows = await AuditRow.filter(subject=subject).order_by("id")
    return [(row.at, row.actor_id, row.action, dict(row.details)) for row in rows]
