"""Reading where a session is: a place, the address of an online room, or both in one line."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

PLACE, LINK = 200, 500
"""Letters that are kept."""

SECURE = "https://"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Where:
    """A place, an https address, or both; "" for what was not said."""

    place: str
    link: str


def read_where(said: str) -> Where | None:
    """Return what is meant, None for nothing and for an address that is not https or no address."""
    found = _ADDRESS.search(said)
    if found is None:
        return Where(said[:PLACE], "") if said and "://" not in said else None
    link = found[0].rstrip(".,;)")
    place = " ".join(f"{said[: found.start()]} {said[found.end() :]}".split()).strip(" ,;-–()")
    if not _is_secure(link) or _ADDRESS.search(place):
        return None
    return Where(place[:PLACE], link)


def _is_secure(link: str) -> bool:
    if len(link) > LINK or not link.lower().startswith(SECURE):
        return False
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return bool(parts.hostname and "." in parts.hostname and not parts.username)
