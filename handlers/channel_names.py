"""What people call a channel: shown, and nothing else ever hangs on it."""

from handlers.conversation import Text, text
from storage.chats import channel_of


def name_of(channel: str) -> Text:
    """Return the name of `channel` ("zalo")."""
    return text(f"channel.{channel}")


def name_of_chat(chat: str) -> Text:
    """Return the name of the channel that `chat` is on."""
    return name_of(channel_of(chat))
