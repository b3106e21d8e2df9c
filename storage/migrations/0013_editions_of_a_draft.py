"""What is written in a draft has editions, so that a late save overwrites nothing newer."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("models", "0012_links")]

    initial = False

    operations = [
        ops.AddField(
            model_name="SubmissionRow",
            name="edition",
            field=fields.IntField(db_default=0),
        ),
    ]
