"""Ids we make ourselves, so that a batch never waits for the database to number its rows."""

import time


class Ids:
    """Growing 63-bit ids: milliseconds since 1970, then 10 bits of this process, then a counter's 12 bits.

    They order rows of one process strictly, and those of several by time. `number` is this process's own, of 10 bits
    (`storage.holding.number`).
    """

    def __init__(self, after: int = 0, number: int = 0) -> None:
        self._process = number
        self._last = after

    def next(self) -> int:
        """Return an id greater than every one before."""
        fresh = (time.time_ns() // 1_000_000 << 22) | (self._process << 12)
        self._last = max(self._last + 1, fresh)
        return self._last
