"""A session put together, planned, moved and called off: each from the state it was seen in."""

from datetime import date, datetime
from typing import Any

from journey.sessions import Scope, State
from storage import sql
from storage.sessions import Session, SessionRow, sessions_that

_PLANNED = f"state = '{State.PLANNED}'"


async def draft(
    *,
    season: int,
    title: str,
    task: str,
    starts_at: datetime,
    held_on: date,
    minutes: int,
    scope: Scope,
    organiser: int,
    now: datetime,
    place: str = "",
    link: str = "",
    held_by: str = "",
) -> Session:
    """Return a new draft of `organiser`; drafts they had before are gone."""
    await SessionRow.filter(organiser_id=organiser, state=State.DRAFT).delete()
    row = await SessionRow.create(
        season_id=season,
        title=title,
        task=task,
        starts_at=starts_at,
        held_on=held_on,
        minutes=minutes,
        place=place,
        link=link,
        unit_id=scope.unit,
        group_id=scope.group,
        held_by=held_by,
        organiser_id=organiser,
        state=State.DRAFT,
        made_at=now,
        word="",
        edition=0,
        reason="",
        told_upto=0,
    )
    (found,) = await sessions_that("WHERE id = ?1", row.id)
    return found


async def drafted(id_: int, organiser: int) -> Session | None:
    """Return a draft of `organiser`, None where it is none (any more)."""
    found = await sessions_that("WHERE id = ?1 AND organiser_id = ?2 AND state = ?3", id_, organiser, State.DRAFT)
    return found[0] if found else None


async def redraft(id_: int, organiser: int, **values: Any) -> bool:
    """Change columns of a draft; False when it is none any more."""
    return bool(await SessionRow.filter(id=id_, organiser_id=organiser, state=State.DRAFT).update(**values))


async def forget(id_: int, organiser: int) -> None:
    """Take a draft away."""
    await SessionRow.filter(id=id_, organiser_id=organiser, state=State.DRAFT).delete()


async def plan(id_: int, organiser: int, now: datetime) -> bool:
    """Let a draft be a session, `now` before it begins; False when it is none any more."""
    drafts = SessionRow.filter(id=id_, organiser_id=organiser, state=State.DRAFT, starts_at__gt=now)
    return bool(await drafts.update(state=State.PLANNED, made_at=now))


async def move(seen: Session, now: datetime, **values: Any) -> bool:
    """Change when or where; False when it is not as `seen` any more, or has begun."""
    found = SessionRow.filter(id=seen.id, edition=seen.edition, state=State.PLANNED, starts_at__gt=now)
    return bool(await found.update(edition=seen.edition + 1, changed_at=now, told_upto=0, **values))


async def keep_planned(id_: int) -> bool:
    """Let a session not be called off until this transaction ends; False when it was.

    Many do so at once: whoever calls it off waits for all of them. SQLite has one writer.
    """
    shared = "" if sql.is_sqlite() else " FOR SHARE"
    return bool(await sql.tuples(f"SELECT 1 FROM sessions WHERE id = ?1 AND {_PLANNED}{shared}", id_))


async def cancel(seen: Session, reason: str, now: datetime) -> bool:
    """Call it off; False when it is not as `seen` any more, has begun, or somebody was counted at it."""
    await _hold(seen)  # who is being counted meanwhile is seen by the next statement alone
    nobody = "NOT EXISTS (SELECT 1 FROM attendances a WHERE a.session_id = sessions.id AND a.state = 'counted')"
    return await _cancel(seen, reason, now, f"starts_at > ?4 AND {nobody}")


async def cancel_afterwards(seen: Session, reason: str, now: datetime) -> bool:
    """Say that it did not take place; False when it is not as `seen` any more. Who was counted at it still is."""
    return await _cancel(seen, reason, now, "starts_at <= ?4")


async def _cancel(seen: Session, reason: str, now: datetime, where: str) -> bool:
    return bool(
        await sql.run(
            f"UPDATE sessions SET state = '{State.CANCELLED}', reason = ?3, changed_at = ?4, edition = edition + 1,"
            f" told_upto = 0, asked_upto = NULL WHERE id = ?1 AND edition = ?2 AND {_PLANNED} AND {where}",
            seen.id,
            seen.edition,
            reason,
            sql.at(now),
        )
    )


async def _hold(seen: Session) -> None:
    await sql.run("UPDATE sessions SET edition = edition WHERE id = ?1", seen.id)


async def was_attended(id_: int) -> bool:
    """Say whether somebody was counted at a session."""
    found = await sql.tuples("SELECT 1 FROM attendances WHERE session_id = ?1 AND state = 'counted' LIMIT 1", id_)
    return bool(found)


async def ask(id_: int, asked_before: datetime, now: datetime) -> bool:
    """Begin to ask those who have not answered; False when they were asked after `asked_before` (UTC) already."""
    return bool(
        await sql.run(
            f"UPDATE sessions SET asked_at = ?3, asked_upto = 0 WHERE id = ?1 AND {_PLANNED} AND starts_at > ?3"
            " AND (asked_at IS NULL OR asked_at <= ?2)",
            id_,
            sql.at(asked_before),
            sql.at(now),
        )
    )
