"""Jobs and the message budget: a month that ends inside a digest, reminders of people who are away, announcements."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from types import ModuleType
from typing import Any

import pytest

from bot.clock import MovableClock
from bot.jobs import Jobs
from bot.office import Offices
from bot.settings import Settings
from journey.allowance import Plan
from journey.people import Role
from journey.reminders import Kind
from scheduler import broadcasts, digest, reminders
from storage import chats, database, metered, sql
from storage.broadcasts import BroadcastRow, RecipientRow
from storage.files import Files
from tests.bot.platforms import POOR, RICH, WEEK, WINDOWED, ZONE, Bots, Platform, running, statuses
from tests.scheduler.reminded import House, house

pytestmark = pytest.mark.usefixtures("opened")

MONDAY = date(2027, 1, 18)


def at(day: date, hour: int = 9) -> datetime:
    return datetime.combine(day, time(hour), ZONE).astimezone(UTC)


@pytest.fixture
def files(tmp_path: Any) -> Files:
    return Files(tmp_path.as_uri())


@pytest.fixture
async def unit() -> House:
    return await house()


@pytest.fixture
def zalo() -> Platform:
    return Platform("zalo", POOR, Plan(a_month=5))


@pytest.fixture
def oa() -> Platform:
    return Platform("oa", WINDOWED, Plan(template="501"))


@pytest.fixture
async def bots(unit: House, clock: MovableClock, files: Files, zalo: Platform, oa: Platform) -> AsyncIterator[Bots]:
    async with running(clock, files, zalo, oa, Platform("telegram", RICH)) as found:
        yield found


async def works(bots: Bots, job: ModuleType, moment: datetime) -> None:
    """Let the job do all it has to do at that moment, and what follows from it."""
    bots.clock.move_to(moment)
    jobs = Jobs(bots.road, Offices(Settings(_env_file=None)))
    for _ in range(3):
        while await jobs.portion(job, bots.clock.now()):
            pass
        await bots.settles()


async def comes(unit: House, name: str, chat: str, *roles: Role) -> int:
    person = await unit.joins(name, roles[0] if roles else Role.MEMBER, has_chat=False)
    await chats.link(chat, person, "vi", at(date(2027, 1, 4)))
    await chats.heard({chat: sql.ms(at(date(2027, 1, 4)))})
    return person


async def test_a_month_that_ends_inside_a_digest_stops_there_and_on_one_channel_only(
    bots: Bots, unit: House, zalo: Platform
) -> None:
    telegram = bots.road.channels["telegram"]
    assert isinstance(telegram, Platform)
    for number in range(6):
        await comes(unit, f"Bí thư {number}", f"{'telegram' if number > 4 else 'zalo'}:{number}", Role.SECRETARY)
    await comes(unit, "Lan", "oa:7")
    await comes(unit, "Mai", "telegram:8")
    await chats.set_reachable("telegram:8", False)

    await works(bots, digest, at(MONDAY))
    told = {
        chat: [message.kind for message in zalo.got if message.chat == chat]
        for chat in {each.chat for each in zalo.got}
    }
    assert list(told.values()) == [["pictures", "say"]] * 4, "whose begun, has ended; who has not begun, has nothing"
    assert [message.kind for message in telegram.got] == ["pictures", "say"]
    assert await statuses("digest:%") == {"sent": 10, "held": 2}
    assert "Bot chưa nhắn tới được 2/2: Lan, Mai" in telegram.got[-1].text

    await works(bots, digest, at(MONDAY + timedelta(days=1)))
    assert (len(zalo.got), await statuses("digest:%")) == (8, {"sent": 10, "expired": 2})
    bots.road.dispatch.allowed.plans["zalo"] = Plan(a_month=100)  # type: ignore[index]
    await works(bots, digest, at(MONDAY + timedelta(days=1), 14))
    assert len(zalo.got) == 10, "made anew, as of then"


async def remind(person: int, kind: Kind, unit: House, due: datetime, lasts: timedelta) -> None:
    await sql.add(
        "reminders",
        [
            {
                "person_id": person, "kind": str(kind), "subject": f"{unit.season} 2027-01-31 {due.day}",
                "about": unit.season, "due_at": due, "expires_at": due + lasts,
            }
        ],
    )  # fmt: skip


async def told() -> list[tuple[str, str]]:
    return [(str(state), str(why)) for state, why in await sql.tuples("SELECT state, why FROM reminders ORDER BY id")]


async def test_whoever_is_away_is_reminded_when_they_write_or_by_a_template_if_it_presses(
    bots: Bots, unit: House, oa: Platform
) -> None:
    lan = await comes(unit, "Lan", "oa:1")
    await remind(lan, Kind.REGISTRATION, unit, at(MONDAY, 1), WEEK)
    await works(bots, reminders, at(MONDAY))
    assert (oa.tried, await told(), await statuses()) == (0, [("waiting", "closed")], {})
    await bots.says("oa:1", "trợ giúp")
    before = len(oa.got)
    await works(bots, reminders, at(MONDAY, 10))
    assert [message.kind for message in oa.got[before:]] == ["say"]
    assert await told() == [("told", "")]

    later = MONDAY + timedelta(days=9)
    await remind(lan, Kind.REGISTRATION, unit, at(later, 1), timedelta(days=1))
    await works(bots, reminders, at(later))
    assert (await told(), oa.got[-1].kind) == ([("told", ""), ("told", "")], "template")


async def test_an_announcement_says_whom_it_does_not_reach_and_why(bots: Bots, unit: House, zalo: Platform) -> None:
    author = await comes(unit, "Thu", "telegram:1", Role.SECRETARY)
    names = (("Lan", "oa:2"), ("Mai", "zalo:3"), ("Huy", "telegram:4"))
    away, short, there = [await comes(unit, name, chat) for name, chat in names]
    made = await BroadcastRow.create(
        author_id=author, chat="telegram:1", season_id=unit.season, segment=f"all@u{unit.unit}", text="Họp chiều nay",
        role=str(Role.SECRETARY), place="Chi đoàn Một", state="running", made_at=at(MONDAY), confirmed_at=at(MONDAY),
    )  # fmt: skip
    for person in (away, short, there):
        _ = await RecipientRow.create(broadcast_id=made.id, recipient_id=person)
    await metered.count({("zalo", "2027-01"): (4, 0)})
    await works(bots, broadcasts, at(MONDAY))
    rows = await sql.tuples("SELECT recipient_id, state, why FROM broadcast_recipients ORDER BY recipient_id")
    assert [tuple(row) for row in rows] == [
        (away, "missed", "window"), (short, "missed", "quota"), (there, "sent", "")
    ]  # fmt: skip
    telegram = bots.road.channels["telegram"]
    assert isinstance(telegram, Platform)
    ended = telegram.read("telegram:1")[-1]
    assert "lâu chưa nhắn cho bot" in ended
    assert "hết lượt tin" in ended


async def test_without_a_template_who_is_away_is_not_owed_the_same_again_and_again(
    clock: MovableClock, files: Files, unit: House
) -> None:
    oa = Platform("oa", WINDOWED)
    async with running(clock, files, oa) as bots:
        lan = await comes(unit, "Lan", "oa:1")
        await remind(lan, Kind.REGISTRATION, unit, at(MONDAY, 1), timedelta(days=1))
        desk = Jobs(bots.road, Offices(Settings(_env_file=None))).desk(at(MONDAY))
        async with database.transaction():
            assert await reminders.run(at(MONDAY), desk)
        assert desk.unreached == {lan: "window"}
        for hour in (9, 10, 11):
            await works(bots, reminders, at(MONDAY, hour))
        assert (oa.tried, await told(), await statuses()) == (0, [("waiting", "closed")], {})
        await works(bots, reminders, at(MONDAY + timedelta(days=2)))
        assert await told() == [("dropped", "closed")]
