"""python-telegram-bot's request layer on an aiohttp session: one sixth of the CPU a message of its own."""

import json
import logging
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from telegram.warnings import PTBDeprecationWarning

CONNECTIONS = 256
CONNECT_SECONDS = 5.0
READ_SECONDS = 10.0
UPLOAD_SECONDS = 60.0  # the server answers an upload only after passing the file on
POOL_SECONDS = 5.0

_AS_JSON = {"Content-Type": "application/json"}

# Below INFO the library writes its address, which holds the token, and what people are told.
logging.getLogger("telegram").setLevel(logging.INFO)
# The library warns of its own attribute whenever the platform slows us down; we read both types.
warnings.filterwarnings("ignore", message=".*retry_after", category=PTBDeprecationWarning)


class NotSent(NetworkError):
    """Certainly not sent: no connection was made. Any other network error may have been delivered."""


class TooLarge(Exception):
    """A download went over its limit."""


@dataclass(frozen=True, slots=True)
class _Parameters:
    """What the library's RequestData is to a request, of values that are JSON already."""

    parameters: Mapping[str, object]
    contains_files: bool = False


class AiohttpRequest(BaseRequest):
    """The seam of `telegram.Bot`.

    aiohttp's exceptions carry the address, and the address the token: they end here, and their names alone
    are passed on.
    """

    __slots__ = ("_session",)

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds without a byte before giving up on an answer."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Nothing: the session opens with the first request, inside the running loop."""

    async def shutdown(self) -> None:
        """Close the session with its connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Return (status, body); timeouts in seconds, None waits for ever.

        Raises:
            NotSent: no connection.
            TimedOut, NetworkError: it may have been delivered.
        """
        has_files = request_data is not None and request_data.contains_files
        waiting = READ_SECONDS if not has_files else UPLOAD_SECONDS
        # aiohttp's reading clock already runs while the body is written, so the two are one.
        read = _sum(_given(read_timeout, waiting), _given(write_timeout, 0.0))
        connect = _given(connect_timeout, CONNECT_SECONDS)
        timeout = aiohttp.ClientTimeout(
            connect=_sum(connect, _given(pool_timeout, POOL_SECONDS)), sock_connect=connect, sock_read=read
        )
        body: dict[str, Any] = {}
        if request_data is not None and has_files:
            body = {"data": _multipart(request_data)}
        elif request_data is not None:
            values = json.dumps(request_data.parameters, ensure_ascii=False, separators=(",", ":"))
            body = {"data": values.encode("utf-8", "replace"), "headers": _AS_JSON}
        lost: TelegramError
        try:
            async with self._open().request(method, url, timeout=timeout, allow_redirects=False, **body) as response:
                return response.status, await response.read()
        except (aiohttp.ClientError, OSError) as error:
            lost = failure(error)
        raise lost

    async def call(self, url: str, parameters: Mapping[str, object]) -> Any:
        """Call a method with `parameters` as JSON values and return its result.

        Raises:
            TelegramError: as the library reads the answer.
        """
        return await self.post(url, _Parameters(parameters))  # type: ignore[arg-type]

    async def download(self, url: str, limit: int) -> tuple[int, bytes]:
        """Return (status, bytes) of a file.

        Raises:
            TooLarge: it has more than `limit` bytes; no more than those were read.
            NetworkError: the connection failed; another try does no harm.
        """
        timeout = aiohttp.ClientTimeout(connect=CONNECT_SECONDS + POOL_SECONDS, sock_read=READ_SECONDS)
        lost: TelegramError
        try:
            async with self._open().get(url, timeout=timeout, allow_redirects=False) as response:
                data = bytearray()
                async for chunk in response.content.iter_any():
                    data += chunk
                    if len(data) > limit:
                        raise TooLarge
                return response.status, bytes(data)
        except (aiohttp.ClientError, OSError) as error:
            lost = failure(error)
        raise lost

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the answer; the library's own would log what does not parse, personal or not."""
        try:
            answer = json.loads(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("Invalid server response")
        return answer

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS),
                headers={"User-Agent": self.USER_AGENT},
                cookie_jar=aiohttp.DummyCookieJar(),
            )
        return self._session


def _given(seconds: Any, otherwise: float) -> float | None:
    return otherwise if seconds is BaseRequest.DEFAULT_NONE else seconds


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def _multipart(data: RequestData) -> aiohttp.FormData:
    """Return the form; file names leave as UTF-8 as they are, the server does not undo percent signs."""
    form = aiohttp.FormData(quote_fields=False, charset="utf-8")
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


def failure(error: Exception) -> TelegramError:
    """Name what happened; nothing of `error`'s own words, they may hold the address."""
    name = type(error).__name__
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError | aiohttp.InvalidURL):
        return NotSent(name)
    if isinstance(error, TimeoutError):
        return TimedOut(name)
    return NetworkError(name)
