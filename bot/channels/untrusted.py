"""A platform's JSON, into which anybody may have written anything: a value of the kind asked for, or nothing."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

LARGEST_ID = 2**63
"""Telegram's ids have at most 52 significant bits; what does not fit 64 is not an id."""

LATEST = 2**32
"""Seconds since 1970 that a date may have."""

UNWANTED = re.compile("[\x00\ud800-\udfff]")

Fields = Mapping[str, Any]


def fields(value: object) -> Fields:
    """Return `value` if it is a JSON object, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def number(value: object) -> int | None:
    """Return `value` if it can be an id."""
    is_id = isinstance(value, int) and not isinstance(value, bool) and abs(value) < LARGEST_ID
    return value if is_id else None  # type: ignore[return-value]


def words(value: object) -> str:
    """Return a text in NFC without what no database takes; "" for anything but a text."""
    return unicodedata.normalize("NFC", UNWANTED.sub("", value)) if isinstance(value, str) else ""


def moment(seconds: float | None) -> datetime | None:
    """Return seconds since 1970 as a moment; None for what is none."""
    return datetime.fromtimestamp(seconds, UTC) if seconds is not None and 0 < seconds < LATEST else None


def digest(update: object) -> str:
    """Return 64 characters that are the same for the same JSON, whatever the order of its names. Never raises."""
    try:
        plain = json.dumps(update, sort_keys=True, default=repr)
    except (ValueError, TypeError, RecursionError):
        plain = type(update).__name__
    return hashlib.sha256(plain.encode()).hexdigest()
