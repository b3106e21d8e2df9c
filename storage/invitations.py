"""One-time invitations: a link and a short code a person joins with; and how often a chat guessed wrong."""

from tortoise import fields
from tortoise.models import Model

from storage.people import PersonRow


class InvitationRow(Model):
    """One invitation.

    `token` goes into the deep link, `code` is read aloud or typed.
    """

    id = fields.IntField(primary_key=True)
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="invitations", on_delete=fields.CASCADE
    )
    person_id: int
    code = fields.CharField(max_length=16, unique=True)
    token = fields.CharField(max_length=64, unique=True)
    made_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)
    used_by = fields.CharField(max_length=96, db_default="")
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "invitations"


class GuessRow(Model):
    """How many wrong codes a chat tried since `since`."""

    chat = fields.CharField(max_length=96, primary_key=True)
    wrong = fields.IntField()
    since = fields.DatetimeField()

    class Meta:
        table = "guesses"
