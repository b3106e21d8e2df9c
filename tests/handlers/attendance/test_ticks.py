"""The list on a page: names to tick in one go, by the rules of the chat's list, shut when it is nobody's to tick."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from html import unescape

import pytest
from aiohttp import ClientSession, FormData

from journey.people import Role
from locales import texts
from storage import sql
from tests.handlers.arrivals import comes
from tests.handlers.attendance.gathering import HUONG, LAN, LASTS, NAM, THU, TITLE, Gathering, gathering
from tests.handlers.page_visits import PHONE, Browser, Seen, address
from tests.support.harness import World


@pytest.fixture
async def at(world: World) -> Gathering:
    laid = await gathering(world)
    for name in (LAN, NAM):
        await comes(laid.house, name, Role.MEMBER)
        await laid.takes_on(name)
    return laid


@pytest.fixture
async def browser(at: Gathering) -> AsyncIterator[Browser]:
    async with ClientSession() as session:
        yield Browser(session, f"http://127.0.0.1:{at.world.service.port}")


async def opens(at: Gathering) -> str:
    """Ask the chat for the list; return its address. The choice is for chats without buttons."""
    await at.thu.forges(f"attendance.ticks {at.session}")
    return address(at.thu.hears("ticks-page.sent", title=TITLE).text)


async def ticks(browser: Browser, where: str, page: Seen, *names: str) -> Seen:
    """Let exactly `names` be ticked, of those that can be changed, and send the form."""
    rows = {
        unescape(name): number
        for number, name in re.findall(r'value="(\d+)"[^>]*>\n<span class="name">([^<]+)', page.text)
    }
    body = FormData([("form", page.form["form"]), ("in", "x"), ("in", "99999")])
    for kind in ("shown", "was"):
        for number in re.findall(rf'name="{kind}" value="(\d+)"', page.text):
            body.add_field(kind, number)
    for name in names:
        body.add_field("in", rows[name])
    async with browser.session.post(where, data=body, headers={"User-Agent": PHONE}) as answer:
        shown = await answer.read()
        return Seen(answer.status, shown.decode(), dict(answer.headers), shown)


def reads(at: Gathering, seen: Seen, key: str, **facts: object) -> bool:
    return texts.render("vi", key, facts, at.world.zone) in unescape(seen.text)


async def test_names_are_ticked_in_one_go_and_a_slip_is_taken_back(at: Gathering, browser: Browser) -> None:
    where = await opens(at)
    page = await browser.get(where)
    assert (page.status, TITLE in page.text, HUONG in page.text, THU in page.text) == (200, True, True, False)
    done = await ticks(browser, where, page, HUONG, LAN)
    assert reads(at, done, "ticks-page.done", counted=2, out=0)
    assert await at.rows() == [(HUONG, "ticked", "counted"), (LAN, "ticked", "counted")]
    assert await at.hand_ins() == ["approved"]
    [trail] = await sql.rows("SELECT DISTINCT chat, actor_id FROM audit WHERE action = 'attendance.counted'")
    assert (trail["chat"][:5], trail["actor_id"]) == ("page:", at.house.ids[THU])

    again = await ticks(browser, where, page, HUONG, LAN, NAM)
    assert reads(at, again, "ticks-page.done", counted=1, out=0), "who was counted meanwhile is counted once"
    slip = await ticks(browser, where, again, HUONG, LAN)
    assert reads(at, slip, "ticks-page.done", counted=0, out=1)
    assert {name: state for name, _, state in await at.rows()}[NAM] == "withdrawn"

    await at.passes(timedelta(minutes=11))
    late = await browser.get(where)
    assert len(re.findall(r"checked disabled", late.text)) == 2
    stays = await ticks(browser, where, again)
    assert reads(at, stays, "ticks-page.done", counted=0, out=0), "after ten minutes the chat asks for a reason"
    found = await browser.get(f"{where}?name=lan")
    assert (LAN in found.text, HUONG in found.text) == (True, False)


async def test_the_list_is_shut_with_the_session_and_for_who_runs_it_no_more(at: Gathering, browser: Browser) -> None:
    old = await opens(at)
    where = await opens(at)
    page = await browser.get(where)
    assert reads(at, await browser.get(old), "pages.attend-revoked-title")
    assert (await browser.send(where, {"in": "1", "shown": "1"})).status == 400
    await at.passes(timedelta(minutes=LASTS) + timedelta(days=8))
    where = await opens(at)
    page = await browser.get(where)
    assert ("<button disabled>" in page.text, await at.rows()) == (True, [])
    assert reads(at, await ticks(browser, where, page), "ticks-page.done", counted=0, out=0)
    await sql.run(f"DELETE FROM posts WHERE role = '{Role.SECRETARY}'")
    gone = await browser.get(where)
    assert (gone.status, HUONG in gone.text, reads(at, gone, "pages.attend-gone-title")) == (404, False, True)
