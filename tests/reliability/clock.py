"""Kill -9 while the clock ticks in two processes: `python -m tests.reliability.clock --times 100`.

A week in which a unit is reminded, its officers are nudged and its secretary reads the digest is played twice: by one
process in peace, and by two on PostgreSQL that are killed at random moments of their work and started again. What they
owe people is the same in both, message by message.
"""

import argparse
import asyncio
import json
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import MovableClock
from bot.due import Times
from bot.jobs import kind_of, name_of
from journey.people import Role
from scheduler import JOBS
from storage import job_runs, sql
from storage.reviews import ReviewRow
from storage.sql import moment, ms
from tests.conftest import running
from tests.fakes.telegram_spec import CHECKOUT
from tests.reliability.clock_process import UP
from tests.reliability.shared_clock import set_to
from tests.scheduler.reminded import House, at, house
from tests.support import postgres
from tests.support.databases import PostgresTemplate, opened_at
from tests.support.driver import until

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

SILENT, DILIGENT, OFFICERS = 120, 20, 12
"""Members who do not register, members whose work waits for the board, and the board."""

ASKED_ON = date(2027, 1, 15)
SUNDAY, MONDAY, THURSDAY = date(2027, 1, 24), date(2027, 1, 25), date(2027, 1, 28)
"""Registration closes on the 31st: a week before, the officers' week begins, three days before."""

MOMENTS = (
    at(SUNDAY), at(SUNDAY, 8), at(MONDAY), at(MONDAY, 8), at(MONDAY, 14), at(MONDAY, 16), at(THURSDAY), at(THURSDAY, 8)
)  # fmt: skip
PATIENCE = 60.0
"""Seconds until a moment's work must be done, on a machine that is busy with other things."""

STRIKES_WITHIN = 0.6
"""Seconds from a moment, or from the blow before, to a blow, evenly spread: its work takes about so long."""

AGAIN = timedelta(seconds=10)
"""What was being sent at a blow leaves again some seconds later, by the clock that stands."""

BOTH = 0.2
"""The share of blows that hit both processes."""

A_WEEK = 16
"""Blows while one week is played, two a moment."""

Message = tuple[str, date, str, str]
"""(chat, local day on which it may leave, kind, words)."""


@dataclass(slots=True)
class Findings:
    """What was found: messages owed, blows, how often another process took the clock, and what is wrong."""

    messages: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    blows: int = 0
    changes: int = 0
    wrong: list[str] = field(default_factory=list)


async def run(peaceful: str, killed: str, blows: int, seed: int, folder: Path) -> Findings:
    """Play the week on two empty PostgreSQL databases; hold what was owed in one against the other."""
    expected = await _in_peace(peaceful, folder / "peace")
    hits = Hits(killed, folder, random.Random(seed))
    async with opened_at(killed):
        await _lay_down()
        try:
            await hits.play(blows)
            found = await _owed()
        finally:
            await hits.end()
    findings = Findings(found.total(), Counter(kind for _, _, kind, _ in found.elements()), hits.blows, hits.changes())
    findings.wrong += [f"not owed: {each}" for each in (expected - found).elements()]
    findings.wrong += [f"owed besides: {each}" for each in (found - expected).elements()]
    return findings


async def _in_peace(url: str, folder: Path) -> Counter[Message]:
    """Return what one process owes that nobody disturbs."""
    clock = MovableClock(MOMENTS[0] - timedelta(minutes=1), runs=False)
    async with running("web", url, folder, clock) as world:
        await _lay_down()
        await world.service.rounds.known()
        for each in MOMENTS:
            clock.move_to(each)
            await world.service.rounds.look(lambda: True)
            await until(lambda: world.service.road.idle, times=3)
        return await _owed()


async def _lay_down() -> None:
    """Put the unit into the open database."""
    found = await house(date(2027, 1, 1), date(2027, 1, 31))
    for number in range(SILENT):
        await found.joins(f"Silent {number}")
    for number in range(OFFICERS):
        await found.joins(f"Officer {number}", Role.SECRETARY if number == 0 else Role.EXECUTIVE)
    for number in range(DILIGENT):
        await _waits(found, await found.joins(f"Diligent {number}"))
    await found.session(at(MONDAY, 18))


async def _waits(found: House, member: int) -> None:
    asked_at = at(ASKED_ON, 9)
    tasks = await found.registers(member, "RL2")
    submission = await found.hands_in(tasks["RL2"], "waiting", asked_at)
    _ = await ReviewRow.create(submission_id=submission, body="bch_doan_co_so", asked_at=asked_at)


async def _owed() -> Counter[Message]:
    """Return every message that was owed with a key."""
    rows = await sql.rows("SELECT chat, key, not_before, body FROM outbox WHERE key IS NOT NULL")
    return Counter(
        (row["chat"], moment(row["not_before"]).astimezone(ZONE).date(), kind_of(row["key"]), _words(row["body"]))
        for row in rows
    )


