"""The weekly digest: who gets it when, what changed, a word when nothing did; and the week asked for in the chat."""

import io
from datetime import UTC, date, datetime, time, timedelta

import pytest
from python_calamine import CalamineWorkbook

from bot.jobs import Jobs
from journey.people import Role
from scheduler import digest
from storage import audit, sql
from tests.handlers.arrivals import comes
from tests.handlers.members import Unit, hand_in, registers, season, unit
from tests.support.harness import Person, World

HUONG, LAN, THU, BINH = "Nguyễn Thị Hương", "Phạm Ngọc Lan", "Lê Minh Thu", "Phan Văn Bình"
PLACE = "Chi đoàn Một"


@pytest.fixture
async def house(world: World) -> Unit:
    """A unit with Hương, who registered, and Lan, who has not."""
    found = await unit(world)
    await season(world.clock.now())
    huong = await comes(found, HUONG, Role.MEMBER)
    await registers(huong)
    await found.joins(LAN, Role.MEMBER)
    return found


@pytest.fixture
async def thu(house: Unit) -> Person:
    """The unit's secretary."""
    return await comes(house, THU, Role.SECRETARY, group=False)


async def works(world: World) -> None:
    jobs = Jobs(world.service.road, world.service.offices)
    while await jobs.portion(digest, world.clock.now()):
        pass
    await world.settle()


async def goes_to(world: World, day: date, hour: int = 8) -> None:
    await world.pass_time(datetime.combine(day, time(hour), world.zone).astimezone(UTC) - world.clock.now())


async def on(world: World, person: Person, day: date, hour: int = 8) -> str:
    """Let the job run then; return what `person` is told, "" when it is nothing."""
    await goes_to(world, day, hour)
    await person.turns_to_the_phone()
    await works(world)
    await works(world)
    await person.look()
    told = [each for each in person.news() if each.text]
    assert len(told) <= 1
    return told[0].text if told else ""


async def next_due(world: World) -> str:
    now = world.clock.now()
    found = await digest.next_due(now, Jobs(world.service.road, world.service.offices).desk(now))
    return f"{found.astimezone(world.zone):%d/%m %H:%M}" if found else ""


async def states(world: World) -> list[str]:
    return [row["state"] for row in await sql.rows("SELECT state FROM digests ORDER BY week, person_id")]


async def test_every_monday_at_eight_a_secretary_reads_the_week_and_what_changed(
    house: Unit, thu: Person, world: World
) -> None:
    first = await on(world, thu, date(2027, 1, 18))
    assert f"{PLACE}: tình hình đến 08:00 18/01/2027" in first
    assert "• Đã đăng ký: 1/2\n" in first
    assert len(await thu.pictures()) == 1
    await hand_in(house.ids[HUONG], "RL2", world.clock.now() + timedelta(days=2), asks=house.ids[THU])

    second = await on(world, thu, date(2027, 1, 25))
    assert "• 7 ngày qua: nộp 1, được duyệt 0\n• Đang chờ duyệt: 1 (+1)\n(+/−): so với ngày 18/01/2027" in second
    assert f"Chờ duyệt lâu nhất\n• {HUONG} (RL2): BCH Đoàn cơ sở" in second
    assert await states(world) == ["told", "told"]
    assert await next_due(world) == "01/02 00:00", "given up at once: Tết begins"


async def test_missed_by_five_hours_it_is_sent_and_after_wednesday_it_is_dropped(thu: Person, world: World) -> None:
    assert await next_due(world) == "11/01 09:00", "the first one is due already"
    assert PLACE in await on(world, thu, date(2027, 1, 18), 14)
    assert await next_due(world) == "25/01 08:00"
    assert await on(world, thu, date(2027, 1, 28), 9) == ""
    assert await states(world) == ["told", "dropped"]


async def test_one_that_could_not_leave_in_office_hours_comes_in_the_next_ones(
    house: Unit, thu: Person, world: World
) -> None:
    await goes_to(world, date(2027, 1, 18))
    await thu.turns_to_the_phone()
    await works(world)
    await sql.run("UPDATE outbox SET status = 'expired' WHERE key LIKE 'digest:%'")
    assert await next_due(world) == "25/01 08:00"
    assert "tình hình đến 08:00 19/01/2027" in await on(world, thu, date(2027, 1, 19))
    assert await on(world, thu, date(2027, 1, 20)) == ""
    assert await states(world) == ["told"]


async def test_who_has_several_posts_gets_one_of_all_and_figures_of_other_people_are_not_compared(
    house: Unit, world: World
) -> None:
    binh = await comes(house, BINH, Role.SUPERVISOR, group=False)
    await binh.says("/tuan")
    await binh.taps("digest.when")
    await binh.taps("digest.day 0")
    await binh.taps("digest.at 0 8")
    assert "Tổ 1: tình hình đến" in await on(world, binh, date(2027, 1, 18))
    await sql.add("posts", [{"person_id": house.ids[BINH], "role": "secretary", "unit_id": house.unit}])
    await house.joins("Võ Thị Sáu", Role.MEMBER, group=False)

    second = await on(world, binh, date(2027, 1, 25))
    assert f"{PLACE}: tình hình đến" in second, "the group lies in the unit"
    assert "so với ngày" not in second
    await binh.says("/tuan")
    assert f"broadcast.remind new@u{house.unit}" in [action for _, action in binh.hears("digest.page").buttons]


