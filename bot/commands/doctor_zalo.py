"""What `hanhtrinh doctor` finds about the bots of the Zalo Bot Platform."""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from urllib.parse import urlsplit

from bot.channels.channel import ChannelDown, SendError
from bot.channels.zalo import Zalo
from bot.channels.zalo_webhook import address
from bot.commands.console import words
from bot.commands.doctor_pages import fetched
from bot.commands.finding import Finding
from bot.settings import BotToken, Settings
from journey.allowance import WARNED_AT, Allowances, Month
from storage import chats, metered

NOBODY = 0
"""No person has this number."""


async def bots(settings: Settings) -> AsyncIterator[Finding]:
    """Ask the platform about each bot, and look at the address that it fetches pictures from."""
    for bot in settings.zalo_token:
        async for finding in _bot(settings, bot):
            yield finding
    if settings.zalo_token or settings.has_zalo_oa:
        yield await fetched(settings)


async def _bot(settings: Settings, bot: BotToken) -> AsyncIterator[Finding]:
    channel = Zalo(bot.channel("zalo"), bot.token.get_secret_value(), settings.zalo_api_url, settings.zalo_media_hosts)
    try:
        yield "good", words("zalo-doctor.bot", bot=channel.name, account=await channel.account_name())
        yield _delivery(settings, channel, (await channel.webhook()).url)
    except ChannelDown:
        yield "bad", words("zalo-doctor.bot-refused", bot=channel.name)
    except SendError:
        yield "bad", words("zalo-doctor.bot-unreachable", bot=channel.name, address=settings.zalo_api_url)
    finally:
        await channel.close()


def _delivery(settings: Settings, channel: Zalo, url: str) -> Finding:
    """Compare where the platform delivers to with where this product takes updates."""
    host = urlsplit(url).hostname or ""
    if settings.zalo_mode == "polling":
        if url:
            return "bad", words("zalo-doctor.webhook-in-the-way", bot=channel.name, host=host)
        return "note", words("zalo-doctor.polling", bot=channel.name)
    if url == address(channel, settings.public_url):
        return "good", words("zalo-doctor.webhook", bot=channel.name, address=url)
    if url:
        return "bad", words("zalo-doctor.webhook-elsewhere", bot=channel.name, host=host)
    return "bad", words("zalo-doctor.webhook-none", bot=channel.name)


async def plans(settings: Settings, now: datetime) -> AsyncIterator[Finding]:
    """Say how much of each bot's plan is used in the month of `now` (UTC); the database is open."""
    names = [bot.channel("zalo") for bot in settings.zalo_token]
    months = await metered.months(names, Allowances(zone=settings.zone).month(now)) if names else {}
    for name, month in months.items():
        for finding in _said(settings, name, month, now):
            yield finding
        if settings.zalo_users:
            yield _people(name, await chats.people_behind(name, besides=NOBODY), settings.zalo_users)


def _said(settings: Settings, bot: str, month: Month, now: datetime) -> Iterator[Finding]:
    if month.is_spent(now):
        yield "bad", words("zalo-doctor.month-refused", bot=bot, until=month.spent_until)
    if not settings.zalo_a_month:
        return
    kind, key = _standing(month.used, settings.zalo_a_month, ("month", "month-nearly", "month-spent"))
    yield kind, words(f"zalo-doctor.{key}", bot=bot, used=month.used, limit=settings.zalo_a_month)


def _people(bot: str, count: int, limit: int) -> Finding:
    kind, key = _standing(count, limit, ("people", "people-nearly", "people-full"))
    return kind, words(f"zalo-doctor.{key}", bot=bot, count=count, limit=limit)


def _standing(used: int, limit: int, keys: tuple[str, str, str]) -> Finding:
    """Return how it stands, with the sentence of `keys` for it: there is room, it ends soon, there is none."""
    if used >= limit:
        return "bad", keys[2]
    return ("note", keys[1]) if used >= limit * WARNED_AT else ("good", keys[0])
