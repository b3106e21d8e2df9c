"""Who is measured: this product and its peers, each as processes with a webhook."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.processes import CHECKOUT, Fake, await_port, running
from tests.support.any_time import at_any_time
from tests.support.ports import free_port

TOKEN = "123456789:AAbenchmarkbenchmarkbenchmark"
SECRET = "secret-of-the-benchmarks"


@dataclass(frozen=True)
class Bot:
    """Running processes that share the work, and where their webhooks are."""

    processes: tuple["subprocess.Popen[bytes]", ...]
    urls: tuple[str, ...]


@contextmanager
def peer(script: str, python: str, fake: Fake, folder: Path, cores: list[int]) -> Iterator[Bot]:
    """Run a script of benchmarks/peers by `python`, an interpreter of an environment that has its library."""
    port = free_port()
    environment = {"TOKEN": TOKEN, "SECRET": SECRET, "API_URL": fake.url, "PORT": str(port)}
    command = [python, str(CHECKOUT / "benchmarks" / "peers" / f"{script}.py")]
    with running(command, environment, folder / "bot.log", cores) as process:
        fake.await_webhooks(1, [process])
        await_port(port, process)
        yield Bot((process,), (f"http://127.0.0.1:{port}/hook",))


@contextmanager
def product(
    database: str, fake: Fake, folder: Path, cores: list[int], *, count: int = 1, preload: str = "", profile: str = "",
    pace: int = 0,
) -> Iterator[Bot]:  # fmt: skip
    """Run `count` processes of the product on `database`."""
    with ExitStack() as opened:
        processes, urls = [], []
        for number in range(count):
            port = free_port()
            environment = {
                "TELEGRAM_TOKEN": TOKEN,
                "TELEGRAM_API_URL": fake.url,
                "TELEGRAM_MODE": "webhook",
                "TELEGRAM_WEBHOOK_SECRET": SECRET,
                "TELEGRAM_PACE": str(pace),
                "PUBLIC_URL": f"http://127.0.0.1:{port}",
                "HTTP_PORT": str(port),
                "DATABASE_URL": database,
                "DATA_DIR": str(folder / "data"),
                **at_any_time(folder),
            }
            if preload:
                environment["LD_PRELOAD"] = preload
            if profile:
                environment["PROFILE"] = profile
            command = [sys.executable, "-m", "benchmarks.product_process"]
            log = folder / f"bot{number}.log"
            processes.append(opened.enter_context(running(command, environment, log, cores)))
            urls.append(f"http://127.0.0.1:{port}/telegram/telegram")
            await_port(port, processes[-1])
        fake.await_webhooks(1, processes)
        yield Bot(tuple(processes), tuple(urls))


def errors(folder: Path) -> list[str]:
    """Return what a bot logged as an error; there must be nothing."""
    lines = [line for log in folder.glob("bot*.log") for line in log.read_text(errors="replace").splitlines()]
    return [line for line in lines if '"level": "error"' in line or " ERROR " in line or "Traceback" in line]
