"""A set of file keys that may be larger than memory: on the disk while it is needed, gone afterwards."""

import sqlite3
from collections.abc import Iterable


class Keys:
    """Many keys."""

    def __init__(self) -> None:
        self._table = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._table.execute("PRAGMA synchronous = OFF")
        self._table.execute("CREATE TABLE keys (key TEXT PRIMARY KEY) WITHOUT ROWID")
        self._table.execute("BEGIN")

    def add(self, keys: Iterable[str]) -> None:
        """Put `keys` in."""
        self._table.executemany("INSERT OR IGNORE INTO keys VALUES (?)", ((key,) for key in keys))

    def discard(self, key: str) -> None:
        """Take `key` out."""
        self._table.execute("DELETE FROM keys WHERE key = ?", (key,))

    def __contains__(self, key: str) -> bool:
        return self._table.execute("SELECT 1 FROM keys WHERE key = ?", (key,)).fetchone() is not None

    def __len__(self) -> int:
        return int(self._table.execute("SELECT COUNT(*) FROM keys").fetchone()[0])

    def first(self, limit: int) -> list[str]:
        """Return some of them, in order."""
        found = self._table.execute("SELECT key FROM keys ORDER BY key LIMIT ?", (limit,))
        return [key for (key,) in found]

    def close(self) -> None:
        """Forget them all."""
        self._table.close()
