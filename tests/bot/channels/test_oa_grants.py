"""The grant: sealed, used by one process at a time, kept before it is used, and its loss told."""

import asyncio
import json
import os
import sys
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.channels.oa_grants import Grants, NotGranted, WrongAccount
from bot.channels.oa_request import Lost, NotSent
from bot.clock import MovableClock
from bot.granting import Granting
from storage import database, grants, sightings, sql
from storage.sightings import Sighting
from tests.bot.channels.oa_house import app_of, process, server
from tests.fakes.oa import FakeOa
from tests.fakes.telegram_spec import CHECKOUT
from tests.support.databases import PostgresTemplate

__all__ = ("process", "server")

Start = Callable[[], Grants]

PROCESS = """
import asyncio, json, sys
from datetime import UTC, datetime
from bot.channels.oa_grants import Grants, OaApp
from bot.channels.oa_request import OaRequest
from storage import database

async def main():
    asked = json.loads(sys.argv[1])
    await database.open_database(asked["database"])
    request = OaRequest()
    known = Grants("oa", OaApp(*asked["app"]), request, lambda: datetime.now(UTC))
    print("ready", flush=True)
    sys.stdin.readline()
    print(await known.renew(stale=asked["stale"]), flush=True)
    await request.close()
    await database.close_database()

asyncio.run(main())
"""


@pytest.mark.usefixtures("opened")
async def test_nothing_readable_lies_in_the_database(server: FakeOa, clock: MovableClock, process: Start) -> None:
    access, refresh, until = server.seed()
    await process().keep(access, refresh, until)
    (row,) = await sql.rows("SELECT * FROM grants")
    assert access not in str(row)
    assert refresh not in str(row)
    assert await process().access() == access


@pytest.mark.usefixtures("opened")
async def test_of_many_who_need_a_new_token_at_once_one_asks(
    server: FakeOa, clock: MovableClock, process: Start
) -> None:
    access, refresh, until = server.seed()
    processes = [process() for _ in range(3)]
    await processes[0].keep(access, refresh, until)
    server.delay = 0.2

    found = await asyncio.gather(*(each.renew(stale=access) for each in processes for _ in range(2)))

    assert (set(found), server.renewal_calls) == ({server.access}, 1)


async def test_two_processes_ask_once_and_lose_nothing(
    server: FakeOa, process: Start, postgres_template: PostgresTemplate
) -> None:
    with postgres_template.copy() as url:
        await database.open_database(url)
        access, refresh, until = server.seed()
        await process().keep(access, refresh, until + timedelta(days=1000))
        app = app_of(server)
        asked = {
            "database": url,
            "stale": access,
            "app": [app.oa_id, app.app_id, app.secret, app.verifier, app.api_url, app.oauth_url],
        }
        server.delay = 0.3
        children = [
            await asyncio.create_subprocess_exec(
                sys.executable, "-c", PROCESS, json.dumps(asked), cwd=CHECKOUT, env={"PATH": os.environ["PATH"]},
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            )
            for _ in range(2)
        ]  # fmt: skip
        for child in children:
            assert child.stdout is not None
            assert (await child.stdout.readline()).strip() == b"ready"
        printed = [(await found)[0] for found in [asyncio.create_task(one.communicate(b"\n")) for one in children]]

        assert {line.decode().strip() for line in printed} == {server.access}
        assert server.renewal_calls == 1
        assert await process().access() == server.access
        await database.close_database()


@pytest.mark.usefixtures("opened")
async def test_a_pair_is_kept_before_it_is_used(server: FakeOa, clock: MovableClock, process: Start) -> None:
    access, refresh, until = server.seed()
    await process().keep(access, refresh, until)
    renewed = await process().renew(stale=access)
    assert await process().access() == renewed == server.access
    clock.move(timedelta(hours=25))
    assert await process().access() == server.access != renewed


@pytest.mark.usefixtures("opened")
async def test_who_died_while_renewing_holds_nobody_up_for_long(
    server: FakeOa, clock: MovableClock, process: Start
) -> None:
    access, refresh, until = server.seed()
    known = process()
    await known.keep(access, refresh, until)
    kept = await grants.get("oa")
    assert kept is not None
    async with database.transaction():
        assert await grants.begin_renewing("oa", kept.refresh, clock.now(), clock.now() + timedelta(seconds=30))
        assert not await grants.begin_renewing("oa", kept.refresh, clock.now(), clock.now() + timedelta(seconds=30))
    clock.move(timedelta(seconds=31))
    assert await known.renew(stale=access) == server.access


@pytest.mark.usefixtures("opened")
async def test_a_platform_that_is_away_costs_no_grant(server: FakeOa, clock: MovableClock, process: Start) -> None:
    access, refresh, until = server.seed()
    known = process()
    await known.keep(access, refresh, until)
    server.fail_next(1, 0, status=502, path="access_token")
    server.fail_next(1, -32, "Rate limit", path="access_token")
    looking = Granting(known, clock.now)
    clock.move(timedelta(hours=24))
    for _ in range(3):
        await looking.look()
    assert (server.renewals, await known.access()) == (1, server.access)
    await looking.look()
    assert server.renewals == 1
    await server.close()
    with pytest.raises((NotSent, Lost)):
        await known.renew(stale=server.access)
    kept = await known.known()
    assert kept is not None
    assert kept.refused_at is None


@pytest.mark.usefixtures("opened")
async def test_a_refused_grant_is_told_until_the_administrator_grants_anew(
    server: FakeOa, clock: MovableClock, process: Start
) -> None:
    known = process()
    looking = Granting(known, clock.now)
    missing = [Sighting("grant-missing", "oa")]
    await looking.look()
    assert await sightings.since(clock.now()) == missing

    await known.keep(*server.seed())
    server.revokes()
    clock.move(timedelta(hours=24))
    assert await sightings.since(clock.now()) == []
    await looking.look()
    await looking.look()
    assert await sightings.since(clock.now()) == missing
    with pytest.raises(NotGranted):
        await known.access()
    assert server.renewal_calls == 1

    await process().accept(server.consents())
    clock.move(timedelta(minutes=5))
    await looking.look()
    assert (await sightings.since(clock.now()), await known.access()) == ([], server.access)


@pytest.mark.usefixtures("opened")
async def test_another_account_s_consent_is_not_taken(server: FakeOa, clock: MovableClock, process: Start) -> None:
    known = process()
    await known.keep(*server.seed())
    before = await grants.get("oa")
    code, server.oa_id = server.consents(), "1"
    with pytest.raises(WrongAccount):
        await known.accept(code)
    assert await grants.get("oa") == before
