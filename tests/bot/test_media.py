"""Files of our messages behind signed addresses: read again and again, by nobody else, and not for ever."""

import io
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientSession
from PIL import Image

from bot.links import Seal
from bot.media import VALID_FOR, MediaAddresses
from journey.people import Role
from storage import consents, database, outbox, sql
from storage.evidence import EvidenceRow
from storage.outbox import Owed
from tests.handlers.members import Unit, unit
from tests.handlers.pictures import photo
from tests.papers.test_lighter_picture import noise
from tests.support.harness import Person, World

HUONG, DUNG = "Nguyễn Thị Hương", "Võ Quang Dũng"


@dataclass
class Desk:
    """Dũng, to whom files were sent, and somebody who fetches them."""

    world: World
    house: Unit
    dung: Person
    session: ClientSession
    rows: int = 0

    async def sent(self, kind: str, name: str, **file: Any) -> str:
        """Let a message with one file have left for Dũng; return the file's address."""
        self.rows += 1
        row, now = 2**40 + self.rows, self.world.clock.now()
        body = sql.to_json({"text": "", "linked" if kind == "say" else "files": [{"name": name, **file}]})
        async with database.transaction():
            later = sql.ms(now + timedelta(days=900))
            await outbox.add([Owed(row, self.dung.chat, kind, body, later)])
        return self.addresses(row, 0, name) or ""

    @property
    def addresses(self) -> MediaAddresses:
        service = self.world.service
        base = f"http://127.0.0.1:{service.port}"
        return MediaAddresses(base, service.addresses.seal, self.world.clock)

    async def asks(self, address: str, how: str = "GET") -> tuple[int, dict[str, str], bytes]:
        async with self.session.request(how, address) as answer:
            return answer.status, dict(answer.headers), await answer.read()


@pytest.fixture
async def at(world: World) -> AsyncIterator[Desk]:
    house = await unit(world)
    dung = await house.joins(DUNG, Role.STANDING_COMMITTEE, group=False)
    async with ClientSession() as session:
        yield Desk(world, house, dung, session)


async def test_a_picture_is_a_small_jpeg_however_often_it_is_asked_for(at: Desk) -> None:
    await at.world.service.files.put("evidence/a.png", noise(1500, "PNG"))
    address = await at.sent("pictures", "1.png", file="evidence/a.png")
    (status, headers, body), *again = [await at.asks(address) for _ in range(3)]
    assert [each[2] for each in again] == [body] * 2
    assert (status, headers["Content-Type"], Image.open(io.BytesIO(body)).format) == (200, "image/jpeg", "JPEG")
    assert len(body) <= 1024**2
    head = await at.asks(address, "HEAD")
    assert (head[0], head[1]["Content-Length"], head[2]) == (200, str(len(body)), b"")
    assert "private" in headers["Cache-Control"]
    assert headers["X-Content-Type-Options"] == "nosniff"


async def test_documents_are_to_be_kept_under_their_name_and_made_when_asked_for(at: Desk) -> None:
    made = await at.sent("say", "Lời\r\nnhắn.txt", drawing="text", values={"text": "Chào"})
    status, headers, body = await at.asks(made)
    assert (status, body.decode(), headers["Content-Type"]) == (200, "Chào", "text/plain; charset=utf-8")
    assert headers["Content-Disposition"] == "attachment; filename*=UTF-8''L%E1%BB%9Di%0D%0Anh%E1%BA%AFn.txt"
    await at.world.service.files.put("evidence/a.html", b"<script>alert(1)</script>")
    status, headers, _ = await at.asks(await at.sent("document", "a.html", file="evidence/a.html"))
    assert (status, headers["Content-Type"]) == (200, "application/octet-stream")
    assert headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in headers["Content-Security-Policy"]


async def test_an_address_is_good_for_one_file_and_for_a_week(at: Desk) -> None:
    address = await at.sent("say", "a.txt", drawing="text", values={"text": "Chào"})
    token = address.rpartition("/")[2]
    [row] = await sql.rows("SELECT id FROM outbox ORDER BY id DESC LIMIT 1")
    seal, far = at.world.service.addresses.seal, int(at.world.clock.now().timestamp()) + 10**6
    other = at.addresses(row["id"], 1, "a.txt") or ""
    base = address.removesuffix(token)
    for wrong in (Seal("other").media(row["id"], 0, far), seal.token(row["id"]), token[3:], "x", "..%2f"):
        assert (await at.asks(f"{base}{wrong}.txt"))[0] == 404
    assert (await at.asks(base))[0] == 404
    assert (await at.asks(other))[0] == 410
    await at.world.pass_time(VALID_FOR - timedelta(minutes=1))
    assert (await at.asks(address))[0] == 200
    await at.world.pass_time(timedelta(minutes=2))
    assert (await at.asks(address))[0] == 410


async def test_what_belongs_to_somebody_who_withdrew_is_gone_and_so_is_what_went_to_who_left(at: Desk) -> None:
    huong = await at.house.joins(HUONG, Role.MEMBER)
    person, now, sha256 = at.house.ids[HUONG], at.world.clock.now(), "ab" * 32
    key = f"evidence/ab/{sha256}.jpg"
    await at.world.service.files.put(key, photo(3))
    _ = await EvidenceRow.create(
        person_id=person, chat=huong.chat, kind="photo", state="stored", file=key, sha256=sha256, arrived_at=now
    )  # fmt: skip
    hers, other = (
        await at.sent("pictures", "1.jpg", file=key),
        await at.sent("say", "a.txt", drawing="text", values={"text": ""}),
    )
    await consents.record("personal", True, person=person, chat=huong.chat, text_version="1", language="vi", at=now)
    assert [(await at.asks(each))[0] for each in (hers, other)] == [200, 200]
    await consents.withdraw(person, now)
    assert [(await at.asks(each))[0] for each in (hers, other)] == [410, 200]
    await sql.run("UPDATE chats SET person_id = NULL WHERE chat = ?1", at.dung.chat)
    assert (await at.asks(other))[0] == 410


async def test_an_address_tells_nothing_but_where_it_leads(at: Desk) -> None:
    address = await at.sent("pictures", f"{HUONG}.jpg", file="evidence/a.jpg")
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/media/[\w.-]+\.jpg", address)
