from tortoise import migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("models", "0015_grants_renewing")]

    initial = False

    operations = [
        ops.AddIndex(model_name="ConsentRow", index=Index(fields=["person_id"], name="consents_person")),
    ]
