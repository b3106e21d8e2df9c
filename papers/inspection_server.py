"""A process that stays and has each file looked at by a child of its own: `python -I -m papers.inspection_server`.

It loads Python and Pillow once, so that a photo costs a fork. It reads orders and passes on answers; the bytes of
a file are looked at by the child alone, which may die of them or be killed.

In:  a frame an order: its length, a line of JSON {name, kind, max_pixels, memory, seconds, patience}, then the file.
Out: a frame an answer, as papers.inspection writes it; an empty one when the child gave none.
The next order comes after the answer. So what can be read before that is the end of the product.
"""

import ctypes
import gc
import json
import os
import resource
import select
import signal
import sys
import time
from contextlib import suppress
from typing import Any, BinaryIO, NoReturn

from PIL import Image

from papers.inspection import FRAME, MOST, carry_out, encode

_NICENESS = 10  # replies to people go first
_ORDERS, _ANSWERS = 0, 1
_PIECE = 1 << 16
_PR_SET_PDEATHSIG = 1  # prctl(2)


def main() -> None:
    """Answer orders until the product closes our input, or is gone."""
    _die_with(os.getppid())
    os.nice(_NICENESS)
    Image.init()  # else each child would load Pillow's formats anew
    b"".decode("cp437")  # and this, the names' encoding in a zip
    gc.freeze()  # children need not copy what we loaded
    orders = sys.stdin.buffer
    while order := _read_frame(orders):
        _write(_ANSWERS, _inspect(order))


def _read_frame(source: BinaryIO) -> bytes:
    """Return the next order; nothing at the end."""
    head = source.read(FRAME.size)
    return source.read(*FRAME.unpack(head)) if len(head) == FRAME.size else b""


def _inspect(order: bytes) -> bytes:
    """Return the frame a child answers `order` with; an empty one when it died, hung or was cut off."""
    end = order.index(b"\n")
    limits = json.loads(order[:end])
    until = time.monotonic() + limits["patience"]
    server = os.getpid()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_the_child(server, writing, limits, order[end + 1 :])
    os.close(writing)
    try:
        frame = _hear(reading, until)
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    is_whole = len(frame) >= FRAME.size and FRAME.unpack_from(frame)[0] == len(frame) - FRAME.size
    return frame if is_whole else FRAME.pack(0)


def _hear(reading: int, until: float) -> bytes:
    """Return what comes until its end, or until the clock says `until`, or until it is too much."""
    heard = bytearray()
    while (left := until - time.monotonic()) > 0 and len(heard) <= FRAME.size + MOST:
        ready, _, _ = select.select([reading, _ORDERS], [], [], left)
        if _ORDERS in ready:
            raise SystemExit
        if ready:
            piece = os.read(reading, _PIECE)
            if not piece:
                break
            heard += piece
    return bytes(heard)


def _be_the_child(server: int, writing: int, limits: dict[str, Any], data: bytes) -> NoReturn:
    """Check `data`, write the answer and end, without ever going back to the server's work."""
    status = 1
    try:
        _die_with(server)
        _leave_to_the_server(_ORDERS, _ANSWERS)
        _limit(resource.RLIMIT_AS, limits["memory"])
        _limit(resource.RLIMIT_CPU, limits["seconds"])
        _limit(resource.RLIMIT_FSIZE, 0)
        _limit(resource.RLIMIT_CORE, 0)
        answer = encode(carry_out(limits, data))
        _write(writing, FRAME.pack(len(answer)) + answer)
        status = 0
    finally:
        os._exit(status)


def _leave_to_the_server(*streams: int) -> None:
    """Close what leads to the product: a child that a file has taken over must not answer for another's file."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in streams:
        os.dup2(nothing, stream)
    os.close(nothing)


def _write(where: int, what: bytes) -> None:
    left = memoryview(what)
    while left:
        left = left[os.write(where, left) :]


def _die_with(parent: int) -> None:
    """Have the kernel end us with `parent`; where it cannot, the end of our input does."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _limit(what: int, most: int) -> None:
    with suppress(ValueError, OSError):  # macOS takes no RLIMIT_AS; a limit set from outside may be lower still
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    main()
