"""A platform that answers with errors of its own: for an hour over everything, or over one message for ever."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.channel import OutOfOrder, PlatformError, SendError
from bot.clock import MovableClock
from bot.commands.console import words
from bot.outages import IS_OVER, STUMBLED, Outages
from storage import chats
from storage.files import Files
from storage.people import PersonRow
from tests.bot.platforms import POOR, Platform, news, running, statuses
from tests.bot.test_health import asks
from tests.bot.test_road import trial
from tests.conftest import running as running_world
from tests.fakes.oa import FakeOa
from tests.fakes.zalo import FakeZalo, Trouble
from tests.support.driver_oa import OaDriver
from tests.support.driver_zalo import ZaloDriver
from tests.support.harness import World

__all__ = ("trial",)

MINUTE = timedelta(minutes=1)


def errs(world: World, *, for_now: bool) -> None:
    """Let the platform answer every message with HTTP 500, or no more."""
    match world.driver:
        case ZaloDriver(fake=FakeZalo() as zalo):
            zalo.plan = lambda: Trouble.INTERNAL if for_now else None
        case OaDriver(fake=FakeOa() as oa) if for_now:
            oa.fail_next(10**6, 0, status=500, path="message/cs")
        case OaDriver(fake=FakeOa() as oa):
            oa.heals()


@pytest.mark.parametrize(("place", "people", "recovers"), [("zalo-webhook", 1, 10 * MINUTE), ("oa", 4, 2 * MINUTE)])
async def test_an_hour_of_http_500_loses_nothing_and_is_told(
    place: str, people: int, recovers: timedelta, sqlite_url: str, tmp_path: Path, clock: MovableClock, trial: None
) -> None:
    async with running_world(place, sqlite_url, tmp_path, clock) as world:
        them = [world.person(str(number)) for number in range(1, people + 1)]
        for each in them:
            row = await PersonRow.create(code=each.number, full_name="An", called="An", sort_key="an", folded="an")
            await chats.link(each.chat, row.id, "vi", clock.now())
        errs(world, for_now=True)
        for each in them:
            await each.says("/thu")
            await each.says("một")
        await world.pass_time(timedelta(minutes=59))
        status, health = await asks(world)
        bot = them[0].chat.partition(":")[0]
        assert status == 503
        assert words("health.platform-away", subject=bot) in health["trouble"]
        errs(world, for_now=False)
        await world.pass_time(recovers)

        for each in them:
            await each.look()
            assert [message.mine for message in each.screen] == [True, True, False, False]
        world.service.road.sender.setbacks.refused_templates[bot] = "415206"
        assert (await asks(world))[1]["trouble"] == [words("health.template-refused", subject="415206")]
        assert await statuses() == {"sent": 2 * people}


@pytest.mark.usefixtures("opened")
async def test_a_message_no_platform_can_read_holds_up_its_chat_for_a_minute_and_nobody_else(
    clock: MovableClock, tmp_path: Path
) -> None:
    zalo = Platform("zalo", POOR, answer=lambda sent: PlatformError("HTTP 500") if "hỏng" in sent.text else None)
    async with running(clock, Files(tmp_path.as_uri()), zalo) as bots:
        await bots.owes(("zalo:1", news("hỏng")), ("zalo:1", news("sau")), ("zalo:2", news("khác")))
        assert (zalo.read("zalo:1"), zalo.read("zalo:2")) == ([], ["khác"])
        for _ in range(6):
            await bots.passes(MINUTE / 6)
        assert zalo.read("zalo:1") == []
        await bots.passes(MINUTE)
        assert zalo.read("zalo:1") == ["sau"]
        for _ in range(14):
            await bots.passes(10 * MINUTE)
        assert (zalo.tried, await statuses()) == (len(STUMBLED) + 3, {"sent": 2, "failed": 1})


@pytest.mark.usefixtures("opened")
async def test_what_no_platform_can_read_is_given_up_for_however_many_it_is_while_others_are_answered(
    clock: MovableClock, tmp_path: Path
) -> None:
    broken: dict[str, SendError] = {"hỏng": PlatformError("HTTP 500"), "cửa": OutOfOrder("HTTP 502")}
    zalo = Platform("zalo", POOR, answer=lambda sent: broken.get(sent.text))
    async with running(clock, Files(tmp_path.as_uri()), zalo) as bots:
        await bots.owes(*((f"zalo:{n}", news("hỏng")) for n in range(4)), ("zalo:8", news("cửa")))
        for _ in range(3 * 60 // 5):
            await bots.owes(("zalo:9", news("khác")))
            await bots.passes(5 * MINUTE)
        assert await statuses() == {"sent": 36, "failed": 5}
        assert zalo.tried < 36 + 5 * 2 * len(STUMBLED)


def test_one_message_that_leaves_amid_an_outage_makes_nobody_suspect_for_long() -> None:
    outages, chats_ = Outages(), ("zalo:1", "zalo:2", "zalo:3")
    assert [outages.stumbles_over_all(chat, 1000) for chat in chats_] == [False, False, True]
    outages.end("zalo:4", 1000)
    assert not outages.is_suspect("zalo:1", 1000), "its call began before"
    assert [outages.stumbles_over_all(chat, 1000) for chat in chats_] == [False, False, True]
    outages.end("zalo:4", 2000)
    assert [outages.stumbles_over_all(chat, 2000) for chat in chats_] == [False] * 3
    assert [outages.stumbles_over_all(chat, 2000 + IS_OVER) for chat in chats_] == [False, False, True]
