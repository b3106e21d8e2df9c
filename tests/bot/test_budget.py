"""The message budget: windows that close, months that run out, what waits and what goes another way."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.channel import NotNow, QuotaSpent, Unknown, WindowClosed
from bot.clock import MovableClock
from journey.allowance import Plan
from locales import texts
from locales.saying import Urgency, choice
from storage import chats, held, metered, outbox, sql
from storage.files import Files
from tests.bot.platforms import POOR, RICH, WEEK, WINDOWED, ZONE, Bots, Platform, news, running, statuses
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
    await chats.heard({OA: round(clock.now().timestamp() * 1000)})
    return person


@pytest.fixture
async def oa() -> Platform:
    return Platform("oa", WINDOWED, Plan(template="501"))


@pytest.fixture
async def telegram() -> Platform:
    return Platform("telegram", RICH)


@pytest.fixture
async def bots(clock: MovableClock, files: Files, huong: int, oa: Platform, telegram: Platform) -> AsyncIterator[Bots]:
    async with running(clock, files, oa, telegram) as found:
        yield found


async def test_news_after_the_window_waits_for_the_person_and_comes_as_one_message_before_the_answer(
    bots: Bots, oa: Platform
) -> None:
    await bots.passes(WEEK)
    decides, shows = (
        choice("reviews.approve", 1, label="held.do-menu", style="good"),
        choice("book.open", label="held.do-menu"),
    )
    await bots.owes(
        (OA, news("thẻ cũ", decides, card="review:1")),
        (OA, news("việc khác", shows)),
        (OA, news("thẻ mới", decides, card="review:1")),
        (OA, news("nhắc cũ", urgency=Urgency.REMINDER, key="reminders:1:a")),
        (OA, news("nhắc mới", urgency=Urgency.REMINDER, key="reminders:1:b")),
    )
    assert oa.tried == 0
    assert await statuses() == {"held": 5}

    await bots.says(OA, "trợ giúp")
    merged, answer = oa.got
    assert merged.text == "Khi bạn vắng:\n\nviệc khác\n\nthẻ mới\n\nnhắc mới"
    assert [button.action for row in merged.buttons for button in row] == ["book.open", "menu.open"]
    assert "\n" in answer.text
    assert await statuses("news:%") == {"expired": 1, "sent": 2}
    assert await statuses("reminders:%") == {"expired": 1, "sent": 1}
    await bots.says(OA, "trợ giúp")
    assert len(oa.got) == 3


async def test_one_message_that_waited_leaves_as_it_was_with_what_it_asks(bots: Bots, oa: Platform) -> None:
    await bots.passes(WEEK)
    await bots.owes((OA, news("duyệt?", choice("reviews.approve", 1, label="held.do-menu", style="good"))))
    await bots.says(OA, "trợ giúp")
    assert oa.got[0].text == "duyệt?"
    assert [button.action for row in oa.got[0].buttons for button in row] == ["reviews.approve 1"]


async def test_what_must_be_read_goes_by_another_chat_or_a_template_or_waits(
    bots: Bots, oa: Platform, telegram: Platform, huong: int, clock: MovableClock
) -> None:
    late: dict[str, Any] = {"urgency": Urgency.REMINDER, "bites": True, "within": timedelta(hours=2)}
    await bots.passes(WEEK)
    await bots.owes((OA, news("Hôm nay là hạn cuối đăng ký nhiệm vụ năm\nXem sổ", **late)))
    assert [(each.kind, each.template) for each in oa.got] == [("template", "501")]
    assert oa.got[0].values == {"label": "Hôm nay là hạn cuối đăng ký nh", "date": "18/01/2027"}

    await chats.link(TELEGRAM, huong, "vi", clock.now())
    await bots.owes((OA, news("ngày mai học", **late)))
    assert telegram.read(TELEGRAM) == ["ngày mai học"]
    assert len(oa.got) == 1

    await chats.set_reachable(TELEGRAM, False)
    bots.road.dispatch.allowed.plans["oa"] = Plan(window=WEEK)  # type: ignore[index]
    await bots.owes((OA, news("ngày kia học", **late)))
    assert len(oa.got) == 1
    assert await held.count() == 1
    await bots.passes(timedelta(hours=3))
    assert await statuses("news:%") == {"expired": 1, "sent": 2}, "too late is too late"


async def test_a_window_that_the_platform_finds_closed_is_tried_once(bots: Bots, oa: Platform) -> None:
    oa.answer = lambda _: WindowClosed("closed")
    await bots.owes((OA, news("một")), (OA, news("hai")))
    await bots.passes(timedelta(minutes=10))
    assert oa.tried == 1
    assert await statuses() == {"held": 2}
    oa.answer = lambda _: None
    await bots.says(OA, "trợ giúp")
    assert oa.got[0].text == "Khi bạn vắng:\n\nmột\n\nhai"


async def test_a_stranger_is_not_tried_again_and_again_either(bots: Bots, oa: Platform) -> None:
    oa.answer = lambda _: WindowClosed("closed")
    await bots.owes(("oa:9", news("một", urgency=Urgency.REPLY)))
    await bots.passes(timedelta(minutes=10))
    assert (oa.tried, await statuses()) == (1, {"held": 1})


async def test_what_others_change_in_a_card_waits_where_it_would_be_a_message(bots: Bots, oa: Platform) -> None:
    await bots.owes((OA, news("thẻ 1", card="book:1")), (OA, news("thẻ 2", card="book:1")))
    await bots.owes((OA, news("thẻ 3", card="book:1")), (OA, news("thẻ mới", card="book:1", fresh=True)))
    assert oa.read(OA) == ["thẻ 1", "thẻ mới"]
    await bots.says(OA, "trợ giúp")
    assert oa.read(OA)[2] == "thẻ 3"


async def test_who_blocked_us_gets_nothing_that_waited(bots: Bots, oa: Platform) -> None:
    await bots.passes(WEEK)
    await bots.owes((OA, news("một")))
    await bots.road.committer.submit(lambda: outbox.close_chat(OA, sql.ms(bots.clock.now())))
    assert await statuses() == {"failed": 1}


async def test_a_month_is_kept_for_replies_and_begins_anew(
    clock: MovableClock, files: Files, huong: int, telegram: Platform
) -> None:
    zalo = Platform("zalo", POOR, Plan(a_month=20))
    await chats.link(ZALO, huong, "vi", clock.now())
    async with running(clock, files, zalo, telegram) as bots:
        await bots.owes(*[(f"zalo:{n}", news(f"nhắc {n}", urgency=Urgency.REMINDER)) for n in range(10, 30)])
        assert len(zalo.got) == 16, "four fifths"
        await bots.owes(*[(f"zalo:{n}", news(f"tin {n}")) for n in range(40, 50)])
        assert len(zalo.got) == 18, "nine tenths"
        await bots.says(ZALO, "trợ giúp")
        await bots.says(ZALO, "trợ giúp")
        assert len(zalo.got) == 20, "a person is answered, whatever we count"
        assert (await metered.month("zalo", "2027-01")).used == 22
        assert await statuses("news:%") == {"held": 12, "sent": 18}

        await bots.passes(timedelta(days=21))
        assert len(zalo.got) == 20 + 12
        assert (await metered.month("zalo", "2027-02")).said == 12


async def test_a_month_that_the_platform_ends_stops_its_bot_alone(
    clock: MovableClock, files: Files, huong: int, telegram: Platform
) -> None:
    zalo = Platform("zalo", POOR, Plan(a_month=1000))
    zalo.answer = lambda _: QuotaSpent() if len(zalo.got) >= 5 else None
    async with running(clock, files, zalo, telegram) as bots:
        both = [
            (f"{bot}:{n}", news(f"{n}", urgency=Urgency.REMINDER)) for n in range(30) for bot in ("zalo", "telegram")
        ]
        await bots.owes(*both[:10])
        await bots.owes(*both[10:12])
        await bots.owes(*both[12:])
        await bots.passes(timedelta(hours=1))
        assert (len(zalo.got), zalo.tried, len(telegram.got)) == (5, 6, 30)
        assert await statuses() == {"sent": 35, "held": 25}
        month = await metered.month("zalo", "2027-01")
        assert (month.said, month.spent_until is not None) == (5, True), "what was refused is not counted"

        await chats.link("zalo:3", huong, "vi", clock.now())
        await chats.link(TELEGRAM, huong, "vi", clock.now())
        before = len(telegram.got)
        await bots.says("zalo:3", "trợ giúp")
        assert (zalo.tried, len(telegram.got)) == (6, before + 1), "the answer comes where it can"


async def test_a_call_is_counted_before_it_leaves_and_not_where_it_certainly_did_not(
    clock: MovableClock, files: Files
) -> None:
    zalo = Platform("zalo", POOR, Plan(a_month=1000), is_silent=True)

    async def said() -> int:
        return (await metered.month("zalo", "2027-01")).said

    async with running(clock, files, zalo) as bots:
        owed = bots.owes((ZALO, news("một")))
        await _while_it_hangs(owed, zalo)
        assert await said() == 1, "a process that dies now leaves it counted"
        zalo.is_silent = False
        await bots.settles()
        zalo.answer = lambda _: NotNow(timedelta(hours=1))
        await bots.owes((ZALO, news("hai")))
        assert await said() == 1
        zalo.answer = lambda _: Unknown()
        await bots.owes(("zalo:2", news("ba")))
        assert await said() == 2, "it may have been delivered"


async def _while_it_hangs(owed: Any, zalo: Platform) -> None:
    task = asyncio.get_running_loop().create_task(owed)
    async with asyncio.timeout(20):
        while not zalo.tried:  # noqa: ASYNC110
            await asyncio.sleep(0.001)
    task.cancel()


def test_what_waited_is_told_in_both_languages() -> None:
    assert all(texts.render(each, "held.away", {"lines": ["x"]}, ZONE).endswith("x") for each in texts.LANGUAGES)


async def test_a_template_that_is_refused_fails_for_an_operator_to_see(bots: Bots, oa: Platform) -> None:
    await bots.passes(WEEK)
    oa.answer = lambda _: QuotaSpent()
    await bots.owes((OA, news("ngày mai học", urgency=Urgency.REMINDER, bites=True)))
    await bots.passes(timedelta(minutes=5))
    assert (oa.tried, await statuses()) == (1, {"failed": 1})


async def test_what_may_have_arrived_is_not_said_elsewhere(
    bots: Bots, oa: Platform, telegram: Platform, huong: int, clock: MovableClock
) -> None:
    await chats.link(TELEGRAM, huong, "vi", clock.now())
    oa.answer = lambda _: Unknown()
    await bots.owes((OA, news("duyệt rồi", urgency=Urgency.REPLY, must_arrive=True)))
    await chats.shut({OA: sql.ms(clock.now())})
    await bots.passes(timedelta(seconds=10))
    assert (oa.tried, telegram.got, await statuses()) == (1, [], {"unknown": 1})
