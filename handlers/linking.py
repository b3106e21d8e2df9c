"""One person, several channels: a code that brings another one, where messages go, letting one go."""

from dataclasses import replace

from handlers import linking_doors, menu
from handlers.channel_names import name_of, name_of_chat
from handlers.conversation import Choice, Conversation, InboxMessage, Say, Text, Turn, choice, say, text
from journey.person import Person
from locales.texts import Day
from storage import audit, chats, link_codes, links, people
from storage.chats import Linked

_CARD = "linking"
_MENU = (choice("menu.open", label="linking.do-menu"),)
_CHANNELS = (choice("linking.open", label="linking.do-channels"),)


def is_code(said: str) -> bool:
    """Say whether a text has the form of a link code."""
    return link_codes.typed(said) is not None


async def already(_message: InboxMessage) -> Turn:
    """Answer a code that is typed in a chat we know: it belongs in the other one."""
    return Turn(says=(replace(say("linking.already"), choices=(_CHANNELS, _MENU)),))


async def open_(message: InboxMessage, *_args: str) -> Turn:
    """Show the person's channels; the chat stays where it waits."""
    return Turn(says=(await _channels(message),))


def _person(message: InboxMessage) -> Person:
    assert message.person is not None
    return message.person


async def _channels(message: InboxMessage) -> Say:
    mine = await chats.of_person(_person(message).id)
    is_on_others = linking_doors.are_others(message)
    code = ((choice("linking.code", label="linking.do-code"),),) if is_on_others else ()
    prefer = tuple((_prefer(each),) for each in mine if len(mine) > 1 and not each.is_preferred)
    let_go = tuple((_let_go(each.channel),) for each in mine)
    key = "linking.channels" if is_on_others else "linking.channels-alone"
    words = say(key, lines=[line(each, message) for each in mine])
    return replace(words, choices=(*code, *prefer, *let_go, _MENU), card=_CARD, fresh=True)


def line(linked: Linked, message: InboxMessage) -> Text:
    """Return a line about one of the person's chats."""
    state = "preferred" if linked.is_preferred else "open"
    key = "linking.line-here" if linked.chat == message.chat else "linking.line"
    return text(
        key,
        channel=name_of(linked.channel),
        since=Day(linked.linked_at),
        state=text(f"linking.state-{state if linked.reachable else 'blocked'}"),
    )


def _prefer(linked: Linked) -> Choice:
    return choice("linking.prefer", linked.channel, label="linking.do-prefer", channel=name_of(linked.channel))


def _let_go(channel: str) -> Choice:
    return choice("linking.let_go", channel, label="linking.do-let-go", channel=name_of(channel))


async def code(message: InboxMessage) -> Turn:
    """Give a code out; the one before it is good no more, also when two chats ask at once.

    Where the product is on no other channel there is no use for one.
    """
    if not linking_doors.are_others(message):
        return await open_(message)
    await people.hold(_person(message).id)
    made = await link_codes.make(_person(message).id, made_in=message.chat, now=message.now, draw=message.draw)
    doors = await linking_doors.lines(message, _person(message), made.code)
    words = say("linking.code", code=link_codes.shown(made.code), doors=doors, until=made.expires_at)
    another = (choice("linking.code", label="linking.do-another-code"),)
    return Turn(says=(replace(words, choices=(another, _CHANNELS, _MENU), card=_CARD),))


async def prefer(message: InboxMessage, channel: str) -> Turn:
    """Write to the person there from now on, while it is open."""
    if not await chats.prefer(_person(message).id, channel):
        return await _no_such_channel(message)
    return Turn(says=(await _channels(message),), toast=text("linking.prefers", channel=name_of(channel)))


async def let_go(message: InboxMessage, channel: str, sure: str = "") -> Turn:
    """Let one channel go, after asking once."""
    person = _person(message)
    mine = await chats.of_person(person.id)
    if all(each.channel != channel for each in mine):
        return await _no_such_channel(message)
    if sure != "yes":
        return Turn(says=(_sure(channel, is_last=len(mine) == 1),))
    await people.hold(person.id)
    gone = await chats.unlink(person.id, channel)
    if gone:
        await links.revoke_for(person.id, message.now)  # what was sent there opens nothing
        await record("chat.unlinked", person.id, channel, message)
    return await _gone(message, channel, gone)


def _sure(channel: str, *, is_last: bool) -> Say:
    words = say("linking.let-go-sure-last" if is_last else "linking.let-go-sure", channel=name_of(channel))
    yes = choice("linking.let_go", channel, "yes", label="linking.do-let-go", channel=name_of(channel), style="bad")
    no = choice("linking.open", label="linking.do-keep")
    return replace(words, choices=((no,), (yes,)), card=_CARD)


async def _gone(message: InboxMessage, channel: str, gone: list[str]) -> Turn:
    """Say so here, and in the chat that was let go."""
    if message.chat in gone:
        return Turn(says=(replace(say("linking.let-go-here"), card=_CARD),), step=None, commands=menu.standing(None))
    return Turn(
        says=(await _channels(message),),
        toast=text("linking.let-go", channel=name_of(channel)),
        elsewhere=tuple((chat, say("linking.let-go-there")) for chat in gone),
    )


async def record(action: str, person: int, channel: str, message: InboxMessage) -> None:
    """Put into the trail what became of a person's channel."""
    assert message.person is not None
    await audit.record(
        action, f"person {person}", actor=message.person.id, chat=message.chat, now=message.now, channel=channel
    )


async def _no_such_channel(message: InboxMessage) -> Turn:
    return Turn(says=(await _channels(message),), toast=text("linking.no-such-channel"))


async def after_joining(message: InboxMessage, person: int) -> tuple[Say, ...]:
    """Ask about the chats that somebody who joined anew sits behind still."""
    others = [each for each in await chats.of_person(person) if each.chat != message.chat]
    if not others:
        return ()
    words = say("linking.others", channels=[name_of_chat(each.chat) for each in others])
    return (replace(words, choices=tuple((_let_go(each.channel),) for each in others), must_arrive=True),)


LINKING = Conversation(
    "linking",
    command="/ketnoi",
    open_=open_,
    actions={"open": open_, "code": code, "prefer": prefer, "let_go": let_go},
)
