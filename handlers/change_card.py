"""A request to change tasks as those see it who decide: one card, and which requests wait for whom."""

from dataclasses import dataclass
from datetime import date

from handlers.conversation import Choice, Say, Text, Urgency, choice, text
from handlers.member.companions import accompanied, companions
from handlers.member.programme_of import programme_of
from handlers.member.wording import listed
from journey.calendar import feasible
from journey.person import Person
from journey.programme import Programme
from storage import enrolments, people, programmes, registrations, units
from storage.enrolments import Enrolment
from storage.registrations import Change


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with what it takes to judge it; `version` of the programme it is judged by, `may` decide."""

    change: Change
    enrolment: Enrolment
    version: int
    programme: Programme
    member: Person
    may: tuple[int, ...]


async def asked_of(change: Change, today: date) -> Asked:
    """Return the request as it stands on `today` (local): who accompanies the member now decides."""
    enrolment = await enrolments.get(change.enrolment)
    member = await people.get(enrolment.person, today)
    version = enrolment.programme or (await programmes.season(enrolment.season)).programme
    may = await companions(member, today)
    return Asked(change, enrolment, version, await programme_of(enrolment), member, may)


async def waiting_for(person: int, today: date) -> list[tuple[int, Change]]:
    """Return (member, request) that wait in this season for `person` as companion of `today`, oldest first."""
    season = await programmes.current_season()
    waiting = await registrations.waiting_changes(season.id) if season else []
    mine = await accompanied(person, {member for member, _ in waiting}, today)
    return [(member, change) for member, change in waiting if member in mine]


async def outdated(asked: Asked, today: date) -> str:
    """Return what overtook the request ("season", "choice", "task": the end of a key), "" when nothing did.

    Raises:
        UnknownTask: the programme has no such task any more.
    """
    season = await programmes.current_season()
    if season is None or season.id != asked.enrolment.season:
        return "season"
    if await registrations.chosen_since(asked.enrolment.id, asked.change.asked_at):
        return "choice"
    added = asked.change.wanted - await registrations.chosen(asked.enrolment.id)
    in_time = all(feasible(asked.programme.task(code), {}, today, season.year) for code in added)
    return "" if in_time else "task"


async def card(asked: Asked, rows: tuple[tuple[Choice, ...], ...], *decision: Text, fresh: bool = False) -> Say:
    """Show the request to who decides: the member, what goes, what comes, why, and what was decided."""
    taken = await registrations.chosen(asked.enrolment.id)
    if asked.change.state == "approved":
        added, dropped = frozenset[str](), frozenset[str]()
    else:
        added, dropped = asked.change.wanted - taken, taken - asked.change.wanted
    words = text(
        "changes.card",
        name=asked.member.full_name,
        place=await units.group_name(asked.member.group) or await units.unit_name(asked.member.unit),
        at=asked.change.asked_at,
        parts=[
            *_part("changes.added", asked, added),
            *_part("changes.dropped", asked, dropped),
            text("changes.reason", reason=asked.change.reason),
            *decision,
        ],
    )
    return Say(words, rows, card=f"change:{asked.change.id}", urgency=Urgency.NEWS, fresh=fresh)


def deciding(change: Change) -> tuple[tuple[Choice, ...], ...]:
    return (
        (
            choice("changes.approve", change.id, label="changes.approve", style="good"),
            choice("changes.return", change.id, label="changes.return", style="bad"),
        ),
    )


async def decision(asked: Asked) -> Text:
    """Return what became of the request: who decided and when, or what overtook it."""
    change = asked.change
    if change.state == "outdated":
        return text(f"changes.outdated-{change.answer}")
    names = await people.names([change.decided_by] if change.decided_by else [])
    name = names.get(change.decided_by or 0, "")
    return text(f"changes.{change.state}-line", name=name, at=change.decided_at, answer=change.answer)


def _part(key: str, asked: Asked, codes: frozenset[str]) -> tuple[Text, ...]:
    tasks = [task for task in asked.programme.tasks if task.code in codes]
    return (text(key, tasks=listed(tasks, "vi")),) if tasks else ()
