"""What an officer is reminded of: the hand-ins that waited too long, for which the approver's clock called them."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from journey.approvers_clock import Stage
from locales.saying import Text, choice, text
from locales.texts import Day
from scheduler.desk import Desk
from scheduler.reminder_lines import Line
from storage import approvers, overdue, people
from storage.approvers import Today
from storage.overdue import Called

_CHOICES = (choice("reviews.open", label="approvers-clock.do-queue", style="good"),)


async def lines(officers: Collection[int], now: datetime, desk: Desk) -> dict[int, Line]:
    """Return what each of `officers` is told at `now` (UTC): all that waits, however often they were called for it.

    For whom nothing waits any more there is no line: an absence ends, people leave their posts, somebody decided.
    """
    if not officers:
        return {}
    today = now.astimezone(desk.zone).date()
    who = await approvers.on(today)
    waiting: dict[int, list[Called]] = {}
    for each in await _still_theirs(await overdue.called(officers), who):
        waiting.setdefault(each.person, []).append(each)
    firsts = {person: [each.absent for each in who.away if each.substitute == person] for person in waiting}
    names = await people.names({absent for theirs in firsts.values() for absent in theirs})
    return {
        person: Line(_said(theirs, [names[absent] for absent in firsts[person]], today, desk), _CHOICES)
        for person, theirs in waiting.items()
    }


async def _still_theirs(called: Sequence[Called], who: Today) -> list[Called]:
    """Return what those who were called may decide today."""
    submissions = {each.submission for each in called}
    asked, raised = await overdue.asked(submissions), await overdue.raised(submissions)
    may = {}
    for late in await overdue.of_reviews({each.review for each in called}):
        panel = await approvers.panel(late, asked[late.submission], raised.get(late.submission, ()), who)
        may[late.review] = panel.may_act.get(late.body, ())
    return [each for each in called if each.person in may.get(each.review, ())]


def _said(waiting: Sequence[Called], firsts: Sequence[str], today: date, desk: Desk) -> Text:
    """Return how many hand-ins wait, since when, and which of them are others'."""
    oldest = min(each.asked_at for each in waiting)
    by_stage = {stage: {each.submission for each in waiting if each.stage is stage} for stage in Stage}
    more = []
    if (count := len(by_stage[Stage.SUBSTITUTE])) and firsts:
        more.append(text("approvers-clock.substitute", n=count, names=", ".join(firsts)))
    if count := len(by_stage[Stage.NEXT_LEVEL]):
        more.append(text("approvers-clock.next-level", n=count))
    return text(
        "approvers-clock.waiting",
        n=len({each.submission for each in waiting}),
        since=Day(oldest),
        days=desk.office.days.count(oldest.astimezone(desk.zone).date(), today),
        lines=more,
    )
