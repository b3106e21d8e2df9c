"""What a refusal of the Official Account API means for what we owe: the whole table (ZALO 3.10), in its order."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

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
    WindowClosed,
)
from bot.channels.oa_grants import NotGranted
from bot.channels.oa_request import Broken, Failed, Lost, NotSent

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
"""The platform's: its days begin here, and its nights, whatever zone the product is set to."""

AGAIN = timedelta(seconds=2)
SLOW_DOWN = timedelta(seconds=15)
"""How long the bot rests after -32; the platform counts a minute's calls and names no delay."""

MORNING = time(6, 5)
"""When what may not leave at night (22:00-05:59) may."""

TOKEN = (-216, -220, -124)
CONFIGURATION = (-204, -205, -209, -212, -219, -221, -223, -224, -235, -242)
UNPAID = (-320, -321)
"""The account has no money for what costs some: whoever wrote within 48 hours is still reached."""

TOO_FAST = -32
IN_TROUBLE = -200
QUOTA = (-211, -115, -144, -147)
QUOTA_OF_ONE = -218
WINDOW = (-230, -232)
RECIPIENT = (-213, -217, -227, -244)
NIGHT = (-234, -133)

ATTACHMENT_GONE = -100
BODY_REFUSED = (-201, -233)


def meaning(error: Exception, now: datetime) -> SendError:
    """Return what the sender does about `error` of a call at `now` (UTC)."""
    match error:
        case Failed():
            return _failed(error, now)
        case Broken(status=429):
            return NotNow(SLOW_DOWN, whole_bot=True, counts=False)
        case Broken(status=502 | 503):  # for hours, if need be: what is owed waits
            return OutOfOrder("the platform is out of order")
        case Broken(status=status) if 400 <= status < 500:
            return Refused(f"HTTP {status}")
        case Broken(status=status) if status >= 500 and status != 504:  # which is a timeout: it may have been done
            return PlatformError(f"HTTP {status}")
        case NotGranted():
            return ChannelDown("the account's administrator has to grant it")
        case NotSent():
            return Unreachable("no connection")
        case Broken() | Lost():
            return Unknown(type(error).__name__)
    raise error


def _failed(error: Failed, now: datetime) -> SendError:
    match error.code:
        case code if code in TOKEN or code in CONFIGURATION:
            return ChannelDown(error.reason)
        case code if code in WINDOW or code in UNPAID:
            return WindowClosed(error.reason)
        case code if code in QUOTA:
            return QuotaSpent(_at(time(0), now))
        case code if code == QUOTA_OF_ONE:
            return NotNow(_at(time(0), now) - now, counts=False)
        case code if code in RECIPIENT:
            return ChatClosed(error.reason)
        case code if code == TOO_FAST:
            return NotNow(SLOW_DOWN, whole_bot=True, counts=False)
        case code if code == ATTACHMENT_GONE:
            return NotNow(AGAIN)
        case code if code == IN_TROUBLE:
            return PlatformError(error.reason)
        case code if code in NIGHT:
            return NotNow(_at(MORNING, now) - now, counts=False)
        case _:  # a field, a template, a document: it is refused each time
            return Refused(error.reason)


def _at(clock: time, now: datetime) -> datetime:
    """Return when it is `clock` next in the platform's zone."""
    local = now.astimezone(ZONE)
    at = local.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
    return (at if at > local else at + timedelta(days=1)).astimezone(now.tzinfo)
