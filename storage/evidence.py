"""What a person hands in, file by file: registered when it arrives, fetched and checked beside the chat."""

from tortoise import fields
from tortoise.indexes import Index, PartialIndex
from tortoise.models import Model

from storage.people import PersonRow
from storage.submissions import SubmissionRow


class EvidenceRow(Model):
    """One piece of evidence. Moments in ms since 1970 (UTC) where the fetcher reads them.

    kind: photo, document, text. state: arrived → stored | refused | lost; texts are stored at once. `refusal` is
    the fact's name (TooManyPixels). `sha256` is of the original; `file` and `thumbnail` are keys in the file store.
    Without a `submission` it waits for the person to say which task it is for.
    """

    id = fields.BigIntField(primary_key=True)
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="evidence", on_delete=fields.CASCADE
    )
    person_id: int
    chat = fields.CharField(max_length=96)
    submission: fields.ForeignKeyNullableRelation[SubmissionRow] = fields.ForeignKeyField(
        "models.SubmissionRow", related_name="evidence", null=True, on_delete=fields.CASCADE
    )
    submission_id: int | None
    kind = fields.CharField(max_length=8)
    source = fields.CharField(max_length=96, null=True)
    album = fields.CharField(max_length=96, null=True)
    remote = fields.CharField(max_length=512, db_default="")
    same_as = fields.CharField(max_length=96, db_default="")
    name = fields.CharField(max_length=255, db_default="")
    mime = fields.CharField(max_length=96, db_default="")
    size = fields.BigIntField(null=True)
    text = fields.TextField(db_default="")
    state = fields.CharField(max_length=8, db_default="arrived")
    refusal = fields.CharField(max_length=48, db_default="")
    attempts = fields.SmallIntField(db_default=0)
    not_before = fields.BigIntField(db_default=0)
    arrived_at = fields.DatetimeField()
    sha256 = fields.CharField(max_length=64, db_default="")
    file = fields.CharField(max_length=160, db_default="")
    thumbnail = fields.CharField(max_length=160, db_default="")
    width = fields.IntField(null=True)
    height = fields.IntField(null=True)
    taken_at = fields.CharField(max_length=32, db_default="")
    dhash = fields.CharField(max_length=16, db_default="")
    removed_at = fields.DatetimeField(null=True)

    class Meta:
        table = "evidence"
        indexes = (
            PartialIndex(fields=("not_before", "id"), name="evidence_arrived", condition={"state": "arrived"}),
            Index(fields=("submission_id",), name="evidence_submission"),
            Index(fields=("sha256",), name="evidence_sha256"),
        )
