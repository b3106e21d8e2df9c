"""Who decides above the plan's bodies: where two signatures differ, and where a member asks to look again."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from journey.assessors import STAND_IN, Panel, people_for
from journey.people import Post, Role
from journey.programme import ABOVE, Assessor, Programme, Reach
from journey.substitutes import Substitution, chain

SUPERVISOR, SECRETARY, STANDING_COMMITTEE = ABOVE
"""The codes of the bodies above, the lowest first."""

_TOP = {Role.SECRETARY, Role.STANDING_COMMITTEE, Role.PARTY_COMMITTEE}
"""Whose verdicts are not a unit's secretary's to judge."""


@dataclass(frozen=True, slots=True)
class Author:
    """Whose work it is: `unit_path` is their units, own first, root last; `group` their tổ."""

    id: int
    unit_path: Sequence[int]
    group: int | None


def is_above(code: str) -> bool:
    """Say whether a body is one of those above the plan's."""
    return code in ABOVE


def above(code: str, author: Author, signed: Mapping[str, int], posts: Iterable[Post]) -> tuple[int, ...]:
    """Return who may act for a body above the plan's, by id; () when there is nobody.

    A supervisor may have signed before: the last word is theirs. An appeal is never judged by who gave a verdict.

    Args:
        signed: who gave a verdict, by body.
    """
    body = ABOVE[code]
    held = list(posts)
    if code == SUPERVISOR:
        return _people(body, author, held) or _people(STAND_IN, author, held)
    heard = {person for where, person in signed.items() if where != code}
    others = [post for post in held if post.person not in heard]
    if code == SECRETARY:
        return _people(body, author, others)
    top = Assessor("", "", "", Role.SECRETARY, Reach.TOP)
    return _people(body, author, others) or _people(top, author, others)


def next_level(
    decided: Collection[Assessor], author: Author, signed: Mapping[str, int], posts: Iterable[Post]
) -> str | None:
    """Return the body that judges an appeal against what `decided` said, None when the roster has nobody above."""
    held = list(posts)
    is_top = any(each.role in _TOP or each.reach is Reach.TOP for each in decided)
    levels = (STANDING_COMMITTEE,) if is_top else (SECRETARY, STANDING_COMMITTEE)
    return next((code for code in levels if above(code, author, signed, held)), None)


def with_above(
    found: Panel,
    programme: Programme,
    asked: Iterable[str],
    author: Author,
    signed: Mapping[str, int],
    posts: Iterable[Post],
    substitutes: Sequence[Substitution] = (),
) -> Panel:
    """Return the plan's panel with those who act for the bodies above it, of the bodies `asked`."""
    held = list(posts)
    may_act, instead_of = dict(found.may_act), dict(found.instead_of)
    for code in sorted(filter(is_above, asked)):
        if code == SUPERVISOR and (body := _signed_by_supervisor(found, programme)) is not None:
            may_act[code], instead_of[code] = found.may_act[body], found.instead_of.get(body, {})
            continue
        named = above(code, author, signed, held)
        stands_in = {
            person: first
            for first in reversed(named)
            for person in chain(first, substitutes, author=author.id)
            if person not in named and person not in signed.values()
        }
        may_act[code], instead_of[code] = (*named, *stands_in), stands_in
    return replace(found, may_act=may_act, instead_of=instead_of)


def signs_as_supervisor(found: Panel, programme: Programme) -> tuple[int, ...]:
    """Return who signs as the supervisor, () where the plan has no such signature."""
    body = _signed_by_supervisor(found, programme)
    return found.may_act[body] if body is not None else ()


def _signed_by_supervisor(found: Panel, programme: Programme) -> str | None:
    of_role = (code for code in found.may_act if programme.assessor(code).role is Role.SUPERVISOR)
    return next((code for code in of_role if found.may_act[code]), None)


def _people(body: Assessor, author: Author, posts: Iterable[Post]) -> tuple[int, ...]:
    return people_for(body, author=author.id, unit_path=author.unit_path, group=author.group, posts=posts)
