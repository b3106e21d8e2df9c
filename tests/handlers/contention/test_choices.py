"""The year's choice, from two phones; a request to change it, decided by two."""

from datetime import timedelta

import pytest

from journey.people import Role
from storage import enrolments, registrations, sql
from tests.handlers.contention.racing import (
    BINH,
    HUONG,
    MAI,
    RACES,
    TASKS,
    Ring,
    at_once,
    audited,
    heard,
    looks,
    says,
    taps,
)
from tests.support.harness import Person


async def test_a_registration_confirmed_by_two_taps_and_from_two_phones_is_confirmed_once(
    house: Ring, dung: Person
) -> None:
    for turn in range(RACES):
        name = f"{HUONG} {turn}"
        phone = await house.comes(name, Role.MEMBER, share=2)
        other = await house.phone(name, share=1)
        await sql.run("UPDATE seasons SET closes_on = '2027-12-31'")
        enrolment = await enrolments.enrol(house.house.ids[name], house.season)
        assert await enrolments.keep_draft(enrolment.id, ("BB1", "BB2", "BB3", "RL1", "RL2", "RL6", "TT4"))
        await at_once(*(taps(each, f"registration.confirm {house.season}") for each in (phone, phone, other)))
        rows = await sql.rows("SELECT id FROM audit WHERE subject = ?1", f"enrolment {enrolment.id}")
        assert len(rows) == 1
        assert len(await registrations.chosen(enrolment.id)) == 7


async def test_of_two_phones_that_tick_at_once_none_loses_the_others_tick_unseen(house: Ring, dung: Person) -> None:
    name = HUONG
    phone = await house.comes(name, Role.MEMBER, share=2)
    other = await house.phone(name, share=1)
    await sql.run("UPDATE seasons SET closes_on = '2027-12-31'")
    await at_once(taps(phone, f"registration.tick {house.season} RL1"))
    for _ in range(RACES):
        await at_once(
            taps(phone, f"registration.tick {house.season} RL2"), taps(other, f"registration.tick {house.season} RL6")
        )
        enrolment = await enrolments.find(house.house.ids[name], house.season)
        assert enrolment is not None
        assert enrolment.draft is not None
        assert enrolment.draft & {"RL2", "RL6"}
        for code in ("RL2", "RL6"):
            if code not in enrolment.draft:  # the slower one is shown the card as it is now
                slower = phone if code == "RL2" else other
                assert f"registration.tick {house.season} {code}" in slower.buttons()
            await at_once(taps(phone, f"registration.untick {house.season} {code}"))


async def test_a_request_is_decided_by_one_of_two_supervisors(
    house: Ring, huong: Person, binh: Person, enrolment: int
) -> None:
    second = await house.comes(MAI, Role.SUPERVISOR, share=0)
    for turn in range(RACES):
        await registrations.choose(enrolment, TASKS, house.world.clock.now())
        await house.world.pass_time(timedelta(minutes=1))
        id_ = await _asks(house, enrolment)
        acts = [taps(binh, f"changes.approve {id_}"), taps(second, f"changes.approve {id_}")]
        await at_once(*acts[:: 1 if turn % 2 else -1], looks(huong))
        change = await registrations.change(id_)
        assert change is not None
        assert change.state == "approved"
        assert await audited("change.approved") == turn + 1
        assert "RL5" in await registrations.chosen(enrolment)
        assert heard(huong, "changes.told-approved") == 1
        winner = BINH if change.decided_by == house.house.ids[BINH] else MAI
        for person in (binh, second):
            assert any(f"{winner} đã đồng ý" in each.text for each in person.news())


@pytest.mark.parametrize("way", ["approve", "return"])
async def test_a_request_is_taken_back_or_decided_and_never_both(
    house: Ring, huong: Person, binh: Person, enrolment: int, way: str
) -> None:
    for turn in range(RACES):
        await registrations.choose(enrolment, TASKS, house.world.clock.now())
        await house.world.pass_time(timedelta(minutes=1))
        id_ = await _asks(house, enrolment)
        if way == "return":
            await at_once(taps(binh, f"changes.return {id_}"))
        decides = taps(binh, f"changes.approve {id_}") if way == "approve" else says(binh, "Bạn hỏi lại tổ nhé.")
        acts = [taps(huong, f"changes.withdraw {id_}"), decides]
        await at_once(*acts[:: 1 if turn % 2 else -1])
        change = await registrations.change(id_)
        assert change is not None
        found = await sql.rows("SELECT action FROM audit WHERE action LIKE 'change.%' ORDER BY id")
        assert [each["action"] for each in found[turn:]] == [f"change.{change.state}"]
        assert ("RL5" in await registrations.chosen(enrolment)) is (change.state == "approved")
        assert heard(huong, "changes.withdrawn") == (change.state == "withdrawn")


async def test_a_choice_confirmed_while_an_older_request_is_approved_is_what_stays(
    house: Ring, huong: Person, binh: Person, enrolment: int
) -> None:
    await sql.run("UPDATE seasons SET closes_on = '2027-12-31'")
    mine = frozenset({*TASKS, "RL1"} - {"RL2"})
    for turn in range(RACES):
        await registrations.choose(enrolment, TASKS, house.world.clock.now())
        await house.world.pass_time(timedelta(minutes=1))
        id_ = await _asks(house, enrolment)
        await house.world.pass_time(timedelta(minutes=1))
        assert await enrolments.keep_draft(enrolment, mine)
        acts = [taps(binh, f"changes.approve {id_}"), taps(huong, f"registration.confirm {house.season}")]
        await at_once(*acts[:: 1 if turn % 2 else -1])
        change = await registrations.change(id_)
        assert change is not None
        assert change.state in ("approved", "outdated")
        assert await registrations.chosen(enrolment) == mine


async def test_of_two_requests_from_two_phones_one_is_sent(
    house: Ring, huong: Person, binh: Person, enrolment: int
) -> None:
    other = await house.phone(HUONG, share=1)
    for _ in range(RACES):
        await enrolments.close_draft(enrolment)
        wanted = {"BB1", "BB2", "BB3", "RL1", "RL2", "RL5", "TT4"}
        assert await enrolments.keep_draft(enrolment, wanted)
        for phone in (huong, other):
            await at_once(taps(phone, f"changes.ask {house.season}"))
        await at_once(says(huong, "Tôi chuyển công tác."), says(other, "Tôi chuyển công tác."))
        [row] = await sql.rows("SELECT id FROM changes WHERE state = 'waiting'")
        assert await registrations.withdraw_change(row["id"], house.world.clock.now())


async def _asks(house: Ring, enrolment: int) -> int:
    """Let Hương have asked for RL5 in place of RL6; return the request."""
    now = house.world.clock.now() + timedelta(seconds=1)
    return (await registrations.ask_change(enrolment, {*TASKS, "RL5"} - {"RL6"}, "Tôi chuyển công tác.", now)).id
