"""What a person began on one channel goes on on another: the step that waits there asks again here."""

from dataclasses import replace

from handlers.channel_names import name_of_chat
from handlers.conversation import Choice, Conversation, InboxMessage, Text, Turn, Waiting, choice, say, text
from storage import conversations
from storage.chats import channel_of

RESTING = frozenset({"secretary.find", "attendance.find"})
"""Steps of a list that also takes a name: nothing is in hand there."""


async def in_hand(message: InboxMessage) -> list[Waiting]:
    """Return what waits in the person's other chats."""
    assert message.person is not None
    found = await conversations.elsewhere(message.person.id, message.chat)
    return [Waiting(chat, state) for chat, state in found if state.step not in RESTING]


def rows(found: list[Waiting]) -> tuple[tuple[Choice, ...], ...]:
    """Return what goes on with each of them."""
    return tuple(
        (choice("resuming.go_on", channel_of(each.chat), label="resuming.do-go-on", doing=_doing(each)),)
        for each in found
    )


def _doing(waiting: Waiting) -> Text:
    return text(f"resuming.doing-{waiting.state.step.partition('.')[0]}")


async def open_(message: InboxMessage) -> Turn:
    """Offer what is in hand elsewhere; the chat stays where it waits."""
    found = await in_hand(message)
    if not found:
        return Turn(says=(replace(say("resuming.nothing"), choices=_MENU),))
    lines = [text("resuming.line", doing=_doing(each), channel=name_of_chat(each.chat)) for each in found]
    return Turn(says=(replace(say("resuming.offer", lines=lines), choices=(*rows(found), *_MENU), card="resuming"),))


async def go_on(message: InboxMessage, channel: str) -> Turn:
    """Take the step that waits on `channel` over, unless it went on there meanwhile."""
    for each in await in_hand(message):
        if channel_of(each.chat) == channel and await conversations.take(each.chat, each.state):
            return Turn(goes_on=each)
    return Turn(says=(replace(say("resuming.gone"), choices=_MENU, card="resuming"),))


_MENU = ((choice("menu.open", label="resuming.do-menu"),),)

RESUMING = Conversation("resuming", open_=open_, actions={"go_on": go_on})
