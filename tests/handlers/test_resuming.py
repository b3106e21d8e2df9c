"""What was begun on one channel goes on on another."""

from datetime import date, timedelta
from typing import Any

import pytest

from storage import chats, conversations, database, enrolments, evidence, registrations
from storage.conversations import State
from tests.handlers.members import season
from tests.handlers.phone import START, Phone, enlist
from tests.rights.cast import TASKS

pytestmark = pytest.mark.usefixtures("opened")


class KeptPhone(Phone):
    """A phone whose place in its conversation lies in the table, where another one finds it."""

    async def _hands_over(self, *args: Any, **kwargs: Any) -> None:
        async with database.transaction():
            self.state = (await conversations.lock([self.chat]))[self.chat]
            await super()._hands_over(*args, **kwargs)
            await conversations.save([(self.chat, self.state)])


async def step_of(phone: Phone) -> str:
    async with database.transaction():
        return (await conversations.lock([phone.chat]))[phone.chat].step


async def huong() -> tuple[KeptPhone, KeptPhone]:
    """Let Hương have registered her year, and two channels in March."""
    person = (await enlist())["Nguyễn Thị Hương"]
    enrolment = await enrolments.enrol(person, await season(START, (date(2027, 1, 1), date(2027, 1, 31))))
    await enrolments.confirm(enrolment.id, 1, START)
    _ = await registrations.choose(enrolment.id, TASKS, START)
    phones = KeptPhone("telegram:1"), KeptPhone("zalo:1")
    for phone in phones:
        phone.waits(timedelta(days=60))
        await chats.link(phone.chat, person, "vi", START)
    return phones


async def test_an_essay_begun_on_one_channel_is_finished_on_the_other() -> None:
    telegram, zalo = await huong()
    await telegram.says("nộp")
    await telegram.taps("evidence.start BB3")
    await telegram.says("Phần một của bài.")
    assert await step_of(telegram) == "evidence.collect"

    await zalo.says("Phần hai của bài.")
    zalo.hears("menu.not-understood")
    assert "resuming.go_on telegram" in zalo.buttons()
    await zalo.says("tiep tuc")
    zalo.hears("resuming.offer")
    await zalo.taps("resuming.go_on telegram")
    assert "Phần một của bài." in zalo.reads()
    assert (await step_of(telegram), await step_of(zalo)) == ("", "evidence.collect")
    await zalo.says("Phần hai của bài.")

    written = [piece.text for piece in await evidence.of_submission(zalo.state.data["submission"])]
    assert written == ["Phần một của bài.", "Phần hai của bài."]


async def test_what_has_gone_on_meanwhile_is_not_taken() -> None:
    telegram, zalo = await huong()
    await telegram.says("nộp")
    await telegram.taps("evidence.start RL2")
    await zalo.says("menu")
    await telegram.says("hủy")
    await zalo.taps("resuming.go_on telegram")
    zalo.hears("resuming.gone")
    assert zalo.state == State()
    await zalo.says("tiếp tục")
    zalo.hears("resuming.nothing")