def _words(body: str) -> str:
    return str(json.loads(body).get("text", ""))


class Hits:
    """Two processes on one database, and who kills them."""

    def __init__(self, url: str, folder: Path, chance: random.Random) -> None:
        self._url = url
        self._folder = folder
        self._chance = chance
        self._clock = folder / "clock"
        self._processes: list[asyncio.subprocess.Process] = []
        self._logs: tuple[list[Path], list[Path]] = ([], [])
        self.blows = 0

    async def play(self, blows: int) -> None:
        """Go through the week; strike `blows` times, evenly over its moments."""
        set_to(self._clock, MOMENTS[0] - timedelta(minutes=1))
        self._processes = [await self._started(place) for place in range(2)]
        await self._comes(_are_begun)
        for number, each in enumerate(MOMENTS, 1):
            due = blows * number // len(MOMENTS)
            if self.blows < due:
                await self._comes(self._are_up)
            set_to(self._clock, each)
            while self.blows < due:
                await asyncio.sleep(self._chance.uniform(0, STRIKES_WITHIN))
                await self._strike()
            await self._comes(partial(_is_over, each))
            set_to(self._clock, each + AGAIN)
            await self._comes(partial(_is_over, each + AGAIN))

    async def _strike(self) -> None:
        """Kill both, or the one that has the clock: that another one dies changes nothing."""
        ticks = [place for place, logs in enumerate(self._logs) if '"the clock"' in logs[-1].read_text("utf-8")]
        places = [0, 1] if self._chance.random() < BOTH or not ticks else ticks
        for place in places:
            self._processes[place].kill()
            await self._processes[place].wait()
        for place in places:
            self._processes[place] = await self._started(place)
        self.blows += len(places)

    async def _started(self, place: int) -> asyncio.subprocess.Process:
        self._logs[place].append(self._folder / f"process-{place}-{len(self._logs[place])}.log")
        with self._logs[place][-1].open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.reliability.clock_process", self._url, str(self._clock), str(self._folder),
                cwd=CHECKOUT, stdout=log, stderr=log,
            )  # fmt: skip

    async def _comes(self, holds: Callable[[], Awaitable[bool]]) -> None:
        """Return when `holds`.

        Raises:
            TimeoutError: it does not in time; the log says why.
        """
        async with asyncio.timeout(PATIENCE):
            while not await holds():  # noqa: ASYNC110 - what is awaited is in other processes
                await asyncio.sleep(0.02)

    def changes(self) -> int:
        """Return how often a process took the clock."""
        logs = [log for place in self._logs for log in place]
        return sum(log.read_text("utf-8").count("this process has what is single") for log in logs)

    async def _are_up(self) -> bool:
        """Say whether both take work."""
        return all(f"{UP}\n" in place[-1].read_text("utf-8") for place in self._logs)

    async def end(self) -> None:
        """Leave nothing running."""
        for process in self._processes:
            if process.returncode is None:
                process.kill()
            await process.wait()


async def _are_begun() -> bool:
    return {name_of(job) for job in JOBS} <= (await job_runs.known()).keys()


async def _is_over(now: datetime) -> bool:
    """Say whether each job dealt with its last moment up to `now`, and all that may leave has left."""
    known = await job_runs.known()
    for job in JOBS:
        if Times(job.CRON, ZONE).latest(known[name_of(job)].due_at, now) is not None:
            return False
    leaving = "status IN ('waiting', 'sending') AND not_before <= ?1"
    return not await sql.rows(f"SELECT id FROM outbox WHERE {leaving} LIMIT 1", ms(now))


def main() -> int:
    """Run the command."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--times", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    folder, wrong, left = Path(tempfile.mkdtemp(prefix="clock-")), 0, chosen.times
    _say(f"in {folder}")
    with postgres.server() as address:
        template, week = PostgresTemplate(address), 0
        while left > 0 and not wrong:
            week += 1
            with template.copy() as peaceful, template.copy() as killed:
                ground = folder / str(week)
                ground.mkdir()
                found = asyncio.run(run(peaceful, killed, min(left, A_WEEK), chosen.seed + week, ground))
            left -= found.blows
            wrong += len(found.wrong)
            kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(found.kinds.items()))
            _say(f"week {week}: {found.blows} kills, the clock taken {found.changes} times, {kinds}")
            for each in found.wrong[:20]:
                _say(f"WRONG: {each}")
    if wrong:
        return 1
    shutil.rmtree(folder)
    return 0


def _say(sentence: str) -> None:
    print(sentence, flush=True)  # noqa: T201 - this is a command


if __name__ == "__main__":
    sys.exit(main())
