"""Reminders leave in a message a day, checked again; what could not leave is looked at again, or let go of."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from bot.office import Offices
from bot.settings import Settings
from journey.people import Role
from journey.reminders import Kind
from scheduler import reminders
from scheduler.desk import Desk
from storage import chats, database, outbox, reminders_still, sql
from storage.outbox import Owed
from storage.people import PersonRow, PostRow
from storage.units import UnitRow
from tests.handlers.members import season

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
OFFICES = Offices(Settings(_env_file=None))
NUMBERS = iter(range(1, 10_000))


def at(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    """Return a local moment of 2027, in UTC."""
    return datetime(2027, month, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


@pytest.fixture
async def year(opened: str) -> int:
    """The season, open for registration from 1 to 31 January."""
    return await season(at(1, 2))


async def member(name: str, *roles: Role) -> int:
    """Add somebody with a chat; a member without `roles`."""
    row = await PersonRow.create(code=name, full_name=name, called=name, sort_key=name, folded=name)
    for role in roles or (Role.MEMBER,):
        _ = await PostRow.create(person_id=row.id, role=str(role))
    await chats.link(f"telegram:{row.id}", row.id, "vi", at(1, 2))
    return row.id


async def waits(person: int, year: int, due: datetime, expires: datetime, lead: str = "opens") -> None:
    """Let `person` be reminded that the registration is open."""
    await sql.add(
        "reminders",
        [
            {
                "person_id": person,
                "kind": str(Kind.REGISTRATION),
                "subject": f"{year} 2027-01-31 {lead}",
                "about": year,
                "due_at": due,
                "expires_at": expires,
            }
        ],
    )


async def works(now: datetime) -> list[str]:
    """Run the job until it has nothing to do; put what it owes into the outbox, and return the keys."""
    keys = []
    while True:
        async with database.transaction():
            desk = Desk(ZONE, sending=OFFICES.at(now.astimezone(ZONE).date()))
            count = await reminders.run(now, desk)
            owed = [say.key for _, _, say in desk.owed if say.key]
            await outbox.add([Owed(next(NUMBERS), "telegram:1", "say", "{}", sql.ms(now), f"{key}/0") for key in owed])
        keys += owed
        if count == 0:
            return keys


async def comes_to(status: str) -> None:
    """Let everything that waits in the outbox come to `status`."""
    await sql.run("UPDATE outbox SET status = ?1 WHERE status = 'waiting'", status)


async def states() -> list[tuple[str, str]]:
    return [tuple(row) for row in await sql.tuples("SELECT state, why FROM reminders ORDER BY id")]


def looks(first: datetime, last: datetime) -> Iterator[datetime]:
    """Yield a moment every four hours."""
    while first <= last:
        yield first
        first += timedelta(hours=4)


async def test_a_reminder_leaves_once_and_a_second_run_is_silent(year: int) -> None:
    huong = await member("huong")
    await waits(huong, year, at(1, 11, 0), at(1, 20))
    assert await works(at(1, 11, 7)) == []
    assert await works(at(1, 11, 8)) == [f"reminders:{huong}:2027-01-11T08:00:00"]
    assert await works(at(1, 11, 8)) == []
    await comes_to("sent")
    assert await works(at(1, 11, 9)) == []
    assert await states() == [("told", "")]


async def test_what_could_not_leave_in_time_is_looked_at_again(year: int) -> None:
    await waits(await member("huong"), year, at(1, 11, 0), at(1, 20))
    assert len(await works(at(1, 11, 11, 29))) == 1
    await comes_to("expired")
    assert await works(at(1, 11, 12)) == []
    assert len(await works(at(1, 11, 14))) == 1
    await comes_to("unknown")
    assert await works(at(1, 12)) == []
    assert await states() == [("told", "")]


async def test_what_the_platform_refused_is_tried_on_another_day_and_let_go_of_when_it_is_late(year: int) -> None:
    await waits(await member("huong"), year, at(1, 11, 0), at(1, 12, 12))
    for day in (11, 12):
        assert len(await works(at(1, day))) == 1
        await comes_to("failed" if day == 11 else "dropped")  # as an operator lets go of what failed
        assert await works(at(1, day, 10)) == []
    assert await states() == [("dropped", "today")]


async def test_what_no_channel_of_ours_can_say_is_let_go_of(year: int) -> None:
    await waits(await member("huong"), year, at(1, 11, 0), at(1, 20))
    assert len(await works(at(1, 11))) == 1
    await sql.run("DELETE FROM outbox")
    assert await works(at(1, 11, 10)) == []
    assert await states() == [("dropped", "no-channel")]


async def test_one_that_cannot_be_read_checked_or_worded_is_let_go_of_and_the_others_leave(year: int) -> None:
    for name in ("huong", "lan", "nam", "mai", "yen"):
        await waits(await member(name), year, at(1, 11, 0), at(1, 20))
    for place, broken in enumerate(("kind = 'of another release'", "subject = ''", "subject = '1 2 3 opens'"), 1):
        await sql.run(f"UPDATE reminders SET {broken} WHERE id = (SELECT MIN(id) + {place} FROM reminders)")
    async with database.transaction():
        desk = Desk(ZONE, sending=OFFICES.at(date(2027, 1, 11)))
        assert await reminders.run(at(1, 11), desk) == 5
    assert len(desk.owed) == 2
    assert [each.what.split()[-1] for each in desk.defects] == ["kind", "checked", "worded"]
    assert await states() == [("leaving", ""), *[("dropped", "defect")] * 3, ("leaving", "")]


async def test_no_reminder_is_let_go_of_since_the_database_is_in_trouble(
    year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def lost(_statement: str, *_values: object) -> None:
        raise ConnectionError

    await waits(await member("huong"), year, at(1, 11, 0), at(1, 20))
    monkeypatch.setattr(reminders_still, "sql", SimpleNamespace(**{**vars(sql), "tuples": lost}))
    with pytest.raises(ConnectionError):
        async with database.transaction():
            _ = await reminders.run(at(1, 11), Desk(ZONE, sending=OFFICES.at(date(2027, 1, 11))))
    assert await states() == [("waiting", "")]


async def test_after_an_outage_what_still_holds_comes_and_what_is_past_does_not(year: int) -> None:
    huong = await member("huong")
    await waits(huong, year, at(1, 11, 12), at(1, 11, 14), "2h")
    await waits(huong, year, at(1, 12), at(1, 20))
    assert len(await works(at(1, 14, 10))) == 1
    assert await states() == [("dropped", "late"), ("leaving", "")]


async def test_over_tet_and_on_holidays_nothing_leaves_and_then_it_does(year: int) -> None:
    huong, cuong = await member("huong"), await member("cuong", Role.SECRETARY)
    unit = await UnitRow.create(code="CD1", name="Chi đoàn Một", kind="Đoàn cơ sở")
    await sql.run("UPDATE posts SET unit_id = ?1", unit.id)
    await sql.run("UPDATE seasons SET closes_on = ?1", sql.day(date(2027, 12, 31)))
    await waits(huong, year, at(1, 29, 0), at(3, 1))
    await waits(cuong, year, at(1, 29, 0), at(3, 1))
    await sql.run("UPDATE reminders SET kind = 'quarter', subject = '2027 q1 14d' WHERE person_id = ?1", cuong)
    keys = [key for now in looks(at(1, 28, 20), at(2, 16, 20)) for key in await works(now)]
    # mùng 8 is a Saturday; officers are back at work on Monday
    assert keys == [f"reminders:{huong}:2027-02-13T08:00:00", f"reminders:{cuong}:2027-02-15T08:00:00"]


async def test_no_more_leave_at_once_than_a_bot_says_in_a_minute(year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminders, "PEOPLE", 10)
    monkeypatch.setattr(reminders, "ON_THEIR_WAY", 25)
    for number in range(40):
        await waits(await member(f"m{number}"), year, at(1, 11, 0), at(1, 20))
    assert len(await works(at(1, 11, 8))) == 20
    assert await works(at(1, 11, 8, 1)) == []
    await comes_to("sent")
    assert len(await works(at(1, 11, 8, 2))) == 20


async def test_virtual_time_passes_to_the_next_thing_to_do(year: int) -> None:
    desk = Desk(ZONE, sending=OFFICES.at(date(2027, 1, 11)))
    assert await reminders.next_due(at(1, 11), desk) is None
    await waits(await member("huong"), year, at(1, 12, 0), at(1, 20))
    assert await reminders.next_due(at(1, 11), desk) == at(1, 12, 8)
    await works(at(1, 12, 8))
    assert await reminders.next_due(at(1, 12, 8), desk) == at(1, 12, 8, 1)
    await comes_to("sent")
    await works(at(1, 12, 8, 1))
    assert await reminders.next_due(at(1, 12, 8, 1), desk) is None
