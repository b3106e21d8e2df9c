"""Where a member stands: the book read once, judged by the rules of the frozen programme."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from handlers.conversation import InboxMessage
from handlers.member.assessing import people_by_body
from handlers.member.programme_of import MembersOnly, enrolled_person
from journey.person import Person
from journey.programme import Programme
from journey.progress import HandIn, HandInState, Holder, Progress, Ruling, TaskProgress, journey, task_progress
from storage import book
from storage.book import Book, Entry, Opinion
from storage.enrolments import Enrolment
from storage.programmes import Season


@dataclass(frozen=True, slots=True)
class Standing:
    """`tasks` are the registered ones, by code in the programme's order."""

    season: Season
    enrolment: Enrolment
    programme: Programme
    book: Book
    tasks: Mapping[str, TaskProgress]
    progress: Progress


async def standing(message: InboxMessage) -> Standing:
    """Return where the person who writes stands today.

    Raises:
        NoSeason, MembersOnly: they have no book.
    """
    if message.person is None:
        raise MembersOnly
    return await standing_of(message.person, message.today)


async def standing_of(member: Person, today: date) -> Standing:
    """Return where a member stands on `today` (local), for whoever keeps their book.

    Raises:
        NoSeason, MembersOnly: they have no book.
    """
    season, enrolment, programme = await enrolled_person(member)
    found = await _held_today(member, today, programme, await book.load(enrolment.id))
    tasks = {
        task.code: task_progress(
            task,
            [handin(programme, entry) for entry in found.of_task(task.code)],
            today=today,
            year=season.year,
            ruling=_ruling(found, task.code),
        )
        for task in programme.tasks
        if task.code in found.active
    }
    return Standing(season, enrolment, programme, found, tasks, journey(programme, tasks))


def _ruling(found: Book, code: str) -> Ruling | None:
    return Ruling(found.rulings[code].kind) if code in found.rulings else None


async def _held_today(member: Person, today: date, programme: Programme, found: Book) -> Book:
    """Return the book with the holders of today for what waits: posts change hands."""
    codes = {entry.task for entry in found.entries if any(each.state == "waiting" for each in entry.opinions)}
    tasks = [programme.task(code) for code in sorted(codes)]
    names = await people_by_body(programme, tasks, member, today)
    return replace(found, entries=tuple(_entry(entry, names) for entry in found.entries))


def _entry(entry: Entry, names: Mapping[str, tuple[str, ...]]) -> Entry:
    opinions = (replace(each, asked=names.get(each.body, each.asked)) for each in entry.opinions)
    return replace(entry, opinions=tuple(opinions))


def handin(programme: Programme, entry: Entry) -> HandIn:
    """Return a version of the book as the rules see it."""
    return HandIn(
        id=entry.id,
        part=entry.part,
        version=entry.version,
        state=HandInState(entry.state),
        claims=entry.claims,
        submitted_at=entry.submitted_at,
        decided_at=entry.decided_at,
        reason=entry.reason,
        holders=tuple(_holder(programme, each) for each in entry.opinions if each.state == "waiting"),
    )


def _holder(programme: Programme, opinion: Opinion) -> Holder:
    assessor = programme.assessor(opinion.body)
    return Holder(assessor.short, opinion.asked, opinion.asked_at)
