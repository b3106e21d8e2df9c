"""The road of a message: nothing lost, nothing twice, one chat in order, whatever comes."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import handlers
from bot import wire
from bot.clock import MovableClock
from handlers.conversation import Conversation, InboxMessage, Turn, choice, say
from journey.refusal import Refused
from storage import chats, outbox, sql
from storage.people import PersonRow
from tests.conftest import ENGINES, running
from tests.fakes.telegram import FakeTelegram
from tests.support.databases import PostgresTemplate, SqliteTemplate
from tests.support.driver_telegram import TelegramDriver
from tests.support.harness import Person, World


class NotToday(Refused):
    """What the trial conversation refuses with; its sentence is borrowed."""


async def open_(_message: InboxMessage) -> Turn:
    return Turn(says=(say("cancel.done"),), step="count")


async def count(message: InboxMessage, data: dict[str, list[str]]) -> Turn:
    """Keep the texts of a chat; "boom" is a defect after a write."""
    if message.text == "boom":
        await chats.set_language(message.chat, "en")
        raise RuntimeError("a defect")
    said = [*data.get("said", []), message.text]
    return Turn(says=(say("evidence.number", n=len(said)),), step="count", data={"said": said})


async def tick(_message: InboxMessage, n: str) -> Turn:
    """Say a card again."""
    card = replace(
        say("evidence.level", name=n), card="ticks", choices=((choice("trial.tick", 1, label="menu.book"),),)
    )
    return Turn(says=(card,))


async def album(_message: InboxMessage, n: str) -> Turn:
    """Say a card that waits for more of itself."""
    card = replace(say("evidence.level", name=n), card="quiet", fresh=True, quiet=timedelta(seconds=2))
    return Turn(says=(card,))


TRIAL = Conversation(
    "trial", command="/thu", open_=open_, steps={"count": count}, actions={"tick": tick, "album": album}
)


@pytest.fixture
def trial(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a conversation of the test's own into the house."""
    monkeypatch.setattr(handlers, "CONVERSATIONS", (*handlers.CONVERSATIONS, TRIAL))
    monkeypatch.setitem(handlers.BY_NAME, "trial", TRIAL)


@pytest.fixture(params=ENGINES)
async def telegram(request: pytest.FixtureRequest, tmp_path: Path, clock: MovableClock) -> AsyncIterator[World]:
    """The product on Telegram by polling, on each engine."""
    template: SqliteTemplate | PostgresTemplate = request.getfixturevalue(f"{request.param}_template")
    with template.copy() as url:
        async with running("telegram-polling", url, tmp_path, clock) as world:
            yield world


def fake(world: World) -> FakeTelegram:
    assert isinstance(world.driver, TelegramDriver)
    return world.driver.fake


async def somebody(world: World, number: int = 42) -> Person:
    row = await PersonRow.create(code=str(number), full_name="An", called="An", sort_key="an", folded="an")
    await chats.link(f"telegram:{number}", row.id, "vi", world.clock.now())
    return world.person(str(number))


async def said(world: World, number: int = 42) -> list[str]:
    [row] = await sql.rows("SELECT data FROM conversations WHERE chat = ?1", f"telegram:{number}")
    found: list[str] = json.loads(row["data"])["said"]
    return found


async def waiting(world: World, table: str) -> int:
    statement = {
        "inbox": "SELECT COUNT(*) AS n FROM inbox WHERE status = 'new'",
        "outbox": "SELECT COUNT(*) AS n FROM outbox WHERE status IN ('waiting', 'sending')",
    }[table]
    return int((await sql.rows(statement))[0]["n"])


