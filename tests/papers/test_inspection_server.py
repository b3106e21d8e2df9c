"""The server process and its children: what a bad file, a kill and an end of the product leave behind."""

import asyncio
import json
import signal
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path

import psutil
import pytest

from papers.documents import Document
from papers.inspection import FRAME
from papers.inspector import InspectionFailed, Inspector, Limits
from papers.pictures import Picture
from tests.papers.files import PDF, photo
from tests.papers.servers import child_at_work, ends, is_alive, servers, slow_photo

LIMITS = Limits()
SLOW = slow_photo()
MEMORY_BOMB = Limits(memory=120 << 20)
"""Under which SLOW takes more than it may."""

linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

PRODUCT = f"""
import asyncio, sys
from papers.inspector import Inspector, Limits

async def main():
    inspector = Inspector(1)
    await inspector.inspect({PDF!r}, "a.pdf", Limits())
    print("ready", flush=True)
    data = sys.stdin.buffer.read()
    await inspector.inspect(data, "a.png", Limits(patience=600))

asyncio.run(main())
"""


@pytest.fixture
async def inspector() -> AsyncIterator[Inspector]:
    found = Inspector(2)
    yield found
    await found.stop()
    assert servers() == []


async def test_a_bomb_does_not_hurt_its_neighbours(inspector: Inspector) -> None:
    orders = [
        inspector.inspect(SLOW, "", MEMORY_BOMB)
        if turn % 3 == 0
        else inspector.inspect(photo((64, 64 + turn)), "", LIMITS)
        for turn in range(12)
    ]
    found = await asyncio.gather(*orders, return_exceptions=True)
    assert [type(one) for one in found] == [InspectionFailed, Picture, Picture] * 4
    assert [one.height for one in found if isinstance(one, Picture)] == [64 + turn for turn in range(12) if turn % 3]


async def test_a_bomb_leaves_its_server_to_the_next_file(inspector: Inspector) -> None:
    await inspector.inspect(PDF, "a.pdf", LIMITS)
    before = servers()
    with pytest.raises(InspectionFailed):
        await inspector.inspect(SLOW, "", MEMORY_BOMB)
    assert isinstance(await inspector.inspect(PDF, "a.pdf", LIMITS), Document)
    assert servers() == before


async def test_a_child_that_spins_is_ended_by_its_processor_time(inspector: Inspector) -> None:
    began = time.perf_counter()
    with pytest.raises(InspectionFailed):
        await inspector.inspect(SLOW, "", Limits(seconds=0, patience=30))
    assert time.perf_counter() - began < 15


async def test_a_hang_is_killed_within_patience_while_others_are_served(inspector: Inspector) -> None:
    began = time.perf_counter()
    hanging = asyncio.create_task(inspector.inspect(SLOW, "", Limits(patience=1.5)))
    child = await child_at_work()
    assert isinstance(await inspector.inspect(PDF, "a.pdf", LIMITS), Document)
    assert not hanging.done()
    with pytest.raises(InspectionFailed):
        await hanging
    assert 1.5 <= time.perf_counter() - began < 5
    assert not is_alive(child)


async def test_a_server_killed_in_the_middle_takes_its_child_along_and_is_replaced(inspector: Inspector) -> None:
    order = asyncio.create_task(inspector.inspect(SLOW, "", LIMITS))
    child = await child_at_work()
    (server,) = servers()
    server.kill()
    with pytest.raises(InspectionFailed):
        await order
    await ends(child)
    assert isinstance(await inspector.inspect(PDF, "a.pdf", LIMITS), Document)
    assert servers() != [server]


async def test_a_server_killed_at_rest_costs_one_file_at_most(inspector: Inspector) -> None:
    await inspector.inspect(PDF, "a.pdf", LIMITS)
    (server,) = servers()
    server.kill()
    await ends(server)
    found = await asyncio.gather(*(inspector.inspect(PDF, "a.pdf", LIMITS) for _ in range(4)), return_exceptions=True)
    assert sum(isinstance(one, Document) for one in found) >= 3
    assert server not in servers()


