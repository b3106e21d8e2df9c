"""Jobs: run in portions until none is left, what they want said owed in their own transaction."""

from dataclasses import replace
from datetime import datetime
from types import ModuleType

import pytest

import scheduler
from bot.jobs import Jobs
from locales.saying import Say, text
from scheduler.desk import Desk
from storage import settings, sql
from tests.bot.test_road import fake, somebody, telegram
from tests.support.harness import World

__all__ = ("telegram",)


def job(*ends: int, says: Say | None = None, chat: str = "telegram:42", fails: bool = False) -> ModuleType:
    """Return a job that deals with so many rows each time it runs."""
    module = ModuleType("scheduler.of_the_test")
    left = list(ends)

    async def run(_now: datetime, desk: Desk) -> int:
        await settings.put("ran", str(len(left)))
        if says is not None:
            desk.owe(chat, "vi", says)
        if fails:
            raise RuntimeError("a defect")
        return left.pop(0) if left else 0

    module.run = run  # type: ignore[attr-defined]
    return module


def jobs(world: World) -> Jobs:
    return Jobs(world.service.road, world.service.offices, ("telegram:42",))


HELLO = replace(Say(text("cancel.done")), key="hello:1")


async def test_what_a_job_wants_said_is_said_once_however_often_it_runs(telegram: World) -> None:
    an = await somebody(telegram)
    for _ in range(3):
        await jobs(telegram).portion(job(1, says=HELLO), telegram.clock.now())
        await telegram.settle()
    await an.look()
    assert [m.text for m in fake(telegram).person(42).heard].count(an.hears("cancel.done").text) == 1


async def test_a_job_that_fails_has_said_nothing(telegram: World) -> None:
    await somebody(telegram)
    with pytest.raises(RuntimeError):
        await jobs(telegram).portion(job(1, says=HELLO, fails=True), telegram.clock.now())
    assert await settings.get("ran") is None
    assert not await sql.rows("SELECT id FROM outbox WHERE key LIKE 'hello:%'")


async def test_what_is_said_to_a_bot_that_is_gone_is_left_out(telegram: World) -> None:
    await jobs(telegram).portion(job(1, says=HELLO, chat="gone:1"), telegram.clock.now())
    assert not await sql.rows("SELECT id FROM outbox WHERE chat = 'gone:1'")


def test_what_a_job_says_needs_a_key() -> None:
    desk = Desk(zone=None)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="key"):
        desk.owe("telegram:42", "vi", Say(text("cancel.done")))


@pytest.mark.parametrize("each", scheduler.JOBS, ids=lambda each: each.__name__)
async def test_each_job_of_the_house_comes_to_an_end(telegram: World, each: ModuleType) -> None:
    assert each.MISFIRE.total_seconds() > 0
    assert await jobs(telegram).portion(each, telegram.clock.now()) == 0
