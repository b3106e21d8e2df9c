"""Runs hostile updates through the product's own road, and says what should not have happened."""

import asyncio
import gc
import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

import psutil

from bot.clock import MovableClock
from bot.commands.season import open_season
from bot.pacing import UNPACED
from bot.road import Lane, Road
from storage import chats, database, invitations, outbox, sql
from storage.files import Files
from tests.fuzz.collector import Collector
from tests.fuzz.oa import OaCollector, OaUpdates
from tests.fuzz.updates import Sent, Updates
from tests.fuzz.watch import Crowd, Watch
from tests.fuzz.zalo import ZaloCollector, ZaloUpdates
from tests.rights import ledger
from tests.rights.cast import MARCH, ZONE, Cast, lay_down
from tests.rights.cast_sessions import sessions_planned
from tests.rights.ledger import Look
from tests.support.driver import until

YEAR = timedelta(days=250)
"""How far the clock goes in a run."""

NEXT_YEAR_AT = 0.85
"""When in a run the season ends and the next one is opened."""

PAUSE = timedelta(seconds=20)
SAFETY_NET = timedelta(seconds=1)
"""After this long the sender looks for rows that nobody handed over."""

STRANGERS = 6
A_BATCH = 60
ENOUGH = 20
"""Findings after which a run gives up."""


@dataclass
class Report:
    """What a run came to; `findings` must be empty."""

    updates: int = 0
    sent: int = 0
    unparsed: int = 0
    late: int = 0  # how often something left only because the sender looked at its table again
    done: dict[str, int] = field(default_factory=dict)  # how often each action of the trail
    findings: list[str] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)  # bytes, at equal distances


Side = Collector | ZaloCollector | OaCollector

SIDES: dict[str, type[Side]] = {"telegram": Collector, "zalo": ZaloCollector, "oa": OaCollector}
"""What stands where a platform would, by channel."""


def _updates(draw: Random, side: Side) -> Updates | ZaloUpdates | OaUpdates:
    match side:
        case ZaloCollector():
            return ZaloUpdates(draw, side.screens)
        case OaCollector():
            return OaUpdates(draw, side.screens)
        case _:
            return Updates(draw, side)