async def test_a_cancelled_order_is_nobody_elses_answer(inspector: Inspector) -> None:
    order = asyncio.create_task(inspector.inspect(SLOW, "", LIMITS))
    child = await child_at_work()
    order.cancel()
    with pytest.raises(asyncio.CancelledError):
        await order
    await ends(child)
    assert isinstance(await inspector.inspect(PDF, "a.pdf", LIMITS), Document)


async def test_no_more_servers_than_wanted_and_none_before_the_first_file(inspector: Inspector) -> None:
    assert servers() == []
    await asyncio.gather(*(inspector.inspect(PDF, "a.pdf", LIMITS) for _ in range(8)))
    assert len(servers()) == 2


async def test_replies_to_people_go_first(inspector: Inspector) -> None:
    await inspector.inspect(PDF, "a.pdf", LIMITS)
    assert servers()[0].nice() == min(psutil.Process().nice() + 10, 19)


async def test_many_photos_take_no_more_memory_and_no_more_descriptors(inspector: Inspector) -> None:
    async def inspected(count: int) -> tuple[int, int, int]:
        for number in range(count):
            await inspector.inspect(photo((320, 200 + number)), "", LIMITS)
        (server,) = servers()
        assert server.children() == []
        return server.memory_info().rss, server.num_fds(), psutil.Process().num_fds()

    memory, *descriptors = await inspected(20)
    later, *descriptors_later = await inspected(200)
    assert descriptors_later == descriptors
    assert later - memory < 2 << 20


@linux
async def test_neither_server_nor_child_knows_what_the_product_knows(
    inspector: Inspector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELEGRAM_TOKEN", "12345:secret")
    order = asyncio.create_task(inspector.inspect(SLOW, "", Limits(patience=1)))
    child = await child_at_work()
    assert [_environment(process) for process in (*servers(), child)] == [b"", b""]
    opened = _opened(child)
    assert opened[:-1] == ["/dev/null"] * 3, "the way to the product is the server's alone"
    assert opened[-1].startswith("pipe:")
    with pytest.raises(InspectionFailed):
        await order


def _environment(process: psutil.Process) -> bytes:
    return Path(f"/proc/{process.pid}/environ").read_bytes()


def _opened(process: psutil.Process) -> list[str]:
    return sorted(str(link.readlink()) for link in Path(f"/proc/{process.pid}/fd").iterdir())


async def test_both_end_with_a_product_killed_in_the_middle() -> None:
    pipe = asyncio.subprocess.PIPE
    product = await asyncio.create_subprocess_exec(sys.executable, "-c", PRODUCT, stdin=pipe, stdout=pipe)
    assert product.stdin is not None
    assert product.stdout is not None
    assert await product.stdout.readline() == b"ready\n"
    (server,) = servers(product.pid)
    product.stdin.write(SLOW)
    product.stdin.close()
    child = await child_at_work(product.pid)
    product.kill()
    await product.wait()
    await ends(server)
    await ends(child)


@pytest.mark.parametrize("is_busy", [False, True], ids=["at rest", "in the middle"])
async def test_the_end_of_its_input_is_the_end_of_a_server(is_busy: bool) -> None:
    pipe = asyncio.subprocess.PIPE
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-I", "-m", "papers.inspection_server", stdin=pipe, stdout=pipe, env={}
    )
    assert server.stdin is not None
    children = []
    if is_busy:
        order = json.dumps({**asdict(Limits(patience=600)), "name": "", "kind": ""}).encode() + b"\n" + SLOW
        server.stdin.write(FRAME.pack(len(order)) + order)
        children = [await child_at_work()]
    server.stdin.close()
    assert await server.wait() == 0
    for child in children:
        await ends(child)


async def test_a_server_that_hangs_itself_is_killed(inspector: Inspector, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("papers.inspector.SLACK", 0.2)
    await inspector.inspect(PDF, "a.pdf", LIMITS)
    (server,) = servers()
    server.send_signal(signal.SIGSTOP)
    with pytest.raises(InspectionFailed):
        await inspector.inspect(PDF, "a.pdf", Limits(patience=0.2))
    await ends(server)
