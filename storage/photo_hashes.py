"""What a stored picture looks like, in a few numbers a view, and which pictures that were handed in look alike."""


from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage.evidence import EvidenceRow


class PhotoHashRow(Model):
    """One view of one picture.

    `view` 0 is the whole. `across` and `down` are 64 bits each, signed. `band0` to `band3` are the sixteens of
    `across`, those of the whole apart from the others, so that what is near is found by an index.
    """

    id = fields.BigIntField(primary_key=True)
    evidence: fields.ForeignKeyRelation[EvidenceRow] = fields.ForeignKeyField(
        "models.EvidenceRow", related_name="hashes", on_delete=fields.CASCADE
    )
    evidence_id: int
    view = fields.SmallIntField()
    across = fields.BigIntField()
    down = fields.BigIntField()
    band0 = fields.IntField()
    band1 = fields.IntField()
    band2 = fields.IntField()
    band3 = fields.IntField()

    class Meta:
        table = "photo_hashes"
        indexes = (
            Index(fields=("evidence_id",), name="photo_hashes_evidence"),
            Index(fields=("band0",), name="photo_hashes_band0"),
            Index(fields=("band1",), name="photo_hashes_band1"),
            Index(fields=("band2",), name="photo_hashes_band2"),
            Index(fields=("band3",), name="photo_hashes_band3"),
        )
