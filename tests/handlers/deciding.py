"""Hương who registered fifty days ago, and officers who decide about what she hands in."""

from dataclasses import dataclass
from datetime import timedelta

from journey.people import Role
from storage import sql
from tests.handlers.arrivals import comes
from tests.handlers.members import Unit, registers, season, unit
from tests.handlers.pictures import photo
from tests.support.harness import Person, World

HUONG, DUNG, MAI, BINH, CUONG = "Nguyễn Thị Hương", "Võ Quang Dũng", "Lê Thị Mai", "Phan Văn Bình", "Trịnh Hữu Cường"
TO = "Đinh Công Tổ"


@dataclass
class Bench:
    """The unit, its people, and Hương."""

    world: World
    house: Unit
    huong: Person

    async def officer(self, name: str, *roles: Role) -> Person:
        """Let an officer come; of the group where the role is."""
        return await comes(self.house, name, *roles, group=bool({Role.GROUP_LEADER, Role.SUPERVISOR} & set(roles)))


async def bench(world: World) -> Bench:
    """Lay down the unit, open the season, let Hương register."""
    house = await unit(world)
    await season(world.clock.now())
    huong = await comes(house, HUONG, Role.MEMBER)
    await registers(huong)
    await world.pass_time(timedelta(days=50))
    return Bench(world, house, huong)


async def hands_in(person: Person, task: str = "RL2", claim: int = 2, tone: int = 1) -> None:
    """Hand in a photo for a task, every question answered."""
    await person.says("nộp")
    await person.taps(f"evidence.start {task}")
    await person.sends_photo(photo(tone))
    await finishes(person, claim)


async def finishes(person: Person, claim: int = 2, organiser: str = "Đoàn phường") -> None:
    """Answer whatever is asked, then hand in."""
    await person.taps("evidence.preview")
    while (asked := await _asked(person)) is not None:
        await person.says("1/3/2027" if "_on" in asked else str(claim) if '"c.' in asked else organiser)
    await person.taps("evidence.submit")


async def _asked(person: Person) -> str | None:
    rows = await sql.rows("SELECT step, data FROM conversations WHERE chat = ?1", person.chat)
    return next((str(row["data"]) for row in rows if row["step"] == "evidence.fact"), None)


async def returns(person: Person, why: str = "date") -> None:
    """Return what the newest card shows, for a ready reason."""
    await person.taps("reviews.return")
    await person.taps(next(each for each in person.buttons() if each.endswith(f" {why}")))


async def state() -> list[tuple[str, int, str]]:
    """Return (task, version, state) of everything handed in."""
    rows = await sql.rows("SELECT task, version, state FROM submissions ORDER BY id")
    return [(row["task"], row["version"], row["state"]) for row in rows]


def offers(person: Person, action: str) -> bool:
    return any(each == action or each.startswith(f"{action} ") for each in person.buttons())


async def asks_to_reverse(person: Person) -> None:
    """Take back what can be undone no more: where a card does not change by itself, its undo shows it anew."""
    await person.look()
    assert offers(person, "reviews.undo") != offers(person, "reviews.reverse")
    if offers(person, "reviews.undo"):
        await person.taps("reviews.undo")
    await person.taps("reviews.reverse")
