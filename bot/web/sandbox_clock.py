"""The sandbox's clock: shown, and moved forward through everything that happens on the way."""

import asyncio
import contextlib
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.clock import Clock, MovableClock
from bot.passing import A_DAY, pass_to
from bot.road import Road
from bot.rounds import Rounds
from bot.tasks import Tasks
from bot.web.sandbox import json_of
from storage import settings

CLOCK = "sandbox.clock"
"""Under this name the settings table keeps how far ahead the sandbox's clock is, in seconds."""

FARTHEST = timedelta(days=731)
"""How far one move of the clock may go: two years show everything, and no date runs out of numbers."""

AT_ONCE = 1.0
"""Seconds a move may take before its answer says that it is under way."""


class SandboxClock:
    """Serves `/sandbox/api/clock`. A move further is begun at once and goes on a day at a time."""

    def __init__(self, road: Road, jobs: Rounds, clock: Clock, zone: ZoneInfo) -> None:
        self._road = road
        self._jobs = jobs
        self._clock = clock
        self._zone = zone
        self._to: datetime | None = None
        self._arrived = asyncio.Event()
        self._tasks = Tasks()

    def add_routes(self, app: web.Application) -> None:
        """Put the clock into `app`."""
        app.on_shutdown.append(self._stop)
        app.add_routes([web.get("/sandbox/api/clock", self._time), web.post("/sandbox/api/clock", self._move)])

    async def _stop(self, _app: web.Application) -> None:
        self._to = None
        await self._tasks.join()

    async def _time(self, _request: web.Request) -> web.StreamResponse:
        """Answer with the moment; `to`: where it is on its way to."""
        return web.json_response(
            {
                "now": self._clock.now().isoformat(),
                "zone": self._zone.key,
                "moves": isinstance(self._clock, MovableClock),
                "to": self._to and self._to.isoformat(),
            }
        )

    async def _move(self, request: web.Request) -> web.StreamResponse:
        if not isinstance(self._clock, MovableClock):
            raise web.HTTPConflict(text="sandbox: beside a real bot the clock stays the machine's")
        moment = self._asked(await json_of(request))
        if moment > self._clock.now():
            is_moving, self._to = self._to is not None, max(moment, self._to or moment)
            if not is_moving:
                self._arrived.clear()
                self._tasks.start(self._go(self._clock), "moving the clock")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._arrived.wait(), AT_ONCE)
        return await self._time(request)

    def _asked(self, asked: dict[str, Any]) -> datetime:
        """Return where a request wants the clock; a number of seconds is from where it is on its way to."""
        try:
            if "to" in asked:
                to = datetime.fromisoformat(str(asked["to"]))
                moment = to if to.tzinfo else to.replace(tzinfo=self._zone)
            else:
                moment = (self._to or self._clock.now()) + timedelta(seconds=float(asked["seconds"]))
        except (KeyError, ValueError, OverflowError):
            raise web.HTTPBadRequest from None
        if moment - self._clock.now() > FARTHEST:
            raise web.HTTPBadRequest
        return moment.astimezone(UTC)

    async def _go(self, clock: MovableClock) -> None:
        try:
            while self._to is not None and clock.now() < self._to:
                await pass_to(self._road, self._jobs, clock, min(self._to, clock.now() + A_DAY))
                ahead = (clock.now() - datetime.now(UTC)).total_seconds()
                await settings.put(CLOCK, str(max(0.0, ahead)))
        finally:
            self._to = None
            self._arrived.set()
