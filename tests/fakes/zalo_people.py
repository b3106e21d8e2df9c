"""People with Zalo on their phone, as the fake Bot Platform knows them, and what their chat with the bot shows."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.zalo_delivery import Delivery
from tests.fakes.zalo_media import FakeZaloMedia
from tests.logs import keeping

DAY = 1_420_070_400_000  # 2015-01-01 in ms: where the fake's clock stands still, unless it is given one


def chat_id_of(number: int | str) -> str:
    """Return the id of the person with this number: 20 hex, as the platform's own."""
    return hashlib.sha256(f"zalo {number}".encode()).hexdigest()[:20]


@dataclass
class FakeZaloMessage:
    """One message of a chat as the person sees it; `date` is in ms."""

    message_id: str
    is_mine: bool
    date: int
    text: str = ""
    photo: bytes | None = None
    wire: dict[str, Any] = field(default_factory=dict)


@dataclass
class FakeZaloPerson:
    """One person. What they do becomes an event; `messages` is what their chat shows, in order.

    `knows_us`: they have written to the bot, so that it may write to them.
    """

    chat_id: str
    name: str
    delivery: Delivery
    media: FakeZaloMedia
    serial: Callable[[], int]
    now: Callable[[], int]
    wrote: Callable[["FakeZaloPerson"], None]
    knows_us: bool = False
    messages: list[FakeZaloMessage] = field(default_factory=list)

    @property
    def heard(self) -> list[FakeZaloMessage]:
        """What the bot said, oldest first."""
        return [message for message in self.messages if not message.is_mine]

    def says(self, text: str) -> str:
        """Write a text; return its message id."""
        return self._send("message.text.received", {"message_type": "CHAT_MESSAGE", "text": text}, text=text)

    def sends_photo(self, data: bytes, caption: str | None = None) -> str:
        """Send one picture; its address stands under either of the names that Zalo uses."""
        address = self.media.keep(data)
        content = {"message_type": "CHAT_PHOTO", "photo_url": address}
        if caption:
            content["caption"] = caption
        return self._send("message.image.received", content, text=caption or "", photo=data)

    def sends_album(self, pictures: Sequence[bytes], caption: str | None = None) -> list[str]:
        """Send several pictures at once: the bot hears of each by itself."""
        return [self.sends_photo(data, caption if place == 0 else None) for place, data in enumerate(pictures)]

    def sends_file(self) -> str:
        """Send a document, a film or a place: the bot hears that something came, and nothing of it."""
        return self._send("message.unsupported.received", {"message_type": "CHAT_UNSUPPORTED"}, text="[file]")

    def sends_sticker(self) -> str:
        """Send a sticker."""
        content = {"message_type": "CHAT_STICKER", "sticker": "bfe458bf64fa8da4d4eb", "url": "https://zdn.vn/s.webp"}
        return self._send("message.sticker.received", content, text="[sticker]")

    def sends_voice(self) -> str:
        """Speak."""
        content = {"message_type": "CHAT_VOICE", "voice_url": self.media.keep(b"\xff\xf1", "audio/aac")}
        return self._send("message.voice.received", content, text="[voice]")

    def mentions_us(self, text: str) -> str:
        """Write in a group, to the bot among others."""
        chat = {"id": f"g{self.chat_id}"[:20], "chat_type": "GROUP"}
        content = {"message_type": "CHAT_MESSAGE", "text": text, "chat": chat}
        return self._send("message.text.received", content, text=text)

    def receives(self, message: FakeZaloMessage) -> None:
        """Show a message of the bot."""
        keeping.words((message.text,))
        self.messages.append(message)

    def event(self, name: str, content: dict[str, Any]) -> dict[str, Any]:
        """Return what the platform tells the bot: `content` in this person's private chat."""
        number = self.serial()
        message = {
            "from": {"id": self.chat_id, "display_name": self.name, "is_bot": False},
            "chat": {"id": self.chat_id, "chat_type": "PRIVATE"},
            "message_id": hashlib.sha256(f"{self.chat_id} {number}".encode()).hexdigest()[:20],
            "date": self.now() + number,
            **content,
        }
        return {"event_name": name, "message": message}

    def _send(self, name: str, content: dict[str, Any], **shown: Any) -> str:
        event = self.event(name, content)
        wire = event["message"]
        self.knows_us = True
        keeping.words((content.get("text"), content.get("caption")))
        mine = FakeZaloMessage(wire["message_id"], is_mine=True, date=wire["date"], wire=wire, **shown)
        self.messages.append(mine)
        self.wrote(self)
        self.delivery.add(event, self.chat_id)
        return mine.message_id
