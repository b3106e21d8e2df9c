"""The cases: one bot under one load each, run from nothing to a figure."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks import bots, databases
from benchmarks.databases import Database, Postgres
from benchmarks.load import Orders
from benchmarks.measured import Measured
from benchmarks.members import FIRST_CHAT
from benchmarks.processes import (
    MEASURED_CORE,
    OTHER_CORE,
    Fake,
    Meter,
    RunFailed,
    fake_api,
    load,
    peak_memory,
)

CORE = [MEASURED_CORE]
BOTH = sorted({MEASURED_CORE, OTHER_CORE})


@dataclass(frozen=True)
class Case:
    """One row of the table.

    Args:
        who: "ptb", "aiogram", "sqlite" or "postgres", the last two being the product.
        rate: of an open loop, in updates a second; 0 for the closed one.
        delay_ms: the fake waits so long before each answer.
        gives_files: the fake hands the photos out, and the product fetches, checks and stores them.
        slow_fsync: each fsync takes 2 ms more.
        processes: of the product.
        both_cores: the bot may run on any core; several processes share them with everything else.
    """

    name: str
    who: str
    chats: int = 1000
    rounds: int = 1
    rate: float = 0
    delay_ms: float = 0
    gives_files: bool = False
    slow_fsync: bool = False
    processes: int = 1
    both_cores: bool = False
    in_flight: int = 64

    @property
    def is_product(self) -> bool:
        """Say whether this product is measured."""
        return self.who in ("sqlite", "postgres")


CASES = (
    Case("ptb", "ptb"),
    Case("aiogram", "aiogram"),
    Case("sqlite", "sqlite", rounds=2),
    Case("postgres", "postgres", rounds=2),
    Case("sqlite_files", "sqlite", gives_files=True),
    Case("sqlite_delay50", "sqlite", rounds=2, delay_ms=50),
    Case("ptb_delay50", "ptb", chats=150, delay_ms=50),
    Case("ptb_open300", "ptb", rate=300),
    Case("aiogram_open300", "aiogram", rate=300),
    Case("sqlite_open300", "sqlite", rate=300),
    Case("sqlite_slow_fsync", "sqlite", rounds=2, slow_fsync=True),
    Case("sqlite_10000", "sqlite", chats=10000),
    Case("ptb_10000", "ptb", chats=10000),
    Case("postgres_one", "postgres", rounds=2, both_cores=True, in_flight=128),
    Case("postgres_two", "postgres", rounds=2, processes=2, both_cores=True, in_flight=128),
)


@dataclass(frozen=True)
class Bench:
    """What the runs share: where PostgreSQL is, the peers' interpreter, the shim for a slow disk."""

    peers: str
    postgres: Postgres | None
    shim: str = ""
    profile: str = ""

    def run(self, case: Case) -> Measured:
        """Run a case.

        Raises:
            RunFailed: it shows nothing.
        """
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folder = Path(name)
            with fake_api(folder, delay_ms=case.delay_ms, gives_files=case.gives_files) as fake:
                if not case.is_product:
                    with bots.peer(_script(case.who), self.peers, fake, folder, CORE) as bot:
                        return _measure(case, bot, fake, folder, None)
                with self._database(case, folder) as database:
                    with self._product(case, database, fake, folder) as bot:
                        measured = _measure(case, bot, fake, folder, database)
                    databases.check(database, _warm_up(case) + (case.chats - _warm_up(case)) * case.rounds)
                    return measured

    @contextmanager
    def _database(self, case: Case, folder: Path) -> Iterator[Database]:
        with ExitStack() as opened:
            if case.who == "sqlite":
                yield opened.enter_context(databases.sqlite(folder, case.chats))
                return
            assert self.postgres is not None
            yield opened.enter_context(self.postgres.database(case.chats))

    @contextmanager
    def _product(self, case: Case, database: Database, fake: Fake, folder: Path) -> Iterator[bots.Bot]:
        if case.slow_fsync and not self.shim:
            raise RunFailed("skipped: there is no C compiler for the slow disk")
        preload = self.shim if case.slow_fsync else ""
        cores = BOTH if case.both_cores else CORE
        with bots.product(
            database.url, fake, folder, cores, count=case.processes, preload=preload, profile=self.profile
        ) as bot:
            yield bot


def _script(who: str) -> str:
    return "aiogram_" if who == "aiogram" else who


def _warm_up(case: Case) -> int:
    return min(100, case.chats // 5)


def _measure(case: Case, bot: bots.Bot, fake: Fake, folder: Path, database: Database | None) -> Measured:
    orders = Orders(
        urls=bot.urls,
        secret=bots.SECRET,
        socket=fake.socket,
        flow="product" if case.is_product else "peer",
        first_chat=FIRST_CHAT,
        chats=case.chats,
        rounds=case.rounds,
        warm_up=_warm_up(case),
        in_flight=case.in_flight,
        rate=case.rate,
    )
    own = Meter([each.pid for each in bot.processes])
    server = Meter([database.server] if database and database.server else [])
    others = Meter([fake.process.pid])
    try:
        result = load(orders, own, server, others=others)
    except RunFailed as failed:
        raise RunFailed(f"{failed}\n" + "\n".join(bots.errors(folder)[-5:])) from None
    if wrong := bots.errors(folder):
        raise RunFailed("the bot logged errors:\n" + "\n".join(wrong[-5:]))
    if result.late > result.updates / 100:
        raise RunFailed(f"{result.late} updates could not be sent in time: nobody was free")
    cpu, database_cpu, load_cpu = (meter.used(*result.window) for meter in (own, server, others))
    span = (result.window[1] - result.window[0]) / 1000
    memory = max(peak_memory(each.pid) for each in bot.processes)
    each = 1e6 / result.counted
    return Measured(case.name, result, cpu * each, database_cpu * each, load_cpu / span, memory)


def shortened(case: Case) -> Case:
    """Return a case for a quick look."""
    chats = {150: 60}.get(case.chats, min(case.chats // 2, 1500))
    return replace(case, chats=chats, rounds=1)
