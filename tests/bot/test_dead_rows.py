"""What needs a human, as an operator meets it at the terminal, and beside the running product."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import handlers
from bot.commands import inbox, outbox
from bot.commands.console import Stopped, words
from bot.settings import EXAMPLES, Settings
from handlers.conversation import Conversation, InboxMessage, Turn, say
from storage import audit, database, dead_rows, sql
from storage.dead_rows import Again
from tests.bot.test_road import fake, somebody, telegram
from tests.fakes.telegram_spec import CHECKOUT
from tests.support.driver import until
from tests.support.harness import World

__all__ = ("telegram",)

NOW = datetime.now(UTC).replace(microsecond=0)
SECRET = "một điều rất riêng"


async def put(table: str, **row: Any) -> None:
    """Put a row into the open database."""
    places = ", ".join(f"?{number}" for number in range(1, len(row) + 1))
    await sql.many(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})", [tuple(row.values())])


async def update(number: int, error: str = "RuntimeError", **row: Any) -> None:
    body, at = f'{{"text": "{SECRET}"}}', sql.ms(NOW - timedelta(days=10 - number))
    whole = {"key": str(number), "channel": "telegram", "chat": "telegram:42", "body": body, "received_at": at}
    await put("inbox", id=number, **{**whole, "status": "failed", "error": error, **row})


async def message(number: int, error: str | None = "Refused: chat not found", **row: Any) -> None:
    whole: dict[str, Any] = {"chat": "telegram:42", "kind": "say", "body": f'{{"text": "{SECRET}"}}', "attempts": 3}
    at = sql.ms(NOW - timedelta(days=10 - number))
    moments = {"not_before": at, "changed_at": at}
    flags = {"must_arrive": False, "fresh": False, "priority": 1}
    await put("outbox", id=number, **{**whole, **moments, **flags, "status": "failed", "error": error, **row})


class Terminal:
    """The commands on one database, and what they print."""

    def __init__(self, url: str, capsys: pytest.CaptureFixture[str]) -> None:
        self.url = url
        self._capsys = capsys

    async def holds(self, *rows: Awaitable[None]) -> None:
        """Put rows into the database."""
        await database.open_database(self.url)
        for row in rows:
            await row
        await database.close_database()

    async def runs(self, command: Awaitable[int]) -> tuple[int, str]:
        """Return a command's status and what it printed."""
        try:
            status = await command
        except Stopped:
            status = 1
        printed = self._capsys.readouterr()
        return status, printed.out + printed.err

    async def reads(self, statement: str) -> list[dict[str, Any]]:
        await database.open_database(self.url)
        try:
            return await sql.rows(statement)
        finally:
            await database.close_database()


