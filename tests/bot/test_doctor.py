"""What `hanhtrinh doctor` finds, good and bad, and the remedy it names."""

import socket
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.commands import doctor as looking
from bot.commands.console import words
from bot.commands.doctor import doctor
from bot.commands.season import open_season
from bot.settings import EXAMPLES
from journey.people import Role
from storage import database
from storage.people import PersonRow, PostRow
from tests.bot.test_dead_rows import message, update
from tests.fakes.telegram import FakeTelegram

NOW = datetime(2026, 12, 20, 2, 0, tzinfo=UTC)
ANOTHER = "123456789:AAanother-token-that-nobody-gave-0123456789"


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    """A Bot API server."""
    server = FakeTelegram()
    await server.start()
    yield server
    await server.close()


@pytest.fixture
def set_(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sqlite_url: str, fake: FakeTelegram) -> pytest.MonkeyPatch:
    """The settings of one bot whose everything is well; tests change them."""
    monkeypatch.chdir(tmp_path)
    for name in EXAMPLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("TELEGRAM_TOKEN", fake.token)
    monkeypatch.setenv("TELEGRAM_API_URL", fake.url)
    return monkeypatch


async def test_all_is_well(set_: pytest.MonkeyPatch, sqlite_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    await _a_unit(sqlite_url)

    assert await doctor() == 0

    shown = capsys.readouterr().out
    assert words("cli.doctor-settings") in shown
    assert f"✓ {words('cli.doctor-database', kind='SQLite')}" in shown
    assert f"✓ {words('cli.doctor-people', count=1)}" in shown
    assert f"✓ {words('cli.doctor-season', code='nguoi-cong-san-tre', year='2027')}" in shown
    assert f"✓ {words('cli.doctor-bot', bot='telegram', username='hanhtrinh_test_bot')}" in shown
    assert f"! {words('cli.doctor-no-pages')}" in shown
    assert words("cli.doctor-sum", bad=0) in shown
    assert "✗" not in shown


@pytest.mark.parametrize(
    ("address", "mark", "said", "shown"),
    [
        ("https://hanhtrinh.example.vn", "✓", "doctor-pages", "https://hanhtrinh.example.vn"),
        ("http://hanhtrinh.example.vn", "!", "doctor-pages-open", "http://hanhtrinh.example.vn"),
        ("https://hanhtrinh.example.vn/bot", "✗", "doctor-pages-path", "https://hanhtrinh.example.vn"),
        ("https://ten:matkhau@hanhtrinh.example.vn", "✗", "doctor-pages-path", "https://hanhtrinh.example.vn"),
        ("http://localhost:8080", "✗", "doctor-pages-near", "http://localhost:8080"),
        ("https://192.168.1.5", "✗", "doctor-pages-near", "https://192.168.1.5"),
    ],
)
async def test_where_pages_will_be(
    set_: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str, mark: str, said: str, shown: str
) -> None:
    set_.setenv("PUBLIC_URL", address)

    assert await doctor() == (1 if mark == "✗" else 0)

    assert f"{mark} {words(f'cli.{said}', address=shown)}" in capsys.readouterr().out


async def test_a_new_installation_is_told_its_next_steps(
    set_: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    set_.delenv("TELEGRAM_TOKEN")

    assert await doctor() == 0

    shown = capsys.readouterr().out
    assert "hanhtrinh roster template" in shown
    assert "hanhtrinh season open" in shown
    assert f"! {words('cli.doctor-no-token')}" in shown


async def test_a_refused_token(set_: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    set_.setenv("TELEGRAM_TOKEN", ANOTHER)

    assert await doctor() == 1

    shown = capsys.readouterr().out
    assert f"✗ {words('cli.doctor-bot-refused', bot='telegram')}" in shown
    assert ANOTHER not in shown


async def test_of_several_bots_the_refused_one_is_named(
    set_: pytest.MonkeyPatch, fake: FakeTelegram, capsys: pytest.CaptureFixture[str]
) -> None:
    set_.setenv("TELEGRAM_TOKEN", f"a={fake.token}, tay={ANOTHER}")

    assert await doctor() == 1

    shown = capsys.readouterr().out
    assert words("cli.doctor-bot", bot="telegram", username="hanhtrinh_test_bot") in shown
    assert words("cli.doctor-bot-refused", bot="telegram.tay") in shown
    assert words("cli.doctor-sum", bad=1) in shown


async def test_an_address_where_nobody_answers(set_: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    address = f"http://127.0.0.1:{_closed_port()}"
    set_.setenv("TELEGRAM_API_URL", address)

    assert await doctor() == 1

    assert f"✗ {words('cli.doctor-bot-unreachable', bot='telegram', address=address)}" in capsys.readouterr().out


async def test_a_folder_that_cannot_be_made(set_: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    set_.setenv("DATA_DIR", "/proc/hanhtrinh")  # not even root may
    set_.delenv("DATABASE_URL")

    assert await doctor() == 1

    shown = capsys.readouterr().out
    for key in ("cli.doctor-folder-bad", "cli.database-unreachable", "cli.files-unusable"):
        assert f"✗ {_beginning(key)}" in shown
    assert words("cli.doctor-sum", bad=3) in shown


async def test_a_file_in_the_folder_s_place(
    set_: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").write_text("a file")

    assert await doctor() == 1

    assert f"DATA_DIR: {words('cli.setting-folder')}" in capsys.readouterr().err


async def test_a_disk_that_is_nearly_full(set_: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    set_.setattr(looking, "LOW_DISK", 2**62)

    assert await doctor() == 1

    assert "DATA_DIR" in capsys.readouterr().out.partition("✗")[2].splitlines()[0]


async def test_a_database_that_is_not_there(set_: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    set_.setenv("DATABASE_URL", f"postgres://hanhtrinh:kin-nhu-bung@127.0.0.1:{_closed_port()}/hanhtrinh")

    assert await doctor() == 1

    shown = capsys.readouterr().out
    assert f"✗ {_beginning('cli.database-unreachable')}" in shown
    assert "kin-nhu-bung" not in shown


async def test_tables_that_are_not_up_to_date(
    set_: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/empty.db")

    assert await doctor() == 0

    assert f"! {words('cli.doctor-database-old', kind='SQLite')}" in capsys.readouterr().out


async def test_a_file_store_that_takes_nothing(
    set_: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "files").write_text("a file")
    set_.setenv("FILES_URL", (tmp_path / "files").as_uri())

    assert await doctor() == 1

    assert "FILES_URL" in capsys.readouterr().out.partition("✗")[2].splitlines()[0]


async def test_rows_that_need_a_human_are_told(
    set_: pytest.MonkeyPatch, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    await database.open_database(sqlite_url)
    await update(1)
    await message(1)
    await message(2)
    await database.close_database()

    assert await doctor() == 1

    shown = capsys.readouterr().out
    assert f"✗ {words('cli.doctor-updates', count=1)}" in shown
    assert f"✗ {words('cli.doctor-messages', count=2)}" in shown


async def test_an_operator_s_chat_that_is_not_set_or_cannot_be(
    set_: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await doctor() == 0
    assert f"! {words('cli.doctor-no-operator')}" in capsys.readouterr().out

    set_.setenv("OPERATOR_CHAT", "telegram:42")
    assert await doctor() == 0
    assert f"✓ {words('cli.doctor-operator', chats='telegram:42')}" in capsys.readouterr().out

    set_.setenv("OPERATOR_CHAT", "telegram:42, telegram.tay:42")
    assert await doctor() == 1
    assert f"✗ {words('cli.doctor-operator-no-bot', chat='telegram.tay:42')}" in capsys.readouterr().out


async def test_an_operator_whom_the_last_alarm_did_not_reach(
    set_: pytest.MonkeyPatch, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_.setenv("OPERATOR_CHAT", "telegram:42")
    await database.open_database(sqlite_url)
    await message(1, "ChatClosed", key="operator:telegram:42:1")
    await database.close_database()

    assert await doctor() == 1

    unreached = words("cli.doctor-operator-unreached", chat="telegram:42", reason="ChatClosed")
    assert f"✗ {unreached}" in capsys.readouterr().out


async def test_a_webhook_that_telegram_would_not_call(
    set_: pytest.MonkeyPatch, fake: FakeTelegram, capsys: pytest.CaptureFixture[str]
) -> None:
    set_.setenv("TELEGRAM_MODE", "webhook")
    set_.setenv("TELEGRAM_WEBHOOK_SECRET", "mot-chuoi")
    set_.setenv("PUBLIC_URL", "https://hanhtrinh.example.vn:8080")
    set_.setenv("TELEGRAM_API_URL", f"http://127.0.0.2:{_closed_port()}")  # a server that is not this machine's own
    assert await doctor() == 1
    assert f"✗ {_beginning('cli.doctor-webhook-bad')}" in capsys.readouterr().out

    set_.setenv("PUBLIC_URL", "https://hanhtrinh.example.vn:8443")
    set_.setenv("TELEGRAM_API_URL", fake.url)
    assert await doctor() == 0
    assert f"✓ {_beginning('cli.doctor-webhook')}" in capsys.readouterr().out


async def test_a_sandbox_open_to_the_network(set_: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    set_.setenv("SANDBOX", "true")
    assert await doctor() == 0
    assert f"! {words('cli.doctor-sandbox')}" in capsys.readouterr().out

    set_.setenv("HTTP_HOST", "0.0.0.0")
    assert await doctor() == 1
    assert f"✗ {words('cli.doctor-sandbox-open', host='0.0.0.0')}" in capsys.readouterr().out


async def test_wrong_settings_end_it_there(set_: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    set_.setenv("HTTP_PORT", "eighty")

    assert await doctor() == 1

    printed = capsys.readouterr()
    assert printed.out == ""
    assert "HTTP_PORT" in printed.err


async def _a_unit(url: str) -> None:
    """One member, in an open season."""
    await database.open_database(url)
    try:
        row = await PersonRow.create(code="1", full_name="An", called="An", sort_key="an", folded="an")
        _ = await PostRow.create(person_id=row.id, role=str(Role.MEMBER))
        await open_season("nguoi-cong-san-tre", 2027, None, None, now=NOW, today=date(2026, 12, 20))
    finally:
        await database.close_database()


def _beginning(key: str) -> str:
    """Return a sentence up to its first value."""
    mark = "\ue000"
    values = dict.fromkeys(("reason", "folder", "where", "address"), mark)
    return words(key, **values).partition(mark)[0]


def _closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
