"""The essay on a page: a link from the chat, saved as it is typed, handed in like one from the chat."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiohttp import ClientSession

from handlers.conversation import Link, Say, text
from handlers.pages.essay_link import offer
from handlers.rendering import Words
from journey.people import Role
from locales import texts
from papers.essay_text import MOST
from storage import links, sql
from storage.links import Purpose
from tests.handlers.arrivals import comes
from tests.handlers.essays import docx, words
from tests.handlers.handing_in import DUNG, HUONG, desk, texts_kept
from tests.handlers.handing_in import Desk as Chat
from tests.handlers.page_visits import Browser, Seen, address, link_row
from tests.logs import keeping
from tests.support.harness import World

TAM = "Lê Văn Tám"


@dataclass
class Desk:
    """Hương, who writes BB3 in the chat and at a browser."""

    chat: Chat
    browser: Browser

    @property
    def world(self) -> World:
        return self.chat.world

    async def opens(self) -> str:
        """Ask the chat for a page; return its address."""
        await self.chat.huong.taps("essay-page.open")
        return address(self.chat.huong.hears("essay-page.sent").text)

    async def begins(self) -> str:
        await self.chat.begins("BB3")
        return await self.opens()

    async def saves(self, where: str, page: Seen, text: str, **more: str) -> tuple[int, Any]:
        """Save as the script does; return the status and what it was told."""
        keeping.words([text])
        fields = {**page.form, "act": "save", "text": text, **more}
        async with self.browser.session.post(where, data=fields, headers={"Accept": "application/json"}) as answer:
            told = await answer.text()
            return answer.status, json.loads(told) if answer.content_type == "application/json" else told

    async def presses(self, where: str, page: Seen, act: str, text: str) -> Seen:
        """Press a button of the form, as without a script."""
        keeping.words([text])
        seen = await self.browser.send(where, {**page.form, "act": act, "text": text.replace("\n", "\r\n")})
        await self.world.settle()
        return seen

    def reads(self, seen: Seen | str, key: str, **facts: object) -> bool:
        """Say whether a page says `key`."""
        shown = seen if isinstance(seen, str) else seen.text
        return texts.render("vi", key, facts, self.world.zone) in unescape(shown)


@pytest.fixture
async def at(world: World) -> AsyncIterator[Desk]:
    chat = await desk(world)
    async with ClientSession() as session:
        yield Desk(chat, Browser(session, f"http://127.0.0.1:{world.service.port}"))


def written(page: Seen) -> str:
    """Return what stands in the field."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page.text, re.S)
    assert found, page.text
    return unescape(found[1])


async def state() -> str:
    [row] = await sql.rows("SELECT state FROM submissions")
    return str(row["state"])


async def test_an_essay_is_saved_as_it_is_typed_handed_in_and_the_chat_is_told(at: Desk) -> None:
    tam = await comes(at.chat.house, TAM, Role.STANDING_COMMITTEE, group=False)
    where = await at.begins()
    page = await at.browser.get(where)
    assert (page.status, written(page), "BB3" in page.text, "0/1.000 chữ" in page.text) == (200, "", True, True)
    status, first = await at.saves(where, page, words(400))
    assert (status, first["at"]) == (200, at.world.clock.now().astimezone(at.world.zone).strftime("%H:%M"))
    assert (await at.saves(where, page, words(1000), seen=str(first["edition"])))[0] == 200
    assert await texts_kept() == [words(1000)]
    page = await at.browser.get(where)
    assert (written(page), "1.000/1.000 chữ" in page.text) == (words(1000), True)

    short = await at.presses(where, page, "hand-in", words(1000))
    assert "còn thiếu 1 chữ" in short.text
    assert (await state(), (await link_row())["used_at"]) == ("draft", None)

    done = await at.presses(where, short, "hand-in", words(1001))
    assert (done.status, at.reads(done, "essay-page.done-title")) == (200, True)
    assert TAM in (await at.chat.huong.notices("evidence.handed-in")).text
    await tam.notices("reviews.card")
    [row] = await sql.rows("SELECT state, claims FROM submissions")
    assert (row["state"], "1001" in str(row["claims"])) == ("waiting", True)
    link = await link_row()
    assert (link["used_as"], link["used_at"] is not None) == ("page", True)
    [trail] = await sql.rows("SELECT chat, actor_id FROM audit WHERE action = 'submission.handed_in'")
    assert (trail["chat"], trail["actor_id"]) == (f"page:{link['id']}", at.chat.house.ids[HUONG])
    for late in (await at.browser.get(where), await at.presses(where, short, "save", "Muộn")):
        assert (late.status, at.reads(late, "pages.essay-used-title")) == (410, True)


