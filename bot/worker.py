"""The heart of the road: updates in, their answers owed, in one transaction.

A pass takes everything that has arrived, locks its chats' lanes, runs the steps and writes what they came to
(`bot/batch.py`). A pass that is taken back is tried again in small pieces, so that one update that takes its
transaction down ends as failed and holds nobody up.
"""

import asyncio
import json
import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import Any

import structlog

from bot import metrics
from bot.batch import Batch
from bot.channels.channel import Channel
from bot.clock import Clock
from bot.committer import Committer
from bot.ids import Ids
from bot.tasks import Tasks
from handlers.dispatch import Dispatch
from storage import conversations, database, inbox
from storage.inbox import Update
from storage.outbox import Owed
from storage.sql import ms

log = structlog.get_logger(__name__)

LOOK_EVERY = 1.0
"""Seconds between looks for updates that nobody woke us for (another process left them)."""

LANE_TAKEN = 0.02
"""Seconds until a lane that another process holds is tried again."""

TRIES = 3
"""How often an update that takes its transaction down is tried alone before it is kept as failed."""

AT_ONCE = 500
"""Updates handled in one transaction."""

Arrival = tuple[str, str, Any]
"""(key, chat, raw update)."""

Intake = tuple[list[Update], "asyncio.Future[None]"]


