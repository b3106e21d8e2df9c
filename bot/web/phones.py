"""Which platforms' phones the sandbox's page shows, and what each can."""

from dataclasses import replace

from bot.channels.channel import Capabilities
from bot.channels.telegram import Telegram
from bot.channels.web import Web
from bot.channels.zalo import Zalo
from bot.settings import Settings

_CAN = {Web.name: Web.can, "telegram": Telegram.can, "zalo": Zalo.can}


def phones(settings: Settings) -> dict[str, Capabilities]:
    """Return what each kind of phone can, by its channel's name: the web's, and those whose platform is not set.

    A page of ours hands pictures over itself, whatever the platform does.
    """
    real = {"telegram": settings.telegram_token, "zalo": settings.zalo_token}
    return {name: replace(can, fetches_pictures=False) for name, can in _CAN.items() if not real.get(name)}
