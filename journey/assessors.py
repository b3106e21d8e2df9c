"""Who may act for an assessor: found in the roster's posts, nearest first, never the author."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from journey.people import Post, Role
from journey.programme import Assessor, Reach
from journey.substitutes import Substitution, chain

STAND_IN = Assessor("", "", "", Role.SECRETARY, Reach.UNIT)
"""Who signs where one person would sign twice, and hears of a hand-in that nobody could approve."""


_OF_A_GROUP = {Role.GROUP_LEADER, Role.SUPERVISOR}


@dataclass(frozen=True, slots=True)
class Panel:
    """Who may act for each body, by code in the plan's order.

    `apart`: a person gives one verdict only. `stand_ins` are the bodies for which the secretary acts for that reason.
    `instead_of` says for whom the substitutes of a body act, by the substitute.
    """

    may_act: Mapping[str, tuple[int, ...]]
    apart: bool = False
    stand_ins: frozenset[str] = frozenset()
    instead_of: Mapping[str, Mapping[int, int]] = field(default_factory=dict)


def panel(
    assessors: Sequence[Assessor],
    *,
    all_sign: bool,
    signed: Mapping[str, int],
    author: int,
    unit_path: Sequence[int],
    group: int | None,
    posts: Iterable[Post],
    substitutes: Sequence[Substitution] = (),
    raised: Collection[str] = (),
) -> Panel:
    """Return who may act for each of `assessors` on the author's work.

    Args:
        all_sign: every body must approve, each by another person; the unit's secretary stands in where nobody else is
            left. Where leader and supervisor sign, a leader's own work is the supervisor's alone
            (docs/decisions/two-signatures.md).
        signed: who gave a verdict already, by body.
        posts: those held today.
        substitutes: those of today.
        raised: the bodies for which it waited so long that the next level acts, too.
    """
    held = tuple(posts)
    found: dict[str, tuple[int, ...]] = {}
    instead_of: dict[str, Mapping[int, int]] = {}
    for each in assessors:
        named = people_for(each, author=author, unit_path=unit_path, group=group, posts=held)
        standing_in = _standing_in(named, substitutes, author)
        found[each.code] = (*named, *standing_in)
        if standing_in:
            instead_of[each.code] = standing_in
        if each.code in raised:
            found[each.code] += raised_to(
                each, besides=found[each.code], author=author, unit_path=unit_path, posts=held
            )
    if not all_sign or (_leads(author, group, held) and {each.role for each in assessors} == _OF_A_GROUP):
        return Panel(found, instead_of=instead_of)
    may_act: dict[str, tuple[int, ...]] = {}
    stand_ins: set[str] = set()
    taken = set(signed.values())
    for code in sorted(found, key=lambda code: len(found[code])):
        others = taken - {signed.get(code)}
        free = tuple(person for person in found[code] if person not in others)
        if found[code] and not free:
            left = [post for post in held if post.person not in others]
            free = people_for(STAND_IN, author=author, unit_path=unit_path, group=group, posts=left)
            stand_ins.add(code)
        if len(free) == 1:
            taken.add(free[0])
        may_act[code] = free
    return Panel({code: may_act[code] for code in found}, True, frozenset(stand_ins), instead_of)


def _standing_in(named: Sequence[int], substitutes: Sequence[Substitution], author: int) -> dict[int, int]:
    """Return for whom each substitute acts; somebody who is named acts for nobody else."""
    found: dict[int, int] = {}
    for first in named:
        for person in chain(first, substitutes, author=author):
            if person not in named:
                found.setdefault(person, first)
    return found


def raised_to(
    assessor: Assessor, *, besides: Collection[int], author: int, unit_path: Sequence[int], posts: Iterable[Post]
) -> tuple[int, ...]:
    """Return the secretaries whom a review goes to when `besides`, who may act on it, do not answer.

    Those of the unit where the assessor is looked for, or of the nearest one above.
    """
    held = tuple(posts)
    units = unit_path[-1:] if assessor.reach is Reach.TOP else unit_path
    for unit in units:
        secretaries = (p for p in held if p.role is STAND_IN.role and p.unit == unit and p.person not in besides)
        if people := _others(author, secretaries):
            return people
    return ()


def people_for(
    assessor: Assessor, *, author: int, unit_path: Sequence[int], group: int | None, posts: Iterable[Post]
) -> tuple[int, ...]:
    """Return the people who may act for `assessor` on the author's work, by id; () when there is nobody.

    Args:
        unit_path: units of the author, own first, root last.
        group: the author's tổ.
    """
    held = tuple(posts)
    if assessor.reach is Reach.GROUP:
        return _in_group(_role_for(assessor.role, author, group, held), author, group, held)
    units = unit_path[-1:] if assessor.reach is Reach.TOP else unit_path
    for unit in units:
        if people := _others(author, (p for p in held if p.role is assessor.role and p.unit == unit)):
            return people
    return ()


def _role_for(role: Role, author: int, group: int | None, posts: tuple[Post, ...]) -> Role:
    """A group leader's own task goes to the group's supervisor (DESIGN 5)."""
    return Role.SUPERVISOR if role is Role.GROUP_LEADER and _leads(author, group, posts) else role


def _leads(person: int, group: int | None, posts: Iterable[Post]) -> bool:
    return any(p.person == person and p.role is Role.GROUP_LEADER and p.group == group for p in posts)


def _in_group(role: Role, author: int, group: int | None, posts: tuple[Post, ...]) -> tuple[int, ...]:
    if group is None:
        return ()
    return _others(author, (p for p in posts if p.role is role and p.group == group))


def _others(author: int, posts: Iterable[Post]) -> tuple[int, ...]:
    return tuple(sorted({post.person for post in posts} - {author}))
