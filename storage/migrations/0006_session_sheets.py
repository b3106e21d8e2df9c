from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("models", "0005_job_runs")]

    initial = False

    operations = [
        ops.CreateModel(
            name="SheetRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "session",
                    fields.ForeignKeyField(
                        "models.SessionRow",
                        source_field="session_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="sheets",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "evidence",
                    fields.OneToOneField(
                        "models.EvidenceRow",
                        source_field="evidence_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="sheet",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "by",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="sent_sheets",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("sent_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "session_sheets",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One photo, sent by an organiser: a piece of evidence that is of a session and of no task.",
            },
            bases=["Model"],
        ),
    ]
