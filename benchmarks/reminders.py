"""How long it takes to find who is owed a reminder, and to queue it: `python -m benchmarks --only reminders`.

100,000 members in the autumn (benchmarks/digests.py), all of them with a chat: a session tomorrow, an essay and
sessions still to come, work returned three days ago. Meanwhile somebody writes to the same process over the road, and
waits for each answer.
"""

import asyncio
import resource
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

from benchmarks import digests
from benchmarks.databases import Postgres
from bot.channels.channel import OutboxMessage
from bot.channels.web import Web
from bot.clock import MovableClock
from bot.jobs import Jobs
from bot.office import Offices
from bot.pacing import Pace
from bot.road import Lane, Road
from bot.settings import Settings
from scheduler import find_reminders, reminders
from storage import database, sql
from storage.files import Files

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2027, 9, 6, 1, 0, tzinfo=UTC)
"""A Monday, eight o'clock: people may be written to."""

IDLE_FOR = 10.0  # seconds
APART = 0.03
"""Seconds between an answer and the next message of whoever writes meanwhile."""

LEAVING_FOR = 20.0
"""Seconds in which reminders leave, measured in people a second: they leave no faster than bots may speak."""

Figures = dict[str, float]


class Heard(Web):
    """The web channel without its page: it takes what is said, and notes when the one who writes was answered."""

    def __init__(self, files: Files, clock: MovableClock) -> None:
        super().__init__(files, clock)
        self.probe = ""
        self.answered = asyncio.Event()
        self.others = 0

    async def send(self, message: OutboxMessage) -> str | None:
        """Note it."""
        if message.chat == self.probe:
            self.answered.set()
        else:
            self.others += 1
        return str(self.new_id())


def run(server: Postgres | None, *, is_quick: bool = False) -> Figures:
    """Return the figures of both databases."""
    members = digests.MEMBERS // 10 if is_quick else digests.MEMBERS
    found: Figures = {}
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        urls = {"sqlite": f"sqlite:///{folder}/reminders.db"}
        if server is not None:
            urls["postgres"] = opened.enter_context(server.empty())
        for name, url in urls.items():
            figures = asyncio.run(_on(url, folder, members))
            found |= {f"reminders_{name}_{what}": round(each, 2) for what, each in figures.items()}
    return found


async def _on(url: str, folder: Path, members: int) -> Figures:
    await database.migrate(url)
    await database.open_database(url)
    try:
        await digests.settle(members)
        await _season(members)
        files = Files(f"file://{folder}")
        clock = MovableClock(NOW)
        channel = Heard(files, clock)
        road = Road([Lane(channel, Pace(None, None, None))], files, clock, ZONE)
        await road.start()
        try:
            return await _measured(road, channel, members)
        finally:
            await road.stop()
    finally:
        await database.close_database()


async def _season(members: int) -> None:
    """Give everybody a chat, a session tomorrow, and every tenth a returned hand-in."""
    chats = digests.NUMBERS.format(most=members)
    await sql.run(f"{chats} INSERT INTO chats (chat, person_id, language) SELECT 'web:' || i, i, 'vi' FROM n")
    await sql.add("sessions", [{
        "season_id": 1, "title": "Thời sự quý III", "task": "BB2", "starts_at": NOW + timedelta(days=1, hours=6),
        "minutes": 120, "place": "Hội trường A", "made_at": NOW - timedelta(days=30), "state": "planned",
    }])  # fmt: skip
    await sql.run(
        "UPDATE submissions SET state = 'returned', decided_at = ?1 WHERE person_id % 10 = 0",
        sql.at(NOW - timedelta(days=3)),
    )
    await sql.run("ANALYZE")


async def _measured(road: Road, channel: Heard, members: int) -> Figures:
    jobs = Jobs(road, Offices(Settings(_env_file=None)))
    channel.probe = f"web:{members}"
    idle = await _while(road, channel, lambda: asyncio.sleep(IDLE_FOR))
    before, began = _memory(), time.perf_counter()
    finding = await _while(road, channel, lambda: _through(jobs, find_reminders))
    seconds = time.perf_counter() - began
    ((queued, people),) = await sql.tuples("SELECT COUNT(*), COUNT(DISTINCT person_id) FROM reminders")
    began = time.perf_counter()
    leaving = await _while(road, channel, lambda: _through(jobs, reminders, LEAVING_FOR))
    left = channel.others / (time.perf_counter() - began)
    return {
        "queued": queued,
        "people": people,
        "find_seconds": seconds,
        "megabytes": _memory() - before,
        "left_per_second": left,
        "reply_idle_p99_ms": _p99(idle),
        "reply_finding_p99_ms": _p99(finding),
        "reply_leaving_p99_ms": _p99(leaving),
        "reply_worst_ms": max(*finding, *leaving),
    }


async def _through(jobs: Jobs, job: ModuleType, seconds: float = 600) -> None:
    """Run `job` until it has nothing to do."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until and await jobs.portion(job, NOW):
        pass


async def _while(road: Road, channel: Heard, work: Callable[[], object]) -> list[float]:
    """Do `work`; return how long (ms) whoever wrote meanwhile waited for each answer."""
    waited: list[float] = []
    writing = asyncio.create_task(_write(road, channel, waited))
    await work()  # type: ignore[misc]
    writing.cancel()
    with suppress(asyncio.CancelledError):
        await writing
    return sorted(waited)


async def _write(road: Road, channel: Heard, waited: list[float]) -> None:
    while True:
        channel.answered.clear()
        began = time.perf_counter()
        key = str(channel.new_id())
        await road.take("web", [{"key": key, "chat": channel.probe, "kind": "text", "text": "trợ giúp", "source": key}])
        await channel.answered.wait()
        waited.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(APART)


def _p99(ordered: list[float]) -> float:
    return ordered[len(ordered) * 99 // 100]


def _memory() -> float:
    """Return the most megabytes this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
