"""The heart of the road: updates in, their answers owed, in one transaction.

A pass takes everything that has arrived, locks its chats' lanes, runs the steps (a savepoint each) and writes
inbox, conversations and outbox in a few statements. An update whose step fails is kept as failed; its chat goes on.
"""

import asyncio
import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import structlog

from bot import wire
from bot.channels.channel import Channel
from bot.clock import Clock
from bot.committer import Committer
from bot.ids import Ids
from bot.tasks import Tasks
from handlers.conversation import InboxMessage, Kind
from handlers.dispatch import Dispatch, Known
from handlers.rendering import Spoken
from storage import conversations, database, inbox, outbox
from storage.conversations import State
from storage.inbox import Update
from storage.outbox import Owed
from storage.sql import ms

log = structlog.get_logger(__name__)

OURS = "hanhtrinh"
"""The channel name of updates we send ourselves, from beside the road: a file was inspected."""

LOOK_EVERY = 1.0
"""Seconds between looks for updates that nobody woke us for (another process left them)."""

LANE_TAKEN = 0.02
"""Seconds until a lane that another process holds is tried again."""

TRIES = 3
"""How often an update that takes its whole transaction down is tried alone before it is kept as failed."""

Arrival = tuple[str, str, Mapping[str, Any]]
"""(key, chat, raw update)."""


