"""What conversations are made of: the message that comes in, the turn that goes out.

Nothing here knows a channel. A choice is the same string, whatever button, number or code brought it back:
an action's name and its arguments, `review.approve 4711`.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import Enum, StrEnum
from typing import Any, Literal

from journey.person import Person

Data = dict[str, Any]
"""What a step keeps for the next one: a JSON object."""


class Kind(StrEnum):
    """What a message is, for every channel."""

    TEXT = "text"
    CHOICE = "choice"
    FILES = "files"
    START = "start"  # a deep link was opened; `text` is its payload, "" without one
    EDITED = "edited"  # an earlier text was changed; `text` is what it says now
    LEFT = "left"  # the person blocked us
    CAME_BACK = "came_back"
    INSPECTED = "inspected"  # ours: a file that had arrived was fetched and checked; `text` is its evidence id
    UNSUPPORTED = "unsupported"  # something this channel cannot carry to us


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file a person sent, before its bytes are here.

    `remote` is what the channel needs to fetch it; `unique` is stable when the same file is sent again;
    `album` groups what was sent together. Name, type and size are what the sender claims.
    """

    kind: Literal["photo", "document"]
    remote: str
    unique: str
    name: str | None = None
    mime: str | None = None
    size: int | None = None
    album: str | None = None


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class InboxMessage:
    """One message of a person, in no channel's shape.

    `source` is the channel's id of the message (for a choice: of the card tapped); `callback` is what the
    channel needs to answer a tap. `now` (UTC), `today` (the local date of the product's zone), `person` and
    `language` are filled by the dispatch: a step never asks a clock; `person` is None for somebody we do not know.
    """

    chat: str
    kind: Kind
    text: str = ""
    choice: str = ""
    attachments: tuple[Attachment, ...] = ()
    source: str | None = None
    callback: str | None = None
    language: str = "vi"
    now: datetime = _EPOCH
    today: date = date.min
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of `locales/` by key ("review.approved") with its named values.

    A value may be a Text again, or a list of them (one a line).
    """

    key: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose. `action` comes back as it is; with `url` it opens a page instead."""

    action: str
    label: Text
    style: Literal["", "good", "bad"] = ""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to send: a file of the store (`file`), or one drawn when it leaves (`drawing`, `values`)."""

    name: str
    file: str | None = None
    drawing: str | None = None
    values: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the store to send under `name`."""

    name: str
    file: str


class Urgency(Enum):
    """Who waits for a message; the sender takes the lower first."""

    ANSWER = 0  # the mark on a tapped button
    REPLY = 1
    NEWS = 2  # somebody else did something
    REMINDER = 5


@dataclass(frozen=True, slots=True)
class Say:
    """One message to a chat.

    `card` names a message that is edited in place when it is said again (where the channel can); `fresh` puts it
    at the bottom and takes the old one away. `quiet` waits that long for more of the same card, so that five
    photos get one answer. `must_arrive` is sent again when its delivery is unknown; anything else is not.
    `key` makes saying it twice silent. `after` delays it, `within` is how late is too late.
    """

    text: Text
    choices: tuple[tuple[Choice, ...], ...] = ()
    card: str | None = None
    fresh: bool = False
    quiet: timedelta = timedelta(0)
    pictures: tuple[Picture, ...] = ()
    documents: tuple[Document, ...] = ()
    urgency: Urgency = Urgency.REPLY
    must_arrive: bool = False
    key: str | None = None
    after: timedelta = timedelta(0)
    within: timedelta | None = None


class Keep(Enum):
    """The chat stays where it waits."""

    KEEP = "keep"


KEEP = Keep.KEEP


@dataclass(frozen=True, slots=True)
class Turn:
    """The answer to one message.

    `step` is where the chat waits next, in the conversation that answers; None leaves it idle, KEEP where it was.
    `tells` are messages to other people, by person id. `toast` is the short word on a tapped button. `commands`
    is the standing whose command menu the chat shows from now on (a key of `handlers.menu.COMMANDS`).
    """

    says: tuple[Say, ...] = ()
    step: str | Keep | None = KEEP
    data: Data = field(default_factory=dict)
    toast: Text | None = None
    tells: tuple[tuple[int, Say], ...] = ()
    commands: str | None = None


def text(key: str, **params: object) -> Text:
    """Name a sentence of `locales/`."""
    return Text(key, params)


def say(key: str, **params: object) -> Say:
    """Say a sentence of `locales/`, with nothing to choose."""
    return Say(Text(key, params))


def choice(action: str, *args: object, label: str, style: Literal["", "good", "bad"] = "", **params: object) -> Choice:
    """Return a choice that comes back as `action` with `args`; `label` is a key of `locales/`."""
    return Choice(" ".join([action, *map(str, args)]), Text(label, params), style)


Step = Callable[[InboxMessage, Data], Awaitable[Turn]]
Receiver = Callable[[InboxMessage, str, Data], Awaitable[Turn]]
"""`async def receive(message, step, data) -> Turn`: takes one kind of message wherever the chat waits (`step` is
"" when idle, else "<conversation>.<step>")."""

Action = Callable[..., Awaitable[Turn]]
"""`async def approve(message, *args: str) -> Turn`: what a choice does, whatever the chat is at."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation: how it is opened, the steps it waits at, the choices it offers.

    `command` opens it ("/menu"), and so do the words of `<name>.words` in `locales/`; `open_` is that action.
    Actions are named `<name>.<key>`, steps too. A chat leaves its step when a choice or a command is taken elsewhere,
    so that a later word is not taken for an answer; the steps in `lasting` wait on (photos go on coming meanwhile).
    """

    name: str
    command: str | None = None
    open_: Action | None = None
    steps: Mapping[str, Step] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    lasting: frozenset[str] = frozenset()
