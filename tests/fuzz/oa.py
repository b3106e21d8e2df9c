"""The Official Account's side of a run: signed events with anything in them, buttons that come back as texts."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.channels.channel import FileGone, OutboxMessage
from bot.channels.oa import Oa, said
from bot.channels.oa_grants import OaApp
from bot.channels.oa_updates import TAPPED
from locales import texts as sentences
from tests.fakes.oa_rules import cs_faults
from tests.fuzz import texts
from tests.fuzz.collector import GOOD, REMEMBERED
from tests.fuzz.updates import SAYS, Sent
from tests.fuzz.zalo import CODE, KEY, ZaloUpdates
from tests.handlers.pictures import PDF, photo

OA_ID = "2846194735118072036"
NOWHERE = OaApp(OA_ID, "1", "x" * 20, "", "http://127.0.0.1:1", "http://127.0.0.1:1")
NAMES = (
    "user_send_text",
    "user_send_image",
    "user_send_file",
    "user_send_link",
    "user_send_sticker",
    "user_send_location",
    "user_send_business_card",
    "user_send_hologram",
    "user_received_message",
    "user_seen_message",
    "user_submit_info",
    "oa_send_text",
    "anonymous_send_text",
    "follow",
    "unfollow",
    "change_template_status",
)


class OaCollector(Oa):
    """Says what the platform would refuse; `faults` must stay empty. `screens` are what each phone was offered last.

    It has no window: a run passes over months, and what waits for a person is tried elsewhere.
    """

    can = replace(Oa.can, window=None)

    def __init__(self) -> None:
        super().__init__(NOWHERE, (), lambda: datetime.now(UTC))
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
        taps = [f"{TAPPED}{button.action}" for row in message.buttons for button in row if not button.url]
        if offered := (*taps, *KEY.findall(message.text), *CODE.findall(message.text)):
            self.screens.setdefault(message.chat, deque(maxlen=REMEMBERED)).append(offered)
        return f"m{self.sent}"

    def _refused(self, message: OutboxMessage) -> Iterator[str]:
        if message.kind not in ("say", "pictures", "document"):
            yield "no such kind"
        if "\x00" in message.text or message.text.encode("utf-8", "replace").decode() != message.text:
            yield "not a text"
        if message.text in self._defects:
            yield "a defect was told"
        if message.kind == "say":
            whole = said(message.text, [button for row in message.buttons for button in row])
            yield from cs_faults({"recipient": {"user_id": message.chat.removeprefix("oa:")}, "message": whole})
        elif len(message.files) != 1:
            yield f"{len(message.files)} files"

    async def fetch(self, remote: str, limit: int) -> bytes:
        if GOOD not in remote:
            raise FileGone
        return PDF if remote.endswith(".pdf") else photo(len(remote))


class OaUpdates(ZaloUpdates):
    """Draws events as Zalo's other side does, in this platform's shapes."""

    def _event(self, person: int, name: str, **content: Any) -> Any:
        self._newest += 1
        return {
            "app_id": "1",
            "event_name": name,
            "sender": {"id": str(person)},
            "recipient": {"id": OA_ID},
            "message": {"msg_id": f"{self._newest:016x}", **content},
            "timestamp": str(1_800_000_000_000 + self._newest),
        }

    def _sent(self, chat: int, name: str, **content: Any) -> Sent:
        return Sent(self._event(chat, name, **content), (f"oa:{chat}", SAYS))

    def _says(self, chat: int, text: str) -> Sent:
        event = self._event(chat, NAMES[0], text=text)
        return Sent(event, (f"oa:{chat}", SAYS) if texts.said(text) else None)

    def _offered(self, chat: int) -> Sent:
        screens = self._screens.get(f"oa:{chat}")
        return self._says(chat, self.draw.choice(screens[-1])) if screens else self._text(chat)

    def _picture(self, chat: int) -> Sent:
        """Send one file, or several at once, at addresses that are good, gone or none."""
        name = self.draw.choice(NAMES[1:3])
        found = [self._attachment() for _ in range(self.draw.choice((1, 1, 1, 3, 0)))]
        content: dict[str, Any] = {"attachments": found}
        if self.draw.random() < 0.4:
            content["text"] = texts.hostile(self.draw)[:2000]
        return self._sent(chat, name, **content)

    def _attachment(self) -> dict[str, Any]:
        draw = self.draw
        ending = draw.choice((".jpg", ".pdf"))
        remote = f"https://zdn.vn/{GOOD if draw.random() < 0.1 else 'gone:'}{draw.randrange(10**9)}{ending}"
        address = draw.choice(
            (remote, remote, remote, "http://[", "file:///etc/passwd", "https://" + "x" * 600, "\x00")
        )
        more = {"name": texts.hostile(draw)[:200], "size": draw.choice(("1", 7, "-1", None, "9" * 40)), "checksum": "1"}
        return {"type": draw.choice(("image", "photo", "file")), "payload": {"url": address, **more}}

    def _unsupported(self, chat: int) -> Sent:
        return self._sent(chat, self.draw.choice(NAMES[4:8]), attachments=[self._attachment()])

    def _elsewhere(self, chat: int) -> Sent:
        """Tell of what no member said: receipts, echoes, other accounts, strangers, people who come and go."""
        event = self._event(chat, self.draw.choice(NAMES[8:]), text=texts.plain(self.draw))
        follower = {"oa_id": OA_ID, "follower": {"id": str(chat)}}
        return Sent(event | self.draw.choice(({"recipient": {"id": "1"}}, {"anonymous_id": "1"}, follower)))
