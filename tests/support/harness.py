"""People who talk with the real product over a real channel, so that a test reads as a chat."""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import aiohttp

from bot.clock import MovableClock
from bot.passing import pass_to
from bot.service import Service
from locales import texts
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_people import FakePerson
from tests.logs import keeping
from tests.support.fluent import variables

SOON = timedelta(seconds=8)
"""How far the clock goes by itself after each action: the pauses of the pace and of a quiet card."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message a person sees."""

    id: str
    text: str
    buttons: tuple[tuple[str, str], ...]
    files: tuple[bytes, ...] = ()
    mine: bool = False

    @property
    def content(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Return what an edit changes."""
        return self.text, self.buttons


class Driver(Protocol):
    """The person's side of one channel."""

    name: str

    async def says(self, chat: str, text: str) -> None: ...
    async def starts(self, chat: str, payload: str) -> None: ...
    async def taps(self, chat: str, message: str, action: str) -> None: ...
    async def sends(self, chat: str, files: Sequence[tuple[str, str, bytes]], caption: str) -> None: ...
    async def sees(self, chat: str) -> list[Shown]: ...
    def meets(self, chat: str) -> None: ...
    async def delivered(self) -> None: ...
    async def close(self) -> None: ...


class WebDriver:
    """Talks as the sandbox's page does."""

    name = "web"

    def __init__(self, service: Service) -> None:
        self._session = aiohttp.ClientSession(
            f"http://127.0.0.1:{service.port}", headers={"X-Sandbox": "1"}, raise_for_status=True
        )

    async def says(self, chat: str, text: str) -> None:
        await self._session.post(f"/sandbox/api/chat/{chat}/text", json={"text": text})

    async def starts(self, chat: str, payload: str) -> None:
        await self._session.post(f"/sandbox/api/chat/{chat}/start", json={"text": payload})

    async def taps(self, chat: str, message: str, action: str) -> None:
        await self._session.post(f"/sandbox/api/chat/{chat}/choice", json={"choice": action, "source": message})

    async def sends(self, chat: str, files: Sequence[tuple[str, str, bytes]], caption: str) -> None:
        form = aiohttp.FormData()
        form.add_field("text", caption)
        for name, mime, data in files:
            form.add_field("file", data, filename=name, content_type=mime)
        await self._session.post(f"/sandbox/api/chat/{chat}/files", data=form)

    async def sees(self, chat: str) -> list[Shown]:
        async with self._session.get(f"/sandbox/api/chat/{chat}") as answer:
            found = await answer.json()
        return [
            Shown(
                message["id"],
                body.get("text", ""),
                tuple((b["label"], b["action"]) for row in body.get("buttons", ()) for b in row),
                tuple([await self._file(file["key"]) for file in body.get("files", ())]),
                message["mine"],
            )
            for message in found
            if "text" in (body := message["body"])
        ]

    async def _file(self, key: str) -> bytes:
        async with self._session.get(f"/sandbox/files/{key.removeprefix('phones/')}") as answer:
            return await answer.read()

    def meets(self, chat: str) -> None:
        """A phone on the page is there for everybody."""

    async def delivered(self) -> None:
        """A request is answered when it is taken."""

    async def close(self) -> None:
        await self._session.close()


class TelegramDriver:
    """Plays people on the fake Bot API server."""

    name = "telegram"

    def __init__(self, fake: FakeTelegram) -> None:
        self.fake = fake

    async def says(self, chat: str, text: str) -> None:
        self._person(chat).says(text)

    async def starts(self, chat: str, payload: str) -> None:
        self._person(chat).starts(payload)

    async def taps(self, chat: str, message: str, action: str) -> None:
        person = self._person(chat)
        card = person.message(int(message))
        if card is None:  # forged: a card that is not there, as the platform shows an old one
            gone = {"chat": person.chat, "message_id": int(message), "date": 0}
            query = {"id": f"{chat}0", "from": person.user, "chat_instance": "1", "message": gone, "data": action}
            self.fake.delivery.add("callback_query", query, f"user:{chat}")
        elif not card.shows(action):  # forged: real servers pass any data on
            card.buttons.append([("forged", action)])
            person.taps(int(message), action)
            card.buttons.pop()
        else:
            person.taps(int(message), action)

    async def sends(self, chat: str, files: Sequence[tuple[str, str, bytes]], caption: str) -> None:
        person = self._person(chat)
        if len(files) > 1:
            person.sends_album([data for _, _, data in files], caption or None)
            return
        for name, mime, data in files:
            if mime.startswith("image/"):
                person.sends_photo(data, caption or None)
            else:
                person.sends_document(data, name, mime, caption or None)

    async def sees(self, chat: str) -> list[Shown]:
        return [
            Shown(
                str(message.message_id),
                message.text,
                tuple(button for row in message.buttons for button in row),
                (
                    *((message.photo,) if message.photo else ()),
                    *((message.document[1],) if message.document else ()),
                ),
                message.is_mine,
            )
            for message in self._person(chat).messages
        ]

    def _person(self, chat: str) -> FakePerson:
        return self.fake.person(int(chat))

    def meets(self, chat: str) -> None:
        """Have pressed Start some time ago; a bot cannot write to anybody else."""
        self._person(chat).has_started = True

    async def delivered(self) -> None:
        """Wait until the product has confirmed every update."""
        await until(lambda: not self.fake.delivery.waiting)

    async def close(self) -> None:
        assert not self.fake.violations, self.fake.violations


async def until(holds: Callable[[], bool], times: int = 1) -> None:
    """Return when `holds` is true `times` times in a row, each a turn of the loop apart."""
    seen = 0
    while seen < times:
        seen = seen + 1 if holds() else 0
        await asyncio.sleep(0.001)


@dataclass
class World:
    """The running product and its clock."""

    service: Service
    clock: MovableClock
    driver: Driver
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Ho_Chi_Minh"))

    async def settle(self, within: timedelta = SOON) -> None:
        """Return when the product has nothing to do now; let the clock pass over pauses of up to `within`."""
        await self.driver.delivered()
        limit = self.clock.now() + within
        while True:
            await self._idle()
            due = await self.service.road.next_due()
            if due is None or due > limit:
                return
            self.clock.move_to(due)

    async def _idle(self) -> None:
        await until(lambda: self.service.road.idle, times=3)

    async def pass_time(self, by: timedelta) -> None:
        """Move the clock and let everything happen that is due by then."""
        await self.settle(timedelta(0))
        target = self.clock.now() + by
        while (due := await self.service.road.next_due()) is not None and due < target:
            self.clock.move_to(max(due, self.clock.now()))
            await self._idle()
        self.clock.move_to(target)
        await self.settle()

    async def live(self, **by: float) -> None:
        """Move the clock by so many `days`, `hours`, `minutes`; the jobs run, and all happens that is due by then."""
        await self.settle(timedelta(0))
        await pass_to(self.service.road, self.service.rounds, self.clock, self.clock.now() + timedelta(**by))
        await self.settle()

    def person(self, chat: str, language: str = "vi") -> "Person":
        """Return somebody who sits at `chat` (its channel-independent number)."""
        self.driver.meets(chat)
        return Person(self, chat, language)


class Person:
    """Somebody with a phone."""

    def __init__(self, world: World, chat: str, language: str = "vi") -> None:
        self.world = world
        self.number = chat
        self.language = language
        self.screen: list[Shown] = []
        self._before: dict[str, object] = {}

    @property
    def chat(self) -> str:
        """Return the key of this person's chat."""
        return f"{self.world.driver.name}:{self.number}"

    async def says(self, text: str) -> None:
        """Send a text and wait for what comes of it."""
        await self._does(self.world.driver.says(self.number, text))

    async def starts(self, payload: str = "") -> None:
        """Open the bot by a deep link."""
        await self._does(self.world.driver.starts(self.number, payload))

    async def taps(self, action: str) -> None:
        """Tap the newest visible button whose action is `action`, or begins with it and a blank."""
        await self.look()
        for message in reversed(self.screen):
            for _, found in message.buttons:
                if found == action or found.startswith(f"{action} "):
                    await self._does(self.world.driver.taps(self.number, message.id, found))
                    return
        raise AssertionError(f"no button {action!r}; there are {self.buttons()}\n{self}")

    async def forges(self, action: str) -> None:
        """Send a choice that no button offers, as an attacker may."""
        await self.look()
        message = self.screen[-1].id if self.screen else "1"
        await self._does(self.world.driver.taps(self.number, message, action))

    async def sends_photo(self, data: bytes, caption: str = "", name: str = "photo.jpg") -> None:
        """Send one photo."""
        await self._does(self.world.driver.sends(self.number, [(name, "image/jpeg", data)], caption))

    async def sends_album(self, photos: Sequence[bytes], caption: str = "") -> None:
        """Send several photos together."""
        files = [(f"photo{number}.jpg", "image/jpeg", data) for number, data in enumerate(photos)]
        await self._does(self.world.driver.sends(self.number, files, caption))

    async def sends_document(self, data: bytes, name: str, mime: str = "application/octet-stream") -> None:
        """Send a file."""
        await self._does(self.world.driver.sends(self.number, [(name, mime, data)], ""))

    async def _does(self, action: Any) -> None:
        await self.turns_to_the_phone()
        await action
        await self.world.settle()
        await self.look()

    async def turns_to_the_phone(self) -> None:
        """Look at the phone; what comes or changes from now on is news."""
        await self.look()
        self._before = {message.id: message.content for message in self.screen}

    async def look(self) -> None:
        """Look at the phone."""
        self.screen = await self.world.driver.sees(self.number)
        keeping.words(message.text for message in self.screen)

    def news(self) -> list[Shown]:
        """Return what came or changed since this person last did something."""
        return [m for m in self.screen if not m.mine and self._before.get(m.id) != m.content]

    def hears(self, key: str, **params: Any) -> Shown:
        """Assert that a message of the product that is new since the last action says `key`, and return it.

        Values left out match anything.
        """
        pattern = self._pattern(key, params)
        for message in reversed(self.news()):
            if pattern(message.text):
                return message
        raise AssertionError(f"{key} {params} was not said; there is\n{self}")

    async def notices(self, key: str, **params: Any) -> Shown:
        """Look at the phone, and assert that any visible message says `key`."""
        await self.look()
        pattern = self._pattern(key, params)
        for message in reversed(self.screen):
            if pattern(message.text):
                return message
        raise AssertionError(f"{key} {params} is not shown; there is\n{self}")

    def hears_not(self, key: str, **params: Any) -> None:
        """Assert that nothing new says `key`."""
        pattern = self._pattern(key, params)
        assert not any(pattern(message.text) for message in self.news()), f"{key} was said\n{self}"

    def buttons(self) -> list[str]:
        """Return the actions of all visible buttons, newest message last."""
        return [action for message in self.screen for _, action in message.buttons]

    def _pattern(self, key: str, params: dict[str, Any]) -> Callable[[str], bool]:
        return said(self.language, key, params, self.world.zone)

    def __str__(self) -> str:
        lines = []
        for message in self.screen:
            mark = ">" if message.mine else ("*" if message in self.news() else " ")
            actions = [action for _, action in message.buttons]
            lines.append(f"{mark} [{message.id}] {message.text!r} {actions} {len(message.files)} files")
        return f"{self.chat} sees:\n" + "\n".join(lines[-12:])


def said(language: str, key: str, params: dict[str, Any], zone: ZoneInfo) -> Callable[[str], bool]:
    """Return whether a text is the sentence `key`; values not given match anything."""
    if not texts.has(language, key):
        raise AssertionError(f"no sentence {key} in {language}")
    missing = sorted(variables(language, key) - params.keys())
    marks = {name: f"\ue000{number}\ue001" for number, name in enumerate(missing)}
    shown = {name: _words(value, language, zone) for name, value in params.items()}
    sentence = re.escape(texts.render(language, key, {**marks, **shown}, zone))
    pattern = re.compile(re.sub("\ue000\\d+\ue001", "(?:.|\n)*?", sentence) + r"\s*", re.S)
    return lambda text: pattern.fullmatch(text) is not None


def _words(value: Any, language: str, zone: ZoneInfo) -> Any:
    """Let a test pass ("key", {params}) for a sentence inside a sentence."""
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str) and isinstance(value[1], dict):
        return texts.render(language, value[0], value[1], zone)
    return value
