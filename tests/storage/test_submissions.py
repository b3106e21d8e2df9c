"""Hand-ins: an undo and the next version of the same part come one after the other."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from storage import database, enrolments, evidence, programmes, registrations, sql, submissions
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


async def test_two_parts_begun_at_once_get_two_numbers(returned: Submission) -> None:
    async def begin() -> int:
        async with database.transaction():
            draft = await submissions.begin(
                registration=returned.registration, person=returned.person, task="RL2", now=NOW
            )
            await sql.rows("SELECT 1")
            return draft.part

    assert sorted(await asyncio.gather(*(begin() for _ in range(5)))) == [2, 3, 4, 5, 6]


async def test_a_part_begun_while_an_undo_moves_a_draft_gets_a_number_of_its_own(returned: Submission) -> None:
    draft = await submissions.begin(
        registration=returned.registration, person=returned.person, task="RL2", now=NOW, after=returned
    )

    async def undo() -> None:
        async with database.transaction():
            await submissions.hold_task_of(returned.id)
            await submissions.stand_alone(draft)
            await sql.rows("SELECT 1")

    async def begin() -> None:
        async with database.transaction():
            await submissions.begin(registration=returned.registration, person=returned.person, task="RL2", now=NOW)

    await asyncio.gather(undo(), begin())
    rows = await sql.rows("SELECT part, version FROM submissions ORDER BY part")
    assert [(row["part"], row["version"]) for row in rows] == [(1, 1), (2, 1), (3, 1)]


async def test_what_somebody_approved_is_not_accepted_on_its_evidence_as_well(returned: Submission) -> None:
    assert await submissions.reopen(returned.id)
    later = NOW + timedelta(minutes=1)

    async def approve() -> bool:
        async with database.transaction():
            await submissions.hold(returned.id)
            return await submissions.close(returned.id, "approved", {"words": 1200}, "", NOW)

    async def accept() -> bool:
        async with database.transaction():
            return await submissions.accept(returned.id, later)

    assert await approve()
    assert not await accept()
    now = await submissions.get(returned.id)
    assert now is not None
    assert (now.claims, now.decided_at) == ({"words": 1200}, NOW)


async def test_a_draft_is_not_forgotten_while_a_file_comes_into_it(returned: Submission) -> None:
    draft = await submissions.begin(registration=returned.registration, person=returned.person, task="RL2", now=NOW)
    is_coming = asyncio.Event()

    async def come() -> None:
        async with database.transaction():
            await evidence.add_text("a", person=draft.person, chat="", submission=draft.id, source=None, now=NOW)
            is_coming.set()
            for _ in range(300):  # time enough for the other to overtake
                await sql.rows("SELECT 1")

    async def forget() -> None:
        await is_coming.wait()
        async with database.transaction():
            await submissions.forget_empty(draft.person)

    await asyncio.gather(come(), forget())
    assert len(await evidence.of_submission(draft.id)) == 1
    assert (await submissions.get(draft.id)) == draft
