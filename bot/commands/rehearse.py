"""`hanhtrinh rehearse`: a year with made-up people at virtual time, and what an organiser learns from it."""

import asyncio
import contextlib
import gc
import signal
import time
from pathlib import Path

from bot import logs, plans
from bot.commands.console import errors, holidays_words, load_settings, out, words
from bot.commands.programme import print_faults
from bot.office import Offices
from bot.rehearsal import people, report
from bot.rehearsal.findings import Weight
from bot.rehearsal.year import Month, Rehearsed, Wanted, rehearse
from bot.settings import Settings
from journey import programme_file
from journey.holidays_file import BrokenHolidays
from journey.programme_faults import BrokenProgramme

MOST = 20_000
"""Members beyond which nobody waits for a rehearsal any more."""

YEARS = range(2020, 2041)
"""The years whose holidays and Tết are reckoned and tested."""


STOPPED = 130
"""The exit status of whatever Ctrl+C ended."""


async def run(wanted: Wanted, file: Path) -> int:
    """Rehearse, and write the report to `file`; return the exit status: 1 also when a conversation broke."""
    if refusal := _refusal(wanted) or _no_folder(file):
        errors.print(refusal, style="bold red")
        return 1
    settings = load_settings()
    logs.configure("ERROR", whole_errors=True)
    _stop_in_order()
    try:
        found = await _rehearsed(wanted, settings)
        _write(found, settings, file)
    except BrokenProgramme as broken:
        print_faults(broken.faults, wanted.programme, errors)
        return 1
    except BrokenHolidays as broken:
        assert settings.holidays_file is not None
        for line in holidays_words(settings.holidays_file, broken.faults):
            errors.print(line, style="bold red")
        return 1
    except asyncio.CancelledError:
        errors.print(words("rehearsal.stopped"))
        return STOPPED
    except OSError as error:
        errors.print(words("rehearsal.cannot-write", file=str(file), reason=error.strerror or ""), style="bold red")
        return 1
    return _sum_up(found, settings, file)


def _stop_in_order() -> None:
    """Have SIGTERM do what Ctrl+C does: the folder goes before the process does."""
    task = asyncio.current_task()
    assert task is not None
    with contextlib.suppress(NotImplementedError):
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)


def _refusal(wanted: Wanted) -> str:
    """Return what cannot be rehearsed, "" when everything can."""
    if not 1 <= wanted.members <= MOST:
        return words("rehearsal.bad-members", most=MOST)
    if not 1 <= wanted.groups <= wanted.members:
        return words("rehearsal.bad-groups", members=wanted.members)
    if wanted.year not in YEARS:
        return words("rehearsal.bad-year", first=str(YEARS[0]), last=str(YEARS[-1]))
    if wanted.programme not in programme_file.SHIPPED and not Path(wanted.programme).is_file():
        shipped = ", ".join(programme_file.SHIPPED)
        return words("rehearsal.cannot-read", file=wanted.programme, shipped=shipped)
    return ""


def _no_folder(file: Path) -> str:
    """Return why the report cannot be written, before a year is spent on it; "" when it can."""
    return "" if file.parent.is_dir() else words("rehearsal.no-folder", folder=str(file.parent))


async def _rehearsed(wanted: Wanted, settings: Settings) -> Rehearsed:
    began, cpu = time.perf_counter(), time.process_time()
    out.print(
        words(
            "rehearsal.begins",
            year=str(wanted.year),
            members=wanted.members,
            groups=wanted.groups,
            seed=str(wanted.seed),
        )
    )
    gc.freeze()  # what a start makes stays: looking at it over and over takes a fifth of the time
    gc.set_threshold(20_000, 20, 50)
    found = await rehearse(wanted, settings, _over)
    each = (time.process_time() - cpu) / max(1, found.journal.kinds.total())
    seconds = round(time.perf_counter() - began)
    out.print(words("rehearsal.cost", seconds=seconds, each=round(each * 1_000_000)))
    return found


def _over(month: Month) -> None:
    out.print(words("rehearsal.month-over", month=month.first.month, updates=month.updates, messages=month.messages))


def _write(found: Rehearsed, settings: Settings, file: Path) -> None:
    office = Offices(settings).at(found.season.opens_on).office
    page = report.render(found, people.cast(), office, settings.reminders_a_week, plans.zalo(settings))
    file.write_text(page, "utf-8")


def _sum_up(found: Rehearsed, settings: Settings, file: Path) -> int:
    hours = Offices(settings).at(found.season.opens_on)
    noticed = list(report.all_findings(found, people.cast(), hours.office))
    musts = sum(each.weight is Weight.MUST for each in noticed)
    out.print(words("rehearsal.written", file=str(file), must=musts, look=len(noticed) - musts))
    if any(each.broken for each in report.checks(found, hours.a_week)):
        errors.print(words("rehearsal.broken"), style="bold red")
        return 1
    return 0
