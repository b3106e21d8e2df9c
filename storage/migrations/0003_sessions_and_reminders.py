from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index, PartialIndex


class Migration(migrations.Migration):
    dependencies = [("models", "0002_audit_append_only")]

    initial = False

    operations = [
        ops.CreateModel(
            name="ReminderRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="reminders",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("kind", fields.CharField(max_length=24)),
                ("subject", fields.CharField(max_length=48)),
                ("about", fields.IntField(null=True)),
                ("task", fields.CharField(db_default="", max_length=16)),
                ("due_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("expires_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("state", fields.CharField(db_default="waiting", max_length=8)),
                ("why", fields.CharField(db_default="", max_length=24)),
                ("told_on", fields.DateField(null=True)),
            ],
            options={
                "table": "reminders",
                "app": "models",
                "unique_together": (("person_id", "kind", "subject"),),
                "indexes": [
                    PartialIndex(
                        fields=["due_at", "person_id"], name="reminders_waiting", condition={"state": "waiting"}
                    ),
                    Index(fields=["person_id", "told_on"], name="reminders_told"),
                ],
                "pk_attr": "id",
                "table_description": "One reminder of one person.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SessionRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "season",
                    fields.ForeignKeyField(
                        "models.SeasonRow",
                        source_field="season_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="sessions",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("title", fields.CharField(max_length=200)),
                ("task", fields.CharField(db_default="", max_length=16)),
                ("starts_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("minutes", fields.IntField()),
                ("place", fields.CharField(db_default="", max_length=200)),
                ("link", fields.CharField(db_default="", max_length=500)),
                (
                    "unit",
                    fields.ForeignKeyField(
                        "models.UnitRow",
                        source_field="unit_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="sessions",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "group",
                    fields.ForeignKeyField(
                        "models.GroupRow",
                        source_field="group_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="sessions",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("held_by", fields.CharField(db_default="", max_length=200)),
                (
                    "organiser",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="organiser_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="sessions",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("state", fields.CharField(db_default="planned", max_length=10)),
                ("word", fields.CharField(db_default="", max_length=32)),
                ("edition", fields.IntField(db_default=0)),
                ("made_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("changed_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                ("reason", fields.TextField(db_default="", unique=False)),
            ],
            options={
                "table": "sessions",
                "app": "models",
                "indexes": [Index(fields=["season_id", "starts_at"], name="sessions_season")],
                "pk_attr": "id",
                "table_description": "One session.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="AnswerRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "session",
                    fields.ForeignKeyField(
                        "models.SessionRow",
                        source_field="session_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="answers",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="session_answers",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("going", fields.BooleanField()),
                ("reason", fields.TextField(db_default="", unique=False)),
                ("answered_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "session_answers",
                "app": "models",
                "unique_together": (("session_id", "person_id"),),
                "pk_attr": "id",
                "table_description": "What one person said about coming to one session.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="AttendanceRow",
            fields=[
                ("id", fields.IntField(generated=True, primary_key=True, unique=True, db_index=True)),
                (
                    "session",
                    fields.ForeignKeyField(
                        "models.SessionRow",
                        source_field="session_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="attendances",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                (
                    "person",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="person_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="attendances",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("way", fields.CharField(max_length=8)),
                ("state", fields.CharField(max_length=10)),
                ("at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "by",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="took_attendance",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("note", fields.TextField(db_default="", unique=False)),
                (
                    "decided_by",
                    fields.ForeignKeyField(
                        "models.PersonRow",
                        source_field="decided_by_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="decided_attendance",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
                ("decided_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "submission",
                    fields.ForeignKeyField(
                        "models.SubmissionRow",
                        source_field="submission_id",
                        null=True,
                        db_constraint=True,
                        to_field="id",
                        related_name="attendances",
                        on_delete=OnDelete.SET_NULL,
                    ),
                ),
            ],
            options={
                "table": "attendances",
                "app": "models",
                "unique_together": (("session_id", "person_id"),),
                "indexes": [Index(fields=["person_id", "state"], name="attendances_person")],
                "pk_attr": "id",
                "table_description": "One person at one session.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="LinkRow",
            name="session",
            field=fields.ForeignKeyField(
                "models.SessionRow",
                source_field="session_id",
                null=True,
                db_constraint=True,
                to_field="id",
                related_name="links",
                on_delete=OnDelete.CASCADE,
            ),
        ),
    ]
