"""Two assessors, an undo, a stale button: one decision, and the loser reads whose."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from journey.people import Role
from storage import sql
from storage.roster import bring_in
from storage.roster_lines import GroupLine, PersonLine, Roster, UnitLine
from tests.handlers.contention.racing import (
    BINH,
    DUNG,
    HUONG,
    MAI,
    RACES,
    Ring,
    at_once,
    heard,
    looks,
    state,
    taps,
    trail,
    verdicts,
)
from tests.support.harness import Person


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
        await at_once(*acts[:: 1 if turn % 2 else -1], looks(huong))
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
        await at_once(*acts[:: 1 if turn % 2 else -1], looks(huong))
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
        await at_once(*acts[:: 1 if turn % 2 else -1], looks(huong))
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
