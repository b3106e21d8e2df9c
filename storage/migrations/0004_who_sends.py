"""A message that is being sent says which process sends it, so that the others know when that one is gone."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("models", "0003_what_needs_a_human")]

    initial = False

    operations = [
        ops.AddField(
            model_name="OutboxRow",
            name="process",
            field=fields.BigIntField(db_default=0),
        ),
    ]
