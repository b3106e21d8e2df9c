"""The sandbox's page and what it asks for: phones side by side. For this machine only."""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import BodyPartReader, web

from bot.channels.channel import Capabilities
from bot.channels.web import Web
from bot.web.assets import asset
from bot.web.cast import Cast
from bot.web.words import words
from handlers.conversation import Kind
from storage.files import Files, NoSuchFile

MAX_UPLOAD = 25 * 1024 * 1024
"""Bytes a request may have: above the product's own limit for a file, so that its own answer is seen."""

WAIT = 25.0
"""Seconds a phone's question for news waits."""

Take = Callable[[str, list[dict[str, Any]]], Awaitable[None]]


class Sandbox:
    """Serves the page under /sandbox."""

    def __init__(self, phones: Mapping[str, Web], files: Files, cast: Cast, take: Take) -> None:
        self._phones = phones
        self._web = phones[Web.name]
        self._files = files
        self._cast = cast
        self._take = take

    def add_routes(self, app: web.Application) -> None:
        """Put the sandbox into `app`."""
        app.on_shutdown.append(self._hang_up)
        app.add_routes(
            [
                web.get("/", self._home),
                web.get("/sandbox", self._page),
                web.get("/sandbox/static/{name}", self._static),
                web.get("/sandbox/files/{key}", self._file),
                web.get("/sandbox/api/words/{language}", self._words),
                web.get("/sandbox/api/people", self._people),
                web.get("/sandbox/api/kinds", self._kinds),
                web.get("/sandbox/api/chat/{chats}", self._news),
                web.post("/sandbox/api/chat/{chat}/{what:text|edit|choice|start|files}", self._said),
            ]
        )

    async def _hang_up(self, _app: web.Application) -> None:
        self._web.hang_up()

    async def _home(self, _request: web.Request) -> web.StreamResponse:
        raise web.HTTPFound("/sandbox")

    async def _page(self, _request: web.Request) -> web.StreamResponse:
        return asset("sandbox.html")

    async def _static(self, request: web.Request) -> web.StreamResponse:
        return asset(request.match_info["name"])

    async def _file(self, request: web.Request) -> web.StreamResponse:
        key = request.match_info["key"]
        if not key.isalnum():
            raise web.HTTPNotFound
        try:
            data = await self._files.get(f"phones/{key}")
        except NoSuchFile:
            raise web.HTTPNotFound from None
        kind = _picture_type(data)
        headers = {"Cache-Control": "private, max-age=86400"}
        if kind is None:
            headers["Content-Disposition"] = "attachment"
        return web.Response(body=data, content_type=kind or "application/octet-stream", headers=headers)

    async def _people(self, _request: web.Request) -> web.StreamResponse:
        return web.json_response(await self._cast.people())

    async def _kinds(self, _request: web.Request) -> web.StreamResponse:
        """Answer with the kinds of phone there are: what a person can do on each."""
        return web.json_response(
            {
                name: {
                    "buttons": _carries(phone.can, "choice"),
                    "edits": _carries(phone.can, "edit"),
                    "starts": _carries(phone.can, "start"),
                    "documents": phone.can.gets_documents,
                }
                for name, phone in self._phones.items()
            }
        )

    async def _words(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(words(request.match_info["language"]))

    async def _news(self, request: web.Request) -> web.StreamResponse:
        """Answer with what changed on the phones `1,2,zalo:2` after `since` (`10,20,30`, one each).

        One question for all phones: a browser allows six connections to a server, all its pages together.
        """
        chats = request.match_info["chats"].split(",")
        try:
            marks = [int(mark) for mark in request.query.get("since", "0").split(",")]
            wait = min(WAIT, max(0.0, float(request.query.get("wait", "0"))))
            phones = {self._chat(phone): phone for phone in chats}
            since = {self._chat(phone): mark for phone, mark in zip(chats, marks, strict=True)}
        except (ValueError, OverflowError):
            raise web.HTTPBadRequest from None
        found = await self._web.changes(since, wait)
        return web.json_response(
            [
                {
                    "phone": phones[chat],
                    "id": str(m.id),
                    "mine": m.mine,
                    "body": m.body,
                    "changed": str(m.changed),
                }
                for chat, m in found
            ]
        )

    async def _said(self, request: web.Request) -> web.StreamResponse:
        chat, what = self._chat(request.match_info["chat"]), request.match_info["what"]
        phone = self._phones[chat.partition(":")[0]]
        if what == "files":
            updates = await _uploads(request, phone, chat)
        else:
            if not _carries(phone.can, what):
                raise web.HTTPConflict(text="sandbox: no such phone can do this")
            asked = await json_of(request)
            kind = {"text": Kind.TEXT, "edit": Kind.EDITED, "choice": Kind.CHOICE, "start": Kind.START}[what]
            values = {name: str(asked[name]) for name in ("text", "choice", "source") if name in asked}
            updates = [await phone.say(chat, kind=kind, **values)]
        await self._take(phone.name, updates)
        return web.json_response({"taken": [update["key"] for update in updates]})

    def _chat(self, phone: str) -> str:
        """Return the chat of a phone: "web:7" of "7", "zalo:7" of "zalo:7"."""
        channel, colon, number = phone.rpartition(":")
        if colon and channel not in self._phones:
            raise web.HTTPNotFound
        return f"{channel or Web.name}:{number}"


def _carries(can: Capabilities, what: str) -> bool:
    """Say whether a person can do `what` on a phone of this kind."""
    return {"edit": can.edits, "choice": can.buttons > 0, "start": can.starts}.get(what, True)


async def _uploads(request: web.Request, phone: Web, chat: str) -> list[dict[str, Any]]:
    """Read a multipart form: `text` as caption, each `file` a message of its own, together an album."""
    caption, uploads = "", []
    reader = await request.multipart()
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader):
            raise web.HTTPBadRequest
        data = bytes(await part.read(decode=True))
        if part.name == "text":
            caption = data.decode("utf-8", "replace")
        elif part.name == "file":
            mime = part.headers.get("Content-Type", "application/octet-stream")
            uploads.append((part.filename or "", mime, data))
    album = str(phone.new_id()) if len(uploads) > 1 and phone.can.album > 1 else None
    return [
        await phone.say(chat, kind=Kind.FILES, text=caption if number == 0 else "", uploads=[upload], album=album)
        for number, upload in enumerate(uploads)
    ]


