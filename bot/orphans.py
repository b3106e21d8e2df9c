"""Messages that were being sent when their process died: settled by whoever lives."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

import structlog

from bot.dead import Dead
from bot.pacing import UNPACED, Pace, ms_of
from bot.settlement import unknown
from storage import cards, outbox, pace
from storage.outbox import Fate, Owed
from storage.sql import ms

log = structlog.get_logger(__name__)

LOOK_EVERY = timedelta(seconds=1)

NEVER_SETTLED_AFTER = timedelta(minutes=3)
"""Longer than any call may take: whatever has been `sending` for so long, nobody will settle."""


class Orphans:
    """Settles what processes that are gone were sending: nobody knows whether it left.

    `editing` are the channels on which a card that is said again changes on the spot: there a second time does no harm.
    """

    def __init__(self, process: int, paces: Mapping[str, Pace], editing: Collection[str]) -> None:
        self._process = process
        self._paces = paces
        self._editing = editing
        self._dead = Dead(process)
        self._looked_at: datetime | None = None

    def is_due(self, now: datetime) -> bool:
        """Say whether it is time for a look."""
        return self._looked_at is None or now - self._looked_at >= LOOK_EVERY

    async def are_there(self, now: datetime) -> bool:
        """Say whether somebody else is sending, or anybody for too long. Cheap: most of the time nobody is."""
        self._looked_at = now
        senders = await outbox.senders()
        return any(process != self._process or since < _too_old(now) for process, since in senders.items())

    async def settle(self, now: datetime) -> None:
        """Settle those of processes that have been gone for long enough, in the open transaction."""
        dead = await self._dead.among((await outbox.senders()).keys(), now)
        rows = await outbox.adopt(dead, _too_old(now), self._process)
        if not rows:
            return
        cards_ = [(row.chat, row.card) for row in rows if row.card is not None and self._edits(row)]
        shown = await cards.shown(cards_)
        edits = {row.id for row in rows if not row.fresh and (row.chat, row.card or "") in shown}
        fates = [(row, unknown(row, now, edits=row.id in edits)) for row in rows]
        await outbox.settle([fate for _, fate in fates], ms(now), self._process)
        await pace.hold(self._rest(row, fate) for row, fate in fates if fate.status == "waiting")
        log.warning("messages were being sent when their process ended", count=len(rows))

    def _edits(self, row: Owed) -> bool:
        return row.chat.partition(":")[0] in self._editing

    def _rest(self, row: Owed, fate: Fate) -> tuple[str, int]:
        """Return (chat, ms): until a row that is sent once more may leave, nothing of its chat overtakes it."""
        limits = self._paces.get(row.chat.partition(":")[0], UNPACED)
        return row.chat, fate.not_before + ms_of(limits.head_start(row.chat))


def _too_old(now: datetime) -> int:
    return ms(now - NEVER_SETTLED_AFTER)
