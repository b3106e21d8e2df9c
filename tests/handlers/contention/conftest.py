"""The product on both databases, a member, and officers whose chats different writers handle."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import MovableClock
from journey.people import Role
from storage import enrolments
from tests.conftest import ENGINES, running
from tests.handlers.contention.racing import (
    BINH,
    DUNG,
    HUONG,
    LAN,
    MAI,
    Ring,
    is_sound,
    ring,
)
from tests.support.databases import PostgresTemplate, SqliteTemplate
from tests.support.harness import Person


@pytest.fixture(params=ENGINES)
async def house(request: pytest.FixtureRequest, tmp_path: Path, clock: MovableClock) -> AsyncIterator[Ring]:
    """The product on Telegram, on each engine; PostgreSQL handles chats of three shares at once."""
    template: SqliteTemplate | PostgresTemplate = request.getfixturevalue(f"{request.param}_template")
    with template.copy() as url:
        async with running("telegram-polling", url, tmp_path, clock) as world:
            found = await ring(world)
            yield found
            await is_sound()


@pytest.fixture
async def huong(house: Ring) -> Person:
    """A member with her tasks."""
    person = await house.comes(HUONG, Role.MEMBER, share=2)
    await house.registers()
    return person


@pytest.fixture
async def dung(house: Ring) -> Person:
    """Of the unit's executive board, and of the standing committee."""
    return await house.comes(DUNG, Role.EXECUTIVE, Role.STANDING_COMMITTEE, share=0, group=False)


@pytest.fixture
async def mai(house: Ring) -> Person:
    """Of the same board, and an organiser."""
    return await house.comes(MAI, Role.EXECUTIVE, Role.ORGANISER, share=1, group=False)


@pytest.fixture
async def leader(house: Ring) -> Person:
    return await house.comes(LAN, Role.GROUP_LEADER, share=0)


@pytest.fixture
async def binh(house: Ring) -> Person:
    return await house.comes(BINH, Role.SUPERVISOR, share=1)


@pytest.fixture
async def enrolment(house: Ring, huong: Person) -> int:
    found = await enrolments.find(house.house.ids[HUONG], house.season)
    assert found is not None
    return found.id
