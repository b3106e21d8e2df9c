"""What people do with their phones, step by step: many at once, each waiting for what they are shown.

An act is a generator. It yields what somebody does (one thing, or several in a row) and goes on when the product has
answered; what it is shown it finds on the phone.
"""

from collections import Counter
from collections.abc import Callable, Collection, Generator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.passing import settled
from bot.rehearsal.phones import Phone, Phones
from bot.road import Road
from handlers.conversation import Kind

Does = Sequence[dict[str, Any]]
Act = Generator[Does, None, None]
Deed = Callable[[], Act]
"""Begins what somebody does, when its time has come."""


class Stuck(Exception):
    """The product did not show the way on; `where` is what was looked for, a choice's beginning."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody's hand on their phone."""

    chat: str
    phones: Phones

    @property
    def phone(self) -> Phone:
        return self.phones.phone(self.chat)

    def says(self, *texts: str) -> Does:
        """Write texts, one after the other."""
        return [self.phones.update(self.chat, Kind.TEXT, text=each) for each in texts]

    def starts(self, payload: str) -> Does:
        """Open the deep link of an invitation or a session."""
        return [self.phones.update(self.chat, Kind.START, text=payload)]

    def sends(self, picture: str) -> Does:
        """Send one picture."""
        file = {"kind": "photo", "remote": picture, "unique": picture, "mime": "image/jpeg", "size": 9000}
        return [self.phones.update(self.chat, Kind.FILES, files=[file])]

    def taps(self, *beginnings: str) -> Does:
        """Tap what is shown and begins with one of `beginnings`, the first named first.

        Raises:
            Stuck: it is not shown.
        """
        found = self.phone.find(*beginnings)
        if found is None:
            raise Stuck(beginnings[0])
        return self.taps_exactly(found)

    def taps_exactly(self, action: str) -> Does:
        """Tap a choice that was seen."""
        return [self.phones.update(self.chat, Kind.CHOICE, choice=action)]


class Stage:
    """Lets people act on a road, all of them a step at a time; `stuck` counts where they could not go on."""

    def __init__(self, phones: Phones) -> None:
        self.updates = 0
        self.stuck: Counter[str] = Counter()
        self._phones = phones

    async def play(self, road: Road, deeds: Collection[Sequence[Deed]]) -> None:
        """Let people do theirs, each one after the other, to the end."""
        going = [self._one_after_another(each) for each in deeds]
        while going:
            done: list[dict[str, Any]] = []
            going = [act for act in going if _goes_on(act, done)]
            if done:
                self.updates += len(done)
                await road.take(self._phones.name, done)
                await settled(road)

    def _one_after_another(self, deeds: Sequence[Deed]) -> Act:
        for deed in deeds:
            try:
                yield from deed()
            except Stuck as stuck:
                self.stuck[stuck.where] += 1


def _goes_on(act: Act, done: list[dict[str, Any]]) -> bool:
    """Take the next step of `act` and add it to `done`; False when there is none."""
    step = next(act, None)
    done += step or ()
    return step is not None
