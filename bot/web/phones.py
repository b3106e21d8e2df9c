"""Which platforms' phones the sandbox's page shows, and what each can."""

from dataclasses import replace

from bot.channels.channel import Capabilities
from bot.channels.telegram import Telegram
from bot.channels.web import Web
from bot.settings import Settings

_ZALO = Capabilities(
    buttons=0,
    buttons_a_row=1,
    edits=False,
    deletes=False,
    text_limit=1900,
    caption_limit=1900,
    album=1,
    pictures=True,
    documents=False,
    action_bytes=64,
    links=False,
    commands=False,
    starts=False,
    gets_documents=False,
)

_CAN = {Web.name: Web.can, "telegram": Telegram.can, "zalo": _ZALO}


def phones(settings: Settings) -> dict[str, Capabilities]:
    """Return what each kind of phone can, by its channel's name: the web's, and those whose platform is not set.

    A page of ours hands pictures over itself, whatever the platform does.
    """
    real = {"telegram": settings.telegram_token, "zalo": settings.zalo_token}
    return {name: replace(can, fetches_pictures=False) for name, can in _CAN.items() if not real.get(name)}
