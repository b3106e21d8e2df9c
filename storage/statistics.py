"""PostgreSQL's knowledge of tables that have just begun to fill.

A statement is planned once and kept. Planned while its table is empty it reads the whole of it, and goes on doing so
until the statistics change: autovacuum comes once a minute, but on its first morning a unit fills its tables in one.
"""

from storage import sql

FIRST = 100
"""Updates after which a process that has just started looks first; then after four times as many, and so on."""

LAST = 100_000
"""Updates after which it leaves it to autovacuum."""


class Growth:
    """Says when it is time, from the updates one process takes."""

    def __init__(self) -> None:
        self._taken = 0
        self._next = FIRST

    def is_due(self, taken: int) -> bool:
        """Count `taken` more updates; say whether the statistics are out of date by now."""
        self._taken += taken
        if self._taken < self._next or self._next > LAST:
            return False
        self._next *= 4
        return True


async def refresh() -> None:
    """Have PostgreSQL look at what the road fills; milliseconds. SQLite keeps no plans by statistics."""
    if not sql.is_sqlite():
        await sql.rows(
            "ANALYZE inbox, outbox, conversations, cards, evidence, submissions, reviews, asked, audit, registrations"
        )
