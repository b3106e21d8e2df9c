"""Finds who is owed a reminder: a statement a kind, for a slice of the people; what was found before stays as it is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from journey.people import Role
from journey.reminders import Kind
from storage import sql
from storage.waiting import moment_of


@dataclass(frozen=True, slots=True)
class Slice:
    """The people with ids above `after` up to `upto`, on `today` (local).

    `by` (UTC): only what expires by then is looked for; None for all of it.
    """

    after: int
    upto: int
    today: date
    by: datetime | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """What the reminders of one search have in common.

    `lead` ends their subject ("7d"). `span` is from when (due_at) to when (expires_at) they hold, in UTC; None where
    each has its own.
    """

    kind: Kind
    lead: str
    span: tuple[datetime, datetime] | None


@dataclass(frozen=True, slots=True)
class Of:
    """Of which season, and (of tasks) of those registered under which version of its programme."""

    season: int
    version: int


async def next_slice(after: int, size: int, today: date) -> Slice | None:
    """Return the next `size` people by id, None when there are no more."""
    ((upto,),) = await sql.tuples(
        "SELECT MAX(id) FROM (SELECT id FROM people WHERE id > ?1 ORDER BY id LIMIT ?2) p", after, size
    )
    return Slice(after, upto, today) if upto is not None else None


@dataclass(frozen=True, slots=True)
class Arrival:
    """Who came into a `chat`, and when (UTC)."""

    chat: str
    person: int
    at: datetime


async def arrived(since: datetime, chat: str, until: datetime, most: int) -> list[Arrival]:
    """Return up to `most` who came after `since`, or at it into a chat after `chat`, up to `until` (UTC), in order."""
    found = await sql.tuples(
        "SELECT chat, person_id, linked_at FROM chats WHERE person_id IS NOT NULL AND linked_at >= ?1"
        " AND linked_at <= ?3 AND (linked_at > ?1 OR chat > ?2) ORDER BY linked_at, chat LIMIT ?4",
        sql.at(since),
        chat,
        sql.at(until),
        most,
    )
    return [Arrival(chat, person, moment_of(at)) for chat, person, at in found]


def _in_slice(column: str) -> str:
    """Return the condition that a person is in the slice, to be said of each table that is read by it.

    Without it PostgreSQL reads the whole of some of them for every slice.
    """
    return f"{column} > ?2 AND {column} <= ?3"


_HELD = "(o.from_on IS NULL OR o.from_on <= ?4) AND (o.to_on IS NULL OR o.to_on >= ?4)"
_POST = f"SELECT 1 FROM posts o WHERE o.person_id = p.id AND {_in_slice('o.person_id')} AND {_HELD}"
_IS_REACHED = f"EXISTS (SELECT 1 FROM chats c WHERE c.person_id = p.id AND {_in_slice('c.person_id')} AND c.reachable)"
_THERE = f"{_in_slice('p.id')} AND {_IS_REACHED}"
MEMBER = f"{_THERE} AND EXISTS ({_POST} AND o.role = '{Role.MEMBER}')"
"""Of `p`: in the slice, a member today, with a chat that we reach."""

POSTED = f"{_THERE} AND EXISTS ({_POST})"
"""Of `p`: in the slice, with any post today and a chat that we reach."""

_TAKEN = (
    "FROM people p JOIN enrolments e ON e.person_id = p.id JOIN registrations r ON r.enrolment_id = e.id"
    f" WHERE {MEMBER} AND {_in_slice('e.person_id')} AND r.dropped_at IS NULL"
)
_HANDED = (
    "FROM people p JOIN submissions s ON s.person_id = p.id JOIN registrations r ON r.id = s.registration_id"
    f" JOIN enrolments e ON e.id = r.enrolment_id WHERE {MEMBER} AND {_in_slice('s.person_id')}"
    " AND r.dropped_at IS NULL"
)


async def insert(term: Term, those: Slice, found: str, *values: object) -> int:
    """Add what is not there yet of `found` (person_id, subject, about, task, what `term` leaves open); return how many.

    What is there is left out before the insert: a refused row would use up a number of PostgreSQL's sequence, every
    day for everybody. `found` has the kind at ?1, the slice at ?2 to ?4, `values` from ?5 on.
    """
    given = [str(term.kind), those.after, those.upto, sql.day(those.today), *values]
    due, expires, soon = "f.due_at", "f.expires_at", ""
    if term.span is not None:
        if those.by is not None and term.span[1] > those.by:
            return 0
        due, expires = f"?{len(given) + 1}", f"?{len(given) + 2}"
        given += map(sql.at, term.span)
    elif those.by is not None:
        soon = f" AND f.expires_at <= ?{len(given) + 1}"
        given.append(sql.at(those.by))
    if not sql.is_sqlite():  # a plan kept from when the table was empty reads the whole of it for every row
        await sql.run("SET LOCAL plan_cache_mode = force_custom_plan")
    made = await sql.tuples(
        "INSERT INTO reminders (person_id, kind, subject, about, task, due_at, expires_at)"
        f" SELECT f.person_id, CAST(?1 AS TEXT), f.subject, f.about, f.task, {due}, {expires} FROM ({found}) f"
        " WHERE NOT EXISTS (SELECT 1 FROM reminders k WHERE k.person_id = f.person_id AND k.kind = CAST(?1 AS TEXT)"
        f" AND k.subject = f.subject){soon} ON CONFLICT (person_id, kind, subject) DO NOTHING RETURNING id",
        *given,
    )
    return len(made)


async def unregistered(term: Term, those: Slice, season: int, subject: str) -> int:
    """Remind members who have not registered in `season`."""
    return await insert(
        term,
        those,
        "SELECT p.id AS person_id, CAST(?5 AS TEXT) AS subject, CAST(?6 AS INTEGER) AS about, '' AS task"
        f" FROM people p WHERE {MEMBER} AND NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.person_id = p.id"
        " AND e.season_id = CAST(?6 AS INTEGER) AND e.registered_at IS NOT NULL)",
        f"{subject} {term.lead}",
        season,
    )


async def late_registration(term: Term, those: Slice, season: int, window: tuple[date, date], closed: date) -> int:
    """Remind those for whom alone it is open beyond `closed`, until a day of `window` (local, inclusive)."""
    return await insert(
        term,
        those,
        "SELECT p.id AS person_id, CAST(e.season_id AS TEXT) || ' ' || CAST(e.open_until AS TEXT) || CAST(?5 AS TEXT)"
        " AS subject, e.season_id AS about, '' AS task FROM people p JOIN enrolments e ON e.person_id = p.id"
        f" WHERE {MEMBER} AND e.season_id = ?6 AND e.registered_at IS NULL"
        f" AND {_in_slice('e.person_id')} AND e.open_until >= ?7 AND e.open_until <= ?8 AND e.open_until > ?9",
        f" {term.lead}",
        season,
        *map(sql.day, window),
        sql.day(closed),
    )


async def untouched(term: Term, those: Slice, of: Of, tasks: Collection[str]) -> int:
    """Remind those who took on one of `tasks` (codes) and handed in nothing; no ruling stands about it."""
    return await insert(
        term,
        those,
        "SELECT p.id AS person_id, CAST(r.id AS TEXT) || CAST(?5 AS TEXT) AS subject, r.id AS about, r.task AS task"
        f" {_TAKEN} AND e.season_id = ?6 AND e.programme_id = ?7 AND {sql.among('r.task', '?8')}"
        " AND NOT EXISTS (SELECT 1 FROM submissions s WHERE s.registration_id = r.id"
        " AND s.state IN ('waiting', 'approved', 'returned'))"
        " AND NOT EXISTS (SELECT 1 FROM rulings u WHERE u.registration_id = r.id AND u.state = 'standing')",
        f" {term.lead}",
        of.season,
        of.version,
        sql.listed(tasks),
    )


async def behind(term: Term, those: Slice, of: Of, task: str, needed: int) -> int:
    """Remind those who took on `task` (a code) and have fewer than `needed` hand-ins approved or on their way."""
    return await insert(
        term,
        those,
        "SELECT p.id AS person_id, CAST(r.id AS TEXT) || CAST(?5 AS TEXT) AS subject, r.id AS about, r.task AS task"
        f" {_TAKEN} AND e.season_id = ?6 AND e.programme_id = ?7 AND r.task = ?8"
        " AND (SELECT COUNT(*) FROM submissions s WHERE s.registration_id = r.id"
        " AND s.state IN ('waiting', 'approved')) < ?9"
        " AND NOT EXISTS (SELECT 1 FROM rulings u WHERE u.registration_id = r.id AND u.state = 'standing')",
        f" {term.lead}",
        of.season,
        of.version,
        task,
        needed,
    )


async def returned(term: Term, those: Slice, season: int, since: datetime, until: datetime) -> int:
    """Remind those whose work was returned from `since` to `until` (UTC) and neither begun again nor appealed."""
    return await insert(
        term,
        those,
        "SELECT p.id AS person_id, CAST(s.id AS TEXT) || CAST(?5 AS TEXT) AS subject, s.id AS about, s.task AS task"
        f" {_HANDED} AND e.season_id = ?6"
        " AND s.state = 'returned' AND s.decided_at >= ?7 AND s.decided_at < ?8"
        " AND NOT EXISTS (SELECT 1 FROM submissions n WHERE n.registration_id = s.registration_id AND n.part = s.part"
        " AND n.version > s.version AND n.state <> 'withdrawn')"
        " AND NOT EXISTS (SELECT 1 FROM appeals a WHERE a.submission_id = s.id AND a.withdrawn_at IS NULL)",
        f" {term.lead}",
        season,
        sql.at(since),
        sql.at(until),
    )


async def drafts(term: Term, those: Slice, season: int, since: datetime, until: datetime) -> int:
    """Remind those who put the last thing into a draft from `since` to `until` (UTC)."""
    piece = "SELECT 1 FROM evidence v WHERE v.submission_id = s.id AND v.removed_at IS NULL AND v.arrived_at"
    return await insert(
        term,
        those,
        "SELECT p.id AS person_id, CAST(s.id AS TEXT) || CAST(?5 AS TEXT) AS subject, s.id AS about, s.task AS task"
        f" {_HANDED} AND e.season_id = ?6"
        " AND s.state = 'draft'"
        f" AND EXISTS ({piece} >= ?7 AND v.arrived_at < ?8) AND NOT EXISTS ({piece} >= ?8)",
        f" {term.lead}",
        season,
        sql.at(since),
        sql.at(until),
    )


def maybe_provisional(later: Sequence[str], first: int) -> str:
    """Return the condition that the result of the registration `r` may be provisional, and nothing is on its way.

    A ruling says so, or something is approved and what is known `later` is short: a count (its place holds the number)
    or what nothing was said of (its place holds '%"id"%'). Whether it is provisional say the rules.

    Args:
        later: "count" or "said" for each such criterion, whose values are bound from ?`first` on.
    """
    approved = "FROM submissions s WHERE s.registration_id = r.id AND s.state = 'approved'"
    short = {
        "count": f"(SELECT COUNT(*) {approved}) < ?{{}}",
        "said": f"NOT EXISTS (SELECT 1 {approved} AND CAST(s.claims AS TEXT) LIKE ?{{}})",
    }
    conditions = " OR ".join(short[each].format(place) for place, each in enumerate(later, first))
    ruled = "FROM rulings u WHERE u.registration_id = r.id AND u.state = 'standing'"
    return (
        "NOT EXISTS (SELECT 1 FROM submissions s WHERE s.registration_id = r.id AND s.state = 'waiting')"
        f" AND (EXISTS (SELECT 1 {ruled} AND u.kind = 'provisional') OR (EXISTS (SELECT 1 {approved})"
        f" AND ({conditions}) AND NOT EXISTS (SELECT 1 {ruled})))"
    )


async def provisional(term: Term, those: Slice, of: Of, task: str, later: Sequence[tuple[str, int | str]]) -> int:
    """Remind members whose result of `task` (a code) may be provisional (`maybe_provisional`)."""
    return await insert(
        term,
        those,
        "SELECT p.id AS person_id, CAST(r.id AS TEXT) || CAST(?5 AS TEXT) AS subject, r.id AS about, r.task AS task"
        f" {_TAKEN} AND e.season_id = ?6 AND e.programme_id = ?7 AND r.task = ?8"
        f" AND {maybe_provisional([how for how, _ in later], 9)}",
        f" {term.lead}",
        of.season,
        of.version,
        task,
        *(value for _, value in later),
    )


async def officers(term: Term, those: Slice, season: int, subject: str, roles: Collection[Role]) -> int:
    """Remind those who hold one of `roles` in a unit."""
    held = f"{_POST} AND {sql.among('o.role', '?7')} AND o.unit_id IS NOT NULL"
    return await insert(
        term,
        those,
        "SELECT p.id AS person_id, CAST(?5 AS TEXT) AS subject, CAST(?6 AS INTEGER) AS about, '' AS task"
        f" FROM people p WHERE {_THERE} AND EXISTS ({held})",
        f"{subject} {term.lead}",
        season,
        sql.listed(map(str, roles)),
    )
