"""Where many members stand at once, by the very rules of the member's own book.

A book is read by three statements however many members there are; what two books with the same tasks, hand-ins and
rulings come to is worked out once.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from journey.at_risk import AtRisk, Course, at_risk, course, months_left
from journey.digest import Scope
from journey.people import Role
from journey.programme import Programme
from journey.progress import HandIn, HandInState, Ruling, journey, task_progress
from storage import consents, programmes, sql
from storage.programmes import Season
from storage.waiting import moment_of


@dataclass(frozen=True, slots=True)
class Followed:
    """A member with where they stand; `now` is None for one who has not registered.

    Moments are in UTC; `handed_in_at` is of the last hand-in. `handed_in` and `approved` count those since the moment
    that was asked for, `waiting` those that wait now.
    """

    person: int
    unit: int | None
    group: int | None
    registered_at: datetime | None = None
    handed_in_at: datetime | None = None
    now: Course | None = None
    risk: AtRisk | None = None
    handed_in: int = 0
    approved: int = 0
    waiting: int = 0


def within(units: str, groups: str) -> str:
    """Return the condition that a person `p` is of a scope; bind `scoped` at the two places ("?3", "?4")."""
    return f"({sql.among('p.unit_id', units)} OR {sql.among('p.group_id', groups)})"


def member(role: str, day: str) -> str:
    """Return the condition that `p` is a member on a day; bind the role and the (local) day at the two places."""
    held = f"(o.from_on IS NULL OR o.from_on <= {day}) AND (o.to_on IS NULL OR o.to_on >= {day})"
    return f"p.id IN (SELECT o.person_id FROM posts o WHERE o.role = {role} AND {held})"


def scoped(who: Scope) -> tuple[Any, Any]:
    return sql.listed(sorted(who.units)), sql.listed(sorted(who.groups))


async def read(who: Scope, season: Season, local: datetime, since: datetime) -> Iterator[Followed]:
    """Return the members of `who` at `local` (in the product's zone); those of 10,000 take a fifth of a second.

    Nobody is noticed (`risk`) who has withdrawn the consent.

    Args:
        since: from when on (UTC) hand-ins and approvals are counted.
    """
    people = await sql.tuples(
        _PEOPLE.format(within=within("?3", "?4")), str(Role.MEMBER), sql.day(local.date()), *scoped(who), season.id
    )
    enrolled = sql.listed(row[3] for row in people if row[4] is not None)
    tasks = await _by_enrolment(_TASKS, enrolled)
    parts = await _by_enrolment(_PARTS, enrolled, sql.at(since))
    rulings = await _by_enrolment(_RULINGS, enrolled)
    versions = {row[4] for row in people if row[4] is not None}
    judges = {id_: _Judge(await programmes.parsed(id_), season.year, local) for id_ in versions}
    gone = await consents.withdrawn([row[0] for row in people if row[4] is not None and not row[6]])
    return _followed(people, tasks, parts, rulings, judges, gone)


async def looked_after(who: Scope, season: Season, local: datetime) -> list[int]:
    """Return the members of `who` who may not come to the end of the year, as of `local`."""
    since = local.astimezone(UTC)  # nothing is counted
    return [each.person for each in await read(who, season, local, since) if each.risk is not None]


_PEOPLE = (
    "SELECT p.id, p.unit_id, p.group_id, e.id, e.programme_id, e.registered_at,"
    " EXISTS (SELECT 1 FROM chats c WHERE c.person_id = p.id)"  # a withdrawal ends them all
    " FROM people p LEFT JOIN enrolments e ON e.person_id = p.id AND e.season_id = ?5"
    f" WHERE {member('?1', '?2')} AND {{within}}"
)
_TASKS = (
    "SELECT r.enrolment_id, {joined}(r.task, ' '{by_task}) FROM registrations r"
    " WHERE r.dropped_at IS NULL AND {among} GROUP BY r.enrolment_id"
)
_PARTS = (
    "SELECT r.enrolment_id, {joined}(s.task || ' ' || s.part || ' ' || s.version || ' ' || s.state || ' '"
    " || CAST(s.claims AS TEXT), '\n'{by_part}), MAX(s.submitted_at), COUNT(CASE WHEN s.submitted_at > ?2 THEN 1 END),"
    " COUNT(CASE WHEN s.state = 'approved' AND s.decided_at > ?2 THEN 1 END),"
    " COUNT(CASE WHEN s.state = 'waiting' THEN 1 END)"
    " FROM registrations r JOIN submissions s ON s.registration_id = r.id"
    " WHERE r.dropped_at IS NULL AND s.state IN ('waiting', 'approved', 'returned') AND {among}"
    " GROUP BY r.enrolment_id"
)
_RULINGS = (
    "SELECT r.enrolment_id, {joined}(r.task || ' ' || u.kind, '\n')"
    " FROM rulings u CROSS JOIN registrations r WHERE r.id = u.registration_id"  # few have one: SQLite begins with them
    " AND r.dropped_at IS NULL AND u.state = 'standing' AND {among} GROUP BY r.enrolment_id"
)


async def _by_enrolment(statement: str, enrolled: Any, *values: Any) -> dict[int, Sequence[Any]]:
    """Return the rows of a statement, by their first cell; in it `among` says of which enrolments.

    Books that say the same are to read the same: SQLite takes the rows in the order of their index anyhow.
    """
    among = sql.among("r.enrolment_id", "?1")
    if sql.is_sqlite():
        asked = statement.format(joined="group_concat", by_task="", by_part="", among=among)
    else:
        by_part = " ORDER BY s.task, s.part, s.version"
        asked = statement.format(joined="string_agg", by_task=" ORDER BY r.task", by_part=by_part, among=among)
    return {row[0]: row for row in await sql.tuples(asked, enrolled, *values)}


class _Judge:
    """One version of the programme, on one day; it remembers what books came to."""

    def __init__(self, programme: Programme, year: int, local: datetime) -> None:
        self._programme = programme
        self._year, self._today, self._zone = year, local.date(), local.tzinfo
        self._known: dict[tuple[str, str, str], Course] = {}
        self.months = months_left(programme, self._today, year)

    def since(self, moment: datetime) -> timedelta:
        """Return how many local days ago `moment` (UTC) was."""
        return self._today - moment.astimezone(self._zone).date()

    def course(self, tasks: str, parts: str, rulings: str) -> Course:
        """Return what a book comes to: task codes; "task part version state claims" a line; "task kind" a line."""
        key = tasks, parts, rulings
        if key not in self._known:
            self._known[key] = self._judged(tasks.split(), _hand_ins(parts), _ruled(rulings))
        return self._known[key]

    def _judged(
        self, codes: Collection[str], parts: Mapping[str, list[HandIn]], rulings: Mapping[str, Ruling]
    ) -> Course:
        tasks = {
            task.code: task_progress(
                task, parts.get(task.code, ()), today=self._today, year=self._year, ruling=rulings.get(task.code)
            )
            for task in self._programme.tasks
            if task.code in codes
        }
        return course(journey(self._programme, tasks), tasks.values())


def _hand_ins(lines: str) -> dict[str, list[HandIn]]:
    found: dict[str, list[HandIn]] = {}
    for line in lines.split("\n") if lines else ():
        task, part, version, state, claims = line.split(" ", 4)
        hand_in = HandIn(0, int(part), int(version), HandInState(state), json.loads(claims))
        found.setdefault(task, []).append(hand_in)
    return found


def _ruled(lines: str) -> dict[str, Ruling]:
    return {task: Ruling(kind) for task, _, kind in (line.partition(" ") for line in lines.split("\n") if line)}


def _followed(
    people: Sequence[Sequence[Any]],
    tasks: Mapping[int, Sequence[Any]],
    parts: Mapping[int, Sequence[Any]],
    rulings: Mapping[int, Sequence[Any]],
    judges: Mapping[int, _Judge],
    gone: Collection[int],
) -> Iterator[Followed]:
    for person, unit, group, enrolment, version, registered, _ in people:
        if version is None:
            yield Followed(person, unit, group)
            continue
        judge = judges[version]
        _, lines, last, handed_in, approved, waiting = parts.get(enrolment, _NOTHING)
        now = judge.course(tasks.get(enrolment, _NOTHING)[1], lines, rulings.get(enrolment, _NOTHING)[1])
        at, last_at = moment_of(registered), moment_of(last) if last else None
        risk = at_risk(now, judge.months, judge.since(last_at or at)) if person not in gone else None
        yield Followed(person, unit, group, at, last_at, now, risk, handed_in, approved, waiting)


_NOTHING = (0, "", None, 0, 0, 0)
