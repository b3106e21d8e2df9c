"""Which of what waits may be approved together, and why the others may not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers import likeness
from handlers.member.evidence_words import is_outside
from handlers.member.programme_of import programme_of
from journey.above import is_above
from journey.programme import Kind, Programme
from storage import bulks
from storage.waiting import Waiting

PORTION = 10
"""Hand-ins approved by one tap, in one transaction: some 150 ms where five officers have each card."""

LOOKED_AT = 60
"""Hand-ins sorted at a time, the oldest first; the others come when these are decided."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """`clean` may be approved together, `left_out` may not: each with its reason, the end of a text's key.

    `beyond` is how many wait less long, and were not looked at.
    """

    clean: tuple[Waiting, ...]
    left_out: tuple[tuple[Waiting, str], ...]
    beyond: int


async def sort_out(waiting: Sequence[Waiting]) -> Sorted:
    """Sort what waits for an officer; at most PORTION are clean, the next ones come after them."""
    looked_at = waiting[:LOOKED_AT]
    marks = await bulks.marks([each.submission for each in looked_at])
    clean: list[Waiting] = []
    left_out: list[tuple[Waiting, str]] = []
    for each in looked_at:
        programme = await programme_of(each.enrolment)
        if (why := await _why(each, programme, marks)) is not None:
            left_out.append((each, why))
        elif len(clean) < PORTION:
            clean.append(each)
    return Sorted(tuple(clean), tuple(left_out), len(waiting) - len(looked_at))


async def _why(waiting: Waiting, programme: Programme, marks: Mapping[int, frozenset[str]]) -> str | None:
    """Return why a hand-in is to be looked at by itself, None when nothing speaks against it."""
    task = programme.task(waiting.task)
    essays = [each.id for each in task.criteria if each.kind is Kind.WORDS]
    found = marks.get(waiting.submission, frozenset())
    reasons = {
        "sensitive": task.sensitive,
        "above": any(map(is_above, waiting.bodies)),
        "differ": bool(waiting.returned),
        "again": waiting.version > 1,
        "reversed": "reversed" in found,
        "files": "files" in found,
        "essay": any(id_ not in waiting.claims for id_ in essays),
        "words": "words" in found and not essays,
        "same": "same" in found,
        "date": is_outside(task, waiting.claims, waiting.given),
    }
    plain = next((why for why, holds in reasons.items() if holds), None)
    if plain is None and await likeness.is_flagged(waiting.submission):
        return "alike"
    return plain
