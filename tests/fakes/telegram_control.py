"""Playing people from another process: JSON over /control on the fake Bot API server.

POST /control/people/{id}            {"name"}; every other path makes the person too
POST /control/people/{id}/{act}      says, starts, taps, sends_photo, sends_album, sends_document, edits,
                                     blocks, unblocks; the arguments by name, bytes as base64
GET  /control/people/{id}/messages   what the person's chat shows
GET  /control/state                  violations, toasts, calls, webhook, updates nobody confirmed
POST /control/fail_next, /control/cut_after_next    the arguments by name
"""

import base64
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.fakes.telegram_people import FakeMessage

if TYPE_CHECKING:
    from tests.fakes.telegram import FakeTelegram

ACTS = (
    "says",
    "starts",
    "taps",
    "sends_photo",
    "sends_album",
    "sends_document",
    "edits",
    "blocks",
    "unblocks",
)


def control(app: web.Application, fake: "FakeTelegram") -> None:
    """Add the control routes to `app`."""

    async def meet(request: web.Request) -> web.Response:
        asked = await request.json()
        fake.person(int(request.match_info["id"]), asked.get("name", "An"))
        return web.json_response({})

    async def act(request: web.Request) -> web.Response:
        name = request.match_info["act"]
        if name not in ACTS:
            return web.json_response({"error": f"no act {name}"}, status=404)
        asked = await request.json() if request.can_read_body else {}
        person = fake.person(int(request.match_info["id"]))
        try:
            done = getattr(person, name)(**_arguments(asked))
        except (AssertionError, TypeError) as error:
            return web.json_response({"error": str(error)}, status=400)
        return web.json_response({"result": done})

    async def messages(request: web.Request) -> web.Response:
        person = fake.person(int(request.match_info["id"]))
        return web.json_response([_shown(message) for message in person.messages])

    async def state(request: web.Request) -> web.Response:
        return web.json_response(
            {
                "violations": fake.violations,
                "toasts": {str(person.id): person.toasts for person in fake.people.values()},
                "calls": fake.counted(),
                "commands": fake.commands,
                "webhook": fake.delivery.webhook,
                "waiting": len(fake.delivery.waiting),
            }
        )

    async def fault(request: web.Request) -> web.Response:
        getattr(fake, request.match_info["fault"])(**await request.json())
        return web.json_response({})

    app.router.add_get("/control/state", state)
    app.router.add_post("/control/{fault:fail_next|cut_after_next}", fault)
    app.router.add_post("/control/people/{id}", meet)
    app.router.add_get("/control/people/{id}/messages", messages)
    app.router.add_post("/control/people/{id}/{act}", act)


def _arguments(asked: dict[str, Any]) -> dict[str, Any]:
    read = dict(asked)
    if isinstance(read.get("data"), str) and "message_id" not in read:
        read["data"] = base64.b64decode(read["data"])
    if "pictures" in read:
        read["pictures"] = [base64.b64decode(picture) for picture in read["pictures"]]
    return read


def _shown(message: FakeMessage) -> dict[str, Any]:
    return {
        "message_id": message.message_id,
        "is_mine": message.is_mine,
        "text": message.text,
        "buttons": message.buttons,
        "photo": None if message.photo is None else base64.b64encode(message.photo).decode(),
        "document": None if message.document is None else message.document[0],
        "album": message.album,
        "is_edited": message.is_edited,
    }
