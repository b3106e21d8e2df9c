"""The organiser's page: the code of now, who is in, the printed code; shut when it is nobody's to show any more."""

import json
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientSession
from pypdf import PdfReader

from journey.attendance_code import read
from journey.text import nfc
from storage import attendance_key, sql
from tests.handlers.attendance.gathering import HUONG, LASTS, TITLE, Gathering, gathering
from tests.handlers.page_visits import Browser, address
from tests.support.harness import World


@pytest.fixture
async def at(world: World) -> Gathering:
    return await gathering(world)


@pytest.fixture
async def browser(at: Gathering) -> AsyncIterator[Browser]:
    async with ClientSession() as session:
        yield Browser(session, f"http://127.0.0.1:{at.world.service.port}")


async def opens(at: Gathering) -> str:
    """Ask the chat for the page; return its address."""
    await at.thu.forges(f"attendance.open {at.session}")
    await at.thu.taps("attendance.page")
    return address(at.thu.hears("attendance.page", title=TITLE).text)


async def now(browser: Browser, where: str) -> dict[str, Any]:
    seen = await browser.get(f"{where}/code.json")
    assert seen.status == 200
    found: dict[str, Any] = json.loads(seen.text)
    return found


def scans(at: Gathering) -> bool:
    """Say whether a link opens the chat, so that there is something to scan; else the word is the way."""
    world = at.world
    return world.service.road.channels[world.driver.name].can.starts


async def test_the_page_shows_the_code_of_now_and_who_is_in(at: Gathering, browser: Browser) -> None:
    where = await opens(at)
    page = await browser.get(where)
    [kept] = await sql.rows("SELECT word FROM sessions")
    assert (page.status, TITLE in page.text, kept["word"] in page.text) == (200, True, True)
    assert re.fullmatch(r"\w+ \w+ \d\d", kept["word"])
    first = await now(browser, where)
    assert (first["counted"], first["listed"]) == (0, 1)
    assert ("<svg" in first["qr"], first["note"] == "", 'class="soft renewed"' in page.text) == (scans(at),) * 3
    assert 0 < first["next"] <= 20_000 < first["hide"] <= 40_000
    if first["here"]:
        await at.huong.starts(first["here"].partition("start=")[2])
    else:
        await at.huong.starts(await at.code())
    at.huong.hears("attendance.counted")
    await at.passes(timedelta(seconds=30))
    second = await now(browser, where)
    assert (second["counted"], second["qr"] != first["qr"]) == (1, scans(at))
    await at.passes(timedelta(minutes=LASTS + 60))
    closed = await now(browser, where)
    assert (closed["qr"], bool(closed["note"])) == ("", True)


async def test_the_printed_code_leads_into_the_chat(at: Gathering, browser: Browser) -> None:
    where = await opens(at)
    paper = await browser.get(f"{where}/ma-diem-danh.pdf")
    assert (paper.status, paper.body[:4]) == (200, b"%PDF")
    [kept] = await sql.rows("SELECT word FROM sessions")
    said = PdfReader(BytesIO(paper.body)).pages[0].extract_text()
    assert (nfc(kept["word"]) in nfc(said), "camera" in said) == (True, scans(at))
    found = read(await at.code(paper=True), await attendance_key.get())
    assert found is not None
    assert (found.session, found.slot) == (at.session, None)


async def test_the_page_shuts_with_a_newer_one_and_with_the_session(at: Gathering, browser: Browser) -> None:
    old = await opens(at)
    where = await opens(at)
    assert (await browser.get(f"{old}/code.json")).status == 410
    await sql.run("UPDATE sessions SET state = 'cancelled'")
    shut = await browser.get(f"{where}/code.json")
    assert (shut.status, "<svg" in shut.text) == (404, False)
    assert HUONG not in shut.text