@web.middleware
async def this_machine_only(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Refuse the sandbox to any page but its own, and to any name but this machine's."""
    if request.path == "/" or request.path.startswith("/sandbox"):
        host = (request.headers.get("Host") or "").rsplit(":", 1)[0].strip("[]")
        if host not in ("localhost", "127.0.0.1", "::1"):
            raise web.HTTPForbidden(text="sandbox: loopback only")
        if request.method == "POST" and request.headers.get("X-Sandbox") != "1":
            raise web.HTTPForbidden(text="sandbox: its own page only")
    response = await handler(request)
    if request.path.startswith("/sandbox"):
        response.headers["Content-Security-Policy"] = (
            "default-src 'self'; img-src 'self' blob: data:; frame-ancestors 'none'"
        )
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
    return response


async def json_of(request: web.Request) -> dict[str, Any]:
    """Return the object that a request of the page carries."""
    try:
        found = await request.json()
    except (json.JSONDecodeError, UnicodeDecodeError):
        raise web.HTTPBadRequest from None
    if not isinstance(found, dict):
        raise web.HTTPBadRequest
    return found


def _picture_type(data: bytes) -> str | None:
    for magic, kind in ((b"\xff\xd8", "image/jpeg"), (b"\x89PNG", "image/png"), (b"GIF8", "image/gif")):
        if data.startswith(magic):
            return kind
    return "image/webp" if data[8:12] == b"WEBP" else None
