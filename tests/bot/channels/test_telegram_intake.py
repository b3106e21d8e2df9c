"""What reaches us in an odd order, late, twice, or not at all; on both databases, over the real road."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.channels.telegram_webhook import SECRET_HEADER
from bot.clock import MovableClock
from storage import sql
from tests.bot.test_road import fake, said, somebody, telegram, trial
from tests.bot.test_trouble import text
from tests.conftest import ENGINES, running
from tests.fakes.telegram import FakeTelegram
from tests.handlers.handing_in import desk
from tests.handlers.pictures import photo
from tests.support.databases import PostgresTemplate, SqliteTemplate
from tests.support.driver import until
from tests.support.harness import World

__all__ = ("telegram", "trial")

SECRET = "secret-of-the-tests"
MINUTE = timedelta(minutes=1)


@pytest.fixture(params=ENGINES)
async def webhook(request: pytest.FixtureRequest, tmp_path: Path, clock: MovableClock) -> AsyncIterator[World]:
    """The product on Telegram by webhook, on each engine."""
    template: SqliteTemplate | PostgresTemplate = request.getfixturevalue(f"{request.param}_template")
    with template.copy() as url:
        async with running("telegram-webhook", url, tmp_path, clock) as world:
            yield world


async def inbox(status: str) -> list[str]:
    rows = await sql.rows("SELECT key FROM inbox WHERE status = ?1 ORDER BY id", status)
    return [row["key"] for row in rows]


async def post(world: World, body: bytes, secret: str | None = SECRET, kind: str = "application/json") -> int:
    headers = {"Content-Type": kind} | ({} if secret is None else {SECRET_HEADER: secret})
    address = f"http://127.0.0.1:{world.service.port}/telegram/telegram"
    async with aiohttp.ClientSession() as session, session.post(address, data=body, headers=headers) as answer:
        return answer.status


def as_body(update: Any) -> bytes:
    return json.dumps(update, ensure_ascii=False).encode()


async def test_a_tap_that_overtakes_the_message_before_it_harms_neither(webhook: World) -> None:
    at = await desk(webhook)
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    person = fake(webhook).person(int(at.huong.number))
    [preview] = [each for each in at.huong.buttons() if each.startswith("evidence.preview")]
    query = {"id": "1", "from": person.user, "chat_instance": "1", "message": person.heard[-1].wire, "data": preview}
    tap = {"update_id": 90_001, "callback_query": query}
    image = fake(webhook).files.photo(photo(2))
    message = {"message_id": 99_000, "from": person.user, "chat": person.chat, "date": 1, "photo": image}
    assert await post(webhook, as_body(tap)) == 200
    assert await post(webhook, as_body({"update_id": 90_000, "message": message})) == 200
    await webhook.settle()
    await at.huong.look()
    assert await inbox("failed") == []
    kept = await sql.rows("SELECT submission_id, state FROM evidence")
    assert [(each["submission_id"] is None, each["state"]) for each in kept] == [(False, "stored")] * 2
    await at.tells_of_rl2()
    await at.huong.taps("evidence.submit")
    at.huong.hears("evidence.handed-in")


async def test_the_siblings_of_an_album_join_it_up_to_fifteen_seconds_later(telegram: World) -> None:
    at = await desk(telegram)
    await at.begins("RL2")
    person = fake(telegram).person(int(at.huong.number))
    for number, wait in enumerate((0, 5, 15)):
        await telegram.pass_time(timedelta(seconds=wait))
        person.sends_photo(photo(number + 1), album="777")
    await telegram.settle()
    await at.huong.look()
    cards = [message for message in at.huong.screen if "3 ảnh" in message.text]
    assert len(cards) == 1
    await at.tells_of_rl2()
    person.sends_photo(photo(9), album="777")
    await telegram.settle()
    rows = await sql.rows("SELECT DISTINCT submission_id FROM evidence WHERE kind = 'photo'")
    assert len(rows) == 1
    await at.huong.taps("evidence.preview")
    await at.huong.taps("evidence.submit")
    at.huong.hears("evidence.handed-in")


async def test_an_essay_in_three_messages_of_which_the_first_is_changed_has_the_new_words(telegram: World) -> None:
    at = await desk(telegram)
    await at.begins("BB3")
    person = fake(telegram).person(int(at.huong.number))
    first = person.says("cảm nhận " * 200)
    person.says("về Đoàn " * 200)
    person.says("và Đảng " * 200)
    await telegram.settle(MINUTE)
    person.edits(first, "cảm nhận mới " * 200)
    await telegram.settle(MINUTE)
    pieces = [row["text"].split()[-1] for row in await sql.rows("SELECT text FROM evidence ORDER BY id")]
    assert pieces == ["mới", "Đoàn", "Đảng"]
    await at.huong.taps("evidence.preview")
    await at.huong.taps("evidence.submit")
    [row] = await sql.rows("SELECT claims FROM submissions")
    assert "1400" in str(row["claims"])


async def test_a_rich_message_is_the_text_it_holds(telegram: World) -> None:
    at = await desk(telegram)
    await at.begins("BB3")
    blocks = [
        {"type": "section_heading", "text": "Cảm nhận"},
        {"type": "paragraph", "text": ["Em ", {"type": "bold", "text": "đã"}, " hiểu."]},
    ]
    fake(telegram).person(int(at.huong.number)).sends(rich_message={"blocks": blocks})
    await telegram.settle()
    [row] = await sql.rows("SELECT text FROM evidence")
    assert row["text"] == "Cảm nhận\nEm đã hiểu."


async def test_a_tap_of_long_ago_is_handled_and_its_mark_is_no_error(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    card = fake(telegram).person(42).heard[-1]
    card.buttons = [[("x", "trial.tick một")]]
    fake(telegram).person(42).taps(card.message_id, "trial.tick một")
    fake(telegram).person(42).taps_open.clear()  # 150 s have gone
    await telegram.settle()
    assert fake(telegram).person(42).heard[-1].text == "một"
    assert [row["status"] for row in await sql.rows("SELECT status FROM outbox WHERE kind = 'answer'")] == ["sent"]


async def test_after_an_outage_that_swallowed_taps_every_card_still_works(telegram: World) -> None:
    at = await desk(telegram)
    await at.begins("RL2")
    await at.huong.sends_photo(photo())
    await at.hands_in_rl2()
    await at.dung.look()
    person, waiting = fake(telegram).person(int(at.dung.number)), fake(telegram).delivery.waiting
    [approve] = [each for each in at.dung.buttons() if each.startswith("reviews.approve")]
    person.taps(int(at.dung.screen[-1].id), approve)
    waiting.popitem()  # it expires after 150 s
    await telegram.pass_time(timedelta(hours=1))
    assert await sql.rows("SELECT id FROM submissions WHERE state = 'waiting'")
    await at.dung.says("duyệt")
    at.dung.hears("reviews.queue")
    await at.dung.taps("reviews.approve")
    assert [row["state"] for row in await sql.rows("SELECT state FROM submissions")] == ["approved"]


@pytest.mark.parametrize("channel", ["telegram-polling", "telegram-webhook"])
async def test_what_was_written_in_an_hour_we_were_away_is_answered_in_order(
    channel: str, database_url: str, tmp_path: Path, clock: MovableClock, trial: None
) -> None:
    server = FakeTelegram()
    await server.start()
    async with running(channel, database_url, tmp_path, clock, server) as world:
        for number in range(42, 52):
            await (await somebody(world, number)).says("/thu")
    for words in range(5):
        for number in range(42, 52):
            server.person(number).says(f"câu {words}")
    clock.move(timedelta(hours=1))
    async with running(channel, database_url, tmp_path, clock, server) as world:
        await world.settle(10 * MINUTE)
        assert await inbox("new") == []
        assert await inbox("failed") == []
    await server.close()
    for number in range(42, 52):
        assert [each.text for each in server.person(number).heard][1:] == ["1", "2", "3", "4", "5"]


async def test_an_update_that_does_not_parse_between_good_ones_holds_nobody_up(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    person = fake(telegram).person(42)
    person.says("một")
    for odd in ("text", None, [1], {"no": "id"}, {"update_id": "x"}, {"update_id": 77, "message": {"chat": 5}}):
        fake(telegram).delivery.add_raw(odd)
    fake(telegram).delivery.add_raw({"update_id": 78, "purchased_paid_media": {"from": person.user}})
    person.says("hai")
    await telegram.settle(MINUTE)
    assert await said(telegram) == ["một", "hai"]
    assert len(await inbox("failed")) == 3  # what is no object at all; the rest are kinds we do not handle


@pytest.mark.parametrize("secret", [None, "", "secret-of-the-test", "secret-of-the-tests1", "bí mật"])
async def test_a_webhook_without_the_secret_reaches_nobody(webhook: World, secret: str | None) -> None:
    await somebody(webhook)
    assert await post(webhook, as_body(text(1, "menu")), secret) == 403
    assert await sql.rows("SELECT id FROM inbox") == []


async def test_odd_bodies_between_good_ones_hold_nobody_up(webhook: World, trial: None) -> None:
    await somebody(webhook)
    assert await post(webhook, as_body(text(1, "/thu"))) == 200
    for body in (b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b'{"update_id": ' + b"9" * 5000 + b"}", b"null", b"NaN"):
        assert await post(webhook, body) == 200
    assert await post(webhook, b'{"update_id": 2, "a": "' + b"a" * 10_000_000 + b'"}') == 413
    assert await post(webhook, as_body(text(3, "một")), kind="application/json; charset=UTF-8") == 200
    await webhook.settle()
    assert await said(webhook) == ["một"]
    assert await inbox("new") == []


async def test_of_two_updates_with_one_id_the_first_counts(webhook: World, trial: None) -> None:
    await somebody(webhook)
    for update in (text(1, "/thu"), text(2, "một"), text(2, "hai"), text(3, "ba")):
        assert await post(webhook, as_body(update)) == 200
    await webhook.settle()
    assert await said(webhook) == ["một", "ba"]


async def test_ids_that_start_anew_after_a_quiet_week_are_new(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    for first in (500_000, 7, 1):
        await fake(telegram).delivery.start_anew(first)
        await an.says(f"câu {first}")
    assert await said(telegram) == ["câu 500000", "câu 7", "câu 1"]


async def test_a_second_poller_is_noticed_and_nothing_is_lost(telegram: World, trial: None) -> None:
    an = await somebody(telegram)
    await an.says("/thu")
    fake(telegram).person(42).says("một")
    await telegram.settle()
    async with aiohttp.ClientSession() as other:
        stolen = f"{fake(telegram).url}/bot{fake(telegram).token}/getUpdates?timeout=5"
        task = asyncio.create_task(other.get(stolen))
        [bot] = telegram.service.bots
        await until(lambda: bot.contested_since is not None)
        fake(telegram).person(42).says("hai")
        await task
    await telegram.settle()
    assert await said(telegram) == ["một", "hai"]
