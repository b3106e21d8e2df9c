from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("models", "0004_digests")]

    initial = False

    operations = [
        ops.CreateModel(
            name="JobRunRow",
            fields=[
                ("name", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=48)),
                ("due_at", fields.BigIntField()),
                ("began_at", fields.BigIntField(null=True)),
                ("ended_at", fields.BigIntField(null=True)),
                ("rows", fields.BigIntField(db_default=0)),
                ("owed", fields.BigIntField(db_default=0)),
                ("missed_at", fields.BigIntField(null=True)),
                ("tries", fields.IntField(db_default=0)),
                ("failing_since", fields.BigIntField(null=True)),
                ("failed_at", fields.BigIntField(null=True)),
                ("error", fields.CharField(db_default="", max_length=64)),
                ("asked_at", fields.BigIntField(null=True)),
            ],
            options={
                "table": "job_runs",
                "app": "models",
                "pk_attr": "name",
                "table_description": "How far one job has come.",
            },
            bases=["Model"],
        ),
    ]
