"""Where the tasks stand that people are to be reminded of: many people's at once, by the rules of their own books."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from journey.claims import CriterionCount, count
from journey.programme import CriteriaRule, Kind, Task
from journey.progress import HandIn, HandInState, Ruling, TaskProgress, task_progress
from storage import programmes, sql, submissions
from storage.submissions import Submission


@dataclass(frozen=True, slots=True)
class TakenOn:
    """One task that somebody took on in the season of `year`, with where it stands; `parts` by part, then version.

    `promised` are the counts with what waits for its verdict.
    """

    registration: int
    year: int
    is_dropped: bool
    task: Task
    parts: tuple[Submission, ...]
    progress: TaskProgress
    promised: tuple[CriterionCount, ...]

    @property
    def is_promised(self) -> bool:
        """Say whether nothing that is counted lacks any more when what waits is approved."""
        if self.task.criteria_rule is CriteriaRule.ANY:
            return any(each.holds for each in self.promised)
        return all(each.holds for each in self.promised if each.criterion.kind is Kind.COUNT)

    @property
    def most_missing(self) -> CriterionCount | None:
        """Return the count that lacks most, what waits for its verdict included; None where nothing is counted."""
        counted = [each for each in self.promised if each.criterion.kind is Kind.COUNT]
        return max(counted, key=lambda each: each.need - each.have, default=None)

    def has_newer(self, submission: int) -> bool:
        """Say whether a later version of the part of `submission` was begun."""
        of_it = next((each for each in self.parts if each.id == submission), None)
        return of_it is None or any(
            each.part == of_it.part and each.version > of_it.version and each.state != "withdrawn"
            for each in self.parts
        )


async def load(registrations: Collection[int], today: date) -> dict[int, TakenOn]:
    """Return the tasks of `registrations` as they stand on `today` (local), by registration."""
    if not registrations:
        return {}
    rows = await sql.tuples(
        "SELECT r.id, r.task, r.dropped_at, y.year, COALESCE(e.programme_id, y.programme_id), u.kind"
        " FROM registrations r JOIN enrolments e ON e.id = r.enrolment_id JOIN seasons y ON y.id = e.season_id"
        " LEFT JOIN rulings u ON u.registration_id = r.id AND u.state = 'standing'"
        f" WHERE {sql.among('r.id', '?1')}",
        sql.listed(registrations),
    )
    parts: dict[int, list[Submission]] = {}
    for each in await submissions.of_registrations(registrations):
        parts.setdefault(each.registration, []).append(each)
    found = {}
    for id_, code, dropped_at, year, version, ruling in rows:
        task = (await programmes.parsed(version)).task(code)
        known = Ruling(ruling) if ruling else None
        found[id_] = _taken_on(id_, year, dropped_at is not None, task, parts.get(id_, ()), known, today)
    return found


async def registrations_of(ids: Collection[int]) -> dict[int, int]:
    """Return by submission the registration under which it was opened."""
    found = await sql.tuples(
        f"SELECT id, registration_id FROM submissions WHERE {sql.among('id', '?1')}", sql.listed(ids)
    )
    return {int(id_): int(registration) for id_, registration in found}


def _taken_on(
    id_: int, year: int, is_dropped: bool, task: Task, parts: Sequence[Submission], ruling: Ruling | None, today: date
) -> TakenOn:
    progress = task_progress(task, map(_hand_in, parts), today=today, year=year, ruling=ruling)
    promised = count(task, [each.claims for each in parts if each.state in ("approved", "waiting")])
    return TakenOn(id_, year, is_dropped, task, tuple(parts), progress, promised)


def _hand_in(each: Submission) -> HandIn:
    state = HandInState(each.state)
    return HandIn(each.id, each.part, each.version, state, each.claims, each.submitted_at, each.decided_at)
