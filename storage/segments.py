"""Who is in a segment: found by the database, however many they are. `local` is a moment in the product's zone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from journey import digest
from journey.people import Role
from journey.programme import Criterion, Programme, Task
from journey.segments import Segment, Who, counted
from journey.sessions import Scope, State
from storage import programmes, sql, standings, units
from storage.programmes import Season
from storage.sessions import HOLDS, audience_sql


@dataclass(frozen=True, slots=True)
class Found:
    """A SELECT's FROM and WHERE over people `p`, and the values of its placeholders."""

    where: str
    values: tuple[Any, ...]

    def only(self, condition: str, *values: Any) -> "Found":
        """Return those for whom `condition` holds, too; its "{0}" is the place of the first of `values`."""
        places = [f"?{number}" for number in range(len(self.values) + 1, len(self.values) + len(values) + 1)]
        return Found(f"{self.where} AND {condition.format(*places)}", (*self.values, *values))


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are, how many of them a message reaches, and how many it does not: no chat, or a closed one."""

    people: int
    reachable: int
    not_joined: int

    @property
    def closed(self) -> int:
        """How many have blocked us."""
        return self.people - self.reachable - self.not_joined


async def people(segment: Segment, local: datetime) -> list[int]:
    """Return the people of `segment` at `local`, by id."""
    found = await condition(segment, local)
    return [int(id_) for (id_,) in await sql.tuples(f"SELECT p.id {found.where} ORDER BY p.id", *found.values)]


async def still(segment: Segment, local: datetime, among: Collection[int]) -> set[int]:
    """Return those of `among` (people) who are in `segment` at `local`."""
    mine = (await condition(segment, local)).only(sql.among("p.id", "{0}"), sql.listed(sorted(among)))
    return {int(id_) for (id_,) in await sql.tuples(f"SELECT p.id {mine.where}", *mine.values)}


async def count(segment: Segment, local: datetime, *, besides: int) -> Count:
    """Return how many people `segment` has at `local`, `besides` (who writes) left out."""
    return await count_of((await condition(segment, local)).only("p.id <> {0}", besides))


async def count_of(found: Found) -> Count:
    """Return how many `found` are, and how many of them a message reaches."""
    ((number, reached, alone),) = await sql.tuples(
        f"SELECT count(*), COALESCE(SUM(CASE WHEN {REACHABLE} THEN 1 ELSE 0 END), 0),"
        f" COALESCE(SUM(CASE WHEN {CHAT} THEN 0 ELSE 1 END), 0) {found.where}",
        *found.values,
    )
    return Count(int(number), int(reached), int(alone))


CHAT = "EXISTS (SELECT 1 FROM chats c WHERE c.person_id = p.id)"
REACHABLE = "EXISTS (SELECT 1 FROM chats c WHERE c.person_id = p.id AND c.reachable)"


async def not_joined(scope: Scope, local: datetime, *, first: int, most: int) -> list[tuple[str, str]]:
    """Return (name, group or unit) of up to `most` members of `scope` who are in no chat, by Vietnamese name."""
    found = await condition(Segment(Who.EVERYONE, scope), local)
    asked = _Asked(found.values)
    listed = await sql.tuples(
        'SELECT p.full_name, COALESCE((SELECT g.name FROM "groups" g WHERE g.id = p.group_id),'
        f" (SELECT u.name FROM units u WHERE u.id = p.unit_id), '') {found.where} AND NOT {CHAT}"
        f" ORDER BY p.sort_key, p.id LIMIT {asked.place(most)} OFFSET {asked.place(first)}",
        *asked.values,
    )
    return [(str(name), str(place)) for name, place in listed]


async def behind(scope: Scope, local: datetime) -> dict[str, int]:
    """Return by the task's code how many members of `scope` are behind on it, most of all first."""
    known = await _known()
    if known is None:
        return {}
    found = await condition(Segment(Who.EVERYONE, scope), local)
    asked = _Asked(found.values)
    rows = await sql.tuples(
        "SELECT r.task, count(*) FROM registrations r JOIN enrolments e ON e.id = r.enrolment_id"
        f" WHERE e.season_id = {asked.place(known.season.id)} AND r.dropped_at IS NULL"
        f" AND NOT {_EXEMPT} AND NOT {_WAITS} AND NOT {_APPROVED}"
        f" AND e.person_id IN (SELECT p.id {found.where}) GROUP BY r.task",
        *asked.values,
    )
    counts = {str(task): int(number) for task, number in rows}
    for task in known.programme.tasks:
        if counted(task) is not None:  # one approval is not enough
            counts[task.code] = (await count(Segment(Who.BEHIND, scope, task.code), local, besides=0)).people
    return {code: number for code, number in sorted(counts.items(), key=lambda each: (-each[1], each[0])) if number}


