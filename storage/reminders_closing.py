"""Whether provisional results are to be closed in a unit or below it."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from journey.criteria import need
from journey.programme import Kind, Task
from storage import programmes, reminded_tasks, sql, units
from storage.reminders_found import Of, maybe_provisional

PORTION: Final = 200
"""Registrations that are judged by the rules at once: some ten milliseconds."""


def later(task: Task) -> Iterator[tuple[str, int | str]]:
    """Yield what `maybe_provisional` asks about each criterion of `task` that is known later, with its value."""
    for criterion in task.criteria:
        if criterion.known_later and criterion.kind is Kind.COUNT:
            yield "count", need(task, criterion)
        elif criterion.known_later:
            yield "said", f'%"{criterion.id}"%'


async def still_open(season: int, held: Collection[int], today: date) -> set[int]:
    """Return those of the units `held` in which, or below which, a result of `season` is provisional `today` (local).

    What may be is found by the database; the rules, which have the last word, are asked until each unit has one.
    """
    tree = await units.tree()
    under = {unit: set(units.path(tree, unit)).intersection(held) for unit in tree}
    found: set[int] = set()
    for version in await programmes.versions((await programmes.season(season)).code):
        for task in (each for each in (await programmes.parsed(version)).tasks if each.provisional):
            after: int | None = 0
            while after is not None and not found.issuperset(held):
                wanted = [unit for unit, above in under.items() if above - found]
                open_, after = await _open(Of(season, version), task, wanted, after, today)
                found = found.union(*(under[unit] for unit in open_))
    return found


async def _open(of: Of, task: Task, wanted: Collection[int], after: int, today: date) -> tuple[set[int], int | None]:
    """Return the units among `wanted` of a portion of the registrations above `after`; up to which, None for the last.

    Of those only with a result of `task` that is provisional.
    """
    known = list(later(task))
    rows = await sql.tuples(
        "SELECT r.id, p.unit_id FROM registrations r JOIN enrolments e ON e.id = r.enrolment_id"
        f" JOIN people p ON p.id = e.person_id WHERE {sql.among('p.unit_id', '?1')} AND e.season_id = ?2"
        " AND e.programme_id = ?3 AND r.task = ?4 AND r.id > ?5 AND r.dropped_at IS NULL"
        f" AND {maybe_provisional([how for how, _ in known], 7)} ORDER BY r.id LIMIT ?6",
        sql.listed(wanted),
        of.season,
        of.version,
        task.code,
        after,
        PORTION,
        *(value for _, value in known),
    )
    taken = await reminded_tasks.load([id_ for id_, _ in rows], today)
    open_ = {int(unit) for id_, unit in rows if taken[id_].progress.is_provisional}
    return open_, int(rows[-1][0]) if len(rows) == PORTION else None
