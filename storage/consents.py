"""What each person agreed to, in which words, and when; or that they refused."""

from tortoise import fields
from tortoise.models import Model

from storage.people import PersonRow


class ConsentRow(Model):
    """One answer to one question of consent.

    kind: "personal" (being kept at all), "sensitive" (political opinion in essays and results). `text_version` names
    the wording that was shown. A refusal by somebody who did not join keeps no person, only the chat.
    """

    id = fields.IntField(primary_key=True)
    person: fields.ForeignKeyNullableRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="consents", null=True, on_delete=fields.CASCADE
    )
    person_id: int | None
    chat = fields.CharField(max_length=96)
    kind = fields.CharField(max_length=16)
    given = fields.BooleanField()
    text_version = fields.CharField(max_length=32)
    language = fields.CharField(max_length=5)
    at = fields.DatetimeField()
    withdrawn_at = fields.DatetimeField(null=True)

    class Meta:
        table = "consents"
