"""What waited, and how it leaves: in order, whole, once, and late enough."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot import wire
from bot.budget import Budget
from bot.channels.channel import NotNow, QuotaSpent, WindowClosed
from bot.clock import MovableClock
from bot.merging import Merging
from handlers.conversation import Picture
from journey.allowance import Plan
from locales.saying import Urgency
from storage import chats, database, outbox, sql
from storage.files import Files
from storage.held import Why
from tests.bot.platforms import POOR, RICH, WEEK, WINDOWED, Bots, Platform, news, running, statuses, to_menu
from tests.handlers.phone import enlist

pytestmark = pytest.mark.usefixtures("opened")

OA, TELEGRAM, ZALO = "oa:1", "telegram:1", "zalo:1"


@pytest.fixture
def files(tmp_path: Any) -> Files:
    return Files(tmp_path.as_uri())


@pytest.fixture
async def huong(clock: MovableClock) -> int:
    """A member behind the chat of a platform whose window closes after a week; she wrote just now."""
    person = (await enlist())["Nguyễn Thị Hương"]
    await chats.link(OA, person, "vi", clock.now())
    await chats.heard({OA: sql.ms(clock.now())})
    return person


@pytest.fixture
async def oa() -> Platform:
    return Platform("oa", replace(WINDOWED, album=1))


@pytest.fixture
async def telegram() -> Platform:
    return Platform("telegram", RICH)


@pytest.fixture
async def bots(clock: MovableClock, files: Files, huong: int, oa: Platform, telegram: Platform) -> AsyncIterator[Bots]:
    async with running(clock, files, oa, telegram) as found:
        yield found


async def test_words_that_leave_with_a_reminder_do_not_expire_with_it(bots: Bots, oa: Platform) -> None:
    hour = timedelta(hours=1)
    await bots.passes(WEEK)
    await bots.owes((OA, news("đã duyệt", must_arrive=True)), (OA, news("nhắc", urgency=Urgency.REMINDER, within=hour)))
    oa.answer = lambda _: NotNow(2 * hour, counts=False)
    await bots.says(OA, "trợ giúp")
    oa.answer = lambda _: None
    await bots.passes(2 * hour)
    assert oa.read(OA)[0] == "Khi bạn vắng:\n\nđã duyệt\n\nnhắc"


async def test_what_is_long_leaves_in_order_and_before_the_answer(bots: Bots, oa: Platform) -> None:
    await bots.passes(WEEK)
    long = ("một " * 700).strip(), ("hai " * 700).strip()
    await bots.owes((OA, news(long[0])), (OA, news(long[1], urgency=Urgency.REMINDER)))
    await bots.says(OA, "trợ giúp")
    *merged, answer = oa.read(OA)
    assert len(merged) == 2
    assert ["một" in merged[0], "hai" in merged[1], "hai" in answer] == [True, True, False]
    assert [button.action for row in oa.got[1].buttons for button in row] == ["menu.open"]


async def test_pictures_of_a_card_that_is_said_again_do_not_come_without_it(bots: Bots, oa: Platform) -> None:
    await bots.passes(WEEK)
    pictures = (Picture("a.jpg", "a"), Picture("b.jpg", "b"))
    await bots.owes(
        (OA, news("chờ duyệt", card="review:1", pictures=pictures)), (OA, news("đã có người duyệt", card="review:1"))
    )
    await bots.says(OA, "trợ giúp")
    assert oa.read(OA)[0] == "đã có người duyệt"
    found = await sql.tuples("SELECT status FROM outbox WHERE kind = 'pictures'")
    assert [status for (status,) in found] == ["expired"] * 2


async def test_words_at_the_head_of_a_held_card_are_said_with_a_newer_one(bots: Bots, oa: Platform) -> None:
    await bots.passes(WEEK)
    await bots.owes((OA, news("chờ duyệt", card="review:1")))
    [(id_, kept)] = await sql.tuples("SELECT id, body FROM outbox WHERE card = 'review:1'")
    body = json.loads(kept)
    body["whole"]["lead"] = "đã nhận"
    await sql.run("UPDATE outbox SET body = ?2 WHERE id = ?1", id_, sql.to_json(body))
    await bots.owes((OA, news("đã có người duyệt", card="review:1")))
    await bots.says(OA, "trợ giúp")
    assert oa.read(OA)[0] == "đã nhận\n\nđã có người duyệt"


async def test_what_two_processes_turn_to_another_chat_arrives_once(
    bots: Bots, oa: Platform, telegram: Platform, huong: int, clock: MovableClock
) -> None:
    await bots.passes(WEEK)
    await chats.link(TELEGRAM, huong, "vi", clock.now())
    telegram.can = replace(RICH, text_limit=1000)
    road = bots.road
    said = road.dispatch.words.spoken(news("mai học " * 200, urgency=Urgency.REPLY), OA, "vi")
    rows = wire.owed(said, oa.can, road.ids, clock.now())
    merging = Merging(road.channels, road.dispatch.words, road.ids)
    budget = Budget(road.channels, road.dispatch.allowed, merging, road.ids)
    barred = {row.id: Why.WINDOW for row in rows}
    async with database.transaction():
        await outbox.add(rows)
        assert [bool(await budget.divert(barred, rows, clock.now())) for _ in range(2)] == [True, False]
    await bots.passes(timedelta(0))
    assert len(telegram.got) == 2


async def test_no_part_of_what_went_by_another_chat_is_left_behind(
    bots: Bots, oa: Platform, telegram: Platform, huong: int, clock: MovableClock
) -> None:
    await bots.passes(WEEK)
    await chats.link(TELEGRAM, huong, "vi", clock.now())
    long = ("mai học " * 900).strip()
    await bots.owes((OA, news(long, urgency=Urgency.REMINDER, bites=True)))
    assert (len(telegram.got), oa.tried) == (2, 0)
    await bots.says(OA, "trợ giúp")
    assert len(oa.got) == 1, "the answer alone: no part is left behind"


async def test_whoever_writes_while_the_month_is_spent_is_told_once_what_waited(
    clock: MovableClock, files: Files, huong: int
) -> None:
    zalo = Platform("zalo", POOR, Plan(a_month=1000))
    zalo.answer = lambda _: QuotaSpent()
    async with running(clock, files, zalo) as bots:
        await bots.owes((ZALO, news("một")), (ZALO, news("hai")))
        for _ in range(3):
            await bots.says(ZALO, "trợ giúp")
        assert zalo.tried == 1
        zalo.answer = lambda _: None
        await bots.passes(timedelta(days=1, minutes=1))
        assert (len(zalo.got), zalo.got[0].text.count("Khi bạn vắng")) == (1, 1), "the platform's month is not ours"
        assert await statuses("news:%") == {"sent": 2}


async def test_whoever_writes_while_a_message_is_refused_gets_it_and_the_answer(bots: Bots, oa: Platform) -> None:
    oa.is_silent = True
    oa.answer = lambda _: WindowClosed("closed") if oa.tried == 1 else None
    owed = asyncio.get_running_loop().create_task(bots.owes((OA, news("một"))))
    async with asyncio.timeout(20):
        while not oa.tried:  # noqa: ASYNC110
            await asyncio.sleep(0.001)
    bots.clock.move(timedelta(seconds=1))
    await bots.road.take("oa", [{"chat": OA, "text": "trợ giúp"}])
    oa.is_silent = False
    await owed
    await bots.settles()
    assert (len(oa.got), await statuses()) == (2, {"sent": 2})


async def test_a_question_for_a_number_stays_one_beside_other_news(bots: Bots, oa: Platform) -> None:
    await bots.passes(WEEK)
    await bots.owes((OA, news("một")), (OA, news("bao nhiêu giờ?", to_menu(), asks_number=True)))
    await bots.says(OA, "trợ giúp")
    ((options,),) = await sql.tuples("SELECT options FROM menus WHERE options <> '[]' ORDER BY id LIMIT 1")
    assert not any(option["key"].isdigit() for option in json.loads(options)), "what is typed is the answer"


async def test_the_pictures_of_what_goes_by_another_chat_go_with_it(
    bots: Bots, huong: int, clock: MovableClock
) -> None:
    await bots.passes(WEEK)
    await chats.link(TELEGRAM, huong, "vi", clock.now())
    pictures = (Picture("a.jpg", "a"), Picture("b.jpg", "b"))
    await bots.owes((OA, news("bìa sổ", to_menu(), urgency=Urgency.REPLY, pictures=pictures)))
    found = await sql.tuples("SELECT chat, kind FROM outbox WHERE error IS NULL OR error <> 'merged' ORDER BY id")
    assert [tuple(row) for row in found] == [(TELEGRAM, "pictures"), (TELEGRAM, "say")]
