"""A strict Official Account server on loopback: consent, tokens, messages, uploads, events; with people to play.

In a test: `fake = FakeOa(clock.now); await fake.start()`, then `fake.person(42).says("xin chào")`. A call against the
rules is refused as the platform would and kept in `violations`. Windows, tokens and uploads expire by `now`.
"""

import asyncio
import base64
import hashlib
import json
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from aiohttp import web

from tests.fakes import oa_rules
from tests.fakes.oa_delivery import OaDelivery
from tests.fakes.oa_people import USER_IDS, FakeOaMedia, FakeOaMessage, FakeOaPerson

FREE, LONGEST = timedelta(hours=48), timedelta(days=7)
"""Since somebody's last word: how long they are written to for nothing, and how long at all."""

ACCESS_FOR, REFRESH_FOR, CODE_FOR = timedelta(seconds=90_000), timedelta(days=90), timedelta(minutes=10)
UPLOAD_FOR = timedelta(days=7)
CLOSED = ("message/transaction", "message/promotion")
"""Calls that were shut down."""


@dataclass(eq=False)
class Refusal(Exception):
    """What the server answers instead of data: `error` with status 200, or another `status` without JSON."""

    error: int
    message: str = ""
    status: int = 200


@dataclass
class _Fault:
    refusal: Refusal
    path: str
    left: int


@dataclass(frozen=True)
class OaCall:
    """One call as it came: `path` below the version ("message/cs"), its body as JSON values."""

    path: str
    body: Any


@dataclass
class _Grant:
    """The tokens there are: one access token lives, each refresh token is good once."""

    access: str = ""
    expires_at: datetime | None = None
    refresh: dict[str, datetime] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    codes: dict[str, datetime] = field(default_factory=dict)


