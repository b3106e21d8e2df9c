"""`hanhtrinh invites` where people come in by Zalo: no link brings a word there, so that the code does."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from bot.commands.console import Stopped, words
from bot.commands.invites import invites
from bot.settings import EXAMPLES
from storage import database
from storage.people import PersonRow
from tests.fakes.telegram import FakeTelegram
from tests.fakes.zalo import FakeZalo


@pytest.fixture
async def set_(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sqlite_url: str) -> pytest.MonkeyPatch:
    """The settings of an installation with one person and without a bot."""
    monkeypatch.chdir(tmp_path)
    for name in EXAMPLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    await database.open_database(sqlite_url)
    _ = await PersonRow.create(code="1", full_name="An", called="An", sort_key="an", folded="an")
    await database.close_database()
    return monkeypatch


@pytest.fixture
async def zalo(set_: pytest.MonkeyPatch) -> AsyncIterator[FakeZalo]:
    """The Bot Platform with one bot of ours."""
    server = FakeZalo()
    await server.start()
    set_.setenv("ZALO_TOKEN", server.token)
    set_.setenv("ZALO_API_URL", server.url)
    yield server
    await server.close()


def _row(file: Path) -> Sequence[object]:
    return CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()[1]


@pytest.mark.usefixtures("zalo")
async def test_with_zalo_alone_the_code_is_sent_to_the_bot(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert await invites(tmp_path / "moi.xlsx", unit=None, renew=False) == 0

    _, _, code, link, _ = _row(tmp_path / "moi.xlsx")
    assert (len(str(code)), link) == (9, "")
    assert words("invites.on-zalo", zalo="bot.hanhtrinh") in capsys.readouterr().out
    assert await invites(tmp_path / "moi.pdf", unit=None, renew=True) == 0


@pytest.mark.usefixtures("zalo")
async def test_with_telegram_beside_it_the_link_is_telegram_s(set_: pytest.MonkeyPatch, tmp_path: Path) -> None:
    telegram = FakeTelegram()
    await telegram.start()
    set_.setenv("TELEGRAM_TOKEN", telegram.token)
    set_.setenv("TELEGRAM_API_URL", telegram.url)

    assert await invites(tmp_path / "moi.xlsx", unit=None, renew=False) == 0

    await telegram.close()
    assert str(_row(tmp_path / "moi.xlsx")[3]).startswith("https://t.me/hanhtrinh_test_bot?start=")


async def test_a_bot_that_does_not_answer_ends_it_before_anything_is_written(
    zalo: FakeZalo, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await zalo.close()

    with pytest.raises(Stopped):
        await invites(tmp_path / "moi.xlsx", unit=None, renew=False)

    assert words("invites.no-username") in capsys.readouterr().err
    assert not (tmp_path / "moi.xlsx").exists()


@pytest.mark.usefixtures("set_")
async def test_without_a_bot_there_is_nowhere_to_invite_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Stopped):
        await invites(tmp_path / "moi.xlsx", unit=None, renew=False)

    assert words("invites.no-token") in capsys.readouterr().err
