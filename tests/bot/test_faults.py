"""A fifth of all calls fails: what must arrive arrives, in order, and nobody else is harmed (long: tests.faults)."""

import asyncio
from datetime import timedelta

import pytest

import handlers
from bot.channels import telegram_request
from storage import dead_rows, sql
from tests.bot.test_road import fake, somebody, telegram
from tests.fakes.telegram_faults import FaultPlan, Seen, Trouble
from tests.faults import audit, load
from tests.support.harness import World

__all__ = ("telegram",)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give an answer a third of a second instead of ten; the server's silence stays what it is."""
    monkeypatch.setattr(telegram_request, "READ_SECONDS", 0.3)
    monkeypatch.setattr(handlers, "CONVERSATIONS", load.in_house())


async def test_with_a_fifth_of_all_calls_failing_nothing_is_lost_doubled_or_out_of_order(telegram: World) -> None:
    done = await load.run(telegram, messages=240, people=24, seed=3)
    report = await audit.audit(fake(telegram), done)
    assert report.wrong == []
    assert {trouble.value for trouble in Trouble} == set(report.troubles), "not every trouble was tried"
    assert report.doubtful >= report.twice > 0
    shown = await dead_rows.messages(dead_rows.Which(status="unknown"), 1000)
    assert sum(row.must_arrive for row in shown) >= report.missing


class Hangs(FaultPlan):
    """Is silent to all chats but those it spares."""

    def draw(self, method: str, chat: int | None) -> Seen:
        trouble = Trouble.NONE if chat in self._spared else Trouble.STALL
        return Seen(0, method, chat, trouble)


async def test_a_chat_whose_calls_hang_holds_no_other_up(telegram: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telegram_request, "READ_SECONDS", 3.0)
    people = [await somebody(telegram, number) for number in range(load.FIRST, load.FIRST + 20)]
    for person in people:
        await person.says("menu")
    fake(telegram).plan = Hangs(1, lambda: 0, spared=range(load.FIRST + 1, load.FIRST + 20))
    for person in people:
        fake(telegram).person(int(person.number)).says("menu")
    await telegram.driver.delivered()
    while (left := await waiting_chats()) - {people[0].chat}:
        await asyncio.sleep(0.01)
        telegram.clock.move(timedelta(milliseconds=40))
    assert left == {people[0].chat}, "everybody waited for the one call that hangs"
    assert telegram.service.road.sender.under_way == 1


async def waiting_chats() -> set[str]:
    rows = await sql.rows("SELECT chat FROM outbox WHERE status IN ('waiting', 'sending')")
    return {row["chat"] for row in rows}
