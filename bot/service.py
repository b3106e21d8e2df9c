"""The product as one process: everything started in order, everything stopped in order."""

import asyncio
import contextlib
import secrets
import socket
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import structlog
from aiohttp import web
from telegram.error import TelegramError

from bot import pacing
from bot.channels import telegram_polling, telegram_webhook
from bot.channels.channel import ChannelDown, SendError, Take
from bot.channels.telegram import Telegram
from bot.channels.web import Web
from bot.clock import Clock, MovableClock, SystemClock
from bot.health import Health
from bot.holding import Holding
from bot.jobs import Jobs
from bot.links import Addresses, base, seal
from bot.media import Media, MediaAddresses
from bot.office import Offices
from bot.official_account import OfficialAccount
from bot.pacing import UNPACED
from bot.posting import Posting
from bot.road import Lane, Road
from bot.rounds import Rounds
from bot.settings import Settings
from bot.start_links import StartLinks
from bot.status import Status
from bot.tasks import Tasks
from bot.ticking import Ticking
from bot.web import demo
from bot.web.cast import Cast
from bot.web.pages import Pages
from bot.web.pages_attendance import AttendancePage
from bot.web.pages_essay import EssayPage
from bot.web.pages_frame import Frame
from bot.web.pages_gallery import GalleryPage
from bot.web.pages_review import ReviewPage
from bot.web.pages_ticks import TicksPage
from bot.web.pages_upload import UploadPage
from bot.web.phones import phones
from bot.web.sandbox import MAX_UPLOAD, Sandbox, this_machine_only
from bot.web.sandbox_clock import CLOCK, SandboxClock
from bot.zalo_bots import ZaloBots
from storage import attendance_key, database, fingerprints, signing_key
from storage import settings as kept
from storage.files import Files

TRY_AGAIN = 30.0
"""Seconds until a platform that did not answer at the start is tried again."""

log = structlog.get_logger(__name__)


