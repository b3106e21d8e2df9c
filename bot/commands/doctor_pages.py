"""What `hanhtrinh doctor` finds about PUBLIC_URL: what people, and platforms, reach this product at."""

import ipaddress
from urllib.parse import urlsplit

import aiohttp

from bot.commands.console import words
from bot.commands.finding import Finding
from bot.settings import Settings

PATIENCE = aiohttp.ClientTimeout(total=10)
OURS = "Disallow: /"
"""Stands in /robots.txt of this product, which a proxy passes on with the pages."""


def pages(settings: Settings) -> Finding:
    """Look at the address that one-time links begin with."""
    if not settings.public_url:
        return "note", words("cli.doctor-no-pages")
    parts = urlsplit(settings.public_url)
    if parts.path or parts.username:
        return "bad", words("cli.doctor-pages-path", address=f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}")
    if is_near(parts.hostname or ""):
        return "bad", words("cli.doctor-pages-near", address=settings.public_url)
    if parts.scheme != "https":
        return "note", words("cli.doctor-pages-open", address=settings.public_url)
    return "good", words("cli.doctor-pages", address=settings.public_url)


def is_near(host: str) -> bool:
    """Say whether only this machine or its own network can reach `host`."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith((".local", ".localhost", ".internal", ".lan"))


def webhook(settings: Settings) -> Finding:
    """Look at the address that Telegram is to call."""
    parts = urlsplit(settings.public_url)
    local = urlsplit(settings.telegram_api_url).hostname in ("127.0.0.1", "localhost")
    if not local and (parts.scheme != "https" or parts.port not in (None, 443, 80, 88, 8443)):
        return "bad", words("cli.doctor-webhook-bad", address=settings.public_url)
    return "good", words("cli.doctor-webhook", address=settings.public_url)


async def fetched(settings: Settings) -> Finding:
    """Look whether what Zalo fetches, and its members open, is there at PUBLIC_URL."""
    if not settings.public_url:
        return "bad", words("zalo-doctor.no-address")
    address = settings.public_url
    if urlsplit(address).scheme != "https":
        return "bad", words("zalo-doctor.address-open", address=address)
    if reason := await silence(address):
        return "note", words("zalo-doctor.address-silent", address=address, reason=reason)
    return "good", words("zalo-doctor.address", address=address)


async def silence(address: str) -> str:
    """Return why this product does not answer at `address`, "" when it does."""
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE) as session,
            session.get(f"{address}/robots.txt", allow_redirects=False) as answer,
        ):
            is_ours = answer.status == 200 and OURS in (await answer.content.read(1024)).decode("utf-8", "replace")
            return "" if is_ours else f"HTTP {answer.status}"
    except (aiohttp.ClientError, TimeoutError) as error:
        return type(error).__name__
