"""The audit trail only grows: the database itself refuses to change or delete a line."""

from typing import Any

from tortoise import migrations
from tortoise.migrations import operations as ops

_SQLITE = (
    "CREATE TRIGGER audit_no_{verb} BEFORE {verb} ON audit"
    " BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END"
)
_POSTGRES = (
    "CREATE OR REPLACE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS"
    " $$BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END$$",
    "CREATE OR REPLACE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit"
    " FOR EACH ROW EXECUTE FUNCTION audit_append_only()",
)


async def forbid_changes(_apps: object, editor: Any) -> None:
    """Put the guard on the table; a statement each, whole, since a trigger holds semicolons."""
    sqlite = editor.DIALECT == "sqlite"
    for statement in [_SQLITE.format(verb=verb) for verb in ("UPDATE", "DELETE")] if sqlite else _POSTGRES:
        await editor.client.execute_query(statement)


class Migration(migrations.Migration):
    """Append-only audit."""

    dependencies = [("models", "0001_initial")]

    operations = [ops.RunPython(forbid_changes)]
