"""The season on a moved clock: what is found on which day, the nearest reminder alone, and nothing twice."""

from datetime import date, datetime, timedelta

import pytest

from journey.people import Role
from scheduler import find_reminders
from storage import enrolments, sql
from storage.people import PostRow
from tests.scheduler.reminded import (
    EARLY,
    House,
    at,
    days,
    desk,
    found,
    house,
    known,
    progress,
    reasons,
    said,
    searches,
)

HUONG, LAN, THU, DUNG = "Nguyễn Thị Hương", "Trần Ngọc Lan", "Đỗ Minh Thu", "Võ Quang Dũng"


@pytest.fixture
async def unit(opened: str) -> House:
    return await house()


async def test_the_registration_opens_and_closes_in_seven_three_and_one_day(unit: House) -> None:
    huong, lan = await unit.joins(HUONG), await unit.joins(LAN)
    await unit.joins("Không Có Chat", has_chat=False)
    await unit.joins(THU, Role.SECRETARY)
    await unit.registers(lan, "BB1")
    assert await found("registration", days(date(2026, 12, 30), date(2027, 2, 2))) == [
        ("01/01", f"{huong} opens"),
        ("24/01", f"{huong} 7d"),
        ("28/01", f"{huong} 3d"),
        ("30/01", f"{huong} 1d"),
    ]
    assert await said(at(date(2027, 1, 28), 9), "registration") == [
        "Còn 3 ngày đăng ký nhiệm vụ năm 2027 (đến hết ngày 31/01/2027). Bạn chưa đăng ký; chỉ mất khoảng hai phút."
    ]
    assert (await said(at(date(2027, 1, 31), 9), "registration"))[0].startswith("Hôm nay (31/01/2027) là ngày cuối")


async def test_who_comes_at_noon_is_reminded_of_what_there_is_no_time_for_tomorrow(unit: House) -> None:
    first, last, before = date(2027, 1, 24), date(2027, 1, 31), at(date(2027, 1, 24))
    await unit.joins(HUONG)
    assert await found("registration", [first]) != []
    lan = await unit.joins(LAN, came=at(first, 10))
    assert await find_reminders.next_due(at(first, 12), desk()) == at(first, 12)
    assert await found("registration", [first]) == []  # seven days: tomorrow is soon enough
    assert await find_reminders.next_due(at(first, 12), desk()) == at(date(2027, 1, 25), 0, 0)
    _ = await searches(at(last))
    come = [await unit.joins(f"Nguyễn Văn {letter}", came=at(last, 10)) for letter in "ABCDEFG"]
    session = await unit.session(at(last, 14, 0), made_at=before)
    _ = await searches(at(last, 11))
    new = [each for each in await known("registration", "session") if each.person in come]
    assert sorted(each.person for each in new if each.kind == "registration") == come
    assert sorted(each.person for each in new if each.about == session and each.kind == "session") == come
    assert lan in {each.person for each in await known("registration")}
    assert await searches(at(last, 12)) == 0
    tu = await unit.joins("Lê Anh Tú", came=at(last, 12))
    assert await searches(at(last, 12)) == 0  # whoever came before may not be stored yet
    assert await find_reminders.next_due(at(last, 12), desk()) == at(last, 12) + timedelta(minutes=1)
    sooner = await unit.joins("Ngô Thị Sáu", came=at(last, 12) - timedelta(seconds=2))
    _ = await searches(at(last, 13))
    assert {tu, sooner} <= {each.person for each in await known("registration")}


async def test_who_may_register_later_is_reminded_before_their_own_last_day(unit: House) -> None:
    huong = await unit.joins(HUONG)
    enrolment = await enrolments.enrol(huong, unit.season)
    assert await enrolments.open_for_one(enrolment.id, date(2027, 3, 14), by=huong)
    assert await found("registration", days(date(2027, 3, 5), date(2027, 3, 16))) == [
        ("07/03", f"{huong} 7d"),
        ("11/03", f"{huong} 3d"),
        ("13/03", f"{huong} 1d"),
    ]
    assert "Còn 1 ngày" in (await said(at(date(2027, 3, 13), 9), "registration"))[0]


