"""One-time links, and how an answer came that was not given in the chat."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("models", "0011_what_is_alike")]

    initial = False

    operations = [
        ops.CreateModel(
            name="LinkRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("purpose", fields.CharField(max_length=8)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="person_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="links",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("body", fields.CharField(db_default="", max_length=32)),
                ("name", fields.CharField(db_default="", max_length=120)),
                (
                    "submission",
                    fields.ForeignKeyField(
                        "models.SubmissionRow",
                        source_field="submission_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="links",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "made_by",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="made_by_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="made_links",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("opened_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("used_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("used_as", fields.CharField(db_default="", max_length=8)),
                ("sheet", fields.CharField(db_default="", max_length=160)),
                ("revoked_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "links",
                "app": "models",
                "indexes": [Index(fields=["submission_id", "purpose"], name="links_submission")],
                "pk_attr": "id",
                "table_description": "One link.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="ReviewRow",
            name="answered_by",
            field=fields.CharField(db_default="", max_length=120),
        ),
        ops.AddField(
            model_name="ReviewRow",
            name="way",
            field=fields.CharField(db_default="", max_length=8),
        ),
    ]
