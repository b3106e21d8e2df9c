"""What reached us, once: raw updates, stored before their platform is told we have them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.indexes import Index, PartialIndex
from tortoise.models import Model

from storage import sql


class InboxRow(Model):
    """One update as it came.

    `chat` is its lane; `received_at` is ms since 1970, UTC.
    """

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(max_length=64)
    channel = fields.CharField(max_length=32)
    chat = fields.CharField(max_length=96)
    body = fields.TextField()
    received_at = fields.BigIntField()
    status = fields.CharField(max_length=8, db_default="new")
    error = fields.TextField(null=True)

    class Meta:
        table = "inbox"
        unique_together = (("key", "channel"),)
        indexes = (
            PartialIndex(fields=("chat", "id"), name="inbox_new", condition={"status": "new"}),
            PartialIndex(fields=("id",), name="inbox_failed", condition={"status": "failed"}),
            Index(fields=("received_at",), name="inbox_received"),
        )


@dataclass(frozen=True, slots=True)
class Update:
    """A raw update on its way in; `id` is ours and grows."""

    id: int
    key: str
    channel: str
    chat: str
    body: str


async def add(updates: Collection[Update], now: int) -> set[int]:
    """Store `updates` received at `now` (ms); return the ids of those that are new here."""
    await sql.many(
        "INSERT INTO inbox (id, key, channel, chat, body, received_at, status)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'new') ON CONFLICT (key, channel) DO NOTHING",
        [(u.id, u.key, u.channel, u.chat, u.body, now) for u in updates],
    )
    stored = await sql.rows(f"SELECT id FROM inbox WHERE {sql.among('id', '?1')}", sql.listed(u.id for u in updates))
    return {row["id"] for row in stored}


async def waiting_chats(limit: int) -> list[str]:
    """Return chats that have an update to handle, the longest waiting first, `limit` at most."""
    found = await sql.rows(
        "SELECT chat, MIN(id) AS first FROM inbox WHERE status = 'new' GROUP BY chat ORDER BY first LIMIT ?1",
        limit,
    )
    return [row["chat"] for row in found]


async def waiting(chats: Iterable[str], limit: int) -> list[Update]:
    """Return the updates to handle of `chats`, in the order they came, `limit` at most."""
    found = await sql.rows(
        "SELECT id, key, channel, chat, body FROM inbox"
        f" WHERE status = 'new' AND {sql.among('chat', '?1')} ORDER BY id LIMIT ?2",
        sql.listed(chats),
        limit,
    )
    return [Update(**row) for row in found]


async def done(ids: Collection[int]) -> None:
    """Mark updates as handled."""
    await sql.run(f"UPDATE inbox SET status = 'done' WHERE {sql.among('id', '?1')}", sql.listed(ids))


async def fail(failures: Iterable[tuple[int, str]]) -> None:
    """Mark (id, error) as failed: kept for the operator, in nobody's way."""
    await sql.many("UPDATE inbox SET status = 'failed', error = ?2 WHERE id = ?1", failures)


async def newest_id() -> int:
    """Return the highest id in use, 0 in an empty database."""
    return int((await sql.rows("SELECT COALESCE(MAX(id), 0) AS id FROM inbox"))[0]["id"])


async def who_sent(words: str, since: datetime) -> str | None:
    """Return the chat of the newest update received since `since` (UTC) that holds `words`."""
    found = await sql.rows(
        "SELECT chat FROM inbox WHERE received_at >= ?1 AND body LIKE '%' || CAST(?2 AS TEXT) || '%'"
        " ORDER BY id DESC LIMIT 1",
        sql.ms(since),
        words,
    )
    return found[0]["chat"] if found else None