async def test_texts_of_one_chat_are_handled_in_order(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    for number in range(30):
        fake(telegram).person(42).says(f"câu {number}")
    await telegram.settle(timedelta(minutes=1))
    assert await said(telegram) == [f"câu {number}" for number in range(30)]
    answers = [message.text for message in fake(telegram).person(42).heard]
    assert answers[1:] == [str(number) for number in range(1, 31)]


async def test_an_update_that_comes_again_is_answered_once(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    update = {
        "update_id": 7,
        "message": {"message_id": 90, "date": 1, "chat": {"id": 42, "type": "private"}, "text": "một"},
    }
    for _ in range(3):
        await telegram.service.road.take("telegram", [update])
    await telegram.settle()
    assert await said(telegram) == ["một"]


async def test_what_does_not_parse_is_kept_as_failed_and_its_chat_goes_on(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    fake(telegram).person(42).says("một")
    for odd in ({"unparsed": "<html>"}, [1, 2], "x", None, {"update_id": "no"}, {"message": 5}):
        fake(telegram).delivery.add_raw(odd)
    fake(telegram).person(42).says("hai")
    await telegram.settle()
    assert await said(telegram) == ["một", "hai"]
    assert await waiting(telegram, "inbox") == 0


async def test_a_defect_is_taken_back_told_once_and_the_chat_goes_on(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    await an.says("một")
    await an.says("boom")
    an.hears("refusal.defect")
    await an.says("hai")
    assert await said(telegram) == ["một", "hai"]
    [row] = await sql.rows("SELECT language FROM chats WHERE chat = 'telegram:42'")
    assert row["language"] == "vi", "what the step wrote was not taken back"
    [failed] = await sql.rows("SELECT error FROM inbox WHERE status = 'failed'")
    assert failed["error"] == "RuntimeError"


async def test_everybody_is_answered_after_a_pause_of_the_whole_bot(telegram: World, trial: None) -> None:
    people = [await somebody(telegram, number) for number in range(50, 60)]
    for person in people:
        fake(telegram).person(int(person.number)).says("/thu")
    fake(telegram).fail_next(1, 429, "Too Many Requests: retry after 60", {"retry_after": 60}, method="sendMessage")
    await telegram.pass_time(timedelta(seconds=90))
    assert [len(fake(telegram).person(number).heard) for number in range(50, 60)] == [1] * 10


async def test_a_card_is_edited_in_place(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    await an.forges("trial.tick một")
    await an.forges("trial.tick hai")
    shown = [message for message in fake(telegram).person(42).heard if message.text in ("một", "hai")]
    assert [(message.text, message.is_edited) for message in shown] == [("hai", True)]


async def test_a_card_that_waits_for_more_leaves_once_with_its_newest_words(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    card = fake(telegram).person(42).heard[-1]
    card.buttons = [[("x", f"trial.album {number}") for number in range(5)]]
    before = fake(telegram).counted()["sendMessage"]
    for number in range(5):
        fake(telegram).person(42).taps(card.message_id, f"trial.album {number}")
    await telegram.settle()
    assert fake(telegram).counted()["sendMessage"] == before + 1
    assert fake(telegram).person(42).heard[-1].text == "4"


async def test_a_tap_is_answered_even_when_its_choice_is_forged(telegram: World) -> None:
    an = await somebody(telegram)
    await an.says("menu")
    for forged in (
        "no.such",
        "menu.open 1 2 3 4 5 6 7 8 9",
        "reviews.approve x y",
        "",
        "book.task ' OR 1=1",
        "\ud800",
    ):
        await an.forges(forged)
    assert fake(telegram).counted()["answerCallbackQuery"] == 6
    assert await sql.rows("SELECT id FROM inbox WHERE status = 'failed'") == []


async def test_a_dropped_connection_sends_an_ordinary_reply_once(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    fake(telegram).cut_after_next(method="sendMessage")
    await an.says("/thu")
    await telegram.pass_time(timedelta(minutes=2))
    assert len(fake(telegram).person(42).heard) == 1
    [row] = await sql.rows("SELECT status FROM outbox WHERE kind = 'say'")
    assert row["status"] == "unknown"


async def test_a_server_that_refuses_connections_gets_the_reply_later(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    fake(telegram).fail_next(2, 429, "Too Many Requests: retry after 3", {"retry_after": 3}, method="sendMessage")
    await an.says("/thu")
    await telegram.pass_time(timedelta(minutes=1))
    assert [message.text for message in fake(telegram).person(42).heard] != []
    [row] = await sql.rows("SELECT status, attempts FROM outbox WHERE kind = 'say'")
    assert (row["status"], row["attempts"]) == ("sent", 1), "a wait the platform asks for is no failed attempt"


async def test_whoever_blocks_us_is_left_alone_until_they_write(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    fake(telegram).person(42).blocks()
    await telegram.settle()
    [row] = await sql.rows("SELECT reachable FROM chats WHERE chat = 'telegram:42'")
    assert not row["reachable"]
    fake(telegram).person(42).unblocks()
    await an.says("một")
    [row] = await sql.rows("SELECT reachable FROM chats WHERE chat = 'telegram:42'")
    assert row["reachable"]


async def test_a_chat_hears_one_message_a_second_on_the_long_run(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    start = telegram.clock.now()
    for number in range(10):
        fake(telegram).person(42).says(str(number))
    await telegram.settle(timedelta(seconds=20))
    assert telegram.clock.now() - start >= timedelta(seconds=7)
    assert len(fake(telegram).person(42).heard) == 11


async def test_a_process_that_died_while_sending_leaves_the_message_unknown(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    await sql.run("UPDATE outbox SET status = 'sending'")
    await telegram.service.road.stop()
    await telegram.service.road.start()
    await telegram.pass_time(timedelta(minutes=4))
    assert [row["status"] for row in await sql.rows("SELECT status FROM outbox")] == ["unknown"]


async def test_a_menu_that_a_dead_process_was_setting_is_set_again(telegram: World, trial: None) -> None:
    await somebody(telegram)
    await outbox.add([wire.commands("telegram:42", [("/thu", "Thử")], telegram.service.road.ids, telegram.clock.now())])
    await sql.run("UPDATE outbox SET status = 'sending'")
    await telegram.service.road.stop()
    await telegram.service.road.start()
    await telegram.pass_time(timedelta(minutes=4))
    [row] = await sql.rows("SELECT status, error FROM outbox")
    assert (row["status"], row["error"]) == ("sent", "unknown")
    assert fake(telegram).commands["42"] == [("thu", "Thử")]


async def test_what_a_dead_process_had_stored_is_handled_by_the_next(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    await telegram.service.road.stop()
    update = {
        "update_id": 9,
        "message": {"message_id": 91, "date": 1, "chat": {"id": 42, "type": "private"}, "text": "một"},
    }
    await sql.run(
        "INSERT INTO inbox (id, key, channel, chat, body, received_at, status)"
        " VALUES (?1, '9', 'telegram', 'telegram:42', ?2, 1, 'new')",
        await _next_id(),
        json.dumps(update),
    )
    await telegram.service.road.start()
    await telegram.settle()
    while not await sql.rows("SELECT id FROM inbox WHERE key = '9' AND status = 'done'"):
        await telegram.settle()
    assert await said(telegram) == ["một"]


async def _next_id() -> int:
    return int((await sql.rows("SELECT MAX(id) AS id FROM inbox"))[0]["id"]) + 1
