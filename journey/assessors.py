"""Who may act for an assessor: found in the roster's posts, nearest first, never the author."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journey.people import Post, Role
from journey.programme import Assessor, Reach

STAND_IN = Assessor("", "", "", Role.SECRETARY, Reach.UNIT)
"""Who signs where one person would sign twice, and hears of a hand-in that nobody could approve."""


_OF_A_GROUP = {Role.GROUP_LEADER, Role.SUPERVISOR}


@dataclass(frozen=True, slots=True)
class Panel:
    """Who may act for each body, by code in the plan's order.

    `apart`: a person gives one verdict only. `stand_ins` are the bodies for which the secretary acts for that reason.
    """

    may_act: Mapping[str, tuple[int, ...]]
    apart: bool = False
    stand_ins: frozenset[str] = frozenset()


def panel(
    assessors: Sequence[Assessor],
    *,
    all_sign: bool,
    signed: Mapping[str, int],
    author: int,
    unit_path: Sequence[int],
    group: int | None,
    posts: Iterable[Post],
) -> Panel:
    """Return who may act for each of `assessors` on the author's work.

    Args:
        all_sign: every body must approve, each by another person; the unit's secretary stands in where nobody else is
            left. Where leader and supervisor sign, a leader's own work is the supervisor's alone
            (docs/decisions/two-signatures.md).
        signed: who gave a verdict already, by body.
    """
    held = tuple(posts)
    found = {
        each.code: people_for(each, author=author, unit_path=unit_path, group=group, posts=held) for each in assessors
    }
    if not all_sign or (_leads(author, group, held) and {each.role for each in assessors} == _OF_A_GROUP):
        return Panel(found)
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
    return Panel({code: may_act[code] for code in found}, True, frozenset(stand_ins))


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
