"""A roster comes in whole, as often as one likes, or not at all."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from journey.people import Role
from storage import audit, enrolments, people, programmes, units
from storage.roster import BrokenRoster, Report, bring_in
from storage.roster_lines import Fault, GroupLine, PersonLine, RoleLine, Roster, UnitLine

NOW = datetime(2027, 1, 5, 2, 0, tzinfo=UTC)
TODAY = date(2027, 1, 5)

SMALL = Roster(
    units=(
        UnitLine(3, "CD1", "Chi đoàn Văn phòng", parent="DCS"),
        UnitLine(4, "DCS", "Đoàn cơ sở Sở Xây dựng"),
    ),
    groups=(GroupLine(3, "TO2", "Tổ 2", "DCS"),),
    people=(
        PersonLine(3, "", "Nguyễn Thị Hương", "CD1", "TO2"),
        PersonLine(4, "B7", "Trần Văn Bình", "DCS", is_member=False),
    ),
    roles=(
        RoleLine(3, "Tran Van Binh", Role.SECRETARY, "DCS"),
        RoleLine(4, "B7", Role.SUPERVISOR, "TO2", date(2027, 1, 1), date(2027, 12, 31)),
    ),
)


pytestmark = pytest.mark.usefixtures("opened")


async def bring(lines: Roster, today: date = TODAY, *, dry_run: bool = False) -> Report:
    return await bring_in(lines, now=NOW, today=today, chat="cli", dry_run=dry_run)


async def season() -> int:
    version = await programmes.add_version("p", "digest", "text", NOW)
    return (await programmes.open_season("p", 2027, version, TODAY, date(2027, 1, 31))).id


async def everyone() -> dict[str, int]:
    return {listed.full_name: listed.id for listed in await people.listed()}


async def faults_of(lines: Roster) -> list[Fault]:
    with pytest.raises(BrokenRoster) as broken:
        await bring(lines)
    assert await people.listed() == []
    return list(broken.value.faults)


async def test_a_first_import_makes_units_groups_people_and_roles() -> None:
    report = await bring(SMALL)

    assert (report.units.new, report.groups.new, report.people.new, report.roles.new) == (2, 1, 2, 3)
    tree = {unit.code: unit for unit in (await units.tree()).values()}
    assert tree["CD1"].parent == tree["DCS"].id
    ids = await everyone()
    huong = await people.get(ids["Nguyễn Thị Hương"], TODAY)
    binh = await people.get(ids["Trần Văn Bình"], TODAY)
    assert huong.has(Role.MEMBER)
    assert (huong.called, huong.address, huong.unit) == ("Hương", "bạn", tree["CD1"].id)
    assert binh.roles() == {Role.SECRETARY, Role.SUPERVISOR}
    assert binh.address == "đồng chí"


async def test_the_same_file_again_changes_nothing_and_says_so() -> None:
    await bring(SMALL)
    report = await bring(SMALL)

    assert not report.changes_something
    assert (report.people.unchanged, report.roles.unchanged, report.units.unchanged) == (2, 3, 2)
    assert len(await people.listed()) == 2


async def test_members_are_enrolled_in_the_current_season() -> None:
    current = await season()
    report = await bring(SMALL)

    ids = await everyone()
    assert report.enrolled == 1
    assert await enrolments.find(ids["Nguyễn Thị Hương"], current) is not None
    assert await enrolments.find(ids["Trần Văn Bình"], current) is None


async def test_a_dry_run_says_the_same_and_leaves_nothing() -> None:
    dry = await bring(SMALL, dry_run=True)

    assert await people.listed() == []
    assert await audit.trail("roster") == []
    assert dry == await bring(SMALL)


async def test_a_changed_row_changes_its_person_only() -> None:
    await bring(SMALL)
    moved = replace(SMALL.people[1], called="Bình An", address="anh")
    report = await bring(replace(SMALL, people=(SMALL.people[0], moved)))

    assert (report.people.changed, report.people.unchanged) == (1, 1)
    binh = await people.get((await everyone())["Trần Văn Bình"], TODAY)
    assert (binh.called, binh.address) == ("Bình An", "anh")


async def test_a_person_who_gets_a_code_later_stays_the_same_person() -> None:
    await bring(SMALL)
    before = await everyone()
    coded = replace(SMALL.people[0], code="H01")
    report = await bring(replace(SMALL, people=(coded, SMALL.people[1])))
    without_again = await bring(SMALL)

    assert (report.people.new, report.people.changed) == (0, 1)
    assert without_again.people.new == 0
    assert await everyone() == before


async def test_people_left_out_are_named_and_stay() -> None:
    await bring(SMALL)
    report = await bring(replace(SMALL, people=SMALL.people[1:]))

    assert report.unlisted == ("Nguyễn Thị Hương",)
    huong = await people.get((await everyone())["Nguyễn Thị Hương"], TODAY)
    assert huong.has(Role.MEMBER)


async def test_a_role_left_out_ends_the_day_before_and_is_named() -> None:
    await bring(SMALL)
    report = await bring(replace(SMALL, roles=SMALL.roles[1:]))

    assert [(ended.person, ended.role) for ended in report.ended] == [("Trần Văn Bình", Role.SECRETARY)]
    binh = (await everyone())["Trần Văn Bình"]
    assert not (await people.get(binh, TODAY)).has(Role.SECRETARY)
    assert (await people.get(binh, date(2027, 1, 4))).has(Role.SECRETARY)
    assert not (await bring(replace(SMALL, roles=SMALL.roles[1:]))).changes_something

    await bring(SMALL)
    assert (await people.get(binh, TODAY)).has(Role.SECRETARY)


async def test_an_import_is_one_line_of_the_trail_with_its_counts() -> None:
    await bring(SMALL)

    ((at, actor, action, details),) = await audit.trail("roster")
    assert (at, actor, action) == (NOW, None, "roster.imported")
    assert details["people"] == [2, 0]


async def test_every_mistake_is_named_at_once_and_nothing_comes_in() -> None:
    broken = Roster(
        units=(
            UnitLine(3, "A", "Đoàn A", parent="B"),
            UnitLine(4, "B", "Đoàn B", parent="A"),
            UnitLine(5, "C", "Đoàn C", parent="NOPE", valid_from=date(2027, 2, 1), valid_to=date(2027, 1, 1)),
            UnitLine(6, "c", ""),
        ),
        groups=(GroupLine(3, "T1", "Tổ 1", "NOPE"),),
        people=(
            PersonLine(3, "", "Lê Văn An", "A"),
            PersonLine(4, "X", "LE VAN AN", "A", group="NOPE"),
            PersonLine(5, "", "Bùi Thị Cúc", "NOPE", address="cậu"),
            PersonLine(6, "Y", "Đỗ Minh", "A"),
            PersonLine(7, "Z", "Đỗ Minh", "A"),
        ),
        roles=(
            RoleLine(3, "Nobody", Role.SECRETARY, "A"),
            RoleLine(4, "Đỗ Minh", Role.SECRETARY, "A"),
            RoleLine(5, "Y", Role.GROUP_LEADER, "A"),
            RoleLine(6, "Y", Role.SECRETARY, "T1"),
            RoleLine(7, "Y", Role.SECRETARY),
            RoleLine(8, "Y", Role.ORGANISER, "", date(2027, 2, 1), date(2027, 1, 1)),
            RoleLine(9, "Z", Role.EXECUTIVE, "WHAT"),
            RoleLine(10, "z", Role.EXECUTIVE, "what"),
        ),
    )
    found = {(fault.sheet, fault.row, fault.column, fault.reason) for fault in await faults_of(broken)}

    assert found == {
        ("units", 3, "parent", "unit-under-itself"),
        ("units", 4, "parent", "unit-under-itself"),
        ("units", 5, "parent", "unknown-unit"),
        ("units", 5, "valid_to", "ends-before-it-begins"),
        ("units", 6, "code", "duplicate-code"),
        ("units", 6, "name", "missing"),
        ("groups", 3, "unit", "unknown-unit"),
        ("people", 4, "code", "same-name"),
        ("people", 4, "group", "unknown-group"),
        ("people", 5, "unit", "unknown-unit"),
        ("people", 5, "address", "unknown-address"),
        ("roles", 3, "person", "unknown-person"),
        ("roles", 4, "person", "several-people"),
        ("roles", 5, "scope", "needs-a-group"),
        ("roles", 6, "scope", "needs-a-unit"),
        ("roles", 7, "scope", "missing-scope"),
        ("roles", 8, "to_on", "ends-before-it-begins"),
        ("roles", 9, "scope", "unknown-scope"),
        ("roles", 10, "scope", "unknown-scope"),
        ("roles", 10, "role", "duplicate-role"),
    }


async def test_a_unit_of_an_earlier_file_may_be_named() -> None:
    await bring(SMALL)
    report = await bring(Roster(people=(PersonLine(3, "", "Lê Thị Mai", "cd1", "to2"),)))

    assert report.people.new == 1
    assert not report.ended


async def test_names_sort_by_given_name_under_any_collation() -> None:
    names = ["Trần Văn Ân", "Lê Thị Ánh", "Nguyễn Văn An", "Đỗ Thị Hường", "Nguyễn Thị Hương", "Bùi Đức"]
    lines = tuple(PersonLine(row, f"P{row}", name, "DCS") for row, name in enumerate(names, 3))
    await bring(Roster(units=SMALL.units, people=lines))

    expected = ["Nguyễn Văn An", "Lê Thị Ánh", "Trần Văn Ân", "Bùi Đức", "Nguyễn Thị Hương", "Đỗ Thị Hường"]
    assert [listed.full_name for listed in await people.listed()] == expected


async def test_twenty_thousand_people_come_in_at_once() -> None:
    await season()
    lines = tuple(PersonLine(row, f"P{row}", f"Nguyễn Thị Số {row}", "CD1", "TO2") for row in range(3, 20003))
    big = replace(SMALL, people=(*SMALL.people, *(replace(line, row=line.row + 2) for line in lines)))
    report = await bring(big)
    again = await bring(big)

    assert (report.people.new, report.enrolled) == (20002, 20001)
    assert not again.changes_something
