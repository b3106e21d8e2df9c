from tortoise import migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("models", "0007_sessions_told")]

    initial = False

    operations = [
        ops.AddIndex(model_name="ChatRow", index=Index(fields=["person_id"], name="chats_person")),
        ops.AddIndex(model_name="PostRow", index=Index(fields=["person_id", "role"], name="posts_person")),
    ]
