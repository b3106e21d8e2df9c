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
from journey.substitutes import stood_in_for
from storage import approvers, overdue, waiting
from storage.approvers import Today
from storage.waiting import Waiting

_OFFICERS = tuple(role for role in Role if role is not Role.MEMBER)


async def queue(person: Person, today: date, *, of: Collection[int] | None = None) -> list[Waiting]:
    """Return what `person` may decide about on `today` (local), as a substitute too, oldest first.

    Args:
        of: look at these submissions only.
    """
    if not any(post.role in _OFFICERS for post in person.posts):
        return []
    known = await approvers.on(today)
    acts_for = {person.id, *stood_in_for(person.id, known.away)}
    posts = [post for post in known.officers if post.person in acts_for]
    theirs = []
    for each, _, panel in await panels(await under(posts, person.id, known, of=of), known):
        theirs += _of(person.id, each, panel)
    return theirs


async def under(posts: Sequence[Post], asked: int, known: Today, *, of: Collection[int] | None = None) -> list[Waiting]:
    """Return what waits for somebody, of the members under `posts` or asked of the person `asked`, oldest first."""
    held = {post.unit for post in posts}
    below = [unit for unit in known.tree if held.intersection(known.path(unit))]
    return await waiting.under(below, {post.group for post in posts if post.group is not None}, asked, of=of)


async def panels(found: Sequence[Waiting], known: Today) -> list[tuple[Waiting, Programme, Panel]]:
    """Return each of `found` with its programme and who may act on it."""
    raised = await overdue.raised([each.submission for each in found])
    programmes: dict[tuple[int | None, int], Programme] = {}
    judged = []
    for each in found:
        version = (each.enrolment.programme, each.enrolment.season)
        if version not in programmes:
            programmes[version] = await programme_of(each.enrolment)
        programme = programmes[version]
        judged.append((each, programme, _panel(each, programme, known, raised.get(each.submission, ()))))
    return judged


def _panel(waiting: Waiting, programme: Programme, known: Today, raised: Collection[str]) -> Panel:
    task = programme.task(waiting.task)
    author = Author(waiting.author, known.path(waiting.unit), waiting.group)
    organiser = organising(task, waiting.given, known.tree)
    return who_may(
        programme,
        task,
        waiting.signed,
        author=author,
        posts=known.posts({*author.unit_path, *organiser}, author.group),
        asked=waiting.bodies,
        organiser=organiser,
        substitutes=known.away,
        raised=raised,
    )


def _of(person: int, waiting: Waiting, found: Panel) -> list[Waiting]:
    """Return `waiting` with those in whose place `person` would decide; nothing when they may not."""
    theirs = [body for body in waiting.bodies if person in found.may_act.get(body, ())]
    firsts = [found.instead_of.get(body, {}).get(person) for body in theirs]
    named = tuple(dict.fromkeys(first for first in firsts if first is not None))
    return [replace(waiting, instead_of=named)] if theirs else []
