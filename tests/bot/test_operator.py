"""How an operator finds the key of their own chat, and the first alarm that reaches it."""

import asyncio
import os
import sys
from datetime import timedelta

from bot.commands.console import words
from bot.jobs import Jobs
from scheduler import tell_operator
from storage import sightings
from storage.sightings import Sighting
from tests.bot.test_road import fake, telegram
from tests.fakes.telegram_spec import CHECKOUT
from tests.support.harness import World

__all__ = ("telegram",)


async def test_who_sends_the_code_to_the_running_bot_is_told_their_chat(telegram: World) -> None:
    environment = {"PATH": os.environ["PATH"], "DATABASE_URL": telegram.service.settings.database, "PYTHONUTF8": "1"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "operator", cwd=CHECKOUT, env=environment, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    asked = (await process.stdout.readline()).decode()
    fake(telegram).person(7).says("somebody else writes meanwhile")
    fake(telegram).person(42).says(asked.split()[-1])

    printed = (await process.communicate())[0].decode()

    assert process.returncode == 0
    assert printed.splitlines()[-1] == "OPERATOR_CHAT=telegram:42"
    assert words("operator.found") in printed


async def test_an_alarm_reaches_the_operator_s_chat_once(telegram: World) -> None:
    operator = telegram.person("42")
    await telegram.settle()
    jobs = Jobs(telegram.service.road, telegram.service.offices, (operator.chat,))
    for _ in range(3):
        now = telegram.clock.now()
        await sightings.note(Sighting("bot-contested", "telegram"), now)
        await jobs.portion(tell_operator, now)
        await telegram.settle()
        telegram.clock.move(timedelta(minutes=1))

    await operator.notices("operator.alarm", lines=words("health.bot-contested", subject="telegram"))
    assert len(fake(telegram).person(42).heard) == 1
