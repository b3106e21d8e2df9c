"""`hanhtrinh run`: the product, until it is told to stop."""

import asyncio
import contextlib
import gc
import signal

from bot import logs
from bot.commands.console import Stopped, errors, holidays_words, load_settings, out, words
from bot.service import Service
from journey.holidays_file import BrokenHolidays
from storage.database import DatabaseUnreachable, sqlite_path
from storage.files import FileStoreDown
from storage.holding import AlreadyRunning


async def run() -> int:
    """Run until SIGTERM or Ctrl+C; a second one does not wait."""
    try:
        settings = load_settings()
    except Stopped:
        return 1
    logs.configure(settings.log_level, whole_errors=settings.has_sandbox and not settings.has_bots)
    if not settings.has_bots and not settings.has_sandbox:
        errors.print(words("cli.nothing-to-run"), style="bold red")
        return 1
    if not settings.has_bots:
        settings = settings.in_sandbox()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, _stop_once, number, stop)
    try:
        service = Service(settings)
    except BrokenHolidays as broken:
        assert settings.holidays_file is not None
        for line in holidays_words(settings.holidays_file, broken.faults):
            errors.print(line, style="bold red")
        return 1
    try:
        await service.start()
    except AlreadyRunning as other:
        errors.print(words("cli.already-running", file=sqlite_path(settings.database), pid=other.pid), style="bold red")
        return 1
    except DatabaseUnreachable as error:
        errors.print(words("cli.database-unreachable", reason=error.reason), style="bold red")
        return 1
    except FileStoreDown as error:
        errors.print(words("cli.files-unusable", where=settings.files, reason=error.reason), style="bold red")
        return 1
    except OSError as error:
        errors.print(
            words("cli.cannot-listen", host=settings.http_host, port=str(settings.http_port), reason=str(error))
        )
        return 1
    _leave_alone_what_stays()
    if settings.has_sandbox:
        out.print(
            words("cli.sandbox-open", address=f"http://{settings.http_host}:{service.port}/sandbox"),
            style="bold",
        )
    for bot in service.bots:
        out.print(words("cli.bot-runs", bot=bot.name, mode=settings.telegram_mode))
    for zalo in service.zalo.bots:
        out.print(words("cli.bot-runs", bot=zalo.name, mode=settings.zalo_mode))
    await stop.wait()
    out.print(words("cli.stopping"))
    await service.stop()
    return 0


def _leave_alone_what_stays() -> None:
    """Have the garbage collector look at what is new: all that a start makes stays, and looking at it over and over
    took a fifth of the time of an update."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def _stop_once(number: signal.Signals, stop: asyncio.Event) -> None:
    """Stop in order; the same signal again does what it does to any program."""
    stop.set()
    signal.signal(number, signal.SIG_DFL)
