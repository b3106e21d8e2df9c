"""Events as they are delivered: proved over their very bytes, safe before they are answered, and answered soon."""

import asyncio
import hashlib
import json
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from prometheus_client import REGISTRY

from bot import spool
from bot.channels.oa_webhook import PATH, Webhook
from bot.spool import Spool
from tests.bot.channels.oa_house import lan, server
from tests.fakes.oa import FakeOa
from tests.fakes.oa_people import FakeOaPerson
from tests.support.driver import until

__all__ = ("lan", "server")


@dataclass
class House:
    """Our side: what was stored, and a database that can be slow or away."""

    folder: Path
    stored: list[Any] = field(default_factory=list)
    heard: list[Any] = field(default_factory=list)
    to_refuse: int = 0
    is_free: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, batch: list[Any]) -> None:
        await self.is_free.wait()
        if self.to_refuse:
            self.to_refuse -= 1
            raise OSError("the database is away")
        self.stored += batch

    async def has(self, number: int) -> None:
        await soon(lambda: len(self.words()) >= number and not self.on_disk())

    def words(self) -> list[str]:
        """Return what was said, each message once as the inbox keeps it."""
        return list({each["message"]["msg_id"]: each["message"]["text"] for each in self.stored}.values())

    def on_disk(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob("*"))


async def soon(holds: Callable[[], bool]) -> None:
    await asyncio.wait_for(until(holds), 10)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "DATABASE_PATIENCE", 0.1)
    monkeypatch.setattr(spool, "AGAIN", 0.02)


@pytest.fixture
async def house(server: FakeOa, tmp_path: Path) -> AsyncIterator[House]:
    here = House(tmp_path / "spool" / "oa")
    here.is_free.set()
    kept = Spool("oa", here.folder, here.take)
    kept.start()
    app = web.Application(client_max_size=100 * 1024 * 1024)
    hook = Webhook("oa", (server.app_id, server.oa_id), server.webhook_secret, kept.take, here.heard.append)
    app.router.add_post(PATH, hook.receive)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.deliver_to(f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}")
    yield here
    here.is_free.set()  # also of a test that failed: nothing waits for ever
    await runner.cleanup()
    await kept.stop()


def unproven() -> float:
    return REGISTRY.get_sample_value("hanhtrinh_updates_unproven_total", {"channel": "oa"}) or 0.0


def event(person: FakeOaPerson, text: str = "xin chào", **more: Any) -> dict[str, Any]:
    whole = {
        "app_id": person.app_id,
        "event_name": "user_send_text",
        "sender": {"id": person.user_id},
        "recipient": {"id": person.oa_id},
        "message": {"msg_id": "1", "text": text},
        "timestamp": "1799632800123",
    }
    return whole | more


async def test_what_a_member_says_is_stored_and_answered(house: House, server: FakeOa, lan: FakeOaPerson) -> None:
    lan.says("Chào Đoàn 👋")
    await house.has(1)
    assert (house.words(), server.delivery.statuses) == (["Chào Đoàn 👋"], [200])


async def test_what_nobody_signed_is_answered_and_dropped(house: House, server: FakeOa, lan: FakeOaPerson) -> None:
    body = json.dumps(event(lan)).encode()
    right = server.delivery.signature(body)
    reordered = json.dumps(dict(reversed(event(lan).items()))).encode()
    later = json.dumps(event(lan, timestamp="1799632800124")).encode()
    spaced = json.dumps(event(lan), indent=1).encode()
    keyed = hashlib.sha256(body + b"1799632800123" + server.secret.encode()).hexdigest()
    before = unproven()
    wrong = [(body, ""), (body, "mac="), (body, "mac=ký"), (body, f"mac={keyed}"), (body, right[:-1])]
    wrong += [(reordered, right), (later, right), (spaced, right), (b"{", right), (b"", ""), (b"[1]", right)]
    for sent, signature in wrong:
        assert await server.delivery.post(sent, signature) == 200
    assert (house.stored, unproven() - before) == ([], len(wrong))


