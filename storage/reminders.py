"""What people are to be reminded of: each thing once, when it may leave, and what became of it."""

from tortoise import fields
from tortoise.indexes import Index, PartialIndex
from tortoise.models import Model

from storage.people import PersonRow


class ReminderRow(Model):
    """One reminder of one person.

    Moments are in UTC. `kind` names which (journey/reminders.py), `subject` the one thing with its lead time
    ("session 12 7d"): the three together are found once. `about` is the row it is about (a session, a registration, a
    submission: as its kind says), `task` that task's code.

    state: waiting → leaving (in `message`, a key of the outbox) → told, or waiting again; waiting → dropped. `told_on`
    is the local day of that message. It may leave from `due_at` on, which is moved when it has to wait, and not after
    `expires_at`. `why` says why it was dropped, or why it waits for longer than it was meant to.
    """

    id = fields.IntField(primary_key=True)
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="reminders", on_delete=fields.CASCADE
    )
    person_id: int
    kind = fields.CharField(max_length=24)
    subject = fields.CharField(max_length=48)
    about = fields.IntField(null=True)
    task = fields.CharField(max_length=16, db_default="")
    due_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    state = fields.CharField(max_length=8, db_default="waiting")
    why = fields.CharField(max_length=24, db_default="")
    told_on = fields.DateField(null=True)
    message = fields.CharField(max_length=64, db_default="")

    class Meta:
        table = "reminders"
        unique_together = (("person_id", "kind", "subject"),)
        indexes = (
            PartialIndex(fields=("due_at", "person_id"), name="reminders_waiting", condition={"state": "waiting"}),
            PartialIndex(fields=("expires_at", "person_id"), name="reminders_expiring", condition={"state": "waiting"}),
            PartialIndex(fields=("person_id",), name="reminders_leaving", condition={"state": "leaving"}),
            Index(fields=("person_id", "told_on"), name="reminders_told"),
        )
