"""APScheduler ticks, and only that: what is due lies in tables, so a lost tick or a second one does no harm."""

import asyncio
from datetime import UTC, datetime, timedelta
from types import ModuleType

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from bot.clock import Clock
from bot.jobs import Jobs
from scheduler import JOBS

log = structlog.get_logger(__name__)


class Ticking:
    """Runs each job of `scheduler` by its CRON in the product's time zone: portions, a transaction each, until 0."""

    def __init__(self, jobs: Jobs, clock: Clock, zone: str) -> None:
        self._jobs = jobs
        self._is_ours = False
        self._clock = clock
        self._scheduler = AsyncIOScheduler(timezone=zone, job_defaults={"coalesce": True, "max_instances": 1})
        for job in JOBS:
            self._scheduler.add_job(
                self._run,
                CronTrigger.from_crontab(job.CRON, timezone=zone),
                args=(job,),
                misfire_grace_time=int(job.MISFIRE.total_seconds()),
                id=job.__name__,
            )

    def start(self) -> None:
        """Count the time, and tick only in `run`: who takes the clock over runs what came due just before."""
        self._scheduler.start(paused=True)

    async def run(self, stop: asyncio.Event) -> None:
        """Tick until `stop`: the clock is ours, and no other process's."""
        self._is_ours = True
        self._leave_out_what_is_too_late()
        self._scheduler.resume()
        await stop.wait()
        self._is_ours = False
        self._scheduler.pause()

    def _leave_out_what_is_too_late(self) -> None:
        """Have each job go on where its MISFIRE begins: APScheduler counts every tick since, and nobody else runs."""
        now = datetime.now(UTC)  # APScheduler's own clock
        for job in self._scheduler.get_jobs():
            earliest = now - timedelta(seconds=job.misfire_grace_time)
            if job.next_run_time < earliest:
                job.modify(next_run_time=job.trigger.get_next_fire_time(None, earliest))

    def stop(self) -> None:
        """Count no more."""
        self._scheduler.shutdown(wait=False)

    async def _run(self, job: ModuleType) -> None:
        rows = 0
        while self._is_ours:
            count = await self._jobs.portion(job, self._clock.now())
            if count == 0:
                break
            rows += count
        if rows:
            log.info("a job ran", job=job.__name__.rpartition(".")[2], rows=rows)
