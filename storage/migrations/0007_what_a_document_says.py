"""What a document says is kept beside it, or why it could not be read."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("models", "0006_who_fetches")]

    initial = False

    operations = [
        ops.AddField(
            model_name="EvidenceRow",
            name="extracted",
            field=fields.TextField(null=True),
        ),
        ops.AddField(
            model_name="EvidenceRow",
            name="unread",
            field=fields.CharField(max_length=24, db_default=""),
        ),
    ]
