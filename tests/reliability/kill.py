"""Kill -9 under load: `python -m tests.reliability.kill --times 500 --database sqlite`.

People talk with the product all the time; its processes are killed at random moments and started again at once. After
the last kill everybody falls silent, the product finishes what it has, and an audit holds what the platform and the
people know against what the database says. The status is 1 when anything is wrong; everything is kept then.
"""

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from storage import database
from tests.reliability.audit import Findings, audit, unsettled
from tests.reliability.killer import Killer
from tests.reliability.people import MEMBER, OFFICER, WRITER, Member, Officer, Robot, Writer
from tests.reliability.processes import Process
from tests.reliability.unit import OFFICERS, WRITERS, Ground, Unit, settle_in
from tests.reliability.witness import Witness
from tests.support import postgres
from tests.support.ports import free_port

QUIET = 120.0
"""Seconds the product may take to finish what it has."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How often to kill, which database, how many processes. `hurry` below 1 shortens the people's pauses."""

    times: int
    database: str
    processes: int
    seed: int
    hurry: float = 1.0


async def run(plan: Plan, folder: Path, say: Callable[[str], None]) -> Findings:
    """Carry one plan out in `folder`, on a database that is empty or not there yet."""
    chance = random.Random(plan.seed)
    ports = tuple(free_port() for _ in range(plan.processes))
    witness = Witness(ports, random.Random(plan.seed + 1))
    await witness.start()
    ground = Ground(folder, plan.database, witness.url, ports)
    processes = [Process(ground, number) for number in range(plan.processes)]
    try:
        people = _people(await settle_in(ground), witness, chance)
        wrong = await _under_load(people, plan.hurry, Killer(processes, plan.times, chance, say))
        await database.open_database(plan.database)
        wrong += await _fall_quiet(witness, processes, say)
        findings = await audit(witness, people)
    finally:
        await asyncio.gather(*(process.end() for process in processes))
        await database.close_database()
        await witness.close()
    findings.wrong += wrong
    return findings


def _people(unit: Unit, witness: Witness, chance: random.Random) -> list[Robot]:
    """Give everybody a phone and a habit; officers of one post know each other."""
    people: list[Robot] = []
    for number, (name, token) in enumerate(unit.members.items(), 41):
        kind, weights = (Writer, WRITER) if number < 41 + WRITERS else (Member, MEMBER)
        people.append(kind(witness.person(number, name), token, random.Random(chance.random()), weights))
    officers = {
        code: Officer(witness.person(number, name), unit.officers[name], random.Random(chance.random()), OFFICER)
        for number, (code, name, _, _) in enumerate(OFFICERS, 91)
    }
    for code, _, post, place in OFFICERS:
        beside = [other for other, _, theirs, where in OFFICERS if (theirs, where) == (post, place) and other != code]
        officers[code].colleagues = [officers[other] for other in beside]
    return [*people, *officers.values()]


async def _under_load(people: Sequence[Robot], hurry: float, killer: Killer) -> list[str]:
    """Kill while everybody talks; return what went wrong when they have all fallen silent."""
    lives = [asyncio.create_task(robot.live(hurry)) for robot in people]
    try:
        wrong = await killer.run()
        for robot in people:
            robot.is_busy = False
        await asyncio.gather(*lives)
    finally:
        for life in lives:
            life.cancel()
    return wrong


async def _fall_quiet(witness: Witness, processes: Sequence[Process], say: Callable[[str], None]) -> list[str]:
    """Let the product finish what it has and stop it in order; return what went wrong."""
    began = time.monotonic()
    while time.monotonic() - began < QUIET:
        if not await unsettled(witness):
            break
        await asyncio.sleep(0.2)
    say(f"quiet after {time.monotonic() - began:.0f} s")
    statuses = await asyncio.gather(*(process.stop() for process in processes))
    return [f"a process stopped with {status}" for status in statuses if status]


@contextmanager
def _sqlite(folder: Path) -> Iterator[tuple[str, Path]]:
    yield f"sqlite:///{folder / 'kill.db'}", folder


@contextmanager
def _postgres(_folder: Path) -> Iterator[tuple[str, Path]]:
    """Run a server that waits for its disk; yield the address of an empty database and the server's folder."""
    server = postgres.Server(fsync=True)
    server.start()
    try:
        asyncio.run(_create(str(server.folder)))
        yield server.address.format(database="kill"), server.folder
    finally:
        server.stop()


async def _create(host: str) -> None:
    connection = await asyncpg.connect(host=host, user="postgres", database="postgres")
    await connection.execute("CREATE DATABASE kill")
    await connection.close()


def tell(findings: Findings, say: Callable[[str], None]) -> None:
    """Say what was counted, and what is wrong."""
    for name, count in findings.counts.items():
        say(f"{name:>34}: {count}")
    for sentence in findings.wrong[:50]:
        say(f"WRONG: {sentence}")
    say(f"{len(findings.wrong)} violations")


def main() -> int:
    """Run the command."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--times", type=int, default=500)
    options.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    options.add_argument("--processes", type=int, default=1)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    if chosen.database == "sqlite" and chosen.processes != 1:
        options.error("one process has a SQLite file")
    folder = Path(tempfile.mkdtemp(prefix="kill-"))
    with {"sqlite": _sqlite, "postgres": _postgres}[chosen.database](folder) as (url, kept):
        plan = Plan(chosen.times, url, chosen.processes, chosen.seed)
        _say(f"in {folder}, the database in {kept}")
        findings = asyncio.run(run(plan, folder, _say))
    tell(findings, _say)
    if findings.wrong:
        return 1
    for each in (folder, kept):
        shutil.rmtree(each, ignore_errors=True)
    return 0


def _say(sentence: str) -> None:
    print(sentence, flush=True)  # noqa: T201 - this is a command


if __name__ == "__main__":
    sys.exit(main())
