"""What `hanhtrinh doctor` finds about the Zalo Official Account: its grant, the account itself, what costs money."""

from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.account_watch import TEMPLATE, WEBHOOK
from bot.channels.channel import ChannelDown, SendError
from bot.commands.console import words
from bot.commands.finding import Finding
from bot.health import SEEN_WITHIN
from bot.official_account import account_of
from bot.settings import Settings
from storage import sightings
from storage.grants import SealedGrant

IDLE = timedelta(hours=26)
"""Since its renewal: the product renews a grant before its 25 hours are over (ZALO 3.2)."""

REFRESH_FOR = timedelta(days=90)
"""How long a grant can be renewed (ZALO 3.2)."""


async def findings(settings: Settings, now: datetime) -> AsyncIterator[Finding]:
    """Look at the account as of `now` (UTC); the database is open."""
    if not settings.has_zalo_oa:
        return
    oa = account_of(settings, lambda: now)
    try:
        grant = await oa.grants.known()
        yield _grant(grant, now)
        if grant is not None and grant.refused_at is None and now < grant.expires_at:
            for finding in _account(await oa.account()):
                yield finding
    except ChannelDown:
        yield "bad", words("zalo-doctor.oa-refused")
    except SendError:
        yield "bad", words("zalo-doctor.oa-unreachable", address=settings.zalo_oa_api_url)
    finally:
        await oa.close()
    yield _reminding(settings)
    for seen in await sightings.since(now - SEEN_WITHIN):
        if seen.what in (TEMPLATE, WEBHOOK):
            yield "bad", words(f"health.{seen.what}", subject=seen.subject)


def _grant(grant: SealedGrant | None, now: datetime) -> Finding:
    if grant is None:
        return "bad", words("zalo-doctor.grant-none")
    if grant.refused_at is not None or now - grant.renewed_at >= REFRESH_FOR:
        return "bad", words("zalo-doctor.grant-over", at=grant.refused_at or grant.renewed_at + REFRESH_FOR)
    if now - grant.renewed_at >= IDLE:
        return "note", words("zalo-doctor.grant-idle", at=grant.renewed_at, until=grant.renewed_at + REFRESH_FOR)
    return "good", words("zalo-doctor.grant", at=grant.renewed_at)


def _account(told: Mapping[str, Any]) -> Iterator[Finding]:
    name = str(told.get("name") or "")
    yield "good", words("zalo-doctor.oa", name=name, package=str(told.get("package_name") or "–"))
    if told.get("is_verified") is False:
        yield "note", words("zalo-doctor.oa-not-verified", name=name)


def _reminding(settings: Settings) -> Finding:
    """Say what happens to whoever has not written for seven days."""
    if settings.zalo_oa_template:
        return "good", words("zalo-doctor.template", template=settings.zalo_oa_template)
    return "note", words("zalo-doctor.no-template")
