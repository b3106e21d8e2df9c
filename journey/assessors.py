"""Who may act for an assessor: found in the roster's posts, nearest first, never the author."""

from collections.abc import Iterable, Sequence

from journey.people import Post, Role
from journey.programme import Assessor, Reach


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
    if role is Role.GROUP_LEADER and any(p.person == author and p.role is role and p.group == group for p in posts):
        return Role.SUPERVISOR
    return role


def _in_group(role: Role, author: int, group: int | None, posts: tuple[Post, ...]) -> tuple[int, ...]:
    if group is None:
        return ()
    return _others(author, (p for p in posts if p.role is role and p.group == group))


def _others(author: int, posts: Iterable[Post]) -> tuple[int, ...]:
    return tuple(sorted({post.person for post in posts} - {author}))
