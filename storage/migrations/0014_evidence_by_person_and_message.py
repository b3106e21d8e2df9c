"""Evidence is found by its person and by its message: without an index an edited message read all that was ever sent."""

from tortoise import migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("models", "0013_editions_of_a_draft")]

    initial = False

    operations = [
        ops.AddIndex(
            model_name="EvidenceRow",
            index=Index(fields=["person_id"], name="evidence_person"),
        ),
        ops.AddIndex(
            model_name="EvidenceRow",
            index=Index(fields=["chat", "source"], name="evidence_message"),
        ),
    ]
