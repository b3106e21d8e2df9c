"""Who accompanies a member: told of a registration, asked about a change of it."""

from collections.abc import Collection, Sequence
from datetime import date

from handlers.conversation import Choice, Text, choice, text
from journey.assessors import people_for
from journey.people import Post, Role
from journey.person import Person
from journey.programme import Assessor, Reach
from storage import chats, people, units

# Nearest first: the group's supervisors, else the unit's secretary.
_COMPANIONS = (
    Assessor("", "", "", Role.SUPERVISOR, Reach.GROUP),
    Assessor("", "", "", Role.SECRETARY, Reach.UNIT),
)


async def companions(member: Person, today: date) -> tuple[int, ...]:
    """Return the supervisors of the member's group, else the nearest secretaries; () without anybody."""
    path = await units.unit_path(member.unit)
    posts = await people.holders_near([each.role for each in _COMPANIONS], today, path, member.group)
    return _nearest(member, posts, path)


async def accompanied(officer: int, members: Collection[int], today: date) -> set[int]:
    """Return those of `members` (person ids) whose companion `officer` is on `today` (local)."""
    if not members:
        return set()
    posts = await people.holders([each.role for each in _COMPANIONS], today)
    tree = await units.tree()
    found = (await people.load(members, today)).values()
    return {member.id for member in found if officer in _nearest(member, posts, units.path(tree, member.unit))}


def _nearest(member: Person, posts: Sequence[Post], path: Sequence[int]) -> tuple[int, ...]:
    for each in _COMPANIONS:
        if found := people_for(each, author=member.id, unit_path=path, group=member.group, posts=posts):
            return found
    return ()


async def named(ids: Collection[int]) -> list[Text]:
    """Return their names, one a line, with who of them we cannot reach yet."""
    linked = await chats.of_people(ids)
    return [
        text("changes.companion" if id_ in linked else "changes.companion-unlinked", name=name)
        for id_, name in (await people.names(ids)).items()
    ]


def withdrawing(change: int) -> tuple[Choice, ...]:
    """Return the row that takes one's own request back."""
    return (choice("changes.withdraw", change, label="changes.withdraw"),)
