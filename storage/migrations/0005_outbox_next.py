from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.indexes import PartialIndex


class Migration(migrations.Migration):
    dependencies = [("models", "0004_who_sends")]

    initial = False

    operations = [
        ops.AlterModelOptions(
            name="AskedRow",
            options={
                "table": "asked",
                "app": "models",
                "unique_together": (("person_id", "review_id"),),
                "pk_attr": "id",
                "table_description": "A person who might act on a review when it was asked; who may today, the posts of today say.",
            },
        ),
        ops.AddIndex(
            model_name="OutboxRow",
            index=PartialIndex(fields=["priority", "id"], name="outbox_next", condition={"status": "waiting"}),
        ),
    ]
