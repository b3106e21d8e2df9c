"""Where each chat waits: the step, and what the step keeps. The row is also the chat's lane."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from tortoise import fields
from tortoise.models import Model

from storage import sql


class ConversationRow(Model):
    """One chat's place in its conversation."""

    chat = fields.CharField(max_length=96, primary_key=True)
    step = fields.CharField(max_length=64, db_default="")
    data = fields.TextField(db_default="{}")

    class Meta:
        table = "conversations"


@dataclass(slots=True)
class State:
    """Where a chat waits: `step` is "" when idle, else "<conversation>.<step>"."""

    step: str = ""
    data: dict[str, Any] = field(default_factory=dict)


async def lock(chats: Collection[str]) -> dict[str, State]:
    """Take the lanes of `chats` until this transaction ends; return those we got.

    PostgreSQL: a lane that another process holds is left out, and is taken back from a process that dies or
    hangs (its transaction ends with its connection). SQLite has one writer, which holds them all.
    """
    await sql.many("INSERT INTO conversations (chat) VALUES (?1) ON CONFLICT (chat) DO NOTHING", [(c,) for c in chats])
    skip = "" if sql.is_sqlite() else " FOR UPDATE SKIP LOCKED"
    found = await sql.rows(
        f"SELECT chat, step, data FROM conversations WHERE {sql.among('chat', '?1')}{skip}", sql.listed(chats)
    )
    return {row["chat"]: State(row["step"], json.loads(row["data"])) for row in found}


async def save(states: Iterable[tuple[str, State]]) -> None:
    """Store where chats wait now."""
    await sql.many(
        "UPDATE conversations SET step = ?2, data = ?3 WHERE chat = ?1",
        [(chat, state.step, json.dumps(state.data, ensure_ascii=False)) for chat, state in states],
    )


async def elsewhere(person: int, chat: str) -> list[tuple[str, State]]:
    """Return where the chats of `person` besides `chat` wait, idle ones aside, in the order of their names."""
    found = await sql.rows(
        "SELECT c.chat, c.step, c.data FROM chats h JOIN conversations c ON c.chat = h.chat"
        " WHERE h.person_id = ?1 AND h.chat <> ?2 AND c.step <> '' ORDER BY c.chat",
        person,
        chat,
    )
    return [(row["chat"], State(row["step"], json.loads(row["data"]))) for row in found]


async def take(chat: str, state: State) -> bool:
    """Let `chat` wait no more where it waited; False when it has gone on since."""
    changed = await sql.run(
        "UPDATE conversations SET step = '', data = '{}' WHERE chat = ?1 AND step = ?2 AND data = ?3",
        chat,
        state.step,
        json.dumps(state.data, ensure_ascii=False),
    )
    return changed == 1
