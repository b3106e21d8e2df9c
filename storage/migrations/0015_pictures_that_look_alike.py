"""Which pictures look alike is kept when they arrive: searching for it when they are handed in held up the others."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("models", "0014_evidence_by_person_and_message")]

    initial = False

    operations = [
        ops.CreateModel(
            name="PhotoPairRow",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "piece",
                    fields.ForeignKeyField(
                        "models.EvidenceRow",
                        source_field="piece_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="pairs",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "other",
                    fields.ForeignKeyField(
                        "models.EvidenceRow",
                        source_field="other_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="paired",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("bits", fields.SmallIntField()),
            ],
            options={
                "table": "photo_pairs",
                "app": "models",
                "indexes": [
                    Index(fields=["piece_id"], name="photo_pairs_piece"),
                    Index(fields=["other_id"], name="photo_pairs_other"),
                ],
                "pk_attr": "id",
                "table_description": "A picture (`piece`) that was like another one (`other`) when it arrived, `bits` of 128 apart.",
            },
            bases=["Model"],
        ),
    ]
