"""What `hanhtrinh doctor` finds about Zalo: its bots, their plans, the Official Account; and the remedies it names."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.channels.oa_grants import Grants, OaApp
from bot.channels.oa_request import OaRequest
from bot.commands.console import words
from bot.commands.doctor import doctor
from bot.commands.doctor_pages import silence
from bot.service import Service
from bot.settings import EXAMPLES, Settings
from journey.allowance import Allowances
from storage import chats, database, metered, sightings
from storage.people import PersonRow
from storage.sightings import Sighting
from tests.fakes.oa import FakeOa
from tests.fakes.zalo import SECRET, FakeZalo

ANOTHER = "123456789:another-token-that-nobody-gave-0123456789"
NOWHERE = "https://127.0.0.1:9"
"""A public address that nobody answers at, and that leads nowhere but here."""


@pytest.fixture
def set_(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sqlite_url: str) -> pytest.MonkeyPatch:
    """The settings of an installation without a bot; tests add one."""
    monkeypatch.chdir(tmp_path)
    for name in EXAMPLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    return monkeypatch


@pytest.fixture
async def zalo(set_: pytest.MonkeyPatch) -> AsyncIterator[FakeZalo]:
    """The Bot Platform, with one bot of ours that polls."""
    server = FakeZalo()
    await server.start()
    set_.setenv("ZALO_TOKEN", server.token)
    set_.setenv("ZALO_API_URL", server.url)
    yield server
    await server.close()
    assert not server.violations


@pytest.fixture
async def oa(set_: pytest.MonkeyPatch) -> AsyncIterator[FakeOa]:
    """The Official Account's servers."""
    server = FakeOa(lambda: datetime.now(UTC))
    await server.start()
    set_.setenv("ZALO_OA_ID", server.oa_id)
    set_.setenv("ZALO_OA_APP_ID", server.app_id)
    set_.setenv("ZALO_OA_APP_SECRET", server.secret)
    set_.setenv("ZALO_OA_API_URL", server.url)
    set_.setenv("ZALO_OA_OAUTH_URL", server.url)
    set_.setenv("PUBLIC_URL", NOWHERE)
    yield server
    await server.close()
    assert not server.violations


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[None]:
    await database.open_database(url)
    try:
        yield
    finally:
        await database.close_database()


async def test_a_bot_to_try_it_with(zalo: FakeZalo, capsys: pytest.CaptureFixture[str]) -> None:
    assert await doctor() == 1

    shown = capsys.readouterr().out
    assert f"✓ {_beginning('bot', bot='zalo')}" in shown
    assert f"! {words('zalo-doctor.polling', bot='zalo')}" in shown
    assert f"✗ {words('zalo-doctor.no-address')}" in shown
    assert f"✓ {words('zalo-doctor.month', bot='zalo', used=0, limit=3000)}" in shown
    assert f"✓ {words('zalo-doctor.people', bot='zalo', count=0, limit=50)}" in shown
    assert words("cli.doctor-no-token") not in shown
    assert zalo.token not in shown


async def test_a_refused_token_and_a_platform_that_is_away(
    zalo: FakeZalo, set_: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    set_.setenv("ZALO_TOKEN", f"a={zalo.token}, tay={ANOTHER}")
    assert await doctor() == 1
    shown = capsys.readouterr().out
    assert f"✗ {words('zalo-doctor.bot-refused', bot='zalo.tay')}" in shown
    assert ANOTHER not in shown

    set_.setenv("ZALO_API_URL", "http://127.0.0.1:9")
    assert await doctor() == 1
    away = words("zalo-doctor.bot-unreachable", bot="zalo", address="http://127.0.0.1:9")
    assert f"✗ {away}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("mode", "delivered", "mark", "said"),
    [
        ("polling", f"{NOWHERE}/zalo/zalo", "✗", "webhook-in-the-way"),
        ("webhook", "", "✗", "webhook-none"),
        ("webhook", "https://127.0.0.2:9/zalo/zalo", "✗", "webhook-elsewhere"),
        ("webhook", f"{NOWHERE}/zalo/zalo", "✓", "webhook"),
    ],
)
async def test_where_the_platform_delivers_to(
    zalo: FakeZalo,
    set_: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    mode: str,
    delivered: str,
    mark: str,
    said: str,
) -> None:
    set_.setenv("ZALO_MODE", mode)
    set_.setenv("ZALO_WEBHOOK_SECRET", SECRET)
    set_.setenv("PUBLIC_URL", NOWHERE)
    zalo.delivery.webhook = delivered

    await doctor()

    host = delivered.removeprefix("https://").partition(":")[0]
    sentence = words(f"zalo-doctor.{said}", bot="zalo", host=host, address=f"{NOWHERE}/zalo/zalo")
    assert f"{mark} {sentence}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("used", "mark", "said"), [(2399, "✓", "month"), (2400, "!", "month-nearly"), (3000, "✗", "month-spent")]
)
async def test_how_much_of_the_month_is_used(
    zalo: FakeZalo, sqlite_url: str, capsys: pytest.CaptureFixture[str], used: int, mark: str, said: str
) -> None:
    month = Allowances(zone=Settings(_env_file=None).zone).month(datetime.now(UTC))
    async with _opened(sqlite_url):
        await metered.count({("zalo", month): (used - 100, 100)})

    await doctor()

    assert f"{mark} {words(f'zalo-doctor.{said}', bot='zalo', used=used, limit=3000)}" in capsys.readouterr().out


