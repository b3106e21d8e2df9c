"""In which of their chats somebody is written to now, and whom nothing can reach."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from journey.allowance import Allowances, Month
from storage import metered, sql
from storage.chats import Chat


@dataclass(frozen=True, slots=True)
class Reached:
    """The chat for one person; `why` says what keeps a message from it now: "" (nothing), "window", "quota"."""

    chat: Chat
    why: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether a message arrives there now."""
        return not self.why


@dataclass(frozen=True, slots=True)
class _Way:
    person: int
    chat: Chat
    heard_at: datetime | None


async def people(ids: Collection[int], allowed: Allowances, now: datetime, urgency: int) -> dict[int, Reached]:
    """Return where each of `ids` is written to at `now` (UTC), but for who is in no chat or blocked us everywhere.

    The preferred chat comes first, then the longest linked; one that is open comes before all that are not.

    Args:
        urgency: the number of the message's urgency: a bot's last messages are for replies.
    """
    if not ids:
        return {}
    ways = await _ways(sql.among("person_id", "?1"), sql.listed(ids))
    there = {way.person for way in ways if _bot(way) in allowed.bots}
    ways = [way for way in ways if way.person not in there or _bot(way) in allowed.bots]  # the others speak no more
    months = await _months(ways, allowed, now)
    found: dict[int, Reached] = {}
    for way in ways:
        why = _why(way, allowed, months, now, urgency)
        if way.person not in found or (not why and not found[way.person].is_open):
            found[way.person] = Reached(way.chat, why)
    return found


async def beside(chat: str, allowed: Allowances, now: datetime, urgency: int) -> Chat | None:
    """Return another chat of whoever sits behind `chat`, one that a message reaches at `now` (UTC)."""
    theirs = await _ways("chat <> ?1 AND person_id = (SELECT person_id FROM chats WHERE chat = ?1)", chat)
    ways = [way for way in theirs if _bot(way) in allowed.bots]
    months = await _months(ways, allowed, now)
    return next((way.chat for way in ways if not _why(way, allowed, months, now, urgency)), None)


async def _ways(condition: str, *values: object) -> list[_Way]:
    found = await sql.tuples(
        "SELECT chat, person_id, language, heard_at FROM chats"
        f" WHERE {condition} AND reachable ORDER BY is_preferred DESC, linked_at, chat",
        *values,
    )
    return [
        _Way(person, Chat(chat, person, language, True), sql.moment(heard) if heard is not None else None)
        for chat, person, language, heard in found
    ]


async def _months(ways: Iterable[_Way], allowed: Allowances, now: datetime) -> Mapping[str, Month]:
    bots = {_bot(way) for way in ways if _bot(way) in allowed.plans}
    return await metered.months(bots, allowed.month(now)) if bots else {}


def _why(way: _Way, allowed: Allowances, months: Mapping[str, Month], now: datetime, urgency: int) -> str:
    plan, month = allowed.of(way.chat.chat), months.get(_bot(way))
    if not plan.is_open(way.heard_at, now):
        return "window"
    return "quota" if month is not None and not month.has_room(plan, urgency, now) else ""


def _bot(way: _Way) -> str:
    return way.chat.chat.partition(":")[0]
