"""What was handled is forgotten, in portions; what needs a human stays."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from scheduler import purge_handled
from scheduler.desk import Desk
from storage import bulks, purging, sql
from storage.broadcasts import BroadcastRow
from storage.invitations import GuessRow
from storage.people import PersonRow
from storage.reminders import ReminderRow
from storage.sql import ms
from tests.bot.test_dead_rows import message, update

NOW = datetime(2027, 5, 1, tzinfo=UTC)
LONG_AGO, YESTERDAY = ms(NOW - timedelta(days=40)), ms(NOW - timedelta(days=1))


def desk() -> Desk:
    return Desk(ZoneInfo("Asia/Ho_Chi_Minh"))


async def left(table: str) -> list[int]:
    return [row["id"] for row in await sql.rows(f"SELECT id FROM {table} ORDER BY id")]


async def test_only_what_is_old_and_needs_nobody_is_forgotten(opened: str) -> None:
    await update(1, status="done", received_at=LONG_AGO)
    await update(2, status="dropped", received_at=LONG_AGO)
    await update(3, status="failed", received_at=LONG_AGO)
    await update(4, status="new", received_at=LONG_AGO)
    await update(5, status="done", received_at=YESTERDAY)
    kinds: tuple[tuple[str, str | None, dict[str, Any]], ...] = (
        ("sent", None, {}),
        ("expired", None, {}),
        ("dropped", "NotNow", {}),
        ("failed", "ChatClosed", {}),
        ("unknown", "unknown", {}),
        ("failed", "NotNow", {}),
        ("unknown", "unknown", {"must_arrive": True}),
        ("waiting", None, {}),
        ("sending", None, {}),
        ("sent", None, {"changed_at": YESTERDAY}),
    )
    for number, (status, error, more) in enumerate(kinds):
        await message(number, error, status=status, **{"changed_at": LONG_AGO, **more})

    while await purge_handled.run(NOW, desk()):
        pass

    assert await left("inbox") == [3, 4, 5]
    assert await left("outbox") == [5, 6, 7, 8, 9]


async def test_who_typed_wrong_codes_is_forgotten_after_a_day(opened: str) -> None:
    for hours in (2, 23, 25):
        _ = await GuessRow.create(chat=f"zalo:{hours}", wrong=5, since=NOW - timedelta(hours=hours))
    assert await purge_handled.run(NOW, desk()) == 1
    assert await GuessRow.filter(chat="zalo:25").count() == 0


async def test_a_list_only_shown_and_an_announcement_only_written_are_forgotten_after_a_day(opened: str) -> None:
    officer = await PersonRow.create(
        code="dung", full_name="Dũng", called="Dũng", sort_key="dung", folded="dung", address="bạn"
    )
    long_ago, lately = NOW - timedelta(days=2), NOW - timedelta(hours=20)
    _, approved, fresh = [await bulks.ask(officer.id, [1], at) for at in (long_ago, long_ago, lately)]
    assert await bulks.begin(approved, long_ago)
    for state, at in (("draft", long_ago), ("done", long_ago), ("draft", lately)):
        words = {"segment": "all@*", "text": "Mời họp", "role": "secretary", "place": "", "chat": "telegram:1"}
        await BroadcastRow(author_id=officer.id, state=state, made_at=at, **words).save()

    assert [await purge_handled.run(NOW, desk()) for _ in range(2)] == [2, 0]
    assert await left("bulks") == [approved, fresh]
    assert len(await left("broadcasts")) == 2


async def test_a_reminder_is_forgotten_two_months_after_its_end_unless_it_is_not_settled(opened: str) -> None:
    person = await PersonRow.create(code="lan", full_name="Lan", called="Lan", sort_key="lan", folded="lan")
    long_ago, lately = NOW - timedelta(days=61), NOW - timedelta(days=59)
    rows = (("told", long_ago), ("dropped", long_ago), ("leaving", long_ago), ("waiting", long_ago), ("told", lately))
    for number, (state, expires_at) in enumerate(rows):
        _ = await ReminderRow.create(
            person_id=person.id,
            kind="task",
            subject=f"{number} 7d",
            state=state,
            due_at=long_ago,
            expires_at=expires_at,
        )

    assert [await purge_handled.run(NOW, desk()) for _ in range(2)] == [2, 0]
    assert [row["state"] for row in await sql.rows("SELECT state FROM reminders ORDER BY id")] == [
        "leaving",
        "waiting",
        "told",
    ]


async def test_a_portion_is_bounded_and_the_oldest_go_first(opened: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purging, "PORTION", 10)
    for number in range(25):
        await update(number, status="done", received_at=LONG_AGO + number)
        await message(number, None, status="sent", changed_at=LONG_AGO + number)

    assert await purge_handled.run(NOW, desk()) == 20
    assert await left("inbox") == await left("outbox") == list(range(10, 25))
    assert [await purge_handled.run(NOW, desk()) for _ in range(3)] == [20, 10, 0]
