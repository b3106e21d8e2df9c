"""Brings the pictures people send by Zalo: their addresses need no token, do not live long, and are anybody's words."""

from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import SplitResult, urljoin, urlsplit

import aiohttp

from bot.channels.channel import FileGone, FileTooBig, NotNow

LARGEST = 10 * 1024 * 1024  # bytes; a phone's picture comes with under one
READ_SECONDS = 20.0
CONNECT_SECONDS = 5.0
REDIRECTS = 3
AGAIN = timedelta(seconds=5)
GOING = (301, 302, 303, 307, 308)
ITSELF = ("127.0.0.1", "localhost")
"""A host that is the machine itself and named with its port is asked as it is: nothing leaves the machine."""


class Pictures:
    """Fetches from `hosts` and what is below them, by https, and from nowhere else."""

    def __init__(self, hosts: Sequence[str]) -> None:
        self._hosts = hosts

    async def fetch(self, session: aiohttp.ClientSession, address: str, limit: int) -> bytes:
        """Return the picture at `address`; a redirect is followed on its own host only.

        Raises:
            FileTooBig: over `limit`, or over ten megabytes.
            FileGone: the address has expired, or leads where no picture of Zalo's is.
            NotNow: worth another try.
        """
        most = min(limit, LARGEST)
        place = self._place(address)
        for _ in range(1 + REDIRECTS):
            found = await _get(session, place.geturl(), most)
            if isinstance(found, bytes):
                return found
            onward = self._place(found, place.geturl())
            if onward.netloc != place.netloc:
                raise FileGone
            place = onward
        raise FileGone

    def _place(self, address: str, seen_at: str = "") -> SplitResult:
        """Return where `address`, which stood at `seen_at`, is asked for.

        Raises:
            FileGone: at no host we know.
        """
        try:
            parts = urlsplit(urljoin(seen_at, address))
            host, port = (parts.hostname or "").casefold(), parts.port
        except ValueError:
            raise FileGone from None
        if parts.scheme not in ("http", "https") or "@" in parts.netloc:
            raise FileGone
        if host in ITSELF and f"{host}:{port}" in self._hosts:
            return parts
        if port not in (None, 80, 443) or not any(host == known or host.endswith(f".{known}") for known in self._hosts):
            raise FileGone
        return parts._replace(scheme="https", netloc=host)


async def _get(session: aiohttp.ClientSession, address: str, most: int) -> bytes | str:
    """Return what is at `address`, or, as text, the address it leads to.

    Raises:
        FileTooBig, FileGone, NotNow: as above.
    """
    timeout = aiohttp.ClientTimeout(sock_connect=CONNECT_SECONDS, sock_read=READ_SECONDS)
    try:
        async with session.get(address, timeout=timeout, allow_redirects=False) as response:
            if response.status in GOING:
                return response.headers.get("Location", "")
            if response.status == 429 or response.status >= 500:
                raise NotNow(AGAIN)
            if response.status != 200:
                raise FileGone
            data = bytearray()
            async for chunk in response.content.iter_any():
                data += chunk
                if len(data) > most:
                    raise FileTooBig(most)
            return bytes(data)
    except aiohttp.InvalidURL:
        raise FileGone from None
    except (aiohttp.ClientError, OSError):
        raise NotNow(AGAIN) from None
