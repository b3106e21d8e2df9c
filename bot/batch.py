"""One transaction's worth of updates: each step under a savepoint, what it owes written in a few statements."""

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog

from bot import whole, wire
from bot.channels.channel import Channel
from bot.hearing import Hearing
from bot.ids import Ids
from bot.merging import Merging
from bot.together import Said, alone, together
from bot.turns import Turns
from handlers.conversation import InboxMessage, Kind
from handlers.dispatch import Dispatch, Known, Outcome
from handlers.rendering import Spoken
from storage import conversations, database, inbox, outbox
from storage.conversations import State
from storage.inbox import Update
from storage.outbox import Owed

log = structlog.get_logger(__name__)

OURS = "hanhtrinh"
"""The channel name of updates we send ourselves, from beside the road: a file was inspected."""


class Batch:
    """What the updates of one transaction come to; `owed` and `files` are for after the commit.

    `has_begun`: its transaction is open, and what had arrived by then is its business. `updates` and those of them
    that `failed` are counted by channel.
    """

    def __init__(self, channels: Mapping[str, Channel], dispatch: Dispatch, ids: Ids, now: datetime) -> None:
        self._channels = channels
        self._dispatch = dispatch
        self._ids = ids
        self._now = now
        self._turns = Turns(channels, dispatch, now)
        self._done: list[int] = []
        self._failed: list[tuple[int, str]] = []
        self._changed: dict[str, State] = {}
        self._said: list[Said] = []
        self._answers: list[Owed] = []
        merging = Merging(channels, dispatch.words, ids)
        self._hearing = Hearing(channels, dispatch.allowed, merging, now)
        self.owed: list[Owed] = []
        self.files = False
        self.has_begun = False
        self.updates: Counter[str] = Counter()
        self.failed: Counter[str] = Counter()

    @property
    def is_worked(self) -> bool:
        """Say whether any update was handled."""
        return bool(self._done or self._failed)

    async def look_up(self, chats: Collection[str]) -> None:
        """Read what `chats` have in front of them, as far as their channels have them type it."""
        await self._turns.look_up(chats)

    async def answer(self, update: Update, raw: Any, states: dict[str, State], known: Known) -> None:
        """Run the step of one update; `raw` is its body as JSON values.

        Raises:
            Exception: the database itself is in trouble; the whole transaction has to be tried again.
        """
        try:
            message = self._parse(update, raw)
        except Exception as error:
            log.warning(
                "an update does not parse", inbox_id=update.id, channel=update.channel, error=type(error).__name__
            )
            self.fail(update, f"does not parse: {type(error).__name__}")
            return
        if message is None:
            self._done.append(update.id)  # a kind of update we do not handle
            return
        self._hearing.note(message)
        said: list[Said] = []

        def put_in_words(outcome: Outcome) -> None:
            said[:] = [self._said_in(update.id, spoken) for spoken in outcome.spoken]
            json.dumps(outcome.state.data)  # what cannot be kept is this step's fault, not the batch's

        try:
            outcome = await self._turns.take(message, states[update.chat], known, put_in_words)
        except Exception as error:
            if database.is_in_trouble(error):
                raise
            log.error("a step failed", inbox_id=update.id, kind=message.kind, exc_info=error)
            self.fail(update, type(error).__name__)
            spoken = self._dispatch.defect(message, known, f"defect:{update.id}")
            self._said.append(self._said_in(update.id, spoken))
            self._mark(message, Outcome(states[update.chat]))
            return
        self._done.append(update.id)
        self._said += said
        self._mark(message, outcome)
        if outcome.state is not states[update.chat]:
            states[update.chat] = self._changed[update.chat] = outcome.state
        if outcome.emptied in states:
            states[outcome.emptied] = self._changed[outcome.emptied] = State()

    def fail(self, update: Update, why: str) -> None:
        """Keep an update as failed: it is in nobody's way, and an operator can look at it."""
        self._failed.append((update.id, why))
        self.failed[update.channel] += 1

    def _mark(self, message: InboxMessage, outcome: Outcome) -> None:
        """Owe the mark on a tapped button, and the chat's menu of commands."""
        self.files = self.files or message.kind is Kind.FILES
        if outcome.commands is not None and self._has_commands(message.chat):
            self._answers.append(wire.commands(message.chat, outcome.commands, self._ids, self._now))
        if message.callback is not None:
            self._answers.append(wire.answer(message.chat, message.callback, outcome.toast, self._ids, self._now))

    def _has_commands(self, chat: str) -> bool:
        channel = self._channels.get(chat.partition(":")[0])
        return channel is not None and channel.can.commands

    def _parse(self, update: Update, raw: Any) -> InboxMessage | None:
        if update.channel == OURS:
            return InboxMessage(update.chat, Kind(raw["kind"]), text=str(raw["text"]), now=self._now)
        if not isinstance(raw, Mapping) or "unparsed" in raw:
            raise ValueError("not an update")
        message = self._channels[update.channel].parse(raw)
        return None if message is None else replace(message, now=self._now)

    def _rows(self, spoken: Spoken) -> list[Owed]:
        name = spoken.chat.partition(":")[0]
        if name not in self._channels:  # a bot that is no longer configured
            log.warning("nobody can say this", channel=name)
            return []
        return wire.owed(spoken, self._channels[name].can, self._ids, self._now)

    def _said_in(self, turn: int, spoken: Spoken) -> Said:
        return Said(turn, spoken, self._rows(spoken))

    async def write(self) -> None:
        """Write what the steps came to."""
        if self._changed:
            await conversations.save(self._changed.items())
        dropped = await self._hearing.renew(_card(each.spoken) for each in self._said if _is_now(each.spoken))
        released = await self._hearing.write()
        rows = [row for each in together(await self._newest(dropped), self._stays, self._rows) for row in each.rows]
        new = [*self._answers, *self._behind(released, self._in_order(rows))]
        if new:
            await outbox.add(new)
        self.owed = [*released, *new]
        if self._done:
            await inbox.done(self._done)
        if self._failed:
            await inbox.fail(self._failed)
        await self._hearing.count()

    def _behind(self, released: list[Owed], rows: list[Owed]) -> list[Owed]:
        """Return `rows` behind all that is `released` to their chats, of which the later parts were made just now."""
        newest = {row.chat: row.id for row in sorted(released, key=lambda row: row.id)}
        return [replace(row, id=self._ids.next()) if row.id < newest.get(row.chat, 0) else row for row in rows]

    def _in_order(self, rows: list[Owed]) -> list[Owed]:
        """Return `rows` with ids that follow their order in each chat, new ones where words of before came between."""
        newest: dict[str, int] = {}
        for row in rows:
            if row.id < newest.get(row.chat, 0):
                return [replace(each, id=self._ids.next()) for each in rows]
            newest[row.chat] = row.id
        return rows

    def _stays(self, chat: str) -> bool:
        """Say whether what is said to `chat` stays as it is, each message one that counts."""
        channel = self._channels.get(chat.partition(":")[0])
        return channel is not None and not channel.can.edits

    def _leads(self, dropped: Sequence[Owed]) -> list[Said]:
        """Return the words that stood at the heads of cards, of which these were rows, as said first in their chats."""
        found: list[Said] = []
        for row in sorted(dropped, key=lambda row: row.id):
            said = whole.read(row)
            may_be_there = (row.error or "").startswith("unknown")  # said once more only where it must arrive
            if said is not None and said.lead and (row.must_arrive or not may_be_there):
                first = next(each for each in self._said if each.spoken.chat == row.chat)
                lead = alone(first.spoken, said.lead, must_arrive=row.must_arrive and not may_be_there)
                found.append(self._said_in(first.turn, lead))
        return found

    async def _newest(self, dropped: Sequence[Owed]) -> list[Said]:
        """Return what leaves: of a card its last version only, which takes over from what waits, or was `dropped`."""
        last = {_card(each.spoken): number for number, each in enumerate(self._said) if _is_now(each.spoken)}
        waited = await outbox.supersede(last) if last else {}
        newest = self._leads([*dropped, *(row for rows in waited.values() for row in rows)])
        for number, each in enumerate(self._said):
            card = _card(each.spoken)
            if not _is_now(each.spoken):
                newest.append(each)
            elif last[card] != number:
                waited[card] = [*waited.get(card, ()), *each.rows]
            else:
                newest.append(replace(each, rows=_inherit(each.rows, waited.get(card, ()))))
        return newest


def _card(spoken: Spoken) -> tuple[str, str]:
    return spoken.chat, spoken.card or ""


def _is_now(spoken: Spoken) -> bool:
    """Say whether this is a version of a card that takes the place of earlier ones."""
    return spoken.card is not None and not spoken.after


def _inherit(rows: Sequence[Owed], dropped: Sequence[Owed]) -> Sequence[Owed]:
    """Let a card leave no later than what it takes the place of, and at the bottom if one of those would have."""
    if not dropped:
        return rows
    at, fresh = min(row.not_before for row in dropped), any(row.fresh for row in dropped)
    return [
        replace(row, not_before=min(row.not_before, at), fresh=row.fresh or (fresh and row.card is not None))
        for row in rows
    ]
