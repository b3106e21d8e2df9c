"""`hanhtrinh inbox`: updates that failed, explained, handled again or dropped."""

from collections.abc import Sequence
from datetime import datetime

from bot.commands import dead_rows as rows
from bot.commands.console import errors, load_settings, open_database, out, words
from storage import dead_rows
from storage.dead_rows import Again, DeadUpdate, Which

STATUSES = ("failed", "dropped")
MOST = 100_000
"""Rows that `--all` means at most."""


async def list_(limit: int, channel: str, status: str, since: str) -> int:
    """Print updates that ended badly, newest first."""
    settings = load_settings()
    asked = rows.which(settings, channel, status, since, STATUSES)
    async with open_database(settings):
        found = await dead_rows.updates(asked, limit)
    if not found:
        out.print(words("rows.no-updates"), style="green")
        return 0
    out.print(
        rows.table(
            ("id", "received", "channel", "status", "error"),
            ((str(u.id), rows.shown(settings, u.received_at), u.channel, u.status, u.error) for u in found),
        )
    )
    out.print(words("rows.next", command="inbox"))
    return 0


async def show(number: int, *, body: bool) -> int:
    """Explain one update; what was written only with `body`."""
    settings = load_settings()
    async with open_database(settings):
        found = await dead_rows.update(number)
    if found is None:
        errors.print(words("rows.again-not-there", id=str(number)))
        return 1
    rows.facts((
        ("id", str(found.id)),
        ("received", rows.shown(settings, found.received_at)),
        ("channel", found.channel),
        ("chat", found.chat),
        ("status", found.status),
        ("error", found.error),
    ))  # fmt: skip
    out.print(words(f"rows.{_meaning(found)}"))
    if body:
        rows.body(found.body)
    return 0


async def retry(numbers: Sequence[int], *, every: bool) -> int:
    """Have updates handled again, each in its chat's order."""
    async with open_database(load_settings()):
        return await rows.retry("inbox", rows.meant(numbers, every, await _every()), _again)


async def drop(numbers: Sequence[int], *, every: bool) -> int:
    """Mark updates as dealt with."""
    async with open_database(load_settings()):
        return await rows.drop("inbox", rows.meant(numbers, every, await _every()), _drop)


async def _every() -> list[int]:
    """Return all that need a human, the oldest first."""
    return [update.id for update in reversed(await dead_rows.updates(Which(), MOST))]


async def _again(number: int, _now: datetime) -> Again:
    return await dead_rows.retry_update(number)


async def _drop(numbers: Sequence[int], _now: datetime) -> set[int]:
    return await dead_rows.drop_updates(numbers)


def _meaning(found: DeadUpdate) -> str:
    """Return which sentence says what the error means and what to do (bot/batch.py, bot/worker.py write it)."""
    if found.error.startswith("does not parse"):
        return "update-unparsed"
    return "update-poison" if found.error == "it takes its transaction down" else "update-defect"
