"""A message to each of 100,000 chats: queued, drained without and with a pace, while people write."""

import json
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil

from benchmarks import bots, databases
from benchmarks.broadcast_queue import FIRST_CHAT as FIRST_TOLD
from benchmarks.databases import Database, Postgres
from benchmarks.load import Orders
from benchmarks.members import FIRST_CHAT
from benchmarks.processes import CHECKOUT, MEASURED_CORE, Fake, RunFailed, fake_api, load, peak_memory

MEMBERS = 40
PACE = 25
PACED_FOR = 20.0  # seconds
SPAN = 5.0
"""Seconds over which the pace must hold: a machine that stops for a moment lets two moments' messages leave at once."""
BURST = 5  # of bot/pacing.py: who has rested may say so many at once
LONGEST = 300.0  # seconds until a drain has failed


class Heard:
    """When each message of the broadcast reached the fake, in ms of CLOCK_MONOTONIC."""

    def __init__(self, fake: Fake) -> None:
        self.at: dict[int, float] = {}
        self.twice = 0
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(fake.socket)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self._socket.makefile():
            at, method, chat, *_ = json.loads(line)
            if method == "sendMessage" and chat >= FIRST_TOLD:
                self.twice += chat in self.at
                self.at.setdefault(chat, at)


def run(who: str, postgres: Postgres | None, count: int) -> dict[str, float]:
    """Return what it came to, for "sqlite" or "postgres".

    Raises:
        RunFailed: a message is missing or came twice, or the pace was not kept.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as name, ExitStack() as opened:
        folder = Path(name)
        database = opened.enter_context(_database(who, postgres, folder))
        fake = opened.enter_context(fake_api(folder))
        idle = _idle_memory(database, fake, folder)
        queued = _queue(database, count)
        found = {"queue_seconds": queued, **_drain(database, fake, folder, count)}
        found["memory_over_idle_mb"] = found.pop("memory") - idle
        found |= _paced(database, fake, folder, begins=count)
        if found["paced_most"] > PACE + BURST / SPAN + 1:
            raise RunFailed(f"the pace of {PACE} a second was not kept: {found}")
        return {f"broadcast_{who}_{key}": round(value, 3) for key, value in found.items()}


@contextmanager
def _database(who: str, postgres: Postgres | None, folder: Path) -> Iterator[Database]:
    if who == "sqlite":
        with databases.sqlite(folder, MEMBERS) as database:
            yield database
        return
    assert postgres is not None
    with postgres.database(MEMBERS) as database:
        yield database


def _queue(database: Database, count: int, first: int = 0) -> float:
    command = [sys.executable, "-m", "benchmarks.broadcast_queue", database.url, str(count), str(first)]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def _idle_memory(database: Database, fake: Fake, folder: Path) -> float:
    """Return the memory (RSS, MB) of a product that has answered some people and rests."""
    with bots.product(database.url, fake, folder, [MEASURED_CORE]) as bot:
        _ = load(_people(bot, fake, FIRST_CHAT, rate=0))
        time.sleep(1)
        return float(psutil.Process(bot.processes[0].pid).memory_info().rss) / 2**20


def _people(bot: bots.Bot, fake: Fake, first: int, rate: float) -> Orders:
    return Orders(bot.urls, bots.SECRET, fake.socket, "product", first, MEMBERS // 2, warm_up=0, rate=rate)


def _drain(database: Database, fake: Fake, folder: Path, count: int) -> dict[str, float]:
    heard = Heard(fake)
    with bots.product(database.url, fake, folder, [MEASURED_CORE]) as bot:
        written = load(_people(bot, fake, FIRST_CHAT + MEMBERS // 2, rate=10))
        deadline = time.monotonic() + LONGEST
        while len(heard.at) < count and time.monotonic() < deadline:
            time.sleep(0.1)
        memory = peak_memory(bot.processes[0].pid)
    if len(heard.at) < count or heard.twice:
        raise RunFailed(f"{len(heard.at)} of {count} messages came, {heard.twice} twice")
    if wrong := bots.errors(folder):
        raise RunFailed("the bot logged errors:\n" + "\n".join(wrong[-5:]))
    times = sorted(heard.at.values())
    span = times[count * 8 // 10] - times[count // 10]
    return {
        "rows_per_second": (count * 8 // 10 - count // 10) / span * 1000,
        "reply_p50_ms": written.p50,
        "reply_worst_ms": written.worst,
        "memory": memory,
    }


def _paced(database: Database, fake: Fake, folder: Path, begins: int) -> dict[str, float]:
    """Drain some at a pace, and see how well it is kept; `begins` is the first one's number."""
    _ = _queue(database, round(PACE * PACED_FOR * 3), begins)
    heard = Heard(fake)
    with bots.product(database.url, fake, folder, [MEASURED_CORE], pace=PACE):
        time.sleep(PACED_FOR)
        times = sorted(heard.at.values())
    rate = (len(times) - 1) / (times[-1] - times[0]) * 1000
    return {"paced_rate": rate, "paced_most": _most(times, SPAN)}


def _most(times: Sequence[float], seconds: float) -> float:
    """Return how many a second there were in the fullest stretch of so many seconds."""
    begin = most = 0
    for end, at in enumerate(times):
        while at - times[begin] >= seconds * 1000:
            begin += 1
        most = max(most, end - begin + 1)
    return most / seconds
