"""Stopping: whatever the chat waits for, it waits no more."""

from dataclasses import replace

from handlers import menu
from handlers.conversation import Conversation, InboxMessage, Turn, text
from storage import submissions


async def open_(message: InboxMessage, *_args: str) -> Turn:
    """Leave the step the chat is at; drafts that hold something and what was handed in stay."""
    assert message.person is not None
    await submissions.forget_empty(message.person.id)
    shown = await menu.screen(message.person, message)
    return Turn(says=(replace(shown, text=text("cancel.done")),), step=None)


CANCEL = Conversation("cancel", command="/huy", open_=open_, actions={"open": open_})
