from tortoise import migrations
from tortoise.migrations import operations as ops
from json import loads
from storage.sql import to_json
from tortoise.fields.base import OnDelete
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("models", "0003_sessions_and_reminders")]

    initial = False

    operations = [
        ops.CreateModel(
            name="DigestChoiceRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "person",
                    fields.OneToOneField(
                        "models.PersonRow",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="digest_choice",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("is_on", fields.BooleanField()),
                ("weekday", fields.IntField()),
                ("hour", fields.IntField()),
                ("chosen_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "digest_choices",
                "app": "models",
                "pk_attr": "id",
                "table_description": "When one officer wants the digest.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="DigestRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="digests",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("week", fields.DateField()),
                ("state", fields.CharField(max_length=8)),
                ("figures", fields.JSONField(default=dict, encoder=to_json, decoder=loads)),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "digests",
                "app": "models",
                "unique_together": (("person_id", "week"),),
                "pk_attr": "id",
                "table_description": "One officer's digest of one week.",
            },
            bases=["Model"],
        ),
    ]
