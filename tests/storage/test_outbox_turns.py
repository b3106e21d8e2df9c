"""Whose turn it is in the outbox, whichever process asks."""

from dataclasses import replace

import pytest
from tortoise.exceptions import IntegrityError

from storage import outbox, sql
from storage.outbox import Fate, OutboxRow, Owed

A, B = 11, 22
"""Two processes."""

NOW = 1_000_000


def owed(number: int, chat: str = "telegram:42", **changes: object) -> Owed:
    return replace(Owed(number, chat, "say", "{}", NOW), **changes)  # type: ignore[arg-type]


async def test_a_message_whose_id_another_one_has_is_refused_and_never_swallowed(opened: str) -> None:
    await outbox.add([owed(7)])

    with pytest.raises(IntegrityError):
        await outbox.add([owed(7, "telegram:43")])

    assert [row["chat"] for row in await sql.rows("SELECT chat FROM outbox")] == ["telegram:42"]


async def test_nobody_overtakes_an_earlier_message_that_another_process_has_in_hand(opened: str) -> None:
    await outbox.add([owed(1), owed(2), owed(3, "telegram:43")])

    assert await outbox.claim([2, 3], NOW, B) == {3}
    assert await outbox.claim([1], NOW, A) == {1}
    assert await outbox.claim([2], NOW, B) == set(), "its chat is being sent to"
    await outbox.settle([Fate(1, "sent")], NOW, A)
    assert await outbox.claim([2], NOW, B) == {2}


async def test_the_urgent_goes_first_and_what_waits_for_later_or_is_too_late_holds_nobody_up(opened: str) -> None:
    await outbox.add([owed(1, not_before=NOW + 5000), owed(2, expires_at=NOW), owed(3), owed(4, priority=0)])

    assert await outbox.claim([3], NOW, A) == set()
    assert await outbox.claim([4], NOW, A) == {4}
    await outbox.settle([Fate(4, "sent")], NOW, A)
    assert await outbox.claim([3], NOW, A) == {3}


async def test_an_answer_to_a_tap_waits_for_nobody(opened: str) -> None:
    await outbox.add([owed(1), owed(2, kind="answer")])

    assert await outbox.claim([2], NOW, B) == {2}
    assert await outbox.claim([1], NOW, A) == {1}


async def test_a_claim_that_a_process_did_not_hear_of_is_its_own_and_nobody_elses(opened: str) -> None:
    await outbox.add([owed(1)])
    await outbox.claim([1], NOW, A)

    assert await outbox.claim([1], NOW, B) == set()
    assert await outbox.claim([1], NOW, A) == {1}


async def test_whoever_lost_a_message_cannot_settle_it_while_another_sends_it(opened: str) -> None:
    await outbox.add([owed(1)])
    await outbox.claim([1], NOW, A)

    assert [row.id for row in await outbox.adopt([A], 0, B)] == [1]
    await outbox.settle([Fate(1, "waiting", error="unknown")], NOW, B)
    assert await outbox.claim([1], NOW, B) == {1}
    await outbox.settle([Fate(1, "waiting")], NOW, A)

    assert await outbox.senders() == {B: NOW}


async def test_a_card_in_doubt_stays_on_record_when_its_next_version_takes_its_place(opened: str) -> None:
    await outbox.add([owed(1, card="menu"), owed(2, card="book")])
    await outbox.claim([1], NOW, A)
    await outbox.settle([Fate(1, "waiting", error="unknown", not_before=NOW + 5000)], NOW, A)

    dropped = await outbox.supersede([("telegram:42", "menu"), ("telegram:42", "book")])
    assert {card: [(row.id, row.not_before) for row in rows] for (_, card), rows in dropped.items()} == {
        "menu": [(1, NOW + 5000)],
        "book": [(2, NOW)],
    }

    kept = [(row.id, row.status, row.error, row.attempts) for row in await OutboxRow.all()]
    assert kept == [(1, "unknown", "unknown", 1)]


async def test_a_message_in_doubt_stays_on_record_when_nothing_reaches_its_chat_any_more(opened: str) -> None:
    await outbox.add([owed(1), owed(2), owed(3, "telegram:43")])
    await outbox.claim([1], NOW, A)
    await outbox.settle([Fate(1, "waiting", error="unknown", not_before=NOW + 5000)], NOW, A)

    await outbox.close_chat("telegram:42", NOW)

    kept = [(row.id, row.status, row.error) for row in await OutboxRow.all().order_by("id")]
    assert kept == [(1, "failed", "unknown, then ChatClosed"), (2, "failed", "ChatClosed"), (3, "waiting", None)]
