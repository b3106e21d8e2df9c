"""What a rehearsal reads of its own database: what was sent, how reviews went, what became of reminders."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

from storage import sql
from storage.prepared import Prepared
from storage.reviews import ReviewRow

PORTION = 2000
"""Rows read at a time."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that left at `at` (ms): its urgency as a number, its key where it has one, the channel's id."""

    chat: str
    urgency: int
    key: str
    provider_id: str
    at: int


async def people() -> dict[int, str]:
    """Return the roster codes of everybody by id."""
    return {int(id_): str(code) for id_, code in await sql.tuples("SELECT id, code FROM people ORDER BY id")}


async def joined() -> frozenset[int]:
    """Return who sits behind a chat."""
    found = await sql.tuples("SELECT DISTINCT person_id FROM chats WHERE person_id IS NOT NULL")
    return frozenset(int(id_) for (id_,) in found)


async def sent(since: int, until: int) -> list[Sent]:
    """Return the messages that left from `since` to before `until` (ms), in order."""
    found = await sql.tuples(
        "SELECT chat, priority, COALESCE(key, ''), COALESCE(provider_id, ''), changed_at FROM outbox"
        " WHERE changed_at >= ?1 AND changed_at < ?2 AND status = 'sent' AND kind IN ('say', 'pictures', 'document')"
        " ORDER BY changed_at, id",
        since,
        until,
    )
    return [Sent(*row) for row in found]


async def unsent() -> dict[str, int]:
    """Return how many messages came to an end without being sent, by their status."""
    found = await sql.tuples(
        "SELECT status, COUNT(*) FROM outbox WHERE status IN ('failed', 'expired', 'unknown') GROUP BY status"
    )
    return {str(status): int(count) for status, count in found}


async def failed_updates() -> int:
    """Return how many updates met a defect."""
    return int((await sql.tuples("SELECT COUNT(*) FROM inbox WHERE status = 'failed'"))[0][0])


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One body's review; `decided_by` is None while nobody decided it. Moments are in UTC."""

    id: int
    submission: int
    body: str
    state: str
    asked_at: datetime
    decided_by: int | None
    decided_at: datetime | None


_reviewed = Prepared(ReviewRow, Reviewed)


async def reviews() -> AsyncIterator[tuple[Reviewed, str]]:
    """Yield every review with the code of its task, in the order they were asked for; a portion in memory at a time."""
    last = 0
    while found := await _reviewed.all(f"WHERE reviews.id > ?1 ORDER BY reviews.id LIMIT {PORTION}", last):
        last = found[-1].id
        wanted = sql.listed({each.submission for each in found})
        tasks = await sql.tuples(f"SELECT id, task FROM submissions WHERE {sql.among('id', '?1')}", wanted)
        of = {int(id_): str(task) for id_, task in tasks}
        for each in found:
            yield each, of[each.submission]


async def reminders() -> list[tuple[str, str, str, int]]:
    """Return (kind, state, why, how many) of what people were to be reminded of."""
    found = await sql.tuples(
        "SELECT kind, state, why, COUNT(*) FROM reminders GROUP BY kind, state, why ORDER BY kind, state, why"
    )
    return [(str(kind), str(state), str(why), int(count)) for kind, state, why, count in found]
