from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("models", "0014_zalo")]

    initial = False

    operations = [
        ops.AddField(
            model_name="GrantRow",
            name="renewing_until",
            field=fields.BigIntField(null=True),
        ),
    ]