async def test_a_session_comes_in_seven_days_one_day_and_two_hours(unit: House) -> None:
    huong, lan = await unit.joins(HUONG), await unit.joins(LAN)
    session = await unit.session(at(date(2027, 3, 15), 14, 0))
    await sql.add(
        "session_answers",
        [{"session_id": session, "person_id": lan, "going": False, "reason": "", "answered_at": EARLY}],
    )
    assert await found("session", days(date(2027, 3, 6), date(2027, 3, 16))) == [
        ("08/03", f"{huong} 7d"),
        ("14/03", f"{huong} 1d"),
        ("15/03", f"{huong} 2h"),
    ]
    spans = [(each.due_at, each.expires_at) for each in await known("session")]
    starts = at(date(2027, 3, 15), 14, 0)
    assert spans == [
        (starts - timedelta(days=7), starts - timedelta(days=1)),
        (starts - timedelta(days=1), starts - timedelta(hours=2)),
        (starts - timedelta(hours=2), starts),
    ]
    assert await said(at(date(2027, 3, 14), 15), "session") == [
        "Ngày mai: “Thời sự quý I”, 14:00 thứ Hai, 15/03/2027, tại Hội trường A. Bạn cho biết có dự được không nhé."
    ]


async def test_of_a_session_after_the_midday_rest_people_hear_in_the_morning_and_of_one_at_eight_the_day_before(
    unit: House,
) -> None:
    await unit.joins(HUONG)
    day = date(2027, 3, 15)
    rest, eight = await unit.session(at(day, 13, 30)), await unit.session(at(day, 8, 0))
    _ = await found("session", days(date(2027, 3, 14), day))
    assert [(each.about, each.subject.split()[1], each.due_at) for each in await known("session")] == [
        (rest, "1d", at(date(2027, 3, 14), 13, 30)),
        (eight, "1d", at(date(2027, 3, 14), 8, 0)),
        (rest, "2h", at(day, 8, 0)),
    ]


async def test_sessions_reach_the_units_below_and_a_group_and_everybody(unit: House) -> None:
    await sql.add("units", [{"code": "CD2", "name": "Chi đoàn Hai", "kind": "", "parent_id": unit.unit}])
    ((below,),) = await sql.tuples("SELECT id FROM units WHERE code = 'CD2'")
    huong, lan = await unit.joins(HUONG), await unit.joins(LAN, unit=below)
    starts = at(date(2027, 3, 15), 14, 0)
    for_unit = await unit.session(starts)
    for_below = await unit.session(starts, unit_id=below)
    for_group = await unit.session(starts, unit_id=None, group_id=unit.group)
    for_all = await unit.session(starts, unit_id=None)
    await unit.session(starts, state="cancelled")
    _ = await searches(at(date(2027, 3, 8), 15))
    assert {(each.person, each.about) for each in await known("session")} == {
        (huong, for_unit), (lan, for_unit), (lan, for_below), (huong, for_group), (huong, for_all), (lan, for_all),
    }  # fmt: skip


async def test_a_session_that_was_planned_late_or_moved_is_reminded_of_as_it_is_now(unit: House) -> None:
    huong, lan = await unit.joins(HUONG), await unit.joins(LAN)
    starts = at(date(2027, 3, 15), 14, 0)
    session = await unit.session(starts, made_at=starts - timedelta(days=3), held_on=date(2027, 3, 15))
    declined = {"going": False, "reason": "", "answered_at": EARLY, "for_day": date(2027, 3, 15)}
    await sql.add("session_answers", [{"session_id": session, "person_id": lan} | declined])
    assert await found("session", days(date(2027, 3, 12), date(2027, 3, 14))) == [("14/03", f"{huong} 1d")]
    moved = starts + timedelta(days=1)
    await sql.run(
        "UPDATE sessions SET starts_at = ?2, edition = 1, changed_at = ?3, held_on = ?4 WHERE id = ?1",
        session, sql.at(moved), sql.at(at(date(2027, 3, 14), 13)), sql.day(date(2027, 3, 16)),
    )  # fmt: skip
    assert await found("session", days(date(2027, 3, 15), date(2027, 3, 16))) == [
        ("15/03", f"{huong} 1d"),
        ("15/03", f"{lan} 1d"),
        ("16/03", f"{huong} 2h"),
        ("16/03", f"{lan} 2h"),
    ]  # Lan could not come on the day it was
    assert "cho biết có dự được" in (await said(at(date(2027, 3, 16), 13), "session"))[1]


