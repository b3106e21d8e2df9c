"""Everybody decides at once: `python -m tests.reliability.races --times 1000 --database sqlite`.

Two assessors, two pages and a bulk approval go for one hand-in in the same moment, on the running product. After each
round exactly one decision stands: in the reviews, in the hand-in, in the trail. The status is 1 when anything is wrong.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from bot.clock import MovableClock
from handlers.conversation import Link
from journey.people import Role
from storage import bulks, links, reviews, sql
from storage.links import Purpose
from tests.conftest import START, running
from tests.handlers.contention.racing import HUONG, Ring, ring, state, trail
from tests.handlers.page_visits import Browser
from tests.support import postgres
from tests.support.databases import PostgresTemplate, SqliteTemplate
from tests.support.harness import Person

TASK = "RL4"
"""Assessed by the standing committee or the organisers of the contest: one of them suffices."""

HEAD_START = 0.03
"""Seconds between the first and the last to start: what a page needs longer than a tap, so that anybody may win."""

BODIES = ("btv_doan_khoi", "btc_hoi_thi")


@dataclass
class Round:
    """One hand-in and what is laid out for it: a list to approve, and a page with its form for each body."""

    submission: int
    bulk: int
    pages: list[tuple[str, dict[str, str]]]


@dataclass
class Course:
    """The running product, its people, a browser; `winners` counts who decided, `wrong` says what may not be."""

    ring: Ring
    browser: Browser
    dung: Person
    mai: Person
    lan: Person
    secretary: int
    winners: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    taps_made: int = 0
    taken_again: int = 0

    async def taps(self, person: Person, action: str) -> None:
        """Bring a tap as the platform does, without its pause between two polls: again, until it is taken."""
        update = self._tap(person, action)
        while True:
            try:
                return await self.ring.world.service.road.take("telegram", [update])
            except Exception:  # taken back by the database: nothing of it is stored
                self.taken_again += 1

    def _tap(self, person: Person, action: str) -> dict[str, Any]:
        self.taps_made += 1
        user = self.ring.world.driver.fake.person(int(person.number)).user  # type: ignore[attr-defined]
        message = {"chat": {"id": int(person.number), "type": "private"}, "message_id": 1, "date": 0}
        query = {"id": str(self.taps_made), "from": user, "chat_instance": "1", "data": action, "message": message}
        return {"update_id": 10**6 + self.taps_made, "callback_query": query}

    async def posts(self, page: tuple[str, dict[str, str]], verdict: str) -> None:
        where, form = page
        await self.browser.send(where, form | {"verdict": verdict, "opinion": "Thiếu xác nhận."})


RACERS: tuple[Callable[[Course, Round], Awaitable[None]], ...] = (
    lambda on, each: on.taps(on.dung, f"reviews.approve {each.submission}"),
    lambda on, each: on.taps(on.mai, f"reviews.because {each.submission} date"),
    lambda on, each: on.taps(on.lan, f"bulk.approve {each.bulk}"),
    lambda on, each: on.posts(each.pages[0], "approved"),
    lambda on, each: on.posts(each.pages[1], "returned"),
)


async def run(url: str, times: int, seed: int, folder: Path, say: Callable[[str], None]) -> Course:
    """Run `times` rounds on the migrated, empty database at `url`."""
    chance = random.Random(seed)
    clock = MovableClock(START, runs=False)
    async with running("telegram-polling", url, folder, clock) as world, ClientSession() as session:
        on = await _lined_up(await ring(world), Browser(session, f"http://127.0.0.1:{world.service.port}"))
        began = time.monotonic()
        for number in range(1, times + 1):
            await _race(on, chance)
            if number % 100 == 0:
                say(f"{number} rounds, {time.monotonic() - began:.0f} s, winners {dict(on.winners)}")
    return on


async def _lined_up(found: Ring, browser: Browser) -> Course:
    await found.comes(HUONG, Role.MEMBER, share=2)
    dung = await found.comes("Võ Quang Dũng", Role.STANDING_COMMITTEE, share=0, group=False)
    mai = await found.comes("Lê Thị Mai", Role.ORGANISER, share=1, group=False)
    lan = await found.comes("Trần Thu Lan", Role.STANDING_COMMITTEE, share=2, group=False)
    await found.comes("Trần Văn Cường", Role.SECRETARY, share=1, group=False)
    await found.registers()
    return Course(found, browser, dung, mai, lan, found.house.ids["Trần Văn Cường"])


async def _race(on: Course, chance: random.Random) -> None:
    """Let everybody go for one hand-in, in any order; look at what stands; clear it away, a minute later."""
    each = await _laid_out(on)
    await asyncio.gather(*(_starts(racer(on, each), chance.uniform(0, HEAD_START)) for racer in RACERS))
    await on.ring.world.settle()
    await _judge(on, each.submission)
    await sql.run("DELETE FROM submissions WHERE id = ?1", each.submission)
    await on.ring.world.pass_time(timedelta(minutes=1))  # pages are limited by the minute


async def _starts(racer: Awaitable[None], after: float) -> None:
    await asyncio.sleep(after)
    await racer


async def _laid_out(on: Course) -> Round:
    found = on.ring
    id_ = await found.waits(TASK)
    now = found.world.clock.now()
    await sql.run(
        "INSERT INTO evidence (person_id, chat, submission_id, kind, state, arrived_at, sha256)"
        " VALUES (?1, '', ?2, 'photo', 'stored', ?3, ?4)",
        found.house.ids[HUONG],
        id_,
        sql.at(now),
        f"race-{id_}",
    )
    bulk = await bulks.ask(found.house.ids["Trần Thu Lan"], [id_], now)
    return Round(id_, bulk, [await _page(on, id_, body) for body in BODIES])


async def _page(on: Course, submission: int, body: str) -> tuple[str, dict[str, str]]:
    """Open the page that asks a body; return its address and its form."""
    now = on.ring.world.clock.now()
    made = await links.make(Purpose.REVIEW, made_by=on.secretary, now=now, body=body, name=body, submission=submission)
    where = on.ring.world.service.addresses(Link(made.id)) or ""
    return where, (await on.browser.get(where)).form


async def _judge(on: Course, submission: int) -> None:
    given = [each for each in await reviews.of_submission(submission) if each.decided_by is not None]
    told = await trail(submission)
    stands = await state(submission)
    if len(given) != 1 or told != [f"review.{given[0].state}"] or stands != given[0].state:
        on.wrong.append(f"submission {submission} is {stands}, reviews {[each.state for each in given]}, trail {told}")
    for each in given:
        on.winners[each.way or await _tapped(each.decided_by, submission)] += 1


async def _tapped(person: int | None, submission: int) -> str:
    [row] = await sql.rows("SELECT full_name FROM people WHERE id = ?1", person)
    listed = await sql.rows("SELECT approved FROM bulks WHERE person_id = ?1 ORDER BY id DESC LIMIT 1", person)
    is_bulk = any(str(submission) in str(found["approved"]) for found in listed)
    return f"{row['full_name']}{' (bulk)' if is_bulk else ''}"


@contextmanager
def database_of(kind: str, folder: Path) -> Iterator[str]:
    """Yield the address of an empty, migrated database."""
    if kind == "sqlite":
        with SqliteTemplate(folder).copy() as url:
            yield url
    else:
        with postgres.server() as address, PostgresTemplate(address).copy() as url:
            yield url


def main() -> int:
    """Read what to run from the command line; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability.races")
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, database_of(asked.database, Path(folder)) as url:
        found = asyncio.run(run(url, asked.times, asked.seed, Path(folder), print))
    for line in found.wrong:
        print(line)  # noqa: T201
    print(f"{asked.database}: {asked.times} rounds, {len(found.wrong)} wrong, winners {dict(found.winners)}")  # noqa: T201
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
