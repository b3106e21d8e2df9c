from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import PartialIndex


class Migration(migrations.Migration):
    dependencies = [("models", "0008_whose_posts_and_chats")]

    initial = False

    operations = [
        ops.CreateModel(
            name="WishesRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "person",
                    fields.OneToOneField(
                        "models.PersonRow",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="reminder_wishes",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("opens", fields.CharField(db_default="", max_length=5)),
                ("closes", fields.CharField(db_default="", max_length=5)),
                ("muted", fields.TextField(db_default="", unique=False)),
                ("paused_until", fields.DateField(null=True)),
                ("a_week", fields.SmallIntField(null=True)),
            ],
            options={
                "table": "reminder_wishes",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What one person asked for.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="ReminderRow",
            name="message",
            field=fields.CharField(db_default="", max_length=64),
        ),
        ops.AddIndex(
            model_name="ReminderRow",
            index=PartialIndex(
                fields=["expires_at", "person_id"], name="reminders_expiring", condition={"state": "waiting"}
            ),
        ),
        ops.AddIndex(
            model_name="ReminderRow",
            index=PartialIndex(fields=["person_id"], name="reminders_leaving", condition={"state": "leaving"}),
        ),
    ]
