"""Who runs a session today: whom a question about it goes to, and who is reminded to take its attendance."""

from collections.abc import Collection
from datetime import date

from journey.sessions import OVER_A_GROUP, OVER_UNITS, runners
from storage import attendance_questions, people, sessions, sql, units
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


async def of_ids(those: Collection[int], today: date, besides: int | None = None) -> dict[int, tuple[int, ...]]:
    """Return the same of the sessions with these ids."""
    found = await sessions.sessions_that(f"WHERE {sql.among('id', '?1')}", sql.listed(those))
    return await of_all(found, today, besides)


async def answering(those: Collection[int], today: date) -> dict[int, dict[int, int]]:
    """Return how many questions about attendance wait for whom, by session: nobody answers their own.

    A question of the only one who runs a session waits for the next nearest.
    """
    asked = await attendance_questions.askers(those)
    runners = await of_ids(asked, today)
    found: dict[int, dict[int, int]] = {}
    for session, waiting in asked.items():
        theirs = {each: len(waiting - {each}) for each in runners[session]}
        for person in waiting.intersection(theirs):
            for other in (await of_ids([session], today, besides=person))[session]:
                theirs.setdefault(other, 1)
        found[session] = {person: n for person, n in theirs.items() if n}
    return found