@dataclass(frozen=True, slots=True)
class _Known:
    season: Season
    programme: Programme

    def task(self, code: str) -> Task | None:
        return next((each for each in self.programme.tasks if each.code == code), None)


async def _known() -> _Known | None:
    season = await programmes.current_season()
    return None if season is None else _Known(season, await programmes.parsed(season.programme))


class _Asked:
    """Values in the order of their placeholders."""

    def __init__(self, values: Sequence[Any] = ()) -> None:
        self.values = list(values)

    def place(self, value: Any) -> str:
        """Bind `value`; return its placeholder."""
        self.values.append(value)
        return f"?{len(self.values)}"


async def condition(segment: Segment, local: datetime) -> Found:
    """Return which people `p` are in `segment` at `local`."""
    asked = _Asked()
    if segment.who is Who.ONE:
        return Found(f"FROM people p WHERE p.id = {asked.place(int(segment.subject))}", tuple(asked.values))
    if segment.who is Who.ROLE:
        held = await _held(segment.scope, Role(segment.subject), local.date(), asked)
        return Found(f"FROM people p WHERE p.id IN ({held})", tuple(asked.values))
    today = asked.place(sql.day(local.date()))
    member = (
        f"EXISTS (SELECT 1 FROM posts o WHERE o.person_id = p.id AND o.role = {asked.place(str(Role.MEMBER))}"
        f" AND {_DATES.format(today=today)})"
    )
    parts = [await _within(segment.scope, "p", asked), member, await _which(segment, local, today, asked)]
    return Found(f"FROM people p WHERE {' AND '.join(filter(None, parts))}", tuple(asked.values))


_DATES = "(o.from_on IS NULL OR o.from_on <= {today}) AND (o.to_on IS NULL OR o.to_on >= {today})"


async def _within(scope: Scope, row: str, asked: _Asked) -> str:
    """Return the condition that `row` (a person, a post) is of `scope`; "" for everywhere."""
    if scope.group is not None:
        return f"{row}.group_id = {asked.place(scope.group)}"
    if scope.unit is None:
        return ""
    return sql.among(f"{row}.unit_id", asked.place(sql.listed(await below(scope.unit))))


async def _everybody(scope: Scope) -> digest.Scope:
    """Return `scope` as the week's figures know one."""
    if scope.group is not None:
        return digest.Scope(frozenset(), frozenset({scope.group}))
    return digest.Scope(frozenset(await units.tree() if scope.unit is None else await below(scope.unit)), frozenset())


async def below(unit: int) -> list[int]:
    """Return `unit` and every unit below it."""
    tree = await units.tree()
    return [each for each in tree if unit in units.path(tree, each)]


async def _held(scope: Scope, role: Role, today: date, asked: _Asked) -> str:
    """Return the SELECT of who holds `role` for `scope`, for a unit below it, or for a group of theirs."""
    local = asked.place(sql.day(today))
    held = f"SELECT o.person_id FROM posts o WHERE o.role = {asked.place(str(role))} AND {_DATES.format(today=local)}"
    if scope.group is not None:
        return f"{held} AND o.group_id = {asked.place(scope.group)}"
    if scope.unit is None:
        return held
    these = asked.place(sql.listed(await below(scope.unit)))
    groups = f'SELECT g.id FROM "groups" g WHERE {sql.among("g.unit_id", these)}'
    return f"{held} AND ({sql.among('o.unit_id', these)} OR o.group_id IN ({groups}))"


