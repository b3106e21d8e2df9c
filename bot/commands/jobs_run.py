"""`hanhtrinh jobs run`: has the running product run jobs now, or tries them at a moment."""

import asyncio
import contextlib
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from types import ModuleType

from bot.commands.console import Stopped, errors, load_settings, open_database, out, words
from bot.commands.jobs_try import try_
from bot.jobs import name_of
from bot.settings import Settings
from bot.ticking import LOOK_EVERY
from scheduler import JOBS
from storage import job_runs
from storage.job_runs import JobRun

FARTHEST = timedelta(days=731)
"""How far from today a trial may be: seasons and holidays are known for about so long."""

TAKEN_WITHIN = 2 * LOOK_EVERY
"""Seconds within which the running product must have taken the wish."""

DONE_WITHIN = 600.0
"""Seconds that are waited for the end of the run."""

LOOK = 0.5
"""Seconds between looks at what became of it."""


async def run(names: Sequence[str], at: str, *, is_dry: bool, is_sure: bool) -> int:
    """Try jobs, as of the local moment `at`, or have the running product run them now."""
    settings = load_settings()
    jobs = [_job(name) for name in names]
    if is_dry:
        return await try_(jobs, _moment(at, settings), settings)
    if at:
        errors.print(words("jobs.only-now"))
        return 1
    if not is_sure and not _confirms([name_of(job) for job in jobs]):
        return 1
    async with open_database(settings):
        for job in jobs:
            if await ask(name_of(job)):
                return 1
    return 0


def _job(name: str) -> ModuleType:
    for job in JOBS:
        if name.replace("-", "_") == name_of(job):
            return job
    errors.print(words("jobs.unknown", name=name, names=", ".join(name_of(job) for job in JOBS)))
    raise Stopped


def _moment(at: str, settings: Settings) -> datetime:
    now = datetime.now(UTC)
    try:
        asked = datetime.fromisoformat(at) if at else now
    except ValueError:
        errors.print(words("jobs.not-a-moment", said=at))
        raise Stopped from None
    moment = asked if asked.tzinfo else asked.replace(tzinfo=settings.zone)
    if abs(moment - now) > FARTHEST:
        errors.print(words("jobs.too-far", days=FARTHEST.days))
        raise Stopped
    return moment.astimezone(UTC)


def _confirms(names: Sequence[str]) -> bool:
    """Ask at the terminal; without one only `--yes` will do."""
    if not sys.stdin.isatty():
        errors.print(words("jobs.say-yes"))
        return False
    out.print(words("jobs.confirm", names=", ".join(names)), end=" ")
    return input().strip().casefold() in words("jobs.yes").split()


async def ask(name: str) -> int:
    """Wish for a run in the process that has the clock, and say what came of it; return the exit status."""
    asked_at = datetime.now(UTC)
    is_known = await job_runs.ask(name, asked_at)
    if is_known:
        out.print(words("jobs.asked", name=name, seconds=round(TAKEN_WITHIN)))
        await _comes(lambda run: run.asked_at is None, name, TAKEN_WITHIN)
    if not is_known or await job_runs.take(name, asked_at):
        errors.print(words("jobs.not-taken", name=name))
        return 1
    if not await _comes(lambda run: _ended_at(run) >= asked_at, name, DONE_WITHIN):
        errors.print(words("jobs.not-done", name=name))
        return 1
    run = (await job_runs.known())[name]
    if run.tries:
        errors.print(words("jobs.failed", name=name, error=run.error))
        return 1
    out.print(words("jobs.done", name=name, rows=run.rows, owed=run.owed))
    return 0


def _ended_at(run: JobRun) -> datetime:
    """Return when its last run ended, well or not."""
    return max([at for at in (run.ended_at, run.failed_at) if at is not None], default=datetime.min.replace(tzinfo=UTC))


async def _comes(holds: Callable[[JobRun], bool], name: str, within: float) -> bool:
    """Return whether `holds` comes true in time."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(within):
            while not holds((await job_runs.known())[name]):  # noqa: ASYNC110 - it is in another process
                await asyncio.sleep(LOOK)
            return True
    return False
