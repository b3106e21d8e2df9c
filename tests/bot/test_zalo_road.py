"""Zalo on the real road: what the Bot Platform brings twice, loses, lets expire or does not answer."""

import logging
import random
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.clock import MovableClock
from bot.commands.console import words
from bot.settings import BotToken
from bot.wire import PASSING
from storage import chats, sql
from storage.people import PersonRow
from tests import conftest
from tests.bot.test_health import asks
from tests.bot.test_road import trial
from tests.conftest import ENGINES, running
from tests.fakes.zalo import FakeZalo, Trouble
from tests.fakes.zalo_people import FakeZaloPerson
from tests.handlers.handing_in import desk
from tests.handlers.pictures import photo
from tests.support import platforms
from tests.support.databases import PostgresTemplate, SqliteTemplate
from tests.support.driver import until
from tests.support.driver_zalo import ZaloDriver
from tests.support.harness import World

__all__ = ("trial",)

MINUTE = timedelta(minutes=1)


@pytest.fixture(params=ENGINES)
async def delivered(request: pytest.FixtureRequest, tmp_path: Path, clock: MovableClock) -> AsyncIterator[World]:
    """The product on Zalo by webhook, on each engine."""
    template: SqliteTemplate | PostgresTemplate = request.getfixturevalue(f"{request.param}_template")
    with template.copy() as url:
        async with running("zalo-webhook", url, tmp_path, clock) as world:
            yield world


def fake(world: World) -> FakeZalo:
    assert isinstance(world.driver, ZaloDriver)
    return world.driver.fake


async def somebody(world: World, server: FakeZalo, bot: str = "zalo") -> FakeZaloPerson:
    """Return a member who has come to `bot`."""
    lan = server.person(42, "Lan")
    lan.knows_us = True
    row = await PersonRow.create(code=bot, full_name="Lan", called="Lan", sort_key="lan", folded="lan")
    await chats.link(f"{bot}:{lan.chat_id}", row.id, "vi", world.clock.now())
    return lan


async def fates() -> list[str]:
    return [row["status"] for row in await sql.rows("SELECT status FROM outbox ORDER BY id")]


async def test_a_message_that_comes_twice_is_answered_once_after_a_restart_too(
    sqlite_url: str, tmp_path: Path, clock: MovableClock, trial: None
) -> None:
    async with running("zalo-webhook", sqlite_url, tmp_path, clock) as world:
        lan = await somebody(world, fake(world))
        fake(world).delivery.twice = True
        lan.says("/thu")
        lan.says("một")
        await world.settle(MINUTE)
        assert fake(world).delivery.answers == [200] * 4
        said = [message.text for message in lan.heard]
        assert len(said) == 2
        raw = {"event_name": "message.text.received", "message": lan.messages[-2].wire}
    async with running("zalo-polling", sqlite_url, tmp_path, clock) as world:
        again = await somebody(world, fake(world), "zalo.2")
        await world.service.road.take("zalo", [{"ok": True, "result": raw}])
        await world.settle(MINUTE)
        assert not again.heard
    assert len(said) == len(set(said))


