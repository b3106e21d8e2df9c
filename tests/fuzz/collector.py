"""The Telegram channel without its network: it takes what is sent, and says what the platform would refuse."""

from collections import deque
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bot.channels.channel import FileGone, OutboxMessage
from bot.channels.telegram import Telegram
from bot.wire import units
from locales import texts
from tests.handlers.pictures import photo

LONGEST_TOAST = 200  # https://core.telegram.org/bots/api#answercallbackquery
REMEMBERED = 12
"""Messages with choices that a phone keeps, to be tapped late."""

GOOD = "good:"
"""How the ids of files begin that can be fetched."""

Shown = tuple[int, tuple[str, ...]]
"""(message id, its choices)."""


class Collector(Telegram):
    """What was said, by chat: `heard` since it was last cleared, `screens` to tap on; `faults` must stay empty."""

    def __init__(self) -> None:
        super().__init__("telegram", "123456:" + "x" * 35, "http://127.0.0.1:1")
        self.heard: set[tuple[str, str]] = set()
        self.screens: dict[str, deque[Shown]] = {}
        self.faults: list[str] = []
        self.sent = 0
        self._defects = {texts.render(language, "refusal.defect", {}, ZoneInfo("UTC")) for language in texts.LANGUAGES}

    async def send(self, message: OutboxMessage) -> str | None:
        self.sent += 1
        self.faults += [f"{message.kind} to {message.chat}: {why}" for why in self._refused(message)][:5]
        self.heard.add((message.chat, message.kind))
        if message.kind in ("answer", "commands", "delete"):
            return None
        id_ = int(message.target or self.sent + 10)
        choices = tuple(button.action for row in message.buttons for button in row)
        if choices:
            self.screens.setdefault(message.chat, deque(maxlen=REMEMBERED)).append((id_, choices))
        return str(id_)

    def _refused(self, message: OutboxMessage) -> Iterator[str]:
        """Yield why the platform would not take it (core.telegram.org/bots/api)."""
        buttons = [button for row in message.buttons for button in row]
        words = [
            message.text,
            *(b.label for b in buttons),
            *(b.action for b in buttons),
            *(f.name for f in message.files),
        ]
        if any("\x00" in each or each.encode("utf-8", "replace").decode() != each for each in words):
            yield "not a text"
        if message.text in self._defects:
            yield "a defect was told"
        if not message.chat.removeprefix("telegram:").lstrip("-").isdecimal():
            yield "no chat"
        limit = {"say": 4096, "answer": LONGEST_TOAST}.get(message.kind, self.can.caption_limit)
        if units(message.text) > limit:
            yield f"{units(message.text)} letters"
        if message.kind == "say" and not message.text.strip():
            yield "empty"
        if any(not 1 <= len(b.action.encode()) <= self.can.action_bytes or not b.label.strip() for b in buttons):
            yield f"buttons {[b.action for b in buttons]}"
        if len(buttons) > self.can.buttons or any(len(row) > self.can.buttons_a_row for row in message.buttons):
            yield f"{len(buttons)} buttons"
        if message.kind == "pictures" and not 1 <= len(message.files) <= self.can.album:
            yield f"{len(message.files)} pictures"
        if message.kind in ("answer", "delete") and not message.target:
            yield "no target"

    async def fetch(self, remote: str, limit: int) -> bytes:
        if not remote.startswith(GOOD):
            raise FileGone
        return photo(len(remote))
