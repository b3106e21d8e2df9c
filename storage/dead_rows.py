"""Rows that ended badly and wait for a human: updates that failed, messages that did not arrive or perhaps not.

A message to somebody who blocked us needs nobody, nor does an ordinary reply in doubt, nor the mark on a tapped button,
nor an alarm to the operators themselves (each would be the next one's reason).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from storage import sql

_FAILED = "status = 'failed' AND COALESCE(error, '') NOT IN ('ChatClosed', 'unknown, then ChatClosed')"
_IN_DOUBT = "status = 'unknown' AND must_arrive"
_ALL = "kind <> 'answer' AND COALESCE(key, '') NOT LIKE 'operator:%'"

NEEDS_A_HUMAN = f"({_ALL} AND (({_FAILED}) OR ({_IN_DOUBT})))"
"""The condition on a row of the outbox; of the inbox it is that the update failed."""

_UPDATE = "id, channel, chat, received_at, status, error, body"
_MESSAGE = "id, chat, kind, status, attempts, must_arrive, error, changed_at, expires_at, card, body"


@dataclass(frozen=True, slots=True)
class DeadUpdate:
    """One update that failed, or was dropped. `body` is what came: personal data."""

    id: int
    channel: str
    chat: str
    received_at: datetime
    status: str
    error: str
    body: str


@dataclass(frozen=True, slots=True)
class DeadMessage:
    """One message that did not arrive, or nobody knows. `body` is what it says: personal data."""

    id: int
    chat: str
    kind: str
    status: str
    attempts: int
    must_arrive: bool
    error: str
    changed_at: datetime | None
    expires_at: datetime | None
    card: str | None
    body: str


@dataclass(frozen=True, slots=True)
class Pile:
    """How many rows of a table need a human, and the newest of them (0: none)."""

    count: int
    newest: int


@dataclass(frozen=True, slots=True)
class Which:
    """Which rows to show: of a channel, in a status ("" for what needs a human), since a moment (UTC)."""

    channel: str = ""
    status: str = ""
    since: datetime | None = None


class Again(Enum):
    """What came of putting a row back."""

    WAITS = "waits"
    NOT_THERE = "not-there"  # nor one that ended badly
    EXPIRED = "expired"
    OVERTAKEN = "overtaken"  # its card was said again since


async def failed_updates() -> Pile:
    """Return how many updates need a human."""
    return await _pile("SELECT COUNT(*) AS count, MAX(id) AS newest FROM inbox WHERE status = 'failed'")


async def failed_messages() -> Pile:
    """Return how many messages need a human."""
    piles = [
        await _pile(f"SELECT COUNT(*) AS count, MAX(id) AS newest FROM outbox WHERE {part} AND {_ALL}")
        for part in (_FAILED, _IN_DOUBT)  # each has its index
    ]
    return Pile(sum(pile.count for pile in piles), max(pile.newest for pile in piles))


async def _pile(statement: str) -> Pile:
    [row] = await sql.rows(statement)
    return Pile(row["count"], row["newest"] or 0)


async def updates(which: Which, limit: int) -> list[DeadUpdate]:
    """Return updates that ended badly, newest first, `limit` at most."""
    found = await sql.rows(
        f"SELECT {_UPDATE} FROM inbox WHERE status = ?1 AND CAST(?2 AS TEXT) IN ('', channel) AND received_at >= ?3"
        " ORDER BY id DESC LIMIT ?4",
        which.status or "failed",
        which.channel,
        _from(which),
        limit,
    )
    return [_update(row) for row in found]


async def messages(which: Which, limit: int) -> list[DeadMessage]:
    """Return messages that ended badly, newest first, `limit` at most."""
    condition = "status = ?1" if which.status else f"CAST(?1 AS TEXT) = '' AND {NEEDS_A_HUMAN}"
    found = await sql.rows(
        f"SELECT {_MESSAGE} FROM outbox WHERE {condition} AND chat LIKE CAST(?2 AS TEXT) || '%'"
        " AND COALESCE(changed_at, 0) >= ?3 ORDER BY id DESC LIMIT ?4",
        which.status,
        f"{which.channel}:" if which.channel else "",
        _from(which),
        limit,
    )
    return [_message(row) for row in found]


async def update(number: int) -> DeadUpdate | None:
    """Return the update `number` if it ended badly."""
    found = await sql.rows(f"SELECT {_UPDATE} FROM inbox WHERE id = ?1 AND status IN ('failed', 'dropped')", number)
    return _update(found[0]) if found else None


async def message(number: int) -> DeadMessage | None:
    """Return the message `number` if it ended badly."""
    found = await sql.rows(
        f"SELECT {_MESSAGE} FROM outbox WHERE id = ?1 AND status IN ('failed', 'unknown', 'dropped')", number
    )
    return _message(found[0]) if found else None


async def alarm_failed(chat: str) -> str:
    """Return why the last alarm to an operator's `chat` did not arrive, "" when it did or there was none."""
    found = await sql.rows(
        "SELECT status, error FROM outbox WHERE chat = ?1 AND key LIKE 'operator:%' ORDER BY id DESC LIMIT 1", chat
    )
    return str(found[0]["error"] or "") if found and found[0]["status"] == "failed" else ""


