"""The sessions that people are to be reminded of, and who of them said that they would come."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from storage import sql
from storage.sessions import HOLDS
from storage.waiting import moment_of


@dataclass(frozen=True, slots=True)
class Reminded:
    """What a reminder says of a session; `starts_at` is in UTC."""

    id: int
    season: int
    title: str
    starts_at: datetime
    minutes: int
    place: str
    link: str


async def load(sessions: Collection[int]) -> dict[int, Reminded]:
    """Return `sessions` by id, in any state."""
    found = await sql.tuples(
        f"SELECT id, season_id, title, starts_at, minutes, place, link FROM sessions WHERE {sql.among('id', '?1')}",
        sql.listed(sessions),
    )
    return {id_: Reminded(id_, season, title, moment_of(at), *others) for id_, season, title, at, *others in found}


async def answered(sessions: Collection[int], people: Collection[int]) -> set[tuple[int, int]]:
    """Return (session, person) of those of `people` who said that they would come to one of `sessions`."""
    found = await sql.tuples(
        "SELECT session_id, person_id FROM session_answers a"
        f" WHERE going AND {HOLDS} AND {sql.among('session_id', '?1')}"
        f" AND {sql.among('person_id', '?2')}",
        sql.listed(sessions),
        sql.listed(people),
    )
    return {(int(session), int(person)) for session, person in found}
