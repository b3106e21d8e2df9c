"""What waits for an officer, by the posts held today: whoever takes a post over takes its queue over."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from handlers.member.programme_of import programme_of
from handlers.review_case import organising, who_may
from journey.above import Author
from journey.assessors import Panel
from journey.people import Post, Role
from journey.person import Person
from journey.programme import Programme
from journey.substitutes import Substitution, stood_in_for
from storage import overdue, people, reviews, substitutes, units
from storage.reviews import Waiting
from storage.units import Unit

_OFFICERS = tuple(role for role in Role if role is not Role.MEMBER)


async def queue(person: Person, today: date) -> list[Waiting]:
    """Return what `person` may decide about on `today` (local), as a substitute too, oldest first."""
    if not any(post.role in _OFFICERS for post in person.posts):
        return []
    all_posts = await people.holders(_OFFICERS, today)
    away = await substitutes.on(today)
    acts_for = {person.id, *stood_in_for(person.id, away)}
    posts = [post for post in all_posts if post.person in acts_for]
    tree = await units.tree()
    held = {post.unit for post in posts}
    below = [unit for unit in tree if held.intersection(units.path(tree, unit))]
    groups = {post.group for post in posts if post.group is not None}
    found = await reviews.waiting(below, groups, person.id)
    raised = await overdue.raised([each.submission for each in found])
    programmes: dict[tuple[int | None, int], Programme] = {}
    theirs = []
    for each in found:
        version = (each.enrolment.programme, each.enrolment.season)
        if version not in programmes:
            programmes[version] = await programme_of(each.enrolment)
        may = _may(each, programmes[version], tree, all_posts, away, raised.get(each.submission, ()))
        theirs += _of(person.id, each, may)
    return theirs


def _may(
    waiting: Waiting,
    programme: Programme,
    tree: dict[int, Unit],
    posts: list[Post],
    away: Sequence[Substitution],
    raised: Collection[str],
) -> Panel:
    task = programme.task(waiting.task)
    return who_may(
        programme,
        task,
        waiting.signed,
        author=Author(waiting.author, units.path(tree, waiting.unit), waiting.group),
        posts=posts,
        asked=waiting.bodies,
        organiser=organising(task, waiting.given, tree),
        substitutes=away,
        raised=raised,
    )


def _of(person: int, waiting: Waiting, found: Panel) -> list[Waiting]:
    """Return `waiting` with those in whose place `person` would decide; nothing when they may not."""
    theirs = [body for body in waiting.bodies if person in found.may_act.get(body, ())]
    firsts = [found.instead_of.get(body, {}).get(person) for body in theirs]
    named = tuple(dict.fromkeys(first for first in firsts if first is not None))
    return [replace(waiting, instead_of=named)] if theirs else []
