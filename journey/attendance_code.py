"""The code that is scanned at a session: what it says, signed, short enough for a deep link."""

import base64
import hmac
import re
import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

SLOT = timedelta(seconds=20)
"""As long one code is on the screen (issue 5)."""

LATER = timedelta(seconds=60)
"""As long a code is good after the next has taken its place: a bad network."""

AHEAD = timedelta(seconds=30)
"""As far the platform's clock may be behind ours."""

_MARK = "dd"
_PLAIN = struct.Struct(">II")  # the session, the slot; no slot is the code on paper
_SIGNED = 10  # bytes of the signature: who tries a thousand codes a second finds one in a trillion years
_FORM = re.compile(_MARK + r"[A-Za-z0-9_-]{24}")


@dataclass(frozen=True, slots=True)
class Code:
    """What a code says: the session, and the slot it was on the screen; None on paper."""

    session: int
    slot: int | None

    @property
    def ends_at(self) -> datetime | None:
        """When the next one takes its place (UTC); None on paper."""
        return None if self.slot is None else datetime.fromtimestamp((self.slot + 1) * SLOT.total_seconds(), UTC)

    def is_good(self, at: datetime) -> bool:
        """Say whether it was on the screen at `at` (UTC), or shortly before; on paper it always is."""
        if self.ends_at is None:
            return True
        return self.ends_at - SLOT - AHEAD <= at < self.ends_at + LATER


def on_screen(session: int, now: datetime) -> Code:
    """Return the code of the slot that `now` is in."""
    return Code(session, int(now.timestamp() // SLOT.total_seconds()))


def has_form(payload: str) -> bool:
    """Say whether a deep link's payload may be one of ours; an invitation's is longer."""
    return _FORM.fullmatch(payload) is not None


def seal(code: Code, key: bytes) -> str:
    """Return what stands for `code` in a deep link: 26 of the 64 characters that Telegram takes."""
    plain = _PLAIN.pack(code.session, code.slot or 0)
    return _MARK + base64.urlsafe_b64encode(plain + _signature(plain, key)).decode()


def read(payload: str, key: bytes) -> Code | None:
    """Return the code of a payload, None when it is none of ours."""
    if not has_form(payload):
        return None
    found = base64.urlsafe_b64decode(payload.removeprefix(_MARK))
    plain, signature = found[: _PLAIN.size], found[_PLAIN.size :]
    if not hmac.compare_digest(signature, _signature(plain, key)):
        return None
    session, slot = _PLAIN.unpack(plain)
    return Code(session, slot or None)


def _signature(plain: bytes, key: bytes) -> bytes:
    return hmac.new(key, plain, sha256).digest()[:_SIGNED]


def pick(words: tuple[str, ...], session: int, key: bytes) -> str:
    """Return the word of the day of `session`, the same whoever asks first: one of `words` and two digits."""
    drawn = int.from_bytes(hmac.new(key, f"word {session}".encode(), sha256).digest()[:8], "big")
    return f"{words[drawn % len(words)]} {10 + drawn // len(words) % 90}"
