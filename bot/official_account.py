"""The Zalo Official Account as one process runs it: its pace, its routes, its grant, what waits on the disk for it."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from aiohttp import web

from bot import plans
from bot.account_watch import AccountWatch
from bot.channels.channel import Take
from bot.channels.oa import Oa
from bot.channels.oa_grants import OaApp, WrongAccount
from bot.channels.oa_request import Broken, Failed, Lost, NotSent
from bot.channels.oa_webhook import PATH, Webhook
from bot.granting import Granting
from bot.holding import Holding
from bot.pacing import Pace
from bot.road import Lane
from bot.settings import Settings
from bot.spool import Spool
from bot.visitors import Visitors
from bot.web.pages_frame import HEADERS, Frame
from bot.web.pages_limits import WRONG, Limits, address
from handlers.pages.opening import Shut
from handlers.rendering import Words

CALLBACK = "/zalo/oa/granted"
"""Where the account's administrator comes back to after consenting; the app's console has to know it."""

PACE = Pace(bot=timedelta(milliseconds=40))
"""25 a second, of the 4,000 calls a minute that an app has: uploads are calls, too."""

log = logging.getLogger(__name__)


def app_of(settings: Settings) -> OaApp:
    """Return the app and the account of the settings."""
    return OaApp(
        settings.zalo_oa_id,
        settings.zalo_oa_app_id,
        settings.zalo_oa_app_secret.get_secret_value(),
        settings.zalo_oa_verifier.get_secret_value(),
        settings.zalo_oa_api_url,
        settings.zalo_oa_oauth_url,
    )


def account_of(settings: Settings, now: Callable[[], datetime]) -> Oa:
    """Return the account of the settings; `now` returns the moment in UTC."""
    return Oa(app_of(settings), settings.zalo_media_hosts, now)


class OfficialAccount:
    """That of ZALO_OA_ID. `take` stores its events; `now` returns the moment in UTC."""

    def __init__(self, settings: Settings, take: Take, now: Callable[[], datetime]) -> None:
        self.channel = account_of(settings, now)
        self._settings = settings
        self._now = now
        self._limits = Limits()
        self._visitors = Visitors(self.channel, Words(settings.zone), now)
        self._watch = AccountWatch(self.channel.name, settings.zalo_oa_template, now)
        self._spool = Spool(self.channel.name, settings.data_dir / "spool" / self.channel.name, take)

    def lane(self) -> Lane:
        """Return the account with its pace, how long it writes to somebody, and what it may send afterwards."""
        return Lane(self.channel, PACE, plans.official_account(self._settings))

    def start(self, holding: Holding) -> None:
        """Take what waits on the disk; one process looks after the grant, and whether the platform goes on."""
        self._spool.start()
        holding.single(f"granting {self.channel.name}", Granting(self.channel.grants, self._now).run)
        holding.single(f"watching {self.channel.name}", self._watch.run)

    async def stop(self) -> None:
        """Take nothing more from the disk."""
        await self._spool.stop()
        await self._watch.stop()
        await self._visitors.stop()

    def _heard(self, event: object) -> None:
        self._watch.heard(event)
        self._visitors.heard(event)

    def add_routes(self, app: web.Application, frame: Frame) -> None:
        """Take what is delivered to `app`, and what the administrator brings back; prove whose domain this is."""
        settings = self._settings
        secret = settings.zalo_oa_webhook_secret.get_secret_value() or settings.zalo_oa_app_secret.get_secret_value()
        ids = (settings.zalo_oa_app_id, settings.zalo_oa_id)
        app.router.add_post(PATH, Webhook(self.channel.name, ids, secret, self._spool.take, self._heard).receive)
        self._frame = frame
        app.router.add_get(CALLBACK, self._granted, allow_head=False)
        if settings.zalo_oa_site and not settings.has_sandbox:  # which has the home page for itself
            app.router.add_get("/", self._home)

    async def _granted(self, request: web.Request) -> web.Response:
        """Change the code that comes back from a consent for a grant; it proves itself by being good for our app."""
        code = request.query.get("code", "")
        if not self._limits.allow(address(request), WRONG, self._now()):  # each is a call of the platform's
            return _guarded(self._frame.notice(request, "vi", Shut("busy")))
        try:
            if not code:
                raise Failed(0)
            await self.channel.grants.accept(code)
        except WrongAccount:
            why = "oa-wrong-account"
        except (Failed, Broken, NotSent, Lost) as error:
            log.warning("a consent came to nothing", extra={"error": type(error).__name__})
            why = "oa-not-granted"
        else:
            log.info("the account is granted", extra={"channel": self.channel.name})
            why = "oa-granted"
        return _guarded(self._frame.notice(request, "vi", Shut(why)))

    async def _home(self, request: web.Request) -> web.Response:
        return _guarded(self._frame.home(request, "vi", self._settings.zalo_oa_site))


def _guarded(page: web.Response) -> web.Response:
    page.headers.update(HEADERS)
    return page
