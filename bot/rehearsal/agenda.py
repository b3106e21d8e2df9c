"""What people mean to do and when: local days and the few moments of a day at which they turn to their phones."""

import heapq
from dataclasses import dataclass, field
from datetime import date, datetime, time
from random import Random

from bot.rehearsal.acting import Deed, Hand
from bot.rehearsal.people import Player
from journey.programme import Task

SESSION_AT = time(8)
OFFICERS_AT = (time(9, 30), time(15))
MEMBERS_AT = (time(12), time(19, 30))
SLOTS = tuple(sorted((SESSION_AT, *OFFICERS_AT, *MEMBERS_AT)))
"""When people turn to their phones (local): at a session, officers at work, members at noon and in the evening."""


@dataclass(slots=True)
class Actor:
    """A player with a phone.

    `chance` is their own, so that what one person does changes nobody else's luck. `backlog` is what they ought to
    have handed in by themselves and did not; `returned` are the choices to correct what came back, `seen` those that
    were there ever. `visits_on` and `corrects_on` are planned already (local days).
    """

    player: Player
    hand: Hand
    chance: Random
    token: str
    backlog: list[Task] = field(default_factory=list)
    returned: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    visits_on: date | None = None
    corrects_on: date | None = None
    is_registered: bool = False


@dataclass(frozen=True, slots=True, order=True)
class _Planned:
    at: datetime
    number: int
    chat: str = field(compare=False)
    deed: Deed = field(compare=False)


class Agenda:
    """Deeds by their moment; at one moment in the order in which they were planned."""

    def __init__(self) -> None:
        self._planned: list[_Planned] = []
        self._number = 0

    def add(self, at: datetime, chat: str, deed: Deed) -> None:
        """Have `chat` do something at `at`, or as soon after it as people turn to their phones."""
        self._number += 1
        heapq.heappush(self._planned, _Planned(at, self._number, chat, deed))

    def is_due(self, at: datetime) -> bool:
        """Say whether anybody means to do something by `at`."""
        return bool(self._planned) and self._planned[0].at <= at

    def due(self, now: datetime) -> dict[str, list[Deed]]:
        """Take what is due at `now`, by chat."""
        found: dict[str, list[Deed]] = {}
        while self._planned and self._planned[0].at <= now:
            each = heapq.heappop(self._planned)
            found.setdefault(each.chat, []).append(each.deed)
        return found
