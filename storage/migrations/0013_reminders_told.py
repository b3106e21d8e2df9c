from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("models", "0012_reminders_expired")]

    initial = False

    operations = [
        ops.AlterModelOptions(
            name="RecordedRow",
            options={
                "table": "recorded",
                "app": "models",
                "pk_attr": "id",
                "table_description": "What makes a submission one that was recorded, withdrawn before and after it counts.",
            },
        ),
        ops.RemoveIndex(
            model_name="ReminderRow",
            name="reminders_told",
            fields=None,
        ),
    ]
