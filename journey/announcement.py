"""What an officer writes to many: how long, with which addresses, how often, and who it is from."""

import re
from dataclasses import dataclass
from datetime import timedelta

from journey.people import Role
from journey.refusal import Refused
from journey.segments import Who
from journey.text import nfc

LONGEST = 1500
"""UTF-16 units of a text: with who it is from it fits one message of the poorest channel (2,000, ZALO 4.1)."""

A_DAY = 5
"""Announcements of one officer a day: a notice, its correction, and other people's; beyond that nobody reads them."""

ONES_A_DAY = 30
"""Messages of one officer to one person each a day: a group's size."""

TOO_LATE = timedelta(days=2)
"""How long after it should have begun an announcement still leaves: what it was about is over then."""

_SCHEME = re.compile(r"\b([A-Za-z][A-Za-z0-9+.-]{1,15})://\S*", re.ASCII)


@dataclass(eq=False)
class AnnouncementTooLong(Refused):
    """It has `units` where `most` fit."""

    units: int
    most: int


@dataclass(eq=False)
class AddressNotSafe(Refused):
    """An address in it does not begin with https."""

    address: str


@dataclass(eq=False)
class OneAtATime(Refused):
    """Another announcement of this officer is still leaving."""


@dataclass(eq=False)
class EnoughForToday(Refused):
    """This officer has sent `most` since midnight."""

    most: int


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is read: `text`, and who it is from (`name`, who holds `role` for `place`, "" for everywhere)."""

    text: str
    name: str
    role: Role
    place: str
    who: Who


def written(raw: str) -> str:
    """Return what was written as it is kept: NFC, no blanks at the ends of lines or at the end.

    Raises:
        AnnouncementTooLong, AddressNotSafe
    """
    text = "\n".join(line.rstrip() for line in nfc(raw).strip().splitlines())
    units = len(text.encode("utf-16-le")) // 2
    if units > LONGEST:
        raise AnnouncementTooLong(units, LONGEST)
    for found in _SCHEME.finditer(text):
        if found[1].lower() != "https":
            raise AddressNotSafe(found[0][:80])
    return text
