"""The choices somebody has in front of them on a channel without buttons: what a typed number or code stands for."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model


class MenuRow(Model):
    """One message with choices, `id` being its row of the outbox. Moments are ms since 1970, UTC.

    `options` is JSON, a list of key, label, action, style. `code` stands for the message in what people type. It is
    good until it is used, until `expires_at`, or until its `card` is shown anew.
    """

    id = fields.BigIntField(primary_key=True)
    chat = fields.CharField(max_length=96)
    card = fields.CharField(max_length=96, null=True)
    code = fields.CharField(max_length=8)
    options = fields.TextField()
    shown_at = fields.BigIntField()
    expires_at = fields.BigIntField()
    used_at = fields.BigIntField(null=True)

    class Meta:
        table = "menus"
        indexes = (Index(fields=("chat", "shown_at"), name="menus_chat"),)
