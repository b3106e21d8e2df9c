"""Calls to the Zalo Bot Platform, typed by what became of them: https://docs.zaloplatforms.com/docs/BOT.

A failure may come as HTTP 200, so `ok` decides and the status only where there is no answer of the platform's own.
The token is part of every address: no address, and no exception that holds one, leaves this file.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import aiohttp

PUBLIC_API = "https://bot-api.zaloplatforms.com"
CONNECTIONS = 64
CONNECT_SECONDS = 5.0
CALL_SECONDS = 30.0

NONE: Mapping[str, str] = MappingProxyType({})


class ZaloError(Exception):
    """A call that brought no result."""


class NotSent(ZaloError):
    """Certainly nothing was done: no connection was made."""


class Lost(ZaloError):
    """Perhaps it was done: no answer in time, a connection cut, or an answer that cannot be read."""


class Failed(ZaloError):
    """The server, or a gateway before it, answered with an HTTP `status` and nothing of the platform's own."""

    def __init__(self, status: int) -> None:
        super().__init__(f"HTTP {status}")
        self.status = status


class Denied(ZaloError):
    """The platform said no, with its own `code` and `description`."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(f"{code}")
        self.code = code
        self.description = description


class Client:
    """One bot's calls. The session opens with the first, inside the running loop."""

    def __init__(self, token: str, api_url: str) -> None:
        self._address = f"{api_url.rstrip('/')}/bot{token}"
        self._session: aiohttp.ClientSession | None = None

    @property
    def session(self) -> aiohttp.ClientSession:
        """Return what calls are made with."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS), cookie_jar=aiohttp.DummyCookieJar()
            )
        return self._session

    async def call(self, method: str, parameters: Mapping[str, str] = NONE, seconds: float = CALL_SECONDS) -> Any:
        """Call `method` and return its result; give up `seconds` after a connection is there.

        Raises:
            ZaloError: NotSent, Lost, Failed or Denied.
        """
        timeout = aiohttp.ClientTimeout(
            total=CONNECT_SECONDS + seconds, sock_connect=CONNECT_SECONDS, sock_read=seconds
        )
        problem: ZaloError
        try:
            async with self.session.post(
                f"{self._address}/{method}", json=dict(parameters), timeout=timeout, allow_redirects=False
            ) as response:
                return _result(response.status, await response.read())
        except ZaloError as error:
            problem = error
        except (aiohttp.ClientError, OSError) as error:
            problem = _failure(error)
        raise problem

    async def close(self) -> None:
        """Close the session with its connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()


def _result(status: int, body: bytes) -> Any:
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, Mapping) or not isinstance(answer.get("ok"), bool):
        raise Lost("not an answer") if 200 <= status < 300 else Failed(status)
    if answer["ok"]:
        return answer.get("result")
    found = answer.get("error_code")
    code: int = found if isinstance(found, int) and not isinstance(found, bool) else status
    raise Denied(code, str(answer.get("description") or ""))


def _failure(error: Exception) -> ZaloError:
    """Name what happened; nothing of `error`'s own words, they may hold the address."""
    name = type(error).__name__
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError | aiohttp.InvalidURL):
        return NotSent(name)
    return Lost(name)
