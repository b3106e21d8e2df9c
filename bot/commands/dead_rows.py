"""What `hanhtrinh inbox` and `hanhtrinh outbox` share: which rows are meant, who acts, what came of it."""

import getpass
import os
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import UTC, datetime
from itertools import islice

from rich.table import Table
from rich.text import Text

from bot.commands.console import Stopped, errors, out, words
from bot.settings import Settings
from storage import audit, database
from storage.dead_rows import Again, Which

PORTION = 100
"""Rows put back in one transaction: the running product waits for it."""

Retry = Callable[[int, datetime], Awaitable[Again]]
Drop = Callable[[Sequence[int], datetime], Awaitable[set[int]]]


def which(settings: Settings, channel: str, status: str, since: str, statuses: Sequence[str]) -> Which:
    """Read what the command line asks for; `since` is a local day, dd/mm/yyyy.

    Raises:
        Stopped: it cannot be meant; why has been said.
    """
    if status and status not in statuses:
        errors.print(words("rows.not-a-status", said=status, statuses=", ".join(statuses)))
        raise Stopped
    try:
        day = datetime.strptime(since, "%d/%m/%Y").replace(tzinfo=settings.zone) if since else None
    except ValueError:
        errors.print(words("rows.not-a-day", said=since))
        raise Stopped from None
    return Which(channel, status, day)


def table(headings: Iterable[str], rows: Iterable[Sequence[str]]) -> Table:
    """Return rows as a table; the number, to copy from it, is never broken."""
    made = Table(*(words(f"rows.heading-{heading}") for heading in headings))
    made.columns[0].no_wrap = True
    for row in rows:
        made.add_row(*(Text(cell) for cell in row))
    return made


def facts(pairs: Iterable[tuple[str, str]]) -> None:
    """Print what is known of one row, a fact a line."""
    for heading, value in pairs:
        out.print(f"{words(f'rows.heading-{heading}')}: {value}")


def body(text: str) -> None:
    """Print what a row holds, after a warning."""
    out.print(words("rows.body-warning"), style="yellow")
    out.print(text)


def shown(settings: Settings, moment: datetime | None) -> str:
    """Return a moment as the operator reads it."""
    return "" if moment is None else moment.astimezone(settings.zone).strftime("%H:%M %d/%m/%Y")


async def retry(noun: str, numbers: Sequence[int], again: Retry) -> int:
    """Put rows of `noun` ("inbox", "outbox") back, say of each that stays why; return the exit status."""
    now, left = datetime.now(UTC), iter(numbers)
    back: list[int] = []
    while portion := list(islice(left, PORTION)):
        async with database.transaction():
            came = {number: await again(number, now) for number in portion}
            moved = [number for number, outcome in came.items() if outcome is Again.WAITS]
            await _record(noun, "retried", moved, now)
        for number in came.keys() - set(moved):
            errors.print(words(f"rows.again-{came[number].value}", id=str(number)))
        back += moved
    out.print(words("rows.retried", count=len(back)))
    return 0 if len(back) == len(numbers) else 1


async def drop(noun: str, numbers: Sequence[int], drop_them: Drop) -> int:
    """Mark rows of `noun` as dealt with; return the exit status."""
    now = datetime.now(UTC)
    async with database.transaction():
        gone = await drop_them(numbers, now)
        await _record(noun, "dropped", sorted(gone), now)
    for number in set(numbers) - gone:
        errors.print(words("rows.again-not-there", id=str(number)))
    out.print(words("rows.dropped", count=len(gone)))
    return 0 if len(gone) == len(set(numbers)) else 1


async def _record(noun: str, verb: str, numbers: Sequence[int], now: datetime) -> None:
    """Write who did it into the audit trail: the terminal's own lines are nowhere the next day."""
    if numbers:
        await audit.record(f"{noun}.{verb}", noun, actor=None, chat="", now=now, by=_who(), rows=list(numbers))


def _who() -> str:
    """Return the system's name of whoever sits at the terminal (a container's user may have none)."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())


def meant(numbers: Sequence[int], every: bool, all_of_them: Sequence[int]) -> Sequence[int]:
    """Return the rows a command is about.

    Raises:
        Stopped: neither numbers nor `--all`; said.
    """
    if not numbers and not every:
        errors.print(words("rows.which"))
        raise Stopped
    return all_of_them if every else numbers
