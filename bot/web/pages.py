"""The pages behind one-time links: which link opens which, and what every look at one goes through."""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from aiohttp import web

from bot.clock import Clock
from bot.links import PREFIX, Seal
from bot.web.assets import asset
from bot.web.pages_frame import HEADERS, Frame, Page, Visit
from bot.web.pages_limits import A_LINK, AN_ADDRESS, WRONG, Limits, address
from handlers.pages.opening import Shut, shut
from storage import chats, database, links

ASSETS = (
    "pages.css",
    "attendance.css",
    "attendance.js",
    "essay.css",
    "essay.js",
    "essay_choice.js",
    "essay_count.js",
    "essay_kept.js",
    "essay_texts.js",
    "ticks.css",
    "upload.css",
    "upload.js",
    "upload_tries.js",
    "mark.svg",
    "BeVietnamPro-Regular.ttf",
    "BeVietnamPro-Bold.ttf",
)
"""What the pages are dressed in, under /pages/."""

_PREVIEW = re.compile(r"(?<!cu)bot\b|crawl|spider|preview|facebookexternalhit|^whatsapp/|^viber", re.IGNORECASE)
"""Programs of messengers and search engines that open every link they see; a Cubot is a phone."""

log = structlog.get_logger(__name__)

See = Callable[[Page, Visit], Awaitable[web.Response]]


class Pages:
    """Serves /l/<token>. `pages` are the pages there are, one a purpose."""

    def __init__(self, seal: Seal, clock: Clock, frame: Frame, pages: Iterable[Page], zone: ZoneInfo) -> None:
        self._seal = seal
        self._clock = clock
        self._frame = frame
        self._pages = {page.purpose: page for page in pages}
        self._zone = zone
        self._limits = Limits()

    def add_routes(self, app: web.Application) -> None:
        """Put the pages into `app`."""
        self._frame.prepare(app)
        app.add_routes(
            [
                web.get("/robots.txt", self._robots),
                web.get("/pages/{name}", self._asset),
                web.get(PREFIX + "{token}", self._show),
                web.post(PREFIX + "{token}", self._post),
                web.get(PREFIX + "{token}/{part}", self._part),
            ]
        )

    async def _robots(self, _request: web.Request) -> web.Response:
        return web.Response(text="User-agent: *\nDisallow: /\n")

    async def _asset(self, request: web.Request) -> web.Response:
        if request.match_info["name"] not in ASSETS:
            raise web.HTTPNotFound
        found = asset(request.match_info["name"])
        found.headers.update(HEADERS | {"Cache-Control": "public, max-age=3600"})
        return found

    async def _show(self, request: web.Request) -> web.Response:
        if _PREVIEW.search(request.headers.get("User-Agent", "")):
            return self._guarded(self._frame.notice(request, "vi", Shut("preview")))
        return await self._seen(request, lambda page, visit: page.show(visit))

    async def _part(self, request: web.Request) -> web.Response:
        return await self._seen(request, lambda page, visit: page.part(visit, request.match_info["part"]))

    async def _post(self, request: web.Request) -> web.Response:
        async def post(page: Page, visit: Visit) -> web.Response:
            fields = await _fields(request)
            if not self._seal.is_form(str(fields.get("form", "")), visit.link.id):
                return self._frame.notice(request, visit.language, Shut("form"))
            return await page.post(visit, fields)

        return await self._seen(request, post)

    async def _seen(self, request: web.Request, see: See) -> web.Response:
        """Return what `see` makes of the page and who visits it, or the page that says why there is none."""
        visit = await self._visit(request)
        if isinstance(visit, Shut):
            return self._guarded(self._frame.notice(request, "vi", visit))
        try:
            return self._guarded(await see(self._pages[links.Purpose(visit.link.purpose)], visit))
        except web.HTTPNotFound:
            return self._guarded(self._frame.notice(request, visit.language, Shut("gone")))
        except web.HTTPRequestEntityTooLarge:
            return self._guarded(self._frame.notice(request, visit.language, Shut("large")))
        except web.HTTPServiceUnavailable:
            return self._guarded(self._frame.notice(request, visit.language, Shut("trouble")))
        except Exception as error:
            if database.is_in_trouble(error):
                log.warning("a page could not be served", link_id=visit.link.id, error=type(error).__name__)
                return self._guarded(self._frame.notice(request, visit.language, Shut("trouble")))
            log.error("a page met a defect", link_id=visit.link.id, exc_info=error)
            return self._guarded(self._frame.notice(request, visit.language, Shut("defect")))

    async def _visit(self, request: web.Request) -> Visit | Shut:
        now, token, who = self._clock.now(), request.match_info["token"], address(request)
        if not self._limits.allow(f"from {who}", AN_ADDRESS, now) or self._limits.is_spent(f"wrong {who}", WRONG, now):
            return Shut("busy")
        id_ = self._seal.link(token)
        link = await links.get(id_) if id_ is not None else None
        if link is None or link.purpose not in self._pages:
            self._limits.allow(f"wrong {who}", WRONG, now)
            return Shut("forged")
        if not self._limits.allow(f"link {link.id}", A_LINK, now):
            return Shut("busy")
        closed = shut(link, now)
        if closed is not None and closed.why != "used":  # for a while its answer can be taken back: the page looks
            return closed
        today = now.astimezone(self._zone).date()
        return Visit(request, link, token, self._seal.form(link.id), await _language(link), now, today)

    @staticmethod
    def _guarded(response: web.Response) -> web.Response:
        response.headers.update(HEADERS)
        return response


async def _fields(request: web.Request) -> Mapping[str, Any]:
    """Return what a form brought; nothing of one that is cut off, or was never sent by a browser."""
    try:
        return await request.post()
    except (ValueError, LookupError, web.RequestPayloadError):  # also a charset that is none
        return {}


async def _language(link: links.StoredLink) -> str:
    """Return the language of whom the link serves: that of their chat, Vietnamese without one."""
    if link.person is None:
        return "vi"
    found = (await chats.of_people([link.person])).get(link.person, [])
    return found[0].language if found else "vi"
