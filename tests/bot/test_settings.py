"""What an operator sets: each variable right and wrong, and how a wrong one is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.commands.console import fault_words
from bot.settings import EXAMPLES, SettingFault, Settings, WrongSettings, load

TOKEN = "123456789:AAfirst-token_of-the-tests-0123456789"
OTHER = "987654321:AAother-token_of-the-tests-9876543210"

WRONG = (
    ("TELEGRAM_TOKEN", "not a token", "token"),
    ("TELEGRAM_TOKEN", "123456789", "token"),
    ("TELEGRAM_TOKEN", f"{TOKEN}, {OTHER}", "token"),  # the second has no name
    ("TELEGRAM_TOKEN", f"a={TOKEN}, B-2={OTHER}", "token"),
    ("TELEGRAM_TOKEN", f"a={TOKEN}, b={TOKEN}", "twice"),
    ("TELEGRAM_TOKEN", f"a={TOKEN}, b={OTHER}, b=1{OTHER}", "twice"),
    ("TELEGRAM_API_URL", "api.telegram.org", "url"),
    ("TELEGRAM_API_URL", "ftp://api.telegram.org", "url"),
    ("TELEGRAM_MODE", "pulling", "one-of"),
    ("TELEGRAM_WEBHOOK_SECRET", "bí mật", "secret"),
    ("TELEGRAM_WEBHOOK_SECRET", "x" * 257, "secret"),
    ("TELEGRAM_PACE", "fast", "number"),
    ("TELEGRAM_PACE", "1001", "pace"),
    ("TELEGRAM_PACE", "-1", "pace"),
    ("ZALO_TOKEN", "not a token", "token"),
    ("ZALO_TOKEN", f"a={TOKEN}, b={TOKEN}", "twice"),
    ("ZALO_MODE", "pulling", "one-of"),
    ("ZALO_WEBHOOK_SECRET", "x" * 7, "zalo-secret"),
    ("ZALO_USERS", "-1", "plan"),
    ("ZALO_A_MONTH", "many", "number"),
    ("ZALO_MEDIA_HOSTS", "https://zdn.vn", "hosts"),
    ("ZALO_API_URL", "bot-api.zaloplatforms.com", "url"),
    ("ZALO_OA_ID", "doan-phuong", "digits"),
    ("ZALO_OA_APP_ID", "app", "digits"),
    ("ZALO_OA_APP_SECRET", "only-this", "needed-oa"),
    ("ZALO_OA_TEMPLATE", "nhac-viec", "digits"),
    ("ZALO_OA_PAID", "perhaps", "yes-no"),
    ("ZALO_OA_SITE", "<meta>", "site"),
    ("ZALO_OA_API_URL", "openapi.zalo.me", "url"),
    ("ZALO_OA_OAUTH_URL", "oauth.zaloapp.com", "url"),
    ("REMINDERS_A_WEEK", "0", "a-week"),
    ("PUBLIC_URL", "hanhtrinh.example.vn", "url"),
    ("PUBLIC_URL", "https://hanhtrinh.example.vn?a=1", "url"),
    ("PUBLIC_URL", "https://hanhtrinh.example.vn/#a", "url"),
    ("PUBLIC_URL", "https://hanhtrinh.example.vn:99999", "url"),
    ("PUBLIC_URL", "https://hanh trinh.example.vn", "url"),
    ("HTTP_HOST", "127.0.0.1:8080", "host"),
    ("HTTP_HOST", "http://127.0.0.1", "host"),
    ("HTTP_PORT", "eighty", "number"),
    ("HTTP_PORT", "65536", "port"),
    ("HTTP_PORT", "-1", "port"),
    ("DATABASE_URL", "mysql://localhost/hanhtrinh", "database"),
    ("DATABASE_URL", "postgres://localhost", "database"),
    ("FILES_URL", "/var/lib/files", "files"),
    ("FILES_URL", "s3://", "files"),
    ("DATA_DIR", f"{__file__}", "folder"),
    ("DATA_DIR", f"{__file__}/below", "folder"),
    ("TIMEZONE", "Hanoi", "zone"),
    ("SANDBOX", "perhaps", "yes-no"),
    ("LOG_LEVEL", "LOUD", "one-of"),
    ("OPERATOR_CHAT", "42", "chat"),
    ("OPERATOR_CHAT", "telegram:42; telegram:43", "chat"),
    ("HOLIDAYS_FILE", f"{Path(__file__).parent}", "file"),
    ("OFFICE_HOURS", "8-11", "hours"),
    ("MEMBER_HOURS", "8h-20h30", "hours"),
    ("OFFICE_HOURS", "14:00-17:00 08:00-11:00", "hours"),
    ("APPROVER_DAYS", "5 8", "approver-days"),
    ("APPROVER_DAYS", "8 5 10", "approver-days"),
)


UNLIMITED = {"ZALO_OA_WEBHOOK_SECRET", "ZALO_OA_VERIFIER"}
"""What Zalo's console shows, whatever that looks like."""


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in EXAMPLES:
        monkeypatch.delenv(name, raising=False)


def _faults(env_file: Path | None = None) -> tuple[SettingFault, ...]:
    with pytest.raises(WrongSettings) as wrong:
        load(env_file)
    return wrong.value.faults


@pytest.mark.parametrize(("name", "value", "reason"), WRONG)
def test_a_wrong_value_is_told_by_name_reason_and_example(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, reason: str
) -> None:
    monkeypatch.setenv(name, value)

    told = _faults()

    missing = "ZALO_OA_ID" if reason == "needed-oa" else name
    assert told == (SettingFault(missing, reason, EXAMPLES[missing]),)


