"""The product as real processes: started, seen to be up, killed."""

import asyncio
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

UP = "đang nhận tin".encode()
PATIENCE = 60.0
"""Seconds a process may take to be up, or to stop in order, on a machine that is busy with other things."""


class Ground(Protocol):
    """What processes stand on: a folder, and the settings of each in its environment."""

    @property
    def folder(self) -> Path: ...
    def environment(self, number: int, mode: str) -> Mapping[str, str]: ...


class EndedByItself(Exception):
    """A process ended that nobody had killed: (status, its log)."""


class Process:
    """One slot among the product's processes: who sits in it dies and is replaced at once."""

    def __init__(self, ground: Ground, number: int) -> None:
        self._ground = ground
        self._number = number
        self._log = ground.folder / f"process-{number}.log"
        self._process: asyncio.subprocess.Process | None = None
        self._reader: asyncio.Task[None] | None = None
        self._up = asyncio.Event()
        self.mode = "polling"

    @property
    def log(self) -> Path:
        """Everything the processes of this slot said."""
        return self._log

    @property
    def is_up(self) -> bool:
        return self._up.is_set()

    async def start(self) -> None:
        """Start one; return at once."""
        self._up = asyncio.Event()
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", cwd=self._ground.folder,
            env=self._ground.environment(self._number, self.mode),
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        self._reader = asyncio.create_task(self._read(self._process, self._up))

    async def up(self) -> None:
        """Return when it takes messages.

        Raises:
            EndedByItself, TimeoutError: it never will; its log says why.
        """
        assert self._process is not None
        waits = [asyncio.create_task(self._up.wait()), asyncio.create_task(self._process.wait())]
        try:
            await asyncio.wait(waits, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
        if self._process.returncode is not None:
            raise EndedByItself(self._process.returncode, self.log)
        if not self.is_up:
            raise TimeoutError(f"not up after {PATIENCE:g} s; see {self.log}")

    async def kill(self) -> int | None:
        """Kill -9; return the status it had ended with before, None when it was alive."""
        assert self._process is not None
        before = self._process.returncode
        if before is None:
            self._process.kill()
        await self._gone()
        return before

    async def stop(self) -> int:
        """Stop it in order; return its status."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(self._process.wait(), PATIENCE)
        await self._gone()
        return int(self._process.returncode or 0)

    async def end(self) -> None:
        """Leave nothing running, whatever went before."""
        if self._process is not None:
            await self.kill()

    async def _gone(self) -> None:
        assert self._process is not None
        assert self._reader is not None
        await self._process.wait()
        self._reader.cancel()  # a child that checks a picture may hold the pipe a moment longer

    async def _read(self, process: asyncio.subprocess.Process, up: asyncio.Event) -> None:
        assert process.stdout is not None
        with self._log.open("ab") as log:
            async for line in process.stdout:
                log.write(line)
                log.flush()
                if UP in line:
                    up.set()
