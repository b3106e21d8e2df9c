"""What every channel is to the product: it parses, it sends, it fetches, and it says what it can."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal, Protocol

from handlers.conversation import InboxMessage
from journey.door import Door

Take = Callable[[list[Any]], Awaitable[None]]
"""Stores raw updates, whatever they are, and returns when that is committed."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a channel can carry; rendering follows this table, never a channel's name.

    `buttons` is how many a message takes (0: none, choices become a numbered menu); limits are in UTF-16 units
    as the platforms count them; `album` is how many pictures one message holds; `links` says whether a button may
    open a page (else its address stands in the text). `commands`: it shows a menu of commands. `starts`: a link opens
    it with a word for us. `gets_documents`: people can send us documents by it. `fetches_pictures`: the platform
    takes pictures from an address of ours, not from our hands. `document_kinds`: the suffixes it carries, all when
    empty; `file_limit` (bytes) of one picture or document that leaves. `window`: how long after a person last wrote
    they may be written to freely, None for ever. `label_limit`: how much of a choice's label is seen; on a phone,
    of a button as wide as the chat, unless it says otherwise.
    """

    buttons: int
    buttons_a_row: int
    edits: bool
    deletes: bool
    text_limit: int
    caption_limit: int
    album: int
    pictures: bool
    documents: bool
    action_bytes: int
    links: bool
    commands: bool = True
    starts: bool = True
    gets_documents: bool = True
    fetches_pictures: bool = False
    document_kinds: tuple[str, ...] = ()
    file_limit: int = 50 * 1024 * 1024
    window: timedelta | None = None
    label_limit: int = 38


@dataclass(frozen=True, slots=True)
class Button:
    """One choice as the channel shows it."""

    label: str
    action: str
    style: Literal["", "good", "bad"] = ""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class FileOut:
    """A file that leaves with a message, bytes in hand; `url` is where a platform that fetches finds it."""

    name: str
    data: bytes
    url: str = ""


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """One wire call's worth of what we owe, rendered, within the channel's limits.

    kind "say": `text`, with `buttons`; edits message `target` in place when that is given.
    kind "pictures": `files` as one album (or one photo), `text` its caption.
    kind "document": one file, `text` its caption.
    kind "answer": the short word `text` (may be empty) on the tap `target`.
    kind "delete": take message `target` away.
    kind "commands": show `commands`, (command, description) each, in the chat's own menu; no message.
    kind "template": the platform's approved template of this id, its blanks filled with `values`.
    """

    chat: str
    kind: Literal["say", "pictures", "document", "answer", "delete", "commands", "template"]
    text: str = ""
    buttons: tuple[tuple[Button, ...], ...] = ()
    files: tuple[FileOut, ...] = ()
    target: str | None = None
    commands: tuple[tuple[str, str], ...] = ()
    template: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


class SendError(Exception):
    """A message did not leave; the subclass says what the sender does about it."""


class NotNow(SendError):
    """Certainly not sent; try again after `retry_after`.

    `whole_bot`: the platform slows the bot down, not this chat. `counts`: it is an attempt that failed.
    """

    def __init__(self, retry_after: timedelta, *, whole_bot: bool = False, counts: bool = True) -> None:
        super().__init__(f"not now: after {retry_after.total_seconds():g} s")
        self.retry_after = retry_after
        self.whole_bot = whole_bot
        self.counts = counts


class Unreachable(SendError):
    """Certainly not sent: the platform cannot be reached. Everything of the bot waits, for as long as it takes."""


class OutOfOrder(Unreachable):
    """The same, as what stands before the platform says: where others leave meanwhile it is over this message."""


class PlatformError(SendError):
    """Not sent, as far as the platform says: it met an error of its own, over this message or over any."""


class Unknown(SendError):
    """It may have been delivered; only what must arrive is sent again."""


class ChatClosed(SendError):
    """The person blocked us or left; nothing reaches this chat until they write."""


class WindowClosed(SendError):
    """Certainly not sent: until the person writes again the platform lets nothing through."""


class QuotaSpent(SendError):
    """Certainly not sent: the bot's plan allows no more for now; `until` is when it does again."""

    def __init__(self, until: datetime | None = None) -> None:
        super().__init__("the quota is spent")
        self.until = until


class ChatMoved(SendError):
    """The chat has a new id (a group became a supergroup)."""

    def __init__(self, chat: str) -> None:
        super().__init__("the chat moved")
        self.chat = chat


class CardGone(SendError):
    """The message to edit is not there any more; say it anew."""


class Refused(SendError):
    """Final: the platform will not take this message; `reason` is its own wording, without personal text."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ChannelDown(SendError):
    """The bot itself is refused (token, configuration): stop its sender and call a human."""


class FileGone(Exception):
    """What a person sent cannot be fetched any more."""


class FileTooBig(Exception):
    """What a person sent is larger than the limit, in bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"larger than {limit} bytes")
        self.limit = limit


class Able(Protocol):
    """A channel as those see it who put messages together for it."""

    @property
    def can(self) -> Capabilities:
        """Return what it can carry."""
        ...


class Channel(Protocol):
    """A way to people. `name` is the first part of its chats' keys: "telegram" in "telegram:42"."""

    name: str
    can: Capabilities

    def parse(self, update: Mapping[str, Any]) -> InboxMessage | None:
        """Return what `update` says, or None for what we do not handle. Touches nothing else."""
        ...

    def lane(self, update: Mapping[str, Any]) -> tuple[str, str]:
        """Return (key, chat) of a raw update: what makes it the same one again, and the chat it is handled in order in.

        Never raises: an update without a chat has the lane "<channel>:".
        """
        ...

    async def send(self, message: OutboxMessage) -> str | None:
        """Send and return the channel's own message id (None where there is none).

        Raises:
            SendError: one of the above, and nothing else.
        """
        ...

    async def fetch(self, remote: str, limit: int) -> bytes:
        """Return the bytes of what a person sent.

        Raises:
            FileTooBig, FileGone: final.
            NotNow: worth another try.
        """
        ...

    async def welcome(self, commands: Sequence[tuple[str, str]]) -> None:
        """Show `commands`, (command, description) each, to whoever opens the bot, where the channel has a menu."""
        ...

    async def door(self) -> Door | None:
        """Return where people find the bot, None where nobody needs to be told.

        Raises:
            SendError: the platform does not say now.
        """
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...
