"""How often a link and an address may ask within a minute; kept in memory, each process for itself."""

import ipaddress
from collections import Counter
from datetime import datetime

from aiohttp import web

A_LINK = 150
"""Requests a minute of one link: a gallery of fifty pictures opened and opened again."""

AN_ADDRESS = 600
"""Requests a minute from one network address: an office behind one router."""

WRONG = 20
"""Wrong tokens a minute from one network address; none can be guessed, and nobody shall try."""


class Limits:
    """Counts what was asked in the minute that runs."""

    def __init__(self) -> None:
        self._minute = 0
        self._counts: Counter[str] = Counter()

    def allow(self, what: str, most: int, now: datetime) -> bool:
        """Count one more `what` at `now`; say whether it is among the first `most` of the minute."""
        minute = int(now.timestamp() // 60)
        if minute != self._minute:
            self._minute, self._counts = minute, Counter()
        self._counts[what] += 1
        return self._counts[what] <= most

    def is_spent(self, what: str, most: int, now: datetime) -> bool:
        """Say whether `what` was counted `most` times in the minute of `now`."""
        return int(now.timestamp() // 60) == self._minute and self._counts[what] >= most


def address(request: web.Request) -> str:
    """Return the network address of who asks: behind a proxy of ours (on a private address) as that names it."""
    peer = request.remote or ""
    try:
        is_ours = ipaddress.ip_address(peer).is_private
    except ValueError:
        return peer
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return forwarded if is_ours and forwarded else peer
