"""A bot on a fake server of its platform; whatever it calls must be valid, and its token must stay unseen."""

import logging
from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram import Telegram
from bot.channels.zalo import Zalo
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_people import FakePerson
from tests.fakes.zalo import FakeZalo
from tests.fakes.zalo_people import FakeZaloPerson


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    """A server of its own for each test."""
    server = FakeTelegram()
    await server.start()
    yield server
    await server.close()


@pytest.fixture
async def telegram(fake: FakeTelegram, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Telegram]:
    """The channel; fails the test when a call was wrong or the token was logged."""
    caplog.set_level(logging.DEBUG)
    channel = Telegram("telegram", fake.token, fake.url)
    yield channel
    await channel.close()
    assert not fake.violations
    secret = fake.token.split(":")[1]
    assert not [one.name for one in caplog.records if secret in one.getMessage() + str(one.exc_text)]


@pytest.fixture
def an(fake: FakeTelegram) -> FakePerson:
    """A member whose phone is at hand and who has pressed Start."""
    person = fake.person(42, "An")
    person.starts()
    fake.delivery.waiting.clear()
    return person


@pytest.fixture
async def platform() -> AsyncIterator[FakeZalo]:
    """A Zalo Bot Platform of its own for each test."""
    server = FakeZalo()
    await server.start()
    yield server
    await server.close()


@pytest.fixture
async def zalo(platform: FakeZalo, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Zalo]:
    """The channel; fails the test when a call was wrong or the token was logged."""
    caplog.set_level(logging.DEBUG)
    channel = Zalo("zalo", platform.token, platform.url, (platform.media_host,))
    yield channel
    await channel.close()
    assert not platform.violations
    secret = platform.token.split(":")[1]
    assert not [one.name for one in caplog.records if secret in one.getMessage() + str(one.exc_text)]


@pytest.fixture
def lan(platform: FakeZalo) -> FakeZaloPerson:
    """A member who has written on Zalo before."""
    person = platform.person(42, "Lan")
    person.knows_us = True
    return person
