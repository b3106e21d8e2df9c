"""Where a link code is taken: whether another app of ours is there, and how people find each."""

from handlers import seats
from handlers.channel_names import name_of
from handlers.conversation import InboxMessage, Text, text
from journey.door import Door
from journey.person import Person
from storage.chats import channel_of


def are_others(message: InboxMessage) -> bool:
    """Say whether the product is on another channel than this chat's: else there is nothing to link with."""
    return any(_channel(bot) != channel_of(message.chat) for bot in message.allowed.bots)


async def lines(message: InboxMessage, person: Person, code: str) -> list[Text]:
    """Return how the other apps are found, one bot with room for `person` a channel; `code` is what they bring."""
    found: dict[str, Door] = {}
    for door in message.doors():
        channel = _channel(door.bot)
        is_new = channel != channel_of(message.chat) and channel not in found
        if is_new and await seats.has_room(message, door.bot, person.id):
            found[channel] = door
    return [_line(channel, door, code) for channel, door in found.items()] or [text("linking.door-unknown")]


def _line(channel: str, door: Door, code: str) -> Text:
    if door.opens_with:
        return text("linking.door-opens", channel=name_of(channel), address=f"{door.opens_with}{code}")
    if door.address:
        return text("linking.door-address", channel=name_of(channel), address=door.address)
    return text("linking.door-called", channel=name_of(channel), called=door.called)


def _channel(bot: str) -> str:
    return channel_of(f"{bot}:")
