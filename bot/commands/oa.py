"""`hanhtrinh oa`: the Official Account's grant, asked for, taken and shown."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

from bot.channels.channel import SendError
from bot.channels.oa import Oa
from bot.channels.oa_grants import WrongAccount
from bot.channels.oa_request import Broken, Failed, Lost, NotSent
from bot.channels.oa_webhook import PATH
from bot.commands.console import errors, load_settings, open_database, out, words
from bot.official_account import CALLBACK, account_of, app_of
from bot.settings import Settings


async def grant(code: str) -> int:
    """Take the grant that `code` (or the address it came with) stands for; without one print the link to consent at."""
    settings = load_settings()
    if not settings.has_zalo_oa:
        return _without()
    if not code:
        out.print(words("oa.grant-open"), style="bold")
        out.print(app_of(settings).permission_link(f"{settings.public_url}{CALLBACK}"))
        out.print(words("oa.grant-then", address=settings.public_url))
        return 0
    async with open_database(settings):
        account = account_of(settings, lambda: datetime.now(UTC))
        try:
            return await _accept(account, _code(code), settings)
        finally:
            await account.close()


async def status() -> int:
    """Print how the grant stands and what the platform says of the account; 1 when something is wrong."""
    settings = load_settings()
    if not settings.has_zalo_oa:
        return _without()
    async with open_database(settings):
        account = account_of(settings, lambda: datetime.now(UTC))
        try:
            return await _status(account, settings)
        finally:
            await account.close()


def _without() -> int:
    errors.print(words("oa.no-account"), style="bold red")
    return 1


def _code(given: str) -> str:
    """Return the code in what was pasted: an address, a "code=…", or the code itself."""
    query = urlsplit(given).query if "?" in given else given
    return parse_qs(query).get("code", [given])[0].strip()


async def _accept(account: Oa, code: str, settings: Settings) -> int:
    try:
        await account.grants.accept(code)
    except Failed as failed:
        errors.print(words("oa.grant-refused", reason=failed.reason), style="bold red")
    except WrongAccount:
        errors.print(words("oa.grant-wrong-account"), style="bold red")
    except (Broken, NotSent, Lost):
        errors.print(words("oa.unreachable"), style="bold red")
    else:
        kept = await account.grants.known()
        out.print(words("oa.grant-done", settings.timezone, until=kept and kept.expires_at), style="green")
        return 0
    return 1


async def _status(account: Oa, settings: Settings) -> int:
    kept = await account.grants.known()
    out.print(words("oa.status-webhook", address=f"{settings.public_url}{PATH}"))
    if kept is None:
        errors.print(words("oa.status-none"), style="bold red")
        return 1
    if kept.refused_at is not None:
        errors.print(words("oa.status-refused", settings.timezone, at=kept.refused_at), style="bold red")
        return 1
    try:
        told = await account.account()
    except SendError as error:
        errors.print(words("oa.status-down", reason=str(error)), style="bold red")
        return 1
    kept = await account.grants.known() or kept  # asking may have renewed it
    verified = "yes" if told.get("is_verified") else "no"
    package = str(told.get("package_name") or "–")
    out.print(words("oa.status-account", name=str(told.get("name", "")), verified=verified, package=package))
    out.print(words("oa.status-good", settings.timezone, until=kept.expires_at, renewed=kept.renewed_at), style="green")
    return 0
