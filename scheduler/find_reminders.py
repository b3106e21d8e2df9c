"""Finds what people are to be reminded of today: once after midnight, and what comes up in the day when it does."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from scheduler.desk import Desk
from scheduler.reminder_searches import Day, Search, searches
from storage import reminders_found, settings, sql
from storage.reminders_found import Slice

CRON = "*/15 * * * *"
MISFIRE = timedelta(hours=1)
"""The next tick finds all that still holds: what was due during an outage and is past is never found."""

PEOPLE = 1000
"""How many are looked at in a portion, while nobody else writes: some 5 ms (docs/performance.md)."""

FEW = PEOPLE // 2
"""How many where the last portion found so many at least, and there is one writer: rows cost more than people."""

ARRIVALS = 5
"""How many who came today a portion looks at, each for everything: 2 ms on SQLite, 10 on PostgreSQL."""

SETTLED = timedelta(minutes=1)
"""Who came so long ago at least is looked at: two processes do not commit in the order in which people came."""

NAME = "reminders.found"
"""Under this name the settings table keeps how far a day's search has come."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search of `day` (local) has come.

    `running` are the parts that are looked for, among people with ids above `after`, and `found` what the last portion
    found of them. Whoever came after `since` (UTC), or then into a chat after `chat`, is still to be looked at alone:
    they were in no chat when the day began.
    """

    day: str
    since: str
    chat: str = ""
    done: tuple[str, ...] = ()
    running: tuple[str, ...] = ()
    after: int = 0
    found: int = 0

    def undone(self, search: Search) -> tuple[str, ...]:
        """Return the parts of `search` that are not done; only those that are being looked for, if any are."""
        wanted = self.running or set(search.parts).difference(self.done)
        return tuple(part for part in search.parts if part in wanted)


async def run(now: datetime, desk: Desk) -> int:
    """Look at a portion of the people for what is searched for at `now` (UTC); return at least 1 while more is left."""
    day = Day(now, desk.zone)
    known, progress = await searches(now, desk.zone, desk.sending), await _progress(day)
    found = _next(known, progress)
    if found is None:
        return await _welcome(known, progress, day) if known else 0
    search, progress = found
    size = FEW if progress.found >= FEW and sql.is_sqlite() else PEOPLE
    those = await reminders_found.next_slice(progress.after, size, day.today)
    if those is None:
        await _keep(replace(progress, done=(*progress.done, *progress.running), running=(), after=0, found=0))
        return 1
    count = await search.find(those, progress.running)
    await _keep(replace(progress, after=those.upto, found=count))
    return max(1, count)


async def _welcome(known: Sequence[Search], progress: Progress, day: Day) -> int:
    """Look at the next who came today, for what will not be found tomorrow; return how many.

    Whoever has just been greeted is not reminded at once of what there is time for.
    """
    since = datetime.fromisoformat(progress.since)
    came = await reminders_found.arrived(since, progress.chat, day.now - SETTLED, ARRIVALS)
    if not came:
        return 0
    by = day.begins(day.today + timedelta(days=2))
    for person in sorted({each.person for each in came}):
        for search in known:
            await search.find(Slice(person - 1, person, day.today, by), search.parts)
    await _keep(replace(progress, since=came[-1].at.isoformat(), chat=came[-1].chat))
    return len(came)


async def next_due(now: datetime, desk: Desk) -> datetime:
    """Return when there may be something to find (UTC): at once, or when the next day begins."""
    day = Day(now, desk.zone)
    known, progress = await searches(now, desk.zone, desk.sending), await _progress(day)
    if _next(known, progress) is not None:
        return now
    since = datetime.fromisoformat(progress.since)
    came = await reminders_found.arrived(since, progress.chat, now, 1) if known else []
    return max(now, came[0].at + SETTLED) if came else day.begins(day.today + timedelta(days=1))


def _next(known: Sequence[Search], progress: Progress) -> tuple[Search, Progress] | None:
    """Return the search that goes on, or the first with something undone, and how far it is; None when all are done."""
    for state in (progress, replace(progress, running=(), after=0, found=0)):
        for search in known:
            if parts := state.undone(search):
                return search, replace(state, running=parts)
    return None


async def _progress(day: Day) -> Progress:
    """Return how far the search of `day` has come; it begins anew with the day."""
    kept = json.loads(await settings.get(NAME) or "{}")
    if kept.get("day") != day.today.isoformat():
        return Progress(day.today.isoformat(), (day.now - SETTLED).isoformat())
    return Progress(**(kept | {name: tuple(kept[name]) for name in ("done", "running")}))


async def _keep(progress: Progress) -> None:
    await settings.put(NAME, json.dumps(asdict(progress)))
