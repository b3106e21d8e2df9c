"""Runs a portion of a job, and puts what it wants said into the outbox, in one transaction."""

import re
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from types import ModuleType
from zoneinfo import ZoneInfo

import structlog

from bot.office import Offices
from bot.owing import Owing
from bot.road import Road
from journey.allowance import Allowances
from scheduler.desk import Desk
from storage import job_runs, outbox
from storage.job_runs import Done
from storage.outbox import Owed

log = structlog.get_logger(__name__)


def name_of(job: ModuleType) -> str:
    """Return the name of a job: that of its file."""
    return job.__name__.rpartition(".")[2]


@dataclass(slots=True)
class Run:
    """What one run did so far: `owed` counts messages by their kind."""

    rows: int = 0
    owed: Counter[str] = field(default_factory=Counter)


def desk_at(now: datetime, zone: ZoneInfo, operators: tuple[str, ...], offices: Offices, allowed: Allowances) -> Desk:
    """Return an empty desk for work at `now` (UTC)."""
    return Desk(zone, operators, offices.at(now.astimezone(zone).date()), allowed)


class Jobs:
    """Gives every job its desk. `operators` are the chats of who keeps the product running."""

    def __init__(self, road: Road, offices: Offices, operators: Collection[str] = ()) -> None:
        self._road = road
        self._offices = offices
        self._operators = tuple(operators)

    def desk(self, now: datetime) -> Desk:
        """Return an empty desk for work at `now` (UTC)."""
        return desk_at(now, self._road.zone, self._operators, self._offices, self._road.dispatch.allowed)

    async def portion(self, job: ModuleType, now: datetime) -> int:
        """Run `job` once at `now` (UTC), in the next transaction; return how many rows it dealt with."""
        count: int = await self._road.committer.submit(lambda: self._portion(job, now, Counter()))
        self._road.sender.wake()
        return count

    async def run(self, job: ModuleType, due: datetime, goes_on: Callable[[], bool]) -> Run | None:
        """Run `job` for its moment `due` (UTC), portions until nothing is left; the last one's commit says that it ran.

        Return what it did, None when it may not go on: then whoever looks next begins again.

        Raises:
            Exception: a portion failed; those before it stay.
        """
        clock = self._road.clock
        run, began_at = Run(), clock.now()

        async def portion() -> int:
            now = clock.now()
            count = await self._portion(job, now, run.owed)
            if count == 0:
                await job_runs.ran(name_of(job), Done(due, began_at, now, run.rows, run.owed.total()))
            return count

        while goes_on():
            count: int = await self._road.committer.submit(portion)
            self._road.sender.wake()
            if count == 0:
                return run
            run.rows += count
        return None

    async def _portion(self, job: ModuleType, now: datetime, owed: Counter[str]) -> int:
        desk = self.desk(now)
        count: int = await job.run(now, desk)
        for defect in desk.defects:
            log.error("a row was left out", what=defect.what, id=defect.id, exc_info=defect.error)
        owing = Owing(self._road.dispatch.words, {n: c.can for n, c in self._road.channels.items()}, self._road.ids)
        rows: list[Owed] = []
        for spoken, each in owing.rows(desk, now):
            rows += each
            owed[kind_of(spoken.key)] += 1
        if rows:
            await outbox.add(rows)
        return count


def kind_of(key: str | None) -> str:
    """Return what kind of message a key belongs to: the word that it begins with. The rest may name somebody."""
    found = re.match(r"[a-z-]+", key or "")
    return found[0] if found else ""
