"""How far the members a session is for were told of it, and asked whether they come."""

from datetime import date, datetime

from journey.sessions import State
from storage import sql
from storage.sessions import HOLDS, Session, audience_sql, sessions_that

BEGUN = -1
"""The edition people were told last while the first telling goes on: somebody has heard, not everybody."""

_UNTOLD = (
    f"state <> '{State.DRAFT}' AND starts_at > ?1 AND (told_edition IS NULL OR told_edition < edition)"
    f" AND NOT (told_edition IS NULL AND state = '{State.CANCELLED}')"
)


async def untold(now: datetime, settled_by: datetime, soon_by: datetime, most: int) -> list[Session]:
    """Return up to `most` sessions of which something is to be told, the one that begins next first.

    Those that changed after `settled_by` are not told of yet, unless they begin by `soon_by` (all in UTC). What was
    called off before anybody heard of it is none.
    """
    return await sessions_that(
        f"WHERE {_UNTOLD} AND (COALESCE(changed_at, made_at) <= ?2 OR starts_at <= ?3) ORDER BY starts_at, id LIMIT ?4",
        sql.at(now),
        sql.at(settled_by),
        sql.at(soon_by),
        most,
    )


async def asking(now: datetime, most: int) -> list[Session]:
    """Return up to `most` sessions whose members are being asked whether they come, the next one first."""
    return await sessions_that(
        f"WHERE state = '{State.PLANNED}' AND starts_at > ?1 AND asked_upto IS NOT NULL"
        " ORDER BY starts_at, id LIMIT ?2",
        sql.at(now),
        most,
    )


async def tell_upto(session: Session, person: int) -> bool:
    """Note that everybody up to `person` is told of this edition; False when it changed meanwhile."""
    return bool(
        await sql.run(
            f"UPDATE sessions SET told_upto = ?3, told_edition = COALESCE(told_edition, {BEGUN}),"
            " told_starts_at = COALESCE(told_starts_at, starts_at) WHERE id = ?1 AND edition = ?2",
            session.id,
            session.edition,
            person,
        )
    )


async def told(session: Session) -> bool:
    """Note that everybody is told of this edition; False when it changed meanwhile."""
    return bool(
        await sql.run(
            "UPDATE sessions SET told_edition = edition, told_starts_at = starts_at, told_upto = 0"
            " WHERE id = ?1 AND edition = ?2",
            session.id,
            session.edition,
        )
    )


async def ask_upto(session: Session, person: int | None) -> None:
    """Note that everybody up to `person` was asked, None for everybody."""
    await sql.run("UPDATE sessions SET asked_upto = ?2 WHERE id = ?1", session.id, person)


async def to_tell(session: Session, today: date, most: int, *, also_absent: bool) -> list[int]:
    """Return the next up to `most` members to tell of `session`, by id; those who do not come where `also_absent`."""
    but = "TRUE" if also_absent else _NOT.format(which="AND NOT a.going")
    return await _people(session, today, session.told_upto, most, but)


async def to_ask(session: Session, today: date, most: int) -> list[int]:
    """Return the next up to `most` members who have not answered, by id."""
    return await _people(session, today, session.asked_upto or 0, most, _NOT.format(which=""))


_NOT = (
    "NOT EXISTS (SELECT 1 FROM session_answers a"
    f" WHERE a.session_id = m.session_id AND a.person_id = m.person_id {{which}} AND {HOLDS})"
)


async def _people(session: Session, today: date, after: int, most: int, which: str) -> list[int]:
    found = await sql.tuples(
        f"SELECT m.person_id FROM ({audience_sql('s.id = ?1', '?2')}) AS m"
        f" WHERE m.person_id > ?3 AND {which} ORDER BY m.person_id LIMIT ?4",
        session.id,
        sql.day(today),
        after,
        most,
    )
    return [int(id_) for (id_,) in found]
