"""The page with a session's list to tick: names in large rows, one button at the bottom."""

from collections.abc import Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.posting import Posting
from bot.web.pages_frame import Frame, Visit
from handlers.arguments import number
from handlers.conversation import Text, text
from handlers.pages.opening import Shut
from handlers.pages.ticks_page import Done, Ticks, opened, tick
from handlers.session_words import when
from journey.text import fold
from storage.links import Purpose

LONGEST = 40
"""Letters of a name that is looked for, as in the chat."""


class TicksPage:
    """Shows the list and takes ticks, as often as its reader likes."""

    purpose = Purpose.TICKS

    def __init__(self, frame: Frame, posting: Posting, zone: ZoneInfo) -> None:
        self._frame = frame
        self._posting = posting
        self._zone = zone

    async def show(self, visit: Visit) -> web.Response:
        """Return the list; a name that is looked for narrows it."""
        return await self._shown(visit, visit.request.query.get("name", ""))

    async def post(self, visit: Visit, fields: Mapping[str, Any]) -> web.Response:
        """Count who was ticked, and show the list as it is then."""
        link, now, today = visit.link.id, visit.now, visit.today
        ticks = Ticks(_ids(fields, "in"), _ids(fields, "was"), _ids(fields, "shown"))
        done = await self._posting.run(lambda: tick(link, ticks, now, today, self._zone), now)
        if isinstance(done, Shut):
            return self._frame.notice(visit.request, visit.language, done)
        return await self._shown(visit, str(fields.get("name", "")), done)

    async def part(self, _visit: Visit, _name: str) -> web.Response:
        """Refuse: the page has no parts."""
        raise web.HTTPNotFound

    async def _shown(self, visit: Visit, typed: str, done: Done | None = None) -> web.Response:
        named = fold(typed)[:LONGEST]
        found = await opened(visit.link, visit.now, visit.today, self._zone, named)
        if isinstance(found, Shut):
            return self._frame.notice(visit.request, visit.language, found)
        return self._frame.page(
            visit,
            "ticks.html",
            session=found.case.session,
            when=when(found.case.session, self._zone),
            listed=found,
            named=typed[:LONGEST] if named else "",
            done=_said(done),
        )


def _said(done: Done | None) -> Text | None:
    if done is None:
        return None
    return text("ticks-page.done", counted=done.counted, out=done.taken_back)


def _ids(fields: Mapping[str, Any], name: str) -> frozenset[int]:
    """Return the people that the fields called `name` bring; anything that is no number is nobody."""
    everything: Iterable[Any] = fields.getall(name, []) if hasattr(fields, "getall") else ()
    found = (number(str(each)) for each in everything)
    return frozenset(each for each in found if each is not None)
