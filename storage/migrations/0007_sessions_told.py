from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("models", "0006_session_sheets")]

    initial = False

    operations = [
        ops.AddField(
            model_name="SessionRow",
            name="told_edition",
            field=fields.IntField(null=True),
        ),
        ops.AddField(
            model_name="SessionRow",
            name="told_starts_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="SessionRow",
            name="told_upto",
            field=fields.IntField(db_default=0),
        ),
        ops.AddField(
            model_name="SessionRow",
            name="asked_at",
            field=fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
        ),
        ops.AddField(
            model_name="SessionRow",
            name="asked_upto",
            field=fields.IntField(null=True),
        ),
    ]
