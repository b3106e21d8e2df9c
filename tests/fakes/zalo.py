"""A strict Zalo Bot Platform on loopback, with people to play, and the host of the pictures they send.

`fake = FakeZalo(); await fake.start()`, then `fake.person(42).says("xin chào")`. A call that the real server would
refuse is refused as it does, often with HTTP 200, and kept in `violations`.
"""

import asyncio
import hashlib
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from itertools import count
from typing import Any

import aiohttp
from aiohttp import web

from tests.fakes.zalo_delivery import Busy, Delivery, wrapped
from tests.fakes.zalo_media import FakeZaloMedia
from tests.fakes.zalo_people import DAY, FakeZaloMessage, FakeZaloPerson, chat_id_of
from tests.fakes.zalo_spec import faults

TOKEN = "987654321:fake-token_of-the-tests-zalo-0123456789"
SECRET = "secret-of-the-tests"
NO_BOT = {"ok": False, "description": "Unauthorized", "error_code": 401}
LARGEST_CALL = 1024 * 1024
LARGEST_PHOTO = 1024 * 1024  # what we hold ourselves to; the platform's own limit is not known
READS = 3  # how often an address we gave is asked for, and at once: some readers come again for another size
TESTS_A_DAY = 10


class Trouble(Enum):
    """What becomes of a call; what is `LOST` was done before its answer went missing."""

    INTERNAL = 500
    BAD_GATEWAY = 502
    GATEWAY_TIMEOUT = 504
    RESET = "cut before the work"
    LOST = "cut after the work"
    GARBLED = "an answer that is not JSON, after the work"


@dataclass(eq=False)
class Refusal(Exception):
    """What the server answers instead of a result; `status` is HTTP's."""

    code: int
    description: str
    status: int = 200


@dataclass
class Call:
    """One call as it came."""

    method: str
    values: dict[str, Any]


