"""What people are reminded of, how long before, and which day's reminder holds: the nearest one alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from journey.sending_hours import Audience


class Kind(StrEnum):
    """What a reminder is about; who turns one off turns off all of its kind."""

    SESSION = "session"  # a session comes
    ATTENDANCE = "attendance"  # nobody has seen the person there
    TAKING = "taking"  # nobody's attendance was taken
    QUESTIONS = "questions"  # members say they were there, and nobody has answered
    REGISTRATION = "registration"  # it opens, it closes
    RETURNED = "returned"  # to be handed in again
    ESSAY = "essay"  # its last month ends
    TASK = "task"  # its last month ends
    COUNT = "count"  # so many still to do, so many months left
    DRAFT = "draft"  # begun and left
    PROVISIONAL = "provisional"  # the member's own result waits for its proof
    APPROVALS = "approvals"  # hand-ins wait for an officer (journey/approvers_clock.py)
    QUARTER = "quarter"  # the quarter's remarks are due
    CLOSING = "closing"  # provisional results of a secretary's members are to be closed


@dataclass(frozen=True, slots=True)
class Manner:
    """How reminders of a kind leave: in whose hours, which `weight` they have in a message (the heavier first).

    `bites`: it is of use on its day only, so it goes before others where only one message may leave.
    """

    audience: Audience
    weight: int
    bites: bool = False


KINDS: Final[Mapping[Kind, Manner]] = MappingProxyType(
    {
        Kind.SESSION: Manner(Audience.MEMBER, 100, bites=True),
        Kind.REGISTRATION: Manner(Audience.MEMBER, 90, bites=True),
        Kind.APPROVALS: Manner(Audience.OFFICER, 85),
        Kind.ATTENDANCE: Manner(Audience.MEMBER, 80),
        Kind.QUESTIONS: Manner(Audience.OFFICER, 78),
        Kind.TAKING: Manner(Audience.OFFICER, 75),
        Kind.RETURNED: Manner(Audience.MEMBER, 70),
        Kind.QUARTER: Manner(Audience.OFFICER, 65),
        Kind.ESSAY: Manner(Audience.MEMBER, 60),
        Kind.TASK: Manner(Audience.MEMBER, 50),
        Kind.COUNT: Manner(Audience.MEMBER, 40),
        Kind.CLOSING: Manner(Audience.OFFICER, 35),
        Kind.PROVISIONAL: Manner(Audience.MEMBER, 30),
        Kind.DRAFT: Manner(Audience.MEMBER, 20),
    }
)
"""Of every kind; a kind's text is found by its own name ("session" of a row is Kind.SESSION)."""

ON_ITS_DAY: Final = timedelta(days=2)
"""A reminder that holds for no longer than this is of its day: the last before a session or before a window closes."""


def bites(kind: str, due_at: datetime, expires_at: datetime) -> bool:
    """Say whether a reminder goes before others where only one message may leave."""
    return KINDS[Kind(kind)].bites and expires_at - due_at <= ON_ITS_DAY


@dataclass(frozen=True, slots=True)
class LeadTimes:
    """How long before something (`missed`, `taking`, `returned`, `draft`: after it) people are reminded: `[reminders]`.

    Whole days, the longest first (what is after something the shortest), but for `session_hours`; () is never.

    Attributes:
        registration: before the last day of the registration.
        session, session_hours: before it begins.
        missed: after a session at which nobody saw the person.
        taking: after a session at which nobody was counted.
        count: before the evaluation's last day, of what is counted and to be done more than once.
        task, essay: before the last day of its last month, nothing handed in.
        returned: after the verdict, not handed in again.
        draft: after the last thing that was put into it.
        provisional: before the last day of the year, while a result is provisional.
        quarter: before the last day of a quarter of the period `quarter_period`.
        quarter_period: a code of the calendar, "" for none: nobody is reminded of remarks.
    """

    registration: tuple[int, ...] = (7, 3, 1)
    session: tuple[int, ...] = (7, 1)
    session_hours: tuple[int, ...] = (2,)
    missed: tuple[int, ...] = (1,)
    taking: tuple[int, ...] = (1, 4)
    count: tuple[int, ...] = (91, 60, 30, 14)
    task: tuple[int, ...] = (30, 14, 7)
    essay: tuple[int, ...] = (60, 30, 14, 7)
    returned: tuple[int, ...] = (3, 10)
    draft: tuple[int, ...] = (7,)
    provisional: tuple[int, ...] = (30, 7)
    quarter: tuple[int, ...] = (14, 3)
    quarter_period: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """The reminder `days` before (or after) something, which holds from `first` to `last` (local, inclusive)."""

    days: int
    first: date
    last: date


def before(day: date, leads: tuple[int, ...], today: date) -> Lead | None:
    """Return the reminder of what ends with `day` that holds `today`: each until the next one is due."""
    near = sorted(leads, reverse=True)
    ends = [*near[1:], -1]
    for days, following in zip(near, ends, strict=True):
        lead = Lead(days, day - timedelta(days=days), day - timedelta(days=following + 1))
        if lead.first <= today <= lead.last:
            return lead
    return None


def after(leads: tuple[int, ...], limit: int) -> tuple[tuple[int, int], ...]:
    """Return for each reminder after something the days since on which it holds, (first, last); the last to `limit`."""
    firsts = sorted(leads)
    lasts = [*(each - 1 for each in firsts[1:]), limit]
    return tuple((first, last) for first, last in zip(firsts, lasts, strict=False) if first <= last)
