"""How far the approver's clock has gone with each review, and who is called because of it."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage.people import PersonRow
from storage.reviews import ReviewRow


class OverdueRow(Model):
    """A review that waits too long: the stage it is at, since which local day, and when it was last looked at."""

    id = fields.IntField(primary_key=True)
    review: fields.OneToOneRelation[ReviewRow] = fields.OneToOneField(
        "models.ReviewRow", related_name="overdue", on_delete=fields.CASCADE
    )
    review_id: int
    stage = fields.CharField(max_length=12)
    reached_on = fields.DateField()
    looked_on = fields.DateField()

    class Meta:
        table = "overdue"


class CallRow(Model):
    """A person to be told that a review waits, `told_on` that local day, null until they were."""

    id = fields.IntField(primary_key=True)
    review: fields.ForeignKeyRelation[ReviewRow] = fields.ForeignKeyField(
        "models.ReviewRow", related_name="calls", on_delete=fields.CASCADE
    )
    review_id: int
    person: fields.ForeignKeyRelation[PersonRow] = fields.ForeignKeyField(
        "models.PersonRow", related_name="calls", on_delete=fields.CASCADE
    )
    person_id: int
    stage = fields.CharField(max_length=12)
    told_on = fields.DateField(null=True)

    class Meta:
        table = "calls"
        unique_together = (("review_id", "person_id", "stage"),)
        indexes = (Index(fields=("person_id", "told_on"), name="calls_person"),)
