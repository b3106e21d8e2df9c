"""What waits for assessors: the hand-ins behind a queue, read at once however many they are."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from storage import sql
from storage.enrolments import Enrolment


@dataclass(frozen=True, slots=True)
class Waiting:
    """A submission that waits for the verdict of `bodies`, since when (UTC).

    `unit` and `group` are the author's today; `signed` says who gave a verdict for which other body, `returned`
    which of those returned it. `claims` and `given` are the hand-in's. `instead_of` are those in whose place the
    reader of a queue would decide.
    """

    submission: int
    author: int
    name: str
    unit: int | None
    group: int | None
    enrolment: Enrolment
    task: str
    since: datetime
    bodies: tuple[str, ...]
    signed: Mapping[str, int]
    returned: frozenset[str]
    version: int
    claims: Mapping[str, Any]
    given: Mapping[str, str]
    instead_of: tuple[int, ...] = ()


async def under(
    units: Collection[int], groups: Collection[int], asked: int, *, of: Collection[int] | None = None
) -> list[Waiting]:
    """Return what waits for somebody, oldest first: of members of these units or groups, or asked of this person.

    A committee has thousands: a plain statement reads them ten times as fast as the ORM.

    Args:
        of: look at these submissions only.
    """
    theirs = _THEIRS if units else _OF_GROUPS
    among = f"{theirs} AND {sql.among('s.id', '?4')}" if of is not None else theirs
    scope = sql.listed(units), sql.listed(groups), asked, *([sql.listed(of)] if of is not None else [])
    among = among.format(units=sql.among("p.unit_id", "?1"), groups=sql.among("p.group_id", "?2"))
    found: dict[int, list[Sequence[Any]]] = {}
    for row in await sql.tuples(f"{_WAITING} {among} ORDER BY r.asked_at, r.id", *scope):
        found.setdefault(row[0], []).append(row)
    signed: dict[int, dict[str, tuple[int, str]]] = {}
    for id_, body, by, state in await sql.tuples(f"{_SIGNED} {among}", *scope):
        signed.setdefault(id_, {})[body] = by, state
    return [_waiting(rows, signed.get(id_, {})) for id_, rows in found.items()]


_THEIRS = (
    "({units} OR {groups} OR s.id IN (SELECT w.submission_id FROM asked a JOIN reviews w ON w.id = a.review_id"
    " WHERE a.person_id = ?3 AND w.state = 'waiting'))"
)
_OF_GROUPS = (  # whoever has no unit below them has a few members: theirs are found without looking at everybody's
    "s.id IN (SELECT w.id FROM people p JOIN submissions w ON w.person_id = p.id WHERE {units} OR {groups}"
    " UNION SELECT w.submission_id FROM asked a JOIN reviews w ON w.id = a.review_id"
    " WHERE a.person_id = ?3 AND w.state = 'waiting')"
)
_WAITING = (
    "SELECT r.submission_id, r.body, r.asked_at, p.id, p.full_name, p.unit_id, p.group_id,"
    " e.id, e.season_id, e.programme_id, e.registered_at, s.task, s.version, s.claims, s.given"
    " FROM reviews r JOIN submissions s ON s.id = r.submission_id JOIN people p ON p.id = s.person_id"
    " JOIN registrations g ON g.id = s.registration_id JOIN enrolments e ON e.id = g.enrolment_id"
    " WHERE r.state = 'waiting' AND"
)
_SIGNED = (
    "SELECT r.submission_id, r.body, r.decided_by_id, r.state"
    " FROM reviews r JOIN submissions s ON s.id = r.submission_id JOIN people p ON p.id = s.person_id"
    " WHERE r.decided_by_id IS NOT NULL AND s.state = 'waiting' AND"
)


def _waiting(rows: Sequence[Sequence[Any]], signed: Mapping[str, tuple[int, str]]) -> Waiting:
    submission, _, asked_at, author, name, unit, group, enrolment, season, programme, registered = rows[0][:11]
    task, version, claims, given = rows[0][11:]
    return Waiting(
        submission,
        author,
        name,
        unit,
        group,
        Enrolment(enrolment, author, season, programme, moment_of(registered) if registered else None, None),
        task,
        moment_of(asked_at),
        tuple(row[1] for row in rows),
        {body: by for body, (by, _) in signed.items()},
        frozenset(body for body, (_, state) in signed.items() if state == "returned"),
        version,
        facts_of(claims),
        facts_of(given),
    )


def moment_of(cell: str | datetime) -> datetime:
    """Return the moment (UTC) that a statement found, whatever the database."""
    found = datetime.fromisoformat(cell) if isinstance(cell, str) else cell
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def facts_of(cell: str | dict[str, Any]) -> dict[str, Any]:
    """Return what a hand-in states, as a statement found it, whatever the database."""
    found: dict[str, Any] = json.loads(cell) if isinstance(cell, str) else cell
    return found
