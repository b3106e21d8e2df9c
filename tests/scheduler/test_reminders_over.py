"""What does not hold any more when it is to leave: each reason, of many people's reminders at once."""

from datetime import date, timedelta

import pytest

from journey.people import Role
from storage import enrolments, sql
from tests.scheduler.reminded import EARLY, House, at, house, reasons, said, searches

HUONG, LAN, THU = "Nguyễn Thị Hương", "Trần Ngọc Lan", "Đỗ Minh Thu"


@pytest.fixture
async def unit(opened: str) -> House:
    return await house()


async def test_who_registered_or_has_another_last_day_is_not_urged(unit: House) -> None:
    registered, longer, _ = [await unit.joins(name) for name in (HUONG, LAN, THU)]
    _ = await searches(at(date(2027, 1, 28)))
    await unit.registers(registered, "BB1")
    enrolment = await enrolments.enrol(longer, unit.season)
    _ = await enrolments.open_for_one(enrolment.id, date(2027, 3, 14), by=registered)
    assert await reasons(at(date(2027, 1, 28), 9), "registration") == ["registered", "moved"]
    assert await reasons(at(date(2027, 2, 1), 9), "registration") == ["registered", "moved", "closed"]


async def test_a_session_that_is_off_moved_past_or_declined_is_not_come_to(unit: House) -> None:
    huong = await unit.joins(HUONG)
    starts = at(date(2027, 3, 15), 14, 0)
    off, moved, declined, _ = [await unit.session(starts) for _ in range(4)]
    _ = await searches(at(date(2027, 3, 8), 15))
    _ = await searches(at(date(2027, 3, 14), 15))
    await sql.run("UPDATE sessions SET state = 'cancelled' WHERE id = ?1", off)
    await sql.run("UPDATE sessions SET edition = 1 WHERE id = ?1", moved)
    answer = {"session_id": declined, "person_id": huong, "going": False, "reason": "", "answered_at": EARLY}
    await sql.add("session_answers", [answer])
    now = at(date(2027, 3, 14), 15)
    assert await reasons(now, "session") == ["nearer"] * 4 + ["cancelled", "moved", "declined"]
    assert len(await said(now, "session")) == 1
    assert (await reasons(starts, "session"))[-1] == "past"


async def test_a_session_is_not_said_to_who_changed_group_nor_lost_because_it_was_brought_forward(unit: House) -> None:
    _, lan = await unit.joins(HUONG), await unit.joins(LAN)
    session = await unit.session(at(date(2027, 3, 15), 14, 0), unit_id=None, group_id=unit.group)
    _ = await searches(at(date(2027, 3, 8), 15))
    await sql.run("UPDATE people SET group_id = NULL WHERE id = ?1", lan)
    sooner = at(date(2027, 3, 13), 14, 0)
    await sql.run("UPDATE sessions SET edition = 1, starts_at = ?2 WHERE id = ?1", session, sql.at(sooner))
    _ = await searches(at(date(2027, 3, 12), 15))
    assert await reasons(at(date(2027, 3, 12), 15), "session") == ["moved", "moved"]
    assert len(await said(at(date(2027, 3, 12), 15), "session")) == 1
    await sql.run("UPDATE people SET group_id = NULL")
    assert await reasons(at(date(2027, 3, 12), 15), "session") == ["moved", "moved", "not-theirs"]


async def test_who_was_seen_or_is_asked_about_already_is_not_asked_again(unit: House) -> None:
    huong, lan, thu = [await unit.joins(name) for name in (HUONG, LAN, THU)]
    session = await unit.session(at(date(2027, 3, 15), 14, 0))

    async def is_there(person: int, state: str) -> None:
        row = {"session_id": session, "person_id": person, "way": "scan", "state": state, "at": EARLY}
        await sql.add("attendances", [row])

    await is_there(thu, "counted")
    _ = await searches(at(date(2027, 3, 16)))
    await is_there(huong, "counted")
    assert await reasons(at(date(2027, 3, 17)), "attendance") == ["seen"]
    await is_there(lan, "asked")
    assert await reasons(at(date(2027, 3, 17)), "attendance") == ["seen", "seen"]
    await sql.run("DELETE FROM attendances")
    assert await reasons(at(date(2027, 3, 22), 16) + timedelta(minutes=1), "attendance") == ["past", "past"]


async def test_attendance_that_was_taken_or_is_for_others_to_take_is_not_asked_for(unit: House) -> None:
    huong, thu, mai = await unit.joins(HUONG), await unit.joins(THU, Role.SECRETARY), await unit.joins("Lê Thị Mai")
    monday = at(date(2027, 3, 15), 14, 0)
    taken, off, moved, left = [await unit.session(monday, organiser_id=thu) for _ in range(4)]
    _ = await searches(at(date(2027, 3, 16)))
    now = at(date(2027, 3, 16), 9)
    assert await reasons(now, "taking") == []
    row = {"session_id": taken, "person_id": huong, "way": "ticked", "at": EARLY}
    await sql.add("attendances", [row | {"state": "asked"}])
    assert await reasons(now, "taking") == []
    await sql.run("UPDATE attendances SET state = 'counted'")
    await sql.run("UPDATE sessions SET state = 'cancelled' WHERE id = ?1", off)
    await sql.run("UPDATE sessions SET edition = 1 WHERE id = ?1", moved)
    assert await reasons(now, "taking") == ["taken", "cancelled", "moved"]
    await sql.run("UPDATE posts SET person_id = ?1 WHERE person_id = ?2", mai, thu)
    assert (await reasons(now, "taking"))[-1] == "not-theirs"
    assert left


