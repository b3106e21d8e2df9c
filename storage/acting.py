"""Who may decide today on hand-ins that wait: by the posts of today, substitutes and what went to the next level."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from journey.above import Author
from journey.panels import organising_unit, who_may
from journey.people import Post, Role
from storage import overdue, people, programmes, sql, substitutes, units

_OFFICERS = tuple(role for role in Role if role is not Role.MEMBER)


@dataclass(frozen=True, slots=True)
class Acting:
    """A body (its short title) that is asked, and who may act for it, by id; () where the roster has nobody."""

    body: str
    people: tuple[int, ...]


async def on(submissions: Collection[int], today: date) -> dict[int, list[Acting]]:
    """Return by submission whom it waits for on `today` (local)."""
    if not submissions:
        return {}
    waiting = await overdue.of_reviews(await _reviews(submissions))
    asked, raised = await overdue.asked(submissions), await overdue.raised(submissions)
    tree, away = await units.tree(), await substitutes.on(today)
    near: dict[tuple[int | None, int | None], list[Post]] = {}
    for post in await people.holders(_OFFICERS, today):
        near.setdefault((post.unit, post.group), []).append(post)
    found: dict[int, list[Acting]] = {}
    for each in waiting:
        programme = await programmes.parsed(each.version)
        task = programme.task(each.task)
        home, organiser = units.path(tree, each.unit), units.path(tree, organising_unit(task, each.given))
        panel = who_may(
            programme,
            task,
            asked[each.submission].signed,
            author=Author(each.author, home, each.group),
            posts=[post for unit in {*home, *organiser} for post in near.get((unit, None), ())]
            + near.get((None, each.group), []),
            asked=asked[each.submission].bodies,
            organiser=organiser,
            substitutes=away,
            raised=raised.get(each.submission, ()),
        )
        acting = Acting(programme.assessor(each.body).short, panel.may_act.get(each.body, ()))
        found.setdefault(each.submission, []).append(acting)
    return found


async def _reviews(submissions: Collection[int]) -> set[int]:
    statement = f"SELECT id FROM reviews WHERE state = 'waiting' AND {sql.among('submission_id', '?1')}"
    return {id_ for (id_,) in await sql.tuples(statement, sql.listed(submissions))}
