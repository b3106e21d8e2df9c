"""What an operator sets, by environment or `.env`: read once, checked whole, each fault with its remedy."""

import difflib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BaseModel, BeforeValidator, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot import settings_reading as reading
from journey.approvers_clock import OFFICE_HOURS, Hours
from journey.sending_hours import A_WEEK, MEMBER_HOURS

PREFIXES = ("TELEGRAM_", "ZALO_")
"""A variable that begins like this is meant for us."""

_OTHERS = {"HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"}
"""Names like ours that belong to somebody else."""

_SECRET = re.compile(r"^[A-Za-z0-9_-]{1,256}$")  # core.telegram.org/bots/api#setwebhook, secret_token
_ZALO_SECRET = re.compile(r"^[A-Za-z0-9_-]{8,256}$")  # as long as Zalo wants it; letters as Telegram's
_DIGITS = re.compile(r"^\d{1,30}$")


@dataclass(frozen=True, slots=True)
class SettingFault:
    """One setting that is wrong: its name, which sentence of cli.ftl says why, and an example that would be right.

    `file` and `line` are where it stands, "" and 0 where that is the environment or nowhere.
    """

    name: str
    reason: str
    example: str
    guess: str = ""
    file: str = ""
    line: int = 0


class WrongSettings(Exception):
    """All the faults of the settings at once."""

    def __init__(self, faults: tuple[SettingFault, ...]) -> None:
        super().__init__(", ".join(fault.name for fault in faults))
        self.faults = faults


class BotToken(BaseModel):
    """One bot of a platform. `key` is "" for the first and part of its chats' names for the others."""

    key: str = ""
    token: SecretStr

    def channel(self, platform: str) -> str:
        """Return the name of this bot's channel: "zalo", or "zalo.tay"."""
        return f"{platform}.{self.key}" if self.key else platform


