"""Forgetting rows that are done with, a bounded number at a time, so that the writer is never held for long."""

from datetime import datetime

from storage import dead_rows, sql

PORTION = 1000
"""Rows deleted in one transaction: some milliseconds on either database."""


async def updates(before: int) -> int:
    """Delete updates received before `before` (ms) that were handled or dropped, a portion; return how many."""
    return await sql.run(
        "DELETE FROM inbox WHERE id IN (SELECT id FROM inbox WHERE received_at < ?1"
        " AND status IN ('done', 'dropped') ORDER BY received_at LIMIT ?2)",
        before,
        PORTION,
    )


async def messages(before: int) -> int:
    """Delete messages settled before `before` (ms) that need no human, a portion; return how many."""
    return await sql.run(
        "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE changed_at < ?1"
        f" AND status NOT IN ('waiting', 'sending', 'held') AND NOT {dead_rows.NEEDS_A_HUMAN}"
        " ORDER BY changed_at LIMIT ?2)",
        before,
        PORTION,
    )


async def menus(before: int) -> int:
    """Delete choices that were good until `before` (ms), a portion; return how many."""
    return await sql.run(
        "DELETE FROM menus WHERE id IN (SELECT id FROM menus WHERE expires_at < ?1 LIMIT ?2)", before, PORTION
    )


async def lists(before: datetime) -> int:
    """Delete lists shown before `before` (UTC) and never approved together, a portion; return how many."""
    return await sql.run(
        "DELETE FROM bulks WHERE id IN (SELECT id FROM bulks WHERE approved_at IS NULL AND asked_at < ?1"
        " ORDER BY id LIMIT ?2)",
        sql.at(before),
        PORTION,
    )


async def link_codes(before: datetime) -> int:
    """Delete link codes that were good until `before` (UTC), a portion; return how many."""
    return await sql.run(
        "DELETE FROM link_codes WHERE id IN (SELECT id FROM link_codes WHERE expires_at < ?1 LIMIT ?2)",
        sql.at(before),
        PORTION,
    )


async def guesses(before: datetime) -> int:
    """Forget chats, strangers' too, whose wrong codes have counted since before `before` (UTC), a portion."""
    return await sql.run(
        "DELETE FROM guesses WHERE chat IN (SELECT chat FROM guesses WHERE since < ?1 LIMIT ?2)",
        sql.at(before),
        PORTION,
    )


async def drafts(before: datetime) -> int:
    """Delete announcements written before `before` (UTC) and never confirmed, a portion; return how many."""
    return await sql.run(
        "DELETE FROM broadcasts WHERE id IN (SELECT id FROM broadcasts WHERE state = 'draft' AND made_at < ?1"
        " ORDER BY id LIMIT ?2)",
        sql.at(before),
        PORTION,
    )


async def reminders(before: datetime) -> int:
    """Delete reminders told or dropped that expired before `before` (UTC), a portion; return how many."""
    return await sql.run(
        "DELETE FROM reminders WHERE id IN (SELECT id FROM reminders WHERE expires_at < ?1"
        " AND state IN ('told', 'dropped') ORDER BY expires_at LIMIT ?2)",
        sql.at(before),
        PORTION,
    )
