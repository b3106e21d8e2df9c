"""`hanhtrinh jobs`: what happens by the clock, when it last did and when it will."""

from datetime import UTC, datetime
from types import ModuleType

from rich.table import Table
from rich.text import Text

from bot.commands.console import load_settings, open_database, out, words
from bot.due import Times
from bot.jobs import name_of
from bot.settings import Settings
from scheduler import JOBS
from storage import job_runs
from storage.job_runs import JobRun

HEADINGS = ("name", "cron", "last", "next", "note")


async def list_() -> int:
    """Print a row for each job."""
    settings, now = load_settings(), datetime.now(UTC)
    async with open_database(settings):
        known = await job_runs.known()
    made = Table(*(words(f"jobs.heading-{heading}") for heading in HEADINGS), show_lines=True)
    for job in JOBS:
        made.add_row(*(Text(cell) for cell in _cells(job, known.get(name_of(job)), now, settings)))
    out.print(made)
    out.print(words("jobs.how"))
    return 0


def _cells(job: ModuleType, run: JobRun | None, now: datetime, settings: Settings) -> tuple[str, ...]:
    name = name_of(job)
    return (
        f"{name}\n" + words(f"jobs.what-{name.replace('_', '-')}"),
        job.CRON,
        _last(run, settings),
        _next(job, run, now, settings),
        "\n".join(_notes(run, settings)),
    )


def _last(run: JobRun | None, settings: Settings) -> str:
    if run is None or run.ended_at is None:
        return words("jobs.never")
    at = shown(run.ended_at, settings)
    return words("jobs.last", due=shown(run.due_at, settings), at=at, rows=run.rows, owed=run.owed)


def _next(job: ModuleType, run: JobRun | None, now: datetime, settings: Settings) -> str:
    """Return when it runs next; what a product that stands still owes, it runs when it is started."""
    times = Times(job.CRON, settings.zone)
    owed = times.latest(run.due_at, now) if run else None
    if owed is not None and now - owed <= job.MISFIRE:
        return words("jobs.next-owed", due=shown(owed, settings))
    return shown(times.next(now), settings)


def _notes(run: JobRun | None, settings: Settings) -> list[str]:
    notes = []
    if run and run.missed_at is not None:
        notes.append(words("jobs.missed", due=shown(run.missed_at, settings)))
    if run and run.failing_since is not None:
        since = shown(run.failing_since, settings)
        notes.append(words("jobs.failing", since=since, error=run.error, tries=run.tries))
    return notes


def shown(moment: datetime, settings: Settings) -> str:
    """Return a moment as the operator reads it."""
    return moment.astimezone(settings.zone).strftime("%H:%M %d/%m/%Y")
