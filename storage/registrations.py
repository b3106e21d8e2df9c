"""Tasks taken on, and requests to change them."""

from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from storage.enrolments import EnrolmentRow
from storage.people import PersonRow


class RegistrationRow(Model):
    """One task a person took on. A dropped one stays in the book."""

    id = fields.IntField(primary_key=True)
    enrolment: fields.ForeignKeyRelation[EnrolmentRow] = fields.ForeignKeyField(
        "models.EnrolmentRow", related_name="registrations", on_delete=fields.CASCADE
    )
    enrolment_id: int
    task = fields.CharField(max_length=16)
    registered_at = fields.DatetimeField()
    dropped_at = fields.DatetimeField(null=True)

    class Meta:
        table = "registrations"
        unique_together = (("enrolment_id", "task"),)


class ChangeRow(Model):
    """A request to change the choice after the window closed.

    `wanted` is the new choice, codes by blanks.

    state: waiting → approved | returned | withdrawn.
    """

    id = fields.IntField(primary_key=True)
    enrolment: fields.ForeignKeyRelation[EnrolmentRow] = fields.ForeignKeyField(
        "models.EnrolmentRow", related_name="changes", on_delete=fields.CASCADE
    )
    enrolment_id: int
    wanted = fields.TextField()
    reason = fields.TextField()
    state = fields.CharField(max_length=10, db_default="waiting")
    asked_at = fields.DatetimeField()
    decided_by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="changes_decided", null=True, on_delete=fields.SET_NULL
    )
    decided_by_id: int | None
    decided_at = fields.DatetimeField(null=True)
    answer = fields.TextField(db_default="")

    class Meta:
        table = "changes"


@dataclass(frozen=True, slots=True)
class Registration:
    """A task taken on."""

    id: int
    enrolment: int
    task: str
    registered_at: datetime
    dropped_at: datetime | None


def _registration(row: RegistrationRow) -> Registration:
    return Registration(row.id, row.enrolment_id, row.task, row.registered_at, row.dropped_at)


async def of_enrolment(enrolment: int) -> list[Registration]:
    """Return every task taken on, dropped ones too, in the order of registration."""
    return [_registration(row) for row in await RegistrationRow.filter(enrolment_id=enrolment).order_by("id")]


async def get(id_: int) -> Registration:
    """Return one registration; it exists."""
    return _registration(await RegistrationRow.get(id=id_))
