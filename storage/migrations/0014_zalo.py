from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index, PartialIndex


class Migration(migrations.Migration):
    dependencies = [("models", "0013_reminders_told")]

    initial = False

    operations = [
        ops.CreateModel(
            name="GrantRow",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=32)),
                ("access", fields.TextField(unique=False)),
                ("refresh", fields.TextField(unique=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("renewed_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("refused_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "grants",
                "app": "models",
                "pk_attr": "id",
                "table_description": "The tokens of one account, `id` being its channel's name.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="LinkCodeRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("code", fields.CharField(max_length=6)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="link_codes",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("made_in", fields.CharField(max_length=96)),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("used_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("used_by", fields.CharField(db_default="", max_length=96)),
            ],
            options={
                "table": "link_codes",
                "app": "models",
                "indexes": [Index(fields=["code"], name="link_codes_code")],
                "pk_attr": "id",
                "table_description": "One code, good once and until `expires_at`.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="MenuRow",
            fields=[
                ("id", fields.BigIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("chat", fields.CharField(max_length=96)),
                ("card", fields.CharField(null=True, max_length=96)),
                ("code", fields.CharField(max_length=8)),
                ("options", fields.TextField(unique=False)),
                ("shown_at", fields.BigIntField()),
                ("expires_at", fields.BigIntField()),
                ("used_at", fields.BigIntField(null=True)),
            ],
            options={
                "table": "menus",
                "app": "models",
                "indexes": [Index(fields=["chat", "shown_at"], name="menus_chat")],
                "pk_attr": "id",
                "table_description": "One message with choices, `id` being its row of the outbox. Moments are ms since 1970, UTC.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="MeteredRow",
            fields=[
                ("id", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=40)),
                ("bot", fields.CharField(max_length=32)),
                ("said", fields.IntField(db_default=0)),
                ("heard", fields.IntField(db_default=0)),
                ("spent_until", fields.BigIntField(null=True)),
            ],
            options={"table": "metered", "app": "models", "pk_attr": "id", "table_description": "One bot's month."},
            bases=["Model"],
        ),
        ops.AddField(
            model_name="ChatRow",
            name="heard_at",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="ChatRow",
            name="is_preferred",
            field=fields.BooleanField(db_default=False),
        ),
        ops.AddIndex(
            model_name="OutboxRow",
            index=PartialIndex(fields=["chat", "id"], name="outbox_held", condition={"status": "held"}),
        ),
    ]
