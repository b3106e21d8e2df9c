"""What can go wrong between us and the platform, drawn by a seeded die: a share of all calls, kinds evenly."""

import random
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum

STALL = 10.0
"""Seconds of silence of a server that stalls."""

SPARED = ("getUpdates", "getMe", "setWebhook", "deleteWebhook", "setMyCommands")
"""Methods that never fail: how updates come is no part of the plan."""


class Trouble(Enum):
    """What becomes of a call; `LATE_…` and `CUT` happen after its work is done."""

    NONE = "none"
    SLOW_DOWN = "429"
    BROKEN = "502"
    LATE_BROKEN = "500 after the work"
    RESET = "reset before the work"
    CUT = "cut after the work"
    STALL = "silence, nothing done"
    LATE_STALL = "silence after the work"


TROUBLES = (
    *(Trouble.SLOW_DOWN, Trouble.SLOW_DOWN),  # as often as the others, which have an early and a late form
    *(Trouble.BROKEN, Trouble.LATE_BROKEN),
    *(Trouble.RESET, Trouble.RESET),
    *(Trouble.CUT, Trouble.CUT),
    *(Trouble.STALL, Trouble.LATE_STALL),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """One call as the server saw it: when (ms of the product's clock), for which chat (None: none), what became of it.

    `wait` is how many seconds we were asked to wait.
    """

    at: int
    method: str
    chat: int | None
    trouble: Trouble
    wait: int = 0


class FaultPlan:
    """Lets `share` of the calls go wrong, but none of the chats in `spared`; keeps every call it saw.

    `now` is the product's clock in ms; waits are between 3 and 40 seconds.
    """

    def __init__(self, seed: int, now: Callable[[], int], share: float = 0.2, spared: Collection[int] = ()) -> None:
        self.seen: list[Seen] = []
        self._die = random.Random(seed)
        self._now = now
        self._share = share
        self._spared = spared

    def draw(self, method: str, chat: int | None) -> Seen:
        """Return what becomes of this call."""
        goes_wrong = self._die.random() < self._share and chat not in self._spared
        trouble = self._die.choice(TROUBLES) if goes_wrong else Trouble.NONE
        wait = self._die.randint(3, 40) if trouble is Trouble.SLOW_DOWN else 0
        seen = Seen(self._now(), method, chat, trouble, wait)
        self.seen.append(seen)
        return seen
