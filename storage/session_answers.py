"""Who said they would come to a session, and who would not, and why."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from storage import sql
from storage.prepared import Prepared
from storage.sessions import HOLDS, AnswerRow, Session, audience_sql


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person said; the fields are those of AnswerRow."""

    session: int
    person: int
    going: bool
    reason: str
    answered_at: datetime
    for_day: date | None

    def holds(self, session: Session) -> bool:
        """Say whether it was given for the day on which `session` is held."""
        return self.for_day == session.held_on


@dataclass(frozen=True, slots=True)
class Counts:
    """How many a session is for, and how many of them come, and do not.

    `again` are those of the others who had answered for another day, and not since it was moved.
    """

    meant: int = 0
    going: int = 0
    absent: int = 0
    again: int = 0

    @property
    def silent(self) -> int:
        """How many have not answered."""
        return self.meant - self.going - self.absent


_answers = Prepared(AnswerRow, Answer)


async def keep(session: Session, person: int, *, going: bool, now: datetime) -> None:
    """Keep the answer in the place of an earlier one; the reason, if any, comes after it."""
    row = AnswerRow(
        session_id=session.id, person_id=person, going=going, reason="", answered_at=now, for_day=session.held_on
    )
    await AnswerRow.bulk_create(
        [row], on_conflict=["session_id", "person_id"], update_fields=["going", "reason", "answered_at", "for_day"]
    )


async def say_why(session: int, person: int, reason: str) -> bool:
    """Keep why somebody does not come; False when they never said so, or come after all."""
    return bool(await AnswerRow.filter(session_id=session, person_id=person, going=False).update(reason=reason))


async def forget_reasons(person: int) -> None:
    """Forget why `person` did not come, to any session: that may say how they or their family are."""
    await sql.run("UPDATE session_answers SET reason = '' WHERE person_id = ?1 AND reason <> ''", person)


async def of_person(person: int, sessions: Collection[int]) -> dict[int, Answer]:
    """Return what `person` answered about `sessions`, by session."""
    found = await _answers.all(
        f"WHERE person_id = ?1 AND {sql.among('session_id', '?2')}", person, sql.listed(sessions)
    )
    return {each.session: each for each in found}


async def counts(sessions: Collection[int], today: date) -> dict[int, Counts]:
    """Return the counts of each of `sessions`, among those it is for on `today` (local)."""
    if not sessions:
        return {}
    found = await sql.tuples(
        f"SELECT m.session_id, count(*), sum(CASE WHEN a.going AND {HOLDS} THEN 1 ELSE 0 END),"
        f" sum(CASE WHEN NOT a.going AND {HOLDS} THEN 1 ELSE 0 END),"
        f" sum(CASE WHEN a.person_id IS NOT NULL AND NOT {HOLDS} THEN 1 ELSE 0 END)"
        f" FROM ({audience_sql(sql.among('s.id', '?1'), '?2')}) AS m"
        " LEFT JOIN session_answers a ON a.session_id = m.session_id AND a.person_id = m.person_id"
        " GROUP BY m.session_id",
        sql.listed(sessions),
        sql.day(today),
    )
    kept = {int(id_): Counts(*map(int, figures)) for id_, *figures in found}
    return {id_: kept.get(id_, Counts()) for id_ in sessions}


async def absent(session: int, most: int, first: int = 0) -> list[tuple[str, str]]:
    """Return (name, why not) of up to `most` who do not come, by Vietnamese name, from the place `first` on."""
    found = await sql.tuples(
        "SELECT p.full_name, a.reason FROM session_answers a JOIN people p ON p.id = a.person_id"
        f" WHERE a.session_id = ?1 AND NOT a.going AND {HOLDS} ORDER BY p.sort_key, p.id LIMIT ?2 OFFSET ?3",
        session,
        most,
        first,
    )
    return [(str(name), str(reason)) for name, reason in found]


async def count_of(person: int) -> int:
    """Return about how many sessions `person` has answered."""
    return int(await AnswerRow.filter(person_id=person).count())
