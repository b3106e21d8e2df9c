"""Zalo by webhook: stored first, answered then."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.channels.zalo import Zalo
from bot.channels.zalo_polling import Take

LARGEST_BODY = 1024 * 1024  # bytes; an update has one kilobyte
SECRET_HEADER = "X-Bot-Api-Secret-Token"  # noqa: S105 - the platform's setWebhook, secret_token

log = logging.getLogger(__name__)


def path(channel: Zalo) -> str:
    """Return where updates of `channel` are received. It is no secret: the header proves who calls."""
    return f"/zalo/{channel.name}"


def address(channel: Zalo, public_url: str) -> str:
    """Return what the platform is to call."""
    return public_url.rstrip("/") + path(channel)


def handler(channel: Zalo, secret: str, take: Take) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Return what answers the platform: 200 once stored, 403 without the secret, 413, 503 to be called again.

    An empty body, by which the platform looks whether we are there, is answered 200. What is not JSON is stored as
    {"unparsed": text}.
    """

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode()):
            return web.Response(status=403)
        body = await request.clone(client_max_size=LARGEST_BODY).read()  # 413 over it
        if not body.strip():
            return web.Response()
        try:
            await take([_read(body)])
        except Exception:
            log.exception("An update was not stored; perhaps it comes again.", extra={"channel": channel.name})
            return web.Response(status=503)
        return web.Response()

    return receive


def _read(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return {"unparsed": body.decode("utf-8", "replace").replace("\x00", "")}
