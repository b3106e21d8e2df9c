"""News of what somebody else did waits for the morning; whoever writes is answered at any hour."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from journey.people import Role
from tests.handlers.arrivals import comes
from tests.handlers.members import Unit, hand_in, registers, season, unit
from tests.support.harness import World

HUONG, DUNG = "Nguyễn Thị Hương", "Võ Quang Dũng"


@pytest.fixture
async def house(world: World) -> Unit:
    found = await unit(world)
    await season(world.clock.now())
    return found


async def goes_to(world: World, day: date, at: time) -> None:
    local = datetime.combine(day, at, world.zone)
    await world.pass_time(local.astimezone(UTC) - world.clock.now())


@pytest.mark.parametrize(
    ("day", "told_on"),
    [(date(2027, 3, 2), date(2027, 3, 3)), (date(2027, 2, 3), date(2027, 2, 13))],
    ids=["at night", "at Tết"],
)
async def test_a_decision_at_night_is_told_in_the_morning(house: Unit, world: World, day: date, told_on: date) -> None:
    huong, dung = await comes(house, HUONG, Role.MEMBER), await comes(house, DUNG, Role.EXECUTIVE, group=False)
    await registers(huong)
    await goes_to(world, day, time(22, 15))
    id_ = await hand_in(house.ids[HUONG], "RL2", world.clock.now(), asks=house.ids[DUNG])
    await huong.turns_to_the_phone()
    await dung.says("duyệt")
    await dung.taps(f"reviews.show {id_}")
    await dung.taps(f"reviews.approve {id_}")
    dung.hears("reviews.card")  # whoever acts is answered at once
    await huong.look()
    assert not huong.news()

    await goes_to(world, told_on, time(7, 59))
    await huong.look()
    assert not huong.news()
    await world.pass_time(timedelta(minutes=2))
    await huong.look()
    assert [each for each in huong.news() if "RL2" in each.text]
