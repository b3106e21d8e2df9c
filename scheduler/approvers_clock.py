"""Sees that approvals do not wait for ever: a nudge, then the substitute, then the next level, in working days."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from journey.above import Author, is_above
from journey.approvers_clock import Stage, due
from journey.assessors import Panel
from journey.calling import substitutes_there, to_nudge
from journey.panels import organising_unit, who_may
from journey.people import Post, Role
from journey.substitutes import Substitution
from locales.saying import Say, Text, Urgency, choice, text
from locales.texts import Day
from scheduler.desk import Desk
from storage import audit, chats, overdue, people, programmes, substitutes, units
from storage.overdue import Asked, Called, Late
from storage.units import Unit

CRON = "*/15 * * * *"
MISFIRE = timedelta(minutes=15)

REVIEWS, PEOPLE = 200, 100
"""How many a portion looks at, and tells."""

A_WEEK = 3
"""Days a week on which one person is written to unasked (DESIGN 5)."""

_OFFICERS = tuple(role for role in Role if role is not Role.MEMBER)


async def run(now: datetime, desk: Desk) -> int:
    """Look at a portion of what waits too long at `now` (UTC), then tell a portion of people; return how many.

    Nothing happens outside of the officers' hours. Everybody reads of all that waits for them in one message a day.
    """
    local = now.astimezone(desk.zone)
    closes_at = desk.office.closes_at(local)
    if closes_at is None:
        return 0
    return await _look(now, local.date(), desk) or await _tell(local.date(), closes_at - local, desk)


@dataclass(frozen=True, slots=True)
class _Today:
    """Who is who on this `day` (local). `near` are the officers' posts by (unit, group), one of them None."""

    day: date
    tree: dict[int, Unit]
    near: Mapping[tuple[int | None, int | None], list[Post]]
    away: Sequence[Substitution]

    def path(self, unit: int | None) -> tuple[int, ...]:
        """Return the units from `unit` up to its root; () without one."""
        return units.path(self.tree, unit)

    def posts(self, path: Iterable[int], group: int | None) -> list[Post]:
        """Return the posts held for one of the units, or for the group."""
        places: list[tuple[int | None, int | None]] = [(unit, None) for unit in path]
        return [post for place in (*places, (None, group)) for post in self.near.get(place, ())]


async def _today(day: date) -> _Today:
    near: dict[tuple[int | None, int | None], list[Post]] = {}
    for post in await people.holders(_OFFICERS, day):
        near.setdefault((post.unit, post.group), []).append(post)
    return _Today(day, await units.tree(), near, await substitutes.on(day))


@dataclass(frozen=True, slots=True)
class _Looked:
    """A review with the stage it is at since `reached_on` (local), and who is `called` because it entered it today."""

    late: Late
    stage: Stage
    reached_on: date
    called: tuple[int, ...]


async def _look(now: datetime, today: date, desk: Desk) -> int:
    """Note of each review that nobody looked at today the stage it enters, and who is to be told."""
    since = desk.office.days.before(today, desk.office.patience.nudge)
    midnight = datetime.combine(since + timedelta(days=1), time(), desk.zone)
    waiting = await overdue.late(midnight, today, REVIEWS)
    if not waiting:
        return 0
    who = await _today(today)
    asked = await overdue.asked({each.submission for each in waiting})
    found = [await _looked(each, asked[each.submission], who, desk) for each in waiting]
    await overdue.looked([(each.late.review, each.stage, each.reached_on) for each in found], today)
    await overdue.call([(each.late.review, person, each.stage) for each in found for person in each.called])
    for each in found:
        if each.stage is Stage.NEXT_LEVEL and each.called:
            await _record(each, now)
    return len(found)


