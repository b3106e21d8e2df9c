"""What an assessor should look at again: an essay or a picture that is like one handed in before."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage.evidence import EvidenceRow
from storage.submissions import SubmissionRow


class LikenessRow(Model):
    """One likeness of a hand-in to an earlier one.

    `kind` is essay, exact or near (pictures). `share` is per cent of the essay's words, null of pictures. Without
    an `other` an essay says what very many do. `piece` and `other_piece` are the two pictures.
    """

    id = fields.IntField(primary_key=True)
    submission: fields.ForeignKeyRelation[SubmissionRow] = fields.ForeignKeyField(
        "models.SubmissionRow", related_name="likenesses", on_delete=fields.CASCADE
    )
    submission_id: int
    kind = fields.CharField(max_length=8)
    share = fields.SmallIntField(null=True)
    other: fields.ForeignKeyNullableRelation[SubmissionRow] = fields.ForeignKeyField(
        "models.SubmissionRow", related_name="likened", null=True, on_delete=fields.CASCADE
    )
    other_id: int | None
    piece: fields.ForeignKeyNullableRelation[EvidenceRow] = fields.ForeignKeyField(
        "models.EvidenceRow", related_name="likenesses", null=True, on_delete=fields.CASCADE
    )
    piece_id: int | None
    other_piece: fields.ForeignKeyNullableRelation[EvidenceRow] = fields.ForeignKeyField(
        "models.EvidenceRow", related_name="likened", null=True, on_delete=fields.CASCADE
    )
    other_piece_id: int | None

    class Meta:
        table = "likenesses"
        indexes = (
            Index(fields=("submission_id",), name="likenesses_submission"),
            Index(fields=("other_id",), name="likenesses_other"),
            Index(fields=("piece_id",), name="likenesses_piece"),
            Index(fields=("other_piece_id",), name="likenesses_other_piece"),
        )
