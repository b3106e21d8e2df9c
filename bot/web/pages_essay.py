"""The page an essay is written on: a plain form, which a script saves while its author types."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.posting import Posting
from bot.web.pages_frame import Frame, Visit
from handlers.arguments import number
from handlers.conversation import Text, text
from handlers.member.essay import NewerText
from handlers.member.essay_words import asked, essay
from handlers.member.wording import title
from handlers.pages.essay_page import HandedIn, LinkRevoked, Page, Written, hand_in, keep, opened
from handlers.pages.opening import Shut
from handlers.refusing import refusal_text
from handlers.review_asking import Tells
from journey.essay import NEAR, count, whole
from journey.programme import Task
from journey.refusal import Refused
from papers.essay_text import MOST
from storage.links import Purpose


class EssayPage:
    """Shows the essay to be written, keeps what was, hands it in."""

    purpose = Purpose.ESSAY

    def __init__(self, frame: Frame, posting: Posting, zone: ZoneInfo) -> None:
        self._frame = frame
        self._posting = posting
        self._zone = zone

    async def show(self, visit: Visit) -> web.Response:
        """Return the page with the essay as it is kept."""
        found = await opened(visit.link, visit.today)
        return self._shut(visit, found) if isinstance(found, Shut) else self._page(visit, found, found.essay.text)

    async def post(self, visit: Visit, fields: Mapping[str, Any]) -> web.Response:
        """Save, or hand in; what the script sends is answered in JSON, a form with a page."""
        words, seen = _typed(fields), number(str(fields.get("seen", "")))
        if seen is None:
            return self._shut(visit, Shut("form"))
        if len(words) > MOST:
            return await self._not_kept(visit, words, text("essay-page.too-long", most=MOST), 413)
        link, now, today = visit.link.id, visit.now, visit.today

        async def act() -> tuple[HandedIn | Written | Shut, Tells]:
            if fields.get("act") == "hand-in":
                return await hand_in(link, words, seen, now, today, visit.language)
            return await keep(link, words, seen, now, today)

        try:
            done = await self._posting.run(act, now)
        except NewerText:
            return await self._newer(visit, words)
        except LinkRevoked:
            return self._shut(visit, Shut("essay-revoked"))
        except Refused as refusal:
            return await self._not_kept(visit, words, refusal_text(refusal), 400)
        return await self._done(visit, words, done)

    async def part(self, _visit: Visit, _name: str) -> web.Response:
        """Refuse: the page has no parts."""
        raise web.HTTPNotFound

    async def _done(self, visit: Visit, words: str, done: HandedIn | Written | Shut) -> web.Response:
        match done:
            case Shut():
                return self._shut(visit, done)
            case HandedIn():
                return self._frame.page(visit, "essay_done.html", task=_named(done.task, visit))
        if _is_script(visit):
            return web.json_response({"edition": done.essay.edition, "at": self._time(done.at)})
        found = await opened(visit.link, visit.today)
        if isinstance(found, Shut):
            return self._shut(visit, found)
        return self._page(visit, found, words, fault=done.why, saved=self._time(done.at))

    async def _newer(self, visit: Visit, words: str) -> web.Response:
        """Show both texts: whoever writes chooses which one goes on."""
        found = await opened(visit.link, visit.today)
        if isinstance(found, Shut):
            return self._shut(visit, found)
        if _is_script(visit):
            newer = {"edition": found.essay.edition, "text": found.essay.text}
            return web.json_response(newer, status=409)
        return self._page(visit, found, words, 409, newer=found.essay.text)

    async def _not_kept(self, visit: Visit, words: str, why: Text, status: int) -> web.Response:
        """Show what was typed again, and why it was not kept."""
        found = await opened(visit.link, visit.today)
        if isinstance(found, Shut):
            return self._shut(visit, found)
        if _is_script(visit):
            return web.json_response({"why": self._frame.said(why, visit.language)}, status=status)
        return self._page(visit, found, words, status, fault=why)

    def _page(
        self,
        visit: Visit,
        found: Page,
        words: str,
        status: int = 200,
        *,
        fault: Text | None = None,
        newer: str | None = None,
        saved: str = "",
    ) -> web.Response:
        criterion = essay(found.found.task)
        assert criterion is not None  # `opened` has looked
        return self._frame.page(
            visit,
            "essay.html",
            status,
            task=_named(found.found.task, visit),
            submission=found.found.submission,
            essay=found.essay,
            words=words,
            have=count(words),
            is_kept=whole([words]) == found.essay.text,
            asked=asked(criterion),
            over=criterion.value,
            near_percent=NEAR,
            fault=fault,
            newer=newer,
            newer_count=count(newer or ""),
            saved=saved,
        )

    def _shut(self, visit: Visit, why: Shut) -> web.Response:
        return self._frame.notice(visit.request, visit.language, why)

    def _time(self, at: datetime) -> str:
        return at.astimezone(self._zone).strftime("%H:%M")


def _typed(fields: Mapping[str, Any]) -> str:
    """Return what was typed, its lines as we keep them; browsers send CRLF, and no database keeps NUL."""
    return str(fields.get("text", "")).replace("\r\n", "\n").replace("\0", "")


def _named(task: Task, visit: Visit) -> str:
    return f"{task.code} {title(task, visit.language)}"


def _is_script(visit: Visit) -> bool:
    return visit.request.headers.get("Accept") == "application/json"
