"""The channels an installation has, by its settings, and what each can."""

from bot.channels.channel import Capabilities
from bot.channels.oa import Oa
from bot.channels.telegram import Telegram
from bot.channels.zalo import Zalo
from bot.settings import Settings


def channels(settings: Settings) -> dict[str, Capabilities]:
    """Return what each bot that is set can, by its channel's name."""
    telegram = {bot.channel("telegram"): Telegram.can for bot in settings.telegram_token}
    zalo = {bot.channel("zalo"): Zalo.can for bot in settings.zalo_token}
    return {**telegram, **zalo, **({Oa.name: Oa.can} if settings.has_zalo_oa else {})}
