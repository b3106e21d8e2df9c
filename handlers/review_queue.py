"""What waits for an officer, by the posts held today: whoever takes a post over takes its queue over."""

from datetime import date

from handlers.member.programme_of import programme_of
from handlers.review_case import organising, who_may
from journey.above import Author
from journey.people import Post, Role
from journey.person import Person
from journey.programme import Programme
from storage import people, reviews, units
from storage.reviews import Waiting
from storage.units import Unit

_OFFICERS = tuple(role for role in Role if role is not Role.MEMBER)


async def queue(person: Person, today: date) -> list[Waiting]:
    """Return what `person` may decide about on `today` (local), oldest first."""
    posts = [post for post in person.posts if post.role in _OFFICERS]
    if not posts:
        return []
    tree = await units.tree()
    held = {post.unit for post in posts}
    below = [unit for unit in tree if held.intersection(units.path(tree, unit))]
    groups = {post.group for post in posts if post.group is not None}
    found = await reviews.waiting(below, groups, person.id)
    all_posts = await people.holders(_OFFICERS, today)
    programmes: dict[tuple[int | None, int], Programme] = {}
    for each in found:
        version = (each.enrolment.programme, each.enrolment.season)
        if version not in programmes:
            programmes[version] = await programme_of(each.enrolment)
    return [
        each
        for each in found
        if _may(person.id, each, programmes[each.enrolment.programme, each.enrolment.season], tree, all_posts)
    ]


def _may(person: int, waiting: Waiting, programme: Programme, tree: dict[int, Unit], posts: list[Post]) -> bool:
    task = programme.task(waiting.task)
    author = Author(waiting.author, units.path(tree, waiting.unit), waiting.group)
    organiser = organising(task, waiting.given, tree)
    found = who_may(
        programme, task, waiting.signed, author=author, posts=posts, asked=waiting.bodies, organiser=organiser
    )
    return any(person in found.may_act.get(body, ()) for body in waiting.bodies)