async def test_what_was_taken_but_not_confirmed_is_not_sent_twice(
    delivered: World, trial: None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    lan = await somebody(delivered, fake(delivered))
    fake(delivered).trouble_next(1, Trouble.LOST, "sendMessage")
    lan.says("/thu")
    await delivered.settle(MINUTE)
    assert len(lan.heard) == 1
    assert await fates() == ["unknown"]
    fake(delivered).trouble_next(2, Trouble.BAD_GATEWAY, "sendMessage")
    lan.says("một")
    await delivered.settle(MINUTE)
    assert len(lan.heard) == 2
    assert await fates() == ["unknown", "sent"]
    assert fake(delivered).token.split(":")[1] not in caplog.text


async def test_with_a_fifth_of_all_calls_in_trouble_nothing_is_doubled_or_out_of_order(
    delivered: World, trial: None
) -> None:
    server, die = fake(delivered), random.Random(8)
    server.plan = lambda: die.choice(tuple(Trouble)) if die.random() < 0.2 else None
    lan = await somebody(delivered, server)
    server.delivery.twice = True
    lan.says("/thu")
    for number in range(40):
        lan.says(f"câu {number}")
    await delivered.settle(timedelta(days=1))
    rows = await sql.rows("SELECT status, error FROM outbox ORDER BY id")
    assert {row["status"] for row in rows} == {"sent", "unknown"}
    counted = [int(message.text) for message in lan.heard if message.text.isdecimal()]
    assert counted == sorted(set(counted))
    assert len(lan.heard) >= sum(row["status"] == "sent" for row in rows) > 25


async def test_five_pictures_get_one_answer_and_one_that_expired_is_asked_for_again(delivered: World) -> None:
    at = await desk(delivered)
    await at.begins("RL2")
    huong = fake(delivered).person(at.huong.number)
    before = len(huong.heard)
    huong.sends_album([photo(number) for number in range(5)])
    await delivered.settle()
    kept = await sql.rows("SELECT state FROM evidence WHERE kind = 'photo'")
    assert [row["state"] for row in kept] == ["stored"] * 5
    assert len(huong.heard) == before + 1

    await at.huong.turns_to_the_phone()
    huong.sends_photo(photo(9))
    fake(delivered).media.all_expire()
    await delivered.settle()
    await at.huong.look()
    at.huong.hears("evidence.refused-file-gone")


async def test_the_card_of_pictures_of_one_transaction_waits_until_they_may_be_here(delivered: World) -> None:
    at = await desk(delivered)
    await at.begins("RL2")
    huong, media = fake(delivered).person(at.huong.number), fake(delivered).media
    updates = [
        huong.event("message.image.received", {"message_type": "CHAT_PHOTO", "photo_url": media.keep(photo(number))})
        for number in (1, 2)
    ]
    await delivered.service.road.fetcher.stop()  # they are on their way for as long as we look
    await delivered.service.road.take("zalo", updates)
    [waiting] = await sql.rows("SELECT not_before, body FROM outbox WHERE status = 'waiting'")
    assert waiting["not_before"] == sql.ms(delivered.clock.now() + PASSING)
    assert "2 ảnh" in waiting["body"]


async def test_updates_that_go_elsewhere_are_told_and_the_rest_goes_on(delivered: World) -> None:
    [bot] = delivered.service.zalo.bots
    await fake(delivered).delivery.set_webhook("https://other.example/", fake(delivered).secret)
    assert not await delivered.service.zalo._looks(bot)
    bot.contested_since = time.monotonic() - 121
    status, said = await asks(delivered)
    assert status == 200
    assert said["trouble"] == [words("health.zalo-webhook", subject="zalo")]
    assert said["polling"] == {"zalo": {"state": "webhook"}}


class TwoBots(platforms.Zalo):
    """The fake platform with a second bot, "zalo.tay", that has people of its own."""

    def settings(self, port: int) -> dict[str, Any]:
        self.second = self._fake.beside("123:" + "a" * 20)
        return super().settings(port) | {
            "zalo_token": (
                BotToken(token=SecretStr(self._fake.token)),
                BotToken(key="tay", token=SecretStr(self.second.token)),
            )
        }


async def test_each_of_two_bots_hears_and_answers_its_own_people(
    sqlite_url: str, tmp_path: Path, clock: MovableClock, trial: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = TwoBots("polling", clock.now)
    monkeypatch.setattr(conftest, "platform", lambda *_: two)
    async with running("zalo-polling", sqlite_url, tmp_path, clock) as world:
        one, other = await somebody(world, fake(world)), await somebody(world, two.second, "zalo.tay")
        one.says("/thu")
        other.says("/thu")
        await until(lambda: not two.second.waiting)
        await world.settle(MINUTE)
        assert (len(one.heard), len(other.heard)) == (1, 1)
        assert two.second.counted()["sendMessage"] == 1
        state = (await asks(world))[1]["polling"]
        assert {name: each["state"] for name, each in state.items()} == {"zalo": "polling", "zalo.tay": "polling"}
