"""Sessions: made in the chat, copied, moved twice, called off; everybody concerned is told once and answers."""

from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import pytest

from bot.jobs import Jobs
from journey.people import Role
from scheduler import session_news
from storage import sql
from storage.attendance import AttendanceRow
from storage.people import PersonRow, PostRow
from storage.sessions import SessionRow
from storage.units import GroupRow, UnitRow
from tests.handlers.arrivals import comes
from tests.handlers.members import Unit, season, unit
from tests.support.harness import Person, World

HUONG, LAN, NAM, THU, BINH, SON = (
    "Nguyễn Thị Hương",
    "Phạm Ngọc Lan",
    "Đỗ Hoài Nam",
    "Lê Minh Thu",
    "Phan Văn Bình",
    "Trần Thái Sơn",
)
TITLE = "Nghe thời sự quý I/2027"


@pytest.fixture
async def house(world: World) -> Unit:
    """A unit in its season; the clock stands at nine on Monday 11 January 2027."""
    found = await unit(world)
    _ = await season(world.clock.now())
    return found


@pytest.fixture
async def thu(house: Unit) -> Person:
    """The unit's secretary."""
    return await comes(house, THU, Role.SECRETARY, group=False)


@pytest.fixture
async def huong(house: Unit) -> Person:
    return await comes(house, HUONG, Role.MEMBER)


async def told(world: World, after: timedelta = timedelta(minutes=5)) -> None:
    """Let `after` pass, and the job tell whom it may."""
    await world.pass_time(after)
    jobs = Jobs(world.service.road, world.service.offices)
    while await jobs.portion(session_news, world.clock.now()):
        pass
    await world.settle()


async def makes(thu: Person, when: str = "15/1 14h", where: str = "Hội trường A") -> int:
    """Make the quarter's session; return its id."""
    await thu.says("/buoihoc")
    await thu.taps("sessions.new")
    await thu.taps("sessions.kind BB2 0")
    await thu.says(when)
    await thu.says(where)
    await thu.taps("sessions.plan")
    thu.hears("sessions.planned", title=TITLE)
    return int((await sql.rows("SELECT max(id) AS id FROM sessions"))[0]["id"])


async def of_another_unit(house: Unit, person: str) -> None:
    """Let somebody be of a unit beside this one."""
    other = await UnitRow.create(code="CD2", name="Chi đoàn Hai", kind="Đoàn cơ sở")
    await PersonRow.filter(id=house.ids[person]).update(unit_id=other.id, group_id=None)
    await PostRow.filter(person_id=house.ids[person]).update(unit_id=other.id, group_id=None)


async def test_a_session_is_made_in_six_messages_and_its_members_are_told_once_and_answer(
    world: World, house: Unit, thu: Person, huong: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_news, "PEOPLE", 1)  # a portion each
    lan = await comes(house, LAN, Role.MEMBER)
    nam = await comes(house, NAM, Role.MEMBER)
    await of_another_unit(house, NAM)

    await thu.says("buổi học")
    thu.hears("sessions.list-open-none")
    await thu.taps("sessions.new")
    await thu.taps("sessions.kind BB2 0")
    thu.hears("sessions.ask-when", title=TITLE)
    await thu.says("thứ 6 14h-16h30")
    await thu.says("Hội trường A https://hop.example.vn/a")
    shown = thu.hears("sessions.summary", title=TITLE, minutes=150, n=2).text
    for each in ("14:00 thứ Sáu, 15/01/2027", "Hội trường A · https://hop.example.vn/a", "BB2", "Chi đoàn Một"):
        assert each in shown
    await told(world)
    huong.hears_not("sessions.told-new")
    await thu.taps("sessions.plan")
    await told(world)
    await told(world)

    for person in (huong, lan):
        await person.notices("sessions.told-new", title=TITLE)
        assert sum(TITLE in each.text for each in person.screen) == 1
    await nam.look()
    assert not any(TITLE in each.text for each in nam.screen)
    await huong.taps("calendar.going")
    huong.hears("calendar.one", title=TITLE, note=("calendar.note-going", {}))
    assert [each for each in huong.buttons() if "going" in each or "absent" in each] == ["calendar.absent 1"]
    await lan.taps("calendar.absent")
    await lan.says("Trực ca")
    lan.hears("calendar.one", title=TITLE, note=("calendar.note-why", {}))
    assert [each for each in lan.buttons() if "going" in each or "absent" in each] == ["calendar.going 1"]
    await thu.says("/buoihoc")
    await thu.taps("sessions.show")
    card = thu.hears("sessions.card", note="", going=1, absent=1, silent=0, n=2).text
    assert f"{LAN} xin vắng: Trực ca" in card

    await world.pass_time(timedelta(days=5))
    await lan.forges("calendar.going 1")
    lan.hears("refusal.session-begun")
    await lan.forges("my-data.withdraw-now")
    assert await sql.rows("SELECT reason FROM session_answers WHERE NOT going") == [{"reason": ""}]


