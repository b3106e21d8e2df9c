"""Finds what people are to be reminded of today: once after midnight, and what comes up in the day when it does."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta

from scheduler.desk import Desk
from scheduler.reminder_searches import Day, Search, searches
from storage import reminders_found, settings, sql

CRON = "*/15 * * * *"
MISFIRE = timedelta(hours=1)
"""The next tick finds all that still holds: what was due during an outage and is past is never found."""

PEOPLE = 1000
"""How many are looked at in a portion, while nobody else writes: some 5 ms (docs/performance.md)."""

FEW = PEOPLE // 2
"""How many where the last portion found so many at least, and there is one writer: rows cost more than people."""

NAME = "reminders.found"
"""Under this name the settings table keeps how far a day's search has come."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search of `day` (local) has come.

    `running` are the parts that are looked for, among people with ids above `after`, and `found` what the last portion
    found of them.
    """

    day: str
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
    today = now.astimezone(desk.zone).date()
    found = _next(await searches(now, desk.zone, desk.sending), await _progress(today))
    if found is None:
        return 0
    search, progress = found
    size = FEW if progress.found >= FEW and sql.is_sqlite() else PEOPLE
    those = await reminders_found.next_slice(progress.after, size, today)
    if those is None:
        await _keep(Progress(progress.day, (*progress.done, *progress.running)))
        return 1
    count = await search.find(those, progress.running)
    await _keep(replace(progress, after=those.upto, found=count))
    return max(1, count)


async def next_due(now: datetime, desk: Desk) -> datetime:
    """Return when there may be something to find (UTC): at once, or when the next day begins."""
    day = Day(now, desk.zone)
    has_more = _next(await searches(now, desk.zone, desk.sending), await _progress(day.today)) is not None
    return now if has_more else day.begins(day.today + timedelta(days=1))


def _next(known: Sequence[Search], progress: Progress) -> tuple[Search, Progress] | None:
    """Return the search that goes on, or the first with something undone, and how far it is; None when all are done."""
    for state in (progress, replace(progress, running=(), after=0, found=0)):
        for search in known:
            if parts := state.undone(search):
                return search, replace(state, running=parts)
    return None


async def _progress(today: date) -> Progress:
    """Return how far the search of `today` has come; it begins anew with the day."""
    kept = json.loads(await settings.get(NAME) or "{}")
    if kept.get("day") != today.isoformat():
        return Progress(today.isoformat())
    return Progress(kept["day"], tuple(kept["done"]), tuple(kept["running"]), kept["after"], kept["found"])


async def _keep(progress: Progress) -> None:
    await settings.put(NAME, json.dumps(asdict(progress)))
