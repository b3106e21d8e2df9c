"""Who got which week's digest, with its figures; and when each officer wants theirs."""

import json
from typing import Any

from tortoise import fields
from tortoise.models import Model

from storage import sql
from storage.people import PersonRow


class DigestRow(Model):
    """One officer's digest of one week.

    `week` is its Monday (local), `figures` what it said (a `journey.digest.Kept`), {} when none were counted.
    state: told, word (that nothing has changed), silent (nothing has changed since that word), dropped (too late, or
    no working day was left).
    """

    id = fields.IntField(primary_key=True)
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="digests", on_delete=fields.CASCADE
    )
    person_id: int
    week = fields.DateField()
    state = fields.CharField(max_length=8)
    figures: Any = fields.JSONField(default=dict, encoder=sql.to_json, decoder=json.loads)
    made_at = fields.DatetimeField()

    class Meta:
        table = "digests"
        unique_together = (("person_id", "week"),)


class DigestChoiceRow(Model):
    """When one officer wants the digest.

    `weekday` is 0 for Monday, `hour` local, both as they were last chosen when it is off.
    """

    id = fields.IntField(primary_key=True)
    person: fields.OneToOneRelation[PersonRow] = fields.OneToOneField(
        "models.PersonRow", related_name="digest_choice", on_delete=fields.CASCADE
    )
    person_id: int
    is_on = fields.BooleanField()
    weekday = fields.IntField()
    hour = fields.IntField()
    chosen_at = fields.DatetimeField()

    class Meta:
        table = "digest_choices"
