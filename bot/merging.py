"""What waited while a person was away, as one message: the newest of each card, one text with its choices."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from bot import whole, wire
from bot.channels.channel import Able, Capabilities
from bot.ids import Ids
from bot.whole import Whole
from handlers.conversation import Text, Urgency, text
from handlers.rendering import Option, Spoken, Words
from storage import held, outbox
from storage.outbox import Owed
from storage.sql import ms

TOLD = 6
"""Messages of which one message tells; the screens have the others."""

CHOICES = 6
"""Choices beside the way to the menu, so that a phone shows all of them."""


@dataclass(frozen=True, slots=True)
class _Message:
    """One message that is held: its last row, and what it says."""

    row: Owed
    whole: Whole


class Merging:
    """Lets held messages leave on channels that are there, in the product's words."""

    def __init__(self, channels: Mapping[str, Able], words: Words, ids: Ids) -> None:
        self._channels = channels
        self._words = words
        self._ids = ids

    async def release(self, chats: Sequence[str], now: datetime, *, at_once: bool) -> list[Owed]:
        """Let what is held for `chats` leave, one message a chat, in the open transaction; return the rows.

        Args:
            at_once: the person is there: it comes before the answer to what they wrote.
        """
        rows: list[Owed] = []
        for chat, theirs in groupby(await held.of_chats(chats), lambda each: each.row.chat):
            if chat.partition(":")[0] in self._channels:
                rows += await self._of_chat([each.row for each in theirs], now, at_once=at_once)
        return rows

    async def _of_chat(self, rows: list[Owed], now: datetime, *, at_once: bool) -> list[Owed]:
        """Let one chat's rows leave: as they are where they are one message, else the words of all in one."""
        rows = [row for row in rows if row.expires_at is None or row.expires_at > ms(now)]  # a sweep ends the others
        messages = [_Message(row, found) for row in rows if (found := whole.read(row)) is not None]
        leaving, rest = rows, list[Owed]()
        if len(messages) > 1:
            carrier, newest = messages[-1].row, dict[str, _Message]()
            for each in messages:
                newest[_same(each)] = _headed(each, newest.get(_same(each)))
            said = sorted(newest.values(), key=lambda each: each.row.id)
            fates = _fates(rows, {each.row.id for each in said})
            await held.settle({id_: fate for id_, fate in fates.items() if id_ != carrier.id}, ms(now))
            first, *rest = wire.owed(self._merged(said, carrier), self._can(carrier), self._ids, now)
            leaving = [row for row in rows if row.id not in fates]
            until = _until([each.row for each in said])
            leaving.append(replace(first, id=carrier.id, key=carrier.key, attempts=carrier.attempts, expires_at=until))
            rest = [_behind(row, carrier, number, until) for number, row in enumerate(rest, 1)]
        leaving = [_now(row, now, at_once=at_once) for row in leaving]
        rest = [_now(row, now, at_once=at_once) for row in rest]
        await held.write(leaving)
        await outbox.add(rest)
        return [*leaving, *rest]

    def _can(self, row: Owed) -> Capabilities:
        return self._channels[row.chat.partition(":")[0]].can

    def _merged(self, said: Sequence[_Message], carrier: Owed) -> Spoken:
        """Return `said` in one message, the newest last; those of which there is no room are counted."""
        told, language = said[-TOLD:], said[-1].whole.language
        lines: list[Text | str] = [line for each in told for line in ("", each.whole.text)]
        if len(said) > TOLD:
            lines += ["", text("held.more", n=len(said) - TOLD)]
        return Spoken(
            chat=carrier.chat,
            text=self._words.text(text("held.away", lines=lines), language) if len(said) > 1 else told[0].whole.text,
            options=_choices(told, self._words.text(text("held.do-menu"), language)),
            documents=tuple(document for each in told for document in each.whole.documents),
            urgency=min((Urgency(each.row.priority) for each in said), key=lambda urgency: urgency.value),
            must_arrive=any(each.row.must_arrive for each in said),
            language=language,
            asks_number=any(each.whole.asks_number for each in told),
            bites=any(each.whole.bites for each in told),
        )


def _now(row: Owed, now: datetime, *, at_once: bool) -> Owed:
    priority = min(row.priority, Urgency.REPLY.value) if at_once else row.priority
    return replace(row, priority=priority, not_before=ms(now))


def _until(rows: Sequence[Owed]) -> int | None:
    """Return until when (ms) one message is worth sending that says what all of `rows` do: the last to end tells."""
    ends = [row.expires_at for row in rows if row.expires_at is not None]
    return max(ends) if len(ends) == len(rows) else None


def _behind(row: Owed, carrier: Owed, number: int, until: int | None) -> Owed:
    """Return a further part of what `carrier` begins to say: its key tells that it goes on."""
    return replace(row, key=None if carrier.key is None else f"{carrier.key}/{number}", expires_at=until)


def _headed(message: _Message, older: _Message | None) -> _Message:
    """Return `message` with the words at its head that stood at that of an `older` version of its card."""
    if older is None or not older.whole.lead:
        return message
    lead = "\n\n".join(filter(None, (older.whole.lead, message.whole.lead)))
    words = f"{older.whole.lead}\n\n{message.whole.text}"
    return replace(message, whole=replace(message.whole, text=words, lead=lead))


def _same(message: _Message) -> str:
    """Return what makes a later message say all that an earlier one did: its card; a reminder's, a digest's kind."""
    row = message.row
    if row.card is not None:
        return f"card {row.card}"
    if row.priority == Urgency.REMINDER.value and not row.must_arrive and row.key:
        return f"kind {row.key.partition(':')[0]}"
    return f"row {row.id}"


def _fates(rows: Sequence[Owed], told: Collection[int]) -> dict[int, str]:
    """Return what becomes of the rows whose words leave in one text, and of all of a message that a newer one says."""
    fates: dict[int, str] = {}
    for message in whole.messages(rows):
        last = message[-1]
        fate = "sent" if last.id in told else "expired"
        is_over = fate == "expired" and whole.read(last) is not None
        fates |= {row.id: fate for row in message if is_over or _goes_with(row)}
    return fates


def _goes_with(row: Owed) -> bool:
    """Say whether a row is words, or a picture of what they say: the others of a message leave by themselves."""
    return row.kind in ("say", "pictures")


def _choices(told: Sequence[_Message], menu: str) -> tuple[tuple[Option, ...], ...]:
    """Return the choices of several messages, each once, and the menu.

    Where more than one offers any, none that decides is among them: a yes has to stand below its own question.
    """
    asking = [each for each in told if each.whole.options]
    found: dict[str, Option] = {}
    for each in asking:
        for option in (option for row in each.whole.options for option in row):
            if len(asking) == 1 or not option.style:
                found.setdefault(option.url or option.action, option)
    found.pop("menu.open", None)
    return (*((option,) for option in list(found.values())[:CHOICES]), (Option(menu, "menu.open"),))
