"""Appeals, verdicts taken back with a reason, and lists approved together."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from json import loads
from storage.sql import to_json
from tortoise.fields.base import OnDelete
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("models", "0007_what_a_document_says")]

    initial = False

    operations = [
        ops.CreateModel(
            name="AppealRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "submission",
                    fields.OneToOneField(
                        "models.SubmissionRow",
                        source_field="submission_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="appeal",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("reason", fields.TextField(unique=False)),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("withdrawn_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "appeals",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A member's appeal against the return of one version.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="BulkRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="bulks",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("submissions", fields.JSONField(default=list, encoder=to_json, decoder=loads)),
                ("approved", fields.JSONField(default=list, encoder=to_json, decoder=loads)),
                ("asked_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("approved_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("undone_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "bulks",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One list shown to one officer.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ReversalRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "submission",
                    fields.ForeignKeyField(
                        "models.SubmissionRow",
                        source_field="submission_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="reversals",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("body", fields.CharField(max_length=32)),
                ("verdict", fields.CharField(max_length=10)),
                (
                    "decided_by",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="decided_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="verdicts_reversed",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("decided_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "reversed_by",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="reversed_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="reversals",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("reversed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("reason", fields.TextField(unique=False)),
            ],
            options={
                "table": "reversals",
                "app": "models",
                "pk_attr": "id",
                "table_description": "One verdict that was given and taken back.",
            },
            bases=["Model"],
        ),
    ]