async def test_a_holiday_puts_it_off_to_the_next_working_day_and_tet_leaves_it_out(thu: Person, world: World) -> None:
    assert await on(world, thu, date(2027, 2, 1)) == ""
    assert await on(world, thu, date(2027, 5, 3)) == "", "a day off for 1 May"
    assert await on(world, thu, date(2027, 5, 4), 7) == ""
    assert PLACE in await on(world, thu, date(2027, 5, 4))
    assert await states(world) == ["dropped", "told"]


async def test_where_nothing_has_changed_there_is_one_word_then_silence_until_something_does(
    house: Unit, thu: Person, world: World
) -> None:
    assert "tình hình đến" in await on(world, thu, date(2027, 1, 18))
    assert await on(world, thu, date(2027, 1, 25)) != ""
    thu.hears("digest.no-news", place=PLACE, on=date(2027, 1, 18))
    assert await on(world, thu, date(2027, 2, 15)) == ""
    assert await on(world, thu, date(2027, 2, 22)) == ""

    await hand_in(house.ids[HUONG], "RL2", world.clock.now() + timedelta(days=2))
    assert "nộp 1, được duyệt 0" in await on(world, thu, date(2027, 3, 1))
    assert await states(world) == ["told", "word", "silent", "silent", "told"]


async def test_a_supervisor_gets_it_on_the_day_and_at_the_hour_chosen_in_the_chat_and_none_when_it_is_off(
    house: Unit, world: World
) -> None:
    binh = await comes(house, BINH, Role.SUPERVISOR, group=False)
    assert await on(world, binh, date(2027, 1, 18)) == ""
    await binh.says("/tuan")
    assert "Tổ 1: tình hình đến" in binh.hears("digest.page").text
    await binh.taps("digest.when")
    binh.hears("digest.when", now=("digest.when-off", {}))
    await binh.taps("digest.day 2")
    await binh.taps("digest.at 2 14")
    binh.hears("digest.set", hour="14", weekday=("digest.weekday-2", {}))

    assert await on(world, binh, date(2027, 1, 20), 10) == ""
    assert "Tổ 1: tình hình đến 14:00 20/01/2027" in await on(world, binh, date(2027, 1, 20), 14)
    await binh.says("tuan")
    await binh.taps("digest.when")
    await binh.taps("digest.off")
    assert await on(world, binh, date(2027, 1, 27), 14) == ""
    await binh.forges("digest.at 6 3")
    binh.hears("digest.not-there")


async def test_whom_to_look_after_is_named_with_the_fact_and_each_can_be_written_to(
    house: Unit, thu: Person, world: World
) -> None:
    await goes_to(world, date(2027, 6, 7))
    await thu.says("tình hình tuần")
    page = thu.hears("digest.page")
    assert f"Cần quan tâm: 1/2\n• {HUONG}: còn 7 nhiệm vụ, 5 tháng" in page.text
    assert f"broadcast.remind risk@u{house.unit}" in [action for _, action in page.buttons]
    await thu.taps("digest.people")
    assert f"broadcast.one {house.ids[HUONG]}" in [action for _, action in thu.hears("digest.people", n=1).buttons]
    await thu.taps(f"broadcast.one {house.ids[HUONG]}")
    thu.hears("broadcast.ask-one")


async def test_the_file_has_a_line_for_every_member_and_a_quarters_statistics_have_no_names(
    house: Unit, thu: Person, world: World
) -> None:
    await sql.run("UPDATE people SET full_name = '=HYPERLINK(1)' WHERE id = ?1", house.ids[LAN])
    await hand_in(house.ids[HUONG], "RL2", world.clock.now(), asks=house.ids[THU])
    await thu.says("/tuan")
    await thu.taps("digest.file")
    sheets = sheets_of(thu)
    assert list(sheets) == ["Tổng hợp", "Đoàn viên", "Chờ duyệt"]
    assert sheets["Tổng hợp"][1:] == [
        ["Tổ, đơn vị", "Đoàn viên", "Đã đăng ký", "Đang thực hiện", "Tạm đạt", "Hoàn thành", "Cần quan tâm",
         "Nộp 7 ngày qua", "Duyệt 7 ngày qua", "Đang chờ duyệt"],
        ["Tổ 1", 2, 1, 1, 0, 0, 0, 1, 0, 1],
        ["Tổng cộng", 2, 1, 1, 0, 0, 0, 1, 0, 1],
    ]  # fmt: skip
    [lan, huong] = sorted(sheets["Đoàn viên"][2:], key=lambda row: str(row[0]))
    assert lan[:5] == ["=HYPERLINK(1)", PLACE, "Tổ 1", "", "Chưa đăng ký"]
    assert huong[:7] == [HUONG, PLACE, "Tổ 1", date(2027, 1, 11), "Đang thực hiện", 0, 7]
    assert sheets["Chờ duyệt"][2][:3] == [HUONG, "RL2", 0]
    assert (await audit.trail("season 1"))[-1][1:] == (house.ids[THU], "digest.read", {"members": 2})

    await thu.taps("digest.quarter")
    sheets = sheets_of(thu)
    assert list(sheets) == ["Tổng hợp"]
    assert "thống kê quý I/2027" in str(sheets["Tổng hợp"][0][0])
    assert sheets["Tổng hợp"][2][7:] == [1, 0, 1]


def sheets_of(person: Person) -> dict[str, list[list[object]]]:
    """Return the sheets of the workbook that a person has just got."""
    files = [data for each in person.news() for data in each.files if data.startswith(b"PK")]
    book = CalamineWorkbook.from_filelike(io.BytesIO(files[-1]))
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}
