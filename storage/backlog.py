"""What waits, and for how long: cheap enough to be asked every few seconds beside a million rows."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage import sql

INBOX_STUCK = timedelta(minutes=2)
"""An update waits for milliseconds, and a second when nobody woke us; after two minutes nobody is coming."""

OUTBOX_STUCK = timedelta(minutes=10)
"""A message that might leave and no other that did for so long: longer than a platform usually asks us to wait."""


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many updates and messages wait, and how long the oldest of each that could have been worked has.

    `outbox_moves`: some message was sent of late.
    """

    inbox: int
    inbox_lag: timedelta
    outbox: int
    outbox_lag: timedelta
    outbox_moves: bool

    @property
    def is_inbox_stuck(self) -> bool:
        """Say whether updates are not being handled."""
        return self.inbox_lag > INBOX_STUCK

    @property
    def is_outbox_stuck(self) -> bool:
        """Say whether messages do not leave; a long queue that moves is only long."""
        return self.outbox_lag > OUTBOX_STUCK and not self.outbox_moves


async def measure(now: datetime) -> Backlog:
    """Return what waits at `now` (UTC)."""
    [inbox] = await sql.rows("SELECT COUNT(*) AS waiting, MIN(id) AS oldest FROM inbox WHERE status = 'new'")
    [outbox] = await sql.rows("SELECT COUNT(*) AS waiting, MIN(not_before) AS at FROM outbox WHERE status = 'waiting'")
    received = await sql.rows("SELECT received_at FROM inbox WHERE id = ?1", inbox["oldest"] or 0)
    sent = await sql.rows(
        "SELECT id FROM outbox WHERE changed_at >= ?1 AND status = 'sent' LIMIT 1", sql.ms(now - OUTBOX_STUCK)
    )
    return Backlog(
        inbox=inbox["waiting"],
        inbox_lag=_age(received[0]["received_at"] if received else None, now),
        outbox=outbox["waiting"],
        outbox_lag=_age(outbox["at"], now),
        outbox_moves=bool(sent),
    )


def _age(at: int | None, now: datetime) -> timedelta:
    return timedelta(0) if at is None else max(timedelta(0), now - sql.moment(at))
