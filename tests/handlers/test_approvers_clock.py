"""The approver's clock: over Tết, over a swapped Saturday, through a substitute's own absence, after an outage."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.jobs import Jobs
from bot.office import Offices
from bot.settings import Settings
from journey.people import Role
from scheduler import approvers_clock, reminders
from storage import audit, reviews, sql
from tests.handlers.arrivals import comes
from tests.handlers.members import Unit, hand_in, registers, season, unit
from tests.support.harness import Person, World

HUONG, DUNG, BINH, MAI, CUONG = (
    "Nguyễn Thị Hương",
    "Võ Quang Dũng",
    "Phan Văn Bình",
    "Lê Thị Mai",
    "Trịnh Hữu Cường",
)
TOLD = "approvers-clock.waiting"


@pytest.fixture
async def house(world: World) -> Unit:
    found = await unit(world)
    await season(world.clock.now())
    return found


@pytest.fixture
async def dung(house: Unit) -> Person:
    """Alone on the unit's executive board."""
    return await comes(house, DUNG, Role.EXECUTIVE, group=False)


@pytest.fixture
async def cuong(house: Unit) -> Person:
    """The unit's secretary."""
    return await comes(house, CUONG, Role.SECRETARY, group=False)


@pytest.fixture
async def huong(house: Unit, dung: Person) -> Person:
    """A member who registered."""
    person = await comes(house, HUONG, Role.MEMBER)
    await registers(person)
    return person


async def works(world: World) -> None:
    """Let the clock, and what reminds people, run as often as they have something to do."""
    jobs = Jobs(world.service.road, world.service.offices)
    for job in (approvers_clock, reminders):
        while await jobs.portion(job, world.clock.now()):
            pass
    await world.settle()


async def goes_to(world: World, day: date, hour: int = 9) -> None:
    local = datetime.combine(day, time(hour), world.zone)
    await world.pass_time(local.astimezone(UTC) - world.clock.now())


async def told_on(world: World, person: Person, days: Iterable[date]) -> list[date]:
    """Let the job run on each of `days`; return those on which `person` was told."""
    found = []
    for day in days:
        await goes_to(world, day)
        await person.turns_to_the_phone()
        await works(world)
        await person.look()
        if any(approvers_clock_said(each.text) for each in person.news()):
            found.append(day)
    return found


def approvers_clock_said(text: str) -> bool:
    return "việc chờ duyệt đã lâu" in text


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


async def waits(house: Unit, world: World, since: date) -> int:
    """Put a hand-in of Hương's before the board on `since`; return its id."""
    await goes_to(world, since)
    return await hand_in(house.ids[HUONG], "RL2", world.clock.now(), asks=house.ids[DUNG])


async def test_over_tet_nobody_is_urged_and_no_day_counts(
    huong: Person, dung: Person, cuong: Person, house: Unit, world: World
) -> None:
    id_ = await waits(house, world, date(2027, 1, 26))
    # 27 and 28 January count; 29 January to 12 February, 23 tháng Chạp to mùng 7 Tết, do not; then 15, 16 and 17.
    assert await told_on(world, dung, days(date(2027, 1, 26), date(2027, 2, 17))) == [date(2027, 2, 17)]
    dung.hears(TOLD, n=1, since="26/01/2027", days=5, lines="")
    await cuong.forges(f"reviews.approve {id_}")
    cuong.hears("reviews.not-there")

    assert await told_on(world, cuong, days(date(2027, 2, 18), date(2027, 2, 24))) == [date(2027, 2, 24)]
    cuong.hears(TOLD, n=1, since="26/01/2027", days=10, lines=("approvers-clock.next-level", {"n": 1}))
    await cuong.taps("reviews.open")
    await cuong.taps("reviews.show")
    await cuong.taps("reviews.approve")
    assert CUONG in cuong.hears("reviews.card").text
    trail = [each for each in await audit.trail(f"submission {id_}") if each[2] == "review.raised"]
    assert [details["to"] for *_, details in trail] == [[house.ids[CUONG]]]


async def test_a_saturday_worked_for_another_day_counts_and_is_worked(
    huong: Person, dung: Person, house: Unit, world: World, tmp_path: Path
) -> None:
    file = tmp_path / "lich-nghi.toml"
    file.write_text("[2027]\nwork = [2027-03-06]\noff = [2027-03-08]\n")
    world.service.offices = Offices(Settings(_env_file=None, holidays_file=file))
    await waits(house, world, date(2027, 3, 1))
    assert await told_on(world, dung, days(date(2027, 3, 2), date(2027, 3, 9))) == [date(2027, 3, 6)]