def test_every_setting_can_be_wrong_and_every_example_is_right(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (
        {name for name, _, _ in WRONG} | UNLIMITED
        == EXAMPLES.keys()
        == {field.upper() for field in Settings.model_fields}
    )
    for name, example in EXAMPLES.items():
        monkeypatch.setenv(name, example)

    assert load(None).telegram_mode == "polling"


@pytest.mark.parametrize("language", ["vi_VN.UTF-8", "en_US.UTF-8"])
def test_every_reason_has_its_sentence(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("LC_ALL", language)

    for reason in {reason for _, _, reason in WRONG} | {"needed", "unknown"}:
        assert "HTTP_HOST=127.0.0.1" in fault_words(SettingFault("HTTP_HOST", reason, "127.0.0.1", "HTTP_PORT"))


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("TELEGRAM_TOKN", "TELEGRAM_TOKEN"),
        ("TELEGRAM_API", "TELEGRAM_API_URL"),
        ("DATABASE_URI", "DATABASE_URL"),
        ("HTTP_PROT", "HTTP_PORT"),
        ("TIME_ZONE", "TIMEZONE"),
    ],
)
def test_a_mistyped_name_is_told_with_the_one_that_was_meant(
    monkeypatch: pytest.MonkeyPatch, name: str, guess: str
) -> None:
    monkeypatch.setenv(name, "anything")

    assert _faults() == (SettingFault(name, "unknown", EXAMPLES[guess], guess),)


def test_names_of_other_programs_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "AWS_REGION", "PGHOST", "LANG", "DATA"):
        monkeypatch.setenv(name, "anything")

    assert load(None).http_port == 8080


def test_all_faults_are_told_at_once_the_file_s_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    monkeypatch.setenv("HTTP_PORT", "eighty")
    file = tmp_path / ".env"
    file.write_text("TIMEZONE=Hanoi\nexport TELEGRAM_MOOD=polling\n", "utf-8")

    assert {(fault.name, fault.reason, fault.file, fault.line) for fault in _faults(file)} == {
        ("HTTP_PORT", "number", "", 0),
        ("TIMEZONE", "zone", str(file), 1),
        ("TELEGRAM_MOOD", "unknown", str(file), 2),
    }
    assert f"TIMEZONE ({file}, dòng 1): " in " ".join(map(fault_words, _faults(file)))


def test_the_file_is_read_and_the_environment_goes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(f"# ghi chú\nTELEGRAM_TOKEN={TOKEN}\nHTTP_PORT=9000\nTIMEZONE='Asia/Tokyo'\n", "utf-8")
    monkeypatch.setenv("HTTP_PORT", "9001")

    settings = load(file)

    assert settings.telegram_token[0].token.get_secret_value() == TOKEN
    assert (settings.http_port, settings.timezone) == (9001, "Asia/Tokyo")


def test_the_first_bot_has_no_key_and_the_others_have_theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", f"a={TOKEN}, b={OTHER}")

    bots = load(None).telegram_token

    assert [(bot.key, bot.token.get_secret_value()) for bot in bots] == [("", TOKEN), ("b", OTHER)]


def test_a_webhook_needs_an_address_and_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_MODE", "webhook")
    assert [(fault.name, fault.reason) for fault in _faults()] == [("PUBLIC_URL", "needed")]

    monkeypatch.setenv("PUBLIC_URL", "https://hanhtrinh.example.vn/")
    assert [(fault.name, fault.reason) for fault in _faults()] == [("TELEGRAM_WEBHOOK_SECRET", "needed")]

    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", "mot-chuoi")
    assert load(None).public_url == "https://hanhtrinh.example.vn"


def test_real_people_are_kept_apart_from_the_sandbox(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    before_the_bot = load(None)
    played = before_the_bot.in_sandbox()
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    real = load(None)

    assert (played.has_sandbox, real.has_sandbox) == (True, False)
    assert before_the_bot.database == real.database, "a roster imported before the bot is there would be lost"
    assert played.database != real.database
    assert played.files != real.files


def test_no_secret_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = (TOKEN, "secret-of-the-tests", "kin-nhu-bung")
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", "secret-of-the-tests")
    monkeypatch.setenv("DATABASE_URL", "postgres://hanhtrinh:kin-nhu-bung@localhost/hanhtrinh")
    settings = load(None)
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert not any(secret in shown for secret in secrets)

    monkeypatch.setenv("TELEGRAM_TOKEN", f"{TOKEN}!")
    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", "secret-of-the-tests!")
    monkeypatch.setenv("DATABASE_URL", "mysql://hanhtrinh:kin-nhu-bung@localhost/hanhtrinh")
    with pytest.raises(WrongSettings) as wrong:
        load(None)
    told = f"{wrong.value!r} {wrong.value} {wrong.value.faults!r} {[fault_words(f) for f in wrong.value.faults]}"
    assert len(wrong.value.faults) == 3
    assert not any(secret in told for secret in secrets)
    assert wrong.value.__cause__ is None


@pytest.mark.parametrize(
    ("language", "sentence"), [("vi_VN.UTF-8", "phải là một số."), ("en_US.UTF-8", "it must be a number.")]
)
def test_a_wrong_setting_starts_nothing(tmp_path: Path, language: str, sentence: str) -> None:
    environment = {"PATH": os.environ["PATH"], "LANG": language, "PYTHONUTF8": "1"}
    environment |= {"HTTP_PORT": "eighty", "DATA_DIR": str(tmp_path / "data")}

    ended = subprocess.run(
        [sys.executable, "-m", "bot", "run"], cwd=tmp_path, env=environment, capture_output=True, text=True
    )

    assert ended.returncode == 1
    assert f"HTTP_PORT: {sentence}" in ended.stderr
    assert "HTTP_PORT=8080" in ended.stderr
    assert ended.stdout == ""
    assert list(tmp_path.iterdir()) == []
