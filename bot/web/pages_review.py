"""The page of an assessor without the bot: one hand-in, its history, and one answer, from here or from paper."""

import asyncio
from collections.abc import Mapping
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from bot.links import Addresses
from bot.posting import Posting
from bot.web.pages_frame import Frame, Visit
from handlers.conversation import Link, Text
from handlers.pages import sheet
from handlers.pages.answering import LONGEST, Answer, Way, answer
from handlers.pages.opening import Asked, Shut, asked
from handlers.pages.reading import note_reading, piece_of
from handlers.pages.taking_back import take_back, until
from handlers.pages.view import view
from handlers.rendering import Words
from handlers.review_card import UNDO, named
from journey.refusal import Refused
from journey.review import Verdict
from journey.text import nfc
from papers import review_sheet
from papers.inspector import Inspector, Limits
from papers.pictures import Picture
from storage.files import Files, FileStoreDown
from storage.links import Purpose

LARGEST = 15 * 1024 * 1024
"""Bytes of a photo of the signed sheet: what a phone's camera makes."""


class NoPicture(Exception):
    """What was sent as a photo of the sheet is none."""


class ReviewPage:
    """Shows and takes the answer; photos of sheets are checked in a child process like everything people send."""

    purpose = Purpose.REVIEW

    def __init__(self, frame: Frame, posting: Posting, files: Files, addresses: Addresses, words: Words) -> None:
        self._frame = frame
        self._posting = posting
        self._files = files
        self._addresses = addresses
        self._words = words
        self._inspector = Inspector(1)

    async def close(self) -> None:
        """Let the checks of photos end."""
        await self._inspector.stop()

    async def show(self, visit: Visit) -> web.Response:
        """Return the page; the trail says that it was opened."""
        if visit.link.used_at is not None:
            return self._used(visit)
        found = await asked(visit.link, visit.today)
        if isinstance(found, Shut):
            return self._frame.notice(visit.request, visit.language, found)
        if visit.link.opened_at is None:
            await self._posting.run(lambda: note_reading(visit.link, visit.now), visit.now)
        return await self._shown(visit, found, {})

    async def post(self, visit: Visit, fields: Mapping[str, Any]) -> web.Response:
        """Take the answer, or take it back; what is missing is asked for, and what was typed stays."""
        if fields.get("act") == "take-back":
            return await self._take_back(visit)
        if visit.link.used_at is not None:
            return self._used(visit)
        found = await asked(visit.link, visit.today)
        if isinstance(found, Shut):
            return self._frame.notice(visit.request, visit.language, found)
        verdict, opinion = str(fields.get("verdict", "")), _typed(fields, "opinion")
        if verdict not in tuple(Verdict):
            return await self._shown(visit, found, fields, "need-verdict")
        if len(opinion) > LONGEST or (verdict == Verdict.RETURNED and not opinion):
            return await self._shown(visit, found, fields, "need-opinion")
        try:
            key = await self._sheet(fields.get("sheet"))
        except NoPicture:
            return await self._shown(visit, found, fields, "need-picture")
        way = Way.PAPER if fields.get("way") == Way.PAPER else Way.PAGE
        given = Answer(Verdict(verdict), opinion, way, key)
        done = await self._posting.run(lambda: answer(visit.link.id, given, visit.now, visit.today), visit.now)
        if isinstance(done, Shut):
            return self._frame.notice(visit.request, visit.language, done)
        return self._frame.page(
            visit,
            "thanks.html",
            asked=done,
            task=named(done.case, visit.language),
            verdict=given.verdict,
            until=visit.now + UNDO,
        )

    async def part(self, visit: Visit, name: str) -> web.Response:
        """Return a file that was handed in, or the sheet to print."""
        if visit.link.used_at is not None:
            return self._used(visit)
        found = await asked(visit.link, visit.today)
        if isinstance(found, Shut):
            raise web.HTTPNotFound
        if name == sheet.NAME:
            return web.Response(body=await self._printed(visit, found), content_type="application/pdf")
        piece = await piece_of(found.case, name)
        if piece is None:
            raise web.HTTPNotFound
        return await self._frame.file(piece.file, piece.served_as)

    async def _take_back(self, visit: Visit) -> web.Response:
        """Take the answer back; a second tap reads that there is none, and answers again."""
        done = await self._posting.run(lambda: take_back(visit.link.id, visit.now, visit.today), visit.now)
        if not isinstance(done, Shut):
            return self._frame.page(visit, "answer_again.html", why="taken-back", until=done.expires_at)
        if done.why == "not-answered":
            return self._frame.page(visit, "answer_again.html", 410, why=done.why, **done.facts)
        return self._frame.notice(visit.request, visit.language, done)

    def _used(self, visit: Visit) -> web.Response:
        """Say that the answer is in; for a while it can be taken back here, too."""
        return self._frame.page(visit, "used.html", 410, at=visit.link.used_at, until=until(visit.link, visit.now))

    async def _shown(self, visit: Visit, found: Asked, typed: Mapping[str, Any], fault: str = "") -> web.Response:
        shown = await view(found.case, visit.today, visit.language)
        said = {each: _typed(typed, each) for each in ("verdict", "opinion", "way")}
        limits = {"most": LONGEST, "megabytes": LARGEST // 1024**2}
        status = 400 if fault else 200
        return self._frame.page(
            visit,
            "review.html",
            status,
            asked=found,
            view=shown,
            typed=said,
            fault=fault,
            limits=limits,
            sheet=sheet.NAME,
        )

    async def _sheet(self, sent: object) -> str:
        """Keep the photo of a signed sheet; return its key, "" without one.

        Raises:
            NoPicture: it is none.
            web.HTTPServiceUnavailable: the store does not answer.
        """
        if not isinstance(sent, FileField) or not sent.filename:
            return ""
        data = await asyncio.to_thread(sent.file.read)
        if len(data) > LARGEST:
            raise NoPicture
        try:
            found = await self._inspector.inspect(data, "", Limits())
        except Refused as refusal:
            raise NoPicture from refusal
        if not isinstance(found, Picture):
            raise NoPicture
        key = f"sheets/{found.sha256[:2]}/{found.sha256}.jpg"
        try:
            await self._files.put(key, found.jpeg)
        except FileStoreDown:
            raise web.HTTPServiceUnavailable from None
        return key

    async def _printed(self, visit: Visit, found: Asked) -> bytes:
        def said(text: Text) -> str:
            return self._words.text(text, "vi")

        link = self._addresses(Link(visit.link.id)) or str(visit.request.url.with_path(f"/l/{visit.token}"))
        values = sheet.values(found, await view(found.case, visit.today, "vi"), link, said)
        return await asyncio.to_thread(review_sheet.pdf, values)


def _typed(fields: Mapping[str, Any], name: str) -> str:
    """Return what was typed, its lines as the chat's are; browsers send CRLF, and no database keeps NUL."""
    return nfc(str(fields.get(name, ""))).replace("\r\n", "\n").replace("\0", "").strip()
