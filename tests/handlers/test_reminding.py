"""What people are reminded of, as they meet it: one message, later, not of this kind, not now."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.jobs import Jobs
from journey.people import Role
from journey.reminders import Kind
from journey.sessions import Scope
from scheduler import reminders
from storage import session_changes, sql
from tests.handlers.arrivals import comes
from tests.handlers.members import TASKS, Unit, hand_in, registers, season, unit
from tests.support.harness import Person, World

HUONG, LAN, NAM, MAI, MINH, YEN, OANH = (
    "Nguyễn Thị Hương",
    "Trần Thị Lan",
    "Lê Văn Nam",
    "Lê Thị Mai",
    "Đỗ Minh",
    "Phạm Thị Yến",
    "Bùi Thị Oanh",
)


@pytest.fixture
async def house(world: World) -> Unit:
    return await unit(world)


@pytest.fixture
async def year(house: Unit, world: World) -> int:
    return await season(world.clock.now())


@pytest.fixture
async def huong(house: Unit, year: int) -> Person:
    """A member who registered."""
    person = await comes(house, HUONG, Role.MEMBER)
    await registers(person)
    return person


async def goes_to(world: World, day: date, hour: int = 8) -> None:
    local = datetime.combine(day, time(hour), world.zone)
    await world.pass_time(local.astimezone(UTC) - world.clock.now())


async def works(world: World, *people: Person) -> None:
    """Let what is due leave; whatever `people` get then is news to them."""
    for person in people:
        await person.turns_to_the_phone()
    jobs = Jobs(world.service.road, world.service.offices)
    while await jobs.portion(reminders, world.clock.now()):
        pass
    await world.settle()
    for person in people:
        await person.look()


async def waits(world: World, person: int, kind: Kind, subject: str, about: int, task: str = "", days: int = 9) -> None:
    """Remind `person` of something from now on, for `days`."""
    now = world.clock.now()
    await sql.add(
        "reminders",
        [
            {
                "person_id": person,
                "kind": str(kind),
                "subject": subject,
                "about": about,
                "task": task,
                "due_at": now,
                "expires_at": now + timedelta(days=days),
            }
        ],
    )


async def close(world: World, house: Unit, tasks: Sequence[str]) -> None:
    """Let `tasks` of Hương's close soon."""
    for code in tasks:
        [row] = await sql.rows("SELECT id FROM registrations WHERE task = ?1", code)
        await waits(world, house.ids[HUONG], Kind.TASK, f"task {row['id']} 14d", row["id"], code)


async def why(person: int) -> list[tuple[str, str]]:
    found = await sql.tuples("SELECT state, why FROM reminders WHERE person_id = ?1 ORDER BY id", person)
    return [(state, reason) for state, reason in found]


async def test_all_that_is_due_is_one_message_and_what_is_done_meanwhile_is_not_said_later(
    huong: Person, house: Unit, world: World
) -> None:
    await close(world, house, TASKS)
    await works(world, huong)
    [message] = huong.news()
    assert message.text.count("\n• ") == 6
    assert "… và 1 việc khác." in message.text
    assert [action.split(" ")[0] for _, action in message.buttons] == [
        "evidence.start",
        "evidence.start",
        "reminding.told",
        "reminding.later",
        "reminding.mute",
    ]
    await works(world, huong)
    assert huong.news() == []

    await huong.taps("reminding.told")
    assert huong.hears("reminding.told", rest="").text.count("\n• ") == 7
    await huong.taps("reminding.later")
    huong.hears("reminding.ask-later")
    await huong.taps("reminding.put-off 2027-01-11 tonight")
    huong.hears("reminding.put-off", n=7, at="19:00 11/01/2027")
    for code in TASKS[1:]:
        await hand_in(house.ids[HUONG], code, world.clock.now())
    await goes_to(world, date(2027, 1, 11), 18)
    await works(world, huong)
    assert huong.news() == []
    await goes_to(world, date(2027, 1, 11), 19)
    await works(world, huong)
    [again] = huong.news()
    assert "BB1" in again.text  # alone, so it is said as it is
    assert "\n" not in again.text
    assert await why(house.ids[HUONG]) == [("leaving", "later")] + [("dropped", "waiting")] * 6

    await huong.taps("reminding.later 2027-01-11")
    huong.hears("reminding.ask-later")
    await huong.forges("reminding.put-off 2027-01-11 never")
    huong.hears("reminding.no-later")
    await huong.forges("reminding.later 2027-01-10")
    huong.hears("reminding.no-later")


async def test_a_kind_that_is_turned_off_stays_silent_until_it_is_turned_on(
    huong: Person, house: Unit, world: World
) -> None:
    await close(world, house, ["RL1"])
    await works(world, huong)
    await huong.taps("reminding.mute task")
    huong.hears("reminding.muted")
    await goes_to(world, date(2027, 1, 12))
    await close(world, house, ["RL2"])
    await huong.says("nhac viec")
    assert "• Đã tắt: Nhiệm vụ sắp hết hạn" in huong.hears("reminding.overview").text
    await huong.taps("reminding.upcoming")
    huong.hears("reminding.coming-none")
    await works(world, huong)
    assert huong.news() == []
    assert await why(house.ids[HUONG]) == [("told", ""), ("dropped", "muted")]

    await huong.taps("reminding.open")
    await huong.taps("reminding.kinds")
    await huong.taps("reminding.unmute task")
    huong.hears("reminding.kinds")
    await goes_to(world, date(2027, 1, 13))
    await close(world, house, ["RL6"])
    await huong.taps("reminding.open")
    await huong.taps("reminding.upcoming")
    huong.hears("reminding.coming", lines="• 13/01/2027: Nhiệm vụ sắp hết hạn (RL6)", rest="")
    await works(world, huong)
    assert "RL6" in huong.news()[-1].text


