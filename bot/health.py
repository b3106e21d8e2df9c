"""Whether this process can do its work: looked at when somebody asks, and every minute by itself."""

import asyncio
import contextlib
import shutil
import socket
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import structlog

from bot.channels.telegram import Telegram
from bot.channels.zalo import Zalo
from bot.road import Road
from bot.tasks import Tasks
from journey.allowance import Month
from locales.saying import Text, text
from storage import backlog, database, dead_rows, held, job_runs, metered, sightings
from storage.backlog import Backlog
from storage.dead_rows import Pile
from storage.job_runs import JobRun
from storage.sightings import Sighting
from storage.sql import ms

PATIENCE = 2.0
"""Seconds a look may take: whoever asks has their own patience, and a database that takes longer does not answer."""

POLL_SILENT = timedelta(minutes=3)
"""An empty poll is answered after 30 seconds, and a pause after trouble is as long: three of each."""

CONTESTED_FOR = timedelta(minutes=2)
"""A poll of a process that just died goes on for 30 seconds; after two minutes somebody else really polls."""

DISK_LOW = 1024**3
"""Bytes of free disk below which an operator is told: some hundred members' photos."""

DISK_FULL = 64 * 1024**2
"""Bytes of free disk with which SQLite's log and a few photos may not find room: nothing can be promised any more."""

FAILING_FOR = timedelta(hours=1)
"""How long a job fails before an operator is told: by then it tried six times."""

STANDS_FOR = timedelta(minutes=10)
"""There is a job every minute: when none was run for so long, no process has the clock."""

WATCH_EVERY = 60.0
"""Seconds between looks of our own, for what only a process sees."""

SEEN_WITHIN = timedelta(minutes=3)
"""A sighting older than this is over: whoever sees it says so every minute."""

STOPPING = ("disk-full", "bot-refused", "bot-contested", "platform-away")
"""What keeps a process from doing its work, when it is this one that sees it."""

log = structlog.get_logger(__name__)

Bot = Telegram | Zalo


