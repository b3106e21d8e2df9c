"""The phones of made-up people: a channel in memory that shows what it is sent, and keeps what can be tapped."""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from PIL import Image

from bot.channels.channel import Capabilities, CardGone, OutboxMessage
from handlers.conversation import Attachment, InboxMessage, Kind

KEPT = 12
"""Messages with choices that a phone keeps, besides the cards of what waits: nobody scrolls up further."""

WAITING = "reviews.approve "
"""How the choice begins that makes a message a card of something to decide."""


@dataclass(slots=True)
class Phone:
    """What one chat shows that can be tapped: the choices by message, and of the one that came last.

    `_others` are the messages that are no card of something to decide, the oldest first.
    """

    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    newest: tuple[str, ...] = ()
    _others: dict[str, None] = field(default_factory=dict)

    def find(self, *beginnings: str) -> str | None:
        """Return the newest choice that is one of `beginnings` or begins with it and a blank; the first named first."""
        for wanted in beginnings:
            for shown in reversed(self.choices.values()):
                for action in shown:
                    if action == wanted or action.startswith(f"{wanted} "):
                        return action
        return None

    def offered(self, beginning: str) -> str | None:
        """Return the first such choice of the message that came last."""
        return next((each for each in self.newest if each == beginning or each.startswith(f"{beginning} ")), None)

    def all(self, beginning: str) -> list[str]:
        """Return every choice that begins with `beginning` and a blank, the oldest first."""
        return [each for shown in self.choices.values() for each in shown if each.startswith(f"{beginning} ")]

    def show(self, number: str, actions: tuple[str, ...]) -> None:
        """Show a message, or an edited one in its place; one without choices is not kept."""
        if not actions:
            self.drop(number)
            return
        while number not in self.choices and len(self._others) >= KEPT:
            self.drop(next(iter(self._others)))
        self.choices[number] = actions
        if any(action.startswith(WAITING) for action in actions):
            self._others.pop(number, None)
        else:
            self._others[number] = None

    def drop(self, number: str) -> None:
        """Show a message no longer."""
        self.choices.pop(number, None)
        self._others.pop(number, None)


Shown = Callable[[str, tuple[str, ...]], None]


class Phones:
    """A channel that can what Telegram can, to people who are not there; `shown` hears of what a chat is shown anew.

    `fresh` are the numbers of messages that made a phone ring and were not counted yet: an edit makes none. `heard`
    counts what each chat wrote since it was last looked at.
    """

    name = "rehearsal"
    can = Capabilities(
        buttons=100, buttons_a_row=8, edits=True, deletes=True, text_limit=4096, caption_limit=1024, album=10,
        pictures=True, documents=True, action_bytes=64, links=True,
    )  # fmt: skip

    def __init__(self, shown: Shown) -> None:
        self.phones: dict[str, Phone] = {}
        self.fresh: set[str] = set()
        self.heard: Counter[str] = Counter()
        self._shown = shown
        self._number = 0
        self._key = 0

    def phone(self, chat: str) -> Phone:
        """Return the phone of a chat."""
        return self.phones.setdefault(chat, Phone())

    def update(self, chat: str, kind: Kind, **what: Any) -> dict[str, Any]:
        """Return what somebody does, as a raw update of this channel."""
        self._key += 1
        self.heard[chat] += 1
        return {"key": str(self._key), "chat": chat, "kind": str(kind), **what}

    def parse(self, update: Mapping[str, Any]) -> InboxMessage | None:
        """Return what `update` says."""
        kind = Kind(update["kind"])
        return InboxMessage(
            chat=update["chat"],
            kind=kind,
            text=update.get("text", ""),
            choice=update.get("choice", ""),
            attachments=tuple(Attachment(**each) for each in update.get("files", ())),
            source=update["key"],
            callback=update["key"] if kind is Kind.CHOICE else None,
        )

    def lane(self, update: Mapping[str, Any]) -> tuple[str, str]:
        """Return what makes an update the same one, and its chat."""
        return update["key"], update["chat"]

    async def send(self, message: OutboxMessage) -> str | None:
        """Show `message` on its phone."""
        if message.kind in ("answer", "commands"):
            return None
        phone = self.phone(message.chat)
        if message.kind == "delete":
            phone.drop(message.target or "")
            return None
        actions = tuple(button.action for row in message.buttons for button in row if button.action)
        if message.target is not None:
            number = message.target
            if int(number) > self._number:
                raise CardGone
        else:
            self._number += 1
            number = str(self._number)
            self.fresh.add(number)
            phone.newest = actions
        phone.show(number, actions)
        if message.target is None:
            self._shown(message.chat, actions)
        return number

    async def fetch(self, remote: str, limit: int) -> bytes:
        """Return a picture of its own for each `remote`."""
        noise = random.Random(remote)  # noqa: S311  (the same picture for the same name)
        small = Image.frombytes("RGB", (12, 12), noise.randbytes(432))
        out = BytesIO()
        small.resize((320, 320), Image.Resampling.BICUBIC).save(out, "JPEG", quality=70)
        return out.getvalue()[:limit]

    async def welcome(self, commands: Sequence[tuple[str, str]]) -> None:
        """A phone that nobody holds needs no command menu."""

    async def door(self) -> None:
        """Nobody is told: whoever is here has it open."""

    async def close(self) -> None:
        """Nothing to let go of."""