async def test_tasks_that_are_on_their_way_done_dropped_or_exempt_are_left_alone(unit: House) -> None:
    huong = await unit.joins(HUONG)
    tasks = await unit.registers(huong, "RL1", "RL3", "RL4", "RL5", "RL6", "BB2", "RL2")
    _ = await searches(at(date(2027, 10, 1)))
    now = at(date(2027, 10, 2), 9)
    assert await reasons(now, "task", "count") == []
    await unit.hands_in(tasks["RL1"], "waiting", now)
    await unit.hands_in(tasks["RL3"], "approved", now, claims={"a": 1})
    await sql.run("UPDATE registrations SET dropped_at = ?2 WHERE id = ?1", tasks["RL4"], sql.at(now))
    ruling = {"registration_id": tasks["RL5"], "kind": "exempt", "state": "standing", "reason": "", "made_at": now}
    await sql.add("rulings", [ruling | {"ended_because": ""}])
    await unit.hands_in(tasks["BB2"], "approved", now, claims={"a": 4})
    for part in (1, 2):
        await unit.hands_in(tasks["RL2"], "waiting", now, part=part)
    assert sorted(await reasons(now, "task", "count")) == ["done", "done", "dropped", "exempt", "waiting", "waiting"]
    assert set(await reasons(at(date(2028, 1, 2)), "task", "count")) == {"dropped", "season-over"}


async def test_who_has_all_that_is_counted_is_not_told_of_nothing_missing(opened: str) -> None:
    unit = await house(programme="thu-thach-dong-hanh")
    huong = await unit.joins(HUONG)
    tasks = await unit.registers(huong, "TC3")
    await unit.hands_in(tasks["TC3"], "approved", EARLY, claims={"a": 3})
    _ = await searches(at(date(2027, 10, 1)))
    now = at(date(2027, 10, 2), 9)
    [said_] = await said(now, "count")
    assert "đã có 3/4" in said_
    await unit.hands_in(tasks["TC3"], "approved", now, claims={"a": 1}, part=2)
    assert await reasons(now, "count") == ["waiting"], "what else it takes is for others to say"


async def test_returned_work_that_was_begun_again_appealed_or_approved_after_all_is_left_alone(unit: House) -> None:
    huong = await unit.joins(HUONG)
    tasks = await unit.registers(huong, "RL1", "RL3", "RL4", "RL6", "RL5")
    then, now = at(date(2027, 3, 1), 16), at(date(2027, 3, 8), 9)
    ids = {code: await unit.hands_in(tasks[code], "returned", then) for code in ("RL1", "RL3", "RL4", "RL6")}
    draft = await unit.hands_in(tasks["RL5"], "draft", then)
    _ = await searches(now)
    assert await reasons(now, "returned", "draft") == []
    await unit.hands_in(tasks["RL1"], "draft", now, version=2)
    await sql.add("appeals", [{"submission_id": ids["RL3"], "reason": "", "asked_at": now}])
    await sql.run("UPDATE submissions SET state = 'waiting' WHERE id IN (?1, ?2)", ids["RL4"], draft)
    assert sorted(await reasons(now, "returned", "draft")) == ["again", "appealed", "waiting", "waiting"]
    await sql.run("UPDATE registrations SET dropped_at = ?2 WHERE id = ?1", tasks["RL6"], sql.at(now))
    assert "dropped" in await reasons(now, "returned")


async def test_officers_are_not_urged_when_they_left_or_nothing_is_to_be_closed(unit: House) -> None:
    thu, huong = await unit.joins(THU, Role.SECRETARY), await unit.joins(HUONG)
    tasks = await unit.registers(huong, "BB2")
    await unit.hands_in(tasks["BB2"], "approved", EARLY, claims={"a": 1})
    _ = await searches(at(date(2027, 12, 1)))
    _ = await searches(at(date(2027, 12, 17)))
    now = at(date(2027, 12, 17), 9)
    assert "done" in await reasons(now, "closing"), "one of four is missed, and nothing that may still come"
    for part in (2, 3):
        await unit.hands_in(tasks["BB2"], "approved", EARLY, claims={"a": 1}, part=part)
    assert await reasons(now, "closing", "provisional", "quarter") == []
    proof = await unit.hands_in(tasks["BB2"], "waiting", now, claims={"a": 1}, part=4)
    assert await reasons(now, "closing", "provisional", "quarter") == ["waiting", "done"]
    await sql.run("UPDATE submissions SET state = 'approved' WHERE id = ?1", proof)
    assert await reasons(now, "closing", "provisional", "quarter") == ["done", "done"]
    await sql.run("UPDATE submissions SET state = 'withdrawn' WHERE id = ?1", proof)
    assert await reasons(now, "closing", "provisional", "quarter") == []
    await sql.run("UPDATE posts SET to_on = ?2 WHERE person_id = ?1", thu, sql.day(date(2027, 12, 16)))
    assert await reasons(now, "closing", "provisional", "quarter") == ["no-post", "no-post"]
