"""Documents that a channel cannot carry: a line of the text with an address instead.

The address is signed when the message leaves, so that none lies in the outbox and its days count from then; until
then a mark as long as an address keeps its place, so that the text is cut and measured as it will be.
"""

from collections.abc import Sequence
from pathlib import PurePath
from zoneinfo import ZoneInfo

from bot.channels.channel import Capabilities
from handlers.conversation import Document
from locales import texts

ROOM = 200
"""Characters kept for an address: its own are about a hundred, a domain's rarely more than sixty."""

_NO_ZONE = ZoneInfo("UTC")  # the sentences name no moment
_BEGINS, _GOES_ON = "\ue000", "\ue001"  # of Unicode's private use: no keyboard has them
_MARK = _BEGINS + _GOES_ON * (ROOM - 1)


def is_carried(document: Document, can: Capabilities) -> bool:
    """Say whether a channel carries a document of this name; that it is not too large shows when it leaves."""
    ending = PurePath(document.name).suffix.lower()
    return can.documents and (not can.document_kinds or ending in can.document_kinds)


def line(name: str, language: str) -> str:
    """Return the line that stands for a document, its address still to come."""
    return f"{texts.render(language, 'media.download', {'name': name}, _NO_ZONE)}: {_MARK}"


def marks(text: str) -> int:
    """Return how many addresses `text` waits for."""
    return text.count(_MARK)


def filled(text: str, addresses: Sequence[str | None], language: str) -> str:
    """Return `text` with its addresses, in order; None says what is missing."""
    for address in addresses:
        text = text.replace(_MARK, address or texts.render(language, "pages.no-address", {}, _NO_ZONE), 1)
    return text
