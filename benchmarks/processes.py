"""Processes of a run: started on a core of their own, measured while they work, ended by us."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

import psutil

from benchmarks.load import Orders, Result

CHECKOUT = Path(__file__).parent.parent
MEASURED_CORE, *_OTHERS = sorted(os.sched_getaffinity(0))
OTHER_CORE = _OTHERS[0] if _OTHERS else MEASURED_CORE
"""Where everything runs that is not measured: the fake, the generator, PostgreSQL. Less of a core is all they need."""

PATIENCE = 60
"""Seconds until a process that does not come up has failed."""


class RunFailed(Exception):
    """The case shows nothing: why."""


@contextmanager
def running(
    command: Sequence[str], environment: Mapping[str, str], log: Path, cores: Sequence[int]
) -> Iterator["subprocess.Popen[bytes]"]:
    """Keep a process running on `cores`; what it prints goes to `log`. SIGTERM must end it."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=CHECKOUT,
            env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **environment},
            stdout=out,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: os.sched_setaffinity(0, cores),
        )
    try:
        yield process
    finally:
        end(process)


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process, by force if it must be."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@dataclass
class Fake:
    """A running fake Bot API server."""

    url: str
    socket: str
    process: "subprocess.Popen[bytes]"
    log: Path

    def await_webhooks(self, count: int, bots: Sequence["subprocess.Popen[bytes]"]) -> None:
        """Return when `count` bots have said where they want their updates."""
        _until(lambda: self.log.read_text().count("webhook") >= count, bots, "no bot set its webhook")


@contextmanager
def fake_api(folder: Path, *, delay_ms: float = 0, gives_files: bool = False) -> Iterator[Fake]:
    """Run a fake Bot API server."""
    address, log = str(folder / "fake.sock"), folder / "fake.log"
    files = "given" if gives_files else "held"
    command = [sys.executable, "-m", "benchmarks.fake_api", "--socket", address, "--delay", str(delay_ms)]
    with running([*command, "--files", files], {}, log, [OTHER_CORE]) as process:
        _until(lambda: "\n" in log.read_text(), [process], "the fake Bot API server did not start")
        yield Fake(log.read_text().split("\n")[0], address, process, log)


def await_port(port: int, bot: "subprocess.Popen[bytes]") -> None:
    """Return when somebody listens on `port`."""

    def listens() -> bool:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return True
        return False

    _until(listens, [bot], "the bot does not listen")


def _until(holds: object, watched: Sequence["subprocess.Popen[bytes]"], otherwise: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():  # type: ignore[operator]
        if time.monotonic() > deadline or any(each.poll() is not None for each in watched):
            raise RunFailed(otherwise)
        time.sleep(0.05)


@dataclass
class Meter:
    """CPU seconds and memory of some processes with their children, over time."""

    pids: list[int]
    samples: list[tuple[float, float]] = field(default_factory=list)
    _gone: dict[int, float] = field(default_factory=dict)

    def sample(self) -> None:
        """Look once. What a child used that has ended since stays counted as it was last seen."""
        for pid in self.pids:
            with contextlib.suppress(psutil.NoSuchProcess):
                whole = psutil.Process(pid)
                for each in (whole, *whole.children(recursive=True)):
                    with contextlib.suppress(psutil.NoSuchProcess):
                        times = each.cpu_times()
                        self._gone[each.pid] = times.user + times.system
        self.samples.append((time.monotonic() * 1000, sum(self._gone.values())))

    def used(self, begin: float, end: float) -> float:
        """Return the CPU seconds between two moments (ms)."""
        return self._at(end) - self._at(begin)

    def _at(self, moment: float) -> float:
        before = max((each for each in self.samples if each[0] <= moment), default=self.samples[0])
        after = min((each for each in self.samples if each[0] >= moment), default=self.samples[-1])
        if after[0] == before[0]:
            return before[1]
        return before[1] + (after[1] - before[1]) * (moment - before[0]) / (after[0] - before[0])


def peak_memory(pid: int) -> float:
    """Return the most memory (RSS) a process has had, in MB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def load(orders: Orders, *meters: Meter, others: Meter | None = None) -> Result:
    """Run the load generator, sampling `meters` meanwhile; it counts among the `others`.

    Raises:
        RunFailed: with its reason.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.load"],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: os.sched_setaffinity(0, [OTHER_CORE]),
    )
    try:
        assert process.stdin is not None
        process.stdin.write(json.dumps(asdict(orders)).encode())
        process.stdin.close()
        process.stdin = None
        if others is not None:
            others.pids.append(process.pid)
            meters = (*meters, others)
        while process.poll() is None:
            for meter in meters:
                meter.sample()
            time.sleep(0.1)
        out, errors = process.communicate()
    finally:
        end(process)
    if process.returncode:
        raise RunFailed(errors.decode().strip()[-2000:])
    found = json.loads(out)
    return Result(**{**found, "window": tuple(found["window"])})
