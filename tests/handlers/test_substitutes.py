"""Substitutes: named in a few taps, ended early, never for one's own work, never by somebody else."""

from datetime import timedelta

import pytest

from journey.people import Role
from storage import audit, sql
from storage.people import PostRow
from storage.units import GroupRow, UnitRow
from tests.handlers.arrivals import comes
from tests.handlers.members import Unit, hand_in, registers, season, unit
from tests.support.harness import Person, World

HUONG, DUNG, BINH, CUONG = "Nguyễn Thị Hương", "Võ Quang Dũng", "Phan Văn Bình", "Trịnh Hữu Cường"
TODAY, IN_A_WEEK = "2027-01-11", "2027-01-17"


@pytest.fixture
async def house(world: World) -> Unit:
    return await unit(world)


@pytest.fixture
async def dung(house: Unit) -> Person:
    """Of the unit's executive board."""
    return await comes(house, DUNG, Role.EXECUTIVE, group=False)


@pytest.fixture
async def binh(house: Unit) -> Person:
    """The supervisor of tổ 1."""
    return await comes(house, BINH, Role.SUPERVISOR)


async def kept() -> list[tuple[int, int, str, str, bool]]:
    rows = await sql.rows("SELECT * FROM substitutes ORDER BY id")
    return [
        (row["absent_id"], row["substitute_id"], str(row["from_on"]), str(row["to_on"]), row["ended_at"] is not None)
        for row in rows
    ]


async def names(person: Person, absent: int, substitute: int, first: str = TODAY, last: str = IN_A_WEEK) -> None:
    """Tap through it from the overview or the secretary's list."""
    await person.taps(f"substitutes.who {absent}")
    await person.taps(f"substitutes.from {absent} {substitute}")
    await person.taps(f"substitutes.to {absent} {substitute} {first}")
    await person.taps(f"substitutes.set {absent} {substitute} {first} {last}")


async def test_an_officer_names_a_substitute_in_four_taps_and_both_see_it(
    dung: Person, binh: Person, house: Unit
) -> None:
    await binh.turns_to_the_phone()
    await dung.says("/duyetthay")
    dung.hears("substitutes.overview", lines=("substitutes.none", {}))
    await names(dung, house.ids[DUNG], house.ids[BINH])
    line = ("substitutes.line", {"name": BINH, "first": DUNG, "begins": "11/01/2027", "ends": "17/01/2027"})
    dung.hears("substitutes.overview", lines=line)
    await binh.look()
    binh.hears("substitutes.told-set", by=DUNG, line=line)
    assert await kept() == [(house.ids[DUNG], house.ids[BINH], TODAY, IN_A_WEEK, False)]
    [(_, actor, action, details)] = await audit.trail(f"person {house.ids[DUNG]}")
    assert (actor, action, details["substitute"]) == (house.ids[DUNG], "substitute.set", house.ids[BINH])


async def test_days_may_be_typed_and_what_is_no_day_is_asked_again(dung: Person, binh: Person, house: Unit) -> None:
    me, him = house.ids[DUNG], house.ids[BINH]
    await dung.says("duyệt thay")
    await dung.taps(f"substitutes.who {me}")
    await dung.taps(f"substitutes.from {me} {him}")
    await dung.says("khi nào rảnh")
    dung.hears("substitutes.day-again")
    await dung.says("ngày mai")
    await dung.says("10/1")  # next year's: too long
    dung.hears("refusal.too-long-away", most=92)
    await dung.says("20/1")
    assert await kept() == [(me, him, "2027-01-12", "2027-01-20", False)]


