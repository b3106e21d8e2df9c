"""A look at all jobs: what is due and was not run is run, or noted as too late, in the order of due moments."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import ModuleType
from zoneinfo import ZoneInfo

import structlog

from bot.clock import Clock
from bot.due import Times
from bot.jobs import Jobs, name_of
from scheduler import JOBS
from storage import database, job_runs
from storage.job_runs import JobRun

PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=1)
"""How long a job that failed rests, doubled each time in a row."""

BACK = timedelta(hours=1)
"""A job that ran farther than this beyond the present did so by a wrong clock; nearer ones wait for it."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Debt:
    """A job that owes the run of its moment `due`, or one that an operator `asked_at` did not wait for."""

    job: ModuleType
    due: datetime
    asked_at: datetime | None = None


class Rounds:
    """The jobs of the house, by `clock`. Who looks, and who passes time, does so alone: under `alone`."""

    def __init__(self, jobs: Jobs, clock: Clock, zone: ZoneInfo, house: Sequence[ModuleType] = JOBS) -> None:
        self.jobs = jobs
        self.house = {name_of(job): job for job in house}
        self.times = {name: Times(job.CRON, zone) for name, job in self.house.items()}
        self.alone = asyncio.Lock()
        self._clock = clock

    async def known(self) -> dict[str, JobRun]:
        """Return how far each job has come; one that is new here has come to the present."""
        now, known = self._clock.now(), await job_runs.known()
        is_beyond = any(run.due_at > now + BACK for run in known.values())
        if is_beyond or self.house.keys() - known.keys():
            async with database.transaction():
                await job_runs.begin(self.house.keys() - known.keys(), now)
                if await job_runs.set_back(now, BACK):
                    log.warning("jobs ran by a clock that was ahead; they go on from here")
                known = await job_runs.known()
        return {name: known[name] for name in self.house}

    async def look(self, goes_on: Callable[[], bool], but: Collection[str] = ()) -> int:
        """Run what is due now, without those named in `but`, while `goes_on`; return how many rows were dealt with."""
        rows = 0
        while goes_on():
            debt = self._first(await self.known(), but)
            if debt is None:
                break
            rows += await self._settle(debt, goes_on)
        return rows

    async def next_at(self) -> datetime:
        """Return when the next job is due, or tries again (UTC)."""
        known = await self.known()
        return min(max(times.next(known[name].due_at), may_try_at(known[name])) for name, times in self.times.items())

    def _first(self, known: dict[str, JobRun], but: Collection[str]) -> Debt | None:
        """Return who is first among those that owe a run and may try."""
        now, found = self._clock.now(), []
        for name, run in known.items():
            job, may_try = self.house[name], may_try_at(run) <= now
            due = self.times[name].latest(run.due_at, now)
            if name in but:
                continue
            if run.asked_at is not None:
                found.append(Debt(job, due or run.due_at, run.asked_at))
            elif due is not None and (may_try or now - due > job.MISFIRE):
                found.append(Debt(job, due))
        return min(found, key=lambda debt: debt.due, default=None)

    async def _settle(self, debt: Debt, goes_on: Callable[[], bool]) -> int:
        """Run it, or note that it is too late, or that it failed; return how many rows were dealt with."""
        name, due, now = name_of(debt.job), debt.due, self._clock.now()
        if debt.asked_at is not None:
            if not await job_runs.take(name, debt.asked_at):
                return 0
        elif now - due > debt.job.MISFIRE:
            if await job_runs.missed(name, due):
                log.warning("it is too late for a job", job=name, due=due.isoformat())
            return 0
        try:
            run = await self.jobs.run(debt.job, due, goes_on)
        except Exception as error:
            log.error("a job failed", job=name, due=due.isoformat(), exc_info=error)
            await job_runs.failed(name, type(error).__name__, self._clock.now())
            return 0
        if run is None:
            log.info("a job stops: the clock is another process's", job=name, due=due.isoformat())
            return 0
        if run.rows or run.owed:
            log.info("a job ran", job=name, due=due.isoformat(), rows=run.rows, owed=dict(run.owed))
        return run.rows


def may_try_at(run: JobRun) -> datetime:
    """Return from when on (UTC) a job may run: at once, or after its pause where it failed."""
    if run.failed_at is None:
        return run.due_at
    pause: timedelta = PAUSE * 2 ** min(run.tries - 1, 10)
    return run.failed_at + min(pause, LONGEST_PAUSE)
