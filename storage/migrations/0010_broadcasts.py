from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("models", "0009_reminder_wishes")]

    initial = False

    operations = [
        ops.CreateModel(
            name="BroadcastRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "author",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="author_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="broadcasts",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("chat", fields.CharField(max_length=96)),
                (
                    "season",
                    fields.ForeignKeyField(
                        "models.SeasonRow",
                        source_field="season_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="broadcasts",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "again_of",
                    fields.ForeignKeyField(
                        "models.BroadcastRow",
                        source_field="again_of_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="again",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("segment", fields.CharField(max_length=48)),
                ("text", fields.TextField(unique=False)),
                ("role", fields.CharField(max_length=24)),
                ("place", fields.CharField(max_length=255)),
                ("state", fields.CharField(db_default="draft", max_length=8)),
                ("shown", fields.CharField(db_default="", max_length=48)),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("confirmed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "broadcasts",
                "app": "models",
                "indexes": [
                    Index(fields=["author_id", "confirmed_at"], name="broadcasts_author"),
                    Index(fields=["state"], name="broadcasts_state"),
                ],
                "pk_attr": "id",
                "table_description": "One text of an officer to a segment.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RecipientRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "broadcast",
                    fields.ForeignKeyField(
                        "models.BroadcastRow",
                        source_field="broadcast_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="recipients",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "recipient",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="recipient_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="broadcasts_received",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("state", fields.CharField(db_default="waiting", max_length=8)),
                ("why", fields.CharField(db_default="", max_length=12)),
                ("tries", fields.SmallIntField(db_default=0)),
            ],
            options={
                "table": "broadcast_recipients",
                "app": "models",
                "unique_together": (("broadcast_id", "recipient_id"),),
                "indexes": [Index(fields=["broadcast_id", "state"], name="broadcast_recipients_state")],
                "pk_attr": "id",
                "table_description": "One person a broadcast is for.",
            },
            bases=["Model"],
        ),
    ]
