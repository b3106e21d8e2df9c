"""Files people sent, checked in child processes that may die of them."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from dataclasses import asdict, dataclass

from journey.refusal import Refused
from papers.documents import Document, DocumentKind
from papers.essay_text import Reading
from papers.inspection import FRAME, MOST, decode
from papers.pictures import Picture

SLACK = 10.0
"""Seconds beyond a check's patience in which its server starts and answers, then it is killed too."""


@dataclass(frozen=True)
class Limits:
    """Of one check; a photo of twelve megapixels takes a quarter of a second and 150 MB."""

    max_pixels: int = 40_000_000
    memory: int = 600 << 20
    """Address space of the child, in bytes."""
    seconds: int = 5
    """CPU time of the child."""
    patience: float = 15
    """Wall-clock seconds, then it is killed."""


class InspectionFailed(Refused):
    """The child died of the file or was killed for taking too long; or its server was."""


class Inspector:
    """Checks files, `at_once` at a time, each of them a server (papers.inspection_server) that forks a child a file.

    A server is started when it is first needed, and anew after one that died. It inherits no environment, so it
    knows no token; it ends with us, however we end.
    """

    def __init__(self, at_once: int) -> None:
        self._room = asyncio.Semaphore(at_once)
        self._resting: list[Process] = []

    async def inspect(self, data: bytes, name: str, limits: Limits) -> Picture | Document:
        """Return the picture or document that `data` is; `name` is as sent, "" of a photo without one.

        Raises:
            InspectionFailed: there was no answer.
            Refused: see check_picture and check_document.
            OSError: no server can be started.
        """
        found = await self._answer(data, limits, name=name, kind="")
        if isinstance(found, Reading):
            raise InspectionFailed
        return found

    async def read(self, data: bytes, kind: DocumentKind, limits: Limits) -> Reading:
        """Return what a document says that inspect() found to be of `kind`.

        Raises:
            InspectionFailed: there was no answer.
            OSError: no server can be started.
        """
        found = await self._answer(data, limits, name="", kind=kind.value)
        if not isinstance(found, Reading):
            raise InspectionFailed
        return found

    async def _answer(self, data: bytes, limits: Limits, *, name: str, kind: str) -> Picture | Document | Reading:
        head = json.dumps({**asdict(limits), "name": name, "kind": kind}).encode() + b"\n"
        async with self._room:
            server = await self._server()
            try:
                async with asyncio.timeout(limits.patience + SLACK):
                    answer = await _ask(server, head, data)
            except (TimeoutError, OSError, EOFError, ValueError) as error:
                await _kill(server)
                raise InspectionFailed from error
            except BaseException:  # cancelled: the answer under way would be taken for that of the next file
                await _kill(server)
                raise
            self._resting.append(server)
        try:
            return decode(answer)
        except (ValueError, KeyError, TypeError) as error:
            raise InspectionFailed from error

    async def stop(self) -> None:
        """End the servers, when nothing is under inspection any more."""
        while self._resting:
            await _kill(self._resting.pop())

    async def _server(self) -> Process:
        """Return the one that rested last and lives, or a new one."""
        while self._resting:
            server = self._resting.pop()
            if server.returncode is None:
                return server
            await _kill(server)
        return await asyncio.create_subprocess_exec(
            sys.executable,
            *("-I", "-m", "papers.inspection_server"),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            env={},
            limit=MOST,  # asyncio stops reading beyond it, and would not notice the end of a process it does not read
            start_new_session=True,  # Ctrl-C is for the product; a group of its own, to be killed with its child
        )


async def _ask(server: Process, head: bytes, data: bytes) -> bytes:
    """Return the server's answer to one order; an empty one when the child gave none.

    Raises:
        OSError, EOFError, ValueError: the server is gone, or out of its mind.
    """
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(FRAME.pack(len(head) + len(data)) + head)
    server.stdin.write(data)
    await server.stdin.drain()
    (size,) = FRAME.unpack(await server.stdout.readexactly(FRAME.size))
    if size > MOST:
        raise ValueError(size)
    return await server.stdout.readexactly(size)


async def _kill(server: Process) -> None:
    assert server.stdin is not None
    server.stdin.close()
    if server.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
    await server.wait()
