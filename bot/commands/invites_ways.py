"""How somebody comes in with an invitation: a link that brings its token, or a bot to which its code is sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.channels.channel import SendError
from bot.channels.telegram import Telegram
from bot.channels.zalo import Zalo
from bot.commands.console import Stopped, errors, words
from bot.official_account import account_of
from bot.settings import BotToken, Settings

OA_PAGE = "https://zalo.me/"
"""Before an Official Account's id: where its page is. It takes no word for us: the code is sent there."""


@dataclass(frozen=True, slots=True)
class Ways:
    """`link` makes the address of a token, None where no platform has one; `page` opens the account that is written
    to instead, "" without one; `zalo` names the bots and the account to look for there.
    """

    link: Callable[[str], str] | None = None
    page: str = ""
    zalo: tuple[str, ...] = ()

    def address(self, token: str) -> str:
        """Return what stands in the QR code of an invitation, "" for none."""
        return self.link(token) if self.link else self.page


async def ways(settings: Settings) -> Ways:
    """Ask the platforms what our bots are called; the database is open.

    Raises:
        Stopped: there is no bot, or one does not answer; which has been said.
    """
    if not settings.has_bots:
        errors.print(words("invites.no-token"))
        raise Stopped
    try:
        link = await _link(settings, settings.telegram_token[0]) if settings.telegram_token else None
        zalo = [await _zalo(settings, bot) for bot in settings.zalo_token]
        if settings.has_zalo_oa:
            zalo.append(await _account(settings))
    except SendError:
        errors.print(words("invites.no-username"))
        raise Stopped from None
    return Ways(link, f"{OA_PAGE}{settings.zalo_oa_id}" if settings.has_zalo_oa else "", tuple(zalo))


async def _link(settings: Settings, first: BotToken) -> Callable[[str], str]:
    bot = Telegram(first.channel("telegram"), first.token.get_secret_value(), settings.telegram_api_url)
    try:
        username = await bot.username()
    finally:
        await bot.close()
    return lambda token: f"https://t.me/{username}?start={token}"


async def _zalo(settings: Settings, set_: BotToken) -> str:
    bot = Zalo(set_.channel("zalo"), set_.token.get_secret_value(), settings.zalo_api_url)
    try:
        return await bot.account_name()
    finally:
        await bot.close()


async def _account(settings: Settings) -> str:
    account = account_of(settings, lambda: datetime.now(UTC))
    try:
        return str((await account.account()).get("name") or account.name)
    finally:
        await account.close()
