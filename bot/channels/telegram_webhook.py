"""Telegram by webhook: stored first, answered then."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.channels.telegram import Telegram
from bot.channels.telegram_polling import Take

LARGEST_BODY = 1024 * 1024  # bytes; an update has some kilobytes
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - https://core.telegram.org/bots/api#setwebhook

log = logging.getLogger(__name__)


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
    """Return what answers the platform: 200 once stored, 403 without the secret, 413, 503 to be called again.

    What is not JSON is stored as {"unparsed": text} and answered 200: refusing it would only make it come
    again and hold up its chat.
    """

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode()):
            return web.Response(status=403)
        body = await request.clone(client_max_size=LARGEST_BODY).read()  # 413 over it
        try:
            await take([_read(body)])
        except Exception:
            log.exception("An update was not stored; it comes again.", extra={"channel": channel.name})
            return web.Response(status=503)
        return web.Response()

    return receive


def _read(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return {"unparsed": body.decode("utf-8", "replace").replace("\x00", "")}
