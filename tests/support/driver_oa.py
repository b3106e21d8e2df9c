"""A phone with Zalo, on the fake Official Account: a few buttons, the rest typed."""

from collections.abc import Awaitable, Callable, Sequence

import aiohttp

from bot.channels.oa import Oa
from bot.service import Service
from storage.sql import ms
from tests.fakes.oa import FakeOa
from tests.fakes.oa_people import FakeOaMessage, FakeOaPerson
from tests.support.driver import Shown, until
from tests.support.driver_typed import Heard, Typed, besides, held, typed_for

TAP = "#a:"
"""What the payload of a button begins with."""

MORE = "9"
"""The key of the next screen of a list."""


class OaDriver:
    """Plays people on the fake Official Account."""

    name = "oa"
    shows_changes = False
    settle: Callable[..., Awaitable[None]]

    def __init__(self, fake: FakeOa, service: Service) -> None:
        self.fake = fake
        self._service = service
        self._session = aiohttp.ClientSession()
        self._aside: set[str] = set()
        self._typed = Typed(Oa.can.text_limit, self._session)

    def chat(self, number: str) -> str:
        return f"{self.name}:{self._person(number).user_id}"

    async def says(self, chat: str, text: str) -> None:
        self._person(chat).says(text)

    async def starts(self, chat: str, payload: str) -> None:
        """Type what a link would have brought: there are no links that open the bot."""
        self._person(chat).says(payload or "menu")

    async def taps(self, chat: str, message: str, action: str) -> None:
        person = self._person(chat)
        while True:
            for card in reversed(person.messages):
                if any(payload == TAP + action for _, _, payload in card.buttons):
                    person.taps(card.message_id, TAP + action)
                    return
            typed = await typed_for(self.chat(chat), action, ms(self._service.clock.now()))
            person.says(typed or TAP + action)
            if typed != MORE:
                return
            await self.settle()

    async def sends(self, chat: str, files: Sequence[tuple[str, str, bytes]], caption: str) -> None:
        pictures = [data for _, mime, data in files if mime.startswith("image/")]
        if pictures:
            self._person(chat).sends_photos(pictures, caption)
        for name, mime, data in files:
            if not mime.startswith("image/"):
                self._person(chat).sends_file(data, name)

    async def catches_up(self, chat: str) -> None:
        if waits := await held(self.chat(chat)):
            person = self._person(chat)
            before = len(person.messages)
            person.sends("user_send_sticker", attachments=[{"type": "sticker", "payload": {"id": "1"}}])
            await self.settle()
            self._aside |= await besides(self.chat(chat), waits, [m.message_id for m in person.messages[before:]])

    async def sees(self, chat: str) -> list[Shown]:
        heard = [_heard(each) for each in self._person(chat).messages if each.message_id not in self._aside]
        return await self._typed.shown(self.chat(chat), heard, ms(self._service.clock.now()))

    def _person(self, chat: str) -> FakeOaPerson:
        return self.fake.person(int(chat))

    def meets(self, chat: str) -> None:
        """Follow the account; it cannot write to anybody else."""
        self._person(chat).meets()

    async def delivered(self) -> None:
        """Wait until the product has taken every event."""
        await until(lambda: not self.fake.waiting)

    async def close(self) -> None:
        await self._session.close()
        assert not self.fake.violations, self.fake.violations


def _heard(message: FakeOaMessage) -> Heard:
    files = [*([message.image] if message.image else ()), *([message.file[1]] if message.file else ())]
    buttons = [
        (title, payload.removeprefix(TAP) if payload.startswith(TAP) else "") for title, _, payload in message.buttons
    ]
    return Heard(message.message_id, message.text, message.is_mine, tuple(files), tuple(buttons))
