"""What secretaries rule and record about a task of a member, and the registration opened for one person."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("models", "0009_substitutes_and_calls")]

    initial = False

    operations = [
        ops.CreateModel(
            name="RecordedRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "submission",
                    fields.OneToOneField(
                        "models.SubmissionRow",
                        source_field="submission_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="recorded",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("how", fields.CharField(max_length=8)),
                ("state", fields.CharField(db_default="entering", max_length=10)),
                (
                    "by",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="recorded",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("assessed_by", fields.CharField(db_default="", max_length=200)),
                ("assessed_on", fields.DateField(null=True)),
                ("shown_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("recorded_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "withdrawn_by",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="withdrawn_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="withdrew_recorded",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("withdrawn_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("withdrawn_because", fields.TextField(db_default="", unique=False)),
            ],
            options={
                "table": "recorded",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What makes a submission one that a secretary recorded, withdrawn before and after it counts.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RulingRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "registration",
                    fields.ForeignKeyField(
                        "models.RegistrationRow",
                        source_field="registration_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="rulings",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("kind", fields.CharField(max_length=12)),
                ("state", fields.CharField(db_default="drafted", max_length=10)),
                ("reason", fields.TextField(unique=False)),
                (
                    "by",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="ruled",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "ended_by",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="ended_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="ended_rulings",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("ended_because", fields.TextField(db_default="", unique=False)),
            ],
            options={
                "table": "rulings",
                "app": "models",
                "indexes": [Index(fields=["registration_id", "state"], name="rulings_registration")],
                "pk_attr": "id",
                "table_description": "One ruling, of which at most one stands for a registration.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="EnrolmentRow",
            name="open_until",
            field=fields.DateField(null=True),
        ),
        ops.AddField(
            model_name="EnrolmentRow",
            name="opened_by",
            field=fields.ForeignKeyField(
                "models.PersonRow",
                source_field="opened_by_id",
                null=True,
                db_constraint=True,
                to_field="id",
                related_name="opened_for",
                on_delete=OnDelete.SET_NULL,
            ),
        ),
    ]