async def test_after_a_session_those_who_were_not_seen_are_asked(unit: House) -> None:
    huong, lan = await unit.joins(HUONG), await unit.joins(LAN)
    session = await unit.session(at(date(2027, 3, 15), 14, 0))
    assert await found("attendance", days(date(2027, 3, 15), date(2027, 3, 16))) == []
    await is_counted(session, lan)
    assert await found("attendance", days(date(2027, 3, 16), date(2027, 3, 24))) == [("16/03", f"{huong} 1d")]
    assert await said(at(date(2027, 3, 17), 9), "attendance") == [
        "“Thời sự quý I” ngày 15/03/2027: chưa thấy điểm danh của bạn."
        " Nếu bạn có dự, hãy báo trước ngày 22/03/2027 để người phụ trách ghi nhận."
    ]


async def test_whoever_runs_a_session_is_reminded_after_one_and_four_days_that_nobody_was_counted(unit: House) -> None:
    huong, thu, dung = await unit.joins(HUONG), await unit.joins(THU, Role.SECRETARY), await unit.joins(DUNG)
    _ = await PostRow.create(person_id=dung, role=str(Role.GROUP_LEADER), group_id=unit.group)
    monday = at(date(2027, 3, 15), 14, 0)
    _, own = await unit.session(monday), await unit.session(monday, group_id=unit.group, unit_id=None)
    taken, off = await unit.session(monday), await unit.session(monday, state="cancelled")
    gone = await unit.session(monday, organiser_id=huong)  # a member by now
    await is_counted(taken, huong)
    assert sorted(await found("taking", days(date(2027, 3, 15), date(2027, 3, 24)))) == [
        *[("16/03", f"{each} 1d") for each in (thu, thu, dung)],
        *[("19/03", f"{each} 4d") for each in (thu, thu, dung)],
    ]
    assert {each.about for each in await known("taking") if each.person == dung} == {own}
    assert not {taken, off} & {each.about for each in await known("taking")}
    assert gone in {each.about for each in await known("taking") if each.person == thu}
    assert (await said(at(date(2027, 3, 19), 9), "taking"))[0] == (
        "“Thời sự quý I” ngày 15/03/2027: chưa ghi điểm danh ai."
        " Mời đồng chí ghi những người có dự trước ngày 22/03/2027, khi mọi người còn nhớ rõ."
    )


async def test_whoever_runs_a_session_is_reminded_daily_of_questions_until_they_are_answered(unit: House) -> None:
    huong, lan, thu = await unit.joins(HUONG), await unit.joins(LAN), await unit.joins(THU, Role.SECRETARY)
    _ = await PostRow.create(person_id=lan, role=str(Role.GROUP_LEADER), group_id=unit.group)
    monday = at(date(2027, 3, 15), 14, 0)
    session, own = await unit.session(monday), await unit.session(monday, group_id=unit.group, unit_id=None)
    await is_counted(session, huong)
    await is_counted(own, huong)
    await is_counted(session, lan, "asked", at(date(2027, 3, 15), 17))
    assert await found("questions", days(date(2027, 3, 15), date(2027, 3, 17))) == [
        ("16/03", f"{thu} 1d"),
        ("17/03", f"{thu} 2d"),
    ]
    assert await said(at(date(2027, 3, 17), 9), "questions") == [
        "“Thời sự quý I” ngày 15/03/2027: 1 người báo có dự, đang chờ đồng chí xác nhận trước ngày 22/03/2027."
    ]
    await sql.run("UPDATE attendances SET state = 'refused' WHERE state = 'asked'")
    assert await reasons(at(date(2027, 3, 17), 9), "questions") == ["nearer", "answered"]
    await is_counted(own, lan, "asked", at(date(2027, 3, 17), 9))  # who runs it does not answer their own
    assert await found("questions", days(date(2027, 3, 18), date(2027, 3, 18))) == [("18/03", f"{thu} 3d")]


