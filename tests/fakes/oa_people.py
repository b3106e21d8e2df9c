"""People with Zalo, as the fake Official Account knows them, and what their chat with it shows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.fakes.oa_delivery import OaDelivery
from tests.logs import keeping

USER_IDS = 7_000_000_000_000_000_000
"""Ids are long numbers, as text: a person's number and this."""


@dataclass
class FakeOaMessage:
    """One message of a chat. `buttons` are (title, type, payload), a link's payload its address."""

    message_id: str
    is_mine: bool
    text: str = ""
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    image: bytes | None = None
    file: tuple[str, bytes] | None = None
    template: tuple[str, Mapping[str, str]] | None = None


class FakeOaMedia:
    """What people sent, at addresses that expire."""

    def __init__(self) -> None:
        self.url = ""
        self.by_path: dict[str, bytes] = {}
        self.are_gone = False

    def keep(self, data: bytes, suffix: str) -> str:
        """Store `data`; return its address."""
        path = f"/media/{len(self.by_path):08}{suffix}"
        self.by_path[path] = data
        return self.url + path


@dataclass
class FakeOaPerson:
    """One person. What they do becomes an event; `messages` is what their chat shows."""

    number: int
    oa_id: str
    app_id: str
    delivery: OaDelivery
    media: FakeOaMedia
    serial: Callable[[], int]
    now: Callable[[], datetime]
    name: str = "Lan"
    follows_us: bool = False
    interacted_at: datetime | None = None
    has_banned_us: bool = False
    messages: list[FakeOaMessage] = field(default_factory=list)

    @property
    def user_id(self) -> str:
        """The person's id, scoped to this Official Account."""
        return str(USER_IDS + self.number)

    @property
    def heard(self) -> list[FakeOaMessage]:
        """What the Official Account wrote, oldest first."""
        return [message for message in self.messages if not message.is_mine]

    def meets(self) -> None:
        """Have written just now, without an event of it."""
        self.follows_us = True
        self.interacted_at = self.now()

    def says(self, text: str) -> str:
        """Write a text; return its message id."""
        return self._sends("user_send_text", {"text": text}, text=text)

    def taps(self, message_id: str, payload: str) -> str:
        """Tap the button that brings `payload`: it comes as a text. It must be on that message."""
        card = next((one for one in self.messages if one.message_id == message_id), None)
        assert card is not None, f"no message {message_id}"
        query = ("oa.query.hide", "oa.query.show")
        found = [kind for _, kind, brings in card.buttons if brings == payload and kind in query]
        assert found, f"no button {payload!r} on message {message_id}"
        if found[0] == "oa.query.hide":
            return self._event("user_send_text", {"text": payload})
        return self.says(payload)

    def sends_photos(self, pictures: Sequence[bytes], caption: str = "") -> str:
        """Send pictures at once, in one event."""
        addresses = [self.media.keep(data, ".jpg") for data in pictures]
        attachments = [{"type": "image", "payload": {"url": url, "thumbnail": url}} for url in addresses]
        content = {"attachments": attachments, **({"text": caption} if caption else {})}
        return self._sends("user_send_image", content, text=caption, image=pictures[0])

    def sends_file(self, data: bytes, name: str) -> str:
        """Send a file under `name`."""
        address = self.media.keep(data, f".{name.rpartition('.')[2]}")
        payload = {"url": address, "name": name, "size": str(len(data)), "checksum": "0" * 32}
        return self._sends("user_send_file", {"attachments": [{"type": "file", "payload": payload}]}, file=(name, data))

    def sends(self, event: str, **message: Any) -> str:
        """Send any other kind of message: sends("user_send_sticker", attachments=[…])."""
        return self._sends(event, message)

    def follows(self) -> None:
        """Begin to follow."""
        self.meets()
        self._happens("follow", oa_id=self.oa_id, follower={"id": self.user_id}, source="testing_click")

    def unfollows(self) -> None:
        """Follow no more."""
        self.follows_us = False
        self._happens("unfollow", oa_id=self.oa_id, follower={"id": self.user_id}, source="testing_click")

    def receives(self, message: FakeOaMessage) -> None:
        """Show a message of the Official Account."""
        keeping.words((message.text,))
        self.messages.append(message)

    def _sends(self, event: str, content: Mapping[str, Any], **shown: Any) -> str:
        keeping.words((shown.get("text"),))
        message_id = self._event(event, content)
        self.messages.append(FakeOaMessage(message_id, is_mine=True, **shown))
        return message_id

    def _event(self, event: str, content: Mapping[str, Any]) -> str:
        self.meets()
        message_id = f"{self.serial():016x}"
        self._happens(
            event,
            sender={"id": self.user_id},
            recipient={"id": self.oa_id},
            message={"msg_id": message_id, **content},
        )
        return message_id

    def _happens(self, event: str, **content: Any) -> None:
        timestamp = round(self.now().timestamp() * 1000) + self.serial()
        whole = {
            "app_id": self.app_id,
            "user_id_by_app": str(int(self.user_id) // 7),
            "event_name": event,
            **content,
            "timestamp": str(timestamp),
        }
        self.delivery.add(whole, self.user_id)