async def test_a_session_moved_to_another_day_is_told_once_and_answered_anew_and_called_off_to_those_who_were_to_come(
    world: World, house: Unit, thu: Person, huong: Person
) -> None:
    lan = await comes(house, LAN, Role.MEMBER)
    id_ = await makes(thu)
    await told(world)
    await lan.taps("calendar.absent")
    await huong.taps("calendar.going")
    await thu.taps("sessions.show")
    await thu.taps("sessions.move")
    await thu.says("thứ 2 tuần sau 8h")
    thu.hears("sessions.sure-move", title=TITLE, n=2)
    await thu.taps("sessions.shift")
    await thu.forges(f"sessions.move_where {id_}")
    await thu.says("https://hop.example.vn/b")
    thu.hears("sessions.card", note=("sessions.note-moved", {}))
    await told(world)
    for person in (huong, lan):
        moved = await person.notices("sessions.told-moved", title=TITLE)
        assert "08:00 thứ Hai, 18/01/2027 (trước đây: 14:00 thứ Sáu, 15/01/2027)" in moved.text
        assert "https://hop.example.vn/b" in moved.text

    await thu.forges(f"sessions.show {id_}")
    away = thu.hears("sessions.card", note="", going=0, absent=0, silent=2, n=2).text
    assert "2 người đã trả lời cho ngày cũ, chưa trả lời lại" in away
    assert LAN not in away
    await huong.taps("calendar.open")
    assert "chưa trả lời lại" in huong.hears("calendar.list").text
    await huong.forges(f"calendar.going {id_}")
    await lan.forges(f"calendar.absent {id_}")
    an_hour_later = int(datetime(2027, 1, 18, 2, tzinfo=UTC).timestamp()) // 60
    await thu.forges(f"sessions.shift {id_} 2 {an_hour_later} 120")
    thu.hears("sessions.card", note=("sessions.note-moved", {}), going=1, absent=1, silent=0, n=2)

    await thu.taps("sessions.cancel")
    await thu.says("Mất điện")
    called_off = thu.hears("sessions.card-cancelled", going=1, absent=1).text
    assert "Mất điện" in called_off
    assert f"ĐÃ HỦY: {TITLE}" in called_off
    await lan.turns_to_the_phone()
    await told(world)
    await told(world)
    await huong.notices("sessions.told-cancelled", title=TITLE, reason="Mất điện")
    await lan.look()
    lan.hears_not("sessions.told-cancelled")
    await huong.says("lịch")
    assert "ĐÃ HỦY" in huong.hears("calendar.list").text
    await huong.forges(f"calendar.going {id_}")
    huong.hears("calendar.not-there")
    await thu.forges(f"sessions.shift {id_} 1 30030000 120")
    thu.hears("sessions.not-there")


