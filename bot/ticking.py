"""APScheduler ticks, and only that: what is due lies in tables, so a lost tick or a second one does no harm."""

from types import ModuleType

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from bot.clock import Clock
from bot.committer import Committer
from scheduler import JOBS

log = structlog.get_logger(__name__)


class Ticking:
    """Runs each job of `scheduler` by its CRON in the product's time zone, in the next transaction."""

    def __init__(self, committer: Committer, clock: Clock, zone: str) -> None:
        self._committer = committer
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
        """Begin to tick."""
        self._scheduler.start()

    def stop(self) -> None:
        """Tick no more."""
        self._scheduler.shutdown(wait=False)

    async def _run(self, job: ModuleType) -> None:
        count = await self._committer.submit(lambda: job.run(self._clock.now()))
        log.info("a job ran", job=job.__name__.rpartition(".")[2], rows=count)
