"""The bots of the Zalo Bot Platform as one process runs them: their pace, their routes, how updates come."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from functools import partial

import structlog
from aiohttp import web

from bot import plans
from bot.channels import zalo_polling, zalo_webhook
from bot.channels.channel import ChannelDown, SendError, Take
from bot.channels.zalo import Zalo
from bot.health import Health
from bot.holding import Holding
from bot.pacing import ZALO
from bot.road import Lane
from bot.settings import Settings
from bot.tasks import Tasks

TRY_AGAIN = 30.0
"""Seconds until a platform that did not answer, or delivers elsewhere, is asked again."""

LOOK_EVERY = 600.0
"""Seconds between looks at a webhook that leads here."""

log = structlog.get_logger(__name__)


class ZaloBots:
    """Those of ZALO_TOKEN. `taker` gives what stores the updates of the bot of a name."""

    def __init__(self, settings: Settings, taker: Callable[[str], Take]) -> None:
        self._settings = settings
        self._taker = taker
        self.bots = [
            Zalo(
                bot.channel("zalo"),
                bot.token.get_secret_value(),
                settings.zalo_api_url,
                settings.zalo_media_hosts,
            )
            for bot in settings.zalo_token
        ]

    @property
    def polls(self) -> bool:
        """Say whether updates are asked for; else they are delivered."""
        return self._settings.zalo_mode == "polling"

    def lanes(self) -> list[Lane]:
        """Return the bots with their pace and what their plan allows."""
        return [Lane(bot, ZALO, plans.zalo(self._settings)) for bot in self.bots]

    def add_routes(self, app: web.Application) -> None:
        """Take what is delivered to `app`."""
        secret = self._settings.zalo_webhook_secret.get_secret_value()
        for bot in () if self.polls else self.bots:
            app.router.add_post(zalo_webhook.path(bot), zalo_webhook.handler(bot, secret, self._taker(bot.name)))

    def start(self, holding: Holding, health: Health, tasks: Tasks, stop: asyncio.Event) -> None:
        """Begin to take updates: one process polls a bot; every process looks whether its webhook leads here."""
        for bot in self.bots:
            if self.polls:
                holding.single(f"polling {bot.name}", partial(self._poll, bot, health))
            else:
                tasks.start(self._watch(bot, health, stop), f"the webhook of {bot.name}")

    async def _poll(self, bot: Zalo, health: Health, stop: asyncio.Event) -> None:
        async def work() -> bool:
            await zalo_polling.poll(bot, self._taker(bot.name), stop=stop)
            return True

        with health.polls(bot.name):
            await self._until(stop, bot, health, work)

    async def _watch(self, bot: Zalo, health: Health, stop: asyncio.Event) -> None:
        """Look until `stop` whether the webhook still leads here: anybody with the token may change it."""
        while not stop.is_set():
            await self._until(stop, bot, health, partial(self._looks, bot))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOK_EVERY)

    async def _looks(self, bot: Zalo) -> bool:
        """Say whether the platform delivers here; to have it do so is an operator's command."""
        wanted = zalo_webhook.address(bot, self._settings.public_url)
        if (await bot.webhook()).url == wanted:
            bot.contested_since = None
            return True
        if bot.contested_since is None:
            bot.contested_since = time.monotonic()
            log.error("updates are not delivered here: hanhtrinh zalo webhook set", channel=bot.name)
        return False

    async def _until(self, stop: asyncio.Event, bot: Zalo, health: Health, work: Callable[[], Awaitable[bool]]) -> None:
        """Do `work` until it says that it is done, or until `stop`."""
        while not stop.is_set():
            try:
                if await work():
                    return
            except ChannelDown:
                log.error("the token is refused; put ZALO_TOKEN right and start again", channel=bot.name)
                health.road.sender.setbacks.refused[bot.name] = health.road.clock.now()
            except SendError as error:
                log.warning("the platform is away; trying again", channel=bot.name, reason=type(error).__name__)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), TRY_AGAIN)