class Service:
    """One process of the product. The tests hand in their clock, do without the made-up unit and run jobs themselves.

    Raises:
        BrokenHolidays: the unit's file of holidays cannot be used.
    """

    def __init__(
        self, settings: Settings, *, clock: Clock | None = None, demo: bool = True, ticks: bool = True
    ) -> None:
        self.settings = settings
        self.offices = Offices(settings)
        self._clock = clock
        self._ticks = ticks
        self._demo = demo and settings.has_sandbox and not settings.has_bots
        self._stop = asyncio.Event()
        self._tasks = Tasks()
        self.port = settings.http_port

    async def start(self) -> None:
        """Bring the database up to date, open everything, take messages.

        Raises:
            AlreadyRunning, DatabaseUnreachable, FileStoreDown, OSError: nothing runs then.
        """
        async with AsyncExitStack() as opened:
            await self._open(opened)
            self._opened = opened.pop_all()

    async def stop(self) -> None:
        """Take nothing more, finish what has begun, close everything, in that order."""
        await self._opened.aclose()

    async def _open(self, opened: AsyncExitStack) -> None:
        settings = self.settings
        self.holding = Holding(settings.database)
        await self.holding.open()
        opened.push_async_callback(self.holding.close)
        door = opened.enter_context(socket.create_server((settings.http_host, settings.http_port), reuse_port=False))
        await database.migrate(settings.database)
        await database.open_database(settings.database)
        opened.push_async_callback(database.close_database)
        await signing_key.make(secrets.token_bytes)
        await fingerprints.make_key(secrets.token_bytes)
        await attendance_key.make(secrets.token_bytes)
        self.files = Files(settings.files)
        self.clock = self._clock or await self._own_clock()
        self.bots = [
            Telegram(
                f"telegram.{bot.key}" if bot.key else "telegram",
                bot.token.get_secret_value(),
                settings.telegram_api_url,
            )
            for bot in settings.telegram_token
        ]
        lanes = [Lane(bot, pacing.at(settings.telegram_pace)) for bot in self.bots]
        if settings.has_sandbox:
            self.web = Web(self.files, self.clock)
            self.phones = {name: self.web.beside(name, can) for name, can in phones(settings).items()}
            lanes += [Lane(phone, UNPACED) for phone in self.phones.values()]
        self.zalo = ZaloBots(settings, self._taker)
        lanes += self.zalo.lanes()
        self.official = OfficialAccount(settings, self._taker("oa"), self.clock.now) if settings.has_zalo_oa else None
        lanes += [self.official.lane()] if self.official else []
        for lane in lanes:
            opened.push_async_callback(lane.channel.close)
        if self._demo:
            await demo.prepare(self.clock.now(), settings.zone, self.files)
        self.addresses = Addresses(base(settings, door.getsockname()[1]), await seal())
        self.offices.at(self.clock.now().astimezone(settings.zone).date())  # works the year out before anybody waits
        self.road = Road(
            lanes, self.files, self.clock, settings.zone, self.holding.process, self.addresses, self.offices.at,
            MediaAddresses(self.addresses.base, self.addresses.seal, self.clock),
        )  # fmt: skip
        await self.road.start()
        opened.push_async_callback(self.road.stop)
        self.rounds = Rounds(Jobs(self.road, self.offices, settings.operator_chat), self.clock, settings.zone)
        self.health = Health(self.road, [*self.bots, *self.zalo.bots], settings.data_dir)
        self.health.start()
        opened.push_async_callback(self.health.stop)
        if self.official:
            opened.push_async_callback(self.official.stop)
        await self._listen(opened, door)
        opened.push_async_callback(self._tasks.join)
        opened.push_async_callback(self.holding.stop)
        opened.callback(self._stop.set)
        if self._ticks:
            self.holding.single("the clock", Ticking(self.rounds, self.clock).run)
        for bot in self.bots:
            if settings.telegram_mode == "polling":
                self.holding.single(f"polling {bot.name}", partial(self._poll, bot))
            else:
                self._tasks.start(self._receive(bot, self._stop), f"receiving {bot.name}")
        self._tasks.start(self.road.doors.look(self._stop), "what our bots are called")
        self.zalo.start(self.holding, self.health, self._tasks, self._stop)
        if self.official:
            self.official.start(self.holding)

    async def _own_clock(self) -> Clock:
        """Return the system's clock; in the sandbox one that can be moved, as far ahead as it was left.

        At the first start it is when the made-up unit's story begins.
        """
        if not self.settings.has_sandbox or self.settings.has_bots:
            return SystemClock()
        now = datetime.now(UTC)
        if (left := await kept.get(CLOCK)) is None:
            begins = await demo.begins(now, self.settings.zone, self.offices.at)
            left = await kept.put_once(CLOCK, str((begins - now).total_seconds()))
        return MovableClock(now + timedelta(seconds=float(left)))

    async def _listen(self, opened: AsyncExitStack, door: socket.socket) -> None:
        """Open the web server behind `door`: webhooks, health, the sandbox."""
        settings = self.settings
        app = web.Application(
            client_max_size=MAX_UPLOAD, middlewares=[this_machine_only] if settings.has_sandbox else []
        )
        Status(self.health, settings.zone, self._delivered()).add_routes(app)
        self.zalo.add_routes(app)
        for bot in self.bots:
            if settings.telegram_mode == "webhook":
                secret = settings.telegram_webhook_secret.get_secret_value()
                receive = telegram_webhook.handler(bot, secret, self._taker(bot.name))
                app.router.add_post(telegram_webhook.path(bot), receive)
        self._pages(opened).add_routes(app)
        if self.official:
            self.official.add_routes(app, Frame(self.road.dispatch.words, self.files))
        Media(self.addresses.seal, self.road.contents, self.clock).add_routes(app)
        if settings.has_sandbox:
            Sandbox(self.phones, self.files, Cast(), self.road.take).add_routes(app)
            SandboxClock(self.road, self.rounds, self.clock, settings.zone).add_routes(app)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=5)
        await runner.setup()
        opened.push_async_callback(runner.cleanup)
        await web.SockSite(runner, door).start()
        self.port = runner.addresses[0][1]

    def _delivered(self) -> frozenset[str]:
        """Return the bots whose updates a platform brings; the others are polled."""
        telegram = () if self.settings.telegram_mode == "polling" else self.bots
        zalo = () if self.zalo.polls else self.zalo.bots
        official = (self.official.channel,) if self.official else ()
        return frozenset(bot.name for bot in (*telegram, *zalo, *official))

    def _pages(self, opened: AsyncExitStack) -> Pages:
        """Return the pages behind links, one a purpose."""
        words = self.road.dispatch.words
        frame, posting = Frame(words, self.files), Posting(self.road)
        review = ReviewPage(frame, posting, self.files, self.addresses, words)
        opened.push_async_callback(review.close)
        zone = self.settings.zone
        in_sandbox = self.settings.has_sandbox and not self.settings.has_bots
        start_links = StartLinks(self.bots, self.addresses.base, in_sandbox=in_sandbox)
        attendance = AttendancePage(frame, start_links, zone)
        own = (EssayPage(frame, posting, zone), UploadPage(frame, posting, self.files))
        pages = (review, GalleryPage(frame, posting), *own, attendance, TicksPage(frame, posting, zone))
        return Pages(self.addresses.seal, self.clock, frame, pages, self.settings.zone)

    async def _poll(self, bot: Telegram, stop: asyncio.Event) -> None:
        """Ask for what `bot` is told until `stop`: no other process does."""
        with self.health.polls(bot.name):
            await self._receive(bot, stop)

    async def _receive(self, bot: Telegram, stop: asyncio.Event) -> None:
        """Take what a bot is told until `stop`; a platform that is away is tried again."""
        settings = self.settings
        while not stop.is_set():
            try:
                await bot.welcome(self.road.commands("stranger"))
                if settings.telegram_mode == "polling":
                    await telegram_polling.poll(bot, self._taker(bot.name), stop=stop)
                    return
                secret = settings.telegram_webhook_secret.get_secret_value()
                await telegram_webhook.register(bot, settings.public_url, secret)
                return
            except ChannelDown:
                log.error("the token is refused; put TELEGRAM_TOKEN right and start again", channel=bot.name)
                self.road.sender.setbacks.refused[bot.name] = self.clock.now()
            except (SendError, TelegramError) as error:
                log.warning("the platform is away; trying again", channel=bot.name, reason=type(error).__name__)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), TRY_AGAIN)

    def _taker(self, bot: str) -> Take:
        async def take(batch: list[Any]) -> None:
            await self.road.take(bot, batch)

        return take