async def is_counted(session: int, person: int, state: str = "counted", on: datetime = EARLY) -> None:
    row = {"session_id": session, "person_id": person, "way": "scan", "state": state, "at": on}
    await sql.add("attendances", [row])


async def test_planning_backward_says_how_many_are_missing_and_the_months_left(unit: House) -> None:
    huong = await unit.joins(HUONG)
    taken = await unit.registers(huong, "BB2", "RL2")
    await unit.hands_in(taken["BB2"], "approved", EARLY, claims={"a": 1})
    for part in (1, 2):
        await unit.hands_in(taken["RL2"], "waiting", EARLY, claims={"a": 1}, part=part)
    assert await found("count", days(date(2027, 7, 31), date(2027, 8, 3))) == [("01/08", f"{huong} 91d")]
    assert await said(at(date(2027, 8, 1), 9), "count") == [
        "BB2 · Học tập nghị quyết, nghe thời sự quý: đã có 1/4 lần, còn 03 lần trong 3 tháng (đến hết ngày 31/10/2027)."
    ]
    assert await found("count", days(date(2027, 8, 31), date(2027, 9, 2))) == [("01/09", f"{huong} 60d")]
    assert "còn 03 lần trong 2 tháng" in (await said(at(date(2027, 9, 1), 9), "count"))[0]
    assert await found("count", days(date(2027, 9, 30), date(2027, 11, 2))) == [
        ("01/10", f"{huong} 30d"),
        ("17/10", f"{huong} 14d"),
    ]
    assert "lần trong 14 ngày" in (await said(at(date(2027, 10, 17), 9), "count"))[0]


async def test_what_was_not_begun_closes_in_thirty_fourteen_and_seven_days_and_the_essay_in_sixty(unit: House) -> None:
    huong = await unit.joins(HUONG)
    taken = await unit.registers(huong, "BB3", "RL1", "RL5", "TT4")
    await unit.hands_in(taken["RL5"], "waiting", EARLY)
    await sql.run("UPDATE registrations SET dropped_at = ?2 WHERE id = ?1", taken["TT4"], sql.at(EARLY))
    looked = [date(2027, 10, 31) - timedelta(days=each) for each in (61, 60, 59, 30, 29, 14, 7, 6, 0, -1)]
    assert await found("task", looked) == [
        ("01/10", f"{huong} 30d"),
        ("17/10", f"{huong} 14d"),
        ("24/10", f"{huong} 7d"),
    ]
    essays = [(f"{each.due_at + timedelta(hours=7):%d/%m}", each.subject.split()[-1]) for each in await known("essay")]
    assert essays == [("01/09", "60d"), ("01/10", "30d"), ("17/10", "14d"), ("24/10", "7d")]
    assert {each.task for each in await known("task")} == {"RL1"}
    assert await said(at(date(2027, 10, 24), 9), "task", "essay") == [
        "RL1 · Phụ trách, tổ chức sinh hoạt chi đoàn: còn 7 ngày (đến hết ngày 31/10/2027)."
        " Mời bạn gửi minh chứng khi đã làm.",
        "BB3 · Bài cảm nhận, nguyện vọng vào Đảng: còn 7 ngày (đến hết ngày 31/10/2027)."
        " Bạn có thể viết từng đoạn; hệ thống đếm chữ giúp bạn.",
    ]


async def test_returned_work_is_reminded_of_after_three_and_ten_days_and_a_draft_after_seven(unit: House) -> None:
    huong = await unit.joins(HUONG)
    taken = await unit.registers(huong, "RL1", "RL5")
    monday = at(date(2027, 3, 1), 16)
    await unit.hands_in(taken["RL1"], "returned", monday)
    await unit.hands_in(taken["RL5"], "draft", monday)
    assert await found("returned", days(date(2027, 3, 2), date(2027, 3, 20))) == [
        ("04/03", f"{huong} 3d"),
        ("11/03", f"{huong} 10d"),
    ]
    assert [(each.task, each.due_at) for each in await known("draft")] == [("RL5", at(date(2027, 3, 8), 0, 0))]
    assert await said(at(date(2027, 3, 9), 9), "returned", "draft") == [
        "RL1 · Phụ trách, tổ chức sinh hoạt chi đoàn được trả lại từ ngày 01/03/2027 để bổ sung."
        " Những gì bạn đã gửi vẫn còn đó; mời bạn xem góp ý, bổ sung rồi nộp lại.",
        "RL5 · Diễn đàn đối thoại, gặp gỡ: bạn soạn dở từ ngày 01/03/2027. Mời bạn xem lại và gửi khi đã đủ.",
    ]


