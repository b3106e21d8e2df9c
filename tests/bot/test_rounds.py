"""Jobs hold: once at each due moment, caught up after an outage, in the way of nobody when they fail."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from bot.clock import MovableClock
from bot.jobs import Jobs
from bot.passing import pass_to
from bot.rounds import Rounds
from bot.ticking import Ticking
from locales.saying import Say, text
from scheduler.desk import Desk
from storage import job_runs, sql
from storage.job_runs import JobRun
from tests.conftest import START, running
from tests.support.driver import until
from tests.support.harness import World

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
EVERY_MORNING = "0 8 * * *"
TODAY = START - HOUR
"""08:00 of the day that begins at START, 09:00."""


@pytest.fixture
async def world(sqlite_url: str, tmp_path: Path, clock: MovableClock) -> AsyncIterator[World]:
    async with running("web", sqlite_url, tmp_path, clock) as world:
        yield world


@pytest.fixture
async def both(database_url: str, tmp_path: Path, clock: MovableClock) -> AsyncIterator[World]:
    """A world on each engine, for the queries of storage/job_runs.py."""
    async with running("web", database_url, tmp_path, clock) as world:
        yield world


class Job(ModuleType):
    """A job that keeps when it ran. It finds `rows` left to do, one a portion, and says something of each."""

    def __init__(self, name: str = "morning", cron: str = EVERY_MORNING, misfire: timedelta = 5 * HOUR) -> None:
        super().__init__(f"scheduler.{name}")
        self.CRON, self.MISFIRE = cron, misfire
        self.ran: list[datetime] = []
        self.rows = 0
        self.error: Exception | None = None
        self.does: Callable[[datetime], None] = lambda _now: None

    async def run(self, now: datetime, desk: Desk) -> int:
        self.ran.append(now)
        self.does(now)
        if self.error is not None:
            raise self.error
        if self.rows == 0:
            return 0
        self.rows -= 1
        said = replace(Say(text("cancel.done")), key=f"greeting:{now.isoformat()}:{self.rows}")
        desk.owe("web:1", "vi", said)
        return 1


class Skipping(Job):
    """It knows when it may have something to do."""

    wanted: datetime | None = None

    async def next_due(self, now: datetime, _desk: Desk) -> datetime | None:
        return None if self.wanted is None else max(now, self.wanted)


def rounds(world: World, *house: ModuleType) -> Rounds:
    return Rounds(Jobs(world.service.road, world.service.offices), world.clock, world.zone, house)


def always() -> bool:
    return True


async def come(name: str) -> JobRun:
    return (await job_runs.known())[name]


async def test_a_job_owes_nothing_for_before_it_came_and_runs_once_at_each_due_moment(world: World) -> None:
    job = Job()
    jobs = rounds(world, job)
    await jobs.look(always)
    assert job.ran == []

    world.clock.move(DAY)
    job.rows = 2
    for _ in range(2):
        await rounds(world, job).look(always)  # as a process does that was only just started

    assert len(job.ran) == 3  # a portion each, and one that finds nothing
    found = await come("morning")
    assert (found.due_at, found.rows, found.owed, found.missed_at) == (TODAY + DAY, 2, 2, None)
    assert len(await sql.rows("SELECT id FROM outbox WHERE key LIKE 'greeting:%'")) == 2
    assert await jobs.next_at() == TODAY + 2 * DAY


async def test_after_an_outage_the_last_moment_is_caught_up_and_one_that_is_too_late_is_noted(both: World) -> None:
    digest, session = Job("digest"), Job("session", misfire=HOUR / 2)
    jobs = rounds(both, digest, session)
    await jobs.look(always)

    both.clock.move(3 * DAY + 4 * HOUR)
    await jobs.look(always)

    assert digest.ran == [both.clock.now()]
    assert session.ran == []
    assert ((await come("digest")).due_at, (await come("digest")).missed_at) == (TODAY + 3 * DAY, None)
    assert (await come("session")).missed_at is not None

    both.clock.move_to(TODAY + 4 * DAY)
    await jobs.look(always)
    assert [len(job.ran) for job in (digest, session)] == [2, 1]


async def test_who_was_due_first_is_first(world: World) -> None:
    order: list[str] = []
    late, early = Job("late", "30 8 * * *"), Job("early")
    late.does, early.does = (lambda _now: order.append("late")), (lambda _now: order.append("early"))
    jobs = rounds(world, late, early)
    await jobs.look(always)

    world.clock.move(DAY)
    await jobs.look(always)
    assert order == ["early", "late"]


async def test_a_job_that_fails_holds_nobody_up_and_tries_again_with_growing_pauses(both: World) -> None:
    fails, goes = Job("fails"), Job("goes")
    jobs = rounds(both, fails, goes)
    await jobs.look(always)
    fails.error = RuntimeError("a defect")

    both.clock.move_to(TODAY + DAY)
    for minute in range(1, 10):
        await jobs.look(always)
        assert len(fails.ran) == {1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 6: 3, 7: 3, 8: 4, 9: 4}[minute]
        both.clock.move(timedelta(minutes=1))
    assert len(goes.ran) == 1
    found = await come("fails")
    assert (found.tries, found.error, found.failing_since) == (4, "RuntimeError", TODAY + DAY)

    fails.error = None
    both.clock.move(HOUR)
    await jobs.look(always)
    found = await come("fails")
    assert (found.tries, found.failing_since, found.due_at) == (0, None, TODAY + DAY)


async def test_who_loses_the_clock_stops_before_the_next_portion_and_another_goes_on(world: World) -> None:
    job = Job()
    here, there = rounds(world, job), rounds(world, job)
    await here.look(always)
    world.clock.move(DAY)
    job.rows = 5

    await here.look(lambda: job.rows > 3)
    assert job.rows == 3
    assert (await come("morning")).ended_at is None

    await there.look(always)
    assert job.rows == 0
    assert len(await sql.rows("SELECT id FROM outbox WHERE key LIKE 'greeting:%'")) == 5


async def test_a_clock_that_was_a_year_ahead_stops_no_job_for_a_year(both: World) -> None:
    job = Job()
    jobs = rounds(both, job)
    await job_runs.begin(["morning"], START + 365 * DAY)
    await jobs.look(always)
    both.clock.move(DAY)
    await jobs.look(always)
    assert len(job.ran) == 1


async def test_a_job_that_an_operator_asks_for_runs_at_the_next_look_and_at_its_moment_all_the_same(
    both: World,
) -> None:
    job = Job()
    jobs = rounds(both, job)
    assert not await job_runs.ask("morning", START)
    await jobs.look(always)
    assert await job_runs.ask("morning", START)
    for _ in range(2):
        await jobs.look(always)
    assert job.ran == [START]
    both.clock.move(DAY)
    await jobs.look(always)
    assert job.ran == [START, START + DAY]


async def test_ticking_looks_when_a_job_is_due_until_the_clock_is_somebody_elses(world: World) -> None:
    job, stop = Job(), asyncio.Event()
    jobs = rounds(world, job)
    await jobs.known()
    ticks = asyncio.create_task(Ticking(jobs, world.clock).run(stop))
    async with asyncio.timeout(10):
        world.clock.move_to(TODAY + DAY)
        await until(lambda: job.ran == [TODAY + DAY])
        stop.set()
        await ticks


async def test_time_passes_through_every_due_moment_in_order_and_what_is_said_has_arrived(world: World) -> None:
    job = Job()
    an = world.person("1")
    jobs = rounds(world, job)
    await jobs.look(always)
    world.clock.move(DAY)  # its moment is over when time begins to pass
    job.rows = 1

    await pass_to(world.service.road, jobs, world.clock, START + 4 * DAY)

    assert job.ran == [START + DAY] * 2 + [TODAY + number * DAY for number in (2, 3, 4)]
    assert world.clock.now() == START + 4 * DAY
    await an.notices("cancel.done")


async def test_ticks_at_which_a_job_has_nothing_to_do_are_left_out_and_not_missed(world: World) -> None:
    minutes, mornings = Skipping("minutes", "* * * * *", timedelta(minutes=5)), Job("mornings")
    jobs = rounds(world, minutes, mornings)
    await jobs.look(always)
    minutes.wanted = START + 2 * DAY + timedelta(seconds=30)

    def wake(now: datetime) -> None:
        if now == TODAY + 4 * DAY and minutes.wanted != now:
            minutes.wanted, mornings.rows = now, 1

    mornings.does = wake
    minutes.does = lambda now: setattr(minutes, "wanted", None)
    await pass_to(world.service.road, jobs, world.clock, START + 5 * DAY)

    assert minutes.ran == [START + 2 * DAY + timedelta(minutes=1), TODAY + 4 * DAY]
    assert (await come("minutes")).due_at == START + 5 * DAY
    assert (await come("minutes")).missed_at is None
    assert await jobs.look(always) == 0
