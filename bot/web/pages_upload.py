"""The page that takes photos and documents: a plain form, which a script sends file by file, again and again."""

import asyncio
import hashlib
import os
import secrets
from collections.abc import Mapping
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from bot.posting import Posting
from bot.web.pages_frame import Frame, Visit
from handlers.conversation import Text, text
from handlers.member.essay_words import essay
from handlers.member.evidence_arrival import LARGEST, PIECES
from handlers.member.wording import title
from handlers.pages.opening import Shut
from handlers.pages.upload_page import Page, Taken, Upload, opened, state, take
from journey.text import nfc
from storage.evidence import UPLOADS, Evidence
from storage.files import Files, FileStoreDown
from storage.links import Purpose

STATES = "files.json"
"""What the page's script asks for, behind its link: how every file stands."""

ACCEPTED = "image/*,.pdf,.docx,.xlsx,.pptx,.odt,.txt,.md"
"""What a browser offers to choose; what it is, the check finds out."""

_MEGABYTES = {"megabytes": LARGEST // 1024**2}


class UploadPage:
    """Shows what the draft has, and takes more; each file is checked beside the road like those of the chat."""

    purpose = Purpose.UPLOAD

    def __init__(self, frame: Frame, posting: Posting, files: Files) -> None:
        self._frame = frame
        self._posting = posting
        self._files = files

    async def show(self, visit: Visit) -> web.Response:
        """Return the page with the files there are."""
        found = await opened(visit.link, visit.today)
        return self._shut(visit, found) if isinstance(found, Shut) else self._page(visit, found)

    async def post(self, visit: Visit, fields: Mapping[str, Any]) -> web.Response:
        """Take files; what the script sends is answered in JSON, a form with a page."""
        found = await opened(visit.link, visit.today)
        if isinstance(found, Shut):
            return self._shut(visit, found)
        sent = [each for each in fields.values() if isinstance(each, FileField) and each.filename]
        if not sent:
            return self._answer(visit, found, [text("upload-page.nothing")], 400)
        said: list[Text] = []
        for each in sent:
            taken = await self._take(visit, each)
            if isinstance(taken, Shut):
                return self._shut(visit, taken)
            said += [taken] if isinstance(taken, Text) else []
        self._posting.fetch()
        now = await opened(visit.link, visit.today)
        return self._shut(visit, now) if isinstance(now, Shut) else self._answer(visit, now, said, 400 if said else 200)

    async def part(self, visit: Visit, name: str) -> web.Response:
        """Return how the files stand, or a small picture of one."""
        found = await opened(visit.link, visit.today)
        if isinstance(found, Shut):
            return self._shut(visit, found)
        if name == STATES:
            return web.json_response(self._states(visit, found))
        piece = next((each for each in found.files if f"{each.id}.jpg" == name and each.thumbnail), None)
        if piece is None:
            raise web.HTTPNotFound
        return await self._frame.file(piece.thumbnail, name)

    async def _take(self, visit: Visit, sent: FileField) -> Taken | Shut | Text | None:
        """Keep one file and register it; return why not, None for one that was there before."""
        size = await asyncio.to_thread(sent.file.seek, 0, os.SEEK_END)
        if size > LARGEST:
            return text("upload-page.large", **_MEGABYTES)
        if not size:
            return text("upload-page.empty")
        await asyncio.to_thread(sent.file.seek, 0)
        data = await asyncio.to_thread(sent.file.read)
        upload = _upload(sent, data)
        try:
            await self._files.put(upload.key, data)
        except FileStoreDown:
            raise web.HTTPServiceUnavailable from None
        link, now, today = visit.link.id, visit.now, visit.today
        is_kept = False
        try:
            taken = await self._posting.run(lambda: take(link, upload, now, today), now)
            is_kept = isinstance(taken, Taken) and taken.is_new
        finally:
            if not is_kept:
                await self._files.delete(upload.key)
        if isinstance(taken, Taken) and taken.is_full:
            return text("upload-page.full", most=PIECES)
        return taken

    def _answer(self, visit: Visit, found: Page, said: list[Text], status: int) -> web.Response:
        if visit.request.headers.get("Accept") != "application/json":
            return self._page(visit, found, said, status)
        why = " ".join(self._frame.said(each, visit.language) for each in said)
        return web.json_response(self._states(visit, found) | ({"why": why} if why else {}), status=status)

    def _page(self, visit: Visit, found: Page, said: list[Text] | None = None, status: int = 200) -> web.Response:
        return self._frame.page(
            visit,
            "upload.html",
            status,
            task=f"{found.found.task.code} {title(found.found.task, visit.language)}",
            files=self._states(visit, found)["files"],
            faults=said or [],
            room=found.room,
            forbidden="; ".join(found.found.programme.forbidden),
            is_essay=essay(found.found.task) is not None,
            accepted=ACCEPTED,
            largest=LARGEST,
            states=STATES,
            **_MEGABYTES,
        )

    def _states(self, visit: Visit, found: Page) -> dict[str, Any]:
        """Return what the script shows: each file's name, state and sentence, and its small picture's address."""
        return {"files": [self._state(visit, each, n) for n, each in enumerate(found.files, 1)], "room": found.room}

    def _state(self, visit: Visit, piece: Evidence, number: int) -> dict[str, Any]:
        called = piece.name or self._frame.said(text("upload-page.picture", n=number), visit.language)
        return {
            "id": piece.id,
            "name": called,
            "state": piece.state,
            "said": self._frame.said(state(piece), visit.language),
            "picture": f"/l/{visit.token}/{piece.id}.jpg" if piece.thumbnail else "",
        }

    def _shut(self, visit: Visit, why: Shut) -> web.Response:
        return self._frame.notice(visit.request, visit.language, why)


def _upload(sent: FileField, data: bytes) -> Upload:
    """Return what was sent; its name without a folder, and without signs that no database keeps or nobody sees."""
    name = nfc(sent.filename.replace("\\", "/").rpartition("/")[2])
    called = "".join(each for each in name if each.isprintable()).strip()[-200:]
    key = f"{UPLOADS}{secrets.token_hex(16)}"
    return Upload(called, sent.content_type or "", len(data), hashlib.sha256(data).hexdigest(), key)