async def test_of_two_hand_ins_at_once_one_is_done(at: Desk) -> None:
    where = await at.begins()
    page = await at.browser.get(where)
    both = await asyncio.gather(*(at.presses(where, page, "hand-in", words(1100)) for _ in range(2)))
    assert sorted(each.status for each in both) == [200, 410]
    assert len(await sql.rows("SELECT id FROM reviews")) == 1


async def test_a_save_from_before_what_came_elsewhere_overwrites_nothing_and_shows_it(at: Desk) -> None:
    where = await at.begins()
    page = await at.browser.get(where)
    _, first = await at.saves(where, page, "Mở bài")
    assert await at.saves(where, page, "Mở bài ") == (200, first), "its own answer was lost"
    await at.chat.huong.says("Viết trong chat")

    assert await at.saves(where, page, "Thân bài", seen=str(first["edition"])) == (
        409,
        {"edition": first["edition"] + 1, "text": "Mở bài\nViết trong chat"},
    )
    plain = await at.presses(where, page, "hand-in", words(1100))
    assert (plain.status, written(plain)) == (409, words(1100))
    assert "Mở bài\nViết trong chat" in plain.text
    assert at.reads(plain, "essay-page.newer-plain")
    assert await texts_kept() == ["Mở bài", "Viết trong chat"]

    kept = await at.presses(where, plain, "save", words(20))
    assert (kept.status, await texts_kept()) == (200, [words(20)])
    assert "Đã lưu" in kept.text


async def test_a_look_changes_nothing_and_the_page_needs_no_script(at: Desk) -> None:
    where = await at.begins()
    before = [await sql.rows(f"SELECT * FROM {table} ORDER BY id") for table in ("submissions", "evidence", "links")]
    audit = await sql.rows("SELECT count(*) AS n FROM audit")
    page = await at.browser.get(f"{where}?act=hand-in&text=x")
    assert at.reads(await at.browser.get(where, "TelegramBot (like TwitterBot)"), "pages.preview-text")

    assert [
        await sql.rows(f"SELECT * FROM {each} ORDER BY id") for each in ("submissions", "evidence", "links")
    ] == before
    assert await sql.rows("SELECT count(*) AS n FROM audit") == audit
    for name, value in (("X-Robots-Tag", "noindex"), ("Cache-Control", "no-store"), ("Referrer-Policy", "no-referrer")):
        assert value in page.headers[name]
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert re.findall(r"<script[^>]*>.", page.text) == ['<script type="module" src="/pages/essay.js"><']
    assert re.findall(r"\son\w+=|style=", page.text) == []
    assert re.findall(r'<button[^>]*name="act" value="([\w-]+)"', page.text) == ["save", "hand-in"]
    named = set(re.findall(r'"(/pages/[^"]+)"', page.text))
    for script in ("/pages/essay.js", "/pages/essay_choice.js"):
        named |= set(re.findall(r'from "([^"]+)"', (await at.browser.get(script)).text))
    assert {each: (await at.browser.get(each)).status for each in named} == dict.fromkeys(named, 200)
    assert len(named) > 5
    assert at.reads(await at.browser.get(f"{where}/1"), "pages.gone-title")


async def test_a_link_opens_one_draft_for_its_author_while_it_lives(at: Desk) -> None:
    first = await at.begins()
    page = await at.browser.get(first)
    await at.chat.huong.says("xong")
    second = await at.opens()
    replaced = await at.presses(first, page, "save", "Trang cũ")
    assert (replaced.status, at.reads(replaced, "pages.essay-revoked-title")) == (410, True)
    await at.chat.huong.taps("essay-page.revoke")
    at.chat.huong.hears("essay-page.revoked")
    assert at.reads(await at.browser.get(second), "pages.essay-revoked-title")
    await at.chat.huong.taps("essay-page.open")
    third = address(at.chat.huong.hears("essay-page.sent").text)
    page = await at.browser.get(third)
    assert (await at.browser.get(f"{third[:-4]}AAAA")).status == 404
    for form in ({}, {"form": page.form["form"]}, {"form": at.world.service.addresses.seal.form(99), "seen": "0"}):
        assert (await at.browser.send(third, {**form, "act": "save", "text": "Lạ"})).status == 400
    ids = at.chat.house.ids
    [row] = await sql.rows("SELECT id FROM submissions")
    made_by = ids[DUNG]
    foreign = await links.make(
        Purpose.ESSAY, made_by=made_by, person=made_by, now=at.world.clock.now(), submission=row["id"]
    )
    others = at.world.service.addresses(Link(foreign.id)) or ""
    assert (await at.browser.get(others)).status == 404
    assert await texts_kept() == []

    await at.world.pass_time(timedelta(days=7, minutes=1))
    expired = await at.browser.get(third)
    assert (expired.status, at.reads(expired, "pages.essay-expired-title")) == (410, True)
    await at.chat.huong.says("xong")
    fourth = await at.opens()
    page = await at.browser.get(fourth)
    await sql.run("UPDATE chats SET person_id = NULL WHERE person_id = ?1", ids[HUONG])
    gone = await at.presses(fourth, page, "save", "Đã rút đồng ý")
    assert (gone.status, await texts_kept()) == (404, [])