async def _looked(late: Late, asked: Asked, who: _Today, desk: Desk) -> _Looked:
    may = await _panel(late, asked, (), who)
    there = substitutes_there(may, late.body, who.away, late.author)
    asked_on = late.asked_at.astimezone(desk.zone).date()
    stage = due(asked_on, late.stage, late.reached_on, who.day, desk.office, has_substitute=bool(there))
    match stage:
        case Stage.NUDGED:
            return _Looked(late, stage, who.day, to_nudge(may, late.body, who.away, late.author))
        case Stage.SUBSTITUTE:
            return _Looked(late, stage, who.day, there)
        case Stage.NEXT_LEVEL if not is_above(late.body):
            raised = (await _panel(late, asked, (late.body,), who)).may_act.get(late.body, ())
            acting = may.may_act.get(late.body, ())
            return _Looked(late, stage, who.day, tuple(person for person in raised if person not in acting))
    reached = stage or late.stage
    assert reached is not None  # what was never looked at is found when its nudge is due
    return _Looked(late, reached, who.day if stage else late.reached_on or who.day, ())


async def _panel(late: Late, asked: Asked, raised: Collection[str], who: _Today) -> Panel:
    """Return who may act today on the hand-in of a review."""
    programme = await programmes.parsed(late.version)
    task = programme.task(late.task)
    home, organiser = who.path(late.unit), who.path(organising_unit(task, late.given))
    return who_may(
        programme,
        task,
        asked.signed,
        author=Author(late.author, home, late.group),
        posts=who.posts({*home, *organiser}, late.group),
        asked=asked.bodies,
        organiser=organiser,
        substitutes=who.away,
        raised=raised,
    )


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


async def _tell(today: date, within: timedelta, desk: Desk) -> int:
    """Owe those who are called, and not told today, one message about all that waits for them."""
    monday = today - timedelta(days=today.weekday())
    called = await overdue.to_tell(today, monday, A_WEEK, PEOPLE)
    if not called:
        return 0
    who = await _today(today)
    waiting: dict[int, list[Called]] = {}
    for each in await _still_theirs(await overdue.called(called), who):
        waiting.setdefault(each.person, []).append(each)
    reachable = await chats.of_people(list(waiting))
    for person in waiting:
        firsts = [link.absent for link in who.away if link.substitute == person]
        names = await people.names(firsts)
        for chat in reachable.get(person, [])[:1]:
            said = _said(waiting[person], list(names.values()), today, desk)
            key = f"approvers-clock:{person}:{today}"
            desk.owe(chat.chat, chat.language, Say(said, _CHOICES, urgency=Urgency.REMINDER, key=key, within=within))
    await overdue.told(called, today)
    return len(called)


async def _still_theirs(called: Sequence[Called], who: _Today) -> list[Called]:
    """Return what those who were called may decide today: an absence ends, and people leave their posts."""
    submissions = {each.submission for each in called}
    asked, raised = await overdue.asked(submissions), await overdue.raised(submissions)
    may = {
        late.review: (await _panel(late, asked[late.submission], raised.get(late.submission, ()), who)).may_act.get(
            late.body, ()
        )
        for late in await overdue.of_reviews({each.review for each in called})
    }
    return [each for each in called if each.person in may.get(each.review, ())]


_CHOICES = ((choice("reviews.open", label="approvers-clock.do-queue", style="good"),),)


def _said(waiting: Sequence[Called], firsts: Sequence[str], today: date, desk: Desk) -> Text:
    """Return how many hand-ins wait, since when, and which of them are others'."""
    oldest = min(each.asked_at for each in waiting)
    by_stage = {stage: {each.submission for each in waiting if each.stage is stage} for stage in Stage}
    lines = []
    if (count := len(by_stage[Stage.SUBSTITUTE])) and firsts:
        lines.append(text("approvers-clock.substitute", n=count, names=", ".join(firsts)))
    if count := len(by_stage[Stage.NEXT_LEVEL]):
        lines.append(text("approvers-clock.next-level", n=count))
    return text(
        "approvers-clock.waiting",
        n=len({each.submission for each in waiting}),
        since=Day(oldest),
        days=desk.office.days.count(oldest.astimezone(desk.zone).date(), today),
        lines=lines,
    )
