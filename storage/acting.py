"""Whom hand-ins wait for today: the bodies that are asked, and who may act for each."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from storage import approvers, overdue, programmes, sql


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
    who = await approvers.on(today)
    found: dict[int, list[Acting]] = {}
    for each in waiting:
        panel = await approvers.panel(each, asked[each.submission], raised.get(each.submission, ()), who)
        body = (await programmes.parsed(each.version)).assessor(each.body)
        found.setdefault(each.submission, []).append(Acting(body.short, panel.may_act.get(each.body, ())))
    return found


async def _reviews(submissions: Collection[int]) -> set[int]:
    statement = f"SELECT id FROM reviews WHERE state = 'waiting' AND {sql.among('submission_id', '?1')}"
    return {id_ for (id_,) in await sql.tuples(statement, sql.listed(submissions))}