async def test_the_work_of_a_substitute_who_is_away_goes_to_the_substitutes_substitute(
    huong: Person, dung: Person, cuong: Person, house: Unit, world: World
) -> None:
    binh = await comes(house, BINH, Role.SUPERVISOR)
    mai = await comes(house, MAI, Role.GROUP_LEADER)
    id_ = await waits(house, world, date(2027, 3, 1))
    await sets(dung, house, of=DUNG, to=BINH, first="2/3/2027", last="31/3/2027")
    await binh.notices("substitutes.told-set", by=DUNG)
    await sets(binh, house, of=BINH, to=MAI, first="9/3/2027", last="12/3/2027")

    # Dũng is away: Bình is nudged on the fifth day. On the eighth he is away, too: Mai is called.
    assert await told_on(world, binh, days(date(2027, 3, 2), date(2027, 3, 8))) == [date(2027, 3, 8)]
    assert await told_on(world, mai, days(date(2027, 3, 9), date(2027, 3, 11))) == [date(2027, 3, 11)]
    mai.hears(TOLD, n=1, lines=("approvers-clock.substitute", {"n": 1, "names": BINH}))
    await mai.taps("reviews.open")
    assert f"duyệt thay đồng chí {DUNG}" in mai.hears("reviews.queue", n=1).text
    await mai.taps("reviews.show")
    mai.hears("reviews.card")
    assert f"Đồng chí duyệt thay đồng chí {DUNG}." in mai.news()[-1].text
    await mai.taps("reviews.approve")
    assert f"{MAI} thay đồng chí {DUNG} (BCH Đoàn cơ sở)" in mai.hears("reviews.card").text
    assert f"{MAI} thay đồng chí {DUNG}" in (await huong.notices("reviews.told-approved")).text
    [given] = [each for each in await audit.trail(f"submission {id_}") if each[2] == "review.approved"]
    assert (given[1], given[3]["instead_of"]) == (house.ids[MAI], {"bch_doan_co_so": house.ids[DUNG]})


async def test_what_a_substitute_was_told_of_does_not_count_when_the_absence_is_over(
    huong: Person, dung: Person, house: Unit, world: World
) -> None:
    binh = await comes(house, BINH, Role.SUPERVISOR)
    await waits(house, world, date(2027, 3, 1))
    await sets(dung, house, of=DUNG, to=BINH, first="1/3/2027", last="8/3/2027")
    await goes_to(world, date(2027, 3, 2))
    own = await hand_in(house.ids[HUONG], "RL6", world.clock.now(), asks=house.ids[BINH])
    await sql.run("UPDATE reviews SET body = 'giam_sat_vien' WHERE submission_id = ?1", own)
    assert await told_on(world, binh, [date(2027, 3, 8)]) == [date(2027, 3, 8)]
    assert await told_on(world, binh, [date(2027, 3, 9)]) == [date(2027, 3, 9)]
    await binh.notices(TOLD, n=1, since="02/03/2027", days=5, lines="")


async def sets(person: Person, house: Unit, *, of: str, to: str, first: str, last: str) -> None:
    """Name `to` as the substitute of `of`, the days typed."""
    await person.says("duyệt thay")
    if of != of_chat(person, house):
        await person.taps("substitutes.officers")
    await person.taps(f"substitutes.who {house.ids[of]}")
    await person.taps(f"substitutes.from {house.ids[of]} {house.ids[to]}")
    await person.says(first)
    await person.says(last)


def of_chat(person: Person, house: Unit) -> str:
    return next(name for name, id_ in house.ids.items() if str(100 + id_) == person.number)


async def test_many_that_wait_are_one_message_a_day_and_nobody_hears_of_them_twice(
    huong: Person, dung: Person, house: Unit, world: World
) -> None:
    first = await waits(house, world, date(2027, 3, 1))
    for part in (2, 3):
        await hand_in(house.ids[HUONG], "RL2", world.clock.now(), asks=house.ids[DUNG], part=part)
    await goes_to(world, date(2027, 3, 2))
    await hand_in(house.ids[HUONG], "RL2", world.clock.now(), asks=house.ids[DUNG], part=4)
    await goes_to(world, date(2027, 3, 8))
    await works(world)
    await works(world)
    await dung.notices(TOLD, n=3, lines="")
    assert len(await sql.rows("SELECT id FROM outbox WHERE key LIKE 'reminders:%'")) == 1

    await dung.forges(f"reviews.approve {first}")
    assert await told_on(world, dung, [date(2027, 3, 9), date(2027, 3, 10)]) == [date(2027, 3, 9)]
    await dung.notices(TOLD, n=3, since="01/03/2027", days=6, lines="")


async def test_after_an_outage_one_stage_comes_at_a_time(
    huong: Person, dung: Person, cuong: Person, house: Unit, world: World
) -> None:
    await waits(house, world, date(2027, 3, 1))
    await goes_to(world, date(2027, 4, 1))
    await cuong.turns_to_the_phone()
    assert await told_on(world, dung, [date(2027, 4, 1)]) == [date(2027, 4, 1)]
    await cuong.look()
    cuong.hears_not(TOLD)
    assert await told_on(world, cuong, days(date(2027, 4, 2), date(2027, 4, 8))) == [date(2027, 4, 8)]