class Settings(BaseSettings):
    """Everything that can be set; `.env.example` explains each for an operator."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

    telegram_token: Annotated[tuple[BotToken, ...], NoDecode, BeforeValidator(reading.bots)] = ()
    telegram_api_url: str = "https://api.telegram.org"
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_webhook_secret: SecretStr = SecretStr("")
    telegram_pace: int = 25
    zalo_token: Annotated[tuple[BotToken, ...], NoDecode, BeforeValidator(reading.bots)] = ()
    zalo_api_url: str = "https://bot-api.zaloplatforms.com"
    zalo_mode: Literal["polling", "webhook"] = "polling"
    zalo_webhook_secret: SecretStr = SecretStr("")
    zalo_users: int = 50
    zalo_a_month: int = 3000
    zalo_media_hosts: Annotated[tuple[str, ...], NoDecode, BeforeValidator(reading.hosts)] = ("zdn.vn", "zadn.vn")
    zalo_oa_id: str = ""
    zalo_oa_app_id: str = ""
    zalo_oa_app_secret: SecretStr = SecretStr("")
    zalo_oa_webhook_secret: SecretStr = SecretStr("")
    zalo_oa_verifier: SecretStr = SecretStr("")
    zalo_oa_api_url: str = "https://openapi.zalo.me"
    zalo_oa_oauth_url: str = "https://oauth.zaloapp.com"
    zalo_oa_template: str = ""
    zalo_oa_paid: bool = False
    zalo_oa_site: str = ""
    public_url: str = ""
    http_host: str = "127.0.0.1"
    http_port: int = 8080
    database_url: SecretStr = SecretStr("")
    files_url: str = ""
    data_dir: Path = Path("data")
    timezone: str = "Asia/Ho_Chi_Minh"
    sandbox: bool | None = None
    operator_chat: Annotated[tuple[str, ...], NoDecode, BeforeValidator(reading.chats)] = ()
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    holidays_file: Path | None = None
    office_hours: Annotated[tuple[Hours, ...], NoDecode, BeforeValidator(reading.hours)] = OFFICE_HOURS
    member_hours: Annotated[tuple[Hours, ...], NoDecode, BeforeValidator(reading.hours)] = MEMBER_HOURS
    reminders_a_week: int = A_WEEK
    approver_days: Annotated[tuple[int, int, int], NoDecode, BeforeValidator(reading.working_days)] = (5, 8, 10)

    @field_validator("telegram_api_url", "zalo_api_url", "zalo_oa_api_url", "zalo_oa_oauth_url", "public_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        parts = urlsplit(value)
        is_whole = parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment)
        try:
            _ = parts.port
        except ValueError:
            is_whole = False
        if value and (not is_whole or re.search(r"\s", value)):
            raise ValueError("url")
        return value.rstrip("/")

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not _SECRET.match(value.get_secret_value()):
            raise ValueError("secret")
        return value

    @field_validator("zalo_webhook_secret")
    @classmethod
    def _zalo_secret(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not _ZALO_SECRET.match(value.get_secret_value()):
            raise ValueError("zalo-secret")
        return value

    @field_validator("zalo_users", "zalo_a_month")
    @classmethod
    def _plan(cls, value: int) -> int:
        if not 0 <= value <= 10_000_000:
            raise ValueError("plan")
        return value

    @field_validator("zalo_oa_id", "zalo_oa_app_id", "zalo_oa_template")
    @classmethod
    def _zalo_number(cls, value: str) -> str:
        if value and not _DIGITS.match(value):
            raise ValueError("digits")
        return value

    @field_validator("zalo_oa_site")
    @classmethod
    def _site(cls, value: str) -> str:
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,128}", value):
            raise ValueError("site")
        return value

    @field_validator("http_port")
    @classmethod
    def _port(cls, value: int) -> int:
        if not 0 <= value <= 65535:
            raise ValueError("port")
        return value

    @field_validator("telegram_pace")
    @classmethod
    def _pace(cls, value: int) -> int:
        if not 0 <= value <= 1000:  # the platform's limit of paid broadcasts: core.telegram.org/bots/faq
            raise ValueError("pace")
        return value

    @field_validator("reminders_a_week")
    @classmethod
    def _a_week(cls, value: int) -> int:
        if not 1 <= value <= 7:
            raise ValueError("a-week")
        return value

    @field_validator("http_host")
    @classmethod
    def _host(cls, value: str) -> str:
        if not value or re.search(r"[\s/:@]", value.strip("[]").replace(":", "") if value.count(":") > 1 else value):
            raise ValueError("host")
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: SecretStr) -> SecretStr:
        parts = urlsplit(value.get_secret_value())
        if value.get_secret_value() and (
            parts.scheme not in ("sqlite", "postgres", "postgresql") or len(parts.path) < 2
        ):
            raise ValueError("database")
        return value

    @field_validator("files_url")
    @classmethod
    def _files(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (
            parts.scheme not in ("file", "s3") or not (parts.path if parts.scheme == "file" else parts.netloc)
        ):
            raise ValueError("files")
        return value

    @field_validator("data_dir")
    @classmethod
    def _data(cls, value: Path) -> Path:
        if any(os.path.lexists(each) and not each.is_dir() for each in (value, *value.parents)):
            raise ValueError("folder")
        return value

    @field_validator("holidays_file")
    @classmethod
    def _holidays(cls, value: Path | None) -> Path | None:
        if value is not None and value.is_dir():
            raise ValueError("file")
        return value

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("zone")
        return value

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> "Settings":
        if self.telegram_token and self.telegram_mode == "webhook":
            if not self.public_url:
                raise ValueError("public_url:needed")
            if not self.telegram_webhook_secret.get_secret_value():
                raise ValueError("telegram_webhook_secret:needed")
        return self

    @model_validator(mode="after")
    def _zalo_is_whole(self) -> "Settings":
        """A webhook needs an address and a secret; an Official Account all that proves who it is."""
        if self.zalo_token and self.zalo_mode == "webhook" and not self.zalo_webhook_secret.get_secret_value():
            raise ValueError("zalo_webhook_secret:needed")
        if self.has_zalo_oa:
            for name in ("zalo_oa_id", "zalo_oa_app_id"):
                if not getattr(self, name):
                    raise ValueError(f"{name}:needed-oa")
            if not self.zalo_oa_app_secret.get_secret_value():
                raise ValueError("zalo_oa_app_secret:needed-oa")
        if (self.has_zalo_oa or (self.zalo_token and self.zalo_mode == "webhook")) and not self.public_url:
            raise ValueError("public_url:needed")
        return self

    @property
    def has_zalo_oa(self) -> bool:
        """Say whether an Official Account is set."""
        return bool(self.zalo_oa_id or self.zalo_oa_app_id or self.zalo_oa_app_secret.get_secret_value())

    @property
    def has_bots(self) -> bool:
        """Say whether any platform is set: people of flesh and blood write to us."""
        return bool(self.telegram_token or self.zalo_token or self.has_zalo_oa)

    @property
    def zone(self) -> ZoneInfo:
        """Return the product's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def database(self) -> str:
        """Return the database's address: the one set, or a SQLite file in the data folder."""
        return self.database_url.get_secret_value() or f"sqlite:///{(self.data_dir / 'hanhtrinh.db').absolute()}"

    @property
    def files(self) -> str:
        """Return the file store's address: the one set, or a folder in the data folder."""
        return self.files_url or (self.data_dir / "files").absolute().as_uri()

    @property
    def has_sandbox(self) -> bool:
        """Say whether the sandbox is served: with neither a bot nor a database of one's own, or when asked for."""
        if self.sandbox is not None:
            return self.sandbox
        return not self.has_bots and not self.database_url.get_secret_value()

    def in_sandbox(self) -> "Settings":
        """Return these settings with a folder apart: the made-up people never meet the real ones."""
        return self.model_copy(update={"data_dir": self.data_dir / "sandbox"})


