"""Hương who registered, Thu the secretary of her unit, Sơn the secretary of the unit above."""

from dataclasses import dataclass
from datetime import timedelta

from journey.people import Role
from storage import sql
from storage.people import PostRow
from storage.units import UnitRow
from tests.handlers.arrivals import comes
from tests.handlers.members import Unit, registers, season, unit
from tests.support.harness import Person, World

HUONG, THU, SON, LAN = "Nguyễn Thị Hương", "Lê Minh Thu", "Trần Thái Sơn", "Phạm Ngọc Lan"


@dataclass
class Office:
    """The people and their unit; the clock stands where the test wants it."""

    world: World
    house: Unit
    huong: Person
    thu: Person

    def id(self, name: str) -> int:
        return self.house.ids[name]

    async def son(self) -> Person:
        """Let the secretary of the unit above come."""
        above = await UnitRow.create(code="DK", name="Đoàn Khối", kind="Đoàn khối")
        await UnitRow.filter(id=self.house.unit).update(parent_id=above.id)
        son = await comes(self.house, SON, group=False)
        _ = await PostRow.create(person_id=self.id(SON), role=str(Role.SECRETARY), unit_id=above.id)
        return son

    async def opens(self, who: Person, code: str, name: str = HUONG) -> None:
        """Go from the menu's word to one task of a member."""
        await who.says("doan vien")
        await who.taps(f"secretary.member {self.id(name)}")
        if f"secretary.task {self.id(name)} {code}" not in who.buttons():
            await who.taps(f"secretary.member {self.id(name)} 1")
        await who.taps(f"secretary.task {self.id(name)} {code}")

    async def sees_in_the_book(self, code: str) -> str:
        """Return Hương's page of a task."""
        await self.huong.says("sổ")
        await self.huong.taps(f"book.task {code}")
        return self.huong.hears("book.task", code=code).text

    async def trail(self, action: str) -> list[str]:
        """Return who did `action`, by the audit trail."""
        rows = await sql.rows(
            "SELECT p.full_name FROM audit a JOIN people p ON p.id = a.actor_id WHERE action = ?1 ORDER BY a.id", action
        )
        return [each["full_name"] for each in rows]


async def office(world: World, *, days: int = 50) -> Office:
    """Open the season, let them come and Hương register, and let `days` pass."""
    house = await unit(world)
    _ = await season(world.clock.now())
    thu = await comes(house, THU, Role.SECRETARY, group=False)
    huong = await comes(house, HUONG, Role.MEMBER)
    await registers(huong)
    await world.pass_time(timedelta(days=days))
    return Office(world, house, huong, thu)
