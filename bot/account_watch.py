"""Whether the platform goes on doing what an Official Account needs of it: bringing events, sending our template.

Neither is told for certain, so both are noted for the operators as what somebody sees (storage/sightings.py).
"""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.channels import oa_updates
from bot.tasks import Tasks
from storage import database, outbox, settings, sightings
from storage.sightings import Sighting
from storage.sql import moment, ms

TEMPLATE, WEBHOOK = "template-refused", "oa-webhook"
"""What may be wrong."""

STANDS = timedelta(days=1)
"""How long what an event says is held for so: nobody will say it again."""

NOTED_EVERY = timedelta(minutes=10)
"""How often it is kept that events come."""

SILENT_FOR = timedelta(hours=1)
"""After a message that left: its echo comes within seconds, and the platform tries for two hours to bring it."""

LOOK_BACK = timedelta(days=1)
"""How far back a message that left is looked for."""

LOOK_EVERY = 60.0
"""Seconds of real time between looks; a sighting is over after three minutes."""

ENABLED = "ENABLE"
"""The status of a template that may be sent."""

log = structlog.get_logger(__name__)


class AccountWatch:
    """Of one account, which sends the template `template` ("" for none). `now` returns the moment in UTC."""

    def __init__(self, account: str, template: str, now: Callable[[], datetime]) -> None:
        self._account = account
        self._template = template
        self._now = now
        self._noted: dict[str, datetime] = {}
        self._tasks = Tasks()

    def heard(self, event: object) -> None:
        """Take note of a proven `event`."""
        self._tasks.start(self._note(event), "what the platform brings")

    async def stop(self) -> None:
        """Let what is under way end."""
        await self._tasks.join()

    async def run(self, stop: asyncio.Event) -> None:
        """Look until `stop`; one process does."""
        while not stop.is_set():
            try:
                await self.look()
            except Exception as error:
                log.error("the account cannot be looked at", account=self._account, exc_info=error)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOK_EVERY)

    async def look(self) -> None:
        """Note that no event comes any more where messages left and their echoes, which came before, did not."""
        now = self._now()
        async with database.transaction():
            heard, echoed = await self._kept("heard"), await self._kept("echoed")
            if heard is None or echoed is None or heard - echoed > LOOK_BACK:
                return  # the console was not asked for echoes, or is no more
            since = max(heard + NOTED_EVERY, now - LOOK_BACK)
            if await outbox.has_sent(self._account, ms(since), ms(now - SILENT_FOR)):
                await sightings.note(Sighting(WEBHOOK, self._account), now)

    async def _note(self, event: object) -> None:
        now = self._now()
        names = ("heard", "echoed") if oa_updates.is_echo(event) else ("heard",)
        due = [name for name in names if now - self._noted.get(name, now - NOTED_EVERY) >= NOTED_EVERY]
        self._noted.update(dict.fromkeys(due, now))
        change = oa_updates.template_change(event)
        is_ours = change is not None and change[0] == self._template
        if not due and not is_ours:
            return
        try:
            async with database.transaction():
                for name in due:
                    await settings.put(self._name(name), str(ms(now)))
                if change is not None and is_ours:
                    await self._changed(*change, now)
        except Exception as error:  # the next event, or the next template that is sent, will tell
            log.warning("what the platform brought is not noted", account=self._account, error=type(error).__name__)

    async def _changed(self, template: str, status: str, now: datetime) -> None:
        sighting = Sighting(TEMPLATE, template)
        if status == ENABLED:
            await sightings.forget(sighting)
        else:
            await sightings.note(sighting, now + STANDS)

    async def _kept(self, name: str) -> datetime | None:
        kept = await settings.get(self._name(name))
        return moment(int(kept)) if kept else None

    def _name(self, name: str) -> str:
        return f"{self._account}.{name}"
