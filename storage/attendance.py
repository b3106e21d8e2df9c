"""Who was at a session, and how that was taken: one record a person and session, whatever the way."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage.people import PersonRow
from storage.sessions import SessionRow
from storage.submissions import SubmissionRow


class AttendanceRow(Model):
    """One person at one session.

    Moments are in UTC.

    way: scan (the code on the screen), paper (the printed code), word (of the day), ticked (the organiser's list),
    sheet (the photographed list), asked (the person says so after a missed scan).
    state: asked → counted | refused; counted → withdrawn. `by` recorded it: the person, or an organiser; `note` is
    what the person wrote, or why it was refused or withdrawn. `submission` is the hand-in it counts as, None while the
    person has not taken on the session's task.
    """

    id = fields.IntField(primary_key=True)
    session: fields.ForeignKeyRelation[SessionRow] = fields.ForeignKeyField(
        "models.SessionRow", related_name="attendances", on_delete=fields.CASCADE
    )
    session_id: int
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="attendances", on_delete=fields.CASCADE
    )
    person_id: int
    way = fields.CharField(max_length=8)
    state = fields.CharField(max_length=10)
    at = fields.DatetimeField()
    by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="took_attendance", null=True, on_delete=fields.SET_NULL
    )
    by_id: int | None
    note = fields.TextField(db_default="")
    decided_by: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="decided_attendance", null=True, on_delete=fields.SET_NULL
    )
    decided_by_id: int | None
    decided_at = fields.DatetimeField(null=True)
    submission: fields.ForeignKeyNullableRelation[SubmissionRow] = fields.ForeignKeyField(
        "models.SubmissionRow", related_name="attendances", null=True, on_delete=fields.SET_NULL
    )
    submission_id: int | None

    class Meta:
        table = "attendances"
        unique_together = (("session_id", "person_id"),)
        indexes = (Index(fields=("person_id", "state"), name="attendances_person"),)
