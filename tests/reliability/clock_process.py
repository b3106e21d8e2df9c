"""One process of the product by a shared clock: `python -m tests.reliability.clock_process DATABASE CLOCK FOLDER`."""

import asyncio
import sys
from pathlib import Path

from pydantic import SecretStr

from bot import logs
from bot.service import Service
from bot.settings import Settings
from tests.reliability.shared_clock import SharedClock

UP = "up"
"""What it prints when it is up."""


async def run(url: str, clock: Path, folder: Path) -> None:
    """Run until killed; phones on a page are its channel."""
    settings = Settings(_env_file=None, database_url=SecretStr(url), data_dir=folder, http_port=0, sandbox=True)
    await Service(settings, clock=SharedClock(clock), demo=False).start()
    print(UP, flush=True)  # noqa: T201 - for whoever kills it
    await asyncio.Event().wait()


if __name__ == "__main__":
    logs.configure("INFO", whole_errors=True)
    asyncio.run(run(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
