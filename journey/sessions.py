"""Sessions of study: who may hold one for whom, and what may still be changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from journey.people import Post, Role
from journey.person import Person
from journey.programme import Programme, Task
from journey.refusal import Refused

ATTENDANCE_LIST = "diem_danh"
"""The evidence kind by which a programme says that being there counts for a task."""

LASTS = timedelta(hours=2)
"""How long a session lasts where nobody says: half of an office's half day."""

FARTHEST = timedelta(days=366)
"""How far ahead one is planned: the next season is not known before it opens."""

OVER_UNITS = frozenset({Role.SECRETARY, Role.EXECUTIVE, Role.STANDING_COMMITTEE, Role.ORGANISER})
OVER_A_GROUP = frozenset({Role.GROUP_LEADER, Role.SUPERVISOR})


class State:
    """What a session may be: put together by its organiser, told of, called off."""

    DRAFT = "draft"
    PLANNED = "planned"
    CANCELLED = "cancelled"


@dataclass(eq=False)
class SessionBegun(Refused):
    """What has begun is neither moved nor called off."""

    session: int


@dataclass(eq=False)
class SessionAttended(Refused):
    """A session that somebody was counted at took place."""

    session: int


@dataclass(eq=False)
class SessionCancelled(Refused):
    """Nobody is counted at what was called off."""

    session: int


@dataclass(frozen=True, slots=True)
class Scope:
    """For whom: a `unit` and every unit below it, a `group`, or (both None) everybody of the season."""

    unit: int | None = None
    group: int | None = None


class Held(Protocol):
    """Whom a session is for."""

    @property
    def unit(self) -> int | None: ...
    @property
    def group(self) -> int | None: ...


class Organised(Held, Protocol):
    """And who put it together."""

    @property
    def organiser(self) -> int | None: ...


def posts_that_hold(posts: Iterable[Post]) -> tuple[Post, ...]:
    """Return those of `posts` whose holders may hold sessions; a group's leader and supervisor for the group."""
    return tuple(
        post for post in posts if post.role in OVER_UNITS or (post.role in OVER_A_GROUP and post.group is not None)
    )


def may_hold(person: Person, scope: Scope, path: Sequence[int]) -> bool:
    """Say whether `person` may hold a session for `scope`.

    Args:
        path: units from the scope's (a group's: the one it belongs to) to the root; () for everybody.
    """
    return any(_covers(post, scope, path) for post in posts_that_hold(person.posts))


def may_run(person: Person, session: Held, path: Sequence[int]) -> bool:
    """Say whether `person` runs `session`: whoever may hold one like it today, whoever organised it.

    Args:
        path: as for `may_hold`.
    """
    return may_hold(person, Scope(session.unit, session.group), path)


def runners(session: Organised, posts: Iterable[Post], path: Sequence[int]) -> tuple[int, ...]:
    """Return to whom it falls to run `session`: its organiser while they may hold one like it, else the nearest.

    Args:
        posts: all that are held today, by anybody.
        path: as for `may_hold`.
    """
    held, scope = posts_that_hold(posts), Scope(session.unit, session.group)
    if session.organiser is not None and any(  # not one who left for another unit
        _covers(post, scope, path) for post in held if post.person == session.organiser
    ):
        return (session.organiser,)
    groups = [Scope(group=session.group)] if session.group is not None else []
    for place in (*groups, *(Scope(unit) for unit in path), Scope()):
        if nearest := {post.person for post in held if _place(post) == place}:
            return tuple(sorted(nearest))
    return ()


def _place(post: Post) -> Scope:
    return Scope(post.unit) if post.group is None else Scope(group=post.group)


def _covers(post: Post, scope: Scope, path: Sequence[int]) -> bool:
    if post.group is not None:
        return post.group == scope.group
    return post.unit in path or post.unit is None


def tasks_with_sessions(programme: Programme) -> tuple[Task, ...]:
    """Return the tasks that a session can count for: those that take a list of who was there."""
    return tuple(task for task in programme.tasks if ATTENDANCE_LIST in task.evidence)


def check_open(session: int, starts_at: datetime, now: datetime) -> None:
    """Let a session be changed until it begins.

    Raises:
        SessionBegun
    """
    if now >= starts_at:
        raise SessionBegun(session)