class Worker:
    """Handles the updates of its share of the chats; `after_commit` gets what is owed and whether files came."""

    def __init__(
        self,
        channels: Mapping[str, Channel],
        dispatch: Dispatch,
        committer: Committer,
        clock: Clock,
        ids: Ids,
        after_commit: Callable[[list[Owed], bool], None],
    ) -> None:
        self._channels = channels
        self._dispatch = dispatch
        self._committer = committer
        self._clock = clock
        self._ids = ids
        self._after_commit = after_commit
        self._arrived: list[Intake] = []
        self._raw: dict[int, Any] = {}
        self._behind: set[str] = set()
        self._in_hand: set[str] = set()
        self._queued = False
        self._passes = 0
        self._most = AT_ONCE
        self._tries: dict[int, int] = {}
        self._is_repeated = False
        self._wake = asyncio.Event()
        self._stopping = False
        self._tasks = Tasks()

    def start(self) -> None:
        """Take up what an earlier process left, and go on looking."""
        self._tasks.start(self._look(), "worker's safety net")

    async def stop(self) -> None:
        """Finish what has arrived."""
        self._stopping = True
        self._wake.set()
        await self._tasks.join()

    @property
    def idle(self) -> bool:
        """Say whether everything that arrived is handled."""
        return not self._arrived and not self._behind and self._passes == 0

    async def take(self, channel: str, arrivals: Collection[Arrival]) -> None:
        """Store and answer `arrivals`; return when that is committed.

        Raises:
            Exception: nothing of it is stored, the platform shall bring it again.
        """
        updates = []
        for key, chat, raw in arrivals:
            update = Update(self._ids.next(), key[:64], channel, chat[:96], as_text(raw))
            self._raw[update.id] = raw
            updates.append(update)
        promise = asyncio.get_running_loop().create_future()
        self._arrived.append((updates, promise))
        self._queue()
        await promise

    def look_at(self, chat: str) -> None:
        """Handle what was stored for `chat` by somebody else of this process."""
        self._behind.add(chat)
        self._queue()

    def _queue(self) -> None:
        """Have the next transaction take what has arrived by then."""
        if not self._queued:
            self._queued = True
            self._passes += 1
            self._tasks.start(self._pass(), "worker's pass")

    async def _look(self) -> None:
        while not self._stopping:
            try:
                if not self._behind:
                    self._behind.update(await inbox.waiting_chats(AT_ONCE))
            except Exception as error:
                log.error("what waits cannot be read", exc_info=error)
            if self._behind:
                self._queue()
            try:
                await asyncio.wait_for(self._wake.wait(), LANE_TAKEN if self._behind else LOOK_EVERY)
            except TimeoutError:
                continue
            self._wake.clear()

    async def _pass(self) -> None:
        """Run one pass; answer who brought its updates."""
        batch = Batch(self._channels, self._dispatch, self._ids, self._clock.now())
        taken: list[Intake] = []
        began = time.perf_counter()
        try:
            careful = self._most < AT_ONCE
            if careful:  # after trouble: what came is safe before anything is tried
                await self._committer.submit(lambda: self._store(batch, taken))
                _keep_promises(taken)
            await self._committer.submit(lambda: self._handle(batch, None if careful else taken))
        except Exception as error:
            self._failed(batch, taken, error)
        else:
            if batch.is_worked:  # only work that went well shows that the trouble is over
                self._most = min(AT_ONCE, self._most * 2)
                metrics.handled(batch.updates, batch.failed, time.perf_counter() - began)
            self._is_repeated = False
            self._after_commit(batch.owed, batch.files)
            _keep_promises(taken)
        finally:
            for updates, _ in taken:
                for update in updates:
                    self._raw.pop(update.id, None)
            self._passes -= 1
        if self._behind and batch.is_worked:  # else a lane is taken, or there is trouble: in a moment
            self._wake.set()

    def _failed(self, batch: Batch, taken: list[Intake], error: Exception) -> None:
        """Try smaller pieces next; tell who brought something that is not stored.

        After a deadlock nobody is told: the same again, at once, will mostly do.
        """
        self._behind |= self._in_hand
        if not batch.has_begun:  # the transaction could not open: what arrived is still in the hall
            self._drain(taken)
        self._is_repeated = database.is_in_the_way(error) and not self._is_repeated
        if self._is_repeated:
            log.warning("a pass is tried once more", at_once=self._most, error=type(error).__name__)
            self._arrived[:0] = [intake for intake in taken if not intake[1].done()]
            self._queue()
            return
        log.error("a pass was taken back", at_once=self._most, exc_info=error)
        self._most = 1
        for _, promise in taken:
            if not promise.done():
                promise.set_exception(error)

    def _drain(self, taken: list[Intake]) -> list[Update]:
        """Move what has arrived to `taken`; return its updates."""
        self._queued = False
        arrived, self._arrived = self._arrived, []
        taken += arrived
        return [update for updates, _ in arrived for update in updates]

    async def _store(self, batch: Batch, taken: list[Intake]) -> None:
        """Store what has arrived, to be handled by later passes."""
        batch.has_begun = True
        updates = self._drain(taken)
        if updates:
            await inbox.add(updates, ms(self._clock.now()))
            self._behind |= {update.chat for update in updates}

    async def _handle(self, batch: Batch, taken: list[Intake] | None) -> None:
        """Do one transaction's work; store what has arrived in it too, unless that was done before."""
        if taken is not None:
            await self._store(batch, taken)
        self._in_hand, self._behind = self._behind, set()
        states = await conversations.lock(sorted(self._in_hand))
        waiting = await inbox.waiting(states, self._most) if states else []
        known = await self._dispatch.known(list(states), self._clock.now())
        await batch.look_up(states)
        handled: set[str] = set()
        for update in waiting:
            if update.chat in handled:  # the step before may have changed who sits here
                known = known.again(update.chat, await self._dispatch.known([update.chat], self._clock.now()))
            handled.add(update.chat)
            if self._is_hopeless(update):
                batch.fail(update, "it takes its transaction down")
                continue
            raw = self._raw[update.id] if update.id in self._raw else json.loads(update.body)
            await batch.answer(update, raw, states, known)
        await batch.write()
        batch.updates = Counter(update.channel for update in waiting)
        for update in waiting:
            self._tries.pop(update.id, None)
        self._behind |= self._in_hand - states.keys() if len(waiting) < self._most else self._in_hand

    def _is_hopeless(self, update: Update) -> bool:
        """Count the tries of an update that is alone in its transaction; say whether they are used up."""
        if self._most > 1:
            return False
        self._tries[update.id] = self._tries.get(update.id, 0) + 1
        return self._tries[update.id] > TRIES


def _keep_promises(taken: list[Intake]) -> None:
    for _, promise in taken:
        if not promise.done():
            promise.set_result(None)


def as_text(raw: Any) -> str:
    """Return `raw` as JSON that every database keeps: no NUL, no lone surrogate, nothing nested too deep."""
    try:
        whole = json.dumps(raw, ensure_ascii=False)
    except RecursionError:
        whole = json.dumps({"unparsed": "nested too deep"})
    return whole.replace("\x00", "").encode("utf-8", "replace").decode()