async def test_what_is_made_at_night_is_told_in_the_morning_unless_it_begins_before(
    world: World, house: Unit, thu: Person, huong: Person
) -> None:
    await world.pass_time(timedelta(hours=13))
    await makes(thu)
    await huong.turns_to_the_phone()
    await told(world)
    await huong.look()
    assert not huong.news()
    await told(world, timedelta(hours=10))
    await huong.notices("sessions.told-new", title=TITLE)

    await world.pass_time(timedelta(hours=13))
    await makes(thu, "mai 7h")
    await told(world)
    shown = await huong.notices("sessions.told-new", title=TITLE)
    assert "07:00 thứ Tư, 13/01/2027" in shown.text


async def test_the_last_session_is_copied_with_a_new_day_and_the_quarter_in_its_title(
    world: World, house: Unit, thu: Person, huong: Person
) -> None:
    await makes(thu)
    await world.pass_time(timedelta(days=90))
    await thu.says("/buoihoc")
    await thu.taps("sessions.copy")
    await thu.says("30/4 14h")
    thu.hears("sessions.when-quiet")
    await thu.says("16/4 14h")
    thu.hears("sessions.when-quiet")  # Giỗ Tổ
    await thu.says("thứ năm 22/4")
    thu.hears("sessions.when-time")
    await thu.says("14h")
    shown = thu.hears("sessions.summary", title="Nghe thời sự quý II/2027").text
    assert "Hội trường A" in shown
    await thu.taps("sessions.plan")
    thu.hears("sessions.planned")


async def test_every_line_of_a_draft_is_changed_by_a_tap(world: World, house: Unit, thu: Person, huong: Person) -> None:
    group = await GroupRow.create(code="T9", name="Tổ 9", unit_id=house.unit)
    await thu.says("/buoihoc")
    await thu.taps("sessions.new")
    await thu.says("Nói chuyện chuyên đề")
    await thu.says("hôm qua")
    thu.hears("sessions.when-again")
    await thu.says("10/1 8h")
    thu.hears("sessions.when-past")
    await thu.says("mai 2h")
    thu.hears("sessions.when-night")
    await thu.says("mai 2h chiều")
    await thu.says("http://hop.example.vn")
    thu.hears("sessions.where-not-secure")
    await thu.taps("sessions.place")
    thu.hears("sessions.summary", title="Nói chuyện chuyên đề", task=("sessions.no-task", {}))
    await thu.taps("sessions.tasks")
    await thu.taps("sessions.task")
    await thu.taps("sessions.scopes")
    [scope] = [each for each in thu.buttons() if each.endswith(f" g{group.id}")]
    await thu.taps(scope)
    shown = thu.hears("sessions.summary", n=0).text
    assert "Tổ 9" in shown
    await thu.taps(next(each for each in thu.buttons() if each.startswith("sessions.edit") and each.endswith("held")))
    await thu.says("Ban Tổ chức")
    assert "Ban Tổ chức" in thu.hears("sessions.summary").text
    await thu.taps("sessions.drop")
    thu.hears("sessions.dropped")
    assert not await SessionRow.all().count()


async def test_sessions_are_run_by_those_above_them_and_by_nobody_else(
    world: World, house: Unit, thu: Person, huong: Person
) -> None:
    id_ = await makes(thu)
    binh = await comes(house, BINH, Role.SUPERVISOR)
    son = await comes(house, SON, Role.SECRETARY, group=False)
    await of_another_unit(house, SON)
    for person in (binh, son):
        await person.forges(f"sessions.show {id_}")
        person.hears("sessions.not-there")
        await person.forges(f"sessions.because {id_} clash")
        person.hears("sessions.not-there")
    await huong.says("tạo buổi")
    huong.hears("sessions.not-an-organiser")
    await binh.says("/buoihoc")
    await binh.taps("sessions.new")
    await binh.says("nghe thoi su quy i/2027")  # as it was suggested: it counts for that task
    await binh.says("15/1 8h")
    await binh.says("Phòng họp")
    shown = binh.hears("sessions.summary", title=TITLE, n=1).text
    assert "Tổ 1" in shown
    assert "BB2" in shown
    await PostRow.filter(person_id=house.ids[THU]).update(
        role=str(Role.GROUP_LEADER), unit_id=None, group_id=house.group
    )  # she organised it, and holds another post now
    await thu.forges(f"sessions.show {id_}")
    thu.hears("sessions.not-there")


