"""Attendance at a session: when it can be taken, by which ways, and what it counts for."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from journey.attendance_window import Window
from journey.claims import claims_needed
from journey.expression import AllOf
from journey.programme import Kind, Task
from journey.sessions import ATTENDANCE_LIST

UNDO = timedelta(minutes=10)
"""DESIGN 5: as long a tick is taken back without a word; afterwards with a reason."""

OLDEST = timedelta(hours=24)
"""As long a platform keeps what it could not hand over (core.telegram.org/bots/api#getting-updates)."""


class Way(StrEnum):
    """How attendance was taken."""

    SCAN = "scan"  # the code on the screen
    PAPER = "paper"  # the printed code
    WORD = "word"  # the word of the day
    TICKED = "ticked"  # the organiser's list
    SHEET = "sheet"  # the organiser's list, from the one signed on paper
    ASKED = "asked"  # the person said so, and an organiser agreed


class State(StrEnum):
    """What became of it."""

    ASKED = "asked"
    COUNTED = "counted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Phase(StrEnum):
    """Where a session is, as attendance sees it."""

    EARLY = "early"
    OPEN = "open"
    LATE = "late"  # a question to the organiser
    OVER = "over"


class Timed(Protocol):
    """What of a session the rules look at; moments in UTC."""

    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...


def phase(session: Timed, at: datetime, window: Window) -> Phase:
    """Return where `session` is at `at` (UTC)."""
    if at < session.starts_at - window.early:
        return Phase.EARLY
    if at <= session.ends_at + window.leaving:
        return Phase.OPEN
    return Phase.LATE if at <= session.ends_at + window.correction else Phase.OVER


def moment(now: datetime, sent_at: datetime | None) -> datetime:
    """Return when something was done that is handled `now`: when the platform got it, where it says so credibly."""
    return sent_at if sent_at is not None and now - OLDEST <= sent_at <= now else now


def claim(task: Task) -> Mapping[str, int] | None:
    """Return what one session counts for in `task`; None where being there alone does not count.

    It counts where the plan takes a list of who was there, where counting is all there is to state, and where one body
    is enough: two signatures are two people's word, which no list replaces (docs/decisions/attendance.md).
    """
    counted = next((each for each in task.criteria if each.kind is Kind.COUNT), None)
    if counted is None or ATTENDANCE_LIST not in task.evidence or isinstance(task.assessment, AllOf):
        return None
    return {counted.id: 1} if claims_needed(task) in ((), (counted,)) else None


def may_untick(by: int | None, at: datetime, *, person: int, now: datetime) -> bool:
    """Say whether `person` takes back what `by` took at `at` (UTC) without a reason: one's own, within UNDO."""
    return by == person and now <= at + UNDO
