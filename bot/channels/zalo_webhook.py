"""Zalo by webhook."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.channels.channel import Take
from bot.channels.secret_webhook import receiver
from bot.channels.zalo import Zalo

SECRET_HEADER = "X-Bot-Api-Secret-Token"  # noqa: S105 - the platform's setWebhook, secret_token


def path(channel: Zalo) -> str:
    """Return where updates of `channel` are received. It is no secret: the header proves who calls."""
    return f"/zalo/{channel.name}"


def address(channel: Zalo, public_url: str) -> str:
    """Return what the platform is to call."""
    return public_url.rstrip("/") + path(channel)


def handler(channel: Zalo, secret: str, take: Take) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Return what answers the platform, as `secret_webhook.receiver` has it; whether it calls again is not told."""
    return receiver(channel.name, SECRET_HEADER, secret, take)
