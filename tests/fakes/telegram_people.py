"""People with a phone, as the fake Bot API server knows them, and what their chat with the bot shows."""

import copy
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.fakes.telegram_delivery import Delivery
from tests.logs import keeping

DAY = 1_420_070_400  # 2015-01-01: the fake's clock stands still, a second a message


@dataclass
class FakeMessage:
    """One message of a chat as the person sees it now. `buttons` are rows of (label, data or address)."""

    message_id: int
    is_mine: bool
    text: str = ""
    entities: list[dict[str, Any]] = field(default_factory=list)
    buttons: list[list[tuple[str, str]]] = field(default_factory=list)
    styles: dict[str, str] = field(default_factory=dict)
    photo: bytes | None = None
    document: tuple[str, bytes] | None = None
    album: str | None = None
    is_edited: bool = False
    markup: dict[str, Any] | None = None
    wire: dict[str, Any] = field(default_factory=dict)

    def shows(self, data: str) -> bool:
        """Whether a button that brings `data` is on it."""
        return any(action == data for row in self.buttons for _, action in row)


class FakeFiles:
    """Every file of the server by file_id; the unique id stays when the same bytes come again."""

    def __init__(self) -> None:
        self.by_id: dict[str, bytes] = {}
        self._serial = count(1)

    def keep(self, data: bytes) -> dict[str, Any]:
        """Store `data` and return what every file object has."""
        file_id = f"AgACAgUAAx{next(self._serial):06}"
        self.by_id[file_id] = data
        unique = "AQAD" + hashlib.sha256(data).hexdigest()[:12]
        return {"file_id": file_id, "file_unique_id": unique, "file_size": len(data)}

    def photo(self, data: bytes) -> list[dict[str, Any]]:
        """Return the sizes of a photo, smallest first."""
        small = {**self.keep(data[:90]), "width": 90, "height": 67}
        small["file_unique_id"] += "s"
        return [small, {**self.keep(data), "width": 1280, "height": 960}]


@dataclass
class FakePerson:
    """One person. What they do becomes an update; `messages` is what their chat shows."""

    id: int
    name: str
    delivery: Delivery
    files: FakeFiles
    serial: Callable[[], int]
    language: str = "vi"
    has_started: bool = False
    has_blocked: bool = False
    messages: list[FakeMessage] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    taps_open: set[str] = field(default_factory=set)

    @property
    def user(self) -> dict[str, Any]:
        """The person as a User."""
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": self.language}

    @property
    def chat(self) -> dict[str, Any]:
        """Their chat with the bot as a Chat."""
        return {"id": self.id, "type": "private", "first_name": self.name}

    @property
    def heard(self) -> list[FakeMessage]:
        """What the bot shows in the chat, oldest first."""
        return [message for message in self.messages if not message.is_mine]

    def message(self, message_id: int) -> FakeMessage | None:
        """Return a message that is still there."""
        return next((one for one in self.messages if one.message_id == message_id), None)

    def says(self, text: str) -> int:
        """Write a text; return its message id."""
        length = len(text.split()[0]) if text.startswith("/") else 0
        command = [{"type": "bot_command", "offset": 0, "length": length}] if length else None
        return self._send({"text": text, **({"entities": command} if command else {})}, text=text)

    def starts(self, payload: str = "") -> int:
        """Open the bot by its link and press Start."""
        return self.says(f"/start {payload}".strip())

    def taps(self, message_id: int, data: str) -> str:
        """Tap the button that brings `data`; return the callback's id. It must be on that message."""
        card = self.message(message_id)
        assert card is not None, f"no message {message_id}"
        assert card.shows(data), f"no button {data!r} on message {message_id}"
        callback = f"{self.id}{self.serial():09}"
        self.taps_open.add(callback)
        query = {
            "id": callback,
            "from": self.user,
            "chat_instance": str(-self.id * 7919),
            "message": copy.deepcopy(card.wire),
            "data": data,
        }
        self.delivery.add("callback_query", query, f"user:{self.id}")
        return callback

    def sends_photo(self, data: bytes, caption: str | None = None, album: str | None = None) -> int:
        """Send a picture as a photo; those with the same `album` belong together."""
        extra = _present(caption=caption, media_group_id=album)
        return self._send({"photo": self.files.photo(data), **extra}, text=caption or "", photo=data, album=album)

    def sends_album(self, pictures: Sequence[bytes], caption: str | None = None) -> list[int]:
        """Send pictures at once: as many messages, the caption on the first."""
        album = f"1{self.serial():016}"
        return [self.sends_photo(data, caption if place == 0 else None, album) for place, data in enumerate(pictures)]

    def sends_document(
        self, data: bytes, name: str, mime: str = "application/octet-stream", caption: str | None = None
    ) -> int:
        """Send a file under `name`."""
        document = {**self.files.keep(data), "file_name": name, "mime_type": mime}
        extra = _present(caption=caption)
        return self._send({"document": document, **extra}, text=caption or "", document=(name, data))

    def sends(self, **content: Any) -> int:
        """Send any other kind of message: sends(voice={...})."""
        return self._send(content)

    def edits(self, message_id: int, text: str) -> None:
        """Change a text written before."""
        mine = self.message(message_id)
        assert mine is not None, f"no message {message_id}"
        assert mine.is_mine, f"message {message_id} is not theirs"
        mine.text, mine.is_edited = text, True
        mine.wire = {**mine.wire, "text": text, "edit_date": DAY + self.serial()}
        self.delivery.add("edited_message", mine.wire, f"chat:{self.id}")

    def blocks(self) -> None:
        """Block the bot."""
        self.has_blocked = True
        self._membership("member", "kicked")

    def unblocks(self) -> None:
        """Unblock it."""
        self.has_blocked = False
        self._membership("kicked", "member")

    def receives(self, message: FakeMessage) -> None:
        """Show a message of the bot."""
        keeping.words((message.text,))
        self.messages.append(message)

    def _send(self, content: dict[str, Any], **shown: Any) -> int:
        message_id = self.serial()
        self.has_started = True
        keeping.words((content.get("text"), content.get("caption")))
        wire = {
            "message_id": message_id,
            "from": self.user,
            "chat": self.chat,
            "date": DAY + message_id,
            **content,
        }
        self.messages.append(FakeMessage(message_id, is_mine=True, wire=wire, **shown))
        self.delivery.add("message", wire, f"chat:{self.id}")
        return message_id

    def _membership(self, before: str, after: str) -> None:
        bot = {"id": 1, "is_bot": True, "first_name": "Fake"}
        states: dict[str, dict[str, Any]] = {
            "member": {"status": "member", "user": bot},
            "kicked": {"status": "kicked", "user": bot, "until_date": 0},
        }
        change = {
            "chat": self.chat,
            "from": self.user,
            "date": DAY + self.serial(),
            "old_chat_member": states[before],
            "new_chat_member": states[after],
        }
        self.delivery.add("my_chat_member", change, f"member:{self.id}")


def _present(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