async def test_the_secretary_names_one_for_an_officer_who_is_told(dung: Person, binh: Person, house: Unit) -> None:
    cuong = await comes(house, CUONG, Role.SECRETARY, group=False)
    await cuong.says("duyệt thay")
    await cuong.taps("substitutes.officers")
    await names(cuong, house.ids[DUNG], house.ids[BINH])
    await dung.notices("substitutes.told-set", by=CUONG)
    await binh.notices("substitutes.told-set", by=CUONG)
    await binh.taps("substitutes.end")  # "I cannot"
    await dung.notices("substitutes.told-ended", by=BINH)
    await cuong.notices("substitutes.told-ended", by=BINH)
    assert [ended for *_, ended in await kept()] == [True]


async def test_a_secretary_names_none_for_who_decides_elsewhere_too(dung: Person, binh: Person, house: Unit) -> None:
    cuong = await comes(house, CUONG, Role.SECRETARY, group=False)
    top = await UnitRow.create(code="DK", name="Đoàn Khối", kind="Đoàn cấp trên")
    await UnitRow.filter(id=house.unit).update(parent_id=top.id)
    _ = await PostRow.create(person_id=house.ids[DUNG], role=str(Role.STANDING_COMMITTEE), unit_id=top.id)
    await cuong.forges(f"substitutes.set {house.ids[DUNG]} {house.ids[CUONG]} {TODAY} {TODAY}")
    cuong.hears("substitutes.not-there")
    await cuong.forges(f"substitutes.set {house.ids[BINH]} {house.ids[CUONG]} {TODAY} {TODAY}")
    assert [absent for absent, *_ in await kept()] == [house.ids[BINH]]
    await dung.forges(f"substitutes.set {house.ids[DUNG]} {house.ids[BINH]} {TODAY} {TODAY}")
    await cuong.says("duyệt thay")
    assert DUNG not in cuong.hears("substitutes.overview").text  # not Cường's to end


async def test_two_do_not_stand_in_for_each_other_and_nobody_has_two(dung: Person, binh: Person, house: Unit) -> None:
    cuong = await comes(house, CUONG, Role.SECRETARY, group=False)
    await dung.says("duyệt thay")
    await names(dung, house.ids[DUNG], house.ids[BINH])
    await binh.forges(f"substitutes.set {house.ids[BINH]} {house.ids[DUNG]} {TODAY} {TODAY}")
    binh.hears("refusal.stands-in-for-each-other")
    await cuong.forges(f"substitutes.set {house.ids[DUNG]} {house.ids[CUONG]} {TODAY} {TODAY}")
    cuong.hears("refusal.already-away", from_on="11/01/2027", to_on="17/01/2027")
    await dung.forges(f"substitutes.set {house.ids[DUNG]} {house.ids[BINH]} 2027-02-05 2027-02-01")
    dung.hears("refusal.ends-before-it-begins")
    assert len(await kept()) == 1


async def test_the_right_begins_and_ends_with_the_days_and_with_the_end(
    dung: Person, binh: Person, house: Unit, world: World
) -> None:
    await season(world.clock.now())
    huong = await comes(house, HUONG, Role.MEMBER)
    await registers(huong)
    id_ = await hand_in(house.ids[HUONG], "RL2", world.clock.now(), asks=house.ids[DUNG])
    await dung.says("duyệt thay")
    await dung.forges(f"substitutes.set {house.ids[DUNG]} {house.ids[BINH]} 2027-01-12 2027-01-12")

    async def may() -> bool:
        await binh.forges(f"reviews.show {id_}")
        return any(f"Đồng chí duyệt thay đồng chí {DUNG}." in each.text for each in binh.news())

    assert not await may()
    await world.pass_time(timedelta(days=1))
    assert await may()
    await huong.says("sổ")
    assert any(f"{DUNG}, {BINH}" in each.text for each in huong.news())
    await dung.says("duyệt")
    dung.hears("reviews.queue", n=1)  # the first goes on deciding
    await world.pass_time(timedelta(days=1))
    assert not await may()
    await dung.forges(f"substitutes.set {house.ids[DUNG]} {house.ids[BINH]} 2027-01-13 2027-01-15")
    assert await may()
    other = await UnitRow.create(code="CD2", name="Chi đoàn Hai", kind="Đoàn cơ sở")
    there = await GroupRow.create(code="T2", name="Tổ 2", unit_id=other.id)
    await PostRow.filter(person_id=house.ids[BINH]).update(group_id=there.id)
    assert not await may()
    await PostRow.filter(person_id=house.ids[BINH]).update(group_id=house.group)
    assert await may()
    await sql.run("DELETE FROM posts WHERE person_id = ?1", house.ids[BINH])
    assert not await may()


