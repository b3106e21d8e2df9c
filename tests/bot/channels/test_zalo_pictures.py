"""Pictures people send: fetched from Zalo's hosts by https, and from nowhere else."""

from typing import Any

import aiohttp
import pytest

from bot.channels.channel import FileGone, FileTooBig, NotNow
from bot.channels.zalo import Zalo
from bot.channels.zalo_pictures import LARGEST, Pictures
from tests.fakes.zalo import FakeZalo

MANY = 20 * 1024 * 1024


async def test_a_picture_is_fetched_as_often_as_it_is_asked_for(zalo: Zalo, platform: FakeZalo) -> None:
    address = platform.media.keep(b"jpeg")
    platform.media.leads(old := platform.media.keep(b""), address)
    for each in (address, address, old):
        assert await zalo.fetch(each, MANY) == b"jpeg"


async def test_an_address_that_has_expired_is_gone(zalo: Zalo, platform: FakeZalo) -> None:
    platform.media.expires(address := platform.media.keep(b"jpeg"))
    with pytest.raises(FileGone):
        await zalo.fetch(address, MANY)


async def test_trouble_on_the_way_is_tried_again(zalo: Zalo, platform: FakeZalo) -> None:
    # a connection that is cut is tried once more at once
    platform.media.fails(address := platform.media.keep(b"jpeg"), 500, 429, 0, 0)
    for _ in range(3):
        with pytest.raises(NotNow):
            await zalo.fetch(address, MANY)
    assert await zalo.fetch(address, MANY) == b"jpeg"


async def test_no_more_is_read_than_the_limit(zalo: Zalo, platform: FakeZalo) -> None:
    with pytest.raises(FileTooBig):
        await zalo.fetch(platform.media.keep(b"a" * (LARGEST + 1)), MANY)
    with pytest.raises(FileTooBig):
        await zalo.fetch(platform.media.keep(b"abcd"), 3)


@pytest.mark.parametrize(
    "onward", ["http://127.0.0.1:9/a.jpg", "https://zdn.vn/a.jpg", "http://[::1", "file:///etc/passwd", "//a:b@c/"]
)
async def test_a_redirect_to_another_host_is_not_followed(zalo: Zalo, platform: FakeZalo, onward: str) -> None:
    platform.media.leads(address := platform.media.keep(b"jpeg"), onward)
    with pytest.raises(FileGone):
        await zalo.fetch(address, MANY)


async def test_a_redirect_in_a_circle_ends(zalo: Zalo, platform: FakeZalo) -> None:
    platform.media.leads(address := platform.media.keep(b"jpeg"), address)
    with pytest.raises(FileGone):
        await zalo.fetch(address, MANY)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.jpg",
        "https://zdn.vn.example.org/a.jpg",
        "https://notzdn.vn/a.jpg",
        "https://zdn.vn:8443/a.jpg",
        "https://me:word@zdn.vn/a.jpg",
        "http://127.0.0.1:1/a.jpg",
        "https://169.254.169.254/latest",
        "ftp://zdn.vn/a.jpg",
        "file:///etc/passwd",
        "https://[zdn.vn/a.jpg",
        "https://zdn.vn:x/a.jpg",
        "9f2c",
        "",
    ],
)
async def test_nobody_is_asked_but_the_hosts_of_pictures(address: str) -> None:
    asked: list[str] = []

    async def note(_session: Any, _context: Any, params: aiohttp.TraceRequestStartParams) -> None:
        asked.append(str(params.url))

    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(note)
    async with aiohttp.ClientSession(trace_configs=[trace]) as session:
        with pytest.raises(FileGone):
            await Pictures(("zdn.vn", "127.0.0.1:2")).fetch(session, address, MANY)
    assert asked == []


@pytest.mark.parametrize("address", ["http://photo-x.zdn.vn/a.jpg?t=1", "https://PHOTO-x.zdn.vn:443/a.jpg?t=1"])
def test_a_known_host_is_asked_by_https(address: str) -> None:
    assert Pictures(("zdn.vn",))._place(address).geturl() == "https://photo-x.zdn.vn/a.jpg?t=1"