async def test_those_who_have_not_answered_are_asked_once_a_day_and_attendance_keeps_a_session(
    world: World, house: Unit, thu: Person, huong: Person
) -> None:
    lan = await comes(house, LAN, Role.MEMBER)
    id_ = await makes(thu)
    await told(world)
    await huong.taps("calendar.going")
    await huong.turns_to_the_phone()
    await thu.taps("sessions.show")
    await thu.taps("sessions.remind")
    thu.hears("sessions.card", note=("sessions.note-asked", {}), away="")
    await told(world)
    await lan.notices("sessions.told-ask", title=TITLE)
    await huong.look()
    huong.hears_not("sessions.told-ask")
    await thu.taps("sessions.remind")
    thu.hears("sessions.card", note=("sessions.note-asked-lately", {}), away="")
    _ = await AttendanceRow.create(
        session_id=id_, person_id=house.ids[HUONG], way="ticked", state="counted", at=world.clock.now()
    )
    await thu.taps("sessions.cancel")
    thu.hears("refusal.session-attended")
    await thu.forges(f"sessions.move_when {id_}")
    thu.hears("refusal.session-attended")
    in_two_days = int((world.clock.now() + timedelta(days=2)).timestamp()) // 60
    await thu.forges(f"sessions.shift {id_} 0 {in_two_days} 120")
    thu.hears("refusal.session-attended")


async def test_a_session_that_goes_on_is_found_where_its_organiser_looks_for_it(world: World, thu: Person) -> None:
    _ = await makes(thu, "11/1 10h")
    await world.pass_time(timedelta(minutes=90))
    await thu.says("điểm danh")
    assert TITLE in thu.hears("sessions.list-open").text
    await thu.taps("sessions.show")
    await thu.taps("attendance.open")
    thu.hears("attendance.card", title=TITLE, counted=0, listed=0, lines=[])
    await world.pass_time(timedelta(hours=2))
    await thu.says("điểm danh")
    thu.hears("sessions.list-open-none")


async def test_the_file_for_the_phones_calendar_is_replaced_by_a_later_edition(
    world: World, house: Unit, thu: Person, huong: Person
) -> None:
    id_ = await makes(thu, where="Hội trường A, số 1 đường Trần Hưng Đạo, phường Bến Thành")
    await huong.says("lịch")
    await huong.taps("calendar.file")
    calendar, event = read(huong)
    assert (str(calendar["method"]), int(event["sequence"]), str(event["status"])) == ("PUBLISH", 0, "CONFIRMED")
    assert event["dtstart"].dt == datetime(2027, 1, 15, 7, tzinfo=UTC)
    assert event["dtstart"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert [each["trigger"].dt for each in event.walk("VALARM")] == [-timedelta(days=1), -timedelta(hours=2)]
    assert [str(each["tzid"]) for each in calendar.walk("VTIMEZONE")] == ["Asia/Ho_Chi_Minh"]
    await thu.forges(f"sessions.because {id_} room")
    await huong.forges(f"calendar.file {id_}")
    huong.hears("calendar.file-sent-off")
    cancelled, again = read(huong)
    assert (str(cancelled["method"]), int(again["sequence"]), str(again["status"])) == ("CANCEL", 1, "CANCELLED")
    assert (again["uid"], again["summary"]) == (event["uid"], TITLE)


def read(person: Person) -> tuple[Any, Any]:
    """Return the newest calendar file on the phone, and its only event."""
    data = next(each.files[-1] for each in reversed(person.screen) if each.files)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    found = icalendar.Calendar.from_ical(data)
    [event] = found.walk("VEVENT")
    return found, event
