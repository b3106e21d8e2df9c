"""The fake server as a process of its own, played through /control."""

import asyncio
import base64
import sys
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.channels.channel import Button, OutboxMessage
from bot.channels.telegram import Telegram
from tests.fakes.telegram import TOKEN
from tests.fakes.telegram_spec import CHECKOUT


@pytest.fixture
async def url() -> AsyncIterator[str]:
    """Where the server listens."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.fakes.telegram", cwd=CHECKOUT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    yield (await process.stdout.readline()).decode().strip()
    process.terminate()
    await process.wait()


async def test_another_process_plays_a_member(url: str) -> None:
    telegram = Telegram("telegram", TOKEN, url)
    async with aiohttp.ClientSession(f"{url}/control/") as control:
        await control.post("people/42", json={"name": "An"})
        await control.post("people/42/starts", json={"payload": "ma"})
        sent = await telegram.send(OutboxMessage("telegram:42", "say", "Chào", buttons=((Button("Vào", "go"),),)))
        tapped = await control.post("people/42/taps", json={"message_id": int(sent or 0), "data": "go"})
        missed = await control.post("people/42/taps", json={"message_id": int(sent or 0), "data": "no"})
        picture = base64.b64encode(b"jpg").decode()
        await control.post("people/42/sends_photo", json={"data": picture, "caption": "Ảnh"})
        shown = await (await control.get("people/42/messages")).json()
        state = await (await control.get("state")).json()
    await telegram.close()

    assert (tapped.status, missed.status) == (200, 400)
    assert [message["text"] for message in shown] == ["/start ma", "Chào", "Ảnh"]
    assert shown[1]["buttons"] == [[["Vào", "go"]]]
    assert (state["violations"], state["waiting"]) == ([], 3)