async def test_what_was_handed_in_in_the_chat_is_not_written_any_more(at: Desk) -> None:
    where = await at.begins()
    page = await at.browser.get(where)
    await at.chat.huong.says(words(1100))
    await at.chat.huong.says("xong")
    await at.chat.huong.taps("evidence.submit")
    for late in (await at.browser.get(where), await at.presses(where, page, "hand-in", words(1200))):
        assert (late.status, at.reads(late, "pages.essay-used-title")) == (410, True)
    assert (await at.saves(where, page, "Muộn"))[0] == 410
    assert await texts_kept() == [words(1100)]


async def test_what_stands_in_the_way_of_handing_in_is_said_and_the_text_is_kept(at: Desk) -> None:
    where = await at.begins()
    await at.chat.huong.sends_document(docx(words(900)), "bai.docx")
    page = await at.browser.get(where)
    asked = await at.presses(where, page, "hand-in", words(1100))
    assert at.reads(asked, "essay-page.in-chat")
    await at.chat.huong.notices("essay-page.go-on", task="BB3")
    await at.chat.huong.taps("evidence.not_it")

    await sql.run("UPDATE registrations SET dropped_at = ?1 WHERE task = 'BB3'", sql.at(at.world.clock.now()))
    dropped = await at.presses(where, asked, "hand-in", words(1150))
    assert at.reads(dropped, "refusal.task-dropped", code="BB3")
    assert (await state(), await texts_kept(), written(dropped)) == ("draft", [words(1150)], words(1150))


async def test_a_text_that_is_too_long_is_answered_and_what_no_database_keeps_is_left_out(at: Desk) -> None:
    where = await at.begins()
    page = await at.browser.get(where)
    status, told = await at.saves(where, page, "à" * (MOST + 1))
    assert (status, told["why"]) == (413, texts.render("vi", "essay-page.too-long", {"most": MOST}, at.world.zone))
    huge = await at.browser.send(where, {"form": page.form["form"]}, b"x" * 26 * 1024 * 1024)
    assert (huge.status, at.reads(huge, "pages.large-title")) == (413, True)
    assert await texts_kept() == []

    await at.saves(where, page, "Một\r\nhai\0 <b>ba</b>")
    assert await texts_kept() == ["Một\nhai <b>ba</b>"]
    page = await at.browser.get(where)
    assert (written(page), "<b>ba" in page.text) == ("Một\nhai <b>ba</b>", False)


async def test_a_draft_that_is_written_on_a_page_is_not_forgotten_while_it_holds_nothing(at: Desk) -> None:
    where = await at.begins()
    await at.chat.huong.says("huy")
    page = await at.browser.get(where)
    assert (await at.saves(where, page, "Vẫn còn"))[0] == 200
    await at.chat.begins("BB3")
    await at.chat.huong.taps("evidence.drop")
    await at.chat.huong.taps(next(each for each in at.chat.huong.buttons() if each.endswith(" yes")))
    assert (await at.browser.get(where)).status == 410
    assert await state() == "withdrawn"


def test_without_an_address_the_page_is_not_offered() -> None:
    card = Say(text("essay.used"), choices=((offer(7),),))
    nowhere, somewhere = Words(ZoneInfo("UTC")), Words(ZoneInfo("UTC"), lambda _link: "https://d.vn/l/x")
    assert nowhere.spoken(card, "web:1", "vi").options == ()
    [[option]] = somewhere.spoken(card, "web:1", "vi").options
    assert (option.action, option.url) == ("essay-page.open 7", None)
