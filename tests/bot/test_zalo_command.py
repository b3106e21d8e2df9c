"""`hanhtrinh zalo webhook`: shown, set and deleted, and what Zalo's own check of the address says."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from bot.commands.console import words
from bot.commands.zalo import OUTCOMES, delete, set_, show
from bot.settings import EXAMPLES
from locales import texts
from tests.fakes.zalo import FakeZalo

OURS = "/zalo/zalo"


@pytest.fixture
async def platform() -> AsyncIterator[FakeZalo]:
    """A Zalo Bot Platform."""
    server = FakeZalo()
    await server.start()
    yield server
    await server.close()
    assert not server.violations


@pytest.fixture
async def address(platform: FakeZalo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AsyncIterator[str]:
    """Where the product of these settings takes updates; something there answers Zalo's check."""
    app = web.Application()
    app.router.add_post(OURS, _answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    monkeypatch.chdir(tmp_path)
    for name in EXAMPLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in {
        "ZALO_TOKEN": f"{platform.token} tay=123:{'a' * 20}",
        "ZALO_API_URL": platform.url,
        "ZALO_MODE": "webhook",
        "ZALO_WEBHOOK_SECRET": platform.secret,
        "PUBLIC_URL": base,
    }.items():
        monkeypatch.setenv(name, value)
    yield base + OURS
    await runner.cleanup()


async def _answer(_request: web.Request) -> web.Response:
    return web.Response()


async def test_a_webhook_is_set_shown_and_deleted_for_each_bot(
    platform: FakeZalo, address: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    second = platform.beside(f"123:{'a' * 20}")
    assert await set_() == 1  # nobody answers at the second bot's address
    assert (platform.webhook, second.webhook) == (address, f"{address}.tay")
    told = capsys.readouterr()
    assert words("zalo-webhook.ours", bot="zalo", address=address) in told.out
    assert words("zalo-webhook.check-404") in told.err
    assert await show() == 0
    assert platform.delivery.secret == platform.secret

    monkeypatch.setenv("ZALO_MODE", "polling")
    assert await show() == 1
    assert await set_() == 1
    assert await delete() == 0
    assert (platform.webhook, second.webhook) == ("", "")
    assert await show() == 0
    assert words("zalo-webhook.none", bot="zalo.tay") in capsys.readouterr().out


async def test_another_address_and_a_refused_token_are_told(
    platform: FakeZalo, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    await platform.delivery.set_webhook("https://other.example/zalo", platform.secret)
    assert await show() == 1  # the second bot's token is not known there
    told = capsys.readouterr()
    assert words("zalo-webhook.elsewhere", bot="zalo", address="https://other.example/zalo") in told.out
    assert words("zalo-webhook.refused", bot="zalo.tay") in told.err
    assert platform.token.split(":")[1] not in told.out + told.err


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_of_the_check_has_its_sentence(outcome: str) -> None:
    assert texts.has("vi", f"zalo-webhook.check-{outcome}")
