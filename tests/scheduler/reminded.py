"""A unit in the season of 2027 for the tests of reminders: its people, what they took on, what the job finds."""

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.commands.season import open_season
from journey.people import Role
from journey.text import fold, given_name
from locales import texts
from locales.saying import Text
from scheduler import find_reminders, reminder_lines
from scheduler.desk import Desk
from storage import chats, database, reminders_still, sql
from storage.enrolments import EnrolmentRow
from storage.evidence import EvidenceRow
from storage.people import PersonRow, PostRow
from storage.prepared import Prepared
from storage.registrations import RegistrationRow
from storage.reminders import Reminder, ReminderRow
from storage.sessions import SessionRow
from storage.submissions import SubmissionRow
from storage.units import GroupRow, UnitRow

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
EARLY = datetime(2026, 12, 1, tzinfo=UTC)


def at(day: date, hour: int = 0, minute: int = 5) -> datetime:
    """Return a local moment in UTC."""
    return datetime.combine(day, time(hour, minute), ZONE).astimezone(UTC)


def days(first: date, last: date) -> list[date]:
    """Return the days from `first` to `last`."""
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


@dataclass
class House:
    """The unit, its group and its season; `ids` are the people by name."""

    season: int
    version: int
    unit: int
    group: int
    ids: dict[str, int] = field(default_factory=dict)

    async def joins(
        self,
        name: str,
        role: Role = Role.MEMBER,
        *,
        unit: int | None = None,
        has_chat: bool = True,
        came: datetime = EARLY,
    ) -> int:
        """Add somebody who holds `role` in the unit (or another `unit`), and `came` into the chat then."""
        row = await PersonRow.create(
            code=fold(name), full_name=name, called=given_name(name), sort_key=fold(name), folded=fold(name),
            unit_id=unit or self.unit, group_id=None if unit else self.group,
        )  # fmt: skip
        _ = await PostRow.create(person_id=row.id, role=str(role), unit_id=unit or self.unit)
        if has_chat:
            await chats.link(f"web:{row.id}", row.id, "vi", came)
        self.ids[name] = row.id
        return row.id

    async def registers(self, person: int, *tasks: str, on: datetime = EARLY) -> dict[str, int]:
        """Let `person` take on `tasks`; return the registrations by code."""
        enrolment = await EnrolmentRow.create(
            person_id=person, season_id=self.season, programme_id=self.version, registered_at=on
        )
        return {
            task: (await RegistrationRow.create(enrolment_id=enrolment.id, task=task, registered_at=on)).id
            for task in tasks
        }

    async def hands_in(self, registration: int, state: str, on: datetime, **fields: Any) -> int:
        """Put a version into the book, with a piece of evidence; return its id."""
        (row,) = await sql.rows(
            "SELECT r.task, e.person_id FROM registrations r JOIN enrolments e ON e.id = r.enrolment_id"
            " WHERE r.id = ?1",
            registration,
        )
        values = {
            "registration_id": registration, "part": 1, "version": 1, "state": state, "claims": {}, "given": {},
            "opened_at": on, "submitted_at": on, "decided_at": on, **row,
        }  # fmt: skip
        made = await SubmissionRow.create(**(values | fields))
        _ = await EvidenceRow.create(
            person_id=row["person_id"], chat="web:1", submission_id=made.id, kind="photo", state="stored", arrived_at=on
        )
        return made.id

    async def session(self, starts_at: datetime, **fields: Any) -> int:
        """Plan a session of the unit, long known; return its id."""
        values: dict[str, Any] = {
            "season_id": self.season, "title": "Thời sự quý I", "task": "BB2", "starts_at": starts_at, "minutes": 120,
            "unit_id": self.unit, "place": "Hội trường A", "made_at": EARLY, "state": "planned",
        }  # fmt: skip
        return (await SessionRow.create(**(values | fields))).id


async def house(opens: date | None = None, closes: date | None = None, programme: str = "nguoi-cong-san-tre") -> House:
    """Open the season of 2027, registration in January, and lay down a unit with nobody in it."""
    season = (await open_season(programme, 2027, opens, closes, now=EARLY, today=EARLY.date())).season
    unit = await UnitRow.create(code="CD1", name="Chi đoàn Một", kind="Đoàn cơ sở")
    group = await GroupRow.create(code="T1", name="Tổ 1", unit_id=unit.id)
    return House(season.id, season.programme, unit.id, group.id)


def desk() -> Desk:
    return Desk(ZONE)


async def searches(now: datetime) -> int:
    """Let the job run until it has nothing to do; return how often it had."""
    times = 0
    while True:
        async with database.transaction():
            count = await find_reminders.run(now, desk())
        if count == 0:
            return times
        times += 1


_reminders = Prepared(ReminderRow, Reminder)


async def known(*kinds: str) -> list[Reminder]:
    """Return all that was ever found of `kinds`, in the order of finding."""
    return await _reminders.all(f"WHERE {sql.among('kind', '?1')} ORDER BY id", sql.listed(kinds))


async def found(kind: str, over: list[date]) -> list[tuple[str, str]]:
    """Let the job run twice on each of the days; return (day, person's id and lead) of what it found of `kind`.

    What the second run of a day finds would be there twice.
    """
    seen: list[tuple[str, str]] = []
    before = {each.id for each in await known(kind)}
    for day in over:
        for hour in (0, 12):
            _ = await searches(at(day, hour))
            new = [each for each in await known(kind) if each.id not in before]
            seen += [(f"{day:%d/%m}", f"{each.person} {each.subject.split()[-1]}") for each in new]
            before |= {each.id for each in new}
    return seen


async def said(now: datetime, *kinds: str) -> list[str]:
    """Return what the reminders of `kinds` that still hold and have not expired say at `now`, as people read it."""
    rows = [each for each in await known(*kinds) if each.due_at <= now < each.expires_at]
    over = await reminders_still.over(rows, now, now.astimezone(ZONE).date())
    lines = await reminder_lines.lines([each for each in rows if each.id not in over], now, desk())
    return [words(line.text) for line in lines.values()]


async def reasons(now: datetime, *kinds: str) -> list[str]:
    """Return why reminders of `kinds` that are due do not hold any more at `now`, in the order of finding."""
    due = [each for each in await known(*kinds) if each.due_at <= now]
    over = await reminders_still.over(due, now, now.astimezone(ZONE).date())
    return [over[each.id] for each in due if each.id in over]


def words(each: Text, language: str = "vi") -> str:
    """Return a sentence as people read it."""
    params = {name: words(value, language) if isinstance(value, Text) else value for name, value in each.params.items()}
    return texts.render(language, each.key, params, ZONE)


async def progress() -> dict[str, Any]:
    """Return what the job keeps of how far it has come."""
    (row,) = await sql.rows("SELECT value FROM settings WHERE name = ?1", find_reminders.NAME)
    kept: dict[str, Any] = json.loads(row["value"])
    return kept
