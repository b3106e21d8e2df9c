"""Zalo's side of a run: events nobody should trust, numbers and codes that anybody types, a phone without a network."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from bot.channels.channel import FileGone, OutboxMessage
from bot.channels.zalo import Zalo
from bot.wire import units
from locales import texts as sentences
from tests.fuzz import texts
from tests.fuzz.choices import Forger
from tests.fuzz.collector import GOOD, REMEMBERED
from tests.fuzz.updates import JUNK, SAYS, Sent, nested, spoil
from tests.handlers.pictures import photo

LONGEST = 2000
KEY = re.compile(r"^(\d+|[A-I])\. ", re.MULTILINE)
CODE = re.compile(r"\b(?:\w+ ){1,2}[A-Z2-9]{4}\b")
NAMES = (
    "message.text.received",
    "message.image.received",
    "message.sticker.received",
    "message.voice.received",
    "message.unsupported.received",
    "message.link.received",
    "message.reaction.received",
    "user.left",
)


class ZaloCollector(Zalo):
    """Says what the platform would refuse; `faults` must stay empty. `screens` are what each phone was offered last."""

    def __init__(self) -> None:
        super().__init__("zalo", "123456:" + "x" * 35, "http://127.0.0.1:1")
        self.heard: set[tuple[str, str]] = set()
        self.screens: dict[str, deque[tuple[str, ...]]] = {}
        self.faults: list[str] = []
        self.sent = 0
        languages = sentences.LANGUAGES
        self._defects = {sentences.render(language, "refusal.defect", {}, ZoneInfo("UTC")) for language in languages}

    async def send(self, message: OutboxMessage) -> str | None:
        self.sent += 1
        self.faults += [f"{message.kind} to {message.chat}: {why}" for why in self._refused(message)][:5]
        self.heard.add((message.chat, message.kind))
        if offered := (*KEY.findall(message.text), *CODE.findall(message.text)):
            self.screens.setdefault(message.chat, deque(maxlen=REMEMBERED)).append(offered)
        return f"m{self.sent}"

    def _refused(self, message: OutboxMessage) -> Iterator[str]:
        if message.kind not in ("say", "pictures"):
            yield "no such kind"
        if "\x00" in message.text or message.text.encode("utf-8", "replace").decode() != message.text:
            yield "not a text"
        if message.text in self._defects:
            yield "a defect was told"
        if not message.chat.removeprefix("zalo:").isalnum():
            yield "no chat"
        if units(message.text) > LONGEST:
            yield f"{units(message.text)} letters"
        if message.kind == "say" and not message.text.strip():
            yield "empty"
        if message.kind == "pictures" and len(message.files) != 1:
            yield f"{len(message.files)} pictures"

    async def fetch(self, remote: str, limit: int) -> bytes:
        if GOOD not in remote:
            raise FileGone
        return photo(len(remote))


class ZaloUpdates:
    """Draws events, the same ones for the same seed and the same answers; `codes` are of real invitations.

    `screens` are what each phone was offered last.
    """

    def __init__(self, draw: Random, screens: dict[str, deque[tuple[str, ...]]]) -> None:
        self.draw = draw
        self.forger = Forger(draw)
        self.codes = ["K7Q2-M9XD"]
        self._screens = screens
        self._newest = 0
        self._earlier: deque[Any] = deque(maxlen=200)
        self._kinds: tuple[tuple[int, Callable[[int], Sent]], ...] = (
            (40, self._offered),
            (6, self._several),
            (8, self._anybodys),
            (8, self._forged),
            (10, self._handing_in),
            (14, self._text),
            (10, self._hostile),
            (6, self._picture),
            (3, self._unsupported),
            (3, self._invited),
            (6, self._malformed),
            (3, self._elsewhere),
            (3, self._again),
        )
        self._weights = [weight for weight, _ in self._kinds]

    def one(self, chat: int) -> Sent:
        """Return the next event, of `chat` if of anybody."""
        sent = self.draw.choices(self._kinds, self._weights)[0][1](chat)
        self._earlier.append(sent.raw)
        return sent

    def _event(self, person: int, name: str, **content: Any) -> Any:
        self._newest += 1
        message = {
            "message_id": f"{self._newest:020x}",
            "date": self.draw.choice((1_800_000_000_000, 1_800_000_000)),
            "chat": {"id": str(person), "chat_type": "PRIVATE"},
            "from": {"id": str(person), "display_name": "An", "is_bot": False},
            **content,
        }
        event = {"event_name": name, "message": message}
        return event if self.draw.random() < 0.5 else {"ok": True, "result": event}

    def _says(self, chat: int, text: str) -> Sent:
        event = self._event(chat, NAMES[0], text=text)
        return Sent(event, (f"zalo:{chat}", SAYS) if texts.said(text) else None)

    def _offered(self, chat: int) -> Sent:
        screens = self._screens.get(f"zalo:{chat}")
        return self._says(chat, self.draw.choice(screens[-1])) if screens else self._text(chat)

    def _several(self, chat: int) -> Sent:
        mark = self.draw.choice((" ", ",", ", ", "-", "."))
        return self._says(chat, mark.join(str(self.draw.randrange(11)) for _ in range(self.draw.randrange(2, 6))))

    def _anybodys(self, chat: int) -> Sent:
        """Type what anybody was ever offered."""
        screen = self.draw.choice([each for screens in self._screens.values() for each in screens] or [("1",)])
        typed = self.draw.choice(screen)
        return self._says(chat, self.draw.choice((typed, typed.lower(), f"{typed} lý do là thế")))

    def _forged(self, chat: int) -> Sent:
        code = "".join(self.draw.choice("ABCDEFGHJKMNPQRSTUVWXYZ23456789") for _ in range(4))
        verb = self.draw.choice(("DUYET", "duyệt", "TRA", "trả lại", "HUY", "XOA", ""))
        forged = (f"{verb} {code}", f"#a:{self.forger.choice()}", self.forger.choice(), "0", "+", "9", "10", "①", "１")
        return self._says(chat, self.draw.choice(forged) or "1")

    def _handing_in(self, chat: int) -> Sent:
        return self.draw.choice((self._offered, self._picture))(chat) if self._newest % 3 else self._says(chat, "nop")

    def _text(self, chat: int) -> Sent:
        return self._says(chat, texts.plain(self.draw))

    def _hostile(self, chat: int) -> Sent:
        return self._says(chat, texts.hostile(self.draw))

    def _invited(self, chat: int) -> Sent:
        return self._says(chat, self.draw.choice((*self.codes, "123456", "A" * 8, "000000")))

    def _picture(self, chat: int) -> Sent:
        draw = self.draw
        remote = f"https://zdn.vn/{GOOD if draw.random() < 0.1 else 'gone:'}{draw.randrange(10**9)}.jpg"
        address = draw.choice((remote, remote, remote, "http://[", "file:///etc/passwd", "x" * 600, "\x00", "\ud800"))
        content = {draw.choice(("photo", "photo_url")): address}
        if draw.random() < 0.4:
            content["caption"] = texts.hostile(draw)[:2000]
        return Sent(self._event(chat, NAMES[1], **content), (f"zalo:{chat}", SAYS))

    def _unsupported(self, chat: int) -> Sent:
        return Sent(self._event(chat, self.draw.choice(NAMES[2:5]), voice_url="x"), (f"zalo:{chat}", SAYS))

    def _elsewhere(self, chat: int) -> Sent:
        """Write where we do not listen: groups, other bots, kinds nobody told us of."""
        somewhere = self.draw.choice(
            (
                {"chat": {"id": str(chat), "chat_type": "GROUP"}},
                {"from": {"id": str(chat), "is_bot": True}},
                {"chat": {"id": f"g{chat}"}},
            )
        )
        return Sent(self._event(chat, self.draw.choice(NAMES), text=texts.plain(self.draw), **somewhere))

    def _again(self, chat: int) -> Sent:
        return Sent(self.draw.choice(self._earlier)) if self._earlier else self._text(chat)

    def _malformed(self, chat: int) -> Sent:
        draw = self.draw
        whole = draw.choice((self._text, self._picture, self._unsupported))(chat).raw
        match draw.randrange(8):
            case 0:
                return Sent(draw.choice(JUNK))
            case 1:
                return Sent({"event_name": draw.choice(NAMES), "message": nested(draw.choice((16, 900, 990)), draw)})
            case 2:
                return Sent({"unparsed": texts.hostile(draw)})
            case _:
                for _ in range(draw.choice((1, 1, 2, 6))):
                    spoil(whole, draw)
                return Sent(whole)
