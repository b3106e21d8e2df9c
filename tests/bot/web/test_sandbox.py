"""The sandbox's page and its API, asked as a browser asks them: over loopback."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, FormData
from pydantic import SecretStr

from bot.clock import Clock, MovableClock
from bot.service import Service
from bot.settings import Settings
from bot.web import sandbox_clock
from bot.web.words import words
from storage import job_runs
from tests.conftest import START

JPEG = b"\xff\xd8\xff\xe0 not looked at here"
OURS = {"X-Sandbox": "1"}


async def _started(url: str, folder: Path, clock: Clock | None = None) -> Service:
    settings = Settings(
        database_url=SecretStr(url), data_dir=folder, http_port=0, timezone="Asia/Ho_Chi_Minh", sandbox=True
    )
    service = Service(settings, clock=clock, demo=False, ticks=False)
    await service.start()
    return service


@pytest.fixture
async def browser(sqlite_url: str, tmp_path: Path, clock: MovableClock) -> AsyncIterator[ClientSession]:
    service = await _started(sqlite_url, tmp_path, clock)
    async with ClientSession(f"http://127.0.0.1:{service.port}") as session:
        yield session
    await service.stop()


async def test_everything_the_page_names_is_served_from_here(browser: ClientSession) -> None:
    async with browser.get("/sandbox") as answer:
        page = await answer.text()
    style = await (await browser.get("/sandbox/static/sandbox.css")).text()
    named = set(re.findall(r'(?:href|src)="([^"]+)"', page) + re.findall(r'url\("([^"]+)"\)', style))

    assert {"/sandbox/static/sandbox.js", "/sandbox/static/BeVietnamPro-Bold.ttf"} <= named
    for address in named:
        async with browser.get(address) as answer:
            assert answer.status == 200, address
            assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


async def test_the_page_says_only_what_the_locales_say(browser: ClientSession) -> None:
    static = files("bot.web").joinpath("static")
    sources = "\n".join(each.read_text("utf-8") for each in static.iterdir())
    used = set(re.findall(r'\bword\("([a-z0-9-]+)"\)', sources))
    used |= set(re.findall(r'data-(?:word|label|title|placeholder)="([a-z0-9-]+)"', sources))

    for language in ("vi", "en"):
        async with browser.get(f"/sandbox/api/words/{language}") as answer:
            known = set(await answer.json())
        assert used <= known
        assert {key for key in known if not key.startswith(("role-", "kind-"))} <= used


def test_the_page_speaks_both_languages() -> None:
    assert words("vi").keys() == words("en").keys()
    assert words("vi")["send"] == "Gửi"
    assert words("en")["send"] == "Send"


async def test_a_foreign_host_is_refused(browser: ClientSession) -> None:
    for path in ("/", "/sandbox", "/sandbox/api/people", "/sandbox/static/sandbox.js"):
        async with browser.get(path, headers={"Host": "evil.example:80"}) as answer:
            assert answer.status == 403, path


async def test_another_page_cannot_speak_for_a_phone(browser: ClientSession) -> None:
    for path in ("/sandbox/api/chat/7/text", "/sandbox/api/chat/7/files", "/sandbox/api/clock"):
        async with browser.post(path, json={"text": "menu", "seconds": 60}) as answer:
            assert answer.status == 403, path

    async with browser.get("/sandbox/api/chat/7") as answer:
        assert await answer.json() == []


@pytest.mark.parametrize(
    "path",
    [
        "/sandbox/files/0123456789abcdef",
        "/sandbox/files/..%2F..%2Fhanhtrinh.db",
        "/sandbox/static/nothing.js",
        "/sandbox/static/..%2Fsandbox.py",
        "/sandbox/static/OFL.txt",
    ],
)
async def test_what_is_not_there_is_not_found(browser: ClientSession, path: str) -> None:
    async with browser.get(path) as answer:
        assert answer.status == 404


@pytest.mark.parametrize("query", ["since=x", "since=1,2", "since=1&wait=soon"])
async def test_a_question_that_makes_no_sense_is_refused(browser: ClientSession, query: str) -> None:
    async with browser.get(f"/sandbox/api/chat/7?{query}") as answer:
        assert answer.status == 400


async def test_two_files_sent_together_are_one_album(browser: ClientSession) -> None:
    form = FormData()
    form.add_field("text", "Ngày chủ nhật xanh")
    for name in ("mot.jpg", "hai.jpg"):
        form.add_field("file", JPEG, filename=name, content_type="image/jpeg")
    await browser.post("/sandbox/api/chat/7/files", data=form, headers=OURS)

    async with browser.get("/sandbox/api/chat/7") as answer:
        first, second = [each["body"] for each in await answer.json() if each["mine"]]
    assert first["album"] == second["album"]
    assert (first["text"], second["text"]) == ("Ngày chủ nhật xanh", "")
    async with browser.get(f"/sandbox/files/{first['files'][0]['key'].removeprefix('phones/')}") as answer:
        assert (answer.content_type, await answer.read()) == ("image/jpeg", JPEG)


async def test_a_sent_text_is_changed_on_its_own_phone_only(browser: ClientSession) -> None:
    await browser.post("/sandbox/api/chat/7/text", json={"text": "Phần một"}, headers=OURS)
    [source] = [each["id"] for each in await _news(browser, "/sandbox/api/chat/7") if each["mine"]]
    for phone, text in (("8", "Của người khác"), ("7", "Phần một, sửa")):
        await browser.post(f"/sandbox/api/chat/{phone}/edit", json={"text": text, "source": source}, headers=OURS)

    [shown] = [each["body"] for each in await _news(browser, "/sandbox/api/chat/7") if each["mine"]]
    assert (shown["text"], shown["edited"]) == ("Phần một, sửa", True)


async def test_what_only_claims_to_be_a_picture_is_never_shown_as_a_page(
    browser: ClientSession,
) -> None:
    form = FormData()
    form.add_field("file", b"<script>alert(1)</script>", filename="anh.jpg", content_type="image/jpeg")
    await browser.post("/sandbox/api/chat/7/files", data=form, headers=OURS)

    async with browser.get("/sandbox/api/chat/7") as answer:
        key = (await answer.json())[0]["body"]["files"][0]["key"]
    async with browser.get(f"/sandbox/files/{key.removeprefix('phones/')}") as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"] == "attachment"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_one_question_waits_for_the_news_of_several_phones(browser: ClientSession) -> None:
    waiting = asyncio.create_task(_news(browser, "/sandbox/api/chat/7,8?since=0,0&wait=25"))
    await browser.post("/sandbox/api/chat/8/text", json={"text": "xin chào"}, headers=OURS)

    found = await asyncio.wait_for(waiting, 5)

    assert (found[0]["phone"], found[0]["body"]["text"]) == ("8", "xin chào")
    mark = found[0]["changed"]
    assert "xin chào" not in str(await _news(browser, f"/sandbox/api/chat/7,8?since=0,{mark}"))


async def _news(browser: ClientSession, address: str) -> list[dict[str, Any]]:
    async with browser.get(address) as answer:
        return list(await answer.json())


async def _moves(browser: ClientSession, **to: Any) -> list[str]:
    """Move the clock; return the moments that it showed until it had arrived."""
    shown = []
    async with browser.post("/sandbox/api/clock", json=to, headers=OURS) as answer:
        found = await answer.json()
    while found["to"]:
        shown.append(found["now"])
        async with browser.get("/sandbox/api/clock") as answer:
            found = await answer.json()
    return [*shown, found["now"]]


async def test_the_clock_moves_forward_only(clock: MovableClock, browser: ClientSession) -> None:
    await _moves(browser, to="2027-01-12T08:00:00")
    assert clock.now() == datetime(2027, 1, 12, 1, 0, tzinfo=UTC)

    await _moves(browser, to="2026-01-12T08:00:00")
    await _moves(browser, seconds=-3600)
    assert clock.now() == datetime(2027, 1, 12, 1, 0, tzinfo=UTC)

    for moment in ("mai", "9999-12-31T23:59:59"):
        async with browser.post("/sandbox/api/clock", json={"to": moment}, headers=OURS) as answer:
            assert answer.status == 400
    async with browser.get("/sandbox/api/clock") as answer:
        assert await answer.json() == {
            "now": "2027-01-12T01:00:00+00:00",
            "zone": "Asia/Ho_Chi_Minh",
            "moves": True,
            "to": None,
        }
    assert clock.now() > START


async def test_who_waits_for_news_is_let_go_when_the_product_stops(sqlite_url: str, tmp_path: Path) -> None:
    service = await _started(sqlite_url, tmp_path)
    waiting = asyncio.create_task(service.web.changes({"web:7": 0}, wait=25))
    await asyncio.sleep(0)

    async with asyncio.timeout(3):
        await service.stop()
        assert await waiting == []


async def test_the_moved_clock_survives_a_restart(sqlite_url: str, tmp_path: Path) -> None:
    first = await _started(sqlite_url, tmp_path)
    before = first.clock.now()
    async with ClientSession(f"http://127.0.0.1:{first.port}") as browser:
        await _moves(browser, seconds=86400)
    await first.stop()

    second = await _started(sqlite_url, tmp_path)
    ahead = second.clock.now() - before
    await second.stop()

    assert timedelta(days=1) <= ahead < timedelta(days=1, minutes=2)


async def test_a_week_passes_with_its_jobs_and_a_further_move_goes_on_from_where_it_is_going(
    sqlite_url: str, tmp_path: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox_clock, "AT_ONCE", 0.0)
    service = await _started(sqlite_url, tmp_path, clock)
    async with ClientSession(f"http://127.0.0.1:{service.port}") as browser:
        async with browser.post("/sandbox/api/clock", json={"seconds": 86400}, headers=OURS) as answer:
            assert (await answer.json())["to"] == "2027-01-12T02:00:00+00:00"
        shown = await _moves(browser, seconds=6 * 86400)
    assert shown[-1] == "2027-01-18T02:00:00+00:00"
    runs = await job_runs.known()
    assert runs["purge_handled"].due_at == datetime(2027, 1, 17, 20, 40, tzinfo=UTC)
    assert all(run.missed_at is None for run in runs.values())
    await service.stop()