class FakeZalo:
    """One bot and its server. Make it inside a running loop; `beside` gives another bot of the same server.

    `users_cap` and `month_cap` are the plan's (None: no limit); `counts_both`: what people write counts, too; `now`
    returns ms since 1970.
    """

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.secret = SECRET
        self.url = ""
        self.violations: list[str] = []
        self.calls: list[Call] = []
        self.people: dict[str, FakeZaloPerson] = {}
        self.delivery = Delivery(self.violations)
        self.media = FakeZaloMedia()
        self.refuses_tokens_with = 200  # HTTP status under which a wrong token is told so
        self.users_cap: int | None = None
        self.month_cap: int | None = None
        self.counts_both = True
        self.now: Callable[[], int] = lambda: DAY
        self.plan: Callable[[], Trouble | None] = lambda: None  # what becomes of each call that sends
        self.delay = 0.0  # seconds before every answer but getUpdates'
        self.tests = 0
        self._counted = 0
        self._serial = count(1)
        self._faults: list[list[Any]] = []
        self._bots: dict[str, FakeZalo] = {token: self}
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None

    @property
    def media_host(self) -> str:
        """The host of people's pictures, as ZALO_MEDIA_HOSTS names it."""
        return self.media.host

    @property
    def webhook(self) -> str:
        """The address events go to; "" while the bot is polled."""
        return self.delivery.webhook

    @property
    def waiting(self) -> list[Any]:
        """What people sent and the product has not taken yet."""
        return self.delivery.waiting

    def person(self, number: int | str, name: str = "An") -> FakeZaloPerson:
        """Return the person with this number, new or known."""
        chat_id = chat_id_of(number)
        if chat_id not in self.people:
            self.people[chat_id] = FakeZaloPerson(
                chat_id, name, self.delivery, self.media, lambda: next(self._serial), lambda: self.now(), self._hears
            )
        return self.people[chat_id]

    def beside(self, token: str) -> "FakeZalo":
        """Return another bot at the same address, with people of its own."""
        other = FakeZalo(token)
        other.url, other.media, other.violations, other.now = self.url, self.media, self.violations, self.now
        self._bots[token] = other
        return other

    def fail_next(
        self, times: int, code: int, description: str = "refused", method: str | None = None, status: int = 200
    ) -> None:
        """Refuse the next calls of `method` (None: all but getUpdates) and do nothing."""
        self._faults.append([method, times, Refusal(code, description, status)])

    def trouble_next(self, times: int, trouble: Trouble, method: str | None = None) -> None:
        """Let `trouble` happen to the next calls of `method` (None: all but getUpdates)."""
        self._faults.append([method, times, trouble])

    def counted(self) -> Counter[str]:
        """Return how often each method was called."""
        return Counter(call.method for call in self.calls)

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listen; `url` is the address then."""
        await self.media.start()
        app = web.Application(client_max_size=LARGEST_CALL)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        self.url = f"http://{host}:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        """Stop listening and delivering."""
        for bot in self._bots.values():
            await bot.delivery.close()
            if bot._session is not None:
                await bot._session.close()
        if self._runner is not None:
            await self._runner.cleanup()
        await self.media.close()

    async def _call(self, request: web.Request) -> web.StreamResponse:
        bot = self._bots.get(request.match_info["token"])
        if bot is None:
            return web.json_response(NO_BOT, status=self.refuses_tokens_with)
        return await bot._answer(request)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        try:
            call = Call(method, await _read(request))
            self.calls.append(call)
            await asyncio.sleep(self.delay if method != "getUpdates" else 0)
            trouble = self._drawn(method)
            if isinstance(trouble, Refusal):
                raise trouble
            if trouble is Trouble.RESET:
                return _hang_up(request)
            if trouble is not None and isinstance(trouble.value, int):
                return web.Response(status=trouble.value, text="<html>Bad Gateway</html>")
            answer: Any = {"ok": True, "result": await self._work(call)}
        except Refusal as refusal:
            trouble = None
            answer = {"ok": False, "description": refusal.description, "error_code": refusal.code}
            return web.json_response(answer, status=refusal.status)
        if trouble is Trouble.LOST:
            return _hang_up(request)
        if trouble is Trouble.GARBLED:
            return web.Response(text="{", content_type="application/json")
        if method == "sendChatAction":
            answer = {"ok": True}
        return web.json_response(answer)

    def _drawn(self, method: str) -> Refusal | Trouble | None:
        for fault in self._faults:
            is_meant = method == fault[0] or (fault[0] is None and method != "getUpdates")
            if fault[1] and is_meant:
                fault[1] -= 1
                found: Refusal | Trouble = fault[2]
                return found
        return self.plan() if method.startswith("send") else None

    async def _work(self, call: Call) -> Any:
        if wrong := faults(call.method, call.values):
            self.violations += wrong
            raise Refusal(404 if "no such method" in wrong[0] else 400, "; ".join(wrong))
        return await getattr(self, f"_{call.method}")(**call.values)

    def _hears(self, person: FakeZaloPerson) -> None:
        if self.counts_both:
            self._counted += 1

    async def _getMe(self) -> Any:  # noqa: N802
        return {
            "id": "1459232241454765289",
            "account_name": "bot.hanhtrinh",
            "display_name": "Bot Hành trình",
            "account_type": "BASIC",
            "can_join_groups": False,
        }

    async def _getUpdates(self, timeout: str = "30") -> Any:  # noqa: N802
        try:
            event = await self.delivery.poll(float(timeout))
        except Busy:
            raise Refusal(400, "Webhook is set, delete it first") from None
        if event is None:
            raise Refusal(408, "Request timeout")
        return wrapped(event)["result"]

    async def _setWebhook(self, url: str, secret_token: str) -> Any:  # noqa: N802
        await self.delivery.set_webhook(url, secret_token)
        return {"url": url, "updated_at": DAY, "verification": {"outcome": await self._verified()}}

    async def _getWebhookInfo(self) -> Any:  # noqa: N802
        return {"url": self.webhook, "updated_at": DAY}

    async def _deleteWebhook(self) -> Any:  # noqa: N802
        await self.delivery.set_webhook("", "")
        return {"url": "", "updated_at": DAY}

    async def _testWebhook(self) -> Any:  # noqa: N802
        self.tests += 1
        if self.tests > TESTS_A_DAY:
            raise Refusal(426, "Too many tests today")
        outcome = await self._verified()
        return {"ok": outcome == "webhook.ok", "url": self.webhook, "outcome": outcome, "latency_ms": 1, "hint": ""}

    async def _verified(self) -> str:
        """Call the webhook with nothing, as the platform once did; the address stays whatever comes of it."""
        status = await self.delivery.post(b"")
        if status == 0:
            return "webhook.err.conn"
        if status >= 500:
            return "webhook.http.5xx"
        return {200: "webhook.ok", 403: "webhook.http.403", 404: "webhook.http.404"}.get(status, "webhook.http.other")

    async def _sendMessage(self, chat_id: str, text: str, **styles: Any) -> Any:  # noqa: N802
        return self._said(self._reach(chat_id), text=text.strip(), wire=styles)

    async def _sendPhoto(self, chat_id: str, photo: str, caption: str = "") -> Any:  # noqa: N802
        person = self._reach(chat_id)
        data = await self._fetched(photo)
        return self._said(person, text=caption.strip(), photo=data)

    async def _sendSticker(self, chat_id: str, sticker: str) -> Any:  # noqa: N802
        return self._said(self._reach(chat_id), text="[sticker]")

    async def _sendVoice(self, chat_id: str, voice_url: str) -> Any:  # noqa: N802
        return self._said(self._reach(chat_id), text="[voice]")

    async def _sendChatAction(self, chat_id: str, action: str) -> Any:  # noqa: N802
        self._reach(chat_id)

    def _reach(self, chat_id: str) -> FakeZaloPerson:
        """Return who a call is for, if the bot may write to them and its plan to anybody."""
        person = self.people.get(chat_id)
        if person is None or not person.knows_us:
            raise Refusal(404, "chat not found")
        known = [each for each in self.people.values() if each.knows_us]
        is_beyond = self.users_cap is not None and known.index(person) >= self.users_cap
        if is_beyond or (self.month_cap is not None and self._counted >= self.month_cap):
            raise Refusal(429, "Quota exceeded")
        return person

    def _said(self, person: FakeZaloPerson, **shown: Any) -> Any:
        self._counted += 1
        number = next(self._serial)
        message_id = hashlib.sha256(f"bot {self.token} {number}".encode()).hexdigest()[:20]
        message = FakeZaloMessage(message_id, is_mine=False, date=self.now() + number, **shown)
        person.receives(message)
        return {"message_id": message_id, "date": message.date}

    async def _fetched(self, address: str) -> bytes:
        """Return the picture at `address`, asked for several times."""
        self._session = self._session or aiohttp.ClientSession()
        found = [await self._got(address) for _ in range(READS)]
        data, kind = found[0]
        if kind not in ("image/jpeg", "image/png") or not data.startswith((b"\xff\xd8\xff", b"\x89PNG")):
            self.violations.append(f"sendPhoto.photo: {kind} is not a picture")
            raise Refusal(400, "the photo is not a picture")
        if len(set(found)) > 1 or len(data) > LARGEST_PHOTO:
            self.violations.append(f"sendPhoto.photo: {len(data)} bytes, {len(set(found))} versions")
        return data

    async def _got(self, address: str) -> tuple[bytes, str]:
        """Return the bytes and the type of what is at `address`."""
        assert self._session is not None
        async with self._session.get(address, allow_redirects=False) as answer:
            if answer.status != 200:
                self.violations.append(f"sendPhoto.photo: HTTP {answer.status}")
                raise Refusal(400, f"cannot load the photo: HTTP {answer.status}")
            return await answer.read(), answer.content_type


async def _read(request: web.Request) -> dict[str, Any]:
    """Read a call's parameters: JSON as values, a form's and the address's as texts."""
    values: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        body = await request.read()
        return {**values, **(json.loads(body) if body else {})}
    return {**values, **{name: str(value) for name, value in (await request.post()).items()}}


def _hang_up(request: web.Request) -> web.StreamResponse:
    """Cut the connection; whatever is answered afterwards reaches nobody."""
    assert request.transport is not None
    request.transport.abort()
    return web.Response(status=500)
