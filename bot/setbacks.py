"""What a call that failed means for its message: when it is tried again, what its chat and its bot do meanwhile.

The table of TELEGRAM 2.6, in the channel's classes.
"""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot import metrics
from bot.batch import OURS
from bot.budget import Budget
from bot.channels.channel import (
    CardGone,
    ChannelDown,
    ChatClosed,
    ChatMoved,
    NotNow,
    OutOfOrder,
    PlatformError,
    QuotaSpent,
    Refused,
    SendError,
    Unknown,
    Unreachable,
    WindowClosed,
)  # fmt: skip
from bot.clock import Clock
from bot.departures import Departures
from bot.ids import Ids
from bot.outages import IN_ORDER, Outages, again_at
from bot.pacing import Meter
from bot.parcels import Parcels
from bot.recording import Recording
from bot.settlement import unknown
from storage.inbox import Update
from storage.outbox import Fate, Owed
from storage.sql import ms

log = structlog.get_logger(__name__)

ATTEMPTS = 8
"""Failed attempts after which a message is given up (a wait the platform asked for is not one)."""

LEFT = '{"kind": "left", "text": ""}'
"""The body of an update of ours: nothing reaches its chat any more."""

BOT_DOWN_FOR = timedelta(minutes=1)
"""How long a refused bot rests before it is tried again."""

SPENT_FOR = timedelta(days=1)
"""How long a bot rests whose quota is used up, where no moment is told: the platform's month may not be ours."""


class Setbacks:
    """Of the messages of one process.

    `refused` are the bots that their platform refuses, and since when; `refused_templates` the template, by bot, that
    did not leave the last time.
    """

    def __init__(
        self,
        records: Recording,
        queue: Departures,
        meter: Meter,
        budget: Budget,
        parcels: Parcels,
        ids: Ids,
        clock: Clock,
    ) -> None:
        self._records = records
        self._queue = queue
        self._meter = meter
        self._budget = budget
        self._parcels = parcels
        self._ids = ids
        self._clock = clock
        self.outages = Outages()
        self.refused: dict[str, datetime] = {}
        self.refused_templates: dict[str, str] = {}

    def end(self, row: Owed, at: int) -> None:
        """Forget the trouble that `row` would have met: taken at `at` (ms), it left."""
        bot = row.chat.partition(":")[0]
        self.outages.end(row.chat, at)
        self.refused.pop(bot, None)
        if row.kind == "template":
            self.refused_templates.pop(bot, None)

    def meet(self, row: Owed, error: SendError, *, target: str | None, at: int) -> None:
        """Record what `error` means for `row`, which was to edit the message `target`; it was taken at `at` (ms)."""
        now, bot = self._clock.now(), row.chat.partition(":")[0]
        log.info("a message did not leave", outbox_id=row.id, kind=row.kind, error=type(error).__name__)
        metrics.calls(bot, row.kind, type(error).__name__).inc()
        if row.kind == "template" and isinstance(error, Refused | WindowClosed | QuotaSpent):
            self.refused_templates[bot] = str(json.loads(row.body).get("template", ""))
        if not isinstance(error, Unknown) and self._budget.counts(row):
            self._records.add(unsaid=[(bot, self._budget.month(now))])
        match error:
            case WindowClosed() if self._budget.counts(row):  # barred now: held, or turned, at the next claim
                self._records.add(shut=[(row.chat, at)])
                self._back(row, type(error).__name__)
            case QuotaSpent() if self._budget.counts(row):
                until = error.until or min(self._budget.next_month(now), now + SPENT_FOR)
                self._records.add(spent=[(bot, self._budget.month(now), until)])
                self._back(row, type(error).__name__)
            case NotNow():
                if not error.counts:
                    metrics.SLOWED.labels(bot).inc()
                if error.counts and row.attempts + 1 >= ATTEMPTS:
                    self.give_up(row, "NotNow")
                else:
                    self._again(row, ms(now + error.retry_after), whole_bot=error.whole_bot, counts=error.counts)
            case OutOfOrder() if self.outages.is_suspect(row.chat, ms(now)):
                self._stumbled(row, ms(now))
            case Unreachable():
                self._again(row, self.outages.away_until(row.chat, ms(now)), whole_bot=True, counts=False)
            case PlatformError():
                self._stumbled(row, ms(now))
            case Unknown():
                fate = unknown(row, now, edits=target is not None and not row.fresh)
                self._records.add(fates=[fate])
                if fate.status == "waiting":  # and nothing of its chat overtakes it
                    self._rest(row.chat, fate.not_before)
                    self._queue.add(replace(row, not_before=fate.not_before, error=fate.error))
            case CardGone():
                self._records.add(forgotten=[(row.chat, row.card or "")])
                self._again(row, ms(now), whole_bot=False, counts=True)
            case ChatClosed():
                left = Update(self._ids.next(), f"left:{row.id}", OURS, row.chat, LEFT)
                self._records.add(fates=[Fate(row.id, "failed", error="ChatClosed")], closed=[row.chat], news=[left])
            case ChatMoved():
                self._records.add(fates=[Fate(row.id, "waiting", forgive=True)], moved=[(row.chat, error.chat)])
            case ChannelDown():
                log.error("the bot is refused by its platform", channel=bot)
                self.refused[bot] = now
                self._again(row, ms(now + BOT_DOWN_FOR), whole_bot=True, counts=False)
            case Refused():
                log.error("the platform refuses a message", outbox_id=row.id, kind=row.kind, reason=error.reason)
                self.give_up(row, f"Refused: {error.reason}")
            case _:
                self.give_up(row, type(error).__name__)

    def give_up(self, row: Owed, error: str) -> None:
        """Record that `row` does not leave; the words below a picture do, without it."""
        self._records.add(fates=[Fate(row.id, "failed", error=error)], extra=self._parcels.words(row, self._ids))

    def _back(self, row: Owed, error: str) -> None:
        """Put `row` back as it was, for what its platform will not let through now is not an attempt."""
        self._records.add(fates=[Fate(row.id, "waiting", error=error, forgive=True)])
        self._queue.add(replace(row, error=error))

    def _stumbled(self, row: Owed, now: int) -> None:
        """Have `row` wait: with the whole bot where that is in trouble, else longer each time."""
        if self.outages.stumbles_over_all(row.chat, now):
            self._again(row, self.outages.away_until(row.chat, now), whole_bot=True, counts=False)
        elif (at := again_at(row, now)) is None:
            self.give_up(row, "PlatformError")
        else:
            self._again(row, at, whole_bot=False, counts=True, in_order=row.attempts < IN_ORDER)

    def _again(self, row: Owed, at: int, *, whole_bot: bool, counts: bool, in_order: bool = True) -> None:
        """Send `row` again, not before `at` (ms), and, if `in_order`, nothing of its chat (or bot) before it."""
        self._records.add(fates=[Fate(row.id, "waiting", error=row.error, not_before=at, forgive=not counts)])
        if in_order:
            self._rest(row.chat.partition(":")[0] if whole_bot else row.chat, at)
        self._queue.add(replace(row, not_before=at, attempts=row.attempts + int(counts)))

    def _rest(self, key: str, until: int) -> None:
        """Let nothing leave for `key` (a chat, or a bot) before `until` (ms)."""
        self._records.add(holds=[(key, self._meter.rest(key, until))])
