from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("models", "0016_consents_of_a_person")]

    initial = False

    operations = [
        ops.AddField(model_name="SessionRow", name="held_on", field=fields.DateField(null=True)),
        ops.AddField(model_name="AnswerRow", name="for_day", field=fields.DateField(null=True)),
        ops.AddIndex(model_name="ChatRow", index=Index(fields=["linked_at"], name="chats_linked")),
    ]
