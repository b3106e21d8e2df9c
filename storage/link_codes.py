"""Six digits by which a person who is known on one channel brings another one to the same book."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage.people import PersonRow


class LinkCodeRow(Model):
    """One code, good once and until `expires_at`.

    It was asked for in `made_in` (a chat of `person`), and used by the chat `used_by`.
    """

    id = fields.IntField(primary_key=True)
    code = fields.CharField(max_length=6)
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="link_codes", on_delete=fields.CASCADE
    )
    person_id: int
    made_in = fields.CharField(max_length=96)
    made_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)
    used_by = fields.CharField(max_length=96, db_default="")

    class Meta:
        table = "link_codes"
        indexes = (Index(fields=("code",), name="link_codes_code"),)
