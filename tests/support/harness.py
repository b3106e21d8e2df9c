"""People who talk with the real product over a real channel, so that a test reads as a chat."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

import aiohttp

from bot.clock import MovableClock
from bot.passing import pass_to
from bot.service import Service
from locales import texts
from tests.logs import keeping
from tests.support.driver import Driver, Shown, until
from tests.support.fluent import variables

SOON = timedelta(seconds=8)
"""How far the clock goes by itself after each action: the pauses of the pace and of a quiet card."""

GALLERY = "pages.gallery"
PAGE = re.compile(r"https?://\S+/l/\S+")


@dataclass
class World:
    """The running product and its clock."""

    service: Service
    clock: MovableClock
    driver: Driver
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Ho_Chi_Minh"))

    def __post_init__(self) -> None:
        self.driver.settle = self.settle

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
        return self.world.driver.chat(self.number)

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

    async def catches_up(self) -> None:
        """Look at the phone, with whatever waits there for a word of this person."""
        await self.world.driver.catches_up(self.number)
        await self.look()

    async def look(self) -> None:
        """Look at the phone."""
        self.screen = await self.world.driver.sees(self.number)
        keeping.words(message.text for message in self.screen)

    def news(self) -> list[Shown]:
        """Return what came or changed since this person last did something; a list that ended is no change."""
        changes = self.world.driver.shows_changes
        seen = [m for m in self.screen if not m.mine]
        return [m for m in seen if m.id not in self._before or (changes and self._before[m.id] != m.content)]

    def hears(self, key: str, **params: Any) -> Shown:
        """Assert that a message of the product that is new since the last action says `key`, and return it.

        Values left out match anything.
        """
        pattern = self.saying(key, params)
        for message in reversed(self.news()):
            if pattern(message.text):
                return message
        raise AssertionError(f"{key} {params} was not said; there is\n{self}")

    async def notices(self, key: str, **params: Any) -> Shown:
        """Look at the phone, and assert that any visible message says `key`.

        Where nothing said before can change, what it is now waits for the person to write: here they send a sticker.
        """
        await self.catches_up()
        pattern = self.saying(key, params)
        for message in reversed(self.screen):
            if pattern(message.text):
                return message
        raise AssertionError(f"{key} {params} is not shown; there is\n{self}")

    def hears_not(self, key: str, **params: Any) -> None:
        """Assert that nothing new says `key`."""
        pattern = self.saying(key, params)
        assert not any(pattern(message.text) for message in self.news()), f"{key} was said\n{self}"

    def buttons(self) -> list[str]:
        """Return the actions of all visible buttons, newest message last."""
        return [action for message in self.screen for _, action in message.buttons]

    async def pictures(self) -> list[bytes]:
        """Return the pictures the product shows: those in the chat, or on the page it offers instead of so many."""
        await self.look()
        shown = [file for message in self.screen if not message.mine for file in message.files]
        if not shown and any(action.startswith(GALLERY) for action in self.buttons()):
            await self.taps(GALLERY)
            address = next(found[0] for each in reversed(self.screen) if (found := PAGE.findall(each.text)))
            shown = await _on_page(address)
        return [file for file in shown if file.startswith((b"\xff\xd8", b"\x89PNG"))]

    def saying(self, key: str, params: dict[str, Any]) -> Callable[[str], bool]:
        """Return what finds `key` in a text; where each message stays, others of the turn may be in the same."""
        is_alone = self.world.driver.shows_changes
        return said(self.language, key, params, self.world.zone, is_alone=is_alone)

    def __str__(self) -> str:
        lines = []
        for message in self.screen:
            mark = ">" if message.mine else ("*" if message in self.news() else " ")
            actions = [action for _, action in message.buttons]
            lines.append(f"{mark} [{message.id}] {message.text!r} {actions} {len(message.files)} files")
        return f"{self.chat} sees:\n" + "\n".join(lines[-12:])


async def _on_page(address: str) -> list[bytes]:
    """Return what the page at `address` leads to."""
    async with aiohttp.ClientSession(raise_for_status=True) as session:
        async with session.get(address) as page:
            paths = dict.fromkeys(re.findall(r'href="(/l/[^"]+)"', await page.text()))
        found = []
        for path in paths:
            async with session.get(urljoin(address, path)) as answer:
                found.append(await answer.read())
        return found


def said(
    language: str, key: str, params: dict[str, Any], zone: ZoneInfo, *, is_alone: bool = True
) -> Callable[[str], bool]:
    """Return whether a text is the sentence `key`, or has it between empty lines; values not given match anything."""
    if not texts.has(language, key):
        raise AssertionError(f"no sentence {key} in {language}")
    missing = sorted(variables(language, key) - params.keys())
    marks = {name: f"\ue000{number}\ue001" for number, name in enumerate(missing)}
    shown = {name: _words(value, language, zone) for name, value in params.items()}
    sentence = re.escape(texts.render(language, key, {**marks, **shown}, zone))
    words = re.sub("\ue000\\d+\ue001", "(?:.|\n)*?", sentence)
    pattern = re.compile(rf"\A{words}\s*\Z" if is_alone else rf"(?:\A|\n\n){words}\s*(?:\Z|\n\n)", re.S)
    return lambda text: pattern.search(text) is not None


def _words(value: Any, language: str, zone: ZoneInfo) -> Any:
    """Let a test pass ("key", {params}) for a sentence inside a sentence."""
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str) and isinstance(value[1], dict):
        return texts.render(language, value[0], value[1], zone)
    return value
