"""`hanhtrinh restore`: a backup into an empty database and file store."""

from pathlib import Path

from bot.commands.backup_words import holds, missing, saying_why
from bot.commands.console import Stopped, errors, load_settings, out, words
from storage import restoring
from storage.files import Files


async def restore(file: Path) -> int:
    """Put the backup `file` into what the settings name, which is empty; return the exit status."""
    try:
        settings = load_settings()
        with saying_why(file):
            contents = await restoring.restore(file, settings.database, Files(settings.files))
    except Stopped:
        return 1
    out.print(words("backup.restored", file=str(file)), style="bold green")
    out.print(holds(contents))
    if lacks := missing(contents):
        errors.print(lacks, style="yellow")
    out.print(words("backup.restored-next"))
    return 0