class Errors(logging.Handler):
    """Keeps every log record of level ERROR."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(f"logged: {record.getMessage()[:600]}")


class Run:
    """One run on an open, empty database, `on` one of SIDES."""

    def __init__(self, folder: Path, seed: int, total: int, a_batch: int = A_BATCH, *, on: str = "telegram") -> None:
        self._draw = Random(seed)
        self._total = total
        self._a_batch = a_batch
        self.clock = MovableClock(MARCH, runs=False)
        self.collector = SIDES[on]()
        self.files = Files(folder.as_uri())
        self.report = Report()

    async def go(self, progress: Callable[[Report], None] = lambda _: None) -> Report:
        """Send everything, in batches of a few people each, and look at the record after each."""
        cast = await prepared()
        await sql.run("UPDATE chats SET chat = REPLACE(chat, 'telegram', ?1)", self.collector.name)
        errors = Errors()
        logging.getLogger().addHandler(errors)
        road = Road([Lane(self.collector, UNPACED)], self.files, self.clock, ZONE)
        await road.start()
        try:
            await self._everything(road, cast, errors, progress)
        finally:
            logging.getLogger().removeHandler(errors)
            await road.stop()
        self.report.findings += await self._left_over()
        self.report.sent = self.collector.sent
        acts = await sql.rows("SELECT action, COUNT(*) AS n FROM audit GROUP BY action ORDER BY action")
        self.report.done = {row["action"]: row["n"] for row in acts}
        return self.report

    async def _everything(self, road: Road, cast: Cast, errors: Errors, progress: Callable[[Report], None]) -> None:
        side = self.collector
        updates = _updates(self._draw, side)
        updates.codes += cast.codes.values()
        watch = Watch(cast)
        chats = [1000 + each for each in cast.people.values()] + [5000 + n for n in range(STRANGERS)]
        is_next_year = False
        while self.report.updates < self._total and len(self.report.findings) < ENOUGH:
            done = self.report.updates / self._total
            if done >= NEXT_YEAR_AT and not is_next_year:
                is_next_year = True
                await self._next_year()
            updates.codes = [*updates.codes[-8:], *await self._welcomed(cast)]
            before = await ledger.look(await _newest())
            updates.forger.known = [row["id"] for row in await sql.rows(_IDS)] or [1]
            crowd = self._draw.sample(chats, self._draw.randrange(2, 8))
            batch = [updates.one(self._draw.choice(crowd)) for _ in range(min(self._a_batch, self._total))]
            await self._batch(road, watch, crowd, batch, before)
            self.report.findings += [*errors.found, *self.collector.faults]
            errors.found.clear()
            self.collector.faults.clear()
            self._memory()
            progress(self.report)
            self.clock.move(PAUSE if self._draw.random() < 0.85 else YEAR * (self._a_batch / self._total) / 0.15)

    async def _batch(self, road: Road, watch: Watch, crowd: list[int], batch: list[Sent], before: Look) -> None:
        newest = await _newest()
        now = self.clock.now()
        self.collector.heard.clear()
        await self._taken(road, [each.raw for each in batch])
        await self._settled(road)
        after = await ledger.look(newest)
        names = frozenset(f"{self.collector.name}:{each}" for each in crowd)
        linked = [row for look in (before, after) for row in look["chats"].values() if row["chat"] in names]
        joined = [row for row in after["invitations"].values() if row["used_by"] in names]
        people = frozenset(row["person_id"] for row in (*linked, *joined))
        who = Crowd(names, people, now, now.astimezone(ZONE).date())
        self.report.findings += watch.wrong(before, after, who)
        self.report.findings += self._unanswered(batch)
        self.report.updates += len(batch)

    async def _taken(self, road: Road, raws: list[object]) -> None:
        """Hand them over as a platform does: some together, some beside each other."""
        pieces = []
        while raws:
            size = self._draw.choice((1, 1, 2, 5, 20))
            pieces.append(raws[:size])
            raws = raws[size:]
        for start in range(0, len(pieces), 6):
            takes = (road.take(self.collector.name, piece) for piece in pieces[start : start + 6])  # type: ignore[arg-type]
            for outcome in await asyncio.gather(*takes, return_exceptions=True):
                if isinstance(outcome, BaseException):
                    self.report.findings.append(f"not stored: {outcome!r}"[:300])

    async def _settled(self, road: Road) -> None:
        """Return when nothing is left to do; let the clock pass over the pauses of a quiet card."""
        limit = self.clock.now() + timedelta(seconds=10)
        while True:
            await until(lambda: road.idle, times=3)
            due = await road.next_due()
            if due is not None and due <= limit:
                self.clock.move_to(due)
            elif self.clock.now() < limit and await self._is_waiting():
                self.report.late += 1
                self.clock.move(SAFETY_NET)
            else:
                return

    async def _is_waiting(self) -> bool:
        """Say whether the table has something that could have left by now."""
        due = await outbox.next_due()
        return due is not None and due <= sql.ms(self.clock.now())

    def _unanswered(self, batch: list[Sent]) -> list[str]:
        heard = self.collector.heard
        ids = Counter(self.collector.lane(each.raw)[0] for each in batch)
        awaited = {
            each.awaits
            for each in batch
            if each.awaits is not None
            and ids[self.collector.lane(each.raw)[0]] == 1  # of two with one id the first counts
        }
        return [
            f"nothing said to {chat}: {[each.raw for each in batch if each.awaits == (chat, kinds)]}"[:600]
            for chat, kinds in awaited
            if not any((chat, kind) in heard for kind in kinds)
        ]

    async def _next_year(self) -> None:
        """Close the season, as an operator does."""
        _ = await open_season(
            "nguoi-cong-san-tre", 2028, None, None, now=self.clock.now(), today=self.clock.now().astimezone(ZONE).date()
        )

    async def _welcomed(self, cast: Cast) -> list[str]:
        """Bring back some of those who left, and invite somebody anew, as officers do; return the codes."""
        here = {row["person_id"] for row in await sql.rows("SELECT person_id FROM chats WHERE person_id IS NOT NULL")}
        async with database.transaction():
            for person in cast.people.values():
                if person not in here and self._draw.random() < 0.3:
                    await chats.link(f"{self.collector.name}:{1000 + person}", person, "vi", self.clock.now())
            made = await invitations.make(
                [self._draw.choice(tuple(cast.people.values()))],
                now=self.clock.now(),
                valid_for=timedelta(days=30),
                draw=self._draw.randbytes,
                renew=True,
            )
        return [text for each in made for text in (each.code, each.token)]

    async def _left_over(self) -> list[str]:
        """Return what is stuck, and what failed though it was an update."""
        rows = await sql.rows("SELECT status, error, body FROM inbox WHERE status <> 'done'")
        parsed = [row for row in rows if not str(row["error"]).startswith("does not parse")]
        self.report.unparsed = len(rows) - len(parsed)
        stuck = await sql.rows(
            "SELECT status, kind, error FROM outbox WHERE status NOT IN ('sent', 'expired') AND not_before <= ?1"
            " AND NOT (status = 'held' AND error = 'card')",  # it waits for whoever has it to write
            sql.ms(self.clock.now()),  # a card that loses its undo in ten minutes is not due yet
        )
        return [f"inbox {row['status']} {row['error']}: {row['body'][:200]}" for row in parsed] + [
            f"outbox {row['status']} {row['kind']}: {row['error']}" for row in stuck
        ]

    def _memory(self) -> None:
        step = max(1, self._total // 10)
        if self.report.updates // step > len(self.report.memory):
            _ = gc.collect()
            self.report.memory.append(psutil.Process().memory_info().rss)


_IDS = (
    "SELECT id FROM submissions UNION SELECT id FROM changes UNION SELECT id FROM seasons"
    " UNION SELECT id FROM evidence WHERE removed_at IS NULL"
)


async def _newest() -> int:
    return int((await sql.rows("SELECT COALESCE(MAX(id), 0) AS id FROM audit"))[0]["id"])


async def prepared() -> Cast:
    """Lay the bloc down; its registration stays open for six weeks more, and some posts will end."""
    cast = await lay_down()
    await sessions_planned(cast)
    async with database.transaction():
        await sql.run("UPDATE seasons SET closes_on = ?1", _day("2027-04-15"))
        for who, role in (("yen", "executive"), ("mai", "member"), ("phuc", "supervisor")):
            await sql.run(
                "UPDATE posts SET to_on = ?1 WHERE person_id = ?2 AND role = ?3",
                _day("2027-06-30"),
                cast.people[who],
                role,
            )
    return cast


def _day(text: str) -> object:
    return text if sql.is_sqlite() else date.fromisoformat(text)
