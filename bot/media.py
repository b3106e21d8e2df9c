"""Files of our messages behind signed addresses: for platforms that fetch pictures, and for what channels cannot carry.

An address names a file of one row of the outbox until a moment, and nothing else: what that is, and whether it is still
to be had, is looked up at each request. It is read as often as anybody asks: a platform asks several times.
"""

import asyncio
import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import PurePath
from urllib.parse import quote

import structlog
from aiohttp import web

from bot.clock import Clock
from bot.contents import Contents
from bot.links import Seal
from bot.web.pages_limits import A_LINK, WRONG, Limits, address
from papers.lighter_picture import lighter
from storage import database, media
from storage.files import FileStoreDown, NoSuchFile

PATH = "/media/"
"""A proxy passes this on, like the pages."""

VALID_FOR = timedelta(days=7)
"""A platform fetches at once and again when somebody scrolls back; a person downloads within the week."""

_ENDING = re.compile(r"^\.[a-z0-9]{1,5}$")
"""What of a file's name stands in its address."""

_KINDS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".ics": "text/calendar",
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""What we make ourselves, by the ending of its name; anything else is only bytes."""

_GUARDED = {
    "Cache-Control": "private, max-age=3600",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow, noarchive, nosnippet",
}

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class MediaAddresses:
    """Makes addresses. `base`: what people reach us at, "" for nothing."""

    base: str
    seal: Seal
    clock: Clock

    def __call__(self, row: int, place: int, name: str) -> str | None:
        """Return the address of the file at `place` of a row of the outbox, None where nobody reaches us."""
        if not self.base:
            return None
        until = int((self.clock.now() + VALID_FOR).timestamp())
        ending = PurePath(name).suffix.lower()
        return f"{self.base}{PATH}{self.seal.media(row, place, until)}{ending if _ENDING.match(ending) else '.bin'}"


class Media:
    """Serves /media/<token>.<ending>, and lists nothing."""

    def __init__(self, seal: Seal, contents: Contents, clock: Clock) -> None:
        self._seal = seal
        self._contents = contents
        self._clock = clock
        self._limits = Limits()

    def add_routes(self, app: web.Application) -> None:
        """Put the files into `app`; a HEAD is answered like a GET."""
        app.router.add_get(PATH + "{name}", self._show)

    async def _show(self, request: web.Request) -> web.Response:
        now, who = self._clock.now(), address(request)
        if self._limits.is_spent(f"wrong {who}", WRONG, now):
            raise web.HTTPTooManyRequests
        named = self._seal.media_named(PurePath(request.match_info["name"]).stem)
        if named is None:
            self._limits.allow(f"wrong {who}", WRONG, now)
            raise web.HTTPNotFound
        row, place, until = named
        if now.timestamp() >= until:
            raise web.HTTPGone
        if not self._limits.allow(f"row {row}", A_LINK, now):
            raise web.HTTPTooManyRequests
        return await self._found(row, place)

    async def _found(self, row: int, place: int) -> web.Response:
        try:
            found = await media.find(row, place)
        except Exception as error:
            if not database.is_in_trouble(error):
                raise
            log.warning("a file could not be served", outbox_id=row, error=type(error).__name__)
            raise web.HTTPServiceUnavailable from None
        if found is None:
            raise web.HTTPGone
        try:
            data = await self._contents.of(found.file)
        except NoSuchFile:
            raise web.HTTPGone from None
        except FileStoreDown:
            log.warning("a file could not be served", outbox_id=row)
            raise web.HTTPServiceUnavailable from None
        if found.is_picture:
            jpeg = await asyncio.to_thread(lighter, data)
            return web.Response(body=jpeg, content_type="image/jpeg", headers=_GUARDED)
        name = str(found.file["name"])
        kind = _KINDS.get(PurePath(name).suffix.lower(), "application/octet-stream")
        saved = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
        charset = "utf-8" if kind.startswith("text/") else None
        return web.Response(body=data, content_type=kind, charset=charset, headers=_GUARDED | saved)