async def test_reminders_come_in_the_persons_own_hours_on_fewer_days_and_not_in_a_pause(
    huong: Person, house: Unit, world: World
) -> None:
    await huong.says("nhắc việc")
    await huong.taps("reminding.hours")
    await huong.taps("reminding.hours evening")
    assert "• Giờ nhận tin: 17:30–20:30" in huong.hears("reminding.overview").text
    await huong.taps("reminding.week")
    await huong.taps("reminding.week 1")
    assert "nhiều nhất 1 ngày" in huong.hears("reminding.overview").text
    await close(world, house, ["RL1"])
    await works(world, huong)
    assert huong.news() == []
    await goes_to(world, date(2027, 1, 11), 18)
    await works(world, huong)
    assert "RL1" in huong.news()[-1].text
    await goes_to(world, date(2027, 1, 12), 18)
    await close(world, house, ["RL2"])
    await works(world, huong)
    assert huong.news() == []
    assert (await why(house.ids[HUONG]))[1] == ("waiting", "budget")

    await huong.says("nhắc việc")
    await huong.taps("reminding.pause")
    await huong.taps("reminding.pause 14")
    assert "• Đang tạm dừng, đến hết ngày 25/01/2027" in huong.hears("reminding.overview").text
    await works(world, huong)
    assert (await why(house.ids[HUONG]))[1] == ("dropped", "paused")
    await huong.taps("reminding.resume")
    assert "tạm dừng" not in huong.hears("reminding.overview").text
    await huong.taps("reminding.week")
    await huong.taps("reminding.week house")
    await close(world, house, ["RL6"])
    await works(world, huong)
    assert "RL6" in huong.news()[-1].text


async def test_what_does_not_hold_any_more_when_it_leaves_is_dropped(house: Unit, year: int, world: World) -> None:
    names = (HUONG, LAN, NAM, MAI, MINH, YEN, OANH)
    people = {name: await comes(house, name, Role.MEMBER) for name in names}
    for name in names:
        await waits(world, house.ids[name], Kind.REGISTRATION, f"{year} 2027-01-31 opens", year)
    await registers(people[HUONG])
    await people[LAN].says("dữ liệu của tôi")
    await people[LAN].taps("my-data.withdraw")
    await people[LAN].taps("my-data.withdraw-now")
    await sql.run("UPDATE chats SET reachable = ?1 WHERE person_id = ?2", False, house.ids[NAM])
    await sql.run("UPDATE posts SET to_on = ?1 WHERE person_id = ?2", sql.day(date(2027, 1, 10)), house.ids[MAI])
    await people[MINH].forges("reminding.mute registration")
    await sql.run(
        "UPDATE reminders SET expires_at = ?1 WHERE person_id = ?2", sql.at(world.clock.now()), house.ids[YEN]
    )
    await works(world, *people.values())
    reasons = {name: await why(house.ids[name]) for name in names}
    assert reasons == {
        HUONG: [("dropped", "registered")],
        LAN: [("dropped", "no-chat")],
        NAM: [("dropped", "no-chat")],
        MAI: [("dropped", "no-post")],
        MINH: [("dropped", "muted")],
        YEN: [("dropped", "late")],
        OANH: [("leaving", "")],
    }
    people[OANH].hears("reminders.registration-opens", year="2027", closes=date(2027, 1, 31))
    assert all(not person.news() for name, person in people.items() if name not in (OANH, MINH))


async def session(house: Unit, year: int, world: World, starts: datetime) -> int:
    """Plan a session of the unit; return its id."""
    made = await session_changes.draft(
        season=year,
        title="Thời sự quý I",
        task="BB2",
        starts_at=starts,
        held_on=starts.astimezone(world.zone).date(),
        minutes=120,
        scope=Scope(unit=house.unit),
        organiser=house.ids[HUONG],
        now=world.clock.now(),
        place="Hội trường",
    )
    assert await session_changes.plan(made.id, house.ids[HUONG], world.clock.now())
    return made.id


async def test_a_session_is_told_of_a_day_and_two_hours_before_and_not_what_an_outage_swallowed(
    huong: Person, year: int, house: Unit, world: World
) -> None:
    await goes_to(world, date(2027, 3, 1))
    starts = datetime(2027, 3, 4, 14, tzinfo=world.zone).astimezone(UTC)
    await session(house, year, world, starts)
    await world.live(days=1)
    await huong.turns_to_the_phone()
    await world.live(days=1, hours=7)  # to Wednesday, 15:00
    await huong.look()
    assert ["Ngày mai: “Thời sự quý I”" in each.text for each in huong.news()] == [True]
    await huong.turns_to_the_phone()
    await world.live(hours=22)
    await huong.look()
    assert huong.news() == []
    await world.live(hours=1)  # to 14:00: at 13:30 the midday rest is over
    await huong.look()
    assert ["Hôm nay: “Thời sự quý I”" in each.text for each in huong.news()] == [True]

    await session(house, year, world, starts + timedelta(days=7))
    await world.live(days=2)  # to Saturday
    await huong.turns_to_the_phone()
    await goes_to(world, date(2027, 3, 11), 12)  # nobody was there to remind; now there is
    await world.live(hours=8)
    await huong.look()
    assert ["Hôm nay: “Thời sự quý I”" in each.text for each in huong.news()] == [True]
