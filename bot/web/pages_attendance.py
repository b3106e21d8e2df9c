"""The page that shows a session's code on a projector or a phone: renewed every few seconds, and who is in."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.start_links import StartLinks
from bot.web.pages_frame import Frame, Visit
from handlers.attendance.desk import PRINTED
from handlers.conversation import text
from handlers.pages.attendance_page import Showing, opened, printed, showing
from handlers.pages.opening import Shut
from handlers.session_words import when, where
from journey.attendance import Phase
from journey.attendance_code import SLOT
from papers import attendance_code, qr
from storage.links import Purpose
from storage.sessions import Session

CODE = "code.json"
"""What the page's script asks for, behind its link."""


class AttendancePage:
    """Shows; there is nothing to decide here."""

    purpose = Purpose.ATTENDANCE

    def __init__(self, frame: Frame, links: StartLinks, zone: ZoneInfo) -> None:
        self._frame = frame
        self._links = links
        self._zone = zone

    async def show(self, visit: Visit) -> web.Response:
        """Return the page; its script brings the code."""
        found = await opened(visit.link, visit.today)
        if isinstance(found, Shut):
            return self._frame.notice(visit.request, visit.language, found)
        now = await showing(found, visit.now, visit.today)
        return self._frame.page(
            visit,
            "attendance.html",
            session=found,
            when=when(found, self._zone),
            showing=now,
            qr=await self._qr(now),
            scans=self._links.are_there,
            code=CODE,
        )

    async def post(self, visit: Visit, _fields: Mapping[str, Any]) -> web.Response:
        """Refuse: there is no form."""
        return self._frame.notice(visit.request, visit.language, Shut("form"))

    async def part(self, visit: Visit, name: str) -> web.Response:
        """Return the code as it is now, or the one to print."""
        found = await opened(visit.link, visit.today)
        if isinstance(found, Shut):
            return self._frame.notice(visit.request, visit.language, found)
        if name == CODE:
            return web.json_response(await self._now(visit, await showing(found, visit.now, visit.today)))
        if name == PRINTED:
            return await self._printed(visit, found)
        raise web.HTTPNotFound

    async def _now(self, visit: Visit, now: Showing) -> dict[str, Any]:
        """Return what the script shows: times in ms from now on; a code is hidden when the next one is late."""
        ends = (now.ends_at - visit.now) / timedelta(milliseconds=1)
        return {
            "qr": await self._qr(now),
            "here": await self._links.address(now.payload) if self._links.in_sandbox and now.payload else "",
            "next": round(ends),
            "hide": round(ends + SLOT / timedelta(milliseconds=1)),
            "counted": now.sums.counted,
            "listed": now.sums.listed,
            "word": now.session.word,
            "note": self._note(visit, now),
        }

    def _note(self, visit: Visit, now: Showing) -> str:
        """Return why there is no code, "" while there should be one."""
        match now.phase:
            case Phase.EARLY:
                return self._frame.said(text("attendance.page-early", opens=now.opens_at), visit.language)
            case Phase.OPEN:
                return (
                    "" if self._links.are_there else self._frame.said(text("attendance.page-by-word"), visit.language)
                )
        return self._frame.said(text("attendance.page-over"), visit.language)

    async def _qr(self, now: Showing) -> str:
        """Return the code as SVG, "" without one."""
        address = await self._links.address(now.payload) if now.payload else None
        return qr.svg(address) if address else ""

    async def _printed(self, visit: Visit, session: Session) -> web.Response:
        scans = self._links.are_there
        address = await self._links.address(await printed(session))
        if address is None and scans:
            raise web.HTTPServiceUnavailable
        now = await showing(session, visit.now, visit.today)

        def said(key: str, **params: object) -> str:
            return self._frame.said(text(f"attendance.{key}", **params), "vi")

        poster = attendance_code.Poster(
            link=address or "",
            heading=said("code-heading"),
            title=session.title,
            when=self._frame.said(when(session, self._zone), "vi"),
            where=said("paper-where", where=where(session)),
            scan=said("code-scan") if scans else "",
            word=said("code-word" if scans else "code-word-only", word=session.word),
            valid=said("code-valid", **{"from": now.opens_at, "until": now.closes_at}),
        )
        body = await asyncio.to_thread(attendance_code.pdf, poster)
        return web.Response(body=body, content_type="application/pdf")
