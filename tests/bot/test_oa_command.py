"""Granting an Official Account: by the page its administrator comes back to, or by the command; what a domain says."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from pydantic import SecretStr

from bot.clock import MovableClock
from bot.commands.console import words
from bot.official_account import CALLBACK
from bot.service import Service
from bot.settings import Settings
from bot.web.pages_limits import WRONG
from tests.bot.channels.oa_house import server
from tests.fakes.oa import FakeOa
from tests.fakes.telegram_spec import CHECKOUT
from tests.support.ports import free_port

__all__ = ("server",)


@pytest.fixture
async def service(server: FakeOa, sqlite_url: str, tmp_path: Path, clock: MovableClock) -> AsyncIterator[Service]:
    """The product with an account that nobody has granted yet."""
    port = free_port()
    settings = Settings(
        _env_file=None,
        database_url=SecretStr(sqlite_url),
        data_dir=tmp_path,
        http_port=port,
        public_url=f"http://127.0.0.1:{port}",
        sandbox=False,
        zalo_oa_id=server.oa_id,
        zalo_oa_app_id=server.app_id,
        zalo_oa_app_secret=SecretStr(server.secret),
        zalo_oa_webhook_secret=SecretStr(server.webhook_secret),
        zalo_oa_verifier=SecretStr(server.verifier),
        zalo_oa_api_url=server.url,
        zalo_oa_oauth_url=server.url,
        zalo_oa_site="AbCdEf_123",
    )
    running = Service(settings, clock=clock, demo=False, ticks=False)
    await running.start()
    yield running
    await running.stop()


async def page(service: Service, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"{service.settings.public_url}{path}") as answer:
        return answer.status, await answer.text()


async def run(service: Service, *arguments: str) -> tuple[int, str]:
    """Run `hanhtrinh oa …` as an operator does; return its exit status and what it printed."""
    told = service.settings
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONUTF8": "1",
        "DATABASE_URL": told.database,
        "PUBLIC_URL": told.public_url,
        "ZALO_OA_ID": told.zalo_oa_id,
        "ZALO_OA_APP_ID": told.zalo_oa_app_id,
        "ZALO_OA_APP_SECRET": told.zalo_oa_app_secret.get_secret_value(),
        "ZALO_OA_VERIFIER": told.zalo_oa_verifier.get_secret_value(),
        "ZALO_OA_API_URL": told.zalo_oa_api_url,
        "ZALO_OA_OAUTH_URL": told.zalo_oa_oauth_url,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "oa", *arguments, cwd=CHECKOUT, env=environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    printed = (await process.communicate())[0].decode()
    assert server_secrets(service).isdisjoint(printed.split())
    return process.returncode or 0, printed


def server_secrets(service: Service) -> set[str]:
    told = service.settings
    return {told.zalo_oa_app_secret.get_secret_value(), told.zalo_oa_verifier.get_secret_value()}


async def test_the_page_after_the_consent_takes_the_grant(service: Service, server: FakeOa) -> None:
    status, shown = await page(service, f"{CALLBACK}?code={server.consents()}&oa_id={server.oa_id}")
    assert (status, words("pages.oa-granted-title") in shown) == (200, True)
    assert service.official is not None
    assert await service.official.channel.grants.access() == server.access

    for query in ("", "?code=mot-ma-cu"):
        status, shown = await page(service, f"{CALLBACK}{query}")
        assert (status, words("pages.oa-not-granted-title") in shown) == (400, True)
    code, server.oa_id = server.consents(), "1"
    status, shown = await page(service, f"{CALLBACK}?code={code}&oa_id={service.settings.zalo_oa_id}")
    assert (status, words("pages.oa-wrong-account-title") in shown) == (403, True)


async def test_the_page_after_the_consent_does_not_call_the_platform_for_everybody(service: Service) -> None:
    answers = [await page(service, CALLBACK) for _ in range(2 * WRONG + 1)]  # a minute may turn among them
    assert {status for status, _ in answers} == {400, 429}


async def test_the_command_prints_the_link_takes_the_code_and_shows_how_it_stands(
    service: Service, server: FakeOa
) -> None:
    code, printed = await run(service, "status")
    assert (code, words("oa.status-none") in printed) == (1, True)

    code, printed = await run(service, "grant")
    link = next(line for line in printed.splitlines() if line.startswith(server.url))
    asked = parse_qs(urlsplit(link).query)
    assert (code, asked["app_id"], asked["code_challenge"]) == (0, [server.app_id], [server.challenge])
    assert asked["redirect_uri"] == [f"{service.settings.public_url}{CALLBACK}"]

    code, printed = await run(service, "grant", f"https://x.vn{CALLBACK}?oa_id=1&code={server.consents()}")
    assert code == 0, printed
    code, printed = await run(service, "status")
    assert (code, "Hành trình" in printed, "Growth" in printed) == (0, True, True)


async def test_the_home_page_proves_whose_the_domain_is(service: Service) -> None:
    status, shown = await page(service, "/")
    assert (status, words("oa.home") in shown) == (200, True)
    assert '<meta name="zalo-platform-site-verification" content="AbCdEf_123">' in shown
