"""Passes virtual time: a movable clock goes from one moment at which something may happen to the next."""

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta
from types import ModuleType

from bot.clock import MovableClock
from bot.due import AN_INSTANT
from bot.road import Road
from bot.rounds import Rounds, may_try_at
from storage import database, job_runs

TURNS = 3
"""Turns of the loop in a row that nothing is under way, then everything has settled."""

EAGER = 50
"""Turns of the loop that are not waited for; after them something is outside: a call, a file, a thread."""

SOON = 0.001
"""Seconds until it is looked again at what is outside."""

A_DAY = timedelta(days=1)
"""After so long every job is asked anew when it may have something to do."""


async def pass_to(road: Road, jobs: Rounds, clock: MovableClock, moment: datetime) -> None:
    """Move `clock` to `moment` (UTC) through all that becomes due on the way, of the jobs and of `road`, in order.

    Meanwhile nobody else looks at the jobs. A tick at which a job says by its `next_due` that it has nothing to do is
    left out.
    """
    async with jobs.alone:
        await settled(road)
        await jobs.look(_always)
        passing = _Passing(jobs)
        await passing.ask(jobs.house, clock.now())
        await settled(road)
        while (at := await passing.next_at(road, moment)) is not None:
            clock.move_to(at)
            await passing.look(at)
            await settled(road)
        clock.move_to(moment)
        await passing.end(moment)
        await settled(road)


async def settled(road: Road) -> None:
    """Return when `road` has nothing to do at this moment."""
    idle = turns = 0
    while idle < TURNS:
        idle = idle + 1 if road.idle else 0
        turns += 1
        await asyncio.sleep(0 if turns < EAGER else SOON)


class _Passing:
    """At which of its ticks each job may next have something to do. None: at none, as things are."""

    def __init__(self, jobs: Rounds) -> None:
        self._jobs = jobs
        self._next: dict[str, datetime | None] = {}
        self._asked_at: datetime | None = None

    async def ask(self, names: Collection[str], at: datetime) -> None:
        """Ask jobs at the moment `at`; a tick of this moment that was not run yet counts."""
        known, desk = await self._jobs.known(), self._jobs.jobs.desk(at)
        if len(names) == len(self._jobs.house):
            self._asked_at = at
        for name in names:
            job, run = self._jobs.house[name], known[name]
            may = await job.next_due(at, desk) if _can_skip(job) else at
            tick = may and self._jobs.times[name].first(max(may, at, run.due_at + AN_INSTANT))
            self._next[name] = tick and max(tick, may_try_at(run))

    async def next_at(self, road: Road, moment: datetime) -> datetime | None:
        """Return the next moment not after `moment` at which something may happen."""
        found = [await road.next_due(), *self._next.values()]
        return min((at for at in found if at is not None and at <= moment), default=None)

    async def look(self, at: datetime) -> None:
        """Run the jobs whose tick has come; where they did something, any other may have something to do now."""
        later = {name for name, tick in self._next.items() if tick is None or tick > at}
        now = self._jobs.house.keys() - later
        rows = await self._jobs.look(_always, later) if now else 0
        is_a_day_ago = self._asked_at is None or at - self._asked_at >= A_DAY
        await self.ask(self._jobs.house if rows or is_a_day_ago else now, at)

    async def end(self, at: datetime) -> None:
        """Keep that the ticks that were left out up to `at` are over, and none of them missed."""
        async with database.transaction():
            for name, run in (await self._jobs.known()).items():
                job = self._jobs.house[name]
                due = self._jobs.times[name].latest(run.due_at, at) if _can_skip(job) else None
                if due is not None:
                    await job_runs.passed(name, due)


def _can_skip(job: ModuleType) -> bool:
    return hasattr(job, "next_due")


def _always() -> bool:
    return True
