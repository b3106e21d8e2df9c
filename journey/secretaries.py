"""Who keeps the records of a unit's members: the secretary of the unit, or of one above it."""

from collections.abc import Iterable, Sequence

from journey.people import Post, Role


def keeps(posts: Iterable[Post], *, by: int, member: int, unit_path: Sequence[int]) -> bool:
    """Tell whether `by`, who holds `posts` today, may rule about `member`; never about oneself.

    Args:
        unit_path: units of the member, own first, root last; () for somebody without a unit, whom nobody keeps.
    """
    return by != member and any(post.unit in unit_path for post in secretary_posts(posts))


def secretary_posts(posts: Iterable[Post]) -> tuple[Post, ...]:
    return tuple(post for post in posts if post.role is Role.SECRETARY and post.unit is not None)
