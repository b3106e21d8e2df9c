"""What a platform granted us for a while: an Official Account's access and refresh tokens, sealed."""

from tortoise import fields
from tortoise.models import Model


class GrantRow(Model):
    """The tokens of one account, `id` being its channel's name.

    `access` and `refresh` are sealed with a key that is not in the database. `refused_at` is when the platform would
    not renew it: only the account's administrator can grant it anew.
    """

    id = fields.CharField(max_length=32, primary_key=True)
    access = fields.TextField()
    refresh = fields.TextField()
    expires_at = fields.DatetimeField()
    renewed_at = fields.DatetimeField()
    refused_at = fields.DatetimeField(null=True)

    class Meta:
        table = "grants"
