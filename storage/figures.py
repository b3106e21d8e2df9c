"""The figures behind digests: a statement a figure for everybody at once, never one for each secretary."""

from collections.abc import Collection, Iterable
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import reduce

from journey.allowance import UNLIMITED, Allowances
from journey.digest import LONGEST, WEEK, Answers, Coming, Figures, Held, Noticed, Place, Scope, Tally
from journey.people import Role
from journey.progress import Outcome
from storage import sql, standings, unreached
from storage.programmes import Season
from storage.sessions import HOLDS
from storage.standings import Followed, member, scoped, within
from storage.waiting import moment_of

_WIDTH = len(fields(Tally))


async def of(
    scopes: Iterable[Scope],
    season: Season,
    local: datetime,
    *,
    since: datetime | None = None,
    allowed: Allowances = UNLIMITED,
) -> Figures:
    """Return all that is known of the members of `scopes` at `local` (in the product's zone).

    Args:
        allowed: what the platforms let us say; of their limits it hangs whom nothing can reach.
        since: from when on (UTC) hand-ins are counted; None for the week before `local`.
    """
    who = reduce(_both, scopes, Scope(frozenset(), frozenset()))
    now = local.astimezone(UTC)
    tallies, noticed = _count(await standings.read(who, season, local, since or now - WEEK))
    coming = await _coming(season, now)
    return Figures(
        tallies,
        noticed,
        await waiting(who, season, LONGEST, local.date()),
        coming,
        await _answers(coming, who),
        await unreached.of(who, allowed, now, local.date()),
    )


def _both(one: Scope, other: Scope) -> Scope:
    return Scope(one.units | other.units, one.groups | other.groups)


def _count(members: Iterable[Followed]) -> tuple[dict[Place, Tally], dict[Place, list[Noticed]]]:
    counted: dict[Place, list[int]] = {}
    noticed: dict[Place, list[Noticed]] = {}
    for each in members:
        place = each.unit, each.group
        found = counted.setdefault(place, [0] * _WIDTH)
        for number, value in enumerate(_of_one(each)):
            found[number] += value
        if each.risk is not None:
            noticed.setdefault(place, []).append(Noticed(each.person, each.risk))
    return {place: Tally(*found) for place, found in counted.items()}, noticed


def _of_one(each: Followed) -> tuple[int, ...]:
    """Return what one member adds, in the order of a Tally."""
    outcome = each.now.outcome if each.now else None
    return (
        1,
        outcome is not None,
        outcome is Outcome.PROVISIONAL,
        outcome is Outcome.PASSED,
        each.risk is not None,
        each.handed_in,
        each.approved,
        each.waiting,
    )


_OF_SEASON = (
    "FROM submissions s JOIN registrations g ON g.id = s.registration_id AND g.dropped_at IS NULL"
    " JOIN enrolments e ON e.id = g.enrolment_id AND e.season_id = ?1 JOIN people p ON p.id = e.person_id"
)


async def waiting(who: Scope, season: Season, most: int, today: date) -> dict[Place, list[Held]]:
    """Return of each place up to `most` hand-ins of members (`today`, local) that wait, the longest waiting first."""
    each = (
        "SELECT s.id, p.id AS person, s.task, p.unit_id, p.group_id, MIN(r.asked_at) AS since"
        f" {_OF_SEASON} JOIN reviews r ON r.submission_id = s.id AND r.state = 'waiting'"
        f" WHERE s.state = 'waiting' AND {within('?2', '?3')} AND {member('?5', '?6')}"
        " GROUP BY s.id, p.id, s.task, p.unit_id, p.group_id"
    )
    ordered = (
        f"SELECT w.*, ROW_NUMBER() OVER (PARTITION BY unit_id, group_id ORDER BY since, id) AS place FROM ({each}) w"
    )
    found: dict[Place, list[Held]] = {}
    for id_, person, task, unit, group, since, _ in await sql.tuples(
        f"SELECT * FROM ({ordered}) x WHERE place <= ?4 ORDER BY since, id",
        season.id,
        *scoped(who),
        most,
        str(Role.MEMBER),
        sql.day(today),
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
        f" WHERE {sql.among('a.session_id', '?1')} AND {HOLDS} AND {within('?2', '?3')}"
        " GROUP BY a.session_id, p.unit_id, p.group_id",
        sql.listed(each.session for each in coming),
        *scoped(who),
    ):
        found.setdefault(session, {})[unit, group] = Answers(going, away)
    return found
