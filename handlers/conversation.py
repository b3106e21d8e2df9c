"""What conversations are made of: the message that comes in, the turn that goes out.

What is said is made of the values of `locales/saying.py`. Nothing here knows a channel.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from enum import Enum, StrEnum
from typing import Any, Literal

from journey.allowance import UNLIMITED, Allowances
from journey.door import Door
from journey.person import Person
from journey.sending_hours import SendingHours
from locales.saying import Choice as Choice
from locales.saying import Document as Document
from locales.saying import Elastic as Elastic
from locales.saying import Link as Link
from locales.saying import Picture as Picture
from locales.saying import Say as Say
from locales.saying import Text as Text
from locales.saying import Urgency as Urgency
from locales.saying import Way as Way
from locales.saying import choice as choice
from locales.saying import name_of as name_of
from locales.saying import page as page
from locales.saying import say as say
from locales.saying import text as text
from storage.conversations import State
from storage.invitations import Draw

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
    RESUMED = "resumed"  # ours: a step that waited in another chat of the person asks again here


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

HoursOn = Callable[[date], SendingHours]
"""Returns the hours at which people may be written to, as they are around a local day."""


Doors = Callable[[], Sequence[Door]]
"""Returns where people find our bots, as far as that is known by now."""


@dataclass(frozen=True, slots=True)
class InboxMessage:
    """One message of a person, in no channel's shape.

    `source` is the channel's id of the message (for a choice: of the card tapped); `callback` is what the
    channel needs to answer a tap. `sent_at` (UTC) is when the platform says it got it, None where it says nothing.
    `now` (UTC), `today` (the local date of the product's `zone`), `person` and `language` are filled by the dispatch:
    a step never asks a clock; `person` is None for somebody we do not know. `hours` know the holidays, `draw` hands out
    random bytes, `allowed` is what the platforms of the bots allow, `doors` where people find them.
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
    sent_at: datetime | None = None
    zone: tzinfo = UTC
    hours: HoursOn = lambda _: SendingHours()
    draw: Draw = bytes
    allowed: Allowances = UNLIMITED
    doors: Doors = tuple

    @property
    def local(self) -> datetime:
        """`now` in the product's zone."""
        return self.now.astimezone(self.zone)


class Keep(Enum):
    """The chat stays where it waits."""

    KEEP = "keep"


KEEP = Keep.KEEP


@dataclass(frozen=True, slots=True)
class Waiting:
    """Where another chat of the person waits."""

    chat: str
    state: State


@dataclass(frozen=True, slots=True)
class Turn:
    """The answer to one message.

    `step` is where the chat waits next, in the conversation that answers; None leaves it idle, KEEP where it was.
    `tells` are messages to other people, by person id. `toast` is the short word on a tapped button. `commands`
    is the standing whose command menu the chat shows from now on (a key of `handlers.menu.COMMANDS`). `elsewhere` are
    messages to other chats, by chat: what one must know whatever the person prefers. `goes_on` is a step that waited in
    another chat: it is taken from there, and asks again here.
    """

    says: tuple[Say, ...] = ()
    step: str | Keep | None = KEEP
    data: Data = field(default_factory=dict)
    toast: Text | None = None
    tells: tuple[tuple[int, Say], ...] = ()
    commands: str | None = None
    elsewhere: tuple[tuple[str, Say], ...] = ()
    goes_on: Waiting | None = None


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
    Files that come at one of `takes_files` are its answer; at any other step they are evidence.
    """

    name: str
    command: str | None = None
    open_: Action | None = None
    steps: Mapping[str, Step] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    lasting: frozenset[str] = frozenset()
    takes_files: frozenset[str] = frozenset()
