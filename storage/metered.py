"""How much each bot has said and heard in a month, where its platform counts."""

from tortoise import fields
from tortoise.models import Model


class MeteredRow(Model):
    """One bot's month.

    `id` is "<bot> <year>-<month>", the month of the product's time zone. `said` and `heard` count messages;
    `spent_until` (ms since 1970, UTC) is set where the platform itself refused for the quota.
    """

    id = fields.CharField(max_length=40, primary_key=True)
    bot = fields.CharField(max_length=32)
    said = fields.IntField(db_default=0)
    heard = fields.IntField(db_default=0)
    spent_until = fields.BigIntField(null=True)

    class Meta:
        table = "metered"
