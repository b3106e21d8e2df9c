"""Stopping: whatever the chat waits for, it waits no more."""

from dataclasses import replace

from handlers import menu
from handlers.conversation import Conversation, InboxMessage, Turn, text


async def open_(message: InboxMessage, *_args: str) -> Turn:
    """Leave the step the chat is at; drafts and what was handed in stay."""
    assert message.person is not None
    return Turn(says=(replace(menu.screen(message.person), text=text("cancel.done")),), step=None)


CANCEL = Conversation("cancel", command="/huy", open_=open_, actions={"open": open_})
