"""Who organised an event, where the organiser assesses: a unit of the roster to choose, or any name."""

from dataclasses import replace
from datetime import date

from handlers.arguments import number
from handlers.conversation import Choice, Say, text
from handlers.member.evidence_facts import Question
from handlers.member.hand_ins import Draft
from journey.expression import Organiser
from journey.panels import ORGANISER, ORGANISING_UNIT
from journey.person import Person
from journey.text import fold
from storage import people, units
from storage.units import Unit

MOST = 6
"""Units to choose from; another one is typed by its name."""

_CHOSEN = "unit-"  # before the id of a unit, in a choice


async def offered(asked: Say, found: Draft, question: Question, person: Person, today: date) -> Say:
    """Return the question with the units to choose from: the member's own and those above first."""
    if not _routes(found, question):
        return asked
    path = await units.unit_path(person.unit)
    known = sorted(await _organisers(found, today), key=lambda each: (_distance(each, path), each.name))
    prefix = f"evidence.answer {found.submission.id} {question.id} {_CHOSEN}"
    rows = tuple((Choice(f"{prefix}{each.id}", text("evidence.level", name=each.name)),) for each in known[:MOST])
    return replace(asked, choices=(*rows, *asked.choices))


def _distance(unit: Unit, path: tuple[int, ...]) -> int:
    return path.index(unit.id) if unit.id in path else len(path)


def _routes(found: Draft, question: Question) -> bool:
    asks = question.field is not None and question.field.code == ORGANISER
    return asks and isinstance(found.task.assessment, Organiser)


async def _organisers(found: Draft, today: date) -> list[Unit]:
    """Return the units that have somebody to assess what they organised."""
    roles = [found.programme.assessor(code).role for code in found.task.assessment.codes]
    held = {post.unit for post in await people.holders(roles, today)}
    return [each for each in (await units.tree()).values() if each.id in held]


async def settled(found: Draft, question: Question, said: str, given: dict[str, str], today: date) -> dict[str, str]:
    """Return the given facts with the unit that was chosen, or that has the name that was typed, if one has."""
    if not _routes(found, question):
        return given
    known = await _organisers(found, today)
    id_ = number(said.removeprefix(_CHOSEN)) if said.startswith(_CHOSEN) else None
    names = [each for each in known if each.id == id_ or fold(said) in (fold(each.name), fold(each.code))]
    others = {name: value for name, value in given.items() if name != ORGANISING_UNIT}
    if not names:
        return others
    return {**others, ORGANISER: names[0].name, ORGANISING_UNIT: str(names[0].id)}
