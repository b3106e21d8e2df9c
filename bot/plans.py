"""What each platform allows its bots, by the settings."""

from collections.abc import Iterable
from datetime import timedelta

from bot.channels.oa import Oa
from bot.settings import Settings
from journey.allowance import Allowances, Plan

FREE = timedelta(hours=48)
"""How long after somebody wrote messages of an Official Account to them cost nothing (ZALO 3.4)."""


def zalo(settings: Settings) -> Plan:
    """Return what each bot of ZALO_TOKEN may do."""
    return Plan(users=settings.zalo_users, a_month=settings.zalo_a_month)


def official_account(settings: Settings) -> Plan:
    """Return how long the account writes to somebody, and what it may send afterwards."""
    return Plan(window=Oa.can.window if settings.zalo_oa_paid else FREE, template=settings.zalo_oa_template)


def allowances(settings: Settings, bots: Iterable[str]) -> Allowances:
    """Return what the platforms allow the product of these settings, whose channels are `bots`."""
    plans = {bot.channel("zalo"): zalo(settings) for bot in settings.zalo_token}
    account = {Oa.name: official_account(settings)} if settings.has_zalo_oa else {}
    return Allowances({**plans, **account}, tuple(bots), settings.zone)