async def test_what_is_taken_back_waits_from_that_day_on(
    huong: Person, dung: Person, cuong: Person, house: Unit, world: World
) -> None:
    id_ = await waits(house, world, date(2027, 3, 1))
    assert await told_on(world, dung, [date(2027, 3, 8)]) == [date(2027, 3, 8)]
    await dung.forges(f"reviews.approve {id_}")
    await goes_to(world, date(2027, 4, 5))
    await dung.forges(f"reviews.reverse_because {id_} mistake")
    await huong.says("sổ")
    assert any("từ 05/04/2027" in each.text for each in huong.news())
    assert await told_on(world, cuong, days(date(2027, 4, 6), date(2027, 4, 11))) == []
    assert await told_on(world, dung, [date(2027, 4, 12)]) == [date(2027, 4, 12)]
    dung.hears(TOLD, n=1, since="05/04/2027", days=5, lines="")


async def test_a_second_disagreement_is_a_new_wait(huong: Person, house: Unit, world: World) -> None:
    binh = await comes(house, BINH, Role.SUPERVISOR)
    mai = await comes(house, MAI, Role.GROUP_LEADER)
    await goes_to(world, date(2027, 3, 1))
    id_ = await hand_in(house.ids[HUONG], "RL6", world.clock.now())
    await reviews.ask(id_, {"to_truong": [house.ids[MAI]], "giam_sat_vien": [house.ids[BINH]]}, world.clock.now())
    await binh.forges(f"reviews.approve {id_}")
    await mai.forges(f"reviews.because {id_} blurred")
    assert await told_on(world, binh, [date(2027, 3, 8)]) == [date(2027, 3, 8)]
    await goes_to(world, date(2027, 3, 9))
    await mai.forges(f"reviews.reverse_because {id_} mistake")
    await mai.forges(f"reviews.because {id_} blurred")
    assert await told_on(world, binh, days(date(2027, 3, 10), date(2027, 3, 16))) == [date(2027, 3, 16)]


async def test_nobody_is_told_at_noon_at_night_or_on_a_day_off(
    huong: Person, dung: Person, house: Unit, world: World
) -> None:
    await waits(house, world, date(2027, 4, 22))  # five working days later it is the 29th; the 30th is a holiday
    await dung.turns_to_the_phone()
    for day, hour in ((29, 7), (29, 12), (29, 18), (30, 9)):
        await goes_to(world, date(2027, 4, day), hour)
        await works(world)
    await goes_to(world, date(2027, 5, 3))  # in lieu of 1 May, a Saturday
    await works(world)
    await dung.look()
    dung.hears_not(TOLD)
    assert await told_on(world, dung, [date(2027, 5, 4)]) == [date(2027, 5, 4)]


async def test_a_nudge_that_could_not_leave_at_work_does_not_leave_at_night(
    huong: Person, dung: Person, house: Unit, world: World
) -> None:
    await waits(house, world, date(2027, 3, 1))
    await goes_to(world, date(2027, 3, 8), 16)
    await world.pass_time(timedelta(minutes=50))
    await works(world)
    [row] = await sql.rows("SELECT expires_at FROM outbox WHERE key LIKE 'reminders:%'")
    assert datetime.fromtimestamp(row["expires_at"] / 1000, world.zone).time() == time(17)


async def test_three_days_a_week_are_enough(huong: Person, dung: Person, house: Unit, world: World) -> None:
    await waits(house, world, date(2027, 3, 1))
    for part, day in enumerate((2, 3, 4, 5), 2):
        await goes_to(world, date(2027, 3, day))
        await hand_in(house.ids[HUONG], "RL2", world.clock.now(), asks=house.ids[DUNG], part=part)
    week = days(date(2027, 3, 8), date(2027, 3, 14))
    assert await told_on(world, dung, week) == week[:3]
    assert await told_on(world, dung, [date(2027, 3, 15)]) == [date(2027, 3, 15)]
    await dung.notices(TOLD, n=5, lines="")


async def test_an_older_call_that_nobody_heard_is_told_after_a_newer_one(
    huong: Person, dung: Person, house: Unit, world: World
) -> None:
    _ = await waits(house, world, date(2027, 3, 1))
    _ = await hand_in(house.ids[HUONG], "RL1", world.clock.now(), asks=house.ids[DUNG])
    assert await told_on(world, dung, days(date(2027, 3, 2), date(2027, 3, 8))) == [date(2027, 3, 8)]
    # As it is when the post was another's on the day of the first call, and theirs on that of the second.
    await sql.run("UPDATE calls SET told_on = NULL WHERE id = (SELECT MIN(id) FROM calls)")
    assert await told_on(world, dung, days(date(2027, 3, 9), date(2027, 3, 10))) == [date(2027, 3, 9)]
