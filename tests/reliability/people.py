"""People who talk with the product all the time: they look at what their chat shows and tap what is there.

Who hears nothing for a while is unsure and does something again, as people do.
"""

import asyncio
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from tests.fakes.telegram_people import FakeMessage, FakePerson
from tests.handlers.pictures import photo

WANTED = ("RL1", "RL2", "RL6", "TT4")
HANDED_IN = ("RL1", "RL2", "RL6")
ESSAY = "TT4"
PHOTOS = tuple(photo(tone) for tone in range(4))
A_TABLE = 28
"""Parts of an essay after which a writer takes all out; two such tables fit into a hand-in, which holds sixty."""

ENOUGH = 12
"""Photos and words for one hand-in; after that a member only answers what is asked."""

Button = tuple[FakeMessage, str]


@dataclass
class Robot:
    """Somebody with a phone and a habit: `weights` of the actions they tap, by how the action begins."""

    phone: FakePerson
    token: str
    chance: random.Random
    weights: Mapping[str, float]
    is_busy: bool = True
    did: int = 0
    photos: list[int] = field(default_factory=list)
    texts: list[tuple[int, str]] = field(default_factory=list)

    async def live(self, hurry: float) -> None:
        """Talk until told to be quiet; `hurry` shortens every pause."""
        self.phone.starts(self.token)
        while self.is_busy:
            await self._until_news(self.chance.uniform(1.0, 3.0) * hurry)
            await asyncio.sleep(self.chance.uniform(0.02, 0.3) * hurry)
            if self.is_busy:
                self.did += 1
                self.acts()

    def acts(self) -> None:
        """Do one thing."""
        if (button := self._register() or self._picked()) is not None:
            self._tap(*button)
            if self.chance.random() < 0.1:
                self._tap(*button)
        else:
            self.phone.says(self.chance.choice(("menu", "nộp", "sổ")))

    async def _until_news(self, patience: float) -> None:
        before, waited = self._screen(), 0.0
        while self.is_busy and waited < patience and self._screen() == before:
            await asyncio.sleep(0.05)
            waited += 0.05

    def _screen(self) -> list[tuple[int, str]]:
        return [(message.message_id, message.text) for message in self.newest(3)]

    def newest(self, count: int) -> Iterator[FakeMessage]:
        """Yield the bot's newest messages in the chat, the newest first."""
        return islice((message for message in reversed(self.phone.messages) if not message.is_mine), count)

    def shown(self, begins: str = "", among: int = 3) -> Iterator[Button]:
        """Yield the buttons of the newest messages whose action is `begins` or goes on after it."""
        for message in self.newest(among):
            for row in message.buttons:
                for _, action in row:
                    if not begins or action == begins or action.startswith(f"{begins} "):
                        yield message, action

    def first(self, begins: str, among: int = 3) -> Button | None:
        """Return the newest of them."""
        return next(self.shown(begins, among), None)

    def _tap(self, message: FakeMessage, action: str) -> str | None:
        """Tap a button if it is still there; return the tap's id."""
        if message in self.phone.messages and message.shows(action):
            return self.phone.taps(message.message_id, action)
        return None

    def _register(self) -> Button | None:
        """Return the next tap of registering the year's tasks: tick what is wanted, go on, confirm."""
        ticks = list(self.shown("registration.tick", among=1))
        wanted = [button for button in ticks if button[1].split()[-1] in WANTED]
        if wanted:
            return wanted[0]
        return self.first("registration.confirm", 1) or (self._next_page() if ticks else None)

    def _next_page(self) -> Button | None:
        pages = list(self.shown("registration.page", among=1))
        return max(pages, key=lambda button: int(button[1].split()[-1]), default=None)

    def _picked(self) -> Button | None:
        buttons = list(self.shown())
        weights = [self._weight(action) / (1 + place // 8) for place, (_, action) in enumerate(buttons)]
        return self.chance.choices(buttons, weights)[0] if sum(weights) > 0 else None

    def _weight(self, action: str) -> float:
        known = [begins for begins in self.weights if action == begins or action.startswith(f"{begins} ")]
        return self.weights[max(known, key=len)] if known else 0.0


MEMBER = {
    "joining.yes": 90,
    "registration.open": 40,
    "evidence.open": 10,
    **{f"evidence.start {task}": 20.0 for task in HANDED_IN},
    **{f"evidence.attach {task}": 40.0 for task in HANDED_IN},
    "evidence.answer": 60,
    "evidence.preview": 20,
    "evidence.submit": 60,
    "evidence.again": 30,
    "evidence.take_back": 2,
    "evidence.later": 0.5,
    "book.open": 1,
    "menu.open": 1,
}


class Member(Robot):
    """Registers, hands in, hands in again what was returned; never as much as a hand-in refuses to hold."""

    sent = 0

    def acts(self) -> None:
        """Send something where something is asked for, else tap."""
        actions = [action.split()[0] for _, action in self.shown(among=1)]
        is_asked = "evidence.later" in actions and "evidence.answer" not in actions
        is_more = self.sent < ENOUGH and self.chance.random() < 0.3
        if not is_asked or (len(actions) > 1 and not is_more):
            super().acts()
            return
        self.sent += 1
        if self.sent < ENOUGH and self.chance.random() < 0.2:
            self.photos.append(self.phone.sends_photo(self.chance.choice(PHOTOS)))
        else:
            self.phone.says("hôm nay")  # a day, a place and a note, whatever is asked for

    def _tap(self, message: FakeMessage, action: str) -> str | None:
        if action.startswith("evidence.submit "):
            self.sent = 0
        return super()._tap(message, action)

    def _weight(self, action: str) -> float:
        return 2 if action.endswith(" keep") else super()._weight(action)


WRITER = {"joining.yes": 90, "registration.open": 40, "evidence.open": 10, f"evidence.start {ESSAY}": 40}


class Writer(Robot):
    """Writes one part of an essay after the other and never stops: what is lost or kept twice is seen at once."""

    is_writing = False
    clearing: str | None = None
    """The tap that clears the table, once it is made."""

    def acts(self) -> None:
        """Write the next part; clear the table when it is full, and go on when the product has that tap."""
        if not self.is_writing:
            self.is_writing = self.first("evidence.later", 1) is not None
        if not self.is_writing:
            super().acts()
        elif len(self.texts) % A_TABLE or not self.texts or self._has_cleared():
            words = f"Phần {len(self.texts) + 1}. Tôi viết tiếp bài thu hoạch của mình."
            self.texts.append((self.phone.says(words), words))
            self.clearing = None
        elif self.clearing is None and (sure := self.first("evidence.start_again", 2)):
            tap = self._tap(*sure)
            self.clearing = tap if sure[1].endswith(" yes") else None

    def _has_cleared(self) -> bool:
        on_the_way = [update["callback_query"]["id"] for update in self.phone.delivery.waiting.values()
                      if "callback_query" in update]  # fmt: skip
        return self.clearing is not None and self.clearing not in on_the_way


OFFICER = {
    "joining.yes": 90,
    "reviews.approve": 8,
    "reviews.return": 14,
    "reviews.because": 40,
    "reviews.undo": 12,
    "reviews.show": 20,
    "reviews.look": 0.5,
    "reviews.open": 5,
}


class Officer(Robot):
    """Approves, returns, undoes; and races a colleague for the same hand-in."""

    colleagues: Sequence["Officer"] = ()

    def acts(self) -> None:
        """Tap; every other time somebody with the same card does so in the same moment."""
        picked = self._picked()
        if picked is None or self.chance.random() < 0.1:
            self.phone.says("duyệt")
            return
        self._tap(*picked)
        verb, *rest = picked[1].split()
        if verb in ("reviews.approve", "reviews.undo") and self.chance.random() < 0.7:
            for other in self.colleagues:
                for action in ("reviews.approve", "reviews.return", "reviews.undo"):
                    if (same := other.first(f"{action} {rest[0]}", 6)) is not None:
                        other._tap(*same)
                        break
