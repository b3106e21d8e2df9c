"""A strict Bot API server on loopback, with people to play.

In a test: `fake = FakeTelegram(); await fake.start()`, then `fake.person(42, "An").says("xin chào")`. As a
process of its own: `python -m tests.fakes.telegram --port 8081`, played through `telegram_control`.
A call the real server would refuse is answered 400 and kept in `violations`.
"""

import argparse
import asyncio
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import web

from tests.fakes.telegram_control import control
from tests.fakes.telegram_delivery import Conflict, Delivery
from tests.fakes.telegram_faults import SPARED, STALL, FaultPlan, Trouble
from tests.fakes.telegram_people import DAY, FakeFiles, FakeMessage, FakePerson
from tests.fakes.telegram_spec import Upload, faults, read

TOKEN = "123456789:AAfake-token_of-the-tests-0123456789ab"
BOT = {"id": 123456789, "is_bot": True, "first_name": "Hành trình", "username": "hanhtrinh_test_bot"}
ME = {**BOT, "can_join_groups": False, "can_read_all_group_messages": False, "supports_inline_queries": False}
LARGEST_DOWNLOAD = 20 * 1024 * 1024
LARGEST_CALL = 60_000_000
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"


@dataclass(eq=False)
class Refusal(Exception):
    """What the server answers instead of a result."""

    status: int
    description: str
    parameters: dict[str, Any] | None = None


@dataclass
class _Fault:
    refusal: Refusal
    method: str | None
    left: int


@dataclass
class Call:
    """One call as it came: its parameters as values, its files by part."""

    method: str
    values: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)


