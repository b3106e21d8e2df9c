"""Ports for what has to know its own before it listens."""

import random
import socket

BELOW = range(15_000, 32_000)
"""Below those that a system draws for connections and for servers that take any: nobody gets one of these meanwhile."""

_chance = random.SystemRandom()


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody uses now, and that the system gives to nobody by itself."""
    while True:
        port = _chance.choice(BELOW)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
