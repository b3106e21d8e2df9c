"""What the commands share: their language, and how they tell an operator what is wrong."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console

from bot import settings as bot_settings
from bot.commands.language import language as language
from bot.settings import Settings, WrongSettings
from journey.holidays_file import Fault
from locales import texts
from storage import database

out = Console(highlight=False, soft_wrap=True, markup=False)
errors = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)


class Stopped(Exception):
    """The command cannot go on; why has been said. The exit status is 1."""


def words(key: str, zone: str = "Asia/Ho_Chi_Minh", **params: object) -> str:
    """Return a sentence in the operator's language."""
    return texts.render(language(), key, params, ZoneInfo(zone))


def load_settings() -> Settings:
    """Read the settings; say every fault with its remedy.

    Raises:
        Stopped: they are wrong.
    """
    try:
        return bot_settings.load()
    except WrongSettings as wrong:
        errors.print(words("cli.wrong-settings", count=len(wrong.faults)), style="bold red")
        for fault in wrong.faults:
            errors.print("  " + fault_words(fault))
        raise Stopped from None


def fault_words(fault: bot_settings.SettingFault) -> str:
    """Return what is wrong with one setting, and an example."""
    return words(
        "cli.setting", name=fault.name, guess=fault.guess, example=fault.example, file=fault.file, line=fault.line,
        reason=words(f"cli.setting-{fault.reason}", name=fault.name, guess=fault.guess),
    )  # fmt: skip


def holidays_words(file: Path, faults: Iterable[Fault]) -> list[str]:
    """Return every mistake of the file of holidays, with its place and its remedy."""
    return [
        words(
            "cli.holidays-fault",
            file=str(file),
            place=fault.place or "–",
            reason=words(f"holidays-file.{fault.reason.replace('_', '-')}", **fault.params),
        )
        for fault in faults
    ]


@asynccontextmanager
async def open_database(settings: Settings) -> AsyncIterator[None]:
    """Open the database, its tables up to date, for one command.

    Raises:
        Stopped: it cannot be reached; why has been said.
    """
    try:
        await database.migrate(settings.database)
        await database.open_database(settings.database)
    except database.DatabaseUnreachable as error:
        errors.print(words("cli.database-unreachable", reason=error.reason), style="bold red")
        raise Stopped from None
    try:
        yield
    finally:
        await database.close_database()
