"""Reminders of people to whom nothing may be said now: they wait, but for what bites where a template may be sent."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from journey.reminders import bites
from journey.reminding import Decision, Wait, Why
from locales.saying import Urgency
from scheduler.desk import Desk
from storage import reach, reminders


async def kept_back(decided: Mapping[int, Decision], local: datetime, desk: Desk) -> dict[int, Wait]:
    """Return which of the reminders that would leave at `local` wait, by id: until tomorrow, or their person writes.

    A chat that is closed takes a template, for money, where the bot has one and something is of use on its day only.
    """
    if not desk.allowed.plans:
        return {}
    leaving = {person: each.leaves for person, each in decided.items() if each.leaves}
    reached = await reach.people(leaving, desk.allowed, local, Urgency.REMINDER.value)
    closed = {person for person in leaving if person in reached and not reached[person].is_open}
    rows = await reminders.of_ids([id_ for person in closed for id_ in leaving[person]])
    pressing = {each.person for each in rows if bites(each.kind, each.due_at, each.expires_at)}
    paid = {
        person
        for person in closed & pressing
        if reached[person].why == "window" and desk.allowed.of(reached[person].chat.chat).template
    }
    desk.unreached |= {person: reached[person].why for person in closed - paid}
    tomorrow = datetime.combine(local.date() + timedelta(days=1), time(), local.tzinfo)
    return {each.id: Wait(tomorrow, Why.CLOSED) for each in rows if each.person not in paid}
