"""Who runs a session today: whom a question about it goes to, and who is reminded to take its attendance."""

from collections.abc import Collection
from datetime import date

from journey.sessions import OVER_A_GROUP, OVER_UNITS, runners
from storage import people, sessions, sql, units
from storage.sessions import Session


async def of(session: Session, today: date, besides: int | None = None) -> tuple[int, ...]:
    """Return the ids of the people, in their order; never `besides`."""
    found = await of_all([session], today, besides)
    return found[session.id]


async def of_all(those: Collection[Session], today: date, besides: int | None = None) -> dict[int, tuple[int, ...]]:
    """Return the ids of the people by session; `today` is local."""
    if not those:
        return {}
    posts = [each for each in await people.holders(OVER_UNITS | OVER_A_GROUP, today) if each.person != besides]
    tree, groups = await units.tree(), await units.groups()
    found: dict[int, tuple[int, ...]] = {}
    for session in those:
        group = groups.get(session.group) if session.group is not None else None
        path = units.path(tree, session.unit if group is None else group.unit)
        found[session.id] = runners(session, posts, path)
    return found


async def of_ids(those: Collection[int], today: date) -> dict[int, tuple[int, ...]]:
    """Return the same of the sessions with these ids."""
    return await of_all(await sessions.sessions_that(f"WHERE {sql.among('id', '?1')}", sql.listed(those)), today)
