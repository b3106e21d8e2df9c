"""What waits for an officer, by the posts held today: whoever takes a post over takes its queue over."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from handlers.member.programme_of import programme_of
from handlers.review_case import organising, who_may
from journey.above import Author
from journey.assessors import Panel
from journey.people import Post, Role
from journey.person import Person
from journey.programme import Programme
from journey.substitutes import Substitution, stood_in_for
from storage import overdue, people, substitutes, units, waiting
from storage.units import Unit
from storage.waiting import Waiting

_OFFICERS = tuple(role for role in Role if role is not Role.MEMBER)


@dataclass(frozen=True)
class Roster:
    """Who holds which office, who stands in for whom, and the units, on one day."""

    posts: Sequence[Post]
    away: Sequence[Substitution]
    tree: dict[int, Unit]

    def near(self, path: Sequence[int], group: int | None) -> list[Post]:
        """Return the posts for the units of `path` or for `group`: of thousands, all that a rule of theirs looks at."""
        of_units = [post for unit in path for post in self._of_units.get(unit, ())]
        of_group = self._of_groups.get(group, ()) if group is not None else ()
        return [*of_units, *(post for post in of_group if post.unit not in path)]

    @cached_property
    def _of_units(self) -> dict[int, list[Post]]:
        found: dict[int, list[Post]] = {}
        for post in self.posts:
            if post.unit is not None:
                found.setdefault(post.unit, []).append(post)
        return found

    @cached_property
    def _of_groups(self) -> dict[int, list[Post]]:
        found: dict[int, list[Post]] = {}
        for post in self.posts:
            if post.group is not None:
                found.setdefault(post.group, []).append(post)
        return found


async def roster(today: date) -> Roster:
    """Read the roster of `today` (local)."""
    return Roster(await people.holders(_OFFICERS, today), await substitutes.on(today), await units.tree())


async def queue(person: Person, today: date, *, of: Collection[int] | None = None) -> list[Waiting]:
    """Return what `person` may decide about on `today` (local), as a substitute too, oldest first.

    Args:
        of: look at these submissions only.
    """
    if not any(post.role in _OFFICERS for post in person.posts):
        return []
    known = await roster(today)
    acts_for = {person.id, *stood_in_for(person.id, known.away)}
    posts = [post for post in known.posts if post.person in acts_for]
    theirs = []
    for each, _, panel in await panels(await under(posts, person.id, known, of=of), known):
        theirs += _of(person.id, each, panel)
    return theirs


async def under(
    posts: Sequence[Post], asked: int, known: Roster, *, of: Collection[int] | None = None
) -> list[Waiting]:
    """Return what waits for somebody, of the members under `posts` or asked of the person `asked`, oldest first."""
    held = {post.unit for post in posts}
    below = [unit for unit in known.tree if held.intersection(units.path(known.tree, unit))]
    return await waiting.under(below, {post.group for post in posts if post.group is not None}, asked, of=of)


async def panels(found: Sequence[Waiting], known: Roster) -> list[tuple[Waiting, Programme, Panel]]:
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


def _panel(waiting: Waiting, programme: Programme, known: Roster, raised: Collection[str]) -> Panel:
    task = programme.task(waiting.task)
    author = Author(waiting.author, units.path(known.tree, waiting.unit), waiting.group)
    organiser = organising(task, waiting.given, known.tree)
    return who_may(
        programme,
        task,
        waiting.signed,
        author=author,
        posts=known.near(
            [*author.unit_path, *(unit for unit in organiser if unit not in author.unit_path)], author.group
        ),
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
