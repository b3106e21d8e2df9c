"""Keeps each bot within what its platform allows: what may leave now, what waits, what goes another way.

A channel without limits never meets this.
"""

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot import whole, wire
from bot.channels.channel import Able
from bot.ids import Ids
from bot.merging import Merging
from bot.whole import Whole
from handlers.conversation import Picture, Urgency
from handlers.rendering import Spoken
from journey.allowance import Allowances, Month
from storage import cards, chats, held, metered, outbox, reach
from storage.held import Why
from storage.outbox import Owed
from storage.sql import ms, to_json

log = structlog.get_logger(__name__)

SAYS = ("say", "pictures", "document")
"""Kinds that platforms count as messages."""

WINDOW_CLOSED = "WindowClosed"
"""The error of a row that the platform refused since its person has not written for too long."""

LABEL = 30
"""Letters of a label in a template (ZALO 3.8)."""

SWEEP_EVERY = timedelta(minutes=1)

SWEPT = 100
"""Chats that one sweep lets go."""


class Budget:
    """What `allowed` leaves the `channels` to say."""

    def __init__(self, channels: Mapping[str, Able], allowed: Allowances, merging: Merging, ids: Ids) -> None:
        self._channels = channels
        self._allowed = allowed
        self._merging = merging
        self._ids = ids
        self._holds = bool(allowed.plans) or any(not channel.can.edits for channel in channels.values())
        self._swept_at: datetime | None = None

    def limits(self, bot: str) -> bool:
        """Say whether anything of `bot` is counted."""
        return bot in self._allowed.plans

    def counts(self, row: Owed) -> bool:
        """Say whether the call of `row` is counted."""
        return row.kind in SAYS and self.limits(_bot(row))

    def month(self, now: datetime) -> str:
        """Return the name of the month of `now` (UTC)."""
        return self._allowed.month(now)

    def next_month(self, now: datetime) -> datetime:
        """Return when the month of `now` ends (UTC)."""
        return self._allowed.next_month(now)

    async def barred(self, rows: Collection[Owed], now: datetime) -> dict[int, Why]:
        """Return which of `rows` may not leave at `now` (UTC), and why."""
        rows = [row for row in rows if row.kind in SAYS]
        silent = {row.id: (row.chat, row.card or "") for row in rows if self._is_silent(row)}
        shown = await cards.shown(silent.values()) if silent else {}
        barred = {id_: Why.CARD for id_, card in silent.items() if card in shown}
        limited = [row for row in rows if self.limits(_bot(row))]
        if not limited:
            return barred
        heard = await chats.heard_at({row.chat for row in limited if self._allowed.of(row.chat).window})
        months = await metered.months({_bot(row) for row in limited}, self.month(now))
        more: Counter[str] = Counter()
        for row in limited:
            if (why := self._why(row, heard.get(row.chat), months[_bot(row)], more[_bot(row)], now)) is not None:
                barred[row.id] = why
            elif row.id not in barred:
                more[_bot(row)] += 1
        return barred

    def _is_silent(self, row: Owed) -> bool:
        """Say whether elsewhere it would only change a card, without a sound, where that is shown already."""
        is_news = row.priority >= Urgency.NEWS.value and not row.fresh
        return row.card is not None and is_news and not self._channels[_bot(row)].can.edits

    def _why(self, row: Owed, heard_at: datetime | None, month: Month, more: int, now: datetime) -> Why | None:
        plan = self._allowed.of(row.chat)
        if (row.error == WINDOW_CLOSED and heard_at is None) or not plan.is_open(heard_at, now):
            return Why.WINDOW
        urgency = Urgency.REPLY.value if _goes_on(row) else row.priority
        return None if month.has_room(plan, urgency, now, more=more) else Why.QUOTA

    async def divert(self, barred: Mapping[int, Why], rows: Collection[Owed], now: datetime) -> Sequence[Owed]:
        """Have `barred` ones of `rows` wait, or go another way, in the open transaction; return what goes that way."""
        rows = [row for row in rows if row.id in barred and (row.expires_at is None or row.expires_at > ms(now))]
        rows = await held.still(rows)
        parts = await self._parts(rows)
        others = [each for row in rows for each in await self._turned(row, parts[row.id], barred[row.id], now)]
        ids = {row.id for row in rows}
        await held.write([row for row in others if row.id in ids])
        await outbox.add([row for row in others if row.id not in ids])
        away = {row.id for row in others}
        await held.settle({part.id: "sent" for id_ in away & parts.keys() for part in parts[id_]}, ms(now))
        await held.hold({row.id: barred[row.id] for row in rows if row.id not in away}, ms(now))
        short = [row for row in rows if barred[row.id] is Why.QUOTA and row.priority > Urgency.REPLY.value]
        await held.hold_rest(short, Why.QUOTA, ms(now))
        return others

    async def _parts(self, rows: Collection[Owed]) -> dict[int, list[Owed]]:
        """Return the held rows, words and pictures, of the message that each of `rows` ends, by that row's id."""
        waiting = await held.of_chats({row.chat for row in rows})
        found: dict[int, list[Owed]] = {}
        for row in rows:
            earlier = whole.messages(each.row for each in waiting if each.row.chat == row.chat and each.row.id < row.id)
            begun = earlier[-1] if earlier and whole.read(earlier[-1][-1]) is None else []
            found[row.id] = [part for part in begun if part.kind != "document"]
        return found

    async def _turned(self, row: Owed, parts: Sequence[Owed], why: Why, now: datetime) -> Sequence[Owed]:
        """Return the rows that say by another chat of the person, or by a template, what must not wait; () for none."""
        said = whole.read(row)
        if said is None or _in_doubt(row) or why is Why.CARD or (row.priority > Urgency.REPLY.value and not said.bites):
            return ()
        other = await reach.beside(row.chat, self._allowed, now, row.priority)
        if other is not None:
            log.info("a message goes by another chat", outbox_id=row.id, why=str(why))
            return self._elsewhere(row, parts, said, other.chat, now)
        template = self._allowed.of(row.chat).template
        if why is not Why.WINDOW or not template or not said.bites:
            return ()
        log.info("a template is sent", outbox_id=row.id)
        values = {
            "label": said.text.partition("\n")[0][:LABEL],
            "date": f"{now.astimezone(self._allowed.zone):%d/%m/%Y}",
        }
        return [replace(row, kind="template", body=to_json({"template": template, "values": values}), card=None)]

    def _elsewhere(self, row: Owed, parts: Sequence[Owed], said: Whole, chat: str, now: datetime) -> list[Owed]:
        """Return `row`, with the pictures of `parts`, as the other channel shows it; the first row is `row` itself."""
        shown = [part for part in (*parts, row) if part.kind == "pictures"]
        files = [file for part in shown for file in json.loads(part.body)["files"]]
        spoken = Spoken(
            chat=chat,
            text=said.text,
            options=said.options,
            pictures=tuple(Picture(**file) for file in files),
            documents=said.documents,
            urgency=Urgency(row.priority),
            must_arrive=row.must_arrive,
            language=said.language,
            asks_number=said.asks_number,
            bites=said.bites,
        )
        first, *rest = wire.owed(spoken, self._channels[chat.partition(":")[0]].can, self._ids, now)
        behind = [replace(each, expires_at=row.expires_at) for each in rest]
        return [replace(row, chat=chat, kind=first.kind, body=first.body, card=None), *behind]

    async def count(self, rows: Collection[Owed], now: datetime) -> None:
        """Count what is claimed for sending, in that transaction: a crash before the call leaves it counted."""
        said = Counter(_bot(row) for row in rows if self.counts(row))
        if said:
            await metered.count({(bot, self.month(now)): (n, 0) for bot, n in said.items()})

    def sweeps(self, now: datetime) -> bool:
        """Say whether it is time to look at what is held."""
        if not self._holds or (self._swept_at is not None and now - self._swept_at < SWEEP_EVERY):
            return False
        self._swept_at = now
        return True

    async def sweep(self, now: datetime) -> list[Owed]:
        """Give up what is too late, and let go what a new month has room for, in the open transaction."""
        await held.expire(ms(now))
        months = await metered.months(self._allowed.plans, self.month(now))
        reminding = Urgency.REMINDER.value
        free = [bot for bot, plan in self._allowed.plans.items() if months[bot].has_room(plan, reminding, now)]
        waiting = await held.waiting_for_quota(free, SWEPT) if free else []
        return await self._merging.release(waiting, now, at_once=False)


def _bot(row: Owed) -> str:
    return row.chat.partition(":")[0]


def _goes_on(row: Owed) -> bool:
    """Say whether a row goes on with a message that has begun to leave: nobody gets a picture without its words."""
    return row.key is not None and not row.key.endswith("/0")


def _in_doubt(row: Owed) -> bool:
    """Say whether a row may have arrived already: it stays on record as that."""
    return (row.error or "").startswith("unknown")
