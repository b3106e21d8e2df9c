"""`hanhtrinh operator`: finds the key of an operator's own chat, for OPERATOR_CHAT.

They send a code to the running product, and it is looked for in the inbox: only who sees this terminal knows it.
"""

import asyncio
import secrets
from datetime import UTC, datetime, timedelta

from bot.commands.console import errors, load_settings, open_database, out, words
from storage import inbox

PATIENCE = timedelta(minutes=10)
LOOK_EVERY = 1.0
"""Seconds between looks."""

SKEW = timedelta(minutes=5)
"""How far the clocks of two machines may be apart."""


async def operator() -> int:
    """Print the line for `.env`; 1 when nobody sent the code."""
    settings = load_settings()
    code = f"hanhtrinh-{secrets.token_hex(5)}"
    async with open_database(settings):
        out.print(words("operator.send", code=code), style="bold")
        out.print(words("operator.waiting", minutes=PATIENCE // timedelta(minutes=1)))
        chat = await _sender(code)
    if chat is None:
        errors.print(words("operator.not-found"), style="bold red")
        return 1
    out.print(words("operator.found"))
    out.print(f"OPERATOR_CHAT={chat}", style="bold green")
    return 0


async def _sender(code: str) -> str | None:
    """Return the chat that sends `code`, None when nobody does in time."""
    began = datetime.now(UTC)
    while datetime.now(UTC) - began < PATIENCE:
        if (chat := await inbox.who_sent(code, began - SKEW)) is not None:
            return chat
        await asyncio.sleep(LOOK_EVERY)
    return None