@pytest.fixture
def terminal(
    database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    monkeypatch.chdir(tmp_path)
    for name in EXAMPLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("COLUMNS", "200")
    return Terminal(database_url, capsys)


def ids(printed: str, numbers: Sequence[int]) -> list[int]:
    """Return those of `numbers` that begin a line of a table, in the order printed."""
    cells = [line.split("│")[1].strip() for line in printed.splitlines() if line.startswith("│")]
    return [int(cell) for cell in cells if cell.isdecimal() and int(cell) in numbers]


async def test_when_all_is_well_it_says_that_nothing_needs_you(terminal: Terminal) -> None:
    assert await terminal.runs(inbox.list_(20, "", "", "")) == (0, words("rows.no-updates") + "\n")
    assert await terminal.runs(outbox.list_(20, "", "", "")) == (0, words("rows.no-messages") + "\n")


async def test_updates_that_failed_are_listed_newest_first(terminal: Terminal) -> None:
    await terminal.holds(
        update(1), update(2, channel="telegram.tay"), update(3), update(4, status="done"), update(5, status="dropped")
    )

    status, printed = await terminal.runs(inbox.list_(20, "", "", ""))
    assert (status, ids(printed, range(9))) == (0, [3, 2, 1])
    assert SECRET not in printed
    assert ids((await terminal.runs(inbox.list_(1, "", "", "")))[1], range(9)) == [3]
    assert ids((await terminal.runs(inbox.list_(20, "telegram.tay", "", "")))[1], range(9)) == [2]
    assert ids((await terminal.runs(inbox.list_(20, "", "dropped", "")))[1], range(9)) == [5]
    day = f"{(NOW - timedelta(days=8)).astimezone(Settings(_env_file=None).zone):%d/%m/%Y}"
    assert ids((await terminal.runs(inbox.list_(20, "", "", day)))[1], range(9)) == [3, 2]


async def test_only_messages_that_matter_are_listed(terminal: Terminal) -> None:
    await terminal.holds(
        message(1),
        message(2, "unknown", status="unknown", must_arrive=True),
        message(3, "unknown", status="unknown"),
        message(4, "ChatClosed"),
        message(5, kind="answer"),
        message(6, key="operator:telegram:42:1"),
        message(7, "NotNow", chat="telegram.tay:42"),
        message(8, status="sent"),
        message(9, "unknown, then ChatClosed"),
    )

    assert ids((await terminal.runs(outbox.list_(20, "", "", "")))[1], range(10)) == [7, 2, 1]
    assert ids((await terminal.runs(outbox.list_(20, "telegram", "", "")))[1], range(9)) == [2, 1]
    assert ids((await terminal.runs(outbox.list_(20, "", "unknown", "")))[1], range(9)) == [3, 2]


async def test_a_status_or_a_day_that_is_none_is_told(terminal: Terminal) -> None:
    assert (await terminal.runs(inbox.list_(20, "", "lost", "")))[0] == 1
    status, printed = await terminal.runs(outbox.list_(20, "", "", "yesterday"))
    assert (status, printed.strip()) == (1, words("rows.not-a-day", said="yesterday"))


@pytest.mark.parametrize(
    ("error", "key"),
    [
        ("does not parse: KeyError", "rows.update-unparsed"),
        ("it takes its transaction down", "rows.update-poison"),
        ("RuntimeError", "rows.update-defect"),
    ],
)
async def test_each_way_an_update_fails_is_explained(terminal: Terminal, error: str, key: str) -> None:
    await terminal.holds(update(1, error))

    status, printed = await terminal.runs(inbox.show(1, body=False))

    assert status == 0
    assert words(key) in printed
    assert SECRET not in printed


@pytest.mark.parametrize(
    ("error", "key"),
    [
        ("Refused: chat not found", "rows.message-refused"),
        ("NotNow", "rows.message-not-now"),
        ("unknown", "rows.message-unknown"),
        ("ChatClosed", "rows.message-chat-closed"),
        ("unknown, then ChatClosed", "rows.message-chat-closed"),
        ("unknown, then Refused: chat not found", "rows.message-refused"),
        ("NoSuchFile", "rows.message-defect"),
    ],
)
async def test_each_way_a_message_fails_is_explained(terminal: Terminal, error: str, key: str) -> None:
    await terminal.holds(message(1, error))

    status, printed = await terminal.runs(outbox.show(1, body=False))

    assert status == 0
    assert words(key) in printed
    assert error in printed
    assert SECRET not in printed


async def test_what_people_wrote_is_shown_only_when_asked_for_and_after_a_warning(terminal: Terminal) -> None:
    await terminal.holds(update(1), message(1))

    for command in (inbox.show(1, body=True), outbox.show(1, body=True)):
        _, printed = await terminal.runs(command)
        assert printed.index(words("rows.body-warning")) < printed.index(SECRET)


async def test_a_row_that_is_not_there_is_told(terminal: Terminal) -> None:
    for command in (inbox.show(9, body=False), outbox.show(9, body=False), inbox.retry([9], every=False),
                    outbox.drop([9], every=False)):  # fmt: skip
        status, printed = await terminal.runs(command)
        assert status == 1
        assert words("rows.again-not-there", id="9") in printed


async def test_whoever_names_no_row_is_asked_which(terminal: Terminal) -> None:
    for command in (inbox.retry([], every=False), outbox.drop([], every=False)):
        assert await terminal.runs(command) == (1, words("rows.which") + "\n")


async def test_a_message_is_sent_again_unless_it_is_too_late_or_overtaken(terminal: Terminal) -> None:
    await terminal.holds(
        message(1),
        message(2, expires_at=sql.ms(NOW - timedelta(hours=1))),
        message(3, card="book"),
        message(4, card="book", status="sent", error=None),
        message(5, card="reviews"),
    )

    status, printed = await terminal.runs(outbox.retry([], every=True))

    assert status == 1
    assert words("rows.again-expired", id="2") in printed
    assert words("rows.again-overtaken", id="3") in printed
    assert words("rows.retried", count=2) in printed
    waiting = await terminal.reads("SELECT id, attempts, error FROM outbox WHERE status = 'waiting' ORDER BY id")
    assert waiting == [{"id": 1, "attempts": 0, "error": None}, {"id": 5, "attempts": 0, "error": None}]


async def test_dropped_rows_are_shown_no_more_and_the_trail_says_who_did_it(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "lan")
    await terminal.holds(update(1), update(2), message(1))

    assert (await terminal.runs(inbox.drop([1], every=False)))[0] == 0
    assert (await terminal.runs(outbox.drop([], every=True)))[0] == 0

    assert ids((await terminal.runs(inbox.list_(20, "", "", "")))[1], range(9)) == [2]
    assert (await terminal.runs(outbox.list_(20, "", "", "")))[1] == words("rows.no-messages") + "\n"
    await database.open_database(terminal.url)
    [(_, _, action, details)] = await audit.trail("inbox")
    await database.close_database()
    assert (action, details) == ("inbox.dropped", {"by": "lan", "rows": [1]})


async def test_many_rows_are_put_back_in_portions(terminal: Terminal) -> None:
    await terminal.holds(*(update(number) for number in range(1, 251)))

    assert (await terminal.runs(inbox.retry([], every=True)))[0] == 0

    assert len(await terminal.reads("SELECT id FROM inbox WHERE status = 'new'")) == 250
    assert [len(row["details"]["rows"]) for row in await trail_of(terminal)] == [100, 100, 50]


async def trail_of(terminal: Terminal) -> list[dict[str, Any]]:
    await database.open_database(terminal.url)
    try:
        return [{"details": details} for _, _, _, details in await audit.trail("inbox")]
    finally:
        await database.close_database()


BROKEN = [True]


async def flaky(message: InboxMessage) -> Turn:
    if BROKEN[0]:
        raise RuntimeError("a defect")
    return Turn(says=(say("cancel.done"),))


async def by_command(world: World, *command: str) -> None:
    """Run a command in a process of its own, beside the product."""
    environment = {"PATH": os.environ["PATH"], "DATABASE_URL": world.service.settings.database, "PYTHONUTF8": "1"}
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", *command, cwd=CHECKOUT, env=environment)
    assert await process.wait() == 0


async def test_a_running_product_takes_up_what_is_put_back_in_the_lane_s_order(
    telegram: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    BROKEN[0] = True
    trial = Conversation("flaky", command="/luc", open_=flaky)
    monkeypatch.setattr(handlers, "CONVERSATIONS", (*handlers.CONVERSATIONS, trial))
    monkeypatch.setitem(handlers.BY_NAME, "flaky", trial)
    an = await somebody(telegram)
    await an.says("/luc")
    an.hears("refusal.defect")
    BROKEN[0] = False
    heard = len(fake(telegram).person(42).heard)

    await by_command(telegram, "inbox", "retry", "--all")

    await until(lambda: len(fake(telegram).person(42).heard) > heard)
    await telegram.settle()
    await an.notices("cancel.done")
    assert not await sql.rows("SELECT id FROM inbox WHERE status <> 'done'")


async def test_a_running_product_sends_again_what_was_refused(telegram: World) -> None:
    an = await somebody(telegram)
    fake(telegram).fail_next(1, 400, "Bad Request: something odd", method="sendMessage")
    await an.says("menu")
    assert (await dead_rows.failed_messages()).count == 1
    [row] = await sql.rows("SELECT id FROM outbox WHERE status = 'failed'")
    heard = len(fake(telegram).person(42).heard)

    async with database.transaction():
        assert await dead_rows.retry_message(row["id"], telegram.clock.now()) is Again.WAITS

    telegram.clock.move(timedelta(seconds=2))
    await until(lambda: len(fake(telegram).person(42).heard) > heard)
    await telegram.settle()
    await an.notices("menu.title")
