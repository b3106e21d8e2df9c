"""What jobs would do at a moment: they run where nothing stays, and what they want said is read out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import ModuleType

from bot.owing import Owing
from handlers.rendering import Spoken
from scheduler.desk import Desk
from storage import database, outbox
from storage.outbox import Owed
from storage.sql import moment


@dataclass(frozen=True, slots=True)
class Message:
    """One message that would be owed, in words; moments in UTC. `why` is the job's own short code."""

    chat: str
    text: str
    key: str
    why: str
    leaves_at: datetime
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Found:
    """What would happen: rows dealt with, new messages, and how many of what was wanted said is owed already."""

    rows: int
    messages: tuple[Message, ...]
    silent: int


async def dry_run(jobs: Sequence[ModuleType], now: datetime, desk: Callable[[], Desk], owing: Owing) -> Found:
    """Run `jobs` one after the other at `now` (UTC), portions until nothing is left, in a database on trial."""
    messages: list[Message] = []
    rows = silent = 0
    for job in jobs:
        count = 1
        while count:
            async with database.transaction():
                laid = desk()
                count = await job.run(now, laid)
                said = list(owing.rows(laid, now))
                before = await outbox.keys_among([row.key for _, owed in said for row in owed if row.key])
                await outbox.add([row for _, owed in said for row in owed])
            rows += count
            new = [(spoken, owed) for spoken, owed in said if owed[0].key not in before]
            silent += len(said) - len(new)
            messages += [_message(spoken, owed, laid) for spoken, owed in new]
    return Found(rows, tuple(messages), silent)


def _message(spoken: Spoken, owed: Sequence[Owed], desk: Desk) -> Message:
    first, key = owed[0], spoken.key or ""
    expires_at = moment(first.expires_at) if first.expires_at is not None else None
    return Message(spoken.chat, spoken.text, key, desk.why.get(key, ""), moment(first.not_before), expires_at)
