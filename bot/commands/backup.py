"""`hanhtrinh backup`: the database and the files in one file, while the product runs."""

from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bot.commands.backup_words import holds, missing, saying_why
from bot.commands.console import Stopped, errors, load_settings, out, words
from bot.settings import Settings
from storage import backup as taking
from storage import database, restoring
from storage.backup import Contents, NoDatabase
from storage.files import Files


async def backup(file: Path, *, check: bool) -> int:
    """Write a backup to `file`, or only check the one that is there; return the exit status."""
    try:
        with saying_why(file):
            return _check(file) if check else await _take(file)
    except Stopped:
        return 1


def _check(file: Path) -> int:
    contents, at = restoring.check(file)
    out.print(words("backup.good", file=str(file), at=at), style="bold green")
    _print(contents)
    return 0


async def _take(file: Path) -> int:
    settings = load_settings()
    contents = await take(file, settings)
    out.print(words("backup.taken", file=str(file)), style="bold green")
    _print(contents)
    out.print(words("backup.keep-settings"))
    return 0


async def take(file: Path, settings: Settings) -> Contents:
    """Write a backup of what `settings` name to `file`; the tables are left as they are.

    Raises:
        Exception: those of `storage.backup.take`; nothing is at `file` then.
    """
    if not _is_there(settings.database):  # opening would make one
        raise NoDatabase
    await database.open_database(settings.database)
    try:
        files = Files(settings.files)
        return await taking.take(file, settings.database, files, release=version("hanhtrinh"), now=datetime.now(UTC))
    finally:
        await database.close_database()


def _is_there(url: str) -> bool:
    return not url.startswith("sqlite") or Path(database.sqlite_path(url)).exists()


def _print(contents: Contents) -> None:
    out.print(holds(contents))
    if lacks := missing(contents):
        errors.print(lacks, style="yellow")
