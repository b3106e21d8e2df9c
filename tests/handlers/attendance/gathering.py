"""A session that begins in twenty minutes: Hương and Lan come, Thu the secretary holds it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from journey.attendance_code import Code, on_screen, seal
from journey.people import Role
from storage import attendance_key, enrolments, registrations, sql
from storage.sessions import SessionRow
from tests.handlers.arrivals import comes
from tests.handlers.members import TASKS, Unit, season, unit
from tests.support.harness import Person, World

HUONG, LAN, NAM, THU, SON = (
    "Nguyễn Thị Hương",
    "Phạm Ngọc Lan",
    "Đỗ Hoài Nam",
    "Lê Minh Thu",
    "Trần Thái Sơn",
)
TITLE = "Nghe thời sự quý I/2027"
SOON = timedelta(minutes=20)
LASTS = 120


@dataclass
class Gathering:
    """The people and their session."""

    world: World
    house: Unit
    season: int
    huong: Person
    thu: Person
    session: int = 0

    async def takes_on(self, name: str = HUONG, tasks: list[str] = TASKS) -> int:
        """Let somebody have registered; return the enrolment."""
        now = self.world.clock.now()
        enrolment = await enrolments.enrol(self.house.ids[name], self.season)
        await registrations.choose(enrolment.id, tasks, now)
        [row] = await sql.rows("SELECT programme_id FROM seasons")
        await enrolments.confirm(enrolment.id, row["programme_id"], now)
        return enrolment.id

    async def holds(self, task: str = "BB2", **more: Any) -> int:
        """Let Thu hold a session for the unit that begins in SOON; return its id."""
        now = self.world.clock.now()
        values: dict[str, Any] = {
            "season_id": self.season, "title": TITLE, "task": task, "starts_at": now + SOON, "minutes": LASTS,
            "place": "Hội trường A", "link": "", "unit_id": self.house.unit, "held_by": "Đoàn cơ sở A",
            "organiser_id": self.house.ids[THU], "state": "planned", "word": "", "made_at": now, "reason": "",
        }  # fmt: skip
        row = await SessionRow.create(**(values | more))
        return row.id

    async def code(self, ago: timedelta = timedelta(0), *, paper: bool = False) -> str:
        """Return the code that was on the screen `ago`, or the one on paper."""
        now = self.world.clock.now() - ago
        code = Code(self.session, None) if paper else on_screen(self.session, now)
        return seal(code, await attendance_key.get())

    async def passes(self, by: timedelta) -> None:
        await self.world.pass_time(by)

    async def rows(self) -> list[tuple[str, str, str]]:
        """Return (name, way, state) of every record, oldest first."""
        found = await sql.rows(
            "SELECT p.full_name AS name, a.way, a.state FROM attendances a JOIN people p ON p.id = a.person_id"
            " ORDER BY a.id"
        )
        return [(each["name"], each["way"], each["state"]) for each in found]

    async def hand_ins(self, name: str = HUONG) -> list[str]:
        """Return the states of somebody's hand-ins, oldest first."""
        found = await sql.rows("SELECT state FROM submissions WHERE person_id = ?1 ORDER BY id", self.house.ids[name])
        return [each["state"] for each in found]


async def gathering(world: World, **more: Any) -> Gathering:
    """Lay it down; Hương has taken her tasks on."""
    house = await unit(world)
    opened = await season(world.clock.now())
    huong = await comes(house, HUONG, Role.MEMBER)
    thu = await comes(house, THU, Role.SECRETARY, group=False)
    found = Gathering(world, house, opened, huong, thu)
    await found.takes_on()
    found.session = await found.holds(**more)
    return found
