"""What happens by the clock, as an operator meets it at the terminal."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import scheduler
from bot import ticking
from bot.clock import MovableClock
from bot.commands import jobs, jobs_run
from bot.commands.console import out, words
from bot.jobs import Jobs
from bot.rounds import Rounds
from bot.ticking import Ticking
from locales import texts
from locales.saying import Say, text
from scheduler.desk import Desk
from storage import chats, job_runs, people, sql
from storage.job_runs import Done
from storage.units import UnitRow
from tests.bot.test_dead_rows import Terminal, terminal
from tests.bot.test_rounds import Job
from tests.conftest import running

__all__ = ("terminal",)

NOW = datetime.now(UTC).replace(microsecond=0)
HOUR, ZONE = timedelta(hours=1), ZoneInfo("Asia/Ho_Chi_Minh")


class Greeting(Job):
    """Greets everybody who has a chat, an hour later, once."""

    async def run(self, now: datetime, desk: Desk) -> int:
        self.ran.append(now)
        if self.error is not None:
            raise self.error
        found = await sql.rows("SELECT chat FROM chats WHERE reachable ORDER BY chat")
        await sql.run("UPDATE chats SET reachable = FALSE")
        for row in found:
            said = Say(text("cancel.done"), key=f"greeting:{row['chat']}", after=HOUR, within=2 * HOUR)
            desk.owe(row["chat"], "vi", said, why="it is morning")
        return len(found)


@pytest.fixture
def greeting(monkeypatch: pytest.MonkeyPatch) -> Greeting:
    monkeypatch.setattr(out, "width", 200)  # no cell is folded
    job = Greeting("tell_operator")  # a name that has its words
    for module in (jobs, jobs_run):
        monkeypatch.setattr(module, "JOBS", (job,))
    return job


async def an() -> None:
    unit = await UnitRow.create(code="U1", name="Đoàn phường Tân Phú", level="phường")
    row = await people.PersonRow.create(
        code="an", full_name="Trần Thị An", called="An", sort_key="an", folded="an", address="bạn", unit=unit
    )
    await chats.link("web:7", row.id, "vi", NOW)


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_each_job_of_the_house_says_what_it_is_for(language: str) -> None:
    names = [job.__name__.rpartition(".")[2].replace("_", "-") for job in scheduler.JOBS]
    assert [name for name in names if not texts.has(language, f"jobs.what-{name}")] == []


async def test_jobs_are_listed_with_their_last_and_next_run(terminal: Terminal, greeting: Greeting) -> None:
    status, printed = await terminal.runs(jobs.list_())
    assert status == 0
    assert words("jobs.never") in printed

    due = NOW - 2 * HOUR
    await terminal.holds(
        job_runs.begin(["tell_operator"], due - HOUR),
        ran(Done(due, due, due, 1234, 567)),
        job_runs.failed("tell_operator", "RuntimeError", NOW),
    )
    printed = (await terminal.runs(jobs.list_()))[1]
    for said in ("1.234", "567", "RuntimeError", greeting.CRON, f"{due.astimezone(ZONE):%H:%M %d/%m/%Y}"):
        assert said in printed


async def ran(done: Done) -> None:
    assert await job_runs.ran("tell_operator", done)


async def test_a_trial_shows_who_would_get_what_and_why_and_leaves_nothing(
    terminal: Terminal, greeting: Greeting
) -> None:
    await terminal.holds(an(), chats.link("gone:1", 1, "vi", NOW))
    at = (NOW + timedelta(days=3)).astimezone(ZONE)
    for _ in range(2):
        status, printed = await terminal.runs(
            jobs_run.run(["tell-operator"], f"{at:%Y-%m-%d %H:%M}", is_dry=True, is_sure=False)
        )
        assert status == 0
        for said in (
            "Trần Thị An, Đoàn phường Tân Phú (web)",
            words("cancel.done").splitlines()[0],
            "greeting:web:7",
            "it is morning",
        ):
            assert said in printed
        for moment in (at + HOUR, at + 3 * HOUR):
            assert f"{moment:%H:%M %d/%m/%Y}" in printed
    assert await terminal.reads("SELECT id FROM outbox") == []
    assert len(await terminal.reads("SELECT chat FROM chats WHERE reachable")) == 2


async def test_what_cannot_be_meant_is_told(terminal: Terminal, greeting: Greeting) -> None:
    for names, at, is_dry, said in (
        (["digests"], "", True, words("jobs.unknown", name="digests", names="tell_operator")),
        (["tell_operator"], "mai", True, words("jobs.not-a-moment", said="mai")),
        (["tell_operator"], "2050-01-01", True, words("jobs.too-far", days=731)),
        (["tell_operator"], "2027-01-01", False, words("jobs.only-now")),
        (["tell_operator"], "", False, words("jobs.say-yes")),
    ):
        status, printed = await terminal.runs(jobs_run.run(names, at, is_dry=is_dry, is_sure=False))
        assert (status, printed.strip()) == (1, said)
    assert greeting.ran == []


async def test_a_job_is_run_now_by_the_product_that_has_the_clock(
    sqlite_url: str, tmp_path: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch, greeting: Greeting,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    for module, name in ((jobs_run, "LOOK"), (ticking, "LOOK_EVERY"), (jobs_run, "TAKEN_WITHIN")):
        monkeypatch.setattr(module, name, 0.05)
    clock.move_to(datetime.now(UTC))
    async with running("web", sqlite_url, tmp_path, clock) as world:
        rounds = Rounds(Jobs(world.service.road, world.service.offices), clock, world.zone, (greeting,))
        await rounds.known()
        assert await jobs_run.ask("tell_operator") == 1
        assert await rounds.look(lambda: True) == 0, "nobody wants it any more"

        monkeypatch.setattr(jobs_run, "TAKEN_WITHIN", 10.0)
        await an()
        stop = asyncio.Event()
        ticks = asyncio.create_task(Ticking(rounds, clock).run(stop))
        clock.move_to(datetime.now(UTC) + timedelta(seconds=5))
        assert await jobs_run.ask("tell_operator") == 0
        greeting.error = RuntimeError("a defect")
        clock.move_to(datetime.now(UTC) + timedelta(seconds=9))
        assert await jobs_run.ask("tell_operator") == 1
        stop.set()
        await ticks
    assert words("jobs.done", name="tell_operator", rows=1, owed=1) in capsys.readouterr().out
