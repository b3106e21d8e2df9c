"""How the fake Bot Platform hands events over: by webhook, or one a poll and never again."""

import asyncio
import contextlib
import json
from collections import deque
from collections.abc import Callable
from typing import Any

import aiohttp

SECRET_HEADER = "X-Bot-Api-Secret-Token"
JAVA = "Apache-HttpClient/4.5.13 (Java/11.0.16)"
RETRIES = 3
PAUSE = 0.02  # seconds between tries


class Busy(Exception):
    """The poll is refused: a webhook is set."""


class Delivery:
    """The events of one bot. `hurry` is how much the fake's seconds are shorter than a poll asks for.

    A webhook gets one body in two flat and with `photo_url`, the other wrapped and with `photo`, unless `shapes` names
    one for all. `twice` sends each body two times. What a webhook did not take after `retries` tries is `dropped`.
    """

    def __init__(self, violations: list[str]) -> None:
        self.webhook = ""
        self.secret = ""
        self.hurry = 100.0
        self.shapes: tuple[str, ...] = ("flat", "wrapped")
        self.twice = False
        self.retries = RETRIES
        self.dropped: list[Any] = []
        self.answers: list[int] = []  # statuses of the webhook, 0 for no answer
        self.failed = asyncio.Event()
        self.polled = asyncio.Event()
        self._violations = violations
        self._queue: deque[tuple[str, Any]] = deque()
        self._served: Any = None
        self._pollers = 0
        self._arrived = asyncio.Event()
        self._pumps: dict[str, asyncio.Task[None]] = {}
        self._posting: dict[str, Any] = {}
        self._shape = 0
        self._session: aiohttp.ClientSession | None = None

    @property
    def waiting(self) -> list[Any]:
        """What nobody took yet; an event that was polled counts until the next poll says it was stored."""
        served = [] if self._served is None else [self._served]
        return [*served, *self._posting.values(), *(event for _, event in self._queue)]

    def add(self, event: Any, lane: str = "raw") -> None:
        """Hand `event`, anything at all, over as soon as somebody takes it; in order inside a lane."""
        self._queue.append((lane, event))
        self._arrived.set()
        self._deliver()

    def forget(self) -> None:
        """Hand nothing over of what waits."""
        self._queue.clear()
        self._served = None

    async def poll(self, timeout: float) -> Any:
        """Return the next event, None when none came within `timeout` seconds; it is gone from here then.

        Raises:
            Busy: a webhook is set.
        """
        if self.webhook:
            raise Busy
        if self._pollers:
            self._violations.append("getUpdates: two at a time share one bot")
        self._served = None
        self._pollers += 1
        self.polled.set()
        try:
            await self._first(timeout / self.hurry)
        finally:
            self._pollers -= 1
        if not self._queue:
            return None
        _, self._served = self._queue.popleft()
        return self._served

    async def _first(self, seconds: float) -> None:
        if self._queue:
            return
        self._arrived.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._arrived.wait(), seconds)

    async def set_webhook(self, url: str, secret: str) -> None:
        """Deliver to `url` from now on, what waits first; "" goes back to polling."""
        await self._stop()
        self.webhook, self.secret = url, secret
        self._deliver()

    async def post(self, body: bytes, secret: str | None = None) -> int:
        """Call the webhook with `body` as it is; return its status, 0 when nobody answers."""
        self._session = self._session or aiohttp.ClientSession()
        headers = {SECRET_HEADER: self.secret if secret is None else secret, "User-Agent": JAVA}
        if body:
            headers["Content-Type"] = "application/json"
        try:
            async with self._session.post(self.webhook, data=body, headers=headers) as answer:
                self.answers.append(answer.status)
                return answer.status
        except aiohttp.ClientError:
            self.answers.append(0)
            return 0

    async def close(self) -> None:
        """Stop delivering."""
        await self._stop()
        if self._session is not None:
            await self._session.close()

    def _deliver(self) -> None:
        """Start a pump for every lane that has none: in order inside a lane, lanes at once."""
        if not self.webhook:
            return
        for lane in {lane for lane, _ in self._queue}:
            if lane not in self._pumps or self._pumps[lane].done():
                self._pumps[lane] = asyncio.create_task(self._pump(lane))

    async def _pump(self, lane: str) -> None:
        while (turn := next((each for each in self._queue if each[0] == lane), None)) is not None:
            self._queue.remove(turn)
            self._posting[lane] = turn[1]
            try:
                await self._post(turn[1])
            except asyncio.CancelledError:
                self._queue.appendleft(turn)
                raise
            finally:
                del self._posting[lane]

    async def _post(self, event: Any) -> None:
        shape = self.shapes[self._shape % len(self.shapes)]
        self._shape += 1
        body = json.dumps(_SHAPES[shape](event)).encode()
        for attempt in range(1 + self.retries):
            await asyncio.sleep(PAUSE if attempt else 0)
            if 200 <= await self.post(body) < 300:
                if self.twice:
                    await self.post(body)
                return
            self.failed.set()
        self.dropped.append(event)

    async def _stop(self) -> None:
        pumps, self._pumps = self._pumps, {}
        for pump in pumps.values():
            pump.cancel()
        await asyncio.gather(*pumps.values(), return_exceptions=True)


def wrapped(event: Any) -> Any:
    """Return `event` as the documentation shows it."""
    if isinstance(event, dict) and isinstance(event.get("message"), dict) and "photo_url" in event["message"]:
        message = {("photo" if name == "photo_url" else name): value for name, value in event["message"].items()}
        event = {**event, "message": message}
    return {"ok": True, "result": event}


_SHAPES: dict[str, Callable[[Any], Any]] = {"flat": lambda event: event, "wrapped": wrapped}
