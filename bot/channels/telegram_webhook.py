"""Telegram by webhook."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.channels.channel import Take
from bot.channels.secret_webhook import receiver
from bot.channels.telegram import Telegram

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - https://core.telegram.org/bots/api#setwebhook


def path(channel: Telegram) -> str:
    """Return where updates of `channel` are received. It is no secret: the header proves who calls."""
    return f"/telegram/{channel.name}"


async def register(channel: Telegram, public_url: str, secret: str) -> None:
    """Have the platform call us at `public_url`, with `secret` (1-256 of A-Z a-z 0-9 _ -).

    Raises:
        telegram.error.TelegramError: with the platform's wording.
    """
    await channel.set_webhook(public_url.rstrip("/") + path(channel), secret)


def handler(channel: Telegram, secret: str, take: Take) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Return what answers the platform, as `secret_webhook.receiver` has it."""
    return receiver(channel.name, SECRET_HEADER, secret, take)
