"""What all pages behind links share: who visits, how a page is made of a template, what guards it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from urllib.parse import quote

import aiohttp_jinja2
import jinja2
from aiohttp import web

from handlers.conversation import Text
from handlers.pages.opening import Shut
from handlers.rendering import Words
from storage.files import Files, FileStoreDown, NoSuchFile
from storage.links import Purpose, StoredLink

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Robots-Tag": "noindex, nofollow, noarchive, nosnippet",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}

STATUS = {
    "forged": 404,
    "gone": 404,
    "essay-gone": 404,
    "attend-gone": 404,
    "upload-gone": 404,
    "form": 400,
    "large": 413,
    "busy": 429,
    "trouble": 503,
    "defect": 500,
    "preview": 200,
    "oa-granted": 200,
    "oa-not-granted": 400,
    "oa-wrong-account": 403,
}
"""The status of a page that does not open, by why; of any other, 410: it was here."""

_INLINE = {".jpg": "image/jpeg"}
"""What is shown in the page, by the ending of its key in the store; anything else is a file to keep."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request with a live link: `now` in UTC, `today` local; `form` is what the page's form brings back."""

    request: web.Request
    link: StoredLink
    token: str
    form: str
    language: str
    now: datetime
    today: date


class Page(Protocol):
    """What a link of one purpose opens. A GET decides nothing, whoever asks."""

    purpose: Purpose

    async def show(self, visit: Visit) -> web.Response:
        """Return the page."""
        ...

    async def post(self, visit: Visit, fields: Mapping[str, Any]) -> web.Response:
        """Do what its form asks; `fields` are those of the form, which came from a page we showed."""
        ...

    async def part(self, visit: Visit, name: str) -> web.Response:
        """Return a part of it: a file, a paper.

        Raises:
            web.HTTPNotFound: it has none of this name.
        """
        ...


class Frame:
    """Makes pages of templates; every word comes from `locales/`."""

    def __init__(self, words: Words, files: Files) -> None:
        self._words = words
        self._files = files

    def prepare(self, app: web.Application) -> None:
        """Let `app` know our templates."""
        aiohttp_jinja2.setup(
            app, loader=jinja2.PackageLoader("bot.web"), undefined=jinja2.StrictUndefined, trim_blocks=True
        )

    def page(self, visit: Visit, template: str, status: int = 200, **values: Any) -> web.Response:
        """Return the page of `template`, with what it is given and whose link it is."""
        return self._page(visit.request, visit.language, template, status, visit=visit, **values)

    def notice(self, request: web.Request, language: str, why: Shut) -> web.Response:
        """Return the page that says why there is none."""
        return self._page(
            request, language, "notice.html", STATUS.get(why.why, 410), why=why.why, facts=dict(why.facts)
        )

    def home(self, request: web.Request, language: str, site: str) -> web.Response:
        """Return the page at "/", by which a platform sees that the domain is ours: `site` is its word for that."""
        return self._page(request, language, "home.html", 200, site=site)

    def _page(self, request: web.Request, language: str, template: str, status: int, **values: Any) -> web.Response:
        def say(what: str | Text, **params: Any) -> str:
            if isinstance(what, Text):
                return self.said(what, language)
            return self.said(Text(what if "." in what else f"pages.{what}", params), language)

        values |= {"say": say, "language": language}
        return aiohttp_jinja2.render_template(template, request, values, status=status)

    def said(self, what: Text, language: str) -> str:
        """Return a sentence in words."""
        return self._words.text(what, language)

    async def file(self, key: str, called: str) -> web.Response:
        """Return a file of the store: a picture to be seen, anything else to be kept, `called` so.

        Raises:
            web.HTTPNotFound, web.HTTPServiceUnavailable: the store has it not, or does not answer.
        """
        try:
            data = await self._files.get(key)
        except NoSuchFile:
            raise web.HTTPNotFound from None
        except FileStoreDown:
            raise web.HTTPServiceUnavailable from None
        ending = key[key.rfind(".") :]
        if ending in _INLINE:
            return web.Response(body=data, content_type=_INLINE[ending])
        name = quote(called)
        disposition = f"attachment; filename*=UTF-8''{name}"
        kind = "application/octet-stream"
        return web.Response(body=data, content_type=kind, headers={"Content-Disposition": disposition})
