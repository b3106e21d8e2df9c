"""Which failures are certainly not sent, and that none of them tells the address."""

import aiohttp
import pytest
from telegram.error import NetworkError, TimedOut

from bot.channels.telegram_request import NotSent, failure

ADDRESS = "http://127.0.0.1/bot123456789:AAsecret/sendMessage"


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (aiohttp.ConnectionTimeoutError(f"Connection timeout to host {ADDRESS}"), NotSent),
        (aiohttp.InvalidURL(ADDRESS), NotSent),
        (aiohttp.SocketTimeoutError(f"Timeout on reading data from {ADDRESS}"), TimedOut),
        (TimeoutError(ADDRESS), TimedOut),
        (aiohttp.ServerDisconnectedError(ADDRESS), NetworkError),
        (ConnectionResetError(ADDRESS), NetworkError),
        (aiohttp.ClientPayloadError(ADDRESS), NetworkError),
    ],
)
def test_a_failure_keeps_its_kind_and_not_its_address(error: Exception, expected: type[NetworkError]) -> None:
    named = failure(error)
    assert type(named) is expected
    assert "AAsecret" not in str(named)
