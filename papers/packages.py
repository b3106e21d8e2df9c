"""Office files are zips: opened by what they say they hold, never beyond what we agree to hold."""

import io
import zipfile
import zlib

from journey.refusal import Refused

MAX_ENTRIES = 2_000


class NotAPackage(Refused):
    """The bytes are no readable zip."""


class UnpacksTooBig(Refused):
    """It would unpack to more than `limit` bytes, or into more than MAX_ENTRIES entries."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class Package:
    """The entries of one zip, of which no more than `limit` bytes are ever unpacked."""

    def __init__(self, data: bytes, *, limit: int) -> None:
        """Open `data`.

        Raises:
            NotAPackage: no zip, a damaged or an encrypted one.
            UnpacksTooBig: by what it declares; nothing was unpacked yet.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise NotAPackage from error
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > limit:
            raise UnpacksTooBig(limit)
        if any(entry.flag_bits & 1 for entry in entries):
            raise NotAPackage
        self.names = frozenset(entry.filename for entry in entries)

    def declared(self, name: str) -> tuple[int, int]:
        """Return the bytes an entry says it has, unpacked and packed; read() never returns more; (0, 0) if missing."""
        found = self._zip.NameToInfo.get(name)
        return (found.file_size, found.compress_size) if found else (0, 0)

    def read(self, name: str) -> bytes:
        """Return an entry whole; zipfile stops at its declared size and compares the checksum.

        Raises:
            NotAPackage: it is missing or damaged.
        """
        try:
            return self._zip.read(name)
        except (
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            OSError,
        ) as error:
            raise NotAPackage from error

    def verify(self) -> None:
        """Unpack everything once.

        Raises:
            NotAPackage: an entry is damaged.
        """
        for name in self.names:
            self.read(name)

    def repacked(self) -> bytes:
        """Return a plain zip of what was really unpacked, for readers that trust no limits of ours."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy:
            for name in sorted(self.names):
                if not name.endswith("/"):
                    copy.writestr(name, self.read(name))
        return out.getvalue()
