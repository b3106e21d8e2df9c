"""Decisions under contention: whoever taps in the same moment, one decision is made and the loser reads whose.

`RACES=200 pytest tests/handlers/test_contention.py` runs as many rounds of each race; the suite runs a few.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.clock import MovableClock
from journey.people import Role
from storage import audit, enrolments, invitations, registrations, sql, submissions
from storage.roster import bring_in
from storage.roster_lines import GroupLine, PersonLine, Roster, UnitLine
from tests.conftest import ENGINES, running
from tests.handlers.racing import (
    BINH,
    DUNG,
    HUONG,
    LAN,
    MAI,
    TASKS,
    Ring,
    at_once,
    audited,
    heard,
    is_sound,
    ring,
    says,
    state,
    taps,
    trail,
    verdicts,
)
from tests.support.databases import PostgresTemplate, SqliteTemplate
from tests.support.harness import Person

RACES = int(os.environ.get("RACES", "4"))


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


@pytest.mark.parametrize("task", ["RL2", "RL4"])
@pytest.mark.parametrize("verdict", ["approve", "return", "either"])
async def test_of_two_assessors_one_decides_and_the_other_reads_who_and_when(
    house: Ring, huong: Person, dung: Person, mai: Person, task: str, verdict: str
) -> None:
    for turn in range(RACES):
        id_ = await house.waits(task)
        actions = {"approve": f"reviews.approve {id_}", "return": f"reviews.because {id_} date"}
        first, second = actions.get(verdict, actions["approve"]), actions.get(verdict, actions["return"])
        acts = [taps(dung, first), taps(mai, second)]
        await at_once(*acts[:: 1 if turn % 2 else -1], _looking(huong))
        assert len(await trail(id_)) == 1
        assert [await state(id_)] == [each for each in await verdicts(id_) if each != "cancelled"]
        lost = {DUNG: heard(mai, "reviews.already", name=DUNG), MAI: heard(dung, "reviews.already", name=MAI)}
        assert sorted(lost.values()) == [0, 1]
        winner = next(name for name, times in lost.items() if times)
        told = heard(huong, "reviews.told-approved", name=winner), heard(huong, "reviews.told-returned", name=winner)
        assert told == ((1, 0) if await state(id_) == "approved" else (0, 1))


async def test_two_signatures_at_once_both_count_and_the_result_is_told_once(
    house: Ring, huong: Person, leader: Person, binh: Person
) -> None:
    for turn in range(RACES):
        id_ = await house.waits("RL6")
        acts = [taps(leader, f"reviews.approve {id_}"), taps(binh, f"reviews.approve {id_}")]
        await at_once(*acts[:: 1 if turn % 2 else -1], _looking(huong))
        assert await verdicts(id_) == ["approved", "approved"]
        assert await state(id_) == "approved"
        assert await trail(id_) == ["review.approved"] * 2
        assert (heard(huong, "reviews.told-one-of-all"), heard(huong, "reviews.told-approved")) == (1, 1)


async def test_of_an_approval_and_a_return_by_those_who_both_must_sign_the_return_stands(
    house: Ring, huong: Person, leader: Person, binh: Person
) -> None:
    for turn in range(RACES):
        id_ = await house.waits("RL6")
        acts = [taps(leader, f"reviews.approve {id_}"), taps(binh, f"reviews.because {id_} date")]
        await at_once(*acts[:: 1 if turn % 2 else -1], _looking(huong))
        assert await state(id_) == "returned"
        assert heard(huong, "reviews.told-returned", name=BINH) == 1
        if await trail(id_) == ["review.returned"]:
            assert heard(leader, "reviews.already", name=BINH) == 1
        else:
            assert await trail(id_) == ["review.approved", "review.returned"]


async def test_an_approval_of_the_old_version_changes_nothing_when_the_next_comes(
    house: Ring, huong: Person, dung: Person, mai: Person
) -> None:
    for _ in range(RACES):
        id_ = await house.waits("RL2")
        await at_once(taps(dung, f"reviews.because {id_} date"))
        draft = await house.begins_next(id_)
        await at_once(taps(mai, f"reviews.approve {id_}"), taps(huong, f"evidence.submit {draft.id}"))
        assert (await state(id_), await state(draft.id)) == ("returned", "waiting")
        assert heard(mai, "reviews.already", name=DUNG) == 1
        assert heard(huong, "evidence.handed-in") == 1


async def test_an_undo_and_the_other_assessors_approval_come_one_after_the_other(
    house: Ring, huong: Person, dung: Person, mai: Person
) -> None:
    for turn in range(RACES):
        id_ = await house.waits("RL4")
        await at_once(taps(dung, f"reviews.approve {id_}"))
        acts = [taps(dung, f"reviews.undo {id_}"), taps(mai, f"reviews.approve {id_}")]
        await at_once(*acts[:: 1 if turn % 2 else -1])
        if heard(mai, "reviews.already", name=DUNG):
            assert (await state(id_), await trail(id_)) == ("waiting", ["review.approved", "review.undone"])
        else:
            assert await trail(id_) == ["review.approved", "review.undone", "review.approved"]
            assert await verdicts(id_) == ["cancelled", "approved"]


async def test_an_undo_of_one_signature_and_the_second_come_one_after_the_other(
    house: Ring, huong: Person, leader: Person, binh: Person
) -> None:
    for turn in range(RACES):
        id_ = await house.waits("RL6")
        await at_once(taps(leader, f"reviews.approve {id_}"))
        await house.world.pass_time(timedelta(minutes=1))
        acts = [taps(leader, f"reviews.undo {id_}"), taps(binh, f"reviews.approve {id_}")]
        await at_once(*acts[:: 1 if turn % 2 else -1])
        if heard(leader, "reviews.undo-after-another", name=BINH):
            assert (await state(id_), await verdicts(id_)) == ("approved", ["approved"] * 2)
            assert await trail(id_) == ["review.approved"] * 2
        else:
            assert (await state(id_), await verdicts(id_)) == ("waiting", ["waiting", "approved"])
            assert await trail(id_) == ["review.approved", "review.undone", "review.approved"]


async def test_an_undo_and_the_next_version_come_one_after_the_other(house: Ring, huong: Person, dung: Person) -> None:
    for turn in range(RACES):
        id_ = await house.waits("RL2")
        await at_once(taps(dung, f"reviews.because {id_} date"))
        draft = await house.begins_next(id_)
        acts = [taps(dung, f"reviews.undo {id_}"), taps(huong, f"evidence.submit {draft.id}")]
        await at_once(*acts[:: 1 if turn % 2 else -1])
        now = await submissions.get(draft.id)
        assert now is not None
        house.parts = max(house.parts, now.part)
        [(*_, details)] = [
            each for each in await audit.trail(f"submission {draft.id}") if each[2].endswith("handed_in")
        ]
        assert (details["part"], details["version"]) == (now.part, now.version)
        if heard(dung, "reviews.undo-too-late-next"):
            assert (await state(id_), now.state, now.version) == ("returned", "waiting", 2)
        else:
            assert (await state(id_), now.state, now.version) == ("waiting", "waiting", 1)


async def test_an_undo_and_the_beginning_of_the_next_version_come_one_after_the_other(
    house: Ring, huong: Person, dung: Person
) -> None:
    for turn in range(RACES):
        id_ = await house.waits("RL2")
        await at_once(taps(dung, f"reviews.because {id_} date"))
        acts = [taps(dung, f"reviews.undo {id_}"), taps(huong, f"evidence.again {id_} fresh")]
        await at_once(*acts[:: 1 if turn % 2 else -1])
        [row] = await sql.rows("SELECT max(part) AS last FROM submissions")
        house.parts = row["last"]
        assert (await state(id_), await trail(id_)) == ("waiting", ["review.returned", "review.undone"])
        await is_sound()


async def test_what_is_handed_in_by_a_double_tap_or_from_two_phones_is_handed_in_once(
    house: Ring, huong: Person, dung: Person
) -> None:
    other = await house.phone(HUONG, share=1)
    for _ in range(RACES):
        id_ = await house.waits("RL2", state="returned")
        draft = await house.begins_next(id_)
        await at_once(*(taps(phone, f"evidence.submit {draft.id}") for phone in (huong, huong, other)))
        assert await trail(draft.id, "submission.handed_in") == ["submission.handed_in"]
        done = [heard(phone, "evidence.handed-in") for phone in (huong, other)]
        late = [heard(phone, "refusal.already-handed-in") for phone in (huong, other)]
        assert (sum(done), sum(late)) == (1, 2)


async def test_nothing_is_taken_out_of_what_another_phone_hands_in(house: Ring, huong: Person) -> None:
    other = await house.phone(HUONG, share=1)
    for turn in range(RACES):
        id_ = await house.waits("RL2", state="returned")
        draft = await house.begins_next(id_)
        acts = [taps(huong, f"evidence.submit {draft.id}"), taps(other, f"evidence.start_again {draft.id} yes")]
        await at_once(*acts[:: 1 if turn % 2 else -1])
        [row] = await sql.rows(
            "SELECT count(*) AS n FROM evidence WHERE submission_id = ?1 AND removed_at IS NULL", draft.id
        )
        assert (await state(draft.id), row["n"]) in (("waiting", 1), ("draft", 0))
        if await state(draft.id) == "draft":
            await at_once(taps(huong, f"evidence.drop {draft.id} yes"))


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


async def _asks(house: Ring, enrolment: int) -> int:
    """Let Hương have asked for RL5 in place of RL6; return the request."""
    now = house.world.clock.now() + timedelta(seconds=1)
    return (await registrations.ask_change(enrolment, {*TASKS, "RL5"} - {"RL6"}, "Tôi chuyển công tác.", now)).id


@pytest.fixture
async def enrolment(house: Ring, huong: Person) -> int:
    found = await enrolments.find(house.house.ids[HUONG], house.season)
    assert found is not None
    return found.id


async def test_a_request_is_decided_by_one_of_two_supervisors(
    house: Ring, huong: Person, binh: Person, enrolment: int
) -> None:
    second = await house.comes(MAI, Role.SUPERVISOR, share=0)
    for turn in range(RACES):
        await registrations.choose(enrolment, TASKS, house.world.clock.now())
        await house.world.pass_time(timedelta(minutes=1))
        id_ = await _asks(house, enrolment)
        acts = [taps(binh, f"changes.approve {id_}"), taps(second, f"changes.approve {id_}")]
        await at_once(*acts[:: 1 if turn % 2 else -1], _looking(huong))
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


async def test_an_invitation_lets_one_of_two_chats_in(house: Ring) -> None:
    for turn in range(RACES):
        name = f"Đỗ Thị Mới {turn}"
        await house.comes(name, Role.MEMBER, share=0)
        person = house.house.ids[name]
        await sql.run("UPDATE chats SET person_id = NULL WHERE person_id = ?1", person)
        now = house.world.clock.now()
        [made] = await invitations.make([person], now=now, valid_for=timedelta(days=30), draw=os.urandom)
        phones = [_stranger(house, turn, share) for share in (0, 1)]
        for phone in phones:
            await phone.starts(made.token)
            await phone.taps("joining.yes personal")
            await phone.taps("joining.yes sensitive")
        await at_once(*(taps(phone, "joining.yes confirm") for phone in phones))
        rows = await sql.rows("SELECT chat FROM chats WHERE person_id = ?1", person)
        assert len(rows) == 1
        assert sorted(heard(phone, "joining.used") for phone in phones) == [0, 1]
        joined = await sql.rows(
            "SELECT id FROM audit WHERE subject = ?1 AND action = 'person.joined'", f"person {person}"
        )
        given = await sql.rows("SELECT id FROM consents WHERE person_id = ?1", person)
        assert (len(joined), len(given)) == (1, 2)


async def test_of_two_invitations_of_one_person_used_at_once_the_last_phone_stays(house: Ring) -> None:
    for turn in range(RACES):
        name = f"Đỗ Thị Mới {turn}"
        await house.comes(name, Role.MEMBER, share=0)
        person = house.house.ids[name]
        await sql.run("UPDATE chats SET person_id = NULL WHERE person_id = ?1", person)
        phones = [_stranger(house, turn, share) for share in (0, 1)]
        for phone in phones:
            now = house.world.clock.now()
            [made] = await invitations.make(
                [person], now=now, valid_for=timedelta(days=30), draw=os.urandom, renew=True
            )
            await phone.starts(made.token)
            await phone.taps("joining.yes personal")
            await phone.taps("joining.yes sensitive")
        await sql.run("UPDATE invitations SET revoked_at = NULL")
        await at_once(*(taps(phone, "joining.yes confirm") for phone in phones))
        assert len(await sql.rows("SELECT chat FROM chats WHERE person_id = ?1", person)) == 1


def _stranger(house: Ring, turn: int, share: int) -> Person:
    """Return a phone nobody has written from, at a chat of the writer `share`."""
    start = 5000 + 100 * turn + 50 * share
    return house.world.person(str(next(n for n in range(start, start + 50) if house.share(n) == share)))


async def test_a_consent_is_withdrawn_while_an_approval_arrives(house: Ring, dung: Person) -> None:
    for turn in range(RACES):
        name = HUONG
        if turn:
            phone = await house.phone(name, share=2)
        else:
            phone = await house.comes(name, Role.MEMBER, share=2)
            await house.registers()
        other = await house.phone(name, share=1)
        id_ = await house.waits("RL2")
        acts = [taps(phone, "my-data.withdraw-now"), taps(dung, f"reviews.approve {id_}")]
        await at_once(*acts[:: 1 if turn % 2 else -1], taps(other, "my-data.withdraw-now"))
        assert (await state(id_), await trail(id_)) == ("approved", ["review.approved"])
        assert await audited("consent.withdrawn") == turn + 1
        assert await sql.rows("SELECT chat FROM chats WHERE person_id = ?1", house.house.ids[name]) == []


async def test_whose_role_ends_while_they_decide_decides_before_or_not_at_all(
    house: Ring, huong: Person, mai: Person
) -> None:
    dung = await house.comes(DUNG, Role.EXECUTIVE, share=0, group=False)
    rows = await sql.rows("SELECT code, full_name FROM people ORDER BY id")
    people = tuple(
        PersonLine(at, each["code"], each["full_name"], "CD1", "T1" if each["full_name"] == HUONG else "",
                   is_member=each["full_name"] == HUONG)
        for at, each in enumerate(rows, 3)
        if each["full_name"] != MAI
    )  # fmt: skip
    roster = Roster(
        units=(UnitLine(3, "CD1", "Chi đoàn Một"),),
        groups=(GroupLine(3, "T1", "Tổ 1", "CD1"),),
        people=people,
        roles=(),
    )
    for turn in range(RACES):
        await sql.run("UPDATE posts SET to_on = NULL")
        id_ = await house.waits("RL2")
        now = house.world.clock.now()
        importing = bring_in(roster, now=now, today=now.date(), chat="cli")
        acts: list[Any] = [at_once(taps(dung, f"reviews.approve {id_}")), importing]
        await asyncio.gather(*acts[:: 1 if turn % 2 else -1])
        if await state(id_) == "approved":
            assert await trail(id_) == ["review.approved"]
        else:
            assert (await state(id_), await trail(id_)) == ("waiting", [])
            assert heard(dung, "reviews.not-there") == 1
        await at_once(taps(dung, f"reviews.undo {id_}"))
        assert heard(dung, "reviews.not-there") == 1


async def test_a_tap_that_is_delivered_twice_decides_once(house: Ring, huong: Person, dung: Person) -> None:
    for turn in range(RACES):
        id_ = await house.waits("RL2")
        update = _tap(house, dung, f"reviews.approve {id_}", 10**6 + turn)
        await asyncio.gather(*(house.world.service.road.take("telegram", [update]) for _ in range(3)))
        await house.world.settle()
        assert (await state(id_), await trail(id_)) == ("approved", ["review.approved"])


async def test_a_double_tap_decides_once_and_undoes_once(house: Ring, huong: Person, dung: Person) -> None:
    for _ in range(RACES):
        id_ = await house.waits("RL2")
        await at_once(*(taps(dung, f"reviews.approve {id_}") for _ in range(2)))
        assert (await state(id_), await trail(id_)) == ("approved", ["review.approved"])
        assert heard(dung, "reviews.already", name=DUNG) == 1
        await at_once(*(taps(dung, f"reviews.undo {id_}") for _ in range(2)))
        assert (await state(id_), await trail(id_)) == ("waiting", ["review.approved", "review.undone"])
        assert heard(dung, "reviews.not-there") == 0


async def test_decisions_that_wait_for_each_other_crosswise_cost_a_retry_and_nothing_more(
    house: Ring, huong: Person, dung: Person, mai: Person
) -> None:
    for turn in range(RACES):
        ids = [await house.waits("RL2") for _ in range(4)]
        there = [_tap(house, dung, f"reviews.approve {id_}", 2 * 10**6 + 100 * turn + n) for n, id_ in enumerate(ids)]
        back = [
            _tap(house, mai, f"reviews.because {id_} date", 3 * 10**6 + 100 * turn + n)
            for n, id_ in enumerate(reversed(ids))
        ]
        await asyncio.gather(_brings(house, there), _brings(house, back))
        await house.world.settle()
        assert [len(await trail(id_)) for id_ in ids] == [1] * 4
        assert all([await state(id_) in ("approved", "returned") for id_ in ids])


async def _brings(house: Ring, updates: list[dict[str, Any]]) -> None:
    """Bring updates as the platform does: again, until they are taken."""
    for _ in range(5):
        try:
            await house.world.service.road.take("telegram", updates)
        except Exception:  # taken back: nothing of it is stored
            continue
        return
    raise AssertionError("never taken")


def _tap(house: Ring, person: Person, action: str, update_id: int) -> dict[str, Any]:
    user = house.world.driver.fake.person(int(person.number)).user  # type: ignore[attr-defined]
    chat = {"id": int(person.number), "type": "private"}
    query = {"id": str(update_id), "from": user, "chat_instance": "1", "data": action}
    return {"update_id": update_id, "callback_query": {**query, "message": {"chat": chat, "message_id": 1, "date": 0}}}


def _looking(person: Person) -> tuple[Person, Any]:
    """Only look: what comes is news."""
    return person, asyncio.sleep(0)