@dataclass(frozen=True, slots=True)
class Facts:
    """What one look found."""

    backlog: Backlog
    updates: Pile
    messages: Pile
    sightings: Sequence[Sighting]
    disk_free: int
    jobs: Sequence[JobRun] = ()
    months: Mapping[str, Month] = field(default_factory=dict)
    held: int = 0


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is not well, in words to be; `stops`: this process cannot do its work."""

    words: Text
    stops: bool


class Health:
    """Looks at one process, its database and the disk of `data_dir`."""

    def __init__(self, road: Road, bots: Sequence[Bot], data_dir: Path) -> None:
        self.road = road
        self.bots = bots
        self._folder = data_dir
        self._asking: asyncio.Future[Facts | None] | None = None
        self._began: dict[str, float] = {}
        self._tasks = Tasks()

    def start(self) -> None:
        """Begin to look."""
        self._tasks.start(self._watch(), "looking after ourselves")

    async def stop(self) -> None:
        """Look no more."""
        await self._tasks.cancel()

    @contextlib.contextmanager
    def polls(self, bot: str) -> Iterator[None]:
        """Say that inside it this process polls `bot`."""
        self._began[bot] = time.monotonic()
        try:
            yield
        finally:
            del self._began[bot]

    async def look(self) -> Facts | None:
        """Return what there is to see; None when the database, or the disk, does not answer in time.

        Whoever comes while a look still hangs waits for the same one, so that they do not pile up.
        """
        if self._asking is None or self._asking.done():
            self._asking = asyncio.get_running_loop().create_future()
            self._tasks.start(self._ask(self._asking), "a look at the database")
        asked = self._asking
        await asyncio.wait({asked}, timeout=PATIENCE)
        return asked.result() if asked.done() else None

    async def _ask(self, answer: "asyncio.Future[Facts | None]") -> None:
        facts = None
        try:
            now, allowed = self.road.clock.now(), self.road.dispatch.allowed
            facts = Facts(
                await backlog.measure(now),
                await dead_rows.failed_updates(),
                await dead_rows.failed_messages(),
                await sightings.since(now - SEEN_WITHIN),
                await asyncio.to_thread(_free, self._folder),
                list((await job_runs.known()).values()),
                await metered.months(allowed.plans, allowed.month(now)),
                await held.count(),
            )
        except Exception as error:
            log.warning("health cannot be looked at", error=type(error).__name__)
        answer.set_result(facts)

    def troubles(self, facts: Facts | None) -> list[Trouble]:
        """Return what is not well; `facts` are those of a look."""
        found = [
            Trouble(text("health.polling-silent", bot=bot.name, minutes=_minutes(POLL_SILENT)), stops=True)
            for bot in self.bots
            if self._is_silent(bot)
        ]
        if facts is None:
            return [Trouble(text("health.database-silent", seconds=round(PATIENCE)), stops=True), *found]
        waits = facts.backlog
        if waits.is_inbox_stuck:
            found.append(Trouble(text("health.inbox-stuck", minutes=_minutes(waits.inbox_lag)), stops=True))
        if waits.is_outbox_stuck:
            found.append(Trouble(text("health.outbox-stuck", minutes=_minutes(waits.outbox_lag)), stops=True))
        ran_at = max((run.due_at for run in facts.jobs), default=None)
        if ran_at is not None and (stands := self.road.clock.now() - ran_at) > STANDS_FOR:
            found.append(Trouble(text("health.clock-stands", minutes=_minutes(stands)), stops=False))
        ours = set(self._sees(facts))
        for sighting in sorted({*facts.sightings, *ours}, key=lambda each: (each.what, each.subject)):
            words = text(f"health.{sighting.what}", subject=sighting.subject)
            stops = sighting in ours and sighting.what in STOPPING
            found.append(Trouble(words, stops))
        if facts.updates.count:
            found.append(Trouble(text("health.failed-updates", count=facts.updates.count), stops=False))
        if facts.messages.count:
            found.append(Trouble(text("health.failed-messages", count=facts.messages.count), stops=False))
        return found

    def _sees(self, facts: Facts) -> Iterator[Sighting]:
        """Yield what this process sees and no table tells."""
        now = self.road.clock.now()
        for bot, at in self.road.sender.setbacks.refused.items():
            if now - at < SEEN_WITHIN:
                yield Sighting("bot-refused", bot)
        for template in self.road.sender.setbacks.refused_templates.values():
            yield Sighting("template-refused", template)
        for bot in self.road.sender.setbacks.outages.lasting(ms(now)):
            yield Sighting("platform-away", bot)
        for each in self.bots:
            since = each.contested_since
            if since is None or time.monotonic() - since <= CONTESTED_FOR.total_seconds():
                continue
            if isinstance(each, Zalo):
                yield Sighting("zalo-webhook", each.name)
            elif each.name in self._began:
                yield Sighting("bot-contested", each.name)
        for run in facts.jobs:
            if run.failing_since is not None and now - run.failing_since >= FAILING_FOR:
                yield Sighting("job-failing", run.name)
        if facts.disk_free < DISK_LOW:
            yield Sighting("disk-full" if facts.disk_free < DISK_FULL else "disk-low", socket.gethostname())

    def _is_silent(self, bot: Bot) -> bool:
        began = self._began.get(bot.name)
        last = max(began or 0, bot.polled_at or 0)
        return began is not None and time.monotonic() - last > POLL_SILENT.total_seconds()

    def is_polling(self, bot: Bot) -> bool:
        """Say whether this process asks the platform for news of `bot`; perhaps another one does."""
        return bot.name in self._began

    async def _watch(self) -> None:
        """Note what this process sees, for the job that tells the operators."""
        while True:
            await asyncio.sleep(WATCH_EVERY)
            facts = await self.look()
            try:
                seen = list(self._sees(facts)) if facts else []
                if seen:
                    async with database.transaction():
                        for sighting in seen:
                            await sightings.note(sighting, self.road.clock.now())
            except Exception as error:
                log.warning("what was seen cannot be kept", error=type(error).__name__)


def _minutes(span: timedelta) -> int:
    return round(span.total_seconds() / 60)


def _free(folder: Path) -> int:
    """Return the bytes free on the disk of `folder`, which may not be made yet."""
    there = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())
    return shutil.disk_usage(there).free
