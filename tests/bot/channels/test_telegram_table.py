"""The table of what the platform's refusals mean, each seen from the phone and in the books, on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest

import handlers
from bot.channels.telegram import Telegram
from bot.pacing import Pace
from bot.road import Lane, Road
from handlers.conversation import Conversation, InboxMessage, Kind, Turn, choice, say
from journey.people import Role
from storage import sql
from tests.bot.test_road import fake, said, somebody, telegram, trial
from tests.bot.test_trouble import on_postgres, text
from tests.handlers.arrivals import comes
from tests.handlers.handing_in import desk
from tests.handlers.members import unit
from tests.support.driver import until
from tests.support.harness import World

__all__ = ("on_postgres", "telegram", "trial")

MINUTE = timedelta(minutes=1)


async def must(_message: InboxMessage, n: str) -> Turn:
    """Say what must arrive."""
    return Turn(says=(replace(say("evidence.number", n=n), must_arrive=True),))


async def card(_message: InboxMessage, n: str) -> Turn:
    """Say a card that is edited when it is said again, with a choice on it."""
    again = ((choice("table.card", 1, label="menu.book"),),)
    return Turn(says=(replace(say("evidence.level", name=n), card="table", choices=again),))


TABLE = Conversation("table", actions={"must": must, "card": card})


@pytest.fixture(autouse=True)
def table(monkeypatch: pytest.MonkeyPatch, trial: None) -> None:
    monkeypatch.setattr(handlers, "CONVERSATIONS", (*handlers.CONVERSATIONS, TABLE))
    monkeypatch.setitem(handlers.BY_NAME, "table", TABLE)


def fails(world: World, times: int, status: int, description: str, **parameters: int) -> None:
    fake(world).fail_next(times, status, description, parameters or None, method="sendMessage")


def heard(world: World, number: int = 42) -> list[str]:
    return [message.text for message in fake(world).person(number).heard]


def sent(world: World, method: str = "sendMessage") -> int:
    return fake(world).counted()[method]


async def fates(kind: str = "say") -> list[tuple[str, str | None]]:
    rows = await sql.rows("SELECT status, error FROM outbox WHERE kind = ?1 ORDER BY id", kind)
    return [(row["status"], row["error"]) for row in rows]


async def test_a_wait_outlives_a_restart(telegram: World) -> None:
    an = await somebody(telegram)
    fails(telegram, 1, 429, "Too Many Requests: retry after 40", retry_after=40)
    fake(telegram).person(42).says("/thu")
    await telegram.settle(timedelta(0))
    await telegram.service.road.stop()
    await telegram.service.road.start()
    await telegram.pass_time(timedelta(seconds=30))
    assert (heard(telegram), sent(telegram)) == ([], 1)
    await telegram.pass_time(timedelta(seconds=15))
    assert len(heard(telegram)) == 1
    await an.says("một")
    assert await said(telegram) == ["một"]


async def test_a_wait_is_shared_by_processes(on_postgres: World) -> None:
    await somebody(on_postgres)
    await somebody(on_postgres, 43)
    fake(on_postgres).person(43).has_started = True
    service = on_postgres.service
    channel = Telegram("telegram", fake(on_postgres).token, fake(on_postgres).url)
    other = Road([Lane(channel, Pace())], service.files, on_postgres.clock, on_postgres.zone, process=7)
    await other.start()
    fails(on_postgres, 1, 429, "Too Many Requests: retry after 40", retry_after=40)
    fake(on_postgres).person(42).says("/thu")
    await on_postgres.settle(timedelta(0))
    await other.take("telegram", [text(5, "/thu", 43)])
    for wait, count in ((30, 1), (15, 3)):
        await until(lambda: other.idle, times=3)
        await on_postgres.pass_time(timedelta(seconds=wait))
        await until(lambda: other.idle, times=3)
        assert sent(on_postgres) == count
    await other.stop()
    await channel.close()
    assert (len(heard(on_postgres)), len(heard(on_postgres, 43))) == (1, 1)


async def test_the_mark_on_a_tapped_button_waits_out_a_pause_too(telegram: World) -> None:
    an = await somebody(telegram)
    await an.says("menu")
    await an.forges("table.card 1")
    shown = fake(telegram).person(42).heard[-1]
    fails(telegram, 1, 429, "Too Many Requests: retry after 40", retry_after=40)
    fake(telegram).person(42).says("/thu")
    await telegram.settle(timedelta(0))
    before = len(fake(telegram).calls)
    fake(telegram).person(42).taps(shown.message_id, "table.card 1")
    await telegram.pass_time(timedelta(seconds=30))
    assert [call.method for call in fake(telegram).calls[before:] if call.method != "getUpdates"] == []
    await telegram.pass_time(timedelta(seconds=15))
    assert len(fake(telegram).person(42).toasts) == 2


async def test_a_wait_holds_everybody_up_and_nobody_loses_their_order(telegram: World) -> None:
    for number in (42, 43, 44):
        await (await somebody(telegram, number)).says("/thu")
    await telegram.pass_time(MINUTE)
    fails(telegram, 1, 429, "Too Many Requests: retry after 30", retry_after=30)
    for words in ("a", "b", "c"):
        for number in (42, 43, 44):
            fake(telegram).person(number).says(words)
    await telegram.settle(timedelta(seconds=20))
    before = sent(telegram)
    await telegram.pass_time(timedelta(seconds=5))
    assert sent(telegram) == before, "something left while the platform had asked us to wait"
    await telegram.pass_time(MINUTE)
    assert [heard(telegram, number)[1:] for number in (42, 43, 44)] == [["1", "2", "3"]] * 3


async def test_what_must_arrive_is_sent_once_more_and_its_doubt_stays_on_record(telegram: World) -> None:
    an = await somebody(telegram)
    await an.says("menu")
    before = len(heard(telegram))
    fake(telegram).cut_after_next(method="sendMessage")
    await an.forges("table.must 5")
    await telegram.pass_time(MINUTE)
    assert heard(telegram)[before:] == ["5", "5"]
    assert (await fates())[-1] == ("sent", "unknown")


async def test_what_must_arrive_is_sent_twice_at_most(telegram: World) -> None:
    an = await somebody(telegram)
    await an.says("menu")
    before = sent(telegram)
    fails(telegram, 9, 502, "Bad Gateway")
    await an.forges("table.must 5")
    await telegram.pass_time(10 * MINUTE)
    assert sent(telegram) == before + 2
    assert (await fates())[-1] == ("unknown", "unknown")


async def test_a_second_try_that_is_refused_leaves_the_doubt_on_record(telegram: World) -> None:
    an = await somebody(telegram)
    await an.says("menu")
    fails(telegram, 1, 502, "Bad Gateway")
    fails(telegram, 1, 400, "Bad Request: chat not found")
    await an.forges("table.must 5")
    await telegram.pass_time(MINUTE)
    assert (await fates())[-1] == ("failed", "unknown, then Refused: Chat not found")


async def test_an_edit_in_doubt_is_done_again_and_the_card_is_one(telegram: World) -> None:
    an = await somebody(telegram)
    await an.says("menu")
    await an.forges("table.card 1")
    fake(telegram).cut_after_next(2, method="editMessageText")
    await an.forges("table.card 2")
    await telegram.pass_time(MINUTE)
    assert [text for text in heard(telegram) if text in ("1", "2")] == ["2"]
    assert (await fates())[-1][0] == "sent"


async def test_a_mark_in_doubt_is_dropped(telegram: World) -> None:
    an = await somebody(telegram)
    await an.says("menu")
    fake(telegram).cut_after_next(method="answerCallbackQuery")
    await an.forges("table.card 1")
    await telegram.pass_time(MINUTE)
    assert sent(telegram, "answerCallbackQuery") == 1
    assert await fates("answer") == [("unknown", "unknown")]


@pytest.mark.parametrize("reason", ["message to edit not found", "message can't be edited"])
async def test_a_card_that_cannot_be_edited_is_said_anew_and_edited_there(telegram: World, reason: str) -> None:
    an = await somebody(telegram)
    await an.says("menu")
    await an.forges("table.card 1")
    fake(telegram).fail_next(1, 400, f"Bad Request: {reason}", method="editMessageText")
    await an.forges("table.card 2")
    await an.forges("table.card 3")
    assert [text for text in heard(telegram) if text in ("1", "2", "3")] == ["1", "3"]


async def test_a_card_that_says_so_already_is_done(telegram: World) -> None:
    an = await somebody(telegram)
    await an.says("menu")
    await an.forges("table.card 1")
    await an.forges("table.card 1")
    assert sent(telegram, "editMessageText") == 1
    assert await fates() == [("sent", None)] * 3


async def test_words_the_platform_cannot_format_arrive_plain(telegram: World) -> None:
    an = await somebody(telegram)
    fails(telegram, 1, 400, "Bad Request: can't parse entities: entity beginning at byte offset 3")
    await an.says("menu")
    card = fake(telegram).person(42).heard[-1]
    assert card.entities == []
    assert card.buttons
    assert await fates() == [("sent", None)]


async def test_a_message_that_is_refused_for_good_is_kept_as_failed_and_the_chat_goes_on(telegram: World) -> None:
    an = await somebody(telegram)
    fails(telegram, 1, 400, "Bad Request: chat not found")
    await an.says("/thu")
    await an.says("một")
    assert heard(telegram) == ["1"]
    assert await fates() == [("failed", "Refused: Chat not found"), ("sent", None)]


@pytest.mark.parametrize("status", [401, 404])
async def test_a_refused_token_rests_the_bot_and_loses_nothing(telegram: World, status: int) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    fails(telegram, 1, status, "Unauthorized" if status == 401 else "Not Found")
    for words in ("một", "hai"):
        fake(telegram).person(42).says(words)
    await telegram.settle(timedelta(seconds=30))
    assert sent(telegram) == 2
    assert "telegram" in telegram.service.road.sender.setbacks.refused
    await telegram.pass_time(2 * MINUTE)
    assert heard(telegram)[1:] == ["1", "2"]
    assert "telegram" not in telegram.service.road.sender.setbacks.refused


@pytest.mark.parametrize("reason", ["bot was blocked by the user", "user is deactivated", "bot was kicked"])
async def test_who_is_out_of_reach_gets_nothing_more_until_they_write(telegram: World, reason: str) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    fails(telegram, 1, 403, f"Forbidden: {reason}")
    for words in ("một", "hai", "ba"):
        fake(telegram).person(42).says(words)
    await telegram.settle()
    assert not (await sql.rows("SELECT reachable FROM chats"))[0]["reachable"]
    assert {fate for fate, _ in await fates()} == {"sent", "failed"}
    before = sent(telegram)
    await telegram.pass_time(10 * MINUTE)
    assert sent(telegram) == before
    await an.says("bốn")
    assert (await sql.rows("SELECT reachable FROM chats"))[0]["reachable"]
    assert heard(telegram)[-1] == "4"


async def test_news_of_a_file_makes_nobody_reachable(telegram: World) -> None:
    at = await desk(telegram)
    fake(telegram).person(int(at.huong.number)).blocks()
    await telegram.settle()
    await at.reaches(Kind.INSPECTED, "1")
    assert not (await sql.rows("SELECT reachable FROM chats WHERE chat = ?1", at.huong.chat))[0]["reachable"]


async def test_the_supervisor_hears_once_a_day_that_somebody_is_out_of_reach(telegram: World) -> None:
    house = await unit(telegram)
    secretary = await comes(house, "Lê Văn Cường", Role.SECRETARY, group=False)
    binh = await comes(house, "Trần Văn Bình", Role.SUPERVISOR)
    huong = await comes(house, "Nguyễn Thị Hương", Role.MEMBER)
    fails(telegram, 1, 403, "Forbidden: bot was blocked by the user")
    await huong.says("menu")
    await binh.notices("leaving.told", name="Nguyễn Thị Hương", unit="Chi đoàn Một")
    person = fake(telegram).person(int(huong.number))
    for _ in range(2):
        person.blocks()
        await telegram.settle()
        person.unblocks()
        await telegram.settle()
    person.blocks()
    await telegram.settle(MINUTE)
    await binh.look()
    assert sum("không còn đến được" in message.text for message in binh.screen) == 1
    await secretary.look()
    assert not any("không còn đến được" in message.text for message in secretary.screen)
    assert await sql.rows("SELECT id FROM inbox WHERE status = 'failed'") == []


async def test_a_supervisor_out_of_reach_is_the_secretarys_to_know(telegram: World) -> None:
    house = await unit(telegram)
    secretary = await comes(house, "Lê Văn Cường", Role.SECRETARY, group=False)
    binh = await comes(house, "Trần Văn Bình", Role.SUPERVISOR)
    fake(telegram).person(int(binh.number)).blocks()
    await telegram.settle()
    await secretary.notices("leaving.told", name="Trần Văn Bình")


GROUP, SUPERGROUP = "telegram:-5", "telegram:-1007"


async def test_a_group_that_became_a_supergroup_hears_everything_there(telegram: World) -> None:
    await somebody(telegram, -5)
    fake(telegram).person(-1007).has_started = True
    fake(telegram).person(-5).has_started = True
    await owe(telegram, 4, GROUP)
    await sql.run("INSERT INTO conversations (chat, step) VALUES (?1, 'old')", GROUP)
    await sql.run("INSERT INTO conversations (chat, step) VALUES (?1, 'new')", SUPERGROUP)
    for number, chat in enumerate((GROUP, SUPERGROUP)):
        await sql.run(
            "INSERT INTO cards (id, chat, card, provider_id) VALUES (?1, ?2, 'table', ?3)",
            f"{chat} table",
            chat,
            str(number),
        )
    fails(telegram, 1, 400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1007)
    telegram.service.road.sender.wake()
    await telegram.pass_time(MINUTE)
    assert (heard(telegram, -5), heard(telegram, -1007)) == ([], ["0", "1", "2", "3"])
    assert await fates() == [("sent", None)] * 4
    assert [dict(row) for row in await sql.rows("SELECT id, chat, provider_id FROM cards")] == [
        {"id": f"{SUPERGROUP} table", "chat": SUPERGROUP, "provider_id": "0"}
    ]
    [row] = await sql.rows("SELECT chat, person_id FROM chats")
    assert (row["chat"], row["person_id"] is None) == (SUPERGROUP, False)
    [lane] = await sql.rows("SELECT chat, step FROM conversations")
    assert (lane["chat"], lane["step"]) == (SUPERGROUP, "old")


async def owe(world: World, count: int, chat: str) -> None:
    """Owe numbered messages to `chat`."""
    now = sql.ms(world.clock.now())
    for number in range(count):
        await sql.run(
            "INSERT INTO outbox (id, chat, kind, body, not_before) VALUES (?1, ?2, 'say', ?3, ?4)",
            world.service.road.ids.next(),
            chat,
            sql.to_json({"text": str(number)}),
            now,
        )