EXAMPLES = {
    "TELEGRAM_TOKEN": "123456789:AAExampleExampleExampleExample",
    "TELEGRAM_API_URL": "https://api.telegram.org",
    "TELEGRAM_MODE": "polling",
    "TELEGRAM_WEBHOOK_SECRET": "mot-chuoi-bi-mat-dai_123",
    "TELEGRAM_PACE": "25",
    "ZALO_TOKEN": "123456789:ExampleExampleExampleExample",
    "ZALO_API_URL": "https://bot-api.zaloplatforms.com",
    "ZALO_MODE": "polling",
    "ZALO_WEBHOOK_SECRET": "mot-chuoi-bi-mat-dai_123",
    "ZALO_USERS": "50",
    "ZALO_A_MONTH": "3000",
    "ZALO_MEDIA_HOSTS": "zdn.vn zadn.vn",
    "ZALO_OA_ID": "1234567890123456789",
    "ZALO_OA_APP_ID": "9876543210987654321",
    "ZALO_OA_APP_SECRET": "ma-bi-mat-cua-ung-dung",
    "ZALO_OA_WEBHOOK_SECRET": "ma-bi-mat-cua-oa",
    "ZALO_OA_VERIFIER": "chuoi-43-ky-tu",
    "ZALO_OA_API_URL": "https://openapi.zalo.me",
    "ZALO_OA_OAUTH_URL": "https://oauth.zaloapp.com",
    "ZALO_OA_TEMPLATE": "123456",
    "ZALO_OA_PAID": "false",
    "ZALO_OA_SITE": "AbCdEfGhIjKlMnOp",
    "PUBLIC_URL": "https://hanhtrinh.example.vn",
    "HTTP_HOST": "127.0.0.1",
    "HTTP_PORT": "8080",
    "DATABASE_URL": "postgres://hanhtrinh:matkhau@localhost:5432/hanhtrinh",
    "FILES_URL": "file:///var/lib/hanhtrinh/files",
    "DATA_DIR": "data",
    "TIMEZONE": "Asia/Ho_Chi_Minh",
    "SANDBOX": "false",
    "OPERATOR_CHAT": "telegram:123456789",
    "LOG_LEVEL": "INFO",
    "HOLIDAYS_FILE": "lich-nghi.toml",
    "OFFICE_HOURS": "08:00-11:00 14:00-17:00",
    "MEMBER_HOURS": "08:00-11:30 13:30-20:30",
    "REMINDERS_A_WEEK": "3",
    "APPROVER_DAYS": "5 8 10",
}
"""A right value of each setting, shown beside its fault."""


def load(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings.

    Raises:
        WrongSettings: every fault at once, mistyped names too; nothing was started.
    """
    lines = reading.lines(env_file)
    faults = _mistyped({*os.environ, *lines})
    try:
        settings = Settings(_env_file=env_file)
    except ValidationError as error:
        faults += [_fault(each) for each in error.errors(include_input=False)]
        raise WrongSettings(tuple(_placed(each, env_file, lines) for each in faults)) from None
    if faults:
        raise WrongSettings(tuple(_placed(each, env_file, lines) for each in faults))
    return settings


def _placed(fault: SettingFault, env_file: Path | None, lines: Mapping[str, int]) -> SettingFault:
    """Return `fault` with where it stands; the environment goes before the file."""
    if fault.name in lines and fault.name not in os.environ:
        return replace(fault, file=str(env_file), line=lines[fault.name])
    return fault


def _fault(error: Any) -> SettingFault:
    name = str(error["loc"][0]).upper() if error["loc"] else ""
    reason = str(error.get("ctx", {}).get("error", "")) or str(error["type"])
    if not name and ":" in reason:
        name, _, reason = reason.partition(":")
    known = {"literal_error": "one-of", "int_parsing": "number", "bool_parsing": "yes-no"}
    name = name.upper()
    return SettingFault(name, known.get(reason, reason), EXAMPLES.get(name, ""))


def _mistyped(names: set[str]) -> list[SettingFault]:
    """Find names that are meant for us and are none of ours: ours by their beginning, or nearly one of ours."""
    faults = []
    for name in sorted(names - EXAMPLES.keys() - _OTHERS):
        guess = (difflib.get_close_matches(name, EXAMPLES, 1, 0.85) or [""])[0]
        if guess or name.startswith(PREFIXES):
            guess = guess or difflib.get_close_matches(name, EXAMPLES, 1, 0)[0]
            faults.append(SettingFault(name, "unknown", EXAMPLES[guess], guess))
    return faults
