"""How fast we may speak, counted in the database so that restarts and processes share it."""

from collections.abc import Iterable

from tortoise import fields
from tortoise.models import Model

from storage import sql


class PaceRow(Model):
    """When the next message of `key` (a chat, or a bot) may leave.

    Ms since 1970, UTC.
    """

    key = fields.CharField(max_length=96, primary_key=True)
    free_at = fields.BigIntField()

    class Meta:
        table = "pace"


async def free_at(keys: Iterable[str]) -> dict[str, int]:
    """Return when each of `keys` is free, those that ever spoke; locked until the transaction ends."""
    skip = "" if sql.is_sqlite() else " ORDER BY key FOR UPDATE"
    found = await sql.rows(f"SELECT key, free_at FROM pace WHERE {sql.among('key', '?1')}{skip}", sql.listed(keys))
    return {row["key"]: row["free_at"] for row in found}


async def hold(until: Iterable[tuple[str, int]]) -> None:
    """Let nothing leave for each key before its moment (ms); a later one already set stays."""
    await sql.many(
        "INSERT INTO pace (key, free_at) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE"
        " SET free_at = CASE WHEN excluded.free_at > pace.free_at THEN excluded.free_at ELSE pace.free_at END",
        sorted(until),
    )
