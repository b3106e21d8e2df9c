"""Who kills: at random moments, while it starts and while it works, one process or all of them."""

import asyncio
import random
import time
from collections.abc import Callable, Sequence

from tests.reliability.processes import Process

WHILE_STARTING = 0.2
"""The share of blows that fall before everything is up again."""

ALL_AT_ONCE = 0.15
"""The share of blows that hit every process."""

STARTS_WITHIN = 1.0
ALIVE = (0.05, 1.5)
"""Seconds from being up (or from the start: up to STARTS_WITHIN) to the blow, evenly spread."""

SAY_EVERY = 20


class Killer:
    """Kills `times` processes: the first half take updates by long polling, the others by webhook."""

    def __init__(
        self, processes: Sequence[Process], times: int, chance: random.Random, say: Callable[[str], None]
    ) -> None:
        self._processes = processes
        self._times = times
        self._chance = chance
        self._say = say
        self._killed = 0
        self._while_starting = 0
        self._began = time.monotonic()

    async def run(self) -> list[str]:
        """Kill; leave everything running. Return what went wrong."""
        wrong: list[str] = []
        await asyncio.gather(*(process.start() for process in self._processes))
        while self._killed < self._times:
            await self._moment()
            victims = self._victims()
            self._while_starting += sum(not victim.is_up for victim in victims)
            for victim, status in zip(victims, await asyncio.gather(*(one.kill() for one in victims)), strict=True):
                if status is not None:
                    wrong.append(f"a process ended by itself with {status}; see {victim.log}")
            before, self._killed = self._killed, self._killed + len(victims)
            self._report(before)
            await asyncio.gather(*(victim.start() for victim in victims))
        await asyncio.gather(*(process.up() for process in self._processes))
        self._say(f"{self._killed} kills, {self._while_starting} of them while starting")
        return wrong

    async def _moment(self) -> None:
        """Wait for the next moment to strike."""
        if self._chance.random() < WHILE_STARTING:
            await asyncio.sleep(self._chance.uniform(0, STARTS_WITHIN))
            return
        await asyncio.gather(*(process.up() for process in self._processes))
        await asyncio.sleep(self._chance.uniform(*ALIVE))

    def _victims(self) -> Sequence[Process]:
        """Choose who dies; at half-time all do, and come back with a webhook."""
        is_half_time = self._processes[0].mode == "polling" and self._killed >= self._times // 2
        if is_half_time:
            for process in self._processes:
                process.mode = "webhook"
        if is_half_time or self._chance.random() < ALL_AT_ONCE:
            return self._processes
        return [self._chance.choice(self._processes)]

    def _report(self, before: int) -> None:
        if before // SAY_EVERY != self._killed // SAY_EVERY:
            self._say(f"{self._killed} of {self._times} kills, {time.monotonic() - self._began:.0f} s")
