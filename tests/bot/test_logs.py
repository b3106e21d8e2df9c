"""What a log line holds, and what it never holds."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot import logs
from bot.clock import MovableClock
from journey.people import Role
from tests.conftest import running
from tests.fakes.telegram import TOKEN
from tests.handlers.members import registers, season, unit
from tests.handlers.pictures import photo
from tests.logs import keeping
from tests.logs.search import parts
from tests.support.driver_telegram import TelegramDriver

MARKER = "mùa hoa phượng năm ấy"
ESSAY = "Em xin ghi lại những điều đã học được dưới cờ Đoàn"
PHONE = "0912 345 678"

SECRETS = (
    "https://api.telegram.org/bot" + TOKEN + "/getMe",
    f"token {TOKEN} was refused",
    "postgres://hanhtrinh:kin-nhu-bung@localhost:5432/hanhtrinh",
    "postgres://hanhtrinh:kin:nhu:bung@localhost/hanhtrinh",
    "postgres://hanhtrinh:bung@nhu:bung@localhost/hanhtrinh",
    "gọi số 0912345678 nhé",
    "gọi số +84 912 345 678 nhé",
    "gọi số 84-912-345-678 nhé",
    "gọi số 0912.345.678 nhé",
)


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    keeping.begin()


def _lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_line_is_a_sentence_and_its_fields(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("INFO")

    structlog.get_logger("ours").info("a message left", outbox_id=42)
    logging.getLogger("theirs").warning("slow: %s s", 3, extra={"channel": "telegram"})

    ours, theirs = _lines(capsys)
    assert (ours["event"], ours["outbox_id"], ours["level"]) == ("a message left", 42, "info")
    assert (theirs["event"], theirs["channel"], theirs["level"]) == ("slow: 3 s", "telegram", "warning")


@pytest.mark.parametrize("secret", SECRETS)
def test_secrets_are_taken_out_of_any_field(capsys: pytest.CaptureFixture[str], secret: str) -> None:
    logs.configure("INFO")

    structlog.get_logger("ours").info(
        secret, reason=secret, seen=[secret], found={"who": (secret,)}, error=ValueError(secret)
    )
    logging.getLogger("theirs").warning("it says %s", secret)

    shown = capsys.readouterr().err
    assert shown.count("***") >= 5
    for part in (TOKEN, "kin-nhu-bung", "nhu:bung", "345678", "345 678", "345-678", "345.678"):
        assert part not in shown
    assert '"error": "ValueError"' in shown


def test_ids_moments_and_places_are_left_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("INFO")

    structlog.get_logger("ours").info("an update failed", inbox_id=1_767_225_600_123_456, chat="telegram:42")

    [line] = _lines(capsys)
    assert (line["inbox_id"], line["chat"]) == (1_767_225_600_123_456, "telegram:42")
    assert line["timestamp"].startswith("20")


def _fail(said: str) -> None:
    raise ValueError(said)


@pytest.mark.parametrize("by", ["ours", "theirs"])
def test_an_exception_is_told_by_kind_and_place_without_its_words(capsys: pytest.CaptureFixture[str], by: str) -> None:
    logs.configure("INFO")

    try:
        _fail(MARKER)
    except ValueError as error:
        if by == "ours":
            structlog.get_logger("ours").error("a step failed", exc_info=error)
        else:
            logging.getLogger("theirs").exception("a step failed")

    [line] = _lines(capsys)
    assert line["error"] == "ValueError"
    assert "test_logs.py" in line["at"]
    assert "_fail" in line["at"]
    assert MARKER not in json.dumps(line, ensure_ascii=False)


def test_where_nobody_is_real_the_words_are_shown_but_no_secret(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("INFO", whole_errors=True)

    try:
        _fail(f"{MARKER} {TOKEN}")
    except ValueError as error:
        structlog.get_logger("ours").error("a step failed", exc_info=error)

    [line] = _lines(capsys)
    assert line["error"] == f"ValueError: {MARKER} ***"


async def test_a_conversation_leaves_nothing_of_it_in_the_logs(
    sqlite_url: str, tmp_path: Path, clock: MovableClock, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure("DEBUG")
    async with running("telegram-polling", sqlite_url, tmp_path, clock) as world:
        driver = world.driver
        assert isinstance(driver, TelegramDriver)
        member = await (await unit(world)).joins("Hương", Role.MEMBER)
        driver.meets(member.number)
        _ = await season(clock.now())
        await registers(member)
        await member.says("nộp")
        await member.taps("evidence.start RL2")
        for said in (MARKER, ESSAY, PHONE, TOKEN, f"/start {MARKER}"):
            await member.says(said)
        await member.sends_photo(photo(), caption=MARKER)
        driver.fake.fail_next(1, 400, f"Bad Request: {MARKER}", method="sendMessage")
        await member.says("menu")
        driver.fake.fail_next(1, 500, "Internal Server Error", method="sendMessage")
        await member.says(ESSAY)
        await member.forges(f"reviews.approve {MARKER}")

    shown = capsys.readouterr().err
    assert shown, "nothing was logged: this shows nothing"
    seen = parts(message.text for person in driver.fake.people.values() for message in person.messages)
    assert len(seen) > 30, "hardly anything was seen: this shows nothing"
    for part in (MARKER, ESSAY, PHONE, PHONE.replace(" ", ""), TOKEN, TOKEN.partition(":")[2], *seen):
        assert part not in shown
