"""The Official Account by webhook: the signature looked at over the very bytes, then safe, then answered.

The platform waits two seconds. It calls again after 30 s, 5, 15, 30 min and 1 h when it cannot reach us; whether it
does after an answer that is not 200 is not told, so that 503 is the last resort (docs/decisions/oa.md).
"""

import hashlib
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

from aiohttp import web

from bot import metrics
from bot.channels.oa_updates import about_us, is_news
from bot.channels.untrusted import fields

PATH = "/zalo/oa"
LARGEST_BODY = 128 * 1024
"""Bytes. An event has some hundreds, the longest text some thousands. So much is read as JSON of anybody, since the
moment that is signed stands in it."""
SIGNATURE_HEADER = "X-ZEvent-Signature"

Keep = Callable[[Any], Awaitable[None]]
"""Makes one event safe, within a second or two."""

Heard = Callable[[Any], None]
"""Takes note of an event that is proven; it neither fails nor waits."""

log = logging.getLogger(__name__)


class Webhook:
    """Answers for the channel `name`; `ids` are the app's and the account's, either of which may begin a signature."""

    def __init__(self, name: str, ids: tuple[str, str], secret: str, keep: Keep, heard: Heard) -> None:
        self._name = name
        self._ids = ids
        self._secret = secret
        self._keep = keep
        self._heard = heard
        self._known: set[str] = set()

    async def receive(self, request: web.Request) -> web.Response:
        """Answer 200 once an event is safe, and 200 to whoever cannot prove that it is one; 413, 503.

        The console saves our address only where its own check, which is not signed, is answered 200.
        """
        body = await request.clone(client_max_size=LARGEST_BODY).read()  # 413 over it
        event = _read(body)
        if not self._is_signed(body, event, request.headers.get(SIGNATURE_HEADER, "")):
            metrics.UNPROVEN.labels(self._name).inc()
            log.warning("an event without its signature is dropped", extra={"channel": self._name})
            return web.Response()
        self._heard(event)
        if decided := about_us(event):
            log.warning("the platform decided about the account; see its console", extra={"decided": decided})
        if not is_news(event):
            return web.Response()
        try:
            await self._keep(event)
        except Exception as error:
            log.error("an event is not safe", extra={"channel": self._name, "error": type(error).__name__})
            return web.Response(status=503)
        return web.Response()

    def _is_signed(self, body: bytes, event: object, given: str) -> bool:
        timestamp = str(fields(event).get("timestamp", ""))
        mac = given.strip().removeprefix("mac=").encode("utf-8", "surrogateescape")
        found = [which for which, right in self._signatures(body, timestamp) if hmac.compare_digest(mac, right)]
        for which in set(found) - self._known:
            self._known.add(which)
            log.info("events are signed", extra={"channel": self._name, "beginning_with": which})
        return bool(found)

    def _signatures(self, body: bytes, timestamp: str) -> Iterator[tuple[str, bytes]]:
        """Yield (what it begins with, signature): plain SHA-256 of id, bytes, timestamp and secret."""
        for which, beginning in zip(("app_id", "oa_id"), self._ids, strict=True):
            text = beginning.encode() + body + timestamp.encode("utf-8", "replace") + self._secret.encode()
            yield which, hashlib.sha256(text).hexdigest().encode()


def _read(body: bytes) -> Any:
    """Return an event as JSON, None for what is none: it cannot be signed, its moment being part of that."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
