"""One person on three phones of the sandbox, on the real road: with buttons, and with numbers only."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import MovableClock
from storage import chats
from tests.conftest import running
from tests.handlers.phone import enlist
from tests.support.harness import World

HUONG = "Nguyễn Thị Hương"


@pytest.fixture
async def world(sqlite_url: str, tmp_path: Path, clock: MovableClock) -> AsyncIterator[World]:
    async with running("web", sqlite_url, tmp_path, clock) as found:
        yield found


async def test_a_person_links_their_channels_by_button_and_by_number(world: World) -> None:
    person = (await enlist())[HUONG]
    await chats.link("telegram:7", person, "vi", world.clock.now())
    telegram, zalo, web = (world.person(number) for number in ("telegram:7", "zalo:7", "9"))

    await telegram.says("kết nối")
    await telegram.taps("linking.code")
    await zalo.says(_code(telegram.screen[-1].text))
    assert "N. T. Hương" in zalo.screen[-1].text
    await zalo.says("1")
    assert "Đã kết nối Zalo" in "\n".join(each.text for each in zalo.news())
    await telegram.look()
    telegram.hears("linking.added", channel="Zalo")

    await zalo.says("ket noi")
    await zalo.says("1")
    await web.says(_code(zalo.screen[-1].text))
    await web.taps("joining.yes linking")
    web.hears("linking.linked", channel="trang web")
    await web.look()
    assert [each.channel for each in await chats.of_person(person)] == ["telegram", "web", "zalo"]

    await telegram.says("kết nối")
    await telegram.taps("linking.let_go zalo")
    await telegram.taps("linking.let_go zalo yes")
    await zalo.look()
    zalo.hears("linking.let-go-there")
    await zalo.says("1")
    zalo.hears("typed.no-menu")
    await zalo.says("menu")
    zalo.hears("joining.stranger")
    assert [each.channel for each in await chats.of_person(person)] == ["telegram", "web"]


def _code(said: str) -> str:
    found = re.search(r"\d{3} \d{3}", said)
    assert found is not None, said
    return found[0]
