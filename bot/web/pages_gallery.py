"""The gallery: all pictures of one hand-in on one page, large, in order, with its earlier versions."""

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from bot.posting import Posting
from bot.web.pages_frame import Frame, Visit
from handlers.pages.opening import Shut, looked_at
from handlers.pages.reading import note_reading, piece_of, signed_sheets
from handlers.pages.view import view
from storage.links import Purpose


class GalleryPage:
    """Shows; there is nothing to decide here."""

    purpose = Purpose.GALLERY

    def __init__(self, frame: Frame, posting: Posting) -> None:
        self._frame = frame
        self._posting = posting

    async def show(self, visit: Visit) -> web.Response:
        """Return the page; the trail says that it was opened."""
        found = await looked_at(visit.link, visit.today)
        if isinstance(found, Shut):
            return self._frame.notice(visit.request, visit.language, found)
        if visit.link.opened_at is None:
            await self._posting.run(lambda: note_reading(visit.link, visit.now), visit.now)
        shown, signed = await view(found, visit.today, visit.language), await signed_sheets(found)
        return self._frame.page(visit, "gallery.html", view=shown, sheets=signed)

    async def post(self, visit: Visit, _fields: Mapping[str, Any]) -> web.Response:
        """Refuse: there is no form."""
        return self._frame.notice(visit.request, visit.language, Shut("form"))

    async def part(self, visit: Visit, name: str) -> web.Response:
        """Return a file that was handed in."""
        found = await looked_at(visit.link, visit.today)
        if isinstance(found, Shut):
            raise web.HTTPNotFound
        if (sheet := (await signed_sheets(found)).get(name)) is not None:
            return await self._frame.file(sheet.sheet, name)
        piece = await piece_of(found, name)
        if piece is None:
            raise web.HTTPNotFound
        return await self._frame.file(piece.file, piece.served_as)
