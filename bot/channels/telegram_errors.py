"""What a refusal of the Bot API means for what we owe: the whole table, in its order."""

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.channels.channel import (
    CardGone,
    ChannelDown,
    ChatClosed,
    ChatMoved,
    NotNow,
    Refused,
    SendError,
    Unknown,
    Unreachable,
)
from bot.channels.telegram_request import NotSent

AGAIN = timedelta(seconds=2)

LONGEST_REASON = 300
"""Characters of a refusal that are kept; whoever answers may write anything into it."""

# The server's own wordings: Client::fail_query_with_error in github.com/tdlib/telegram-bot-api.
ALREADY_SO = (
    "message is not modified",
    "query is too old",
    "query id is invalid",
    "message to delete not found",
)
CARD_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "there is no text in the message to edit",
)
CHAT_CLOSED = ("user is deactivated", "bot was blocked", "bot was kicked", "peer_id_invalid")


def meaning(error: TelegramError, channel: str) -> SendError | None:
    """Return what the sender does about `error`; None: what was asked for is so already.

    The order matters: BadRequest and TimedOut are NetworkErrors to the library, and permanent ones must not
    be tried again. "can't parse entities" is met by the channel itself, which sends the same words plain.
    """
    match error:
        case RetryAfter():
            return NotNow(delay(error), whole_bot=True, counts=False)
        case ChatMigrated():
            return ChatMoved(f"{channel}:{error.new_chat_id}")
        case Forbidden():
            return ChatClosed(error.message)
        case BadRequest():
            return _bad_request(error.message)
        case InvalidToken():
            return ChannelDown("the token was refused")
        case Conflict():
            return ChannelDown("another process polls this bot, or a webhook is set")
        case NotSent():
            return Unreachable("no connection")
        case _:  # TimedOut, a connection lost, 5xx, an answer that is not JSON
            return Unknown(type(error).__name__)


def delay(error: RetryAfter) -> timedelta:
    """Return how long the platform asks us to wait; the library's number becomes a timedelta one day."""
    after = error.retry_after
    return after if isinstance(after, timedelta) else timedelta(seconds=after)


def _bad_request(reason: str) -> SendError | None:
    words = reason.casefold()
    if any(known in words for known in ALREADY_SO):
        return None
    if any(known in words for known in CARD_GONE):
        return CardGone(reason)
    if any(known in words for known in CHAT_CLOSED):
        return ChatClosed(reason)
    return Refused(reason.replace("\x00", "").encode("utf-8", "replace").decode()[:LONGEST_REASON])