async def retry_update(number: int) -> Again:
    """Have the update `number` handled again, in its lane's order."""
    done = await sql.run(
        "UPDATE inbox SET status = 'new', error = NULL WHERE id = ?1 AND status IN ('failed', 'dropped')", number
    )
    return Again.WAITS if done else Again.NOT_THERE


async def retry_message(number: int, now: datetime) -> Again:
    """Have the message `number` sent again, unless it is too late at `now` (UTC) or its card was said again since."""
    found = await message(number)
    if found is None:
        return Again.NOT_THERE
    if found.expires_at is not None and found.expires_at <= now:
        return Again.EXPIRED
    if found.card is not None and await _is_overtaken(found):
        return Again.OVERTAKEN
    done = await sql.run(
        "UPDATE outbox SET status = 'waiting', attempts = 0, error = NULL, not_before = ?2, changed_at = ?2"
        " WHERE id = ?1 AND status IN ('failed', 'unknown', 'dropped')",
        number,
        sql.ms(now),
    )
    return Again.WAITS if done else Again.NOT_THERE


async def _is_overtaken(old: DeadMessage) -> bool:
    newer = await sql.rows(
        "SELECT id FROM outbox WHERE id > ?1 AND chat = ?2 AND card = ?3"
        " AND status IN ('waiting', 'sending', 'sent') LIMIT 1",
        old.id,
        old.chat,
        old.card,
    )
    return bool(newer)


async def drop_updates(numbers: Collection[int]) -> set[int]:
    """Mark updates as dealt with; return those that were failed."""
    gone = await sql.rows(
        f"UPDATE inbox SET status = 'dropped' WHERE {sql.among('id', '?1')} AND status = 'failed' RETURNING id",
        sql.listed(numbers),
    )
    return {row["id"] for row in gone}


async def drop_messages(numbers: Collection[int], now: datetime) -> set[int]:
    """Mark messages as dealt with at `now` (UTC); return those that were failed or unknown."""
    gone = await sql.rows(
        f"UPDATE outbox SET status = 'dropped', changed_at = ?2 WHERE {sql.among('id', '?1')}"
        " AND status IN ('failed', 'unknown') RETURNING id",
        sql.listed(numbers),
        sql.ms(now),
    )
    return {row["id"] for row in gone}


def _from(which: Which) -> int:
    return sql.ms(which.since) if which.since else 0


def _update(row: Mapping[str, Any]) -> DeadUpdate:
    return DeadUpdate(**{**row, "received_at": sql.moment(row["received_at"]), "error": row["error"] or ""})


def _message(row: Mapping[str, Any]) -> DeadMessage:
    moments = {name: None if row[name] is None else sql.moment(row[name]) for name in ("changed_at", "expires_at")}
    return DeadMessage(**{**row, **moments, "must_arrive": bool(row["must_arrive"]), "error": row["error"] or ""})
