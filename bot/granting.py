"""Keeps an Official Account's grant alive: looked at every minute in one process, renewed well before it ends."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.channels.oa_grants import Grants, NotGranted
from bot.channels.oa_request import Broken, Failed, Lost, NotSent
from storage import database, sightings
from storage.sightings import Sighting

RENEW_BEFORE = timedelta(hours=2)
"""Of the 25 hours an access token is good: a platform away for an hour or a night's repair costs nothing."""

LOOK_EVERY = 60.0
"""Seconds of real time between looks, as often as health is looked at: a sighting is over after three minutes."""

MISSING = "grant-missing"

log = structlog.get_logger(__name__)


class Granting:
    """Looks after `grants`; `now` returns the moment in UTC."""

    def __init__(self, grants: Grants, now: Callable[[], datetime]) -> None:
        self._grants = grants
        self._now = now

    async def run(self, stop: asyncio.Event) -> None:
        """Look until `stop`."""
        while not stop.is_set():
            try:
                await self.look()
            except Exception as error:
                log.error("the grant cannot be looked at", account=self._grants.account, exc_info=error)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOK_EVERY)

    async def look(self) -> None:
        """Renew what ends soon; note for the operators what only the account's administrator can mend."""
        try:
            await self._grants.renew_before(RENEW_BEFORE)
        except NotGranted:
            async with database.transaction():
                await sightings.note(Sighting(MISSING, self._grants.account), self._now())
        except (Failed, Broken, NotSent, Lost) as error:
            log.warning("the grant is not renewed yet", account=self._grants.account, error=type(error).__name__)
