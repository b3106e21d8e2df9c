"""Somebody we do not know types a link code: this chat joins those of whoever asked for it."""

from dataclasses import replace

from handlers import menu, resuming, seats
from handlers.channel_names import name_of_chat
from handlers.conversation import Data, InboxMessage, Say, Turn, choice, say
from journey.person import Person
from storage import audit, chats, invitations, link_codes, links, people
from storage.chats import Linked
from storage.link_codes import LinkCode

STEP = "linking"
"""A step of joining: whether it is them."""

_CARD = "joining"


async def tried(message: InboxMessage, code: str) -> Turn:
    """Look a code up; wrong ones are counted with those of invitations."""
    if until := await invitations.blocked_until(message.chat, message.now):
        return Turn(says=(say("linking.blocked", until=until),))
    if await invitations.are_guessed(message.now):
        return Turn(says=(say("linking.resting"),))
    found = await link_codes.find(code, message.now)
    if found is None:
        left = await invitations.count_wrong(message.chat, message.now)
        return Turn(says=(say("linking.wrong", left=left) if left else say("linking.wrong-last"),))
    return await _ask(message, found)


async def asked_again(message: InboxMessage, data: Data) -> Turn:
    """Ask once more, while the code is good."""
    found = await _found(message, data)
    return await _ask(message, found) if found else _over()


async def answered(message: InboxMessage, data: Data, *, yes: bool) -> Turn:
    """Link the chat, or forget that a code was typed."""
    if not yes:
        return Turn(says=(replace(say("linking.not-me"), card=_CARD),), step=None)
    code = await _found(message, data)
    if code is None:
        return _over()
    await people.hold(code.person)
    if (refused := await seats.refused(message, code.person)) is not None:
        return refused
    if not await link_codes.use(code, message.chat, message.now):
        return _over()
    return await _linked(message, code)


async def _found(message: InboxMessage, data: Data) -> LinkCode | None:
    return await link_codes.get(data["link"], message.now) if "link" in data else None


async def _ask(message: InboxMessage, code: LinkCode) -> Turn:
    person = await people.get(code.person, message.today)
    yes = choice("joining.yes", STEP, label="joining.me", style="good")
    no = choice("joining.no", STEP, label="joining.not-me-label")
    asked = say("linking.confirm", name=in_part(person.full_name))
    return Turn(
        says=(replace(asked, choices=((yes,), (no,)), card=_CARD, fresh=True),), step=STEP, data={"link": code.id}
    )


def in_part(full_name: str) -> str:
    """Return what its bearer knows a name by, and nobody else learns it from: N. T. Hương."""
    *before, given = full_name.split()
    return " ".join([*(f"{part[0]}." for part in before), given])


def _over() -> Turn:
    return Turn(says=(replace(say("linking.over"), card=_CARD),), step=None)


async def _linked(message: InboxMessage, code: LinkCode) -> Turn:
    """Link the chat; every other one of the person hears of it."""
    before = await chats.of_person(code.person)
    await chats.link(message.chat, code.person, message.language, message.now)
    stopped = await chats.unlink_others(message.chat, code.person)
    if stopped:
        await links.revoke_for(code.person, message.now)
    await audit.record(
        "chat.linked",
        f"person {code.person}",
        actor=code.person,
        chat=message.chat,
        now=message.now,
        code=code.id,
        asked_in=chats.channel_of(code.made_in),
    )
    person = await people.get(code.person, message.today)
    return Turn(
        says=await _welcome(message, person),
        step=None,
        commands=menu.standing(person),
        elsewhere=(*added(message, before, stopped), *replaced(stopped)),
    )


async def _welcome(message: InboxMessage, person: Person) -> tuple[Say, ...]:
    """Say that it is done, and offer what is in hand elsewhere."""
    done = say("linking.linked", channel=name_of_chat(message.chat), who=menu.who(person))
    goes_on = resuming.rows(await resuming.in_hand(replace(message, person=person)))
    shown = await menu.screen(person, message)
    return replace(done, card=_CARD), replace(shown, choices=(*goes_on, *shown.choices))


def added(message: InboxMessage, before: list[Linked], stopped: list[str]) -> tuple[tuple[str, Say], ...]:
    """Say so in the person's other chats, each of which can take it back."""
    channel = chats.channel_of(message.chat)
    undo = choice("linking.let_go", channel, label="linking.do-let-go", channel=name_of_chat(message.chat), style="bad")
    news = say("linking.added", channel=name_of_chat(message.chat))
    words = replace(news, choices=((undo,),), must_arrive=True)
    return tuple((each.chat, words) for each in before if each.reachable and each.chat not in stopped)


def replaced(stopped: list[str]) -> tuple[tuple[str, Say], ...]:
    """Say to chats that were taken from their person what happened, and nothing about the person."""
    return tuple((chat, say("linking.replaced")) for chat in stopped)
