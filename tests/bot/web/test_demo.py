"""The sandbox's made-up unit, as its people find it."""

import re
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.web import demo
from handlers.review_queue import queue
from journey.people import Role
from journey.sending_hours import SendingHours
from storage import audit, database, enrolments, people, programmes, sandbox, sessions, sql, submissions, units
from storage.files import Files
from storage.sandbox import Player
from storage.submissions import Submission

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2027, 6, 10, 2, 0, tzinfo=UTC)


@pytest.fixture
async def cast(sqlite_url: str, tmp_path: Path) -> AsyncIterator[list[Player]]:
    await database.open_database(sqlite_url)
    await demo.prepare(NOW, ZONE, Files(tmp_path.as_uri()))
    yield await sandbox.cast()
    await database.close_database()


async def test_a_unit_in_the_middle_of_its_year(cast: list[Player], tmp_path: Path) -> None:
    members = [each for each in cast if "member" in each.roles]
    assert Counter(each.group for each in members) == {
        "Tổ 1 Bình Minh": 10,
        "Tổ 2 Hoa Phượng": 10,
        "Tổ 3 Dòng Xanh": 10,
    }
    assert {role for each in cast for role in each.roles} == set(Role)
    assert len(await units.tree()) == 4

    outside = [each for each in cast if not each.joined]
    assert [each.roles for each in outside] == [["member"], ["member"]]
    assert all(re.fullmatch(r"[\w-]{32}", each.token) for each in outside)

    season = await programmes.current_season()
    assert season is not None
    assert season.opens_on <= NOW.date() <= season.closes_on
    standing = [await enrolments.find(each.id, season.id) for each in members]
    assert sum(each is not None and each.registered_at is None for each in standing) == 4

    handed = await _handed_in(cast)
    states = Counter(each.state for each in handed)
    assert states["returned"] >= 1
    assert states["approved"] >= 60
    assert all(each.submitted_at and each.submitted_at < NOW for each in handed)
    assert all(each.decided_at is None or each.decided_at < NOW for each in handed)

    everyone = await people.load([each.id for each in cast], NOW.date())
    queues = [await queue(each, NOW.date()) for each in everyone.values()]
    assert sum(bool(each) for each in queues) >= 8

    [over, coming] = await sql.rows("SELECT * FROM sessions ORDER BY starts_at")
    there = await sql.rows("SELECT * FROM attendances WHERE session_id = ?1 AND state = 'counted'", over["id"])
    assert len(there) >= 5
    assert [over["state"], coming["state"]] == ["planned", "planned"]
    assert NOW < (found := await sessions.get(coming["id"])).starts_at < NOW + timedelta(days=10)  # type: ignore[union-attr]
    assert await sessions.audience_count(found, NOW.date()) == 10  # type: ignore[arg-type]

    await demo.prepare(NOW + timedelta(days=1), ZONE, Files(tmp_path.as_uri()))
    assert await sandbox.cast() == cast
    assert len(await _handed_in(cast)) == len(handed)


async def test_the_first_phones_belong_together(cast: list[Player]) -> None:
    """The page takes the first supervisor and the first member of that group: one judges the other."""
    guide = next(each for each in cast if "supervisor" in each.roles)
    member = next(each for each in cast if each.roles == ["member"] and each.group == guide.group and each.joined)

    assert "executive" in guide.roles
    assert member.channels == ["telegram", "web", "zalo"]
    assert member.unit == guide.unit
    trail = [action for _, _, action, _ in await audit.trail(f"person {member.id}")]
    assert trail == ["person.joined", "attendance.counted"]
    handed = await _handed_in([member])
    assert {"RL2", "RL6"}.isdisjoint(each.task for each in handed)
    assert {"waiting", "returned", "approved"} <= {each.state for each in handed}


async def _handed_in(cast: list[Player]) -> list[Submission]:
    season = await programmes.current_season()
    assert season is not None
    found = []
    for each in cast:
        enrolment = await enrolments.find(each.id, season.id)
        found += await submissions.of_enrolment(enrolment.id) if enrolment else []
    return found


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        (datetime(2027, 7, 1, 3, tzinfo=UTC), datetime(2027, 7, 1, 3, tzinfo=UTC)),
        (datetime(2027, 7, 3, 16, tzinfo=UTC), datetime(2027, 7, 5, 1, tzinfo=UTC)),  # from Saturday night to Monday
        (datetime(2027, 1, 5, 3, tzinfo=UTC), datetime(2027, 6, 10, 2, tzinfo=UTC)),
        (datetime(2026, 11, 21, 3, tzinfo=UTC), datetime(2027, 6, 10, 2, tzinfo=UTC)),
    ],
)
async def test_the_story_begins_when_there_is_something_to_show(
    sqlite_url: str, now: datetime, begins: datetime
) -> None:
    await database.open_database(sqlite_url)
    try:
        assert await demo.begins(now, ZONE, lambda _: SendingHours()) == begins
    finally:
        await database.close_database()


async def test_the_clock_of_a_unit_that_is_there_stays(cast: list[Player]) -> None:
    later = datetime(2027, 12, 1, 2, 0, tzinfo=UTC)
    assert cast
    assert await demo.begins(later, ZONE, lambda _: SendingHours()) == later
    assert await people.listed()
