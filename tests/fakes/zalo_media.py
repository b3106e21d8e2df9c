"""The host that Zalo keeps people's pictures on: addresses that need no token and do not live long."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from itertools import count

from aiohttp import web


@dataclass
class _Kept:
    """One picture, and what its address does when somebody asks."""

    data: bytes
    mime: str = "image/jpeg"
    gone: bool = False
    leads_to: str = ""
    failures: list[int] = field(default_factory=list)


class FakeZaloMedia:
    """Serves pictures on loopback; `host` ("127.0.0.1:port") is what ZALO_MEDIA_HOSTS names. `asked` counts GETs."""

    def __init__(self) -> None:
        self.host = ""
        self.asked: Counter[str] = Counter()
        self._kept: dict[str, _Kept] = {}
        self._serial = count(1)
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen; `host` is known then."""
        app = web.Application()
        app.router.add_get("/{name}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.host = f"127.0.0.1:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        """Stop listening."""
        if self._runner is not None:
            await self._runner.cleanup()

    def keep(self, data: bytes, mime: str = "image/jpeg") -> str:
        """Return the address of a picture, good until it `expires`."""
        name = f"{next(self._serial):012}.jpg"
        self._kept[name] = _Kept(data, mime)
        return f"http://{self.host}/{name}"

    def leads(self, address: str, to: str) -> None:
        """Answer `address` with a redirect."""
        self._at(address).leads_to = to

    def expires(self, address: str) -> None:
        """Forbid `address`, as the real host does after a while."""
        self._at(address).gone = True

    def fails(self, address: str, *statuses: int) -> None:
        """Answer the next calls of `address` with `statuses`; 0 cuts the connection."""
        self._at(address).failures += statuses

    def all_expire(self) -> None:
        """Forbid every address there is."""
        for kept in self._kept.values():
            kept.gone = True

    def _at(self, address: str) -> _Kept:
        return self._kept[address.rpartition("/")[2]]

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        self.asked[name] += 1
        kept = self._kept.get(name)
        if kept is None:
            return web.Response(status=404)
        if kept.failures:
            status = kept.failures.pop(0)
            if status == 0:
                assert request.transport is not None
                request.transport.abort()
                await asyncio.sleep(0)
            return web.Response(status=status or 500)
        if kept.gone:
            return web.Response(status=403)
        if kept.leads_to:
            return web.Response(status=302, headers={"Location": kept.leads_to})
        return web.Response(body=kept.data, content_type=kept.mime)
