"""The web channel's own side: what each phone of the sandbox shows."""

import json
from dataclasses import dataclass
from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from storage import sql


class PhoneRow(Model):
    """One message on a phone.

    `body` is JSON as the page draws it, `changed` grows with every change.
    """

    id = fields.BigIntField(primary_key=True)
    chat = fields.CharField(max_length=96)
    mine = fields.BooleanField()
    body = fields.TextField()
    changed = fields.BigIntField()

    class Meta:
        table = "phones"
        indexes = (Index(fields=("chat", "changed"), name="phones_chat"),)


@dataclass(frozen=True, slots=True)
class PhoneMessage:
    """A message as a phone shows it; an empty `body` was taken away."""

    id: int
    mine: bool
    body: dict[str, Any]
    changed: int


async def put(chat: str, message: PhoneMessage) -> None:
    """Show a message on `chat`'s phone, or change it."""
    await sql.many(
        "INSERT INTO phones (id, chat, mine, body, changed) VALUES (?1, ?2, ?3, ?4, ?5)"
        " ON CONFLICT (id) DO UPDATE SET body = excluded.body, changed = excluded.changed",
        [(message.id, chat, message.mine, json.dumps(message.body, ensure_ascii=False), message.changed)],
    )


async def get(id_: int) -> PhoneMessage | None:
    """Return one message."""
    found = await sql.rows("SELECT id, mine, body, changed FROM phones WHERE id = ?1", id_)
    return _message(found[0]) if found else None


async def since(chat: str, changed: int) -> list[PhoneMessage]:
    """Return what changed on `chat`'s phone after `changed`, in order of the messages."""
    found = await sql.rows(
        "SELECT id, mine, body, changed FROM phones WHERE chat = ?1 AND changed > ?2 ORDER BY id",
        chat,
        changed,
    )
    return [_message(row) for row in found]


def _message(row: dict[str, Any]) -> PhoneMessage:
    return PhoneMessage(row["id"], bool(row["mine"]), json.loads(row["body"]), row["changed"])
