"""What `backup` and `restore` say when they cannot: the fact, and what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.commands.console import Stopped, errors, words
from storage.archive import BeingWritten
from storage.archive_reading import DamagedBackup, NewerBackup, NotABackup
from storage.backup import Contents, FileChanged, NewerDatabase, NoDatabase
from storage.database import DatabaseUnreachable, is_in_trouble
from storage.files import FileStoreDown
from storage.restoring import DatabaseNotEmpty, FilesNotEmpty, RestoredDiffers, RowsRefused

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""No room: on the disk, for this user, or for a file so large."""


@contextmanager
def saying_why(file: Path) -> Iterator[None]:
    """Say why something cannot be done with the backup `file`.

    Raises:
        Stopped: it was said.
    """
    try:
        yield
    except Exception as error:
        sentence = _sentence(error, str(file))
        if not sentence:
            raise
        errors.print(sentence, style="bold red")
        raise Stopped from error


def _sentence(error: Exception, file: str) -> str:
    """Return what `error` means to an operator, "" when it is a defect of ours."""
    match error:
        case NotABackup():
            return words("backup.not-a-backup", file=file)
        case NewerBackup():
            return words("backup.newer-backup", file=file, release=error.release)
        case DamagedBackup():
            return words("backup.damaged", file=file, member=error.member or "-")
        case NewerDatabase():
            return words("backup.newer-database", migration=error.migration)
        case DatabaseNotEmpty():
            return words("backup.database-not-empty", table=error.table)
        case FilesNotEmpty():
            return words("backup.files-not-empty", name=error.key)
        case RowsRefused():
            return words("backup.rows-refused", table=error.table, reason=error.reason)
        case RestoredDiffers():
            return words("backup.differs", table=error.table or "-")
        case NoDatabase():
            return words("backup.no-database")
        case FileChanged():
            return words("backup.file-changed", name=str(error))
        case FileStoreDown():
            return words("backup.files-down", reason=error.reason)
        case DatabaseUnreachable():
            return words("cli.database-unreachable", reason=error.reason)
        case FileExistsError():
            return words("backup.exists", file=file)
        case BeingWritten():
            return words("backup.being-written", file=file)
        case OSError():
            return words("backup.full" if error.errno in FULL else "backup.no-way", file=file, reason=str(error))
        case _:
            return words("backup.database-trouble", reason=str(error)) if is_in_trouble(error) else ""


def holds(contents: Contents) -> str:
    """Return what a backup holds, in a few lines."""
    filled = {name: each.rows for name, each in sorted(contents.tables.items()) if each.rows}
    return words(
        "backup.holds",
        rows=contents.rows,
        tables=", ".join(f"{name} {rows}" for name, rows in filled.items()) or "-",
        files=contents.files,
        size=-(-contents.bytes // 1_000_000),
    )


def missing(contents: Contents) -> str:
    """Return which files a backup lacks, "" when it lacks none."""
    if not contents.missing:
        return ""
    return words("backup.missing", count=contents.missing, names=", ".join(contents.named))
