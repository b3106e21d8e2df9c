"""How the fake Official Account calls a webhook: signed, in order per person, again until it is answered 200."""

import asyncio
import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp

PATIENCE = 2.0
"""Seconds within which a webhook has to answer."""

FIRST_DELAY, LONGEST_DELAY = 0.02, 1.0  # seconds; the real one tries after 30 s, 5, 15, 30 min, 1 h


@dataclass(eq=False)
class Event:
    """One event that waits for being delivered."""

    body: bytes
    lane: str
    tries: int = 0


class OaDelivery:
    """The events of one app. `waiting`: those nobody has answered 200; `times`: seconds each answer took."""

    def __init__(self, app_id: str, secret: str) -> None:
        self.waiting: list[Event] = []
        self.webhook = ""
        self.times: list[float] = []
        self.statuses: list[int] = []
        self._app_id = app_id
        self._secret = secret
        self._pumps: dict[str, asyncio.Task[None]] = {}
        self._session: aiohttp.ClientSession | None = None

    def add(self, event: Mapping[str, Any], lane: str) -> None:
        """Queue an event; it is delivered as these very bytes each time."""
        self.waiting.append(Event(json.dumps(event, ensure_ascii=False).encode(), lane))
        self._deliver()

    def deliver_to(self, url: str) -> None:
        """Call `url` from now on, with what waits first; "" calls nobody."""
        self.webhook = url
        self._deliver()

    def signature(self, body: bytes) -> str:
        """Return the header's value for `body`: plain SHA-256 of app id, bytes, timestamp, secret."""
        timestamp = str(json.loads(body).get("timestamp", ""))
        text = self._app_id.encode() + body + timestamp.encode() + self._secret.encode()
        return f"mac={hashlib.sha256(text).hexdigest()}"

    async def post(self, body: bytes, signature: str | None = None, tries: int = 0) -> int:
        """Deliver `body` once, signed or with `signature`; return the status."""
        self._session = self._session or aiohttp.ClientSession()
        headers = {
            "Content-Type": "application/json",
            "X-ZEvent-Signature": self.signature(body) if signature is None else signature,
            **({"num_retry": str(tries)} if tries else {}),
        }
        began = time.perf_counter()
        async with self._session.post(self.webhook, data=body, headers=headers) as answer:
            await answer.read()
        self.times.append(time.perf_counter() - began)
        self.statuses.append(answer.status)
        return answer.status

    async def close(self) -> None:
        """Stop delivering."""
        pumps, self._pumps = self._pumps, {}
        for pump in pumps.values():
            pump.cancel()
        await asyncio.gather(*pumps.values(), return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def _deliver(self) -> None:
        if not self.webhook:
            return
        for lane in {event.lane for event in self.waiting}:
            if lane not in self._pumps or self._pumps[lane].done():
                self._pumps[lane] = asyncio.create_task(self._pump(lane))

    async def _pump(self, lane: str) -> None:
        while found := next((event for event in self.waiting if event.lane == lane), None):
            if found.tries:
                await asyncio.sleep(min(FIRST_DELAY * 2**found.tries, LONGEST_DELAY))
            if await self._is_taken(found):
                self.waiting.remove(found)
            found.tries += 1

    async def _is_taken(self, event: Event) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                return await self.post(event.body, tries=event.tries) == 200
        except (aiohttp.ClientError, TimeoutError):
            return False
