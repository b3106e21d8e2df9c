"""How long the figures of all digests of a Monday take: `python -m benchmarks --only digests`.

100,000 members in 1,000 units with two groups each, a secretary for every unit and one above them all: in the autumn,
when most have handed in some of it.
"""

import asyncio
import resource
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.databases import Postgres
from bot.commands.season import open_season
from journey.people import Role
from storage import database, digest_pages, figures, people, programmes, sql

MEMBERS, UNITS = 100_000, 1_000
GROUPS = 2 * UNITS
TASKS = ("BB1", "BB2", "BB3", "RL4", "RL5", "RL6", "TT1")
HANDED_IN = 3
"""Of a member's tasks."""

A_PORTION = 25
"""Digests that the job makes in one transaction (scheduler/digest.py)."""

NAMED = 5
"""Members to look after that a page names."""

LOCAL = datetime(2027, 9, 6, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
NOW, TODAY = LOCAL.astimezone(UTC), LOCAL.date()
NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {most})"

Figures = dict[str, float]


def run(server: Postgres | None, *, is_quick: bool = False) -> Figures:
    """Return the times on both databases, and the most megabytes the process had."""
    members = MEMBERS // 10 if is_quick else MEMBERS
    found: Figures = {}
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        urls = {"sqlite": f"sqlite:///{folder}/digests.db"}
        if server is not None:
            urls["postgres"] = opened.enter_context(server.empty())
        for name, url in urls.items():
            found |= {f"digests_{name}_{what}": each for what, each in asyncio.run(_times(url, members)).items()}
    found["digests_peak_megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


async def _times(url: str, members: int) -> Figures:
    await database.migrate(url)
    await database.open_database(url)
    try:
        await settle(members)
        return await _measure()
    finally:
        await database.close_database()


async def settle(members: int) -> None:
    """Fill the open, empty database."""
    opened = datetime(2027, 1, 4, tzinfo=UTC)
    year = 2027, date(2027, 1, 1), date(2027, 1, 31)
    _ = await open_season("nguoi-cong-san-tre", *year, now=opened, today=opened.date())
    async with database.transaction():
        await _people(members)
        await _years(members)
    await sql.run("ANALYZE")


async def _people(members: int) -> None:
    """Lay down the units, the groups, the members and the secretaries; ids are numbers from one on."""
    units, groups = NUMBERS.format(most=UNITS), NUMBERS.format(most=GROUPS)
    await sql.run("INSERT INTO units (id, code, name) VALUES (1, 'K', 'Đoàn Khối')")
    await sql.run(
        f"{units} INSERT INTO units (id, code, name, parent_id) SELECT i + 1, 'U' || i, 'Đoàn cơ sở ' || i, 1 FROM n"
    )
    await sql.run(
        f'{groups} INSERT INTO "groups" (id, code, name, unit_id)'
        f" SELECT i, 'G' || i, 'Tổ ' || ((i - 1) / {UNITS} + 1), (i - 1) % {UNITS} + 2 FROM n"
    )
    everybody = NUMBERS.format(most=members + UNITS + 1)
    await sql.run(
        f"{everybody} INSERT INTO people (id, code, full_name, called, sort_key, folded, unit_id, group_id)"
        " SELECT i, 'P' || i, 'Nguyễn Thị Hương ' || i, 'Hương', 'huong' || i, 'huong' || i,"
        f" CASE WHEN i = {members + UNITS + 1} THEN 1 ELSE (i - 1) % {UNITS} + 2 END,"
        f" CASE WHEN i <= {members} THEN (i - 1) % {GROUPS} + 1 END FROM n"
    )
    await sql.run(
        f"{everybody} INSERT INTO posts (person_id, role, unit_id)"
        f" SELECT i, CASE WHEN i <= {members} THEN '{Role.MEMBER}' ELSE '{Role.SECRETARY}' END,"
        f" CASE WHEN i = {members + UNITS + 1} THEN 1 ELSE (i - 1) % {UNITS} + 2 END FROM n"
    )


async def _years(members: int) -> None:
    """Let everybody but one in twenty register, and hand in three tasks: approved, returned and corrected, waiting."""
    registered, at = sql.at(datetime(2027, 1, 20, tzinfo=UTC)), _moment
    await sql.run(
        f"{NUMBERS.format(most=members)} INSERT INTO enrolments (id, person_id, season_id, programme_id, registered_at)"
        f" SELECT i, i, 1, 1, {at('?1')} FROM n WHERE i % 20 <> 0",
        registered,
    )
    count, json = len(TASKS), "TEXT" if sql.is_sqlite() else "JSONB"
    for number, task in enumerate(TASKS):
        await sql.run(
            "INSERT INTO registrations (id, enrolment_id, task, registered_at)"
            f" SELECT id * {count} + {number}, id, '{task}', {at('?1')} FROM enrolments",
            registered,
        )
    for number in range(HANDED_IN):
        await sql.run(
            "INSERT INTO submissions (registration_id, person_id, task, part, version, state, claims, given, note,"
            " opened_at, submitted_at, decided_at, reason)"
            f" SELECT g.id, e.id, g.task, 1, 1, CASE WHEN e.id % {20 + number} = 0 THEN 'waiting' ELSE 'approved' END,"
            f" CAST(?2 AS {json}), CAST('{{}}' AS {json}), '', {at('?1')}, {at('?1')}, {at('?1')}, ''"
            " FROM registrations g JOIN enrolments e ON e.id = g.enrolment_id"
            f" WHERE g.id % {count} = (e.id + {number}) % {count}",
            sql.at(datetime(2027, 5 + number, 20, tzinfo=UTC)),
            '{"a": true}' if number else '{"a": 1}',
        )
    await sql.run(
        "INSERT INTO reviews (submission_id, body, state, asked_at, reason)"
        " SELECT id, 'giam_sat_vien', 'waiting', submitted_at, '' FROM submissions WHERE state = 'waiting'"
    )


def _moment(place: str) -> str:
    """Return a bound moment in a SELECT, whose type PostgreSQL cannot see."""
    return place if sql.is_sqlite() else f"CAST({place} AS TIMESTAMPTZ)"


async def _measure() -> Figures:
    """Count for everybody at once; then make one portion of the job, and the one page above them all."""
    season = await programmes.current_season()
    assert season is not None
    posts = await people.holders([Role.SECRETARY], TODAY)
    began = time.perf_counter()
    where = await digest_pages.places()
    scopes = [where.scope([post]) for post in posts]
    known = await figures.of(scopes, season, LOCAL)
    digests = [where.fold(who, known) for who in scopes]
    counted = time.perf_counter() - began
    assert digests[-1].tally.members == sum(each.tally.members for each in digests[:-1])
    began = time.perf_counter()
    _ = await digest_pages.pages(digests[-1:], where, NOW, TODAY, named=NAMED)
    page = time.perf_counter() - began
    began = time.perf_counter()
    portion = scopes[:A_PORTION]
    known = await figures.of(portion, season, LOCAL)
    made = [where.fold(who, known) for who in portion]
    _ = await digest_pages.pages(made, where, NOW, TODAY, named=NAMED)
    return {
        "seconds": counted,
        "portion_ms": (time.perf_counter() - began) * 1000,
        "page_of_all_ms": page * 1000,
    }
