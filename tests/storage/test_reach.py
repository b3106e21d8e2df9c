"""In which chat a person is written to, and what is counted of a bot's month."""

from datetime import UTC, datetime, timedelta

import pytest

from journey.allowance import Allowances, Month, Plan
from storage import chats, database, metered, reach, sql
from tests.handlers.phone import ZONE, enlist

pytestmark = pytest.mark.usefixtures("opened")

NOW = datetime(2027, 1, 31, 18, 0, tzinfo=UTC)  # 1 February, 01:00, in Vietnam
WEEK = timedelta(days=7)
REPLY, NEWS, REMINDER = 1, 2, 5
ALLOWED = Allowances({"oa": Plan(window=WEEK), "zalo": Plan(users=50, a_month=100)}, ("telegram", "oa", "zalo"), ZONE)


@pytest.fixture
async def huong() -> int:
    return (await enlist())["Nguyễn Thị Hương"]


async def chat_of(person: int, urgency: int = NEWS) -> tuple[str, str]:
    found = (await reach.people([person], ALLOWED, NOW, urgency))[person]
    return found.chat.chat, found.why


async def test_the_preferred_chat_comes_first_and_an_open_one_before_all_that_are_not(huong: int) -> None:
    assert await reach.people([huong], ALLOWED, NOW, NEWS) == {}
    for days, chat in ((9, "gone:1"), (8, "oa:1"), (7, "zalo:1"), (6, "telegram:1")):
        await chats.link(chat, huong, "vi", NOW - timedelta(days=days))
    await chats.heard({"oa:1": sql.ms(NOW - WEEK + timedelta(minutes=1))})
    assert await chat_of(huong) == ("oa:1", ""), "the longest linked, of those that are configured"

    await sql.run("UPDATE chats SET is_preferred = (chat = 'telegram:1')")
    assert await chat_of(huong) == ("telegram:1", "")
    await sql.run("UPDATE chats SET is_preferred = (chat = 'oa:1')")
    await chats.shut({"oa:1": 2**52})
    assert await chat_of(huong) == ("zalo:1", "")
    await metered.count({("zalo", "2027-02"): (50, 30), ("zalo", "2027-01"): (0, 100)})
    assert await chat_of(huong) == ("zalo:1", "")
    assert await chat_of(huong, REMINDER) == ("telegram:1", ""), "reminders are the first to stop"
    await chats.set_reachable("telegram:1", False)
    assert await chat_of(huong, REMINDER) == ("oa:1", "window"), "none is open: the preferred one, and why"
    beside = await reach.beside("oa:1", ALLOWED, NOW, REPLY)
    assert beside is not None
    assert beside.chat == "zalo:1"
    await metered.spend("zalo", "2027-02", NOW + timedelta(days=1))
    assert await reach.beside("oa:1", ALLOWED, NOW, REPLY) is None


async def test_a_month_is_counted_in_both_directions_in_the_time_zone_of_the_product() -> None:
    month = ALLOWED.month(NOW)
    assert (month, ALLOWED.month(NOW - timedelta(hours=2))) == ("2027-02", "2027-01")
    assert ALLOWED.next_month(NOW).astimezone(ZONE).isoformat() == "2027-03-01T00:00:00+07:00"
    for said, heard in ((2, 0), (0, 3), (-1, 0)):
        async with database.transaction():
            await metered.count({("zalo", month): (said, heard)})
    assert await metered.month("zalo", month) == Month(1, 3)
    assert await metered.month("zalo.tay", month) == Month()
    await metered.spend("zalo", month, NOW)
    assert (await metered.month("zalo", month)).spent_until == NOW


@pytest.mark.parametrize(
    ("used", "leaves"), [(79, {REPLY, NEWS, REMINDER}), (80, {REPLY, NEWS}), (90, {REPLY}), (140, {REPLY})]
)
def test_the_end_of_a_month_is_for_replies(used: int, leaves: set[int]) -> None:
    month, plan = Month(said=used), Plan(a_month=100)
    assert {each for each in (REPLY, NEWS, REMINDER) if month.has_room(plan, each, NOW)} == leaves
    assert Month(spent_until=NOW + WEEK).has_room(Plan(), REPLY, NOW) is False


async def test_a_seat_is_a_person_whatever_the_chats() -> None:
    huong, binh, _ = (await enlist()).values()
    for chat, person in (("zalo:1", huong), ("zalo:2", huong), ("zalo.tay:3", binh), ("zalo:4", binh)):
        await chats.link(chat, person, "vi", NOW)
    assert await chats.people_behind("zalo") == 2
    assert await chats.people_behind("zalo", besides=binh) == 1
