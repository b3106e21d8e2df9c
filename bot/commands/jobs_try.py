"""`hanhtrinh jobs run --dry-run`: who would get what, when and why. Personal data, for the operator's own terminal."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from types import ModuleType

from bot.able import channels
from bot.commands.console import errors, holidays_words, out, words
from bot.commands.jobs import shown
from bot.dry_run import Found, Message, Way, dry_run
from bot.dry_sending import DrySending
from bot.ids import Ids
from bot.jobs import desk_at
from bot.office import Offices
from bot.owing import Owing
from bot.plans import allowances
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
    try:
        await database.migrate(settings.database)
        async with trial.on_trial(settings.database):
            found = await _tried(jobs, now, settings, offices)
            who, names = await _names_of(found, now.astimezone(settings.zone).date())
    except database.DatabaseUnreachable as error:
        errors.print(words("cli.database-unreachable", reason=error.reason), style="bold red")
        return 1
    _print(found, who, settings)
    for person, why in found.unreached.items():
        out.print(words("jobs.unreached", who=names[person], why=why))
    _sum_up(found, now, settings)
    return 0


async def _tried(jobs: Sequence[ModuleType], now: datetime, settings: Settings, offices: Offices) -> Found:
    """Run `jobs` on the open database, with what the platforms of the bots that are set allow."""
    owing = Owing(Words(settings.zone), {**phones(settings), **channels(settings)}, Ids())
    allowed = allowances(settings, owing.can)
    desk = partial(desk_at, now, settings.zone, settings.operator_chat, offices, allowed)
    return await dry_run(jobs, now, desk, owing, DrySending(owing, allowed, now))


def _print(found: Found, who: Mapping[str, str], settings: Settings) -> None:
    for message in found.messages:
        channel = message.chat.partition(":")[0]
        out.print(words("jobs.to", who=who.get(message.chat, message.chat), channel=channel), style="bold")
        for line in message.text.splitlines()[:LINES]:
            out.print(f"  {line}")
        out.print("  " + " · ".join(_facts(message, settings)))


def _sum_up(found: Found, now: datetime, settings: Settings) -> None:
    ways = Counter(message.way for message in found.messages)
    leaves, at = len(found.messages) - ways[Way.HELD] - ways[Way.OVER], shown(now, settings)
    out.print(words("jobs.tried", at=at, n=leaves, rows=found.rows, silent=found.silent))
    for way in (Way.ELSEWHERE, Way.TEMPLATE, Way.HELD, Way.OVER):
        if ways[way]:
            out.print("  " + words(f"jobs.count-{way}", n=ways[way]))
    if found.unreached:
        out.print("  " + words("jobs.count-unreached", n=len(found.unreached)))
    for each in found.spent:
        year, month = each.month.split("-")
        month = f"{month}/{year}"
        out.print(words("jobs.month", bot=each.bot, month=month, left=each.left, of=each.of, used=each.used))


async def _names_of(found: Found, today: date) -> tuple[Mapping[str, str], Mapping[int, str]]:
    """Return the name and unit of whoever sits behind each chat that is written to, and of whom nothing reaches."""
    there = await chats.load({message.chat for message in found.messages})
    sits = {chat.chat: chat.person for chat in there.values() if chat.person is not None}
    names = await _names({*sits.values(), *found.unreached}, today)
    return {chat: names[person] for chat, person in sits.items()}, names


async def _names(wanted: Collection[int], today: date) -> Mapping[int, str]:
    """Return the name and unit of each person."""
    known = await people.load(wanted, today)
    tree = await units.tree()
    return {
        id_: ", ".join([person.full_name, *([tree[person.unit].name] if person.unit in tree else [])])
        for id_, person in known.items()
    }


def _facts(message: Message, settings: Settings) -> list[str]:
    """Return when it leaves, or what keeps it; until when it is worth sending; its key and what it is for."""
    at = shown(message.leaves_at, settings)
    others = message.together - 1
    facts = [words(f"jobs.{message.way}", at=at, by=message.by, why=message.why)]
    facts += [words("jobs.together", n=others)] if others > 0 else []
    facts += [words("jobs.calls", n=message.calls)] if message.calls > 1 else []
    if message.expires_at is not None:
        facts.append(words("jobs.expires", at=shown(message.expires_at, settings)))
    facts.append(words("jobs.key", said=message.key))
    return [*facts, words("jobs.why", why=message.reason)] if message.reason else facts
