"""A small unit for the members' conversations: Hương in tổ 1, Bình who supervises it, Cường the secretary."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.commands.season import open_season
from journey.people import Role
from journey.text import fold, given_name
from storage import chats, sql
from storage.people import PersonRow, PostRow
from storage.reviews import AskedRow, ReviewRow
from storage.submissions import SubmissionRow
from storage.units import GroupRow, UnitRow
from tests.support.harness import Person, World

ALL_YEAR = (date(2027, 1, 1), date(2027, 12, 31))
CHOICE = ("RL1", "RL2", "RL6")
TASKS = ["BB1", "BB2", "BB3", "RL1", "RL2", "RL6", "TT4"]


@dataclass
class Unit:
    """The people, by what they are to Hương; `ids` by full name."""

    world: World
    ids: dict[str, int]
    unit: int
    group: int

    async def joins(self, name: str, *roles: Role, group: bool = True) -> Person:
        """Add somebody to the roster, holding `roles`, and let them sit behind a chat."""
        row = await PersonRow.create(
            code=fold(name),
            full_name=name,
            called=given_name(name),
            sort_key=fold(given_name(name)),
            folded=fold(name),
            unit_id=self.unit,
            group_id=self.group if group else None,
            address="bạn",
        )
        for role in roles:
            in_group = role in (Role.SUPERVISOR, Role.GROUP_LEADER)
            _ = await PostRow.create(
                person_id=row.id,
                role=str(role),
                unit_id=None if in_group else self.unit,
                group_id=self.group if in_group else None,
            )
        person = self.world.person(str(100 + row.id))
        await chats.link(person.chat, row.id, "vi", self.world.clock.now())
        self.ids[name] = row.id
        return person


async def unit(world: World) -> Unit:
    """Lay down a unit with one group and nobody in it."""
    row = await UnitRow.create(code="CD1", name="Chi đoàn Một", kind="Đoàn cơ sở")
    group = await GroupRow.create(code="T1", name="Tổ 1", unit_id=row.id)
    return Unit(world, {}, row.id, group.id)


async def season(now: datetime, days: tuple[date | None, date | None] = (None, None), programme: str = "") -> int:
    """Open 2027 of the 44-KH programme, in January as its calendar says, or on other days; return its id."""
    source = programme or "nguoi-cong-san-tre"
    return (await open_season(source, 2027, *days, now=now, today=now.date())).season.id


async def registers(person: Person, challenge: str = "TT4") -> None:
    """Go the whole way from the menu's word to the confirmation."""
    await person.says("dang ky")
    season_id = next(each for each in person.buttons() if each.startswith("registration.tick")).split()[1]
    for code in CHOICE:
        await person.taps(f"registration.tick {season_id} {code}")
    await person.taps(f"registration.page {season_id} 1")
    await person.taps(f"registration.tick {season_id} {challenge}")
    await person.taps(f"registration.page {season_id} 2")
    await person.taps("registration.confirm")


async def hand_in(person: int, task: str, now: datetime, *, asks: int | None = None, **fields: Any) -> int:
    """Put a version of a hand-in into the book, waiting unless `fields` say otherwise; return its id.

    Args:
        asks: the person asked for a review, for the unit's executive board.
    """
    [registration] = await sql.rows("SELECT id FROM registrations WHERE task = ?1", task)
    values: dict[str, Any] = {
        "registration_id": registration["id"],
        "person_id": person,
        "task": task,
        "part": 1,
        "version": 1,
        "state": "waiting",
        "claims": {},
        "given": {},
        "note": "",
        "opened_at": now,
        "submitted_at": now,
        "reason": "",
    }
    row = await SubmissionRow.create(**(values | fields))
    if asks is not None:
        review = await ReviewRow.create(
            submission_id=row.id,
            body="bch_doan_co_so",
            state=row.state,
            asked_at=now,
            reason=row.reason,
            decided_by_id=None if row.state == "waiting" else asks,
            decided_at=row.decided_at,
        )
        _ = await AskedRow.create(review_id=review.id, person_id=asks)
    return row.id
