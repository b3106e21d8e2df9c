"""What a rehearsed season came to: who would finish, how long approvals waited, what they cost whom."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.rehearsal.people import Player
from journey.programme import Kind, Programme
from journey.progress import HandIn, HandInState, Outcome, Ruling, TaskProgress, journey, task_progress
from storage import enrolments, registrations, rehearsed, rulings, submissions
from storage.programmes import Season
from storage.submissions import Submission

A_WEEK = 7
NOT_JOINED, NOT_REGISTERED = "not-joined", "not-registered"
"""Where somebody stands who has no book yet; else it is an `Outcome`."""


@dataclass
class Standings:
    """How members stand on one day: counts by (character, outcome), (group, outcome) and (task, state)."""

    day: date
    characters: Counter[tuple[str, str]] = field(default_factory=Counter)
    groups: Counter[tuple[str, str]] = field(default_factory=Counter)
    tasks: Counter[tuple[str, str]] = field(default_factory=Counter)

    def share(self, counts: Counter[tuple[str, str]], name: str) -> tuple[int, int]:
        """Return how many of `name` finished or will when the last proof comes, and how many they are."""
        done = counts[name, str(Outcome.PASSED)] + counts[name, str(Outcome.PROVISIONAL)]
        return done, sum(number for (of, _), number in counts.items() if of == name)


async def standings(
    members: Mapping[int, Player], season: Season, programme: Programme, joined: Collection[int], today: date
) -> Standings:
    """Return how `members` (by person id) stand on `today` (local)."""
    found = Standings(today)
    for enrolment in await enrolments.of_people(list(members), season.id):
        player = members[enrolment.person]
        outcome = NOT_REGISTERED if enrolment.person in joined else NOT_JOINED
        if enrolment.programme is not None:
            tasks = await _tasks(enrolment.id, programme, season.year, today)
            outcome = str(journey(programme, tasks).outcome)
            for code, progress in tasks.items():
                found.tasks[code, str(progress.state)] += 1
        assert player.member is not None
        found.characters[player.member.name, outcome] += 1
        found.groups[player.group, outcome] += 1
    return found


async def _tasks(enrolment: int, programme: Programme, year: int, today: date) -> dict[str, TaskProgress]:
    taken = await registrations.chosen(enrolment)
    handed: dict[str, list[HandIn]] = {}
    for each in await submissions.of_enrolment(enrolment):
        handed.setdefault(each.task, []).append(_hand_in(each))
    ruled = await rulings.kinds(enrolment)
    return {
        task.code: task_progress(
            task,
            handed.get(task.code, ()),
            today=today,
            year=year,
            ruling=Ruling(ruled[task.code]) if task.code in ruled else None,
        )
        for task in programme.tasks
        if task.code in taken
    }


def _hand_in(each: Submission) -> HandIn:
    return HandIn(
        each.id, each.part, each.version, HandInState(each.state), each.claims, each.submitted_at, each.decided_at
    )


@dataclass
class Waits:
    """How long the reviews of one body waited, in days; `open` still wait."""

    days: list[float] = field(default_factory=list)
    open: int = 0

    def at(self, share: float) -> float:
        """Return the days that a `share` of them did not exceed."""
        ordered = sorted(self.days)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


@dataclass
class Work:
    """What deciding cost one officer, in minutes: of the season, and of its fullest week."""

    player: Player
    decisions: int = 0
    minutes: float = 0.0
    weeks: Counter[tuple[int, int]] = field(default_factory=Counter)

    @property
    def fullest(self) -> float:
        """Return the minutes of the fullest week."""
        return max(self.weeks.values(), default=0) / 10


@dataclass
class Approvals:
    """Waits by body, work by person."""

    waits: dict[str, Waits] = field(default_factory=dict)
    work: dict[int, Work] = field(default_factory=dict)


async def approvals(programme: Programme, players: Mapping[int, Player], minutes: Mapping[str, float]) -> Approvals:
    """Return how approvals went; `minutes` says what a card and an essay take."""
    found = Approvals()
    essays = {task.code for task in programme.tasks if any(each.kind is Kind.WORDS for each in task.criteria)}
    async for review, task in rehearsed.reviews():
        waits = found.waits.setdefault(review.body, Waits())
        if review.state == "waiting":
            waits.open += 1
        if review.decided_at is None or review.decided_by is None:
            continue
        waits.days.append((review.decided_at - review.asked_at) / timedelta(days=1))
        work = found.work.setdefault(review.decided_by, Work(players[review.decided_by]))
        took = minutes["essay" if task in essays else "card"]
        year, week, _ = review.decided_at.isocalendar()
        work.decisions += 1
        work.minutes += took
        work.weeks[year, week] += round(took * 10)
    return found


def busiest(found: Approvals, most: int) -> Sequence[Work]:
    """Return who had most to do, the busiest first."""
    return sorted(found.work.values(), key=lambda work: (-work.minutes, work.player.code))[:most]
