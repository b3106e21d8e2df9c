"""`hanhtrinh zalo webhook`: where Zalo delivers what people send, shown, set, deleted. Nothing else changes it."""

from collections.abc import Awaitable, Callable

from bot.channels.channel import ChannelDown, SendError
from bot.channels.zalo import Zalo
from bot.channels.zalo_webhook import address
from bot.commands.console import errors, load_settings, out, words
from bot.settings import Settings

OUTCOMES = ("403", "404", "5xx", "tls", "dns", "timeout", "conn", "proxy", "blocked")
"""What the platform's check of an address may end with, by the last part of its name, for which there is a sentence."""

Work = Callable[[Zalo, Settings], Awaitable[bool]]


async def show() -> int:
    """Print where each bot's updates are delivered; 1 when that is not as ZALO_MODE says."""
    return await _each(load_settings(), _shown)


async def set_() -> int:
    """Have the platform deliver to this product; 1 when it does not."""
    settings = load_settings()
    if settings.zalo_token and settings.zalo_mode != "webhook":
        errors.print(words("zalo-webhook.polling"), style="bold red")
        return 1
    return await _each(settings, _set)


async def delete() -> int:
    """Have the platform deliver nowhere, so that a bot can be polled; 1 when it does still."""
    return await _each(load_settings(), _deleted)


async def _each(settings: Settings, work: Work) -> int:
    """Do `work`, which says whether all is well, for each bot."""
    if not settings.zalo_token:
        errors.print(words("zalo-webhook.no-bot"), style="bold red")
        return 1
    are_well = [
        await _one(settings, bot.channel("zalo"), bot.token.get_secret_value(), work) for bot in settings.zalo_token
    ]
    return 0 if all(are_well) else 1


async def _one(settings: Settings, name: str, token: str, work: Work) -> bool:
    bot = Zalo(name, token, settings.zalo_api_url)
    try:
        return await work(bot, settings)
    except ChannelDown:
        errors.print(words("zalo-webhook.refused", bot=name), style="bold red")
    except SendError as error:
        errors.print(words("zalo-webhook.unreachable", bot=name, reason=str(error)), style="bold red")
    finally:
        await bot.close()
    return False


async def _told(bot: Zalo, settings: Settings) -> str:
    """Print where updates are delivered, and return it in a word: none, ours, elsewhere."""
    url, ours = (await bot.webhook()).url, address(bot, settings.public_url)
    state = "none" if not url else "ours" if url == ours else "elsewhere"
    out.print(words(f"zalo-webhook.{state}", bot=bot.name, address=url))
    return state


async def _shown(bot: Zalo, settings: Settings) -> bool:
    return await _told(bot, settings) == ("none" if settings.zalo_mode == "polling" else "ours")


async def _set(bot: Zalo, settings: Settings) -> bool:
    """Set it and look what was kept: the platform keeps an address though its own check of it fails."""
    secret = settings.zalo_webhook_secret.get_secret_value()
    outcome = (await bot.set_webhook(address(bot, settings.public_url), secret)).outcome
    is_kept = await _told(bot, settings) == "ours"
    end = outcome.rpartition(".")[2]
    if end in ("", "ok"):
        return is_kept
    key = f"zalo-webhook.check-{end}" if end in OUTCOMES else "zalo-webhook.check-other"
    errors.print(words(key, outcome=outcome), style="bold red")
    return False


async def _deleted(bot: Zalo, settings: Settings) -> bool:
    await bot.delete_webhook()
    return await _told(bot, settings) == "none"
