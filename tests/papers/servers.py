"""The processes in which files are inspected, seen from outside."""

import io

import psutil
from PIL import Image

from tests.support.driver import until


def slow_photo() -> bytes:
    """Return a picture that takes a good part of a second to check: long enough to be met at work."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((6000, 6000)).convert("RGB").save(out, "PNG", compress_level=1)
    return out.getvalue()


def servers(product: int | None = None) -> list[psutil.Process]:
    """Return the servers of the process `product`; None is this one."""
    return [child for child in psutil.Process(product).children() if _is_server(child)]


def _is_server(process: psutil.Process) -> bool:
    try:
        return "papers.inspection_server" in process.cmdline()
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return False


async def child_at_work(product: int | None = None) -> psutil.Process:
    """Return the first child that a server of `product` has at work on slow_photo, stopped in the middle of it."""
    found: list[psutil.Process] = []

    def is_met() -> bool:
        found[:] = [child for server in servers(product) for child in server.children() if _is_warm(child)]
        return bool(found)

    await until(is_met)
    found[0].suspend()
    return found[0]


def _is_warm(child: psutil.Process) -> bool:
    """Say whether it has worked for a while; just after its birth it has not taken its leave of the server."""
    try:
        return bool(child.cpu_times().user >= 0.05)
    except psutil.NoSuchProcess:
        return False


async def ends(process: psutil.Process) -> None:
    """Return when `process` runs no more, whether or not anybody has asked what became of it."""
    await until(lambda: not is_alive(process))


def is_alive(process: psutil.Process) -> bool:
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
