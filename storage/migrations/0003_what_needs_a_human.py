"""Rows that need a human are found without reading the others; what a process sees has a table."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import PartialIndex


class Migration(migrations.Migration):
    dependencies = [("models", "0002_audit_append_only")]

    initial = False

    operations = [
        ops.CreateModel(
            name="SightingRow",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=160)),
                ("what", fields.CharField(max_length=32)),
                ("subject", fields.CharField(max_length=96)),
                ("seen_at", fields.BigIntField()),
            ],
            options={
                "table": "sightings",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One trouble of one thing, while somebody goes on seeing it.",
            },
            bases=["Model"],
        ),
        ops.AddIndex(
            model_name="InboxRow",
            index=PartialIndex(fields=["id"], name="inbox_failed", condition={"status": "failed"}),
        ),
        ops.AddIndex(
            model_name="OutboxRow",
            index=PartialIndex(fields=["id"], name="outbox_failed", condition={"status": "failed"}),
        ),
        ops.AddIndex(
            model_name="OutboxRow",
            index=PartialIndex(fields=["id"], name="outbox_unknown", condition={"status": "unknown"}),
        ),
    ]
