"""A webhook that a secret in a header proves: stored first, answered then."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.channels.channel import Take

LARGEST_BODY = 1024 * 1024  # bytes; an update has some kilobytes

log = logging.getLogger(__name__)


def receiver(channel: str, header: str, secret: str, take: Take) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Return what answers the platform of `channel`: 200 once stored, 403 without the secret, 413, 503 to come again.

    An empty body, by which a platform looks whether we are there, is answered 200. What is not JSON is stored as
    {"unparsed": text} and answered 200: refusing it would only make it come again and hold up its chat.
    """

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(header, "")
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode()):
            return web.Response(status=403)
        body = await request.clone(client_max_size=LARGEST_BODY).read()  # 413 over it
        if not body.strip():
            return web.Response()
        try:
            await take([_read(body)])
        except Exception:
            log.exception("An update was not stored; perhaps it comes again.", extra={"channel": channel})
            return web.Response(status=503)
        return web.Response()

    return receive


def _read(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return {"unparsed": body.decode("utf-8", "replace").replace("\x00", "")}
