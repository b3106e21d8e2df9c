"""The key that signs a session's codes and draws its word: made once, kept among the settings."""

import base64
from collections.abc import Callable

from storage import settings

KEY = "attendance.key"
_BYTES = 32


async def make(draw: Callable[[int], bytes]) -> None:
    """Keep a key unless there is one; `draw` returns that many random bytes."""
    await settings.put_once(KEY, base64.b64encode(draw(_BYTES)).decode())


async def get() -> bytes:
    """Return the key; the product made it when it started."""
    kept = await settings.get(KEY)
    assert kept is not None
    return base64.b64decode(kept)
