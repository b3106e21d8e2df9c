"""`hanhtrinh doctor`: everything an operator can get wrong, looked at, each fault with its remedy."""

import shutil
import uuid
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from bot.able import channels
from bot.channels.channel import ChannelDown, SendError
from bot.channels.telegram import Telegram
from bot.commands import doctor_oa, doctor_zalo
from bot.commands.console import Stopped, holidays_words, load_settings, out, words
from bot.commands.doctor_pages import pages, webhook
from bot.commands.finding import Finding
from bot.office import read_own
from bot.settings import Settings
from journey.holidays_file import BrokenHolidays
from storage import database, dead_rows, people, programmes
from storage.files import Files, FileStoreDown, NoSuchFile

LOW_DISK = 1024**3
"""Bytes of free disk below which an operator is warned: some hundred members' photos."""

_MARKS = {"good": ("✓", "green"), "bad": ("✗", "bold red"), "note": ("!", "yellow")}


async def doctor() -> int:
    """Print a line for each thing looked at; 1 when something is wrong."""
    try:
        settings = load_settings()
    except Stopped:
        return 1
    out.print(words("cli.doctor-settings"), style="green")
    bad = 0
    async for kind, line in _findings(settings):
        mark, style = _MARKS[kind]
        out.print(f"{mark} {line}", style=style)
        bad += kind == "bad"
    out.print(words("cli.doctor-sum", bad=bad), style="bold red" if bad else "bold green")
    return 1 if bad else 0


async def _findings(settings: Settings) -> AsyncIterator[Finding]:
    yield _folder(settings.data_dir)
    for finding in _holidays(settings):
        yield finding
    async for finding in _database(settings, datetime.now(UTC)):
        yield finding
    yield await _files(settings)
    for bot in settings.telegram_token:
        yield await _bot(settings, bot.channel("telegram"), bot.token.get_secret_value())
    if settings.telegram_token and settings.telegram_mode == "webhook":
        yield webhook(settings)
    async for finding in doctor_zalo.bots(settings):
        yield finding
    if settings.has_bots:
        yield _operators(settings)
        yield pages(settings)
    else:
        yield "note", words("cli.doctor-no-token")
    if settings.has_sandbox and settings.has_bots:
        yield "note", words("cli.doctor-sandbox")
    if settings.has_sandbox and settings.http_host not in ("127.0.0.1", "localhost", "::1"):
        yield "bad", words("cli.doctor-sandbox-open", host=settings.http_host)


def _holidays(settings: Settings) -> Iterator[Finding]:
    if settings.holidays_file is None:
        return
    try:
        own = read_own(settings.holidays_file)
    except BrokenHolidays as broken:
        for line in holidays_words(settings.holidays_file, broken.faults):
            yield "bad", line
        return
    years = ", ".join(map(str, sorted(own)))
    yield "good", words("cli.doctor-holidays", file=str(settings.holidays_file), years=years or "–")


def _folder(folder: Path) -> Finding:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".probe-{uuid.uuid4().hex}"
        probe.write_bytes(b"1")
        probe.unlink()
    except OSError as error:
        return "bad", words("cli.doctor-folder-bad", folder=str(folder), reason=error.strerror or "")
    free = shutil.disk_usage(folder).free
    if free < LOW_DISK:
        return "bad", words("cli.doctor-disk", folder=str(folder), free=free // 1024**2)
    return "good", words("cli.doctor-folder", folder=str(folder))


async def _database(settings: Settings, now: datetime) -> AsyncIterator[Finding]:
    """Look at the database, and at what only it knows: `now` is UTC."""
    try:
        await database.open_database(settings.database)
    except (database.DatabaseUnreachable, OSError) as error:  # its folder cannot be made
        yield "bad", words("cli.database-unreachable", reason=str(error))
        return
    try:
        kind = "SQLite" if settings.database.startswith("sqlite") else "PostgreSQL"
        if await database.pending_migrations():
            yield "note", words("cli.doctor-database-old", kind=kind)
            return
        yield "good", words("cli.doctor-database", kind=kind)
        count = await people.count()
        yield ("good" if count else "note"), words("cli.doctor-people", count=count)
        season = await programmes.current_season()
        if season is None:
            yield "note", words("cli.doctor-no-season")
        else:
            yield "good", words("cli.doctor-season", code=season.code, year=str(season.year))
        if (updates := await dead_rows.failed_updates()).count:
            yield "bad", words("cli.doctor-updates", count=updates.count)
        if (messages := await dead_rows.failed_messages()).count:
            yield "bad", words("cli.doctor-messages", count=messages.count)
        for chat in settings.operator_chat:
            if reason := await dead_rows.alarm_failed(chat):
                yield "bad", words("cli.doctor-operator-unreached", chat=chat, reason=reason)
        async for finding in doctor_zalo.plans(settings, now):
            yield finding
        async for finding in doctor_oa.findings(settings, now):
            yield finding
    finally:
        await database.close_database()


async def _files(settings: Settings) -> Finding:
    key = f"probe/{uuid.uuid4().hex}"
    where = urlsplit(settings.files).path if settings.files.startswith("file:") else settings.files
    try:
        files = Files(settings.files)
        await files.put(key, b"1")
        if await files.get(key) != b"1":
            raise FileStoreDown("what was written does not come back")
        await files.delete(key)
    except (FileStoreDown, NoSuchFile) as error:
        return "bad", words("cli.files-unusable", where=where, reason=str(error))
    return "good", words("cli.doctor-files", where=where)


async def _bot(settings: Settings, name: str, token: str) -> Finding:
    bot = Telegram(name, token, settings.telegram_api_url)
    try:
        return "good", words("cli.doctor-bot", bot=bot.name, username=await bot.username())
    except ChannelDown:
        return "bad", words("cli.doctor-bot-refused", bot=bot.name)
    except SendError:
        return "bad", words("cli.doctor-bot-unreachable", bot=bot.name, address=settings.telegram_api_url)
    finally:
        await bot.close()


def _operators(settings: Settings) -> Finding:
    bots = channels(settings)
    if not settings.operator_chat:
        return "note", words("cli.doctor-no-operator")
    for chat in settings.operator_chat:
        if chat.partition(":")[0] not in bots:
            return "bad", words("cli.doctor-operator-no-bot", chat=chat)
    return "good", words("cli.doctor-operator", chats=", ".join(settings.operator_chat))
