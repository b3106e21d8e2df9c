"""Files by a page: a link from the chat, each file kept once, checked like those of the chat, counted on its card."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from aiohttp import ClientSession, FormData

from bot.batch import OURS
from bot.web import pages_upload
from handlers.member import evidence_arrival
from handlers.pages import upload_page
from journey.people import Role
from locales import texts
from storage import database, inbox, links, sql
from storage.evidence import UPLOADS
from storage.inbox import Update
from storage.links import Purpose
from tests.handlers.essays import docx, words
from tests.handlers.handing_in import DUNG, HUONG, desk
from tests.handlers.handing_in import Desk as Chat
from tests.handlers.page_visits import PHONE, Browser, Seen, address
from tests.handlers.pictures import PDF, photo
from tests.support.harness import World

File = tuple[str, str, bytes]
"""Name, type and bytes."""


@dataclass
class Desk:
    """Hương, who hands in by the chat and at a browser."""

    chat: Chat
    browser: Browser

    @property
    def world(self) -> World:
        return self.chat.world

    async def opens(self) -> str:
        """Ask the chat for the page; return its address. The choice is for chats that take no documents."""
        [draft] = await sql.rows("SELECT id FROM submissions WHERE state = 'draft'")
        await self.chat.huong.forges(f"upload-page.open {draft['id']}")
        return address(self.chat.huong.hears("upload-page.sent").text)

    async def begins(self, task: str = "RL2") -> str:
        await self.chat.begins(task)
        return await self.opens()

    async def sends(self, where: str, *files: File, form: str | None = None) -> tuple[int, Any]:
        """Send files as the script does; return the status and what it was told."""
        page = await self.browser.get(where)
        body = FormData(quote_fields=False)
        body.add_field("form", page.form.get("form", "") if form is None else form)
        for name, mime, data in files:
            body.add_field("file", data, filename=name, content_type=mime)
        asked = {"Accept": "application/json", "User-Agent": PHONE}
        async with self.browser.session.post(where, data=body, headers=asked) as answer:
            told = await answer.text()
        return answer.status, json.loads(told) if answer.content_type == "application/json" else told

    async def stand(self, where: str) -> list[tuple[str, str]]:
        """Return (name, state) of each file as the script is told, once all is checked."""
        await self.world.settle()
        await self.world.pass_time(evidence_arrival.UPLOADING)
        told = json.loads((await self.browser.get(f"{where}/files.json")).text)
        return [(each["name"], each["state"]) for each in told["files"]]

    async def waiting_uploads(self) -> list[str]:
        return [key async for key, _ in self.world.service.files.kept() if key.startswith(UPLOADS)]

    def reads(self, seen: Seen | str, key: str, **facts: object) -> bool:
        shown = seen if isinstance(seen, str) else seen.text
        return texts.render("vi", key, facts, self.world.zone) in unescape(shown)


@pytest.fixture
async def at(world: World) -> AsyncIterator[Desk]:
    chat = await desk(world)
    async with ClientSession() as session:
        yield Desk(chat, Browser(session, f"http://127.0.0.1:{world.service.port}"))


def shot(tone: int, name: str = "anh.jpg") -> File:
    return name, "image/jpeg", photo(tone)


async def test_files_are_taken_checked_counted_on_the_card_and_handed_in(at: Desk) -> None:
    where = await at.begins()
    page = await at.browser.get(where)
    assert (page.status, "RL2" in page.text, "20 MB" in page.text) == (200, True, True)

    status, told = await at.sends(where, shot(1))
    assert (status, [each["state"] for each in told["files"]], told["room"]) == (200, ["arrived"], 59)
    assert (await at.sends(where, ("Giấy khen.pdf", "application/pdf", PDF)))[0] == 200
    assert await at.stand(where) == [("anh.jpg", "stored"), ("Giấy khen.pdf", "stored")]
    lines = [texts.render("vi", f"evidence.holds-{kind}", {"n": 1}, at.world.zone) for kind in ("photo", "document")]
    assert "\n".join(lines) in (await at.chat.huong.notices("evidence.card")).text

    page = await at.browser.get(where)
    [small] = re.findall(r'<img src="(/l/[^"]+)" alt="" loading', page.text)
    assert (await at.browser.get(small)).body[:2] == b"\xff\xd8"
    assert (await at.browser.get(f"{where}/99.jpg")).status == 404
    assert await at.waiting_uploads() == [], "what was uploaded is kept as it was made anew, and nowhere else"
    trail = await sql.rows("SELECT chat, actor_id FROM audit WHERE action = 'evidence.uploaded'")
    assert {(each["chat"].partition(":")[0], each["actor_id"]) for each in trail} == {
        ("page", at.chat.house.ids[HUONG])
    }

    await at.chat.hands_in_rl2()
    at.chat.huong.hears("evidence.handed-in")
    for late in (await at.browser.get(where), (await at.sends(where, shot(2), form=page.form["form"]))[1]):
        assert at.reads(late, "pages.upload-used-title")


async def test_a_file_that_is_sent_again_is_there_once_and_one_taken_back_may_come_again(at: Desk) -> None:
    where = await at.begins()
    both = await asyncio.gather(*(at.sends(where, shot(1)) for _ in range(3)))
    assert [status for status, _ in both] == [200] * 3
    assert await at.stand(where) == [("anh.jpg", "stored")]
    assert (await at.sends(where, shot(1, "khác tên.jpg")))[0] == 200
    assert (await at.stand(where), await at.waiting_uploads()) == ([("anh.jpg", "stored")], [])
    await at.chat.huong.taps("evidence.take_back")
    assert await at.stand(where) == []
    assert (await at.sends(where, shot(1)))[0] == 200
    assert await at.stand(where) == [("anh.jpg", "stored")]


async def test_what_cannot_be_taken_says_why_and_the_rest_goes_on(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    where = await at.begins()
    assert await at.sends(where) == (400, {"files": [], "room": 60, "why": "Bạn chưa chọn tệp nào."})
    assert (await at.sends(where, ("a.txt", "text/plain", b"")))[0] == 400
    monkeypatch.setattr(pages_upload, "LARGEST", 5000)
    status, told = await at.sends(where, ("to.txt", "text/plain", b"x" * 5001), shot(1))
    assert (status, len(told["files"]), at.reads(told["why"], "upload-page.large", megabytes=20)) == (400, 1, True)
    assert (await at.sends(where, ("anh.jpg", "image/jpeg", b"khong phai anh")))[0] == 200
    assert await at.stand(where) == [("anh.jpg", "stored"), ("anh.jpg", "refused")]
    page = await at.browser.get(where)
    assert at.reads(page, "evidence.refused-not-a-picture", name="anh.jpg")
    monkeypatch.setattr(upload_page, "PIECES", 3)
    hostile = ("../<script>x.txt", "text/plain", b"Xin chao")
    assert (await at.sends(where, hostile))[0] == 200
    assert ("<script>x.txt", "stored") in await at.stand(where)
    assert "<script>x" not in (await at.browser.get(where)).text
    status, told = await at.sends(where, shot(9))
    assert (status, told["why"][:8]) == (400, texts.render("vi", "upload-page.full", {"most": 60}, at.world.zone)[:8])
    assert await at.waiting_uploads() == []


async def test_an_essay_that_comes_as_a_file_is_asked_about_in_the_chat(at: Desk) -> None:
    where = await at.begins("BB3")
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert (await at.sends(where, ("bai.docx", word, docx(words(1100)))))[0] == 200
    assert await at.stand(where) == [("bai.docx", "stored")]
    await at.chat.huong.notices("essay.understood", n=1100, name="bai.docx")
    assert at.reads(await at.browser.get(where), "upload-page.done-essay")


async def test_a_link_opens_one_draft_for_its_author_while_it_lives(at: Desk) -> None:
    first = await at.begins()
    form = (await at.browser.get(first)).form["form"]
    second = await at.opens()
    assert at.reads((await at.sends(first, shot(1), form=form))[1], "pages.upload-revoked-title")
    await at.chat.huong.taps("upload-page.revoke")
    at.chat.huong.hears("upload-page.revoked")
    assert at.reads(await at.browser.get(second), "pages.upload-revoked-title")
    await at.chat.huong.taps("upload-page.open")
    third = address(at.chat.huong.hears("upload-page.sent").text)
    [draft] = await sql.rows("SELECT id FROM submissions")
    for wrong in ("", form, at.world.service.addresses.seal.form(99)):
        assert (await at.sends(third, shot(1), form=wrong))[0] == 400
    form = (await at.browser.get(third)).form["form"]
    dung, now = at.chat.house.ids[DUNG], at.world.clock.now()
    foreign = await links.make(Purpose.UPLOAD, made_by=dung, person=dung, now=now, submission=draft["id"])
    seal = at.world.service.addresses.seal
    assert at.reads(await at.browser.get(f"/l/{seal.token(foreign.id)}"), "pages.upload-gone-title")
    await sql.run(f"DELETE FROM posts WHERE role = '{Role.MEMBER}'")
    assert at.reads((await at.sends(third, shot(1), form=form))[1], "pages.upload-gone-title")
    assert await sql.rows("SELECT id FROM evidence") == []


async def test_the_page_needs_no_script(at: Desk) -> None:
    where = await at.begins()
    page = await at.browser.get(where)
    assert re.findall(r"<script[^>]*>.", page.text) == ['<script type="module" src="/pages/upload.js"><']
    assert re.findall(r"\son\w+=|style=", page.text) == []
    named = set(re.findall(r'"(/pages/[^"]+)"', page.text)) | {"/pages/upload_tries.js"}
    assert {each: (await at.browser.get(each)).status for each in named} == dict.fromkeys(named, 200)
    body = FormData(page.form)
    for name, mime, data in (shot(1), shot(2, "hai.jpg")):
        body.add_field("file", data, filename=name, content_type=mime)
    async with at.browser.session.post(where, data=body, headers={"User-Agent": PHONE}) as answer:
        shown = await answer.text()
    assert (answer.status, at.reads(shown, "upload-page.files", n=2), "hai.jpg" in shown) == (200, True, True)


async def test_what_a_chat_cannot_bring_gets_one_hint_an_hour_with_the_way_on(at: Desk) -> None:
    huong, road = at.chat.huong, at.world.service.road

    async def brings(number: int) -> None:
        await huong.turns_to_the_phone()
        body = json.dumps({"kind": "unsupported", "text": ""})
        async with database.transaction():
            update = Update(road.ids.next(), f"unsupported:{number}", OURS, huong.chat, body)
            await inbox.add([update], sql.ms(at.world.clock.now()))
        road._look_at(huong.chat)
        await at.world.settle()
        await huong.look()

    await brings(1)
    shown = huong.hears("evidence.unsupported")
    assert [action for _, action in shown.buttons] == ["evidence.open"]
    await brings(2)
    assert huong.news() == []
    await at.world.pass_time(timedelta(hours=1))
    await at.chat.begins("RL2")
    await brings(3)
    shown = huong.hears("evidence.unsupported")
    await huong.taps(shown.buttons[0][1])
    assert (await at.browser.get(address(huong.hears("upload-page.sent").text))).status == 200
