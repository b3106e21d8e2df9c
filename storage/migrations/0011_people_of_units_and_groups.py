from tortoise import migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("models", "0010_broadcasts")]

    initial = False

    operations = [
        ops.AddIndex(model_name="PersonRow", index=Index(fields=["unit_id"], name="people_unit")),
        ops.AddIndex(model_name="PersonRow", index=Index(fields=["group_id"], name="people_group")),
    ]
