from tortoise import migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("models", "0011_people_of_units_and_groups")]

    initial = False

    operations = [
        ops.AddIndex(model_name="ReminderRow", index=Index(fields=["expires_at"], name="reminders_expired")),
    ]
