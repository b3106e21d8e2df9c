"""The file of a backup: an ordinary tar, written and read member by member, with the SHA-256 of each at its end.

    about.json                       what this is: format, release, migrations, when
    tables/people/000001.jsonl.gz    rows, a JSON object a line, some thousand lines a member
    files/evidence/ab/ab12….jpg      the store's files by their keys, as they are
    contents.json                    how many rows, files and bytes there are
    SHA256SUMS                       a line a member, as `sha256sum --check` reads it

Whoever has lost everything but the file gets at it with `tar`, `zcat` and `sha256sum`.
"""

import fcntl
import gzip
import hashlib
import json
import os
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

FORMAT = 1
ABOUT, CONTENTS, SUMS = "about.json", "contents.json", "SHA256SUMS"
TABLES, FILES = "tables/", "files/"

WHAT = "hanhtrinh backup"
PIECE = 1 << 20


class BeingWritten(Exception):
    """Another backup is writing to the same place."""


class Writer:
    """Adds members, in the order they are to be read."""

    def __init__(self, out: IO[bytes], at: int) -> None:
        self._out = out
        self._at = at
        self._sums = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `close`

    def begin(self, **about: object) -> None:
        """Say what this is."""
        self.add(ABOUT, json.dumps({"what": WHAT, "format": FORMAT, **about}, indent=2).encode())

    def add(self, name: str, data: bytes) -> None:
        """Add a member."""
        with self.member(name, len(data)) as member:
            member.write(data)

    def add_lines(self, name: str, lines: bytes) -> None:
        """Add a member, compressed."""
        self.add(name, gzip.compress(lines, 6, mtime=0))

    @contextmanager
    def member(self, name: str, size: int) -> Iterator["Member"]:
        """Add a member of exactly `size` bytes, piece by piece.

        Raises:
            ValueError: there were more or fewer.
        """
        info = tarfile.TarInfo(name)
        info.size, info.mtime, info.mode = size, self._at, 0o600
        self._out.write(info.tobuf(tarfile.PAX_FORMAT, "utf-8"))
        member = Member(self._out)
        yield member
        if member.size != size:
            raise ValueError(f"{name} has {member.size} bytes, not {size}")
        self._out.write(bytes(-size % tarfile.BLOCKSIZE))
        self._sums.write(sum_line(member.digest, name))

    def finish(self) -> None:
        """Write the sums and the end."""
        size = self._sums.tell()
        self._sums.seek(0)
        with self.member(SUMS, size) as member:
            while piece := self._sums.read(PIECE):
                member.write(piece)
        self._out.write(bytes(2 * tarfile.BLOCKSIZE))

    def close(self) -> None:
        """Let go of what is not needed any more."""
        self._sums.close()


class Member:
    """A member being written."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._hash = hashlib.sha256()
        self.size = 0

    def write(self, piece: bytes) -> None:
        """Write the next piece."""
        self._out.write(piece)
        self._hash.update(piece)
        self.size += len(piece)

    @property
    def digest(self) -> str:
        """Return the SHA-256 of what was written."""
        return self._hash.hexdigest()


def sum_line(digest: str, name: str) -> bytes:
    """Return a line of SHA256SUMS."""
    return f"{digest}  {name}\n".encode()


@contextmanager
def writing(path: Path, at: int) -> Iterator[Writer]:
    """Write a backup to `path`, readable by its owner only; it is there whole, and on the disk, or not at all.

    `at` is when, in seconds since 1970.

    Raises:
        FileExistsError: something is there already.
        BeingWritten: by another process.
        OSError: it cannot be written.
    """
    if os.path.lexists(path):
        raise FileExistsError(path)
    part = path.with_name(f"{path.name}.part")
    with _to_ourselves(part) as out:
        writer = Writer(out, at)
        try:
            yield writer
            writer.finish()
            out.flush()
            os.fsync(out.fileno())
            part.rename(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        finally:
            writer.close()
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextmanager
def _to_ourselves(part: Path) -> Iterator[IO[bytes]]:
    """Open `part` anew, whatever a backup that was killed left there."""
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    with os.fdopen(handle, "wb") as out:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BeingWritten(part) from error
        if not part.exists() or part.stat().st_ino != os.fstat(handle).st_ino:
            raise BeingWritten(part)  # it was finished just now, and what we hold is no longer a part
        os.fchmod(handle, 0o600)
        os.ftruncate(handle, 0)
        yield out
