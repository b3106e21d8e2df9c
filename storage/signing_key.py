"""The key with which this installation signs the books it lets out: made once, kept among the settings."""

import base64
from collections.abc import Callable

from storage import settings

_NAME = "book-signing-key"
_BYTES = 32  # an Ed25519 private key


async def make(draw: Callable[[int], bytes]) -> bytes:
    """Return the private key, made of `draw`'s random bytes at first need; of two processes one key stays."""
    return base64.b64decode(await settings.put_once(_NAME, base64.b64encode(draw(_BYTES)).decode()))


async def get() -> bytes | None:
    """Return the private key, None before it was made."""
    kept = await settings.get(_NAME)
    return base64.b64decode(kept) if kept else None