async def test_nobody_judges_their_own_work_as_a_substitute_nor_by_one_they_chose(
    dung: Person, binh: Person, house: Unit, world: World
) -> None:
    await season(world.clock.now())
    cuong = await comes(house, CUONG, Role.MEMBER, Role.SECRETARY)
    await registers(cuong)
    id_ = await hand_in(house.ids[CUONG], "RL2", world.clock.now(), asks=house.ids[DUNG])
    await dung.forges(f"substitutes.set {house.ids[DUNG]} {house.ids[CUONG]} {TODAY} {TODAY}")
    await cuong.forges(f"reviews.approve {id_}")
    cuong.hears("reviews.own-work")
    await cuong.taps("substitutes.end")
    await cuong.forges(f"substitutes.set {house.ids[DUNG]} {house.ids[BINH]} {TODAY} {TODAY}")
    await binh.forges(f"reviews.approve {id_}")
    binh.hears("reviews.not-there")
    assert [row["state"] for row in await sql.rows("SELECT state FROM submissions")] == ["waiting"]


async def test_what_a_substitute_decided_and_takes_back_waits_for_the_first_again(
    dung: Person, binh: Person, house: Unit, world: World
) -> None:
    await season(world.clock.now())
    huong = await comes(house, HUONG, Role.MEMBER)
    await registers(huong)
    id_ = await hand_in(house.ids[HUONG], "RL2", world.clock.now(), asks=house.ids[DUNG])
    await dung.forges(f"substitutes.set {house.ids[DUNG]} {house.ids[BINH]} {TODAY} {TODAY}")
    await binh.forges(f"reviews.approve {id_}")
    [row] = await sql.rows("SELECT decided_by_id, instead_of_id FROM reviews")
    assert (row["decided_by_id"], row["instead_of_id"]) == (house.ids[BINH], house.ids[DUNG])
    await binh.taps("reviews.undo")
    [row] = await sql.rows("SELECT decided_by_id, instead_of_id FROM reviews")
    assert (row["decided_by_id"], row["instead_of_id"]) == (None, None)
    await dung.says("duyệt")
    dung.hears("reviews.queue", n=1)


async def test_who_is_away_in_turn_has_a_substitute_who_decides(
    dung: Person, binh: Person, house: Unit, world: World
) -> None:
    await season(world.clock.now())
    huong, cuong = await comes(house, HUONG, Role.MEMBER), await comes(house, CUONG, Role.SUPERVISOR)
    await registers(huong)
    id_ = await hand_in(house.ids[HUONG], "RL2", world.clock.now(), asks=house.ids[DUNG])
    there = await GroupRow.create(code="T2", name="Tổ 2", unit_id=house.unit)  # neither has a post near Hương
    await PostRow.filter(person_id__in=[house.ids[BINH], house.ids[CUONG]]).update(group_id=there.id)
    await dung.forges(f"substitutes.set {house.ids[DUNG]} {house.ids[BINH]} {TODAY} {TODAY}")
    await binh.forges(f"substitutes.set {house.ids[BINH]} {house.ids[CUONG]} {TODAY} {TODAY}")
    await cuong.forges(f"reviews.approve {id_}")
    [row] = await sql.rows("SELECT decided_by_id, instead_of_id FROM reviews")
    assert (row["decided_by_id"], row["instead_of_id"]) == (house.ids[CUONG], house.ids[DUNG])
