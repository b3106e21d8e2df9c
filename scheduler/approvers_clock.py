"""Sees that approvals do not wait for ever: a nudge, then the substitute, then the next level, in working days."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from journey.above import Author, is_above
from journey.approvers_clock import Stage, due
from journey.assessors import Panel, raised_to
from journey.panels import organising_unit, who_may
from journey.people import Post, Role
from journey.substitutes import Substitution, present
from locales.saying import Say, Text, Urgency, choice, text
from locales.texts import Day
from scheduler.desk import Desk
from storage import audit, chats, overdue, people, programmes, substitutes, units
from storage.overdue import Called, Late
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
    """Who is who on this day. `near` are the officers' posts by (unit, group), one of them None."""

    day: date
    tree: Mapping[int, Unit]
    near: Mapping[tuple[int | None, int | None], list[Post]]
    away: Sequence[Substitution]

    def posts(self, path: Iterable[int], group: int | None) -> list[Post]:
        """Return the posts held for one of the units, or for the group."""
        places: list[tuple[int | None, int | None]] = [(unit, None) for unit in path]
        return [post for place in (*places, (None, group)) for post in self.near.get(place, ())]


async def _today(day: date) -> _Today:
    near: dict[tuple[int | None, int | None], list[Post]] = {}
    for post in await people.holders(_OFFICERS, day):
        near.setdefault((post.unit, post.group), []).append(post)
    return _Today(day, await units.tree(), near, await substitutes.on(day))


async def _look(now: datetime, today: date, desk: Desk) -> int:
    """Note of each review that nobody looked at today the stage it enters, and who is to be told."""
    since = desk.office.days.before(today, desk.office.patience.nudge)
    midnight = datetime.combine(since + timedelta(days=1), time(), desk.zone)
    found = await overdue.late(midnight, today, REVIEWS)
    if not found:
        return 0
    who = await _today(today)
    asked = await overdue.asked({each.submission for each in found})
    for each in found:
        path = _path(who.tree, each.unit)
        may = await _may(each, path, asked[each.submission], who)
        away = _substitutes(may, each, who)
        asked_on = each.asked_at.astimezone(desk.zone).date()
        stage = due(asked_on, each.stage, each.reached_on, today, desk.office, has_substitute=bool(away))
        known = stage or each.stage
        assert known is not None  # `late` finds nothing that is not due for a nudge
        await overdue.looked(each.review, known, today if stage else each.reached_on or today, today)
        if stage is not None:
            called = away if stage is Stage.SUBSTITUTE else await _called(each, stage, path, may, who)
            await overdue.call(each.review, called, stage)
            await _record(each, stage, called, now)
    return len(found)


def _path(tree: Mapping[int, Unit], unit: int | None) -> tuple[int, ...]:
    return units.path(dict(tree), unit)


async def _may(each: Late, path: tuple[int, ...], asked: overdue.Asked, who: _Today) -> Panel:
    programme = await programmes.parsed(each.version)
    task = programme.task(each.task)
    organiser = _path(who.tree, organising_unit(task, each.given))
    return who_may(
        programme,
        task,
        asked.signed,
        author=Author(each.author, path, each.group),
        posts=who.posts({*path, *organiser}, each.group),
        asked=asked.bodies,
        organiser=organiser,
        substitutes=who.away,
        raised=(),
    )


def _substitutes(may: Panel, each: Late, who: _Today) -> list[int]:
    """Return the substitutes who are there, of those who are away."""
    standing_in = may.instead_of.get(each.body, {})
    there = {present(first, who.away, author=each.author) for first in standing_in.values()}
    return [person for person in standing_in if person in there and person in may.may_act.get(each.body, ())]


async def _called(each: Late, stage: Stage, path: tuple[int, ...], may: Panel, who: _Today) -> Collection[int]:
    """Return whom a nudge goes to (who is there, else their substitutes, else whoever holds it), or the next level."""
    acting = may.may_act.get(each.body, ())
    if stage is Stage.NEXT_LEVEL:
        return await _next_level(each, path, acting, who)
    standing_in = may.instead_of.get(each.body, {})
    named = [person for person in acting if person not in standing_in]
    absent = {link.absent for link in who.away}
    return [person for person in named if person not in absent] or _substitutes(may, each, who) or named


async def _next_level(each: Late, path: tuple[int, ...], acting: Collection[int], who: _Today) -> tuple[int, ...]:
    if is_above(each.body):
        return ()
    programme = await programmes.parsed(each.version)
    organiser = _path(who.tree, organising_unit(programme.task(each.task), each.given))
    return raised_to(
        programme.assessor(each.body),
        besides=acting,
        author=each.author,
        unit_path=organiser or path,
        posts=who.posts(organiser or path, each.group),
    )


async def _record(each: Late, stage: Stage, called: Collection[int], now: datetime) -> None:
    """Keep in the trail that somebody else may decide now."""
    if stage is Stage.NEXT_LEVEL and called:
        await audit.record(
            "review.raised",
            f"submission {each.submission}",
            actor=None,
            chat="",
            now=now,
            review=each.review,
            to=sorted(called),
        )


async def _tell(today: date, within: timedelta, desk: Desk) -> int:
    """Owe those who are called, and not told today, one message about all that waits for them."""
    monday = today - timedelta(days=today.weekday())
    called = await overdue.to_tell(today, monday, A_WEEK, PEOPLE)
    if not called:
        return 0
    waiting: dict[int, list[Called]] = {}
    for each in await overdue.called(called):
        waiting.setdefault(each.person, []).append(each)
    reachable = await chats.of_people(called)
    away = await substitutes.on(today)
    for person in called:
        firsts = [link.absent for link in away if link.substitute == person]
        names = await people.names(firsts)
        for chat in reachable.get(person, [])[:1]:
            said = _said(waiting[person], list(names.values()), today, desk)
            key = f"approvers-clock:{person}:{today}"
            desk.owe(chat.chat, chat.language, Say(said, _CHOICES, urgency=Urgency.REMINDER, key=key, within=within))
    await overdue.told(called, today)
    return len(called)


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
