"""Fingerprints of essays, hashes of pictures, and what is alike."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("models", "0010_what_secretaries_record")]

    initial = False

    operations = [
        ops.CreateModel(
            name="EssayPrintRow",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("value", fields.BigIntField()),
                ("place", fields.IntField()),
                (
                    "submission",
                    fields.ForeignKeyField(
                        "models.SubmissionRow",
                        source_field="submission_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="essay_prints",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
            ],
            options={
                "table": "essay_prints",
                "app": "models",
                "indexes": [
                    Index(fields=["value"], name="essay_prints_value"),
                    Index(fields=["submission_id"], name="essay_prints_submission"),
                ],
                "pk_attr": "id",
                "table_description": "One fingerprint of one essay.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LikenessRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "submission",
                    fields.ForeignKeyField(
                        "models.SubmissionRow",
                        source_field="submission_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="likenesses",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("kind", fields.CharField(max_length=8)),
                ("share", fields.SmallIntField(null=True)),
                (
                    "other",
                    fields.ForeignKeyField(
                        "models.SubmissionRow",
                        source_field="other_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="likened",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "piece",
                    fields.ForeignKeyField(
                        "models.EvidenceRow",
                        source_field="piece_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="likenesses",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "other_piece",
                    fields.ForeignKeyField(
                        "models.EvidenceRow",
                        source_field="other_piece_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="likened",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
            ],
            options={
                "table": "likenesses",
                "app": "models",
                "indexes": [
                    Index(fields=["submission_id"], name="likenesses_submission"),
                    Index(fields=["other_id"], name="likenesses_other"),
                    Index(fields=["piece_id"], name="likenesses_piece"),
                    Index(fields=["other_piece_id"], name="likenesses_other_piece"),
                ],
                "pk_attr": "id",
                "table_description": "One likeness of a hand-in to an earlier one.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PhotoHashRow",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "evidence",
                    fields.ForeignKeyField(
                        "models.EvidenceRow",
                        source_field="evidence_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="hashes",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("view", fields.SmallIntField()),
                ("across", fields.BigIntField()),
                ("down", fields.BigIntField()),
                ("band0", fields.IntField()),
                ("band1", fields.IntField()),
                ("band2", fields.IntField()),
                ("band3", fields.IntField()),
            ],
            options={
                "table": "photo_hashes",
                "app": "models",
                "indexes": [
                    Index(fields=["evidence_id"], name="photo_hashes_evidence"),
                    Index(fields=["band0"], name="photo_hashes_band0"),
                    Index(fields=["band1"], name="photo_hashes_band1"),
                    Index(fields=["band2"], name="photo_hashes_band2"),
                    Index(fields=["band3"], name="photo_hashes_band3"),
                ],
                "pk_attr": "id",
                "table_description": "One view of one picture.",
            },
            bases=["Model"],
        ),
    ]
