"""A phone with Zalo, on the fake Bot Platform: texts and pictures, and nothing to tap."""

import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

import aiohttp

from bot.channels.zalo import Zalo
from bot.clock import MovableClock
from bot.service import Service
from bot.typed_deciding import READ
from handlers.member.evidence_arrival import UPLOADING
from storage.sql import ms
from tests.fakes.zalo import FakeZalo
from tests.fakes.zalo_people import FakeZaloPerson, chat_id_of
from tests.support.driver import Shown, until
from tests.support.driver_typed import Heard, Typed, besides, forge, held, typed_for

OPENS = "upload-page.open"
PAGE = re.compile(r"https?://\S+/l/\S+")
FORM = re.compile(r'name="form" value="([^"]+)"')


class ZaloDriver:
    """Plays people on the fake Bot Platform."""

    name = "zalo"
    shows_changes = False
    settle: Callable[..., Awaitable[None]]

    def __init__(self, fake: FakeZalo, service: Service) -> None:
        self.fake = fake
        self._service = service
        self._session = aiohttp.ClientSession()
        self._aside: set[str] = set()
        self._typed = Typed(Zalo.can.text_limit, self._session)

    def chat(self, number: str) -> str:
        return f"{self.name}:{chat_id_of(number)}"

    async def says(self, chat: str, text: str) -> None:
        self._person(chat).says(text)

    async def starts(self, chat: str, payload: str) -> None:
        """Type what a link would have brought: there are no links that open the bot."""
        self._person(chat).says(payload or "menu")

    async def taps(self, chat: str, message: str, action: str) -> None:
        key = self.chat(chat)
        while (typed := await typed_for(key, action, self._now())) is None or typed == "9":
            if typed is None:
                typed = await forge(key, action, self._now())
                self._passes(READ)
                break
            self._person(chat).says(typed)
            await self.settle()
        self._person(chat).says(typed)

    async def sends(self, chat: str, files: Sequence[tuple[str, str, bytes]], caption: str) -> None:
        for place, (name, mime, data) in enumerate(files):
            if mime.startswith("image/"):
                self._person(chat).sends_photo(data, caption if place == 0 else None)
            else:
                await self._uploads(chat, name, mime, data)

    async def _uploads(self, chat: str, name: str, mime: str, data: bytes) -> None:
        """Send a document by the page that the chat offers: a bot hears nothing of one that is sent in the chat."""
        typed = await typed_for(self.chat(chat), OPENS, self._now())
        if typed is None:
            self._person(chat).sends_file()
            await self.settle()  # the hint may offer the page
            typed = await typed_for(self.chat(chat), OPENS, self._now())
        if typed is None:
            return
        self._person(chat).says(typed)
        await self.settle()
        address = next(found[0] for each in reversed(self._person(chat).heard) if (found := PAGE.findall(each.text)))
        async with self._session.get(address) as page:
            token = FORM.findall(await page.text())[0]
        form = aiohttp.FormData({"form": token})
        form.add_field("file", data, filename=name, content_type=mime)
        async with self._session.post(address, data=form, headers={"Accept": "application/json"}) as answer:
            await answer.read()
        await self.settle(UPLOADING)

    async def catches_up(self, chat: str) -> None:
        if waits := await held(self.chat(chat)):
            before = len(self._person(chat).messages)
            self._person(chat).sends_sticker()
            await self.settle()
            self._aside |= await besides(
                self.chat(chat), waits, [m.message_id for m in self._person(chat).messages[before:]]
            )

    async def sees(self, chat: str) -> list[Shown]:
        heard = [
            Heard(message.message_id, message.text, message.is_mine, (message.photo,) if message.photo else ())
            for message in self._person(chat).messages
            if message.message_id not in self._aside
        ]
        return await self._typed.shown(self.chat(chat), heard, self._now())

    def _person(self, chat: str) -> FakeZaloPerson:
        return self.fake.person(chat)

    def _now(self) -> int:
        return ms(self._service.clock.now())

    def _passes(self, by: timedelta) -> None:
        clock = self._service.clock
        assert isinstance(clock, MovableClock)
        clock.move(by)

    def meets(self, chat: str) -> None:
        """Have written some time ago; a bot cannot write to anybody else."""
        self._person(chat).knows_us = True

    async def delivered(self) -> None:
        """Wait until the product has stored every event."""
        await until(lambda: not self.fake.waiting)

    async def close(self) -> None:
        await self._session.close()
        assert not self.fake.violations, self.fake.violations
