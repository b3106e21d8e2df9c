"""What jobs would do at a moment: they run where nothing stays, and what they want said is read out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import ModuleType

from bot.dry_sending import DrySending, Spent
from bot.owing import Owing
from handlers.rendering import Spoken
from scheduler.desk import Desk
from storage import database, outbox
from storage.outbox import Owed, Standing
from storage.sql import moment


class Way(StrEnum):
    """What becomes of a message that is owed."""

    LEAVES = "leaves"
    ELSEWHERE = "elsewhere"  # by another chat of the person
    TEMPLATE = "template"  # for money, to whoever has not written for too long
    HELD = "held"  # until the person writes, or the month has room again
    OVER = "over"  # a newer one says it, or it is too late


@dataclass(frozen=True, slots=True)
class Message:
    """One message that would be owed, in words; moments in UTC. `reason` is the job's own short code.

    `why` is what keeps it from its chat ("window", "quota", "card"), "" for nothing; `by` is the channel it leaves by,
    in so many `calls`. Of one that is held `together` counts the messages that leave in one when the person writes.
    """

    chat: str
    text: str
    key: str
    reason: str
    leaves_at: datetime
    expires_at: datetime | None
    way: Way
    by: str
    why: str
    calls: int
    together: int


@dataclass(frozen=True, slots=True)
class Found:
    """What would happen: rows dealt with, new messages, and how many of what was wanted said is owed already.

    `unreached` are people to whom a job says nothing, and why: "window", "quota".
    """

    rows: int
    messages: tuple[Message, ...]
    silent: int
    unreached: Mapping[int, str]
    spent: Sequence[Spent]


@dataclass(frozen=True, slots=True)
class _Laid:
    spoken: Spoken
    owed: Sequence[Owed]
    reason: str


async def dry_run(
    jobs: Sequence[ModuleType], now: datetime, desk: Callable[[], Desk], owing: Owing, sending: DrySending
) -> Found:
    """Run `jobs` one after the other at `now` (UTC), portions until nothing is left, in a database on trial."""
    new: list[_Laid] = []
    unreached: dict[int, str] = {}
    rows = silent = 0
    for job in jobs:
        count = 1
        while count:
            async with database.transaction():
                laid = desk()
                count = await job.run(now, laid)
                said = list(owing.rows(laid, now))
                before = await outbox.keys_among([row.key for _, owed in said for row in owed if row.key])
                fresh = [(spoken, owed) for spoken, owed in said if owed[0].key not in before]
                await outbox.add([row for _, owed in said for row in owed])
                await sending.take(row for _, owed in fresh for row in owed)
            rows += count
            silent += len(said) - len(fresh)
            unreached |= laid.unreached
            new += [_Laid(spoken, owed, laid.why.get(spoken.key or "", "")) for spoken, owed in fresh]
    async with database.transaction():
        await sending.rest()
        messages = await _told(new, sending)
        return Found(rows, tuple(messages), silent, unreached, await sending.spent())


async def _told(new: Sequence[_Laid], sending: DrySending) -> list[Message]:
    """Return what became of messages; in the end people write, and what is held for each leaves together."""
    ids = [row.id for each in new for row in each.owed]
    after = await outbox.standings(ids)
    together = await sending.contact({row.chat for row in after.values() if row.status == "held"})
    later = await outbox.standings(ids)
    return [_message(each, after, later, together, sending) for each in new]


def _message(
    each: _Laid,
    after: Mapping[int, Standing],
    later: Mapping[int, Standing],
    together: Mapping[str, int],
    sending: DrySending,
) -> Message:
    first, last = each.owed[0], each.owed[-1]
    now = after[last.id]
    way = _way(now, later[last.id], last)
    return Message(
        chat=last.chat,
        text=each.spoken.text,
        key=each.spoken.key or "",
        reason=each.reason,
        leaves_at=moment(first.not_before),
        expires_at=moment(first.expires_at) if first.expires_at is not None else None,
        way=way,
        by=now.chat.partition(":")[0],
        why=str(sending.barred.get(last.id, "")),
        calls=len(each.owed),
        together=together.get(last.chat, 0) if way is Way.HELD else 0,
    )


def _way(now: Standing, later: Standing, row: Owed) -> Way:
    if "expired" in (now.status, later.status):
        return Way.OVER
    if now.status == "held":
        return Way.HELD
    if now.kind == "template":
        return Way.TEMPLATE
    return Way.LEAVES if now.chat == row.chat else Way.ELSEWHERE
