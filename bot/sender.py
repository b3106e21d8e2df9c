"""Sends what the outbox owes: in order per chat, at the platform's pace, each message's fate recorded.

Rows come straight from the commit that owed them; the table is read at start, for what was delayed, and as the
safety net. A row is `sending` (committed) before its call leaves, so that a crash in between is known as `unknown`.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot import metrics, showing
from bot.budget import Budget
from bot.channels.channel import Channel, SendError
from bot.clock import Clock
from bot.committer import Committer
from bot.departures import Departures, line_of
from bot.ids import Ids
from bot.orphans import Orphans
from bot.pacing import Meter, Pace, ms_of
from bot.parcels import Parcels
from bot.recording import Recording
from bot.setbacks import Setbacks
from bot.settlement import Settlement
from bot.tasks import Tasks
from storage import cards, outbox, pace
from storage.outbox import Fate, Owed
from storage.sql import moment, ms

log = structlog.get_logger(__name__)

WINDOW = 2000
"""Rows of a bot read from the table at a time."""

MOST = 4 * WINDOW
"""Rows of a bot kept in memory: what was just said comes in beside a long broadcast."""

AT_ONCE = 256
"""Calls under way at a time."""

KEPT_WITHIN = timedelta(seconds=5)
"""A row that leaves later than this is not kept in memory; the table brings it back."""

LOOK_SOON = timedelta(milliseconds=100)
"""When it is looked at again after a row turned out not to be ours to send now."""

LOOK_EVERY = timedelta(seconds=1)
"""How often the table is looked at for rows nobody handed over."""


@dataclass(slots=True)
class Claim:
    """A row taken for sending, the message it edits, if any, and when (ms) it was taken."""

    row: Owed
    target: str | None
    at: int


class Sender:
    """Sends for all channels of this process."""

    def __init__(
        self,
        channels: Mapping[str, Channel],
        paces: Mapping[str, Pace],
        parcels: Parcels,
        committer: Committer,
        clock: Clock,
        ids: Ids,
        process: int,
        look_at: Callable[[str], None],
        budget: Budget,
    ) -> None:
        self._channels = channels
        self._parcels = parcels
        self._committer = committer
        self._clock = clock
        self._ids = ids
        self._budget = budget
        self._meter = Meter(paces, AT_ONCE)
        self._queue = Departures(self._meter.chat_free_at, self._meter.turns)
        self._process = process
        self._look_at = look_at
        self._orphans = Orphans(process, paces, {name for name, channel in channels.items() if channel.can.edits})
        self._records = Recording(committer, clock, process, self._recorded)
        self.setbacks = Setbacks(self._records, self._queue, self._meter, budget, parcels, ids, clock)
        self._wake = asyncio.Event()
        self._fresh = True
        self._more: set[str] = set()
        self._stopping = False
        self._passing = False
        self._looked_at = 0
        self.next_at: datetime | None = None
        self._tasks = Tasks()
        self._calls = Tasks()

    async def start(self) -> None:
        """Begin, with what a dead process was sending."""
        await self._adopt(self._clock.now())
        self._tasks.start(self._run(), "sender")

    async def stop(self) -> None:
        """Let the calls under way end and be recorded, then end; what waits stays in the table."""
        self._stopping = True
        self._wake.set()
        await self._tasks.join()
        await self._calls.join()
        await self._records.stop()

    @property
    def idle(self) -> bool:
        """Say whether nothing is being sent and nothing could be now."""
        return not self._wake.is_set() and not self._passing and not self._queue.away and self._records.idle

    @property
    def under_way(self) -> int:
        """Return how many calls are under way."""
        return len(self._queue.away)

    def offer(self, rows: Sequence[Owed]) -> None:
        """Take rows that were just committed."""
        soon = ms(self._clock.now() + KEPT_WITHIN)
        for row in rows:
            bot = row.chat.partition(":")[0]
            if row.not_before <= soon and self._queue.of_bot(bot) < MOST:  # the table has the others
                self._queue.add(row)
        if rows:
            self._wake.set()

    def wake(self) -> None:
        """Look again."""
        self._fresh = True
        self._wake.set()

    async def _adopt(self, now: datetime) -> None:
        if self._orphans.is_due(now) and await self._orphans.are_there(now):
            await self._committer.submit(lambda: self._orphans.settle(now))

    async def _run(self) -> None:
        while not self._stopping:
            self._passing = True
            self._wake.clear()
            try:
                until = await self._pass()
            except Exception as error:
                log.error("a sending pass failed", exc_info=error)
                self._looked_at = ms(self._clock.now())
                until = self._clock.now() + LOOK_EVERY
            self.next_at = until
            self._passing = False
            if not self._wake.is_set() and not self._stopping:
                look = moment(self._looked_at) + LOOK_EVERY
                await self._clock.wait(self._wake, look if until is None else min(until, look))

    async def _pass(self) -> datetime | None:
        """Send what may leave; return when there may be more."""
        now = self._clock.now()
        await self._adopt(now)
        await self._sweep(now)
        await self._look(now)
        heads = self._queue.heads(ms(now), AT_ONCE - len(self._queue.away))
        if heads:
            try:
                claims: list[Claim] = await self._committer.submit(lambda: self._claim(heads, ms(now)))
            except Exception:
                for row in heads:
                    self._queue.stay(row)
                raise
            for claim in claims:
                self._queue.leave(claim.row)
                self._calls.start(self._send(claim), "a message")
            for row in heads:
                self._queue.stay(row)
        if len(self._queue.away) >= AT_ONCE:
            return None  # the next that comes back wakes us
        until = self._queue.next_at(ms(now))
        return None if until is None else moment(until)

    async def _sweep(self, now: datetime) -> None:
        """Let go, every so often, what was held and may leave now."""
        if self._budget.sweeps(now):
            self.offer(await self._committer.submit(lambda: self._budget.sweep(now)))

    async def _look(self, now: datetime) -> None:
        """Read the table: when asked to, and every so often."""
        is_time = self._fresh or ms(now) - self._looked_at >= ms_of(LOOK_EVERY)
        if is_time:
            self._fresh = False
            self._looked_at = ms(now)
        for bot in self._channels:
            room = WINDOW if is_time else WINDOW // 2 if bot in self._more else 0
            if self._queue.of_bot(bot) < room:
                await self._read(bot, ms(now))

    async def _read(self, bot: str, now: int) -> None:
        """Take in what the table has for one bot: a bot that has to wait leaves the others their room."""
        found = await outbox.due(now, WINDOW, bot)
        if len(found) == WINDOW:
            self._more.add(bot)
        else:
            self._more.discard(bot)
        for row in found:
            if row.id not in self._queue:
                self._queue.add(row)

    async def _claim(self, candidates: Sequence[Owed], now: int) -> list[Claim]:
        """Take what the shared pace allows, in one transaction."""
        bots = {row.chat.partition(":")[0] for row in candidates}
        free = await pace.free_at({row.chat for row in candidates if row.kind != "answer"} | bots)
        edited = {(row.chat, row.card) for row in candidates if row.card is not None and self._edits(row)}
        targets = await cards.shown(edited)
        barred = await self._budget.barred(candidates, moment(now))
        allowed: list[Claim] = []
        for row in candidates:
            if row.expires_at is not None and row.expires_at <= now:
                self._queue.drop(row.id)
                self._records.add(fates=[Fate(row.id, "expired")])
                continue
            if row.id in barred:
                self._queue.drop(row.id)
                continue
            target = targets.get((row.chat, row.card or ""))
            if self._meter.allow(row, free, now, edits=target is not None and not row.fresh):
                allowed.append(Claim(row, target, now))
        taken = await outbox.claim([claim.row.id for claim in allowed], now, self._process)
        if barred and await self._budget.divert(barred, candidates, moment(now)):
            self.wake()
        await showing.show([claim.row for claim in allowed if claim.row.id in taken], self._channels, now)
        for claim in allowed:
            if claim.row.id not in taken:  # superseded, in another process's hands, or not its turn yet
                self._queue.drop(claim.row.id)
                self._looked_at = min(self._looked_at, now - ms_of(LOOK_EVERY - LOOK_SOON))
        await pace.hold((key, at) for key, at in free.items() if at > now)
        self._meter.learn(free.items(), now)
        await self._budget.count([claim.row for claim in allowed if claim.row.id in taken], moment(now))  # see Hearing
        return [claim for claim in allowed if claim.row.id in taken]

    def _edits(self, row: Owed) -> bool:
        """Say whether a card that is said again changes on the spot, on the channel of `row`."""
        return self._channels[row.chat.partition(":")[0]].can.edits

    async def _send(self, claim: Claim) -> None:
        row = claim.row
        channel = self._channels[row.chat.partition(":")[0]]
        try:
            message = await self._parcels.message(row, claim.target)
            provider_id = await channel.send(message)
        except SendError as error:
            self.setbacks.meet(row, error, target=claim.target, at=claim.at)
        except Exception as error:
            log.error("a message cannot be sent", outbox_id=row.id, kind=row.kind, exc_info=error)
            metrics.calls(row.chat.partition(":")[0], row.kind, "Defect").inc()
            self.setbacks.give_up(row, type(error).__name__)
        else:
            self._left(claim, provider_id)
        self._records.add(ended=[line_of(row)])

    def _left(self, claim: Claim, provider_id: str | None) -> None:
        row, bot = claim.row, claim.row.chat.partition(":")[0]
        self.setbacks.end(row, claim.at)
        metrics.calls(bot, row.kind, "Sent").inc()
        metrics.LATENESS.observe((ms(self._clock.now()) - row.not_before) / 1000)
        self._records.add(fates=[Fate(row.id, "sent", provider_id)])
        if row.card is not None and provider_id is not None:
            self._records.add(shown=[(row.chat, row.card, provider_id)])
            if row.fresh and claim.target is not None and self._channels[bot].can.deletes:
                self._records.add(extra=[self._parcels.removal(row.chat, claim.target, self._ids, self._clock.now())])

    def _recorded(self, settlement: Settlement) -> None:
        """Go on after a commit: turns are free, what is owed besides may leave."""
        self._meter.learn(settlement.holds, ms(self._clock.now()))
        self._queue.back(settlement.ended)
        for old, _ in settlement.moved:
            self._queue.drop_line(old)
        self.offer(settlement.extra)
        for update in settlement.news:
            self._look_at(update.chat)
        if any(fate.status == "waiting" for fate in settlement.fates) or settlement.moved:
            self.wake()
        self._wake.set()
