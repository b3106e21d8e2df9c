"""How the fake Bot API server hands updates over: kept until confirmed, by long poll or by webhook."""

import asyncio
from typing import Any

import aiohttp

FIRST_ID = 1000
FURTHEST = 10  # ids; TQueue::get in github.com/tdlib/td
FIRST_DELAY, LONGEST_DELAY = 0.02, 1.0  # seconds; the real one doubles up to a minute or two
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Conflict(Exception):
    """Somebody else takes the updates; the message is the server's wording."""


class Delivery:
    """The queue of one bot. `waiting` maps update ids to updates nobody has confirmed."""

    def __init__(self) -> None:
        self.waiting: dict[int, Any] = {}
        self.webhook = ""
        self.attempts = 0
        self.last_error = ""
        self._lanes: dict[int, str] = {}
        self._secret: str | None = None
        self._allowed: list[str] | None = None
        self._next_id = FIRST_ID
        self.polled = asyncio.Event()  # somebody has asked by long poll
        self.failed = asyncio.Event()  # a webhook has refused an update
        self._arrived = asyncio.Event()
        self._poller: asyncio.Event | None = None
        self._pumps: dict[str, asyncio.Task[None]] = {}
        self._session: aiohttp.ClientSession | None = None

    def add(self, kind: str, content: dict[str, Any], lane: str) -> int | None:
        """Queue an update of `kind` in `lane`; return its id, None when the bot did not ask for that kind."""
        if self._allowed and kind not in self._allowed:
            return None
        return self.add_raw({"update_id": self._next_id, kind: content}, lane)

    def add_raw(self, update: Any, lane: str = "raw") -> int:
        """Queue anything at all, as a server of a later version might."""
        place = self._next_id
        self._next_id += 1
        self.waiting[place] = update
        self._lanes[place] = lane
        self._arrived.set()
        self._deliver()
        return place

    async def start_anew(self, first: int) -> None:
        """Number what comes from `first` on, as after a week without updates: every poll came back empty."""
        self._next_id = first
        self.polled.clear()
        self._arrived.set()
        await self.polled.wait()

    async def poll(self, offset: int | None, limit: int, timeout: float, allowed: list[str] | None) -> list[Any]:
        """Return what waits from `offset` on, confirming all before; wait `timeout` seconds for the first.

        Raises:
            Conflict: a webhook is set, or a second poller came and this one has to go.
        """
        if self.webhook:
            raise Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete it")
        if self._poller is not None:
            self._poller.set()
        gone = self._poller = asyncio.Event()
        self.polled.set()
        self._allowed = self._allowed if allowed is None else allowed
        self._confirm(offset)
        try:
            await self._first(gone, timeout)
        finally:
            if self._poller is gone:
                self._poller = None
        if gone.is_set():
            raise Conflict("terminated by other getUpdates request; make sure only one bot instance is running")
        self._confirm(offset)  # what came meanwhile with a lower id, too
        return list(self.waiting.values())[:limit]

    def _confirm(self, offset: int | None) -> None:
        """Forget what comes before `offset`; one too far ahead is none."""
        if offset is not None and offset <= self._next_id + FURTHEST:
            for place in [place for place in self.waiting if place < offset]:
                del self.waiting[place]

    async def set_webhook(self, url: str, secret: str | None, allowed: list[str] | None) -> None:
        """Deliver to `url` from now on, what waits first; "" goes back to polling."""
        await self._stop_pumps()
        self.webhook, self._secret = url, secret
        self._allowed = self._allowed if allowed is None else allowed
        self._deliver()

    async def close(self) -> None:
        """Stop delivering."""
        await self._stop_pumps()
        if self._session is not None:
            await self._session.close()

    async def _first(self, gone: asyncio.Event, timeout: float) -> None:
        if self.waiting or timeout <= 0:
            return
        self._arrived.clear()
        waits = [asyncio.create_task(event.wait()) for event in (self._arrived, gone)]
        try:
            await asyncio.wait(waits, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    def _deliver(self) -> None:
        """Start a pump for every lane that has none yet: in order inside a lane, lanes at once."""
        if not self.webhook:
            return
        for place in self.waiting:
            lane = self._lanes[place]
            if lane not in self._pumps or self._pumps[lane].done():
                self._pumps[lane] = asyncio.create_task(self._pump(lane))

    async def _pump(self, lane: str) -> None:
        pause = 0.0
        while places := [place for place in self.waiting if self._lanes[place] == lane]:
            await asyncio.sleep(pause)
            if await self._post(self.waiting[places[0]]):
                self.waiting.pop(places[0], None)
                pause = 0.0
            else:
                self.failed.set()
                pause = min(pause * 2 or FIRST_DELAY, LONGEST_DELAY)

    async def _post(self, update: Any) -> bool:
        self._session = self._session or aiohttp.ClientSession()
        headers = {} if self._secret is None else {SECRET_HEADER: self._secret}
        self.attempts += 1
        try:
            async with self._session.post(self.webhook, json=update, headers=headers) as answer:
                self.last_error = "" if answer.ok else f"Wrong response from the webhook: {answer.status}"
                return answer.ok
        except aiohttp.ClientError as error:
            self.last_error = type(error).__name__
            return False

    async def _stop_pumps(self) -> None:
        pumps, self._pumps = self._pumps, {}  # a new one may begin while these end
        for pump in pumps.values():
            pump.cancel()
        await asyncio.gather(*pumps.values(), return_exceptions=True)
