"""Who talks with us: a person of the roster, as the rules see one."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from journey.people import Post, Role


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the roster with the posts held today.

    `called` is the given name used in a greeting; `address` is how the chat speaks to them:
    "bạn", "anh", "chị" or "đồng chí". `unit` and `group` are where they are a member.
    """

    id: int
    full_name: str
    called: str
    address: str
    unit: int | None
    group: int | None
    posts: tuple[Post, ...] = field(default=())

    def has(self, *roles: Role) -> bool:
        """Say whether one of `roles` is held, in any scope."""
        return any(post.role in roles for post in self.posts)

    def roles(self) -> frozenset[Role]:
        """Return the roles held, scopes aside."""
        return frozenset(post.role for post in self.posts)


def with_posts(person: Person, posts: Iterable[Post]) -> Person:
    """Return `person` holding those of `posts` that are theirs."""
    return Person(
        person.id,
        person.full_name,
        person.called,
        person.address,
        person.unit,
        person.group,
        tuple(post for post in posts if post.person == person.id),
    )
