"""Substitutes, how far the approver's clock has gone, and whom it calls."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("models", "0008_decisions_taken_back")]

    initial = False

    operations = [
        ops.CreateModel(
            name="CallRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "review",
                    fields.ForeignKeyField(
                        "models.ReviewRow",
                        source_field="review_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="calls",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="calls",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("stage", fields.CharField(max_length=12)),
                ("told_on", fields.DateField(null=True)),
            ],
            options={
                "table": "calls",
                "app": "models",
                "unique_together": (("review_id", "person_id", "stage"),),
                "indexes": [Index(fields=["person_id", "told_on"], name="calls_person")],
                "pk_attr": "id",
                "table_description": "A person to be told that a review waits, `told_on` that local day, null until they were.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="OverdueRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "review",
                    fields.OneToOneField(
                        "models.ReviewRow",
                        source_field="review_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="overdue",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("stage", fields.CharField(max_length=12)),
                ("reached_on", fields.DateField()),
                ("looked_on", fields.DateField()),
            ],
            options={
                "table": "overdue",
                "app": "models",
                "pk_attr": "id",
                "table_description": "A review that waits too long: the stage it is at, since which local day, and when it was last looked at.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SubstituteRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "absent",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="absent_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="absences",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "substitute",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="substitute_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="substitutions",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("from_on", fields.DateField()),
                ("to_on", fields.DateField()),
                (
                    "set_by",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="set_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="substitutes_set",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("set_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("ended_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "substitutes",
                "app": "models",
                "indexes": [Index(fields=["absent_id", "to_on"], name="substitutes_absent")],
                "pk_attr": "id",
                "table_description": "One absence: `substitute` decides beside `absent` on every local day from `from_on` to `to_on` (inclusive).",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="ReviewRow",
            name="instead_of",
            field=fields.ForeignKeyField(
                "models.PersonRow",
                source_field="instead_of_id",
                null=True,
                db_constraint=True,
                to_field="id",
                related_name="reviews_of_substitutes",
                on_delete=OnDelete.SET_NULL,
            ),
        ),
    ]
