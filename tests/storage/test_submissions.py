"""Hand-ins: an undo and the next version of the same part come one after the other."""

import asyncio
from datetime import UTC, datetime

import pytest

from storage import database, enrolments, programmes, registrations, sql, submissions
from storage.people import PersonRow
from storage.submissions import Submission

NOW = datetime(2027, 3, 1, 2, 0, tzinfo=UTC)


@pytest.fixture
async def returned(opened: str) -> Submission:
    version = await programmes.add_version("p", "d", "", NOW)
    season = await programmes.open_season("p", 2027, version, NOW.date(), NOW.date())
    person = await PersonRow.create(code="h", full_name="Hương", called="Hương", sort_key="h", folded="h")
    enrolment = await enrolments.enrol(person.id, season.id)
    await registrations.choose(enrolment.id, ["RL2"], NOW)
    [registration] = await registrations.of_enrolment(enrolment.id)
    first = await submissions.begin(registration=registration.id, person=person.id, task="RL2", now=NOW)
    await submissions.hand_in(first.id, {}, NOW)
    await submissions.close(first.id, "returned", {}, "Thiếu ngày.", NOW)
    return first


async def test_the_next_version_waits_until_an_undo_is_over(returned: Submission) -> None:
    draft = await submissions.begin(
        registration=returned.registration, person=returned.person, task="RL2", now=NOW, after=returned
    )
    done: list[str] = []
    is_held = asyncio.Event()

    async def undo() -> None:
        async with database.transaction():
            await submissions.hold_task(returned.registration)
            is_held.set()
            for _ in range(30):  # time enough for the other to overtake
                await sql.rows("SELECT 1")
            assert [each.state for each in await submissions.versions(draft.registration, 1)] == ["returned", "draft"]
            assert await submissions.reopen(returned.id)
            await submissions.stand_alone(draft)
            done.append("undone")

    async def hand_in() -> None:
        await is_held.wait()
        async with database.transaction():
            await submissions.hold_task_of(draft.id)
            assert await submissions.hand_in(draft.id, {}, NOW)
            done.append("handed in")

    await asyncio.gather(undo(), hand_in())
    assert done == ["undone", "handed in"]
    found = await submissions.versions(returned.registration, 1), await submissions.versions(returned.registration, 2)
    assert [[each.state for each in part] for part in found] == [["waiting"], ["waiting"]]


async def test_what_waits_is_not_reopened_and_what_was_returned_is_not_closed_again(returned: Submission) -> None:
    assert not await submissions.close(returned.id, "approved", {}, "", NOW)
    assert await submissions.reopen(returned.id)
    assert not await submissions.reopen(returned.id)
