"""What is found is said on the real road, by day, with a choice that leads on."""

from datetime import date, datetime, timedelta

import pytest

from journey.people import Role
from storage import sql
from tests.handlers.members import Unit, registers, season, unit
from tests.support.harness import Person, World

HUONG = "Nguyễn Thị Hương"


@pytest.fixture
async def home(world: World) -> Unit:
    found = await unit(world)
    _ = await season(world.clock.now())
    return found


@pytest.fixture
async def huong(home: Unit) -> Person:
    return await home.joins(HUONG, Role.MEMBER)


async def lives_until(world: World, day: date, hour: int) -> None:
    target = datetime.combine(day, datetime.min.time(), world.zone) + timedelta(hours=hour)
    await world.live(seconds=(target - world.clock.now()).total_seconds())


async def test_a_member_is_led_from_the_reminder_to_the_registration_and_then_left_alone(
    huong: Person, world: World
) -> None:
    await lives_until(world, date(2027, 1, 24), 9)
    await huong.look()
    huong.hears("reminders.registration-closes", days=7, year="2027", closes="31/01/2027")
    await huong.taps("registration.open")
    huong.hears("registration.page")
    await registers(huong)
    await huong.turns_to_the_phone()
    await lives_until(world, date(2027, 1, 31), 20)
    await huong.look()
    assert not huong.news()
    assert {row["why"] for row in await sql.rows("SELECT why FROM reminders WHERE state = 'dropped'")} <= {"registered"}
