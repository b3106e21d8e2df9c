"""A file that is being fetched says which process fetches it, so that the others know when that one is gone."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("models", "0005_outbox_next")]

    initial = False

    operations = [
        ops.AddField(
            model_name="EvidenceRow",
            name="process",
            field=fields.BigIntField(null=True),
        ),
    ]
