"""Files people sent, checked in a child process that may die of them."""

import asyncio
import json
import sys
from dataclasses import asdict, dataclass

from journey.refusal import Refused
from papers.documents import Document
from papers.inspection import decode
from papers.pictures import Picture


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
    """The child died of the file or was killed for taking too long."""


async def inspect(data: bytes, name: str, limits: Limits) -> Picture | Document:
    """Return the picture or document that `data` is; `name` is as sent, "" of a photo without one.

    The child inherits no environment, so it knows no token.

    Raises:
        InspectionFailed: it gave no answer.
        Refused: see check_picture and check_document.
    """
    order = {**asdict(limits), "name": name}
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-I", "-m", "papers.inspection"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={},
    )
    try:
        async with asyncio.timeout(limits.patience):
            answer, _ = await child.communicate(json.dumps(order).encode() + b"\n" + data)
        return decode(answer)
    except (TimeoutError, ValueError, KeyError, TypeError) as error:
        raise InspectionFailed from error
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
