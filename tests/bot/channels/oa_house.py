"""An Official Account on its fake server, with a grant in an open database; its secrets must stay unseen."""

import logging
from collections.abc import AsyncIterator, Callable

import pytest

from bot.channels.oa import Oa
from bot.channels.oa_grants import Grants, OaApp
from bot.channels.oa_request import OaRequest
from bot.clock import MovableClock
from storage import database
from tests.fakes.oa import FakeOa
from tests.fakes.oa_people import FakeOaPerson


def app_of(fake: FakeOa) -> OaApp:
    """Return the app and account of a fake server."""
    return OaApp(fake.oa_id, fake.app_id, fake.secret, fake.verifier, fake.url, fake.url)


@pytest.fixture
async def server(clock: MovableClock) -> AsyncIterator[FakeOa]:
    """A server of its own for each test; fails it when a call was against the rules."""
    fake = FakeOa(clock.now)
    await fake.start()
    yield fake
    await fake.close()
    assert not fake.violations


@pytest.fixture
async def process(server: FakeOa, clock: MovableClock) -> AsyncIterator[Callable[[], Grants]]:
    """Return what another process knows of the grant, each time it is called."""
    requests: list[OaRequest] = []

    def start() -> Grants:
        requests.append(OaRequest())
        return Grants("oa", app_of(server), requests[-1], clock.now)

    yield start
    for request in requests:
        await request.close()


@pytest.fixture
async def open_sqlite(sqlite_url: str) -> AsyncIterator[str]:
    """An open, empty database, for what has nothing to do with the engine."""
    await database.open_database(sqlite_url)
    yield sqlite_url
    await database.close_database()


@pytest.fixture
async def oa(
    server: FakeOa, open_sqlite: str, clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[Oa]:
    """The channel with its grant; fails the test when a token or secret was logged."""
    caplog.set_level(logging.DEBUG)
    account = Oa(app_of(server), (server.media_host,), clock.now)
    seeded = server.seed()
    await account.grants.keep(*seeded)
    yield account
    await account.close()
    secrets = (*seeded[:2], server.access, server.secret, server.webhook_secret)
    told = [one.getMessage() + str(one.exc_text) + str(one.__dict__) for one in caplog.records]
    assert not [line for line in told if any(secret and secret in line for secret in secrets)]


@pytest.fixture
def lan(server: FakeOa) -> FakeOaPerson:
    """A member who wrote just now."""
    person = server.person(42)
    person.meets()
    return person
