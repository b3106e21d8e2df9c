"""HTTP as the Official Account's two servers speak it: what went wrong stands in the body, at status 200.

aiohttp's exceptions carry addresses and headers, and a header the token: they end here, and their names alone are
passed on.
"""

import json
from collections.abc import Mapping
from typing import Any

import aiohttp

CONNECTIONS = 64
CONNECT_SECONDS = 5.0
READ_SECONDS = 10.0
UPLOAD_SECONDS = 60.0
LARGEST_ANSWER = 1024 * 1024
LONGEST_REASON = 200
"""Characters of a refusal that are kept; whoever answers may write anything into it."""


class Failed(Exception):
    """The platform did nothing and says why: its code, and its own wording."""

    def __init__(self, code: int, reason: str = "") -> None:
        super().__init__(str(code))
        self.code = code
        self.reason = f"{code} {reason}".replace("\x00", "").encode("utf-8", "replace").decode()[:LONGEST_REASON]


class Broken(Exception):
    """An answer that is none of the platform's own: what stands before it, or it itself, is in trouble (`status`)."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


class NotSent(Exception):
    """Certainly nothing was done: no connection was made."""


class Lost(Exception):
    """No answer came; it may have been done."""


class OaRequest:
    """One session for all calls; it opens with the first, inside the running loop."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    async def call(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        body: object = None,
        form: aiohttp.FormData | Mapping[str, str] | None = None,
        query: Mapping[str, str] | None = None,
        patience: float = READ_SECONDS,
    ) -> Mapping[str, Any]:
        """Return the whole answer of a call that went well; `body` leaves as JSON, `patience` is in seconds.

        Raises:
            Failed, Broken, NotSent, Lost.
        """
        timeout = aiohttp.ClientTimeout(total=CONNECT_SECONDS + patience, sock_connect=CONNECT_SECONDS)
        sent: dict[str, Any] = {"data": form}
        if body is not None:
            plain = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
            sent = {"data": plain}
            headers = {**headers, "Content-Type": "application/json"}
        problem: Exception
        try:
            async with self.session.request(
                method, url, headers=headers, params=query, timeout=timeout, allow_redirects=False, **sent
            ) as response:
                return _read(response.status, await response.content.read(LARGEST_ANSWER))
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL) as error:
            problem = NotSent(type(error).__name__)
        except (aiohttp.ClientError, OSError) as error:
            problem = Lost(type(error).__name__)
        raise problem

    async def close(self) -> None:
        """Close the session with its connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    @property
    def session(self) -> aiohttp.ClientSession:
        """Return the open session, for what people sent, which is fetched without a token."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS), cookie_jar=aiohttp.DummyCookieJar()
            )
        return self._session


def _read(status: int, plain: bytes) -> Mapping[str, Any]:
    """Return an answer as JSON.

    Raises:
        Failed, Broken.
    """
    try:
        answer = json.loads(plain)
    except ValueError:
        raise Broken(status) from None
    if not isinstance(answer, dict):
        raise Broken(status)
    code = answer.get("error", 0)
    if isinstance(code, str) and code.lstrip("-").isdigit():
        code = int(code)
    if code not in (0, None):
        reason = answer.get("message") or answer.get("error_description") or answer.get("error_name") or ""
        raise Failed(code if isinstance(code, int) else status, str(reason))
    if status != 200:
        raise Broken(status)
    return answer
