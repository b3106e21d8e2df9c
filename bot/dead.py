"""Which of the processes that left something in the tables are dead, and not only without a session for a moment."""

from collections.abc import Collection
from datetime import datetime, timedelta

from storage import holding, sql

GONE_FOR = timedelta(seconds=4)
"""A process that holds nothing for so long is dead: one that lost its session is back within a beat or two."""


class Dead:
    """Tells the dead from the living for `process`, by looking again and again."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._gone: dict[int, datetime] = {}

    async def among(self, processes: Collection[int], now: datetime) -> list[int]:
        """Return those of `processes` that have been gone for long enough at `now`. Ask inside a transaction."""
        gone = await holding.gone(set(processes) - {self._process})
        self._gone = {process: self._gone.get(process, now) for process in gone}
        patience = timedelta(0) if sql.is_sqlite() else GONE_FOR
        return [process for process, since in self._gone.items() if now - since >= patience]