class FakeTelegram:
    """One bot's server. Make it inside a running loop."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.url = ""
        self.violations: list[str] = []
        self.calls: list[Call] = []
        self.people: dict[int, FakePerson] = {}
        self.commands: dict[str, list[tuple[str, str]]] = {}
        self.delay = 0.0  # seconds before every answer but getUpdates'
        self.sizes_told: dict[str, int] = {}  # file_id to a size that is not true
        self.delivery = Delivery()
        self.files = FakeFiles()
        self._serial = count(1)
        self._faults: list[_Fault] = []
        self.plan: FaultPlan | None = None
        self._cuts: list[list[Any]] = []
        self._runner: web.AppRunner | None = None

    def person(self, user_id: int, name: str = "An", language: str = "vi") -> FakePerson:
        """Return the person with this id, new or known."""
        if user_id not in self.people:
            self.people[user_id] = FakePerson(
                user_id, name, self.delivery, self.files, lambda: next(self._serial), language
            )
        return self.people[user_id]

    def fail_next(
        self,
        times: int,
        status: int,
        description: str,
        parameters: dict[str, Any] | None = None,
        method: str | None = None,
    ) -> None:
        """Refuse the next calls of `method` (None: all but getUpdates) and do nothing."""
        self._faults.append(_Fault(Refusal(status, description, parameters), method, times))

    def cut_after_next(self, times: int = 1, method: str | None = None) -> None:
        """Do the next calls of `method` (None: all but getUpdates) but cut the connection instead of answering."""
        self._cuts.append([method, times])

    def counted(self) -> Counter[str]:
        """Return how often each method was called."""
        return Counter(call.method for call in self.calls)

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listen; `url` is the address then."""
        app = web.Application(client_max_size=LARGEST_CALL)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        control(app, self)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        self.url = f"http://{host}:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        """Stop listening and delivering."""
        await self.delivery.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        try:
            self._authenticate(request)
            call = await _read_call(request, method)
            self.calls.append(call)
            await asyncio.sleep(self.delay if method != "getUpdates" else 0)
            self._fail(method)
            trouble = await self._before(call, request)
            result = await self._checked(call)
            await self._after(trouble, request)
        except Refusal as refusal:
            return _refused(refusal)
        if self._cut(method):
            _hang_up(request)
        return web.json_response({"ok": True, "result": result})

    def _authenticate(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if not re.fullmatch(r"\d+:[\w-]+", token):
            raise Refusal(404, "Not Found")
        if token != self.token:
            raise Refusal(401, "Unauthorized")

    def _fail(self, method: str) -> None:
        for fault in self._faults:
            is_meant = method == fault.method or (fault.method is None and method != "getUpdates")
            if fault.left and is_meant:
                fault.left -= 1
                raise fault.refusal

    async def _before(self, call: Call, request: web.Request) -> Trouble:
        """Do to `call` what the plan draws, if that leaves nothing done; else return it."""
        if self.plan is None or call.method in SPARED:
            return Trouble.NONE
        drawn = self.plan.draw(call.method, call.values.get("chat_id"))
        match drawn.trouble:
            case Trouble.SLOW_DOWN:
                described = f"Too Many Requests: retry after {drawn.wait}"
                raise Refusal(429, described, {"retry_after": drawn.wait})
            case Trouble.BROKEN:
                raise Refusal(502, "Bad Gateway")
            case Trouble.RESET:
                _hang_up(request)
                raise Refusal(500, "nobody hears this")
            case Trouble.STALL:
                await asyncio.sleep(STALL)
                raise Refusal(504, "Gateway Timeout")
        return drawn.trouble

    async def _after(self, trouble: Trouble, request: web.Request) -> None:
        """Lose the answer of a call whose work is done."""
        match trouble:
            case Trouble.LATE_BROKEN:
                raise Refusal(500, "Internal Server Error")
            case Trouble.CUT:
                _hang_up(request)
            case Trouble.LATE_STALL:
                await asyncio.sleep(STALL)

    def _cut(self, method: str) -> bool:
        for cut in self._cuts:
            if cut[1] and (method == cut[0] or (cut[0] is None and method != "getUpdates")):
                cut[1] -= 1
                return True
        return False

    async def _checked(self, call: Call) -> Any:
        wrong = faults(call.method, call.values, call.files)
        work = getattr(self, f"_{call.method}", None)
        if work is None:
            wrong = wrong or [f"{call.method}: the fake has no such method"]
        if wrong:
            self.violations += wrong
            raise Refusal(400, f"Bad Request: {'; '.join(wrong)}")
        return await work(call)  # type: ignore[misc]

    async def _getMe(self, call: Call) -> Any:  # noqa: N802
        return ME

    async def _getUpdates(self, call: Call) -> Any:  # noqa: N802
        asked = call.values
        try:
            return await self.delivery.poll(
                asked.get("offset"),
                asked.get("limit", 100),
                asked.get("timeout", 0),
                asked.get("allowed_updates"),
            )
        except Conflict as conflict:
            raise Refusal(409, f"Conflict: {conflict}") from None

    async def _setWebhook(self, call: Call) -> Any:  # noqa: N802
        asked = call.values
        if asked.get("drop_pending_updates"):
            self.violations.append("setWebhook: drops what members wrote")
        await self.delivery.set_webhook(asked["url"], asked.get("secret_token"), asked.get("allowed_updates"))
        return True

    async def _deleteWebhook(self, call: Call) -> Any:  # noqa: N802
        if call.values.get("drop_pending_updates"):
            self.violations.append("deleteWebhook: drops what members wrote")
        await self.delivery.set_webhook("", None, None)
        return True

    async def _getWebhookInfo(self, call: Call) -> Any:  # noqa: N802
        waiting = len(self.delivery.waiting)
        info = {
            "url": self.delivery.webhook,
            "has_custom_certificate": False,
            "pending_update_count": waiting,
        }
        return {**info, "last_error_message": self.delivery.last_error} if self.delivery.last_error else info

    async def _sendMessage(self, call: Call) -> Any:  # noqa: N802
        person = self._reach(call)
        text = call.values["text"].strip()
        message = self._new(call, {"text": text}, text=text, entities=call.values.get("entities", []))
        person.receives(message)
        return message.wire

    async def _sendPhoto(self, call: Call) -> Any:  # noqa: N802
        person = self._reach(call)
        data, caption = self._bytes(call, "photo"), call.values.get("caption", "")
        message = self._new(call, {"photo": self.files.photo(data)}, text=caption, photo=data)
        person.receives(message)
        return message.wire

    async def _sendDocument(self, call: Call) -> Any:  # noqa: N802
        person = self._reach(call)
        data, caption = self._bytes(call, "document"), call.values.get("caption", "")
        name = call.files["document"].name if "document" in call.files else "file"
        content = {"document": {**self.files.keep(data), "file_name": name}}
        message = self._new(call, content, text=caption, document=(name, data))
        person.receives(message)
        return message.wire

    async def _sendMediaGroup(self, call: Call) -> Any:  # noqa: N802
        person, album = self._reach(call), f"1{next(self._serial):016}"
        sent = []
        for item in call.values["media"]:
            data = self._named(call, item["media"])
            content = {"photo": self.files.photo(data), "media_group_id": album}
            message = self._new(call, content, text=item.get("caption", ""), photo=data, album=album)
            person.receives(message)
            sent.append(message.wire)
        return sent

    async def _editMessageText(self, call: Call) -> Any:  # noqa: N802
        message = self._own(call, "edit")
        if message.photo is not None or message.document is not None:
            raise Refusal(400, "Bad Request: there is no text in the message to edit")
        text, entities = call.values["text"].strip(), call.values.get("entities", [])
        before = (message.text, message.entities, message.markup)
        if before == (text, entities, call.values.get("reply_markup")):
            raise Refusal(400, NOT_MODIFIED)
        message.text, message.entities = text, entities
        message.wire["text"] = text
        return self._edited(message, call)

    async def _editMessageReplyMarkup(self, call: Call) -> Any:  # noqa: N802
        message = self._own(call, "edit")
        if message.markup == call.values.get("reply_markup"):
            raise Refusal(400, NOT_MODIFIED)
        return self._edited(message, call)

    async def _deleteMessage(self, call: Call) -> Any:  # noqa: N802
        message = self._own(call, "delete")
        self.people[call.values["chat_id"]].messages.remove(message)
        return True

    async def _answerCallbackQuery(self, call: Call) -> Any:  # noqa: N802
        callback = str(call.values["callback_query_id"])
        for person in self.people.values():
            if callback in person.taps_open:
                person.taps_open.remove(callback)
                person.toasts.append(call.values.get("text", ""))
                return True
        raise Refusal(400, f"Bad Request: {OLD_QUERY}")

    async def _setMyCommands(self, call: Call) -> Any:  # noqa: N802
        scope = call.values.get("scope", {"type": "default"})
        if scope["type"] == "chat" and scope["chat_id"] not in self.people:
            raise Refusal(400, "Bad Request: chat not found")
        key = str(scope.get("chat_id", scope["type"]))
        self.commands[key] = [(one["command"], one["description"]) for one in call.values["commands"]]
        return True

    async def _getFile(self, call: Call) -> Any:  # noqa: N802
        file_id = call.values["file_id"]
        data = self.files.by_id.get(file_id)
        if data is None:
            raise Refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        if len(data) > LARGEST_DOWNLOAD:
            raise Refusal(400, "Bad Request: file is too big")
        path = f"files/{file_id}"
        size = self.sizes_told.get(file_id, len(data))
        return {"file_id": file_id, "file_unique_id": file_id, "file_size": size, "file_path": path}

    async def _download(self, request: web.Request) -> web.StreamResponse:
        data = self.files.by_id.get(request.match_info["path"].removeprefix("files/"))
        if request.match_info["token"] != self.token or data is None:
            return _refused(Refusal(404, "Not Found"))
        return web.Response(body=data)

    def _reach(self, call: Call) -> FakePerson:
        """Return who a call is for, if the bot may write to them."""
        person = self.people.get(call.values["chat_id"])
        if person is None or not person.has_started:
            raise Refusal(400, "Bad Request: chat not found")
        if person.has_blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        return person

    def _own(self, call: Call, doing: str) -> FakeMessage:
        message = self._reach(call).message(call.values["message_id"])
        if message is None:
            raise Refusal(400, f"Bad Request: message to {doing} not found")
        if message.is_mine and doing == "edit":
            raise Refusal(400, "Bad Request: message can't be edited")
        return message

    def _new(self, call: Call, content: dict[str, Any], **shown: Any) -> FakeMessage:
        message_id = next(self._serial)
        chat = self.people[call.values["chat_id"]].chat
        wire = {"message_id": message_id, "from": BOT, "chat": chat, "date": DAY + message_id, **content}
        if shown.get("text") and "text" not in content:
            wire["caption"] = shown["text"]
        message = FakeMessage(message_id, is_mine=False, wire=wire, **shown)
        _put_markup(message, call.values.get("reply_markup"))
        return message

    def _edited(self, message: FakeMessage, call: Call) -> Any:
        message.is_edited = True
        message.wire["edit_date"] = DAY + next(self._serial)
        _put_markup(message, call.values.get("reply_markup"))
        return message.wire

    def _bytes(self, call: Call, name: str) -> bytes:
        return call.files[name].data if name in call.files else self._named(call, call.values[name])

    def _named(self, call: Call, reference: str) -> bytes:
        """Return the bytes of attach://<part> or of a file_id."""
        if reference.startswith("attach://"):
            return call.files[reference.removeprefix("attach://")].data
        if reference not in self.files.by_id:
            raise Refusal(400, "Bad Request: wrong remote file identifier specified")
        return self.files.by_id[reference]


NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def _put_markup(message: FakeMessage, markup: dict[str, Any] | None) -> None:
    rows = (markup or {}).get("inline_keyboard", [])
    message.markup = markup
    message.wire.pop("reply_markup", None)
    if markup is not None:
        message.wire["reply_markup"] = markup
    message.buttons = [
        [(button["text"], button.get("callback_data") or button.get("url", "")) for button in row] for row in rows
    ]
    message.styles = {button["text"]: button["style"] for row in rows for button in row if "style" in button}


def _hang_up(request: web.Request) -> None:
    """Cut the connection; whatever is answered afterwards reaches nobody."""
    assert request.transport is not None
    request.transport.abort()


async def _read_call(request: web.Request, method: str) -> Call:
    """Read a call's parameters from the address and from a form, multipart or JSON."""
    raw: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        body = json.loads(await request.read() or b"{}")
        return Call(method, {**read(method, raw), **body})
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = Upload(value.filename, value.content_type, value.file.read())
        else:
            raw[name] = value if isinstance(value, str) else bytes(value).decode()
    return Call(method, read(method, raw), files)


def _refused(refusal: Refusal) -> web.Response:
    answer: dict[str, Any] = {
        "ok": False,
        "error_code": refusal.status,
        "description": refusal.description,
    }
    if refusal.parameters:
        answer["parameters"] = refusal.parameters
    return web.json_response(answer, status=refusal.status)


async def serve(port: int, token: str) -> None:
    """Serve until stopped."""
    fake = FakeTelegram(token)
    await fake.start(port=port)
    print(fake.url, flush=True)  # noqa: T201 - what the process that started us waits for
    try:
        await asyncio.Event().wait()
    finally:
        await fake.close()


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--token", default=TOKEN)
    chosen = options.parse_args()
    asyncio.run(serve(chosen.port, chosen.token))
