"""Reading a backup's file: nothing of it is believed before all of it was read."""

import hashlib
import json
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any

from storage.archive import ABOUT, CONTENTS, FILES, FORMAT, PIECE, SUMS, TABLES, WHAT, sum_line

LARGEST = 16 << 20
"""Bytes a member of rows or of JSON may have, unpacked: a megabyte of rows (`backup.CHUNK`) and one huge one; no row of
ours comes near, what people send being taken up to a megabyte. More is no backup of ours."""

BROKEN = (
    tarfile.TarError, zlib.error, ValueError, KeyError, TypeError, EOFError, OverflowError, RecursionError, MemoryError
)  # fmt: skip
"""What reading something that nobody wrote like that may raise."""


class NotABackup(Exception):
    """The file is something else."""


class DamagedBackup(Exception):
    """The file was a backup; `member` is where it stops being one ("" at its end)."""

    def __init__(self, member: str) -> None:
        super().__init__(member)
        self.member = member


class NewerBackup(Exception):
    """A release that is newer than this one made it; `release` is its version."""

    def __init__(self, release: str) -> None:
        super().__init__(release)
        self.release = release


class Reader:
    """A backup that is open. `about` is its first member."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw
        self.about: dict[str, Any] = self._about()

    def _about(self) -> dict[str, Any]:
        try:
            name, data = next(self._members())
            about = json.loads(data.read(PIECE)) if name == ABOUT else {}
        except (*BROKEN, StopIteration):
            about = {}
        if not isinstance(about, dict) or about.get("what") != WHAT:
            raise NotABackup
        if about.get("format") != FORMAT:
            raise NewerBackup(str(about.get("release", "")))
        return about

    def members(self, prefix: str) -> Iterator[tuple[str, "Hashed"]]:
        """Yield the members below `prefix` with the rest of their names, in order; `checked` found them good."""
        for name, data in self._members():
            if name.startswith(prefix):
                yield name.removeprefix(prefix), data

    def checked(self) -> Iterator[tuple[str, "Hashed"]]:
        """Yield every member but the sums; at the end nothing is missing, and each is what it was.

        Raises:
            DamagedBackup: the backup must not be used.
        """
        sums, name, is_whole = hashlib.sha256(), "", False
        try:
            for name, data in self._members():
                if name == SUMS:
                    is_whole = data.digest() == sums.hexdigest() and self._is_at_the_end(data.size)
                    break
                yield name, data
                sums.update(sum_line(data.digest(), name))
        except BROKEN as error:
            raise DamagedBackup(name) from error
        if not is_whole:
            raise DamagedBackup("")

    def _is_at_the_end(self, size: int) -> bool:
        """Say whether nothing but the end follows a member of `size` bytes that was just read."""
        rest = -size % tarfile.BLOCKSIZE + 2 * tarfile.BLOCKSIZE
        return self._raw.read(rest + 1) == bytes(rest)

    def _members(self) -> Iterator[tuple[str, "Hashed"]]:
        self._raw.seek(0)
        with tarfile.open(fileobj=self._raw, mode="r:", encoding="utf-8", errors="strict") as tar:
            while (info := tar.next()) is not None:
                tar.members.clear()  # type: ignore[attr-defined]  # it remembers them all
                data = tar.extractfile(info) if info.type == tarfile.REGTYPE and not info.issparse() else None
                if data is None or not _is_ours(info.name):
                    raise ValueError(info.name)
                yield info.name, Hashed(data, info.size)


class Hashed:
    """A member being read; `raw` reads it past the sum."""

    def __init__(self, data: IO[bytes], size: int) -> None:
        self.raw = data
        self._hash = hashlib.sha256()
        self.size = size

    def read(self, size: int) -> bytes:
        """Return the next bytes, `size` at most."""
        piece = self.raw.read(size)
        self._hash.update(piece)
        return piece

    def digest(self) -> str:
        """Return the SHA-256 of the whole; what was not read yet is read."""
        while self.read(PIECE):
            pass
        return self._hash.hexdigest()

    def json(self) -> Any:
        """Return the whole, which is JSON."""
        return json.loads(self._whole())

    def lines(self) -> Iterator[bytes]:
        """Yield the lines of the whole, which is compressed; of the rest only a piece is in memory."""
        begun = b""
        for piece in self._unpacked():
            *lines, begun = (begun + piece).split(b"\n")
            yield from lines
        if begun:
            yield begun

    def _unpacked(self) -> Iterator[bytes]:
        unpacking, size = zlib.decompressobj(31), 0
        while not unpacking.eof:
            packed = unpacking.unconsumed_tail or self.read(PIECE)
            piece = unpacking.decompress(packed, PIECE)
            size += len(piece)
            if size > LARGEST or not (packed or piece):
                raise ValueError("larger than anything we write, or cut short")
            yield piece
        if unpacking.unused_data or self.read(1):
            raise ValueError("something follows what was written")

    def _whole(self) -> bytes:
        if self.size > LARGEST:
            raise ValueError("larger than anything we write")
        return self.read(self.size)


def _is_ours(name: str) -> bool:
    """Say whether a member may have this name: none leads out of the folder it is put into."""
    path = PurePosixPath(name)
    return (
        str(path) == name
        and not path.is_absolute()
        and not {"..", "."} & set(path.parts)
        and not any(ord(letter) < 32 or letter == "\\" for letter in name)
        and (name in (ABOUT, CONTENTS, SUMS) or name.startswith((TABLES, FILES)))
    )


@contextmanager
def reading(path: Path) -> Iterator[Reader]:
    """Open the backup at `path`.

    Raises:
        NotABackup, NewerBackup: it cannot be used.
        OSError: it cannot be read.
    """
    with path.open("rb") as raw:
        yield Reader(raw)