async def _which(segment: Segment, local: datetime, today: str, asked: _Asked) -> str:
    """Return the condition beside being a member of the scope, "" for everybody; `today` is where the day is bound."""
    match segment.who:
        case Who.EVERYONE:
            return ""
        case Who.DECLINED:
            return _DECLINED.format(session=asked.place(int(segment.subject)))
        case Who.MISSED:
            session = asked.place(int(segment.subject))
            held = f"s.id = {session} AND s.state <> '{State.CANCELLED}'"  # nobody missed what was called off
            return (
                f"p.id IN (SELECT a.person_id FROM ({audience_sql(held, today)}) AS a)"
                f" AND NOT {_DECLINED.format(session=session)} AND NOT {_CAME.format(session=session)}"
            )
    known = await _known()
    if known is None:
        return "1 = 0"
    if segment.who is Who.BEHIND:
        return _behind(segment.subject, known, asked)
    if segment.who is Who.AT_RISK:
        ids = await standings.looked_after(await _everybody(segment.scope), known.season, local)
        return sql.among("p.id", asked.place(sql.listed(ids)))
    season = asked.place(known.season.id)
    registered = _REGISTERED.format(season=season)
    if segment.who is Who.NOT_REGISTERED:
        return f"NOT {registered}"
    return f"{registered} AND NOT {_HANDED_IN.format(season=season)}"


_DECLINED = (
    "EXISTS (SELECT 1 FROM session_answers a WHERE a.session_id = {session} AND a.person_id = p.id"
    f" AND NOT a.going AND {HOLDS})"
)
_CAME = (
    "EXISTS (SELECT 1 FROM attendances t WHERE t.session_id = {session} AND t.person_id = p.id"
    " AND t.state IN ('asked', 'counted'))"
)
_REGISTERED = (
    "EXISTS (SELECT 1 FROM enrolments e WHERE e.person_id = p.id AND e.season_id = {season}"
    " AND e.registered_at IS NOT NULL)"
)
_HANDED_IN = (
    "EXISTS (SELECT 1 FROM submissions s JOIN registrations r ON r.id = s.registration_id"
    " JOIN enrolments e ON e.id = r.enrolment_id WHERE s.person_id = p.id AND e.season_id = {season}"
    " AND s.state IN ('waiting', 'approved', 'returned'))"
)


_EXEMPT = "EXISTS (SELECT 1 FROM rulings u WHERE u.registration_id = r.id AND u.state = 'standing')"
_WAITS = "EXISTS (SELECT 1 FROM submissions s WHERE s.registration_id = r.id AND s.state = 'waiting')"
_APPROVED = "EXISTS (SELECT 1 FROM submissions s WHERE s.registration_id = r.id AND s.state = 'approved')"


def _behind(code: str, known: _Known, asked: _Asked) -> str:
    """Return the condition that a task is taken on, nothing is ruled or waits, and what is approved is too little."""
    task = known.task(code)
    adds_up = counted(task) if task is not None else None
    season, named = asked.place(known.season.id), asked.place(code)
    enough = _APPROVED
    if adds_up is not None and task is not None:
        criterion, least = adds_up
        is_alone = len(task.criteria) == 1
        enough = _adds_up(criterion, least, unsaid=int(is_alone), asked=asked)
    return (
        "EXISTS (SELECT 1 FROM registrations r JOIN enrolments e ON e.id = r.enrolment_id WHERE e.person_id = p.id"
        f" AND e.season_id = {season} AND r.task = {named} AND r.dropped_at IS NULL"
        f" AND NOT {_EXEMPT} AND NOT {_WAITS} AND NOT {enough})"
    )


def _adds_up(criterion: Criterion, least: int, *, unsaid: int, asked: _Asked) -> str:
    """Return the condition that the approved hand-ins of registration `r` come to `least` of `criterion`."""
    key = asked.place(f'$."{criterion.id}"' if sql.is_sqlite() else criterion.id)
    said = f"json_extract(s.claims, {key})"
    if not sql.is_sqlite():
        claim = f"s.claims -> CAST({key} AS TEXT)"
        said = f"CASE WHEN jsonb_typeof({claim}) = 'number' THEN ({claim})::numeric END"
    return (
        f"(SELECT COALESCE(SUM(COALESCE({said}, {unsaid})), 0) FROM submissions s"
        f" WHERE s.registration_id = r.id AND s.state = 'approved') >= {least}"
    )