async def test_provisional_results_are_to_be_closed_by_the_member_and_the_secretary(unit: House) -> None:
    huong, lan = await unit.joins(HUONG), await unit.joins(LAN)
    thu = await unit.joins(THU, Role.SECRETARY)
    three = await unit.registers(huong, "BB2")
    four = await unit.registers(lan, "BB2")
    for part in (1, 2, 3):
        await unit.hands_in(three["BB2"], "approved", EARLY, claims={"a": 1}, part=part)
        await unit.hands_in(four["BB2"], "approved", EARLY, claims={"a": 1}, part=part)
    await unit.hands_in(four["BB2"], "approved", EARLY, claims={"a": 1}, part=4)
    looked = [date(2027, 11, 30), date(2027, 12, 1), date(2027, 12, 2), date(2027, 12, 24), date(2027, 12, 31)]
    assert await found("provisional", looked) == [("01/12", f"{huong} 30d"), ("24/12", f"{huong} 7d")]
    assert [(each.person, each.subject.split()[-1]) for each in await known("closing")] == [(thu, "30d"), (thu, "7d")]
    assert [each.rpartition(" ")[2] for each in await said(at(date(2027, 12, 2), 9), "provisional", "closing")] == [
        "31/12/2027.", "31/12/2027.",
    ]  # fmt: skip


async def test_remarks_are_due_before_a_quarter_ends(unit: House) -> None:
    await unit.joins(HUONG)
    thu, dung = await unit.joins(THU, Role.SECRETARY), await unit.joins(DUNG, Role.EXECUTIVE)
    assert await found("quarter", days(date(2027, 3, 15), date(2027, 4, 2))) == [
        ("17/03", f"{thu} 14d"),
        ("17/03", f"{dung} 14d"),
        ("28/03", f"{thu} 3d"),
        ("28/03", f"{dung} 3d"),
    ]
    assert (await said(at(date(2027, 3, 28), 9), "quarter"))[0] == (
        "Còn 3 ngày là hết quý I/2027 (31/03/2027): mời đồng chí nhận xét quá trình rèn luyện của từng đoàn viên ưu tú"
        " và thông tin kết quả cho cấp ủy."
    )


async def test_after_an_outage_only_the_nearest_of_what_still_holds_is_found(unit: House) -> None:
    huong = await unit.joins(HUONG)
    taken = await unit.registers(huong, "RL1")
    await unit.hands_in(taken["RL1"], "returned", at(date(2027, 3, 1), 16))
    await unit.session(at(date(2027, 3, 12), 14, 0))
    await unit.session(at(date(2027, 3, 15), 14, 0))
    _ = await searches(at(date(2027, 3, 15), 13))  # nothing ran for weeks
    assert [(each.kind, each.subject.split()[-1]) for each in await known("session", "returned")] == [
        ("session", "2h"),
        ("returned", "10d"),
    ]
    assert [each.expires_at for each in await known("session")] == [at(date(2027, 3, 15), 14, 0)]


async def test_a_search_goes_on_where_it_stood_and_is_cheap_when_it_is_done(
    unit: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find_reminders, "PEOPLE", 2)
    people = [await unit.joins(f"Nguyễn Văn {letter}") for letter in "ABCDE"]
    now = at(date(2027, 1, 24))
    assert await find_reminders.run(now, desk()) == 2
    assert (await progress())["after"] == people[1]
    await sql.run("DELETE FROM reminders")
    _ = await searches(now)
    assert [each.person for each in await known("registration")] == people[2:]
    assert await find_reminders.next_due(now, desk()) == at(date(2027, 1, 25), 0, 0)
    assert await searches(at(date(2027, 1, 24), 12)) == 0
    await unit.session(at(date(2027, 1, 25), 14, 0))
    assert await find_reminders.next_due(now, desk()) == now
    assert await searches(at(date(2027, 1, 24), 12)) > 0
    assert len(await known("session")) == len(people)
