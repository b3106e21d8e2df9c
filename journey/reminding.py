"""When what a person is to be reminded of leaves: in hours, once a day, some days a week, as the person wishes.

All moments are local: aware, in the product's zone.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from journey import reminders
from journey.reminders import KINDS, Kind
from journey.sending_hours import Audience, Own, SendingHours

_DAY: Final = timedelta(days=1)


class Why(StrEnum):
    """Why a reminder waits for longer than it was meant to, or never left."""

    HOURS = "hours"  # nobody is written to at that time
    TODAY = "today"  # the person was written to that day
    BUDGET = "budget"  # and often enough that week
    KEPT = "kept"  # the week's last message is for what is of use on its day only
    PAUSED = "paused"  # the person wants none for a while
    MUTED = "muted"  # nor of this kind
    LATE = "late"  # nobody looked in time
    LATER = "later"  # the person asked to be reminded later
    CLOSED = "closed"  # no chat of the person may be written to until they write, or until the bot's month turns


@dataclass(frozen=True, slots=True)
class Wishes:
    """How one person wants to be reminded.

    `paused_until` is a local day, inclusive. `a_week` can only lower the house's number; None leaves it.
    """

    own: Own | None = None
    muted: frozenset[str] = frozenset()
    paused_until: date | None = None
    a_week: int | None = None

    def days_a_week(self, house: int) -> int:
        """Return on how many days a week the person is written to, the house's number being `house`."""
        return house if self.a_week is None else min(house, self.a_week)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A reminder that has not left; `is_put_off` by the person, who so asked for it."""

    id: int
    kind: Kind
    due_at: datetime
    expires_at: datetime
    is_put_off: bool = False

    @property
    def audience(self) -> Audience:
        """Return in whose hours it leaves."""
        return KINDS[self.kind].audience


@dataclass(frozen=True, slots=True)
class Wait:
    """It is looked at again at `until`, which comes before it expires."""

    until: datetime
    why: Why


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of all that is due for one person; by the reminders' ids.

    What `leaves` does so in one message, in this order, and before `by`. What is due later today is among it.
    """

    leaves: tuple[int, ...] = ()
    by: datetime | None = None
    waits: Mapping[int, Wait] | None = None
    dropped: Mapping[int, Why] | None = None


def decide(
    waiting: Collection[Waiting],
    local: datetime,
    hours: SendingHours,
    wishes: Wishes,
    told: Collection[date],
) -> Decision:
    """Return what becomes, at `local`, of those of `waiting` that are due.

    Args:
        waiting: all that waits for one person and is due by the week's end.
        told: the days of this week (local) on which the person was written to unasked.
    """
    is_due = [each for each in waiting if each.due_at <= local]
    dropped = {each.id: Why.LATE for each in is_due if each.expires_at <= local}
    dropped |= {each.id: Why.MUTED for each in is_due if each.kind in wishes.muted}
    wanted = [each for each in waiting if each.kind not in wishes.muted and each.expires_at > local]
    due = [each for each in wanted if each.due_at <= local]
    if not due:
        return Decision(dropped=dropped)
    if held := _held(due, wanted, local, wishes, told, hours.a_week):
        return _waiting(due, held, _opening(due, held.until, hours, wishes), dropped)
    return _leaving(due, wanted, local, hours, wishes, dropped)


def _held(
    due: Iterable[Waiting],
    wanted: Iterable[Waiting],
    local: datetime,
    wishes: Wishes,
    told: Collection[date],
    a_week: int,
) -> Wait | None:
    """Return until when the person is not to be written to, whatever the hour; None when nothing stands against it."""
    today = local.date()
    if wishes.paused_until is not None and today <= wishes.paused_until:
        return Wait(_midnight(wishes.paused_until + _DAY, local), Why.PAUSED)
    if any(each.is_put_off for each in due):
        return None
    if today in told:
        return Wait(_midnight(today + _DAY, local), Why.TODAY)
    left = wishes.days_a_week(a_week) - len(told)
    if left <= 0:
        return Wait(_midnight(_next_monday(today), local), Why.BUDGET)
    biting = sorted({max(each.due_at.date(), today) for each in wanted if _bites(each)})
    ahead = [day for day in biting if today < day < _next_monday(today)]
    if today not in biting and len(ahead) >= left:
        return Wait(_midnight(ahead[0], local), Why.KEPT)
    return None


def _leaving(
    due: Sequence[Waiting],
    wanted: Iterable[Waiting],
    local: datetime,
    hours: SendingHours,
    wishes: Wishes,
    dropped: Mapping[int, Why],
) -> Decision:
    """Return what leaves now: all that is due today, unless it is better together a little later.

    Who is written to now anyway is told in the house's hours what was meant for their own.
    """
    opens = _opening(wanted, local, hours, wishes)
    ready = [opens[each.audience] for each in wanted if each.due_at <= opens[each.audience]]
    together = max((moment for moment in ready if moment.date() == local.date()), default=None)
    is_open = [each for each in due if opens[each.audience] == local]
    if together is None or not is_open:
        return _waiting(due, Wait(local, Why.HOURS), opens, dropped)
    if together > local and _can_wait(is_open, together, hours, wishes):
        later = {who: max(at, together) for who, at in opens.items()}
        return _waiting(due, Wait(local, Why.HOURS), later, dropped)
    now = [
        each
        for each in wanted
        if hours.closes_at(local, each.audience) is not None
        and (each.due_at <= local or (each.due_at.date() == local.date() and not each.is_put_off))
    ]
    rest = _waiting([each for each in due if each not in now], Wait(local, Why.HOURS), opens, dropped)
    ends = [hours.closes_at(local, each.audience, own) for each in now for own in (wishes.own, None)]
    return Decision(
        tuple(each.id for each in sorted(now, key=lambda each: (-KINDS[each.kind].weight, each.due_at, each.id))),
        min(*filter(None, ends), *(each.expires_at for each in now)),
        rest.waits,
        rest.dropped,
    )


def _can_wait(ready: Iterable[Waiting], until: datetime, hours: SendingHours, wishes: Wishes) -> bool:
    """Say whether all of `ready` holds and may leave at `until`, too: it need not be so where two hours never meet."""
    return all(each.expires_at > until and hours.opens_at(until, each.audience, wishes.own) == until for each in ready)


def _opening(
    waiting: Iterable[Waiting], since: datetime, hours: SendingHours, wishes: Wishes
) -> dict[Audience, datetime]:
    """Return from when on each audience of `waiting` may be written to."""
    return {who: hours.opens_at(since, who, wishes.own) for who in {each.audience for each in waiting}}


def _waiting(
    due: Iterable[Waiting], held: Wait, opens: Mapping[Audience, datetime], dropped: Mapping[int, Why]
) -> Decision:
    """Return that each of `due` waits until its hours open, or is dropped where that is too late."""
    waits = {each.id: Wait(opens[each.audience], held.why) for each in due if opens[each.audience] < each.expires_at}
    late = {each.id: held.why for each in due if each.id not in waits}
    return Decision(waits=waits, dropped={**dropped, **late})


def _bites(each: Waiting) -> bool:
    return reminders.bites(each.kind, each.due_at, each.expires_at)


def _midnight(day: date, local: datetime) -> datetime:
    return datetime.combine(day, time(), local.tzinfo)


def _next_monday(day: date) -> date:
    return day + timedelta(days=7 - day.weekday())
