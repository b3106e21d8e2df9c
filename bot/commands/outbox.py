"""`hanhtrinh outbox`: messages that did not arrive, or nobody knows: explained, sent again or dropped."""

from collections.abc import Sequence

from bot.commands import dead_rows as rows
from bot.commands.console import errors, load_settings, open_database, out, words
from storage import dead_rows
from storage.dead_rows import DeadMessage, Which

STATUSES = ("failed", "unknown", "dropped")
MOST = 100_000
"""Rows that `--all` means at most."""

_MEANINGS = {"unknown": "unknown", "NotNow": "not-now", "PlatformError": "not-now", "ChatClosed": "chat-closed"}


async def list_(limit: int, channel: str, status: str, since: str) -> int:
    """Print messages that ended badly, newest first."""
    settings = load_settings()
    asked = rows.which(settings, channel, status, since, STATUSES)
    async with open_database(settings):
        found = await dead_rows.messages(asked, limit)
    if not found:
        out.print(words("rows.no-messages"), style="green")
        return 0
    out.print(
        rows.table(
            ("id", "changed", "chat", "kind", "status", "attempts", "error"),
            (
                (str(m.id), rows.shown(settings, m.changed_at), m.chat, m.kind, m.status, str(m.attempts), m.error)
                for m in found
            ),
        )
    )
    out.print(words("rows.next", command="outbox"))
    return 0


async def show(number: int, *, body: bool) -> int:
    """Explain one message; what it says only with `body`."""
    settings = load_settings()
    async with open_database(settings):
        found = await dead_rows.message(number)
    if found is None:
        errors.print(words("rows.again-not-there", id=str(number)))
        return 1
    rows.facts((
        ("id", str(found.id)),
        ("changed", rows.shown(settings, found.changed_at)),
        ("chat", found.chat),
        ("kind", found.kind),
        ("status", found.status),
        ("attempts", str(found.attempts)),
        ("must-arrive", words(f"rows.must-arrive-{'yes' if found.must_arrive else 'no'}")),
        ("expires", rows.shown(settings, found.expires_at) or words("rows.never")),
        ("error", found.error),
    ))  # fmt: skip
    out.print(words(f"rows.message-{_meaning(found)}"))
    if body:
        rows.body(found.body)
    return 0


async def retry(numbers: Sequence[int], *, every: bool) -> int:
    """Have messages sent again, those that are not too late."""
    async with open_database(load_settings()):
        return await rows.retry("outbox", rows.meant(numbers, every, await _every()), dead_rows.retry_message)


async def drop(numbers: Sequence[int], *, every: bool) -> int:
    """Mark messages as dealt with."""
    async with open_database(load_settings()):
        return await rows.drop("outbox", rows.meant(numbers, every, await _every()), dead_rows.drop_messages)


async def _every() -> list[int]:
    """Return all that need a human, the oldest first."""
    return [message.id for message in reversed(await dead_rows.messages(Which(), MOST))]


def _meaning(found: DeadMessage) -> str:
    """Return which sentence says what the error means and what to do (bot/sender.py writes it)."""
    error = found.error.removeprefix("unknown, then ")
    return "refused" if error.startswith("Refused: ") else _MEANINGS.get(error, "defect")
