"""The figures behind digests: a statement a figure for everybody at once, never one for each secretary."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import reduce

from journey.digest import LONGEST, WEEK, Answers, Coming, Figures, Held, Noticed, Place, Scope, Tally
from journey.people import Role
from journey.progress import Outcome
from storage import sql, standings
from storage.programmes import Season
from storage.standings import Followed, member, scoped, within
from storage.waiting import moment_of


async def of(scopes: Iterable[Scope], season: Season, now: datetime, today: date) -> Figures:
    """Return all that is known of the members of `scopes` at `now` (UTC), on `today` (local)."""
    who = reduce(_both, scopes, Scope(frozenset(), frozenset()))
    members = await standings.read(who, season, today)
    tallies, noticed = _count(members)
    await _count_hand_ins(tallies, who, season, now, today)
    coming = await _coming(season, now)
    answers = await _answers(coming, who)
    return Figures(tallies, noticed, await _longest(who, season), coming, answers)


def _both(one: Scope, other: Scope) -> Scope:
    return Scope(one.units | other.units, one.groups | other.groups)


def _count(members: Iterable[Followed]) -> tuple[dict[Place, Tally], dict[Place, list[Noticed]]]:
    counted: dict[Place, list[int]] = {}
    noticed: dict[Place, list[Noticed]] = {}
    for each in members:
        place = each.unit, each.group
        if (found := counted.get(place)) is None:
            found = counted[place] = [0, 0, 0, 0, 0]
        found[0] += 1
        if each.now is not None:
            found[1] += 1
            found[2] += each.now.outcome is Outcome.PROVISIONAL
            found[3] += each.now.outcome is Outcome.PASSED
        if each.risk is not None:
            found[4] += 1
            noticed.setdefault(place, []).append(Noticed(each.person, each.risk))
    return {place: Tally(*found) for place, found in counted.items()}, noticed


_OF_SEASON = (
    "FROM submissions s JOIN registrations g ON g.id = s.registration_id AND g.dropped_at IS NULL"
    " JOIN enrolments e ON e.id = g.enrolment_id AND e.season_id = ?1 JOIN people p ON p.id = e.person_id"
)


async def _count_hand_ins(tallies: dict[Place, Tally], who: Scope, season: Season, now: datetime, today: date) -> None:
    """Add what was handed in and approved in the week before `now`, and what waits."""
    found = await sql.tuples(
        "SELECT p.unit_id, p.group_id, COUNT(CASE WHEN s.submitted_at > ?4 THEN 1 END),"
        " COUNT(CASE WHEN s.state = 'approved' AND s.decided_at > ?4 THEN 1 END),"
        f" COUNT(CASE WHEN s.state = 'waiting' THEN 1 END) {_OF_SEASON}"
        " WHERE s.state IN ('waiting', 'approved', 'returned')"
        f" AND {within('?2', '?3')} AND {member('?5', '?6')} GROUP BY p.unit_id, p.group_id",
        season.id,
        *scoped(who),
        sql.at(now - WEEK),
        str(Role.MEMBER),
        sql.day(today),
    )
    for unit, group, handed_in, approved, waiting in found:
        if (unit, group) in tallies:
            counted = replace(tallies[unit, group], handed_in=handed_in, approved=approved, waiting=waiting)
            tallies[unit, group] = counted


async def _longest(who: Scope, season: Season) -> dict[Place, list[Held]]:
    """Return of each place the hand-ins that wait longest."""
    each = (
        "SELECT s.id, p.id AS person, s.task, p.unit_id, p.group_id, MIN(r.asked_at) AS since"
        f" {_OF_SEASON} JOIN reviews r ON r.submission_id = s.id AND r.state = 'waiting'"
        f" WHERE s.state = 'waiting' AND {within('?2', '?3')}"
        " GROUP BY s.id, p.id, s.task, p.unit_id, p.group_id"
    )
    ordered = (
        f"SELECT w.*, ROW_NUMBER() OVER (PARTITION BY unit_id, group_id ORDER BY since, id) AS place FROM ({each}) w"
    )
    found: dict[Place, list[Held]] = {}
    for id_, person, task, unit, group, since, _ in await sql.tuples(
        f"SELECT * FROM ({ordered}) x WHERE place <= ?4 ORDER BY since, id", season.id, *scoped(who), LONGEST
    ):
        found.setdefault((unit, group), []).append(Held(id_, person, task, moment_of(since)))
    return found


async def _coming(season: Season, now: datetime) -> list[Coming]:
    found = await sql.tuples(
        "SELECT id, title, starts_at, unit_id, group_id FROM sessions WHERE season_id = ?1 AND state = 'planned'"
        " AND starts_at >= ?2 AND starts_at < ?3 ORDER BY starts_at, id",
        season.id,
        sql.at(now),
        sql.at(now + WEEK),
    )
    return [Coming(id_, title, moment_of(at), unit, group) for id_, title, at, unit, group in found]


async def _answers(coming: Collection[Coming], who: Scope) -> dict[int, dict[Place, Answers]]:
    if not coming:
        return {}
    found: dict[int, dict[Place, Answers]] = {}
    for session, unit, group, going, away in await sql.tuples(
        "SELECT a.session_id, p.unit_id, p.group_id, COUNT(CASE WHEN a.going THEN 1 END),"
        " COUNT(CASE WHEN NOT a.going THEN 1 END) FROM session_answers a JOIN people p ON p.id = a.person_id"
        f" WHERE {sql.among('a.session_id', '?1')} AND {within('?2', '?3')}"
        " GROUP BY a.session_id, p.unit_id, p.group_id",
        sql.listed(each.session for each in coming),
        *scoped(who),
    ):
        found.setdefault(session, {})[unit, group] = Answers(going, away)
    return found
