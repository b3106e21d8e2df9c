"""Whether provisional results are to be closed in a unit or below it."""

from collections.abc import Collection, Iterator

from journey.criteria import need
from journey.programme import Kind, Programme, Task
from storage import programmes, sql, units
from storage.reminders_found import maybe_provisional


def later(task: Task) -> Iterator[tuple[str, int | str]]:
    """Yield what `maybe_provisional` asks about each criterion of `task` that is known later, with its value."""
    for criterion in task.criteria:
        if criterion.known_later and criterion.kind is Kind.COUNT:
            yield "count", need(task, criterion)
        elif criterion.known_later:
            yield "said", f'%"{criterion.id}"%'


async def still_open(season: int, held: Collection[int]) -> set[int]:
    """Return those of the units `held` in which, or below which, a result of `season` may be provisional."""
    tree = await units.tree()
    under = {unit: set(units.path(tree, unit)).intersection(held) for unit in tree}
    below = [unit for unit, above in under.items() if above]
    found: set[int] = set()
    for version in await programmes.versions((await programmes.season(season)).code):
        programme = await programmes.parsed(version)
        for unit in await _units(season, version, programme, below):
            found |= under[unit]
    return found


async def _units(season: int, version: int, programme: Programme, wanted: Collection[int]) -> set[int]:
    """Return those of `wanted` that have such a member; each is looked through until the first."""
    found: set[int] = set()
    for task in (each for each in programme.tasks if each.provisional):
        known = list(later(task))
        rows = await sql.tuples(
            f"SELECT u.id FROM units u WHERE {sql.among('u.id', '?1')} AND EXISTS (SELECT 1 FROM people p"
            " JOIN enrolments e ON e.person_id = p.id JOIN registrations r ON r.enrolment_id = e.id"
            " WHERE p.unit_id = u.id AND e.season_id = ?2 AND e.programme_id = ?3 AND r.task = ?4"
            f" AND r.dropped_at IS NULL AND {maybe_provisional([how for how, _ in known], 5)})",
            sql.listed(set(wanted) - found),
            season,
            version,
            task.code,
            *(value for _, value in known),
        )
        found |= {int(id_) for (id_,) in rows}
    return found