async def test_the_account_s_id_may_begin_what_is_signed(house: House, server: FakeOa, lan: FakeOaPerson) -> None:
    body = json.dumps(event(lan)).encode()
    text = server.oa_id.encode() + body + b"1799632800123" + server.webhook_secret.encode()
    assert await server.delivery.post(body, hashlib.sha256(text).hexdigest()) == 200
    assert house.words() == ["xin chào"]


async def test_echoes_of_our_own_words_and_what_strangers_write_are_not_kept(
    house: House, server: FakeOa, lan: FakeOaPerson
) -> None:
    names = ["user_received_message", "user_seen_message", "oa_send_text", "anonymous_send_text"]
    for name in names:
        body = json.dumps(event(lan, event_name=name)).encode()
        assert await server.delivery.post(body) == 200
        assert await server.delivery.post(body, "mac=0") == 200
    assert house.stored == []
    assert [each["event_name"] for each in house.heard] == names  # the proven ones


async def test_what_the_platform_decides_about_the_account_is_logged(
    house: House, server: FakeOa, lan: FakeOaPerson, caplog: pytest.LogCaptureFixture
) -> None:
    body = json.dumps(event(lan, event_name="change_template_status", status="REJECT")).encode()
    assert await server.delivery.post(body) == 200
    assert [one.__dict__["decided"] for one in caplog.records if "decided" in one.__dict__] == [
        "change_template_status"
    ]


async def test_more_than_any_event_has_is_not_read(house: House, server: FakeOa) -> None:
    for size in (200_000, 10_000_000):
        assert await server.delivery.post(json.dumps({"a": "a" * size}).encode()) == 413


async def test_while_the_database_is_busy_the_disk_keeps_what_is_answered(
    house: House, server: FakeOa, lan: FakeOaPerson
) -> None:
    house.is_free.clear()
    for word in ("một", "hai", "ba"):
        lan.says(word)
    await soon(lambda: not server.waiting)
    assert (house.stored, len(house.on_disk()), server.delivery.statuses) == ([], 3, [200, 200, 200])
    house.is_free.set()
    await house.has(3)
    assert house.words() == ["một", "hai", "ba"]


async def test_what_an_ended_process_had_on_the_disk_is_taken_by_the_next(
    house: House, server: FakeOa, lan: FakeOaPerson, tmp_path: Path
) -> None:
    house.is_free.clear()
    lan.says("một")
    lan.says("hai")
    await soon(lambda: not server.waiting)
    lying = len(house.on_disk())  # more than two where a busy machine answered too late and it came again
    assert {path.stat().st_mode & 0o077 for path in (house.folder, *house.folder.glob("*"))} == {0}
    torn = house.folder / "0001-half.begun"
    torn.write_text('{"half')
    os.utime(torn, (0, 0))
    after: list[Any] = []

    async def take(batch: list[Any]) -> None:
        after.extend(batch)

    following = Spool("oa", house.folder, take)
    following.start()
    await soon(lambda: len(after) == lying)
    assert list(dict.fromkeys(each["message"]["text"] for each in after)) == ["một", "hai"]
    assert not torn.exists()
    await following.stop()
    house.is_free.set()


async def test_a_database_that_is_away_is_tried_again(house: House, server: FakeOa, lan: FakeOaPerson) -> None:
    house.to_refuse = 4
    lan.says("một")
    await house.has(1)
    assert (server.delivery.statuses, house.words(), house.to_refuse) == ([200], ["một"], 0)


async def test_with_neither_database_nor_disk_nothing_is_confirmed(
    house: House, server: FakeOa, lan: FakeOaPerson
) -> None:
    house.folder.parent.mkdir(parents=True, exist_ok=True)
    house.folder.write_text("this is no folder")
    house.to_refuse = 2
    lan.says("một")
    await soon(lambda: not server.waiting)
    assert (server.delivery.statuses, house.words()) == ([503, 503, 200], ["một"])
