"""Where the product runs in a test: the channels by name, each with its server and the settings that lead there."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Protocol

from pydantic import SecretStr

from bot import plans
from bot.channels import oa_webhook
from bot.service import Service
from bot.settings import BotToken
from storage.sql import ms
from tests.fakes.oa import FakeOa
from tests.fakes.telegram import FakeTelegram
from tests.fakes.zalo import FakeZalo
from tests.support.driver import Driver
from tests.support.driver_oa import OaDriver
from tests.support.driver_telegram import TelegramDriver
from tests.support.driver_web import WebDriver
from tests.support.driver_zalo import ZaloDriver

CHANNELS = ("web", "telegram-polling", "telegram-webhook", "zalo-polling", "zalo-webhook", "oa")

PATIENT = timedelta(days=4000)


class Platform(Protocol):
    """One channel's other side. `settings` are those that differ from the sandbox's; `port` is the product's own."""

    async def start(self) -> None: ...
    def settings(self, port: int) -> dict[str, Any]: ...
    async def driver(self, service: Service) -> Driver: ...
    async def close(self) -> None: ...


class Page:
    """The sandbox's page: the product is its own server."""

    async def start(self) -> None:
        """Nothing is there before the product."""

    def settings(self, port: int) -> dict[str, Any]:
        return {"sandbox": True}

    async def driver(self, service: Service) -> Driver:
        return WebDriver(service)

    async def close(self) -> None:
        """The product closes it."""


class Telegram:
    """The fake Bot API; `fake` listens already, and goes on afterwards."""

    def __init__(self, mode: str, fake: FakeTelegram | None = None) -> None:
        self._mode = mode
        self._is_own = fake is None
        self._fake = fake or FakeTelegram()

    async def start(self) -> None:
        if self._is_own:
            await self._fake.start()

    def settings(self, port: int) -> dict[str, Any]:
        return {
            "telegram_token": (BotToken(token=SecretStr(self._fake.token)),),
            "telegram_api_url": self._fake.url,
            "telegram_mode": self._mode,
            "telegram_webhook_secret": SecretStr("secret-of-the-tests"),
            "public_url": f"http://127.0.0.1:{port}",
            "sandbox": False,
        }

    async def driver(self, service: Service) -> Driver:
        return TelegramDriver(self._fake)

    async def close(self) -> None:
        if self._is_own:
            await self._fake.close()


class Zalo:
    """The fake Bot Platform."""

    def __init__(self, mode: str, now: Callable[[], datetime]) -> None:
        self._mode = mode
        self._fake = FakeZalo()
        self._fake.now = lambda: ms(now())

    async def start(self) -> None:
        await self._fake.start()

    def settings(self, port: int) -> dict[str, Any]:
        return {
            "zalo_token": (BotToken(token=SecretStr(self._fake.token)),),
            "zalo_api_url": self._fake.url,
            "zalo_mode": self._mode,
            "zalo_webhook_secret": SecretStr(self._fake.secret),
            "zalo_media_hosts": (self._fake.media_host,),
            "public_url": f"http://127.0.0.1:{port}",
            "sandbox": False,
        }

    async def driver(self, service: Service) -> Driver:
        if self._mode == "webhook":
            await self._fake.delivery.set_webhook(f"http://127.0.0.1:{service.port}/zalo/zalo", self._fake.secret)
        return ZaloDriver(self._fake, service)

    async def close(self) -> None:
        await self._fake.close()


class Account:
    """The fake Official Account, with people who write now and then and a grant that is renewed now and then.

    A transcript passes over months: what happens to somebody who has not written for days, and to a grant that nobody
    renewed for months, has tests of its own.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._fake = FakeOa(now)
        self._fake.longest = self._fake.refreshes_for = PATIENT
        self._was = plans.FREE

    async def start(self) -> None:
        plans.FREE = PATIENT
        await self._fake.start()

    def settings(self, port: int) -> dict[str, Any]:
        return {
            "zalo_oa_id": self._fake.oa_id,
            "zalo_oa_app_id": self._fake.app_id,
            "zalo_oa_app_secret": SecretStr(self._fake.secret),
            "zalo_oa_webhook_secret": SecretStr(self._fake.webhook_secret),
            "zalo_oa_verifier": SecretStr(self._fake.verifier),
            "zalo_oa_api_url": self._fake.url,
            "zalo_oa_oauth_url": self._fake.url,
            "zalo_media_hosts": (self._fake.url.partition("://")[2],),
            "public_url": f"http://127.0.0.1:{port}",
            "sandbox": False,
        }

    async def driver(self, service: Service) -> Driver:
        assert service.official is not None
        await service.official.channel.grants.keep(*self._fake.seed())
        self._fake.deliver_to(f"http://127.0.0.1:{service.port}{oa_webhook.PATH}")
        return OaDriver(self._fake, service)

    async def close(self) -> None:
        plans.FREE = self._was
        await self._fake.close()


def platform(channel: str, now: Callable[[], datetime], fake: FakeTelegram | None = None) -> Platform:
    """Return the other side of `channel`, one of CHANNELS; `now` returns the moment in UTC."""
    name, _, mode = channel.partition("-")
    match name:
        case "web":
            return Page()
        case "telegram":
            return Telegram(mode, fake)
        case "zalo":
            return Zalo(mode, now)
        case "oa":
            return Account(now)
    raise ValueError(channel)
