"""What operators hear of an Official Account whose platform does its part no more."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.account_watch import AccountWatch
from bot.clock import MovableClock
from storage import database, outbox, sightings
from storage.outbox import Fate, Owed
from storage.sightings import Sighting
from storage.sql import ms

pytestmark = pytest.mark.usefixtures("opened")

HOUR = timedelta(hours=1)
SILENT = Sighting("oa-webhook", "oa")


def changed(template: str, status: Any) -> dict[str, Any]:
    return {"event_name": "change_template_status", "oa_id": "1", "template_id": template, "status": status}


async def hears(watch: AccountWatch, *events: dict[str, Any]) -> None:
    for event in events:
        watch.heard(event)
    await watch.stop()


async def seen(now: datetime) -> list[Sighting]:
    return await sightings.since(now - timedelta(minutes=3))


async def leaves(id_: int, now: datetime) -> None:
    """Have a message leave at `now`."""
    async with database.transaction():
        await outbox.add([Owed(id_, "oa:1", "say", "{}", ms(now))])
        await outbox.settle([Fate(id_, "sent")], ms(now), 0)


async def test_a_template_that_is_rejected_is_told_for_a_day_or_until_it_is_good_again(clock: MovableClock) -> None:
    watch = AccountWatch("oa", "415206", clock.now)
    refused = Sighting("template-refused", "415206")
    await hears(watch, changed("1", {"prev_status": "PENDING_REVIEW", "new_status": "REJECT"}))
    assert await seen(clock.now()) == []
    await hears(watch, changed("415206", {"prev_status": "ENABLE", "new_status": "REJECT"}))
    clock.move(23 * HOUR)
    assert await seen(clock.now()) == [refused]
    clock.move(2 * HOUR)
    assert await seen(clock.now()) == []
    await hears(watch, changed("415206", "DISABLE"))
    assert await seen(clock.now()) == [refused]
    await hears(watch, changed("415206", {"new_status": "ENABLE"}))
    assert await seen(clock.now()) == []


async def test_events_that_stop_while_messages_leave_are_told(clock: MovableClock) -> None:
    watch = AccountWatch("oa", "", clock.now)
    await leaves(1, clock.now())
    clock.move(2 * HOUR)
    await watch.look()
    assert await seen(clock.now()) == []  # nobody knows whether echoes come at all
    await hears(watch, {"event_name": "oa_send_text"})
    await watch.look()
    assert await seen(clock.now()) == []

    clock.move(HOUR)
    await leaves(2, clock.now())
    clock.move(HOUR / 2)
    await watch.look()
    assert await seen(clock.now()) == []
    clock.move(HOUR)
    await watch.look()
    assert await seen(clock.now()) == [SILENT]
    await hears(watch, {"event_name": "user_send_text"})
    clock.move(timedelta(minutes=4))
    await watch.look()
    assert await seen(clock.now()) == []


async def test_who_asked_for_no_echoes_any_more_is_not_alarmed(clock: MovableClock) -> None:
    watch = AccountWatch("oa", "", clock.now)
    await hears(watch, {"event_name": "oa_send_text"})
    clock.move(25 * HOUR)
    await hears(watch, {"event_name": "user_send_text"})
    clock.move(HOUR)
    await leaves(1, clock.now())
    clock.move(2 * HOUR)
    await watch.look()
    assert await seen(clock.now()) == []
