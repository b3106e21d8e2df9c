"""Sees that approvals do not wait for ever: a nudge, then the substitute, then the next level, in working days."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from journey.above import is_above
from journey.approvers_clock import Stage, due
from journey.calling import substitutes_there, to_nudge
from journey.sending_hours import Audience
from scheduler.desk import Desk
from storage import approvers, audit, overdue
from storage.approvers import Today
from storage.overdue import Asked, Late

CRON = "*/15 * * * *"
MISFIRE = timedelta(minutes=15)

REVIEWS, PEOPLE = 200, 100
"""How many a portion looks at, and has reminded."""

WORTH_FOR = timedelta(days=30)
"""How long a reminder waits for its turn: over Tết, and the weeks in which its officer was written to often enough."""


async def run(now: datetime, desk: Desk) -> int:
    """Look at a portion of what waits too long at `now` (UTC), then have people reminded; return how many.

    Nothing happens outside of the officers' hours. What each is told, and when, scheduler/reminders.py knows.
    """
    local = now.astimezone(desk.zone)
    if desk.office.closes_at(local) is None:
        return 0
    return await _look(now, local.date(), desk) or await overdue.remind(now, local.date(), WORTH_FOR, PEOPLE)


async def next_due(now: datetime, desk: Desk) -> datetime | None:
    """Return when officers work next, and something may wait too long: once a day, unless it does already."""
    local = now.astimezone(desk.zone)
    today = local.date()
    if desk.office.closes_at(local) is not None and not await overdue.late(_asked_before(today, desk), today, 1):
        local = datetime.combine(today + timedelta(days=1), time(), desk.zone)
    return desk.sending.opens_at(local, Audience.OFFICER)


@dataclass(frozen=True, slots=True)
class _Looked:
    """A review with the stage it is at since `reached_on` (local), and who is `called` because it entered it today."""

    late: Late
    stage: Stage
    reached_on: date
    called: tuple[int, ...]


async def _look(now: datetime, today: date, desk: Desk) -> int:
    """Note of each review that nobody looked at today the stage it enters, and who is to be told."""
    waiting = await overdue.late(_asked_before(today, desk), today, REVIEWS)
    if not waiting:
        return 0
    who = await approvers.on(today)
    asked = await overdue.asked({each.submission for each in waiting})
    found = [await _looked(each, asked[each.submission], who, desk) for each in waiting]
    await overdue.looked([(each.late.review, each.stage, each.reached_on) for each in found], today)
    await overdue.call([(each.late.review, person, each.stage) for each in found for person in each.called])
    for each in found:
        if each.stage is Stage.NEXT_LEVEL and each.called:
            await _record(each, now)
    return len(found)


async def _looked(late: Late, asked: Asked, who: Today, desk: Desk) -> _Looked:
    may = await approvers.panel(late, asked, (), who)
    there = substitutes_there(may, late.body, who.away, late.author)
    asked_on = late.asked_at.astimezone(desk.zone).date()
    stage = due(asked_on, late.stage, late.reached_on, who.day, desk.office, has_substitute=bool(there))
    match stage:
        case Stage.NUDGED:
            return _Looked(late, stage, who.day, to_nudge(may, late.body, who.away, late.author))
        case Stage.SUBSTITUTE:
            return _Looked(late, stage, who.day, there)
        case Stage.NEXT_LEVEL if not is_above(late.body):
            raised = (await approvers.panel(late, asked, (late.body,), who)).may_act.get(late.body, ())
            acting = may.may_act.get(late.body, ())
            return _Looked(late, stage, who.day, tuple(person for person in raised if person not in acting))
    reached = stage or late.stage
    assert reached is not None  # what was never looked at is found when its nudge is due
    return _Looked(late, reached, who.day if stage else late.reached_on or who.day, ())


async def _record(each: _Looked, now: datetime) -> None:
    """Keep in the trail that somebody else may decide now."""
    await audit.record(
        "review.raised",
        f"submission {each.late.submission}",
        actor=None,
        chat="",
        now=now,
        review=each.late.review,
        to=sorted(each.called),
    )


def _asked_before(today: date, desk: Desk) -> datetime:
    """Return since when what waits is not late yet `today` (local)."""
    since = desk.office.days.before(today, desk.office.patience.nudge)
    return datetime.combine(since + timedelta(days=1), time(), desk.zone)
