"""Whether one more person may come in by a bot: some platforms allow it only so many."""

from handlers.channel_names import name_of, name_of_chat
from handlers.conversation import InboxMessage, Turn, say
from storage import chats, metered


async def refused(message: InboxMessage, person: int) -> Turn | None:
    """Return the answer to `person`, for whom the bot of this chat has no room, with the ways that are open.

    None where there is room. Whoever sits behind another chat of the bot already only changes places.
    """
    bot = message.chat.partition(":")[0]
    if not message.allowed.of(message.chat).users:
        return None
    await metered.hold(bot, message.allowed.month(message.now))  # of two who come at once, one is the last
    if await has_room(message, bot, person):
        return None
    others = [other for other in message.allowed.bots if other != bot and await has_room(message, other, person)]
    named = [name_of(channel) for channel in dict.fromkeys(chats.channel_of(f"{other}:") for other in others)]
    key = "seats.full" if named else "seats.full-everywhere"
    return Turn(says=(say(key, channel=name_of_chat(message.chat), others=named),), step=None)


async def has_room(message: InboxMessage, bot: str, person: int) -> bool:
    """Say whether `person` may come in by `bot`, or is in already."""
    users = message.allowed.of(f"{bot}:").users
    return not users or await chats.people_behind(bot, besides=person) < users
