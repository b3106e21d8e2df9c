"""Who may act on a hand-in: for the plan's bodies, the organiser's, and those above."""

from collections.abc import Collection, Mapping, Sequence

from journey.above import Author, with_above
from journey.assessors import Panel, panel
from journey.expression import AllOf, Organiser
from journey.people import Post
from journey.programme import Programme, Task, bodies
from journey.substitutes import Substitution

ORGANISER, ORGANISING_UNIT = "organiser", "organiser_unit"
"""Among the given facts: the organiser as the member named it, and the id of the unit when it is one of ours."""


def organising_unit(task: Task, given: Mapping[str, str]) -> int | None:
    """Return the unit that organised, as the member chose it; None where the organiser does not assess."""
    chosen = given.get(ORGANISING_UNIT, "")
    return int(chosen) if isinstance(task.assessment, Organiser) and chosen else None


def who_may(
    programme: Programme,
    task: Task,
    signed: Mapping[str, int],
    *,
    author: Author,
    posts: Sequence[Post],
    asked: Collection[str] = (),
    organiser: Sequence[int] = (),
    substitutes: Sequence[Substitution],
    raised: Collection[str],
) -> Panel:
    """Return who may act for each body of the task on the author's work.

    Args:
        posts: those held today.
        asked: the bodies asked so far; those above the plan's act only when they were.
        organiser: units of the organiser, own first; () where it is none of ours.
        substitutes: those of today.
        raised: the bodies that let it wait until the next level got it.
    """
    found = panel(
        [programme.assessor(code) for code in bodies(task.assessment)],
        all_sign=isinstance(task.assessment, AllOf),
        signed=signed,
        author=author.id,
        unit_path=organiser or author.unit_path,
        group=author.group,
        posts=posts,
        substitutes=substitutes,
        raised=raised,
    )
    return with_above(found, programme, asked, author, signed, posts, substitutes)