class FakeOa:
    """One account and the app it granted. Make it inside a running loop."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.url = ""
        self.oa_id = "2846194735118072036"
        self.app_id = "3920175648120934417"
        self.secret = "fake-app-secret-of-the-tests"
        self.webhook_secret = "fake-oa-secret-of-the-tests"
        self.verifier = "fake-verifier-of-the-tests-0123456789abcdef"
        self.template_id = "415206"
        self.violations: list[str] = []
        self.calls: list[OaCall] = []
        self.renewals = 0  # answered with a new pair
        self.renewal_calls = 0
        self.visits: dict[tuple[str, str], list[str]] = {}
        self.billed = 0  # messages that cost money: late ones and templates
        self.delay = 0.0  # seconds before every answer
        self.longest = LONGEST
        self.refreshes_for = REFRESH_FOR
        self.people: dict[int, FakeOaPerson] = {}
        self.delivery = OaDelivery(self.app_id, self.webhook_secret)
        self.media = FakeOaMedia()
        self._grant = _Grant()
        self._uploads: dict[str, tuple[str, str, bytes, datetime]] = {}
        self._faults: list[_Fault] = []
        self._cuts: list[list[Any]] = []
        self._serial = count(1)
        self._runner: web.AppRunner | None = None

    @property
    def waiting(self) -> int:
        """How many events nobody has answered 200 yet."""
        return len(self.delivery.waiting)

    @property
    def media_host(self) -> str:
        """Where what people sent lies: a name for ZALO_MEDIA_HOSTS."""
        return self.url.removeprefix("http://")

    @property
    def access(self) -> str:
        """The access token that is good now."""
        return self._grant.access

    @property
    def challenge(self) -> str:
        """What the permission link has to hold: the verifier's SHA-256."""
        return base64.urlsafe_b64encode(hashlib.sha256(self.verifier.encode()).digest()).rstrip(b"=").decode()

    def person(self, number: int) -> FakeOaPerson:
        """Return the person with this number, new or known."""
        if number not in self.people:
            self.people[number] = FakeOaPerson(
                number, self.oa_id, self.app_id, self.delivery, self.media, lambda: next(self._serial), self.now
            )
        return self.people[number]

    def visitor_writes(self, anonymous_id: str, conversation: str, text: str) -> None:
        """Have somebody without an account write; `visits` is what each reads."""
        self.visits.setdefault((anonymous_id, conversation), [])
        event = {
            "app_id": self.app_id,
            "event_name": "anonymous_send_text",
            "sender": {"id": anonymous_id},
            "recipient": {"id": self.oa_id},
            "message": {"conversation_id": conversation, "text": text, "msg_id": f"{next(self._serial):016x}"},
            "timestamp": str(round(self.now().timestamp() * 1000)),
        }
        self.delivery.add(event, anonymous_id)

    def seed(self) -> tuple[str, str, datetime]:
        """Return (access, refresh, expires_at) of a new grant, as the console's API Explorer hands one out."""
        return self._issue()

    def consents(self) -> str:
        """Have the account's administrator consent; return the code that goes to the callback."""
        code = secrets.token_urlsafe(24)
        self._grant.codes[code] = self.now() + CODE_FOR
        return code

    def revokes(self) -> None:
        """Have the administrator take the grant back: no token is good any more."""
        self._grant = _Grant()

    def deliver_to(self, url: str) -> None:
        """Call the webhook `url` from now on, with what waits first."""
        self.delivery.deliver_to(url)

    def fail_next(self, times: int, error: int, message: str = "", status: int = 200, path: str = "") -> None:
        """Refuse the next calls whose path holds `path` and do nothing."""
        self._faults.append(_Fault(Refusal(error, message, status), path, times))

    def heals(self) -> None:
        """Refuse nothing more that `fail_next` asked for."""
        self._faults.clear()

    def cut_after_next(self, times: int = 1, path: str = "") -> None:
        """Do the next calls whose path holds `path`, but cut the connection instead of answering."""
        self._cuts.append([path, times])

    def counted(self, path: str) -> int:
        """Return how many calls of `path` came."""
        return sum(call.path == path for call in self.calls)

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listen; `url` is the address then."""
        app = web.Application(client_max_size=16 * 1024 * 1024)
        app.router.add_post("/v4/oa/access_token", self._oauth)
        app.router.add_route("*", "/{version:v[23]\\.0}/oa/{path:.+}", self._call)
        app.router.add_get("/media/{name}", self._download)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        self.url = self.media.url = f"http://{host}:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        """Stop listening and delivering."""
        await self.delivery.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _oauth(self, request: web.Request) -> web.StreamResponse:
        form = dict(await request.post())
        return await self._answered(
            request, OaCall("access_token", None), lambda: self._granted(request, form), bare=True
        )

    async def _call(self, request: web.Request) -> web.StreamResponse:
        version, path = request.match_info["version"], request.match_info["path"]
        works: dict[tuple[str, str, str], Callable[[web.Request, Any], Awaitable[Any]]] = {
            ("POST", "v3.0", "message/cs"): self._cs,
            ("POST", "v3.0", "message/template"): self._template,
            ("POST", "v2.0", "upload/image"): self._upload,
            ("POST", "v2.0", "upload/gif"): self._upload,
            ("POST", "v2.0", "upload/file"): self._upload,
            ("POST", "v3.0", "quota/message"): self._quota,
            ("GET", "v3.0", "user/detail"): self._detail,
            ("GET", "v2.0", "getoa"): self._getoa,
        }
        work = works.get((request.method, version, path))
        body = None if work is None or path.startswith("upload/") else await self._body(request)

        async def result() -> Any:
            self._authenticate(request)
            if work is None:
                raise self._wrong(
                    f"{request.method} {version}/oa/{path}: no such call", -240 if path in CLOSED else -201
                )
            return await work(request, body)

        return await self._answered(request, OaCall(path, body), result)

    async def _answered(
        self, request: web.Request, call: OaCall, work: Callable[[], Awaitable[Any]], *, bare: bool = False
    ) -> web.StreamResponse:
        self.calls.append(call)
        await asyncio.sleep(self.delay)
        try:
            self._fail(call.path)
            data = await work()
        except Refusal as refusal:
            if refusal.status != 200:
                return web.Response(status=refusal.status, text="<html>no</html>", content_type="text/html")
            return web.json_response({"error": refusal.error, "message": refusal.message})
        for cut in self._cuts:
            if cut[1] and cut[0] in call.path:
                cut[1] -= 1
                if request.transport is not None:
                    request.transport.close()
        return web.json_response(data if bare else {"data": data, "error": 0, "message": "Success"})

    def _fail(self, path: str) -> None:
        for fault in self._faults:
            if fault.left and fault.path in path:
                fault.left -= 1
                raise fault.refusal

    def _wrong(self, sentence: str, error: int = -201) -> Refusal:
        """Keep a call against the rules; return what it is answered."""
        self.violations.append(sentence)
        return Refusal(error, sentence)

    def _authenticate(self, request: web.Request) -> None:
        token, grant = request.headers.get("access_token", ""), self._grant
        if "Authorization" in request.headers or not token:
            raise self._wrong("the token comes in the header access_token", -216)
        if token != grant.access or grant.expires_at is None:
            raise Refusal(-216, "Access token is invalid")
        if grant.expires_at <= self.now():
            raise Refusal(-220, "Access token has expired")

    async def _body(self, request: web.Request) -> Any:
        try:
            if request.method == "GET":
                return json.loads(request.query.get("data", "{}"))
            return await request.json()
        except ValueError:
            return None

    def _issue(self) -> tuple[str, str, datetime]:
        access, refresh = f"access-{secrets.token_hex(16)}", f"refresh-{secrets.token_hex(16)}"
        self._grant.access, self._grant.expires_at = access, self.now() + ACCESS_FOR
        self._grant.refresh = {refresh: self.now() + self.refreshes_for}
        return access, refresh, self._grant.expires_at

    async def _granted(self, request: web.Request, form: Mapping[str, Any]) -> dict[str, Any]:
        self.renewal_calls += form.get("grant_type") == "refresh_token"
        if request.headers.get("secret_key") != self.secret or form.get("app_id") != self.app_id:
            raise Refusal(-14004, "Invalid app credentials")
        match form.get("grant_type"):
            case "authorization_code":
                until = self._grant.codes.pop(str(form.get("code")), None)
                if until is None or until <= self.now() or form.get("code_verifier") != self.verifier:
                    raise Refusal(-14014, "Invalid authorization code")
            case "refresh_token":
                token = str(form.get("refresh_token"))
                until = self._grant.refresh.pop(token, None)
                if token in self._grant.used:
                    self.violations.append("a refresh token was used twice")
                if until is None or until <= self.now():
                    raise Refusal(-14014, "Invalid refresh token")
                self._grant.used.add(token)
                self.renewals += 1
            case _:
                raise self._wrong("no such grant_type")
        access, refresh, _ = self._issue()
        return {"access_token": access, "refresh_token": refresh, "expires_in": str(round(ACCESS_FOR.total_seconds()))}

    def _reach(self, user_id: str) -> FakeOaPerson:
        person = self.people.get(int(user_id) - USER_IDS)
        if person is None or not person.follows_us:
            raise Refusal(-213, "User has not followed OA")
        if person.has_banned_us:
            raise Refusal(-227, "User is banned or inactive")
        return person

    async def _cs(self, _request: web.Request, body: Any) -> dict[str, Any]:
        if wrong := oa_rules.cs_faults(body):
            raise self._wrong("; ".join(wrong))
        message = self._shown(body["message"])
        if "user_id" not in body["recipient"]:
            return self._told(body["recipient"], message)
        person = self._reach(body["recipient"]["user_id"])
        silent = self.now() - (person.interacted_at or self.now() - 2 * self.longest)
        if silent > self.longest:
            raise Refusal(-230, "User has not interacted with the OA in the past 7 days")
        self.billed += silent > FREE
        return self._delivered(person, message)

    def _told(self, recipient: Mapping[str, str], message: FakeOaMessage) -> dict[str, Any]:
        visit = (recipient["anonymous_id"], recipient["conversation_id"])
        if visit not in self.visits:
            raise Refusal(-201, "Params is invalid")
        self.visits[visit].append(message.text)
        return {"message_id": message.message_id}

    def _shown(self, message: Mapping[str, Any]) -> FakeOaMessage:
        shown = FakeOaMessage(f"{next(self._serial):016x}", is_mine=False, text=message.get("text", ""))
        attachment = message.get("attachment", {})
        payload = attachment.get("payload", {})
        if attachment.get("type") == "file":
            _, name, data = self._uploaded(payload["token"], "file")
            shown.file = (name, data)
        elif "elements" in payload:
            shown.image = self._uploaded(payload["elements"][0]["attachment_id"], "image")[2]
        for button in payload.get("buttons", ()):
            brings = button["payload"] if isinstance(button["payload"], str) else button["payload"]["url"]
            shown.buttons.append((button["title"], button["type"], brings))
        return shown

    def _uploaded(self, name: str, kind: str) -> tuple[str, str, bytes]:
        """Return (kind, name, bytes) of what was uploaded."""
        found = self._uploads.get(name)
        if found is None or found[0] != kind or found[3] <= self.now():
            raise Refusal(-100, "Attachment id is expired or invalid")
        return found[:3]

    async def _template(self, _request: web.Request, body: Any) -> dict[str, Any]:
        if wrong := list(oa_rules.template_faults(body)):
            raise self._wrong("; ".join(wrong))
        if body["template_id"] != self.template_id:
            raise Refusal(-131, "Template not found")
        person = self._reach(body["user_id"])
        self.billed += 1
        template = (body["template_id"], body["template_data"])
        return self._delivered(person, FakeOaMessage(f"{next(self._serial):016x}", is_mine=False, template=template))

    def _delivered(self, person: FakeOaPerson, message: FakeOaMessage) -> dict[str, Any]:
        person.receives(message)
        sent_at = str(round(self.now().timestamp() * 1000))
        return {"message_id": message.message_id, "user_id": person.user_id, "sent_time": sent_at, "quota": {}}

    async def _upload(self, request: web.Request, _body: Any) -> dict[str, Any]:
        kind = request.match_info["path"].removeprefix("upload/")
        file = (await request.post()).get("file")
        if not isinstance(file, web.FileField):
            raise self._wrong(f"upload/{kind}: one part, file")
        data = file.file.read()
        if fault := oa_rules.upload_fault(kind, file.filename, data):
            raise self._wrong(fault, -210)
        number = f"up-{next(self._serial)}"
        self._uploads[number] = (kind, file.filename, data, self.now() + UPLOAD_FOR)
        return {oa_rules.UPLOADS[kind][2]: number}

    async def _quota(self, _request: web.Request, body: Any) -> dict[str, Any]:
        person = self._reach(body["user_id"])
        spoke = person.interacted_at
        return {"last_interaction": "" if spoke is None else str(round(spoke.timestamp() * 1000)), "promotion": {}}

    async def _detail(self, _request: web.Request, body: Any) -> dict[str, Any]:
        person = self._reach(body["user_id"])
        spoke = person.interacted_at
        return {
            "user_id": person.user_id,
            "display_name": person.name,
            "user_is_follower": person.follows_us,
            "user_last_interaction_date": "" if spoke is None else f"{spoke:%d/%m/%Y}",
        }

    async def _getoa(self, _request: web.Request, _body: Any) -> dict[str, Any]:
        return {"oaid": self.oa_id, "name": "Hành trình", "is_verified": True, "package_name": "Growth"}

    async def _download(self, request: web.Request) -> web.StreamResponse:
        data = self.media.by_path.get(request.path)
        if data is None or self.media.are_gone:
            return web.Response(status=403)
        return web.Response(body=data)
