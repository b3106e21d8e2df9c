"""Lets what people are to be reminded of leave: one message a person a day, in hours, as each one wishes."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from itertools import groupby
from typing import TypeVar

from journey.people import Role
from journey.person import Person
from journey.reminders import KINDS, Kind
from journey.reminding import Decision, Waiting, Wishes, decide
from journey.sending_hours import Audience
from locales.saying import Urgency
from scheduler import approvals_waiting, reminder_lines
from scheduler.desk import Defect, Desk
from scheduler.reminder_lines import Line
from scheduler.reminder_message import Told, message
from scheduler.reminders_reach import kept_back
from storage import database, people, reach, reminder_wishes, reminders, reminders_still
from storage.reminders import Reminder

Said = TypeVar("Said")

CRON = "* * * * *"
MISFIRE = timedelta(minutes=5)

PEOPLE, LATE = 20, 1000
"""How many a portion writes to, and how many reminders that are past it lets go of."""

ON_THEIR_WAY = 1500
"""People to whom messages may be on their way: what a bot says in a minute, at 25 a second (docs/decisions/pace.md).

So what was checked leaves within a minute, and the next ones are checked at the next tick.
"""

FRESH_FOR = timedelta(minutes=15)
"""What could not leave for so long, because the platform was away, is checked again."""


async def run(now: datetime, desk: Desk) -> int:
    """Owe a portion of people what they are to be reminded of at `now` (UTC); return how many people or rows.

    Outside of all hours nobody is looked at.
    """
    if late := await reminders.drop_late(now, LATE):
        return late
    local = now.astimezone(desk.zone)
    if any(desk.sending.closes_at(local, each) for each in Audience) and await _has_room():
        due = await reminders.people_due(now, PEOPLE)
        if due:
            await _remind(due, now, desk)
            return len(due)
    return await reminders.settle()


async def next_due(now: datetime, desk: Desk) -> datetime | None:
    """Return when there may be something to do: a message on its way is looked at a minute later."""
    if await reminders.leaving():
        return now + timedelta(minutes=1)
    at = await reminders.next_due()
    if at is None:
        return None
    local = max(at, now).astimezone(desk.zone)
    return min(desk.sending.opens_at(local, each) for each in Audience)


async def _has_room() -> bool:
    if await reminders.leaving() <= ON_THEIR_WAY - PEOPLE:
        return True
    await reminders.settle()
    return await reminders.leaving() <= ON_THEIR_WAY - PEOPLE


async def _remind(due: Collection[int], now: datetime, desk: Desk) -> None:
    """Decide what becomes of all that waits for people, take what leaves, check it again, and owe it."""
    local = now.astimezone(desk.zone)
    today, decided = local.date(), await _decided(due, local, desk)
    await reminders.wait({id_: wait for each in decided.values() for id_, wait in (each.waits or {}).items()})
    await reminders.drop({id_: why for each in decided.values() for id_, why in (each.dropped or {}).items()})
    back = await kept_back(decided, local, desk)
    await reminders.wait(back)
    ids = [id_ for each in decided.values() for id_ in each.leaves if id_ not in back]
    taken = await reminders.leave(ids, today, f"{local:%Y-%m-%dT%H:%M:%S}")
    there = await reach.people({each.person for each in taken}, desk.allowed, now, Urgency.REMINDER.value)
    over = await _over(taken, there, now, desk)
    lines = await _lines([each for each in taken if each.id not in over and each.id not in _broken(desk)], now, desk)
    broken = _broken(desk)
    await reminders.drop({each.id: "nothing" for each in taken if each.id not in lines} | broken | over)
    heaviest = {id_: place for place, id_ in enumerate(ids)}
    for person, theirs in groupby([each for each in taken if each.id in lines], lambda each: each.person):
        told = [Told(each, lines[each.id]) for each in sorted(theirs, key=lambda each: heaviest[each.id])]
        within = min(decided[person].by or local, local + FRESH_FOR) - local
        chat = there[person].chat
        why = ", ".join(f"{each.kind} {each.subject}" for each in (one.reminder for one in told))
        desk.owe(chat.chat, chat.language, message(told, today, within), why)


def _broken(desk: Desk) -> dict[int, str]:
    """Return why those are let go of that were left out: by their defect, which is logged."""
    return {each.id: "defect" for each in desk.defects}


async def _decided(due: Collection[int], local: datetime, desk: Desk) -> dict[int, Decision]:
    """Return what becomes of what is due, by person."""
    monday = local.date() - timedelta(days=local.weekday())
    week_ends = datetime.combine(monday + timedelta(days=7), time(), local.tzinfo)
    wishes, told = await reminder_wishes.of_people(due), await reminders.told_days(due, monday)
    return {
        person: decide(
            [_waiting(each, local) for each in theirs],
            local,
            desk.sending,
            wishes.get(person, Wishes()),
            told.get(person, ()),
        )
        for person, theirs in groupby(_known(await reminders.waiting(due, week_ends), desk), lambda each: each.person)
    }


def _known(rows: Iterable[Reminder], desk: Desk) -> Iterator[Reminder]:
    """Yield those of `rows` whose kind there is; a newer release may have left others behind."""
    for row in rows:
        try:
            Kind(row.kind)
        except ValueError as error:
            desk.defects.append(Defect("a reminder of an unknown kind", row.id, error))
        else:
            yield row


def _waiting(each: Reminder, local: datetime) -> Waiting:
    due_at, expires_at = each.due_at.astimezone(local.tzinfo), each.expires_at.astimezone(local.tzinfo)
    return Waiting(each.id, Kind(each.kind), due_at, expires_at, each.is_put_off)


async def _over(taken: Sequence[Reminder], there: Mapping[int, object], now: datetime, desk: Desk) -> dict[int, str]:
    """Return which of `taken` do not hold any more, and why: who blocked us or left the post, and what was done."""
    today = now.astimezone(desk.zone).date()
    known = await people.load({each.person for each in taken}, today)
    over = {each.id: "no-chat" for each in taken if each.person not in there}
    over |= {each.id: "no-post" for each in taken if not _is_for(known[each.person], each)}
    rest = [each for each in taken if each.id not in over]
    checked = await _whole(
        rest, lambda those: reminders_still.over(those, now, today), "a reminder that cannot be checked", desk
    )
    return {**checked, **over}


def _is_for(person: Person, each: Reminder) -> bool:
    """Say whether `person` still is who is reminded of that: a member, or an officer."""
    if KINDS[Kind(each.kind)].audience is Audience.MEMBER:
        return person.has(Role.MEMBER)
    return any(post.role is not Role.MEMBER for post in person.posts)


async def _lines(rows: Sequence[Reminder], now: datetime, desk: Desk) -> dict[int, Line]:
    """Return what is said of each of `rows`; those that cannot be worded are noted on the desk, and left out."""
    return await _whole(rows, lambda those: _worded(those, now, desk), "a reminder that cannot be worded", desk)


async def _whole(
    rows: Sequence[Reminder], work: Callable[[Sequence[Reminder]], Awaitable[dict[int, Said]]], what: str, desk: Desk
) -> dict[int, Said]:
    """Return what `work` says of `rows`; one on which it fails is noted on the desk, and the others do without it.

    No row is to blame for trouble of the database: the portion is taken back, and tried again.
    """
    try:
        return await work(rows)
    except Exception as trouble:
        if database.is_in_trouble(trouble):
            raise
        good = []
        for row in rows:
            try:
                await work([row])
            except Exception as error:
                desk.defects.append(Defect(what, row.id, error))
            else:
                good.append(row)
        return await work(good)


async def _worded(rows: Sequence[Reminder], now: datetime, desk: Desk) -> dict[int, Line]:
    """Return what is said of each of `rows`; of what waits for an officer's approval, too."""
    approvals = [each for each in rows if each.kind == Kind.APPROVALS]
    others = [each for each in rows if each.kind != Kind.APPROVALS]
    waiting = await approvals_waiting.lines({each.person for each in approvals}, now, desk)
    return {
        **{each.id: waiting[each.person] for each in approvals if each.person in waiting},
        **(await reminder_lines.lines(others, now, desk) if others else {}),
    }
