"""A few values the product keeps for itself: its signing key, the sandbox's clock."""

from tortoise import fields
from tortoise.models import Model

from storage import sql


class SettingRow(Model):
    """One value by name."""

    name = fields.CharField(max_length=64, primary_key=True)
    value = fields.TextField()

    class Meta:
        table = "settings"


async def get(name: str) -> str | None:
    """Return the value kept under `name`."""
    found = await sql.rows("SELECT value FROM settings WHERE name = ?1", name)
    return found[0]["value"] if found else None


async def put(name: str, value: str) -> None:
    """Keep `value` under `name`, instead of what was there."""
    await sql.many(
        "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [(name, value)],
    )


async def put_once(name: str, value: str) -> str:
    """Keep `value` under `name` unless something is there; return what is kept."""
    await sql.many("INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING", [(name, value)])
    return await get(name) or value