@dataclass(slots=True)
class Pass:
    """What one transaction gathers."""

    now: datetime
    promises: list[asyncio.Future[None]] = field(default_factory=list)
    done: list[int] = field(default_factory=list)
    failed: list[tuple[int, str]] = field(default_factory=list)
    changed: dict[str, State] = field(default_factory=dict)
    spoken: list[Spoken] = field(default_factory=list)
    answers: list[Owed] = field(default_factory=list)
    owed: list[Owed] = field(default_factory=list)
    files: bool = False


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
        self._arrived: list[tuple[list[Update], asyncio.Future[None]]] = []
        self._raw: dict[int, Mapping[str, Any]] = {}
        self._behind: set[str] = set()
        self._queued = False
        self._passes = 0
        self._alone = False
        self._tries: dict[int, int] = {}
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
            update = Update(self._ids.next(), key[:64], channel, chat[:96], _as_text(raw))
            self._raw[update.id] = raw
            updates.append(update)
        promise = asyncio.get_running_loop().create_future()
        self._arrived.append((updates, promise))
        self._queue()
        await promise

    def _queue(self) -> None:
        """Have the next transaction take what has arrived by then."""
        if not self._queued:
            self._queued = True
            self._passes += 1
            self._tasks.start(self._pass(), "worker's pass")

    async def _pass(self) -> None:
        this = Pass(self._clock.now())
        try:
            await self._committer.submit(lambda: self._handle(this))
        except Exception as error:
            log.error("a pass was taken back", exc_info=error)
            self._alone = True
            for promise in this.promises:
                promise.set_exception(error)
        else:
            self._after_commit(this.owed, this.files)
            for promise in this.promises:
                promise.set_result(None)
        finally:
            self._passes -= 1
        if self._behind:
            self._wake.set()

    async def _look(self) -> None:
        while not self._stopping:
            if not self._behind:
                self._behind.update(await inbox.waiting_chats(1000))
            if self._behind:
                self._queue()
            try:
                await asyncio.wait_for(self._wake.wait(), LANE_TAKEN if self._behind else LOOK_EVERY)
            except TimeoutError:
                continue
            self._wake.clear()

    async def _handle(self, this: Pass) -> None:
        """Do one transaction's work."""
        self._queued = False
        updates = self._drain(this)
        lanes = self._behind | {update.chat for update in updates}
        if updates:
            await inbox.add(updates, ms(this.now))
        states = await conversations.lock(lanes)
        self._behind = lanes - states.keys()
        waiting = await inbox.waiting(states) if states else []
        if self._alone:
            waiting = self._one(waiting)
        known = await self._dispatch.known(list(states), this.now)
        handled: set[str] = set()
        for update in waiting:
            if update.chat in handled and known.is_stranger(update.chat):
                known = await self._dispatch.known(list(states), this.now)  # they may have joined just now
            await self._answer(update, states, known, this)
            handled.add(update.chat)
        await self._write(this)
        for update in (*updates, *waiting):
            self._raw.pop(update.id, None)

    def _drain(self, this: Pass) -> list[Update]:
        arrived, self._arrived = self._arrived, []
        this.promises = [promise for _, promise in arrived]
        return [update for updates, _ in arrived for update in updates]

    def _one(self, waiting: list[Update]) -> list[Update]:
        """After a transaction was taken back: store what came, handle one update, count its tries."""
        self._alone = len(waiting) > 1
        for update in waiting[:1]:
            self._tries[update.id] = self._tries.get(update.id, 0) + 1
        self._behind |= {update.chat for update in waiting[1:]}
        return waiting[:1]

    async def _answer(self, update: Update, states: dict[str, State], known: Known, this: Pass) -> None:
        """Run the step of one update."""
        if self._tries.pop(update.id, 0) > TRIES:
            this.failed.append((update.id, "it takes its transaction down"))
            return
        try:
            message = self._parse(update, this.now)
        except Exception as error:
            log.warning(
                "an update does not parse",
                inbox_id=update.id,
                channel=update.channel,
                error=type(error).__name__,
            )
            this.failed.append((update.id, f"does not parse: {type(error).__name__}"))
            return
        if message is None:
            this.done.append(update.id)  # a kind of update we do not handle
            return
        toast = ""
        try:
            async with database.savepoint():
                outcome = await self._dispatch.handle(message, states[update.chat], known)
        except Exception as error:
            log.error("a step failed", inbox_id=update.id, chat_kind=message.kind, exc_info=error)
            this.failed.append((update.id, f"{type(error).__name__}"))
            this.spoken.append(self._dispatch.defect(message, known, f"defect:{update.id}"))
        else:
            this.done.append(update.id)
            this.spoken += outcome.spoken
            toast = outcome.toast
            if outcome.commands is not None:
                this.answers.append(wire.commands(message.chat, outcome.commands, self._ids, this.now))
            if outcome.state is not states[update.chat]:
                states[update.chat] = this.changed[update.chat] = outcome.state
        this.files = this.files or message.kind is Kind.FILES
        if message.callback is not None:
            this.answers.append(wire.answer(message.chat, message.callback, toast, self._ids, this.now))

    def _parse(self, update: Update, now: datetime) -> InboxMessage | None:
        raw = self._raw.get(update.id)
        if raw is None:
            raw = json.loads(update.body)
        if update.channel == OURS:
            return InboxMessage(update.chat, Kind(raw["kind"]), text=str(raw["text"]), now=now)
        if not isinstance(raw, Mapping) or "unparsed" in raw:
            raise ValueError("not an update")
        message = self._channels[update.channel].parse(raw)
        return None if message is None else replace(message, now=now)

    async def _write(self, this: Pass) -> None:
        """Write what the steps came to, a few statements for all of them."""
        if this.changed:
            await conversations.save(this.changed.items())
        this.owed = [*this.answers, *await self._owed(this)]
        if this.owed:
            await outbox.add(this.owed)
        if this.done:
            await inbox.done(this.done)
        if this.failed:
            await inbox.fail(this.failed)

    async def _owed(self, this: Pass) -> list[Owed]:
        """Turn what was said into rows; the last word on a card in this pass is the only one that leaves now."""
        said: dict[tuple[str, str], int] = {}
        for number, spoken in enumerate(this.spoken):
            if spoken.card is not None and not spoken.after:
                said[spoken.chat, spoken.card] = number
        cards = {(s.chat, s.card) for s in this.spoken if s.card is not None}
        inherited = await outbox.supersede(cards) if cards else {}
        rows: list[Owed] = []
        for number, spoken in enumerate(this.spoken):
            card = (spoken.chat, spoken.card or "")
            if spoken.card is not None and not spoken.after:
                if said[card] != number:
                    inherited[card] = _merged(inherited.get(card), spoken, this.now)
                    continue
                rows += _inherit(self._rows(spoken, this.now), inherited.pop(card, None))
            else:
                rows += self._rows(spoken, this.now)
        return rows

    def _rows(self, spoken: Spoken, now: datetime) -> list[Owed]:
        channel = self._channels.get(spoken.chat.partition(":")[0])
        if channel is None:  # a bot that is no longer configured
            log.warning("nobody can say this", channel=spoken.chat.partition(":")[0])
            return []
        return wire.owed(spoken, channel.can, self._ids, now)


def _merged(earlier: tuple[int, bool] | None, spoken: Spoken, now: datetime) -> tuple[int, bool]:
    """Return what a card's later version in the same pass inherits from `spoken`, which will not leave."""
    at, fresh = earlier or (ms(now + spoken.quiet), False)
    return min(at, ms(now + spoken.quiet)), fresh or spoken.fresh


def _inherit(rows: list[Owed], dropped: tuple[int, bool] | None) -> list[Owed]:
    """Let a card leave no later than the version it takes the place of, and at the bottom if that one would have."""
    if dropped is None:
        return rows
    at, fresh = dropped
    return [
        replace(row, not_before=min(row.not_before, at), fresh=row.fresh or (fresh and row.card is not None))
        for row in rows
    ]


def _as_text(raw: Mapping[str, Any]) -> str:
    """Return `raw` as JSON that every database keeps: no NUL, no lone surrogate."""
    return json.dumps(raw, ensure_ascii=False).replace("\x00", "").encode("utf-8", "replace").decode()
