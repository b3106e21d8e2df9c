"""Where people find our bots: asked of each platform until it says."""

import asyncio
from typing import cast

import pytest

from bot import doors
from bot.channels.channel import Channel, SendError, Unreachable
from bot.doors import Doors
from journey.door import Door


class Asked:
    """A channel that says where it is after as many calls as have to fail."""

    def __init__(self, name: str, door: Door | None, *fails: SendError) -> None:
        self.name = name
        self._door = door
        self._fails = list(fails)

    async def door(self) -> Door | None:
        if self._fails:
            raise self._fails.pop()
        return self._door


async def test_a_platform_that_does_not_say_yet_is_asked_again_and_the_page_is_never_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doors, "TRY_AGAIN", 0.0)
    zalo, telegram = Door("zalo", "Bot Hành trình"), Door("telegram", "@bot")
    channels = (Asked("zalo", zalo, Unreachable()), Asked("web", None), Asked("telegram", telegram))
    known = Doors([cast(Channel, each) for each in channels])
    looking = asyncio.create_task(known.look(asyncio.Event()))
    await asyncio.sleep(0)
    assert known.known() == (telegram,)
    async with asyncio.timeout(5):
        await looking
    assert known.known() == (zalo, telegram)
