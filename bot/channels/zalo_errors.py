"""What a refusal of the Zalo Bot Platform means for what we owe: the whole table.

Its codes stand in the body, whatever the HTTP status; https://docs.zaloplatforms.com/docs/BOT names them.
"""

from datetime import timedelta

from bot.channels.channel import (
    ChannelDown,
    ChatClosed,
    NotNow,
    OutOfOrder,
    PlatformError,
    QuotaSpent,
    Refused,
    SendError,
    Unknown,
    Unreachable,
)
from bot.channels.zalo_client import Denied, Failed, NotSent, ZaloError

SLOWER = timedelta(seconds=30)
"""The pause after a gateway's HTTP 429, which is no quota of the platform's; none is documented."""

NOTHING_NEW = 408
"""How a poll is answered that brought nothing."""

NONE_SET = 404
"""How it may be answered that there is no webhook."""

INTERNAL = 403
"""What Zalo's own table calls an internal server error: worth another try or two."""

LONGEST_REASON = 300
"""Characters of a refusal that are kept; whoever answers may write anything into it."""


def meaning(error: ZaloError) -> SendError:
    """Return what the sender does about `error`."""
    match error:
        case NotSent():
            return Unreachable("no connection")
        case Denied():
            return _denied(error.code, _reason(error.description))
        case Failed():
            return _failed(error.status)
        case _:  # no answer in time, a connection cut, an answer that is not JSON
            return Unknown(str(error))


def _denied(code: int, reason: str) -> SendError:
    match code:
        case 401:
            return ChannelDown("the token was refused")
        case 404 if "chat" in reason.casefold() or "user" in reason.casefold():
            return ChatClosed(reason)
        case 429:  # the plan's quota of the month; no moment is told
            return QuotaSpent()
        case _:
            return _trouble(code) or Refused(f"{code} {reason}".strip())


def _failed(status: int) -> SendError:
    """Return what an answer means that is no answer of the platform's own: a gateway's, most of the time."""
    match status:
        case 401:
            return ChannelDown("the token was refused")
        case 429:
            return NotNow(SLOWER, whole_bot=True, counts=False)
        case _:
            return _trouble(status) or Refused(f"HTTP {status}")


def _trouble(code: int) -> SendError | None:
    """Return what it means when the platform does not do its work; None: it is another matter."""
    if code in (NOTHING_NEW, 504):  # perhaps it is done after all
        return Unknown("the platform timed out")
    if code in (502, 503):
        return OutOfOrder("the platform is out of order")
    return PlatformError(f"error {code}") if code >= 500 else None


def _reason(description: str) -> str:
    return description.replace("\x00", "").encode("utf-8", "replace").decode()[:LONGEST_REASON]