async def test_a_month_that_the_platform_itself_has_ended(
    zalo: FakeZalo, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    now = datetime.now(UTC)
    async with _opened(sqlite_url):
        await metered.spend("zalo", Allowances(zone=Settings(_env_file=None).zone).month(now), now + timedelta(days=1))

    assert await doctor() == 1

    assert f"✗ {_beginning('month-refused', bot='zalo')}" in capsys.readouterr().out


async def test_how_many_people_a_bot_still_takes(
    zalo: FakeZalo, set_: pytest.MonkeyPatch, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_.setenv("ZALO_USERS", "2")
    async with _opened(sqlite_url):
        for code in "12":
            row = await PersonRow.create(code=code, full_name="An", called="An", sort_key="an", folded="an")
            await chats.link(f"zalo:{code}", row.id, "vi", datetime.now(UTC))

    assert await doctor() == 1

    assert f"✗ {words('zalo-doctor.people-full', bot='zalo', count=2, limit=2)}" in capsys.readouterr().out


async def test_an_account_that_nobody_has_granted_yet(oa: FakeOa, capsys: pytest.CaptureFixture[str]) -> None:
    assert await doctor() == 1

    shown = capsys.readouterr().out
    assert f"✗ {words('zalo-doctor.grant-none')}" in shown
    assert f"! {words('zalo-doctor.no-template')}" in shown
    assert oa.secret not in shown


async def test_an_account_with_its_grant_and_template(
    oa: FakeOa, set_: pytest.MonkeyPatch, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_.setenv("ZALO_OA_TEMPLATE", oa.template_id)
    async with _opened(sqlite_url):
        await _grants(oa, datetime.now(UTC)).keep(*oa.seed())

    await doctor()

    shown = capsys.readouterr().out
    assert f"✓ {_beginning('grant')}" in shown
    assert f"✓ {_beginning('oa')}" in shown
    assert f"✓ {words('zalo-doctor.template', template=oa.template_id)}" in shown

    async with _opened(sqlite_url), database.transaction():
        await sightings.note(Sighting("template-refused", oa.template_id), datetime.now(UTC))
    assert await doctor() == 1
    assert f"✗ {words('health.template-refused', subject=oa.template_id)}" in capsys.readouterr().out


@pytest.mark.parametrize(("days", "mark", "said"), [(2, "!", "grant-idle"), (91, "✗", "grant-over")])
async def test_a_grant_that_nobody_renewed_for_long(
    oa: FakeOa, sqlite_url: str, capsys: pytest.CaptureFixture[str], days: int, mark: str, said: str
) -> None:
    then = datetime.now(UTC) - timedelta(days=days)
    access, refresh, _ = oa.seed()
    async with _opened(sqlite_url):
        await _grants(oa, then).keep(access, refresh, then + timedelta(hours=25))

    await doctor()

    assert f"{mark} {_beginning(said)}" in capsys.readouterr().out
    assert oa.renewal_calls == 0


async def test_an_account_whose_administrator_took_the_grant_back(
    oa: FakeOa, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with _opened(sqlite_url):
        await _grants(oa, datetime.now(UTC)).keep(*oa.seed())
    oa.revokes()

    assert await doctor() == 1

    assert f"✗ {words('zalo-doctor.oa-refused')}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("address", "mark", "said"),
    [("http://127.0.0.1:9", "✗", "address-open"), (NOWHERE, "!", "address-silent")],
)
async def test_what_zalo_fetches_is_looked_for_where_it_would(
    zalo: FakeZalo, set_: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str, mark: str, said: str
) -> None:
    set_.setenv("PUBLIC_URL", address)

    await doctor()

    sentence = words(f"zalo-doctor.{said}", address=address, reason="ClientConnectorError")
    assert f"{mark} {sentence}" in capsys.readouterr().out


async def test_what_answers_at_an_address_is_this_product_or_something_else(
    zalo: FakeZalo, sqlite_url: str, tmp_path: Path
) -> None:
    settings = Settings(
        _env_file=None, zalo_token=(), database_url=SecretStr(sqlite_url), data_dir=tmp_path, http_port=0
    )
    service = Service(settings, demo=False, ticks=False)
    await service.start()
    try:
        assert await silence(f"http://127.0.0.1:{service.port}") == ""
    finally:
        await service.stop()
    assert await silence(zalo.url) == "HTTP 404"


def _grants(oa: FakeOa, now: datetime) -> Grants:
    app = OaApp(oa.oa_id, oa.app_id, oa.secret, oa.verifier, oa.url, oa.url)
    return Grants("oa", app, OaRequest(), lambda: now)


def _beginning(key: str, **values: str) -> str:
    """Return a sentence up to its first value that is not given."""
    mark = "\ue000"
    every = dict.fromkeys(("account", "until", "at", "name", "package"), mark)
    return words(f"zalo-doctor.{key}", **{**every, **values}).partition(mark)[0]
