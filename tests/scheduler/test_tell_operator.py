"""The operators are told once of what needs a human, in one message an hour at most."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from locales import texts
from scheduler import tell_operator
from scheduler.desk import Desk
from storage import dead_rows, settings, sightings, sql
from storage.sightings import Sighting
from tests.bot.test_dead_rows import message, update

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MORNING = datetime(2027, 5, 3, 2, 0, tzinfo=UTC)  # 09:00
NIGHT = datetime(2027, 5, 3, 16, 0, tzinfo=UTC)  # 23:00
HOUR = timedelta(hours=1)
CHAT = "telegram:42"


async def told(now: datetime, *operators: str) -> list[str]:
    """Run the job until it has nothing more to do; return what it says, in Vietnamese."""
    said = []
    while True:
        desk = Desk(ZONE, operators or (CHAT,))
        count = await tell_operator.run(now, desk)
        for _, _, say in desk.owed:
            lines = [texts.render("vi", line.key, line.params, ZONE) for line in say.text.params["lines"]]  # type: ignore[attr-defined]
            said.append(" ".join(lines))
        if count == 0:
            return said


async def test_what_failed_is_told_once_and_merged(opened: str) -> None:
    await update(1)
    for number in range(3):
        await message(number)

    [said] = await told(MORNING)
    assert "1 tin đến" in said
    assert "3 tin không gửi được" in said
    assert "hanhtrinh outbox" in said
    assert await told(MORNING + 5 * HOUR) == []


async def test_more_of_it_is_told_an_hour_later_at_the_earliest(opened: str) -> None:
    await update(1)
    assert len(await told(MORNING)) == 1
    await update(2)
    assert await told(MORNING + timedelta(minutes=59)) == []
    [said] = await told(MORNING + HOUR)
    assert "2 tin đến" in said


async def test_what_an_operator_has_dealt_with_and_fails_anew_is_told_again(opened: str) -> None:
    await update(1)
    await update(2)
    assert len(await told(MORNING)) == 1
    await dead_rows.drop_updates([1, 2])
    assert await told(MORNING + HOUR) == []
    await update(3)
    [said] = await told(MORNING + 2 * HOUR)
    assert "1 tin đến" in said


async def test_one_dealt_with_and_another_failed_in_the_same_minute_is_told(opened: str) -> None:
    await update(1)
    assert len(await told(MORNING)) == 1
    await dead_rows.drop_updates([1])
    await update(2)
    assert len(await told(MORNING + HOUR)) == 1


async def test_what_can_wait_waits_for_the_morning(opened: str) -> None:
    await update(1)
    assert await told(NIGHT) == []
    assert await told(NIGHT + 7 * HOUR) == []  # 06:00
    assert len(await told(NIGHT + 8 * HOUR)) == 1  # 07:00


@pytest.mark.parametrize("what", ["bot-refused", "bot-contested", "disk-full"])
async def test_what_people_lose_by_is_told_at_night_too(opened: str, what: str) -> None:
    await sightings.note(Sighting(what, "telegram"), NIGHT)
    assert len(await told(NIGHT)) == 1


async def test_a_trouble_that_lasts_is_told_once_and_again_when_it_comes_back(opened: str) -> None:
    for minutes in range(0, 180, 2):
        now = MORNING + timedelta(minutes=minutes)
        await sightings.note(Sighting("bot-refused", "telegram"), now)
        assert len(await told(now)) == (1 if minutes == 0 else 0)
    later = MORNING + 5 * HOUR
    assert await told(later) == []
    await sightings.note(Sighting("bot-refused", "telegram"), later)
    assert len(await told(later)) == 1


async def test_queues_that_stand_are_told(opened: str) -> None:
    ago = sql.ms(MORNING - HOUR)
    await update(1, status="new", received_at=ago)
    await message(1, status="waiting", not_before=ago)
    [said] = await told(MORNING)
    assert "60 phút" in said
    assert said.count("đã chờ") == 2


async def test_every_operator_is_told_each_in_a_chat_of_their_own(opened: str) -> None:
    await update(1)
    assert len(await told(MORNING, "telegram:42", "telegram.tay:42")) == 2


async def test_without_an_operator_nothing_is_said_and_nothing_is_taken_for_told(opened: str) -> None:
    await update(1)
    assert await tell_operator.run(MORNING, Desk(ZONE)) == 0
    assert await settings.get(tell_operator.NAME) is None


async def test_the_second_of_two_processes_is_silent_by_its_key(opened: str) -> None:
    await update(1)
    keys = []
    for _ in range(2):
        desk = Desk(ZONE, (CHAT,))
        await tell_operator.run(MORNING, desk)
        keys += [say.key for _, _, say in desk.owed]
        await sql.run("DELETE FROM settings WHERE name = ?1", tell_operator.NAME)  # as the other process read it
    assert len(keys) == 2
    assert len(set(keys)) == 1


async def test_an_alarm_that_does_not_arrive_is_no_reason_for_the_next(opened: str) -> None:
    await message(1, key=f"operator:{CHAT}:1")
    assert await told(MORNING) == []
