"""`hanhtrinh jobs run --dry-run`: who would get what, when and why. Personal data, for the operator's own terminal."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from types import ModuleType

from bot.able import channels
from bot.commands.console import errors, holidays_words, out, words
from bot.commands.jobs import shown
from bot.dry_run import Found, Message, dry_run
from bot.ids import Ids
from bot.jobs import desk_at
from bot.office import Offices
from bot.owing import Owing
from bot.settings import Settings
from bot.web.phones import phones
from handlers.rendering import Words
from journey.holidays_file import BrokenHolidays
from storage import chats, database, people, trial, units

LINES = 3
"""Lines of a message that are shown."""


async def try_(jobs: Sequence[ModuleType], now: datetime, settings: Settings) -> int:
    """Run `jobs` as of `now` (UTC) where nothing stays; print what they would have said."""
    try:
        offices = Offices(settings)
    except BrokenHolidays as broken:
        assert settings.holidays_file is not None
        errors.print("\n".join(holidays_words(settings.holidays_file, broken.faults)), style="bold red")
        return 1
    desk = partial(desk_at, now, settings.zone, settings.operator_chat, offices)
    owing = Owing(Words(settings.zone), {**phones(settings), **channels(settings)}, Ids())
    try:
        await database.migrate(settings.database)
        async with trial.on_trial(settings.database):
            await _print(await dry_run(jobs, now, desk, owing), now, settings)
    except database.DatabaseUnreachable as error:
        errors.print(words("cli.database-unreachable", reason=error.reason), style="bold red")
        return 1
    return 0


async def _print(found: Found, now: datetime, settings: Settings) -> None:
    who = await _who({message.chat for message in found.messages}, now, settings)
    for message in found.messages:
        channel = message.chat.partition(":")[0]
        out.print(words("jobs.to", who=who.get(message.chat, message.chat), channel=channel), style="bold")
        for line in message.text.splitlines()[:LINES]:
            out.print(f"  {line}")
        out.print("  " + " · ".join(_facts(message, settings)))
    messages, at = len(found.messages), shown(now, settings)
    out.print(words("jobs.tried", at=at, n=messages, rows=found.rows, silent=found.silent))


async def _who(wanted: set[str], now: datetime, settings: Settings) -> Mapping[str, str]:
    """Return the name and unit of whoever sits behind each chat."""
    sits = {chat.chat: chat.person for chat in (await chats.load(wanted)).values() if chat.person is not None}
    known = await people.load(list(sits.values()), now.astimezone(settings.zone).date())
    tree = await units.tree()
    names = {
        id_: ", ".join([person.full_name, *([tree[person.unit].name] if person.unit in tree else [])])
        for id_, person in known.items()
    }
    return {chat: names[person] for chat, person in sits.items()}


def _facts(message: Message, settings: Settings) -> list[str]:
    facts = [words("jobs.leaves", at=shown(message.leaves_at, settings))]
    if message.expires_at is not None:
        facts.append(words("jobs.expires", at=shown(message.expires_at, settings)))
    facts.append(words("jobs.key", said=message.key))
    return [*facts, words("jobs.why", why=message.why)] if message.why else facts
