"""What we say, before it is words: sentences by key, choices, pictures. Conversations say it, and so do jobs.

Nothing here knows a channel. A choice is the same string, whatever button, number or code brought it back:
an action's name and its arguments, `review.approve 4711`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum, StrEnum
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of `locales/` by key ("review.approved") with its named values.

    A value may be a Text again, or a list of them (one a line).
    """

    key: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """The address of a one-time link (`id` of storage/links.py), or of one `part` of its page ("phieu.pdf").

    It becomes an address when the message is rendered; as a value of a sentence, too.
    """

    id: int
    part: str = ""


class Way(StrEnum):
    """What a channel may be able to carry, and another not: a choice can stand in for it."""

    DOCUMENTS = "documents"  # from people to us
    GALLERY = "gallery"  # several pictures in one message
    LONG_TEXT = "long-text"  # more than a screen of words in one message
    LISTS = "lists"  # many things to tick, one after another
    CHANGES = "changes"  # a list said before that follows what is decided from it


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose. `action` comes back as it is; with `link` it opens a page instead, and leads to one where
    `is_for_page`.

    Where the product has no address for people, such a choice is left out. `instead_of` names what it stands in for:
    it is shown only where the channel cannot carry that.
    """

    action: str
    label: Text
    style: Literal["", "good", "bad"] = ""
    link: Link | None = None
    is_for_page: bool = False
    instead_of: Way | None = None


@dataclass(frozen=True, slots=True)
class Elastic:
    """Words of a label that a channel may cut where it has no room for them; `by_end`: a name, known by its end."""

    words: str
    by_end: bool = False


def name_of(person: str) -> Elastic:
    """Return a person's name in a label: a Vietnamese name is known by its end."""
    return Elastic(person, by_end=True)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to send: a file of the store (`file`), or one drawn when it leaves (`drawing`, `values`)."""

    name: str
    file: str | None = None
    drawing: str | None = None
    values: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document to send under `name`: a file of the store (`file`), or one made when it leaves, like a picture."""

    name: str
    file: str | None = None
    drawing: str | None = None
    values: Mapping[str, Any] | None = None


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
    `key` makes saying it twice silent. `after` delays it, `within` is how late is too late. News of what somebody else
    did waits until people may be written to, unless it is wanted `at_once`: its reader did it elsewhere, or what it is
    about begins before then. `asks_number`: the answer may be typed as a number, so that its choices are not numbered.
    `has_gallery`: one of its choices leads to a page with all its pictures, where each of them would be a message.
    `are_known`: its reader sent the pictures, or has them above, and does not get them again where each of them would
    be a message; with `has_gallery` only where people reach that page.
    `is_passing`: what it says changes within moments; where nothing can be edited it waits for that.
    `briefly`: what is said instead where nothing can be edited, as the whole stays above and its reader knows it.
    `only_looks`: how a card looks that is shown already changes, no more; where nothing can be edited it is not said.
    `bites`: a deadline passes, or a way is made for nothing, if it is not read in time: it may cost money.
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
    at_once: bool = False
    asks_number: bool = False
    bites: bool = False
    has_gallery: bool = False
    are_known: bool = False
    is_passing: bool = False
    briefly: Text | None = None
    only_looks: bool = False


def text(key: str, **params: object) -> Text:
    """Name a sentence of `locales/`."""
    return Text(key, params)


def say(key: str, **params: object) -> Say:
    """Say a sentence of `locales/`, with nothing to choose."""
    return Say(Text(key, params))


def choice(action: str, *args: object, label: str, style: Literal["", "good", "bad"] = "", **params: object) -> Choice:
    """Return a choice that comes back as `action` with `args`; `label` is a key of `locales/`."""
    return Choice(" ".join([action, *map(str, args)]), Text(label, params), style)


def page(link: Link, *, label: str, style: Literal["", "good", "bad"] = "", **params: object) -> Choice:
    """Return a choice that opens the page behind `link`."""
    return Choice("", Text(label, params), style, link)
