"""From one message to its answer: which conversation takes it, what a refusal says, who is told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from inspect import signature
from zoneinfo import ZoneInfo

import handlers as house
from handlers.conversation import (
    Action,
    Conversation,
    Data,
    Doors,
    HoursOn,
    InboxMessage,
    Keep,
    Kind,
    Say,
    Text,
    Turn,
    Waiting,
    choice,
    text,
)
from handlers.refusing import refusal_text
from handlers.rendering import Addresses, Spoken, Words, no_address
from handlers.telling import Telling, answer_of
from journey.allowance import UNLIMITED, Allowances
from journey.person import Person
from journey.refusal import Refused
from journey.sending_hours import SendingHours
from journey.text import fold
from locales import texts
from storage import chats, database, people
from storage.chats import Chat
from storage.conversations import State
from storage.invitations import Draw


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the chats of a batch, read once."""

    chats: Mapping[str, Chat]
    people: Mapping[int, Person]

    def again(self, chat: str, newer: "Known") -> "Known":
        """Return this with what was read again about `chat`."""
        others = {name: one for name, one in self.chats.items() if name != chat}
        return Known({**others, **newer.chats}, {**self.people, **newer.people})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one message comes to: where its chat waits now, what is said, the word on a tapped button.

    `commands` are (command, description) of the menu the chat shows from now on; None leaves it. `emptied` is another
    chat, whose step went on here: it waits no more.
    """

    state: State
    spoken: tuple[Spoken, ...] = ()
    toast: str = ""
    commands: tuple[tuple[str, str], ...] | None = None
    emptied: str | None = None


class Dispatch:
    """The conversations of the house, in one time zone.

    `hours` are those at which people are told news, by day; `draw` is where codes that are given out come from;
    `allowed` is what the platforms of the bots allow.
    """

    def __init__(
        self,
        zone: ZoneInfo,
        address: Addresses = no_address,
        hours: HoursOn = lambda _: SendingHours(),
        draw: Draw = bytes,
        allowed: Allowances = UNLIMITED,
        doors: Doors = tuple,
    ) -> None:
        self.zone = zone
        self.allowed = allowed
        self._hours = hours
        self._draw = draw
        self._doors = doors
        self.words = Words(zone, address)
        self.telling = Telling(self.words, zone, hours, allowed)

    async def known(self, names: Sequence[str], now: datetime) -> Known:
        """Read who sits behind `names` (chats), with their posts of today."""
        found = await chats.load(names)
        ids = {chat.person for chat in found.values() if chat.person is not None}
        return Known(found, await people.load(ids, now.astimezone(self.zone).date()))

    async def handle(
        self, message: InboxMessage, state: State, known: Known, then: Callable[[Outcome], None] = lambda _: None
    ) -> Outcome:
        """Answer `message` of a chat that waits at `state`; hand what it comes to to `then`.

        A refusal of a rule becomes its sentence and takes the step's writes back; any other exception, of `then` too,
        is a defect, takes them back and leaves as it is.
        """
        message = self._placed(message, known)
        is_ours = message.kind in (Kind.INSPECTED, Kind.LEFT)
        if message.chat in known.chats and not known.chats[message.chat].reachable and not is_ours:
            await chats.set_reachable(message.chat, True)  # who writes is there
        try:
            async with database.savepoint():
                outcome = await self._outcome(message, state, *await _turn(message, state))
                then(outcome)
        except Refused as refusal:
            outcome = await self._outcome(message, state, "", Turn(says=(_refusal(refusal),)))
            then(outcome)
        return outcome

    async def _outcome(self, message: InboxMessage, state: State, name: str, turn: Turn) -> Outcome:
        return Outcome(
            state=_next(message, state, name, turn),
            spoken=(
                *(self.words.spoken(answer_of(say), message.chat, message.language) for say in turn.says),
                *await self.telling.elsewhere(turn.elsewhere),
                *await self.telling.told(turn.tells, message.now, message.person),
            ),
            toast=self.words.text(turn.toast, message.language) if turn.toast else "",
            commands=None if turn.commands is None else self.commands(turn.commands, message.language),
            emptied=turn.goes_on.chat if turn.goes_on else None,
        )

    def commands(self, standing: str, language: str) -> tuple[tuple[str, str], ...]:
        """Return the command menu of a standing, described in `language`."""
        return tuple((command, self.words.text(Text(key), language)) for command, key in house.COMMANDS[standing])

    def defect(self, message: InboxMessage, known: Known, key: str) -> Spoken:
        """Return the one word a person gets when their message met a defect; `key` says it once."""
        message = self._placed(message, known)
        return self.words.spoken(Say(text("refusal.defect"), key=key), message.chat, message.language)

    def _placed(self, message: InboxMessage, known: Known) -> InboxMessage:
        chat = known.chats.get(message.chat)
        return replace(
            message,
            today=message.now.astimezone(self.zone).date(),
            person=known.people.get(chat.person) if chat and chat.person is not None else None,
            language=chat.language if chat else message.language,
            zone=self.zone,
            hours=self._hours,
            draw=self._draw,
            allowed=self.allowed,
            doors=self._doors,
        )


async def _turn(message: InboxMessage, state: State) -> tuple[str, Turn]:
    """Return (conversation, turn): the conversation whose steps the turn's `step` belongs to."""
    name, turn = await _answer(message, state)
    return (name, turn) if turn.goes_on is None else await _gone_on(message, turn.goes_on)


async def _answer(message: InboxMessage, state: State) -> tuple[str, Turn]:
    if message.kind in (Kind.LEFT, Kind.CAME_BACK):
        await chats.set_reachable(message.chat, message.kind is Kind.CAME_BACK)
        return "", await house.left(message) if message.kind is Kind.LEFT else Turn()
    if message.person is None and message.kind is Kind.INSPECTED:
        return house.EVIDENCE.name, await house.inspected_elsewhere(message)
    if message.person is None:
        name, _, step = state.step.partition(".")
        inside = step if name == house.STRANGERS.name else ""
        return house.STRANGERS.name, await house.stranger(message, inside, state.data)
    if message.kind is Kind.FILES and _takes_files(state):
        return await _step(message, state)
    if message.kind in house.RECEIVERS:
        conversation, receive = house.RECEIVERS[message.kind]
        return conversation.name, await receive(message, state.step, state.data)
    if message.kind is Kind.CHOICE:
        return await _choose(message)
    if message.kind is Kind.TEXT and (turn := await house.word_said(message)) is not None:
        return house.ATTENDANCE.name, turn
    if message.kind is Kind.TEXT and (opened := opens(message, state)):
        assert opened.open_ is not None
        return opened.name, await opened.open_(message)
    if message.kind is Kind.TEXT and not state.step and house.is_invitation(message.text):
        return house.STRANGERS.name, await house.RECEIVERS[Kind.START][1](message, state.step, state.data)
    if message.kind is Kind.TEXT and not state.step and house.is_link_code(message.text):
        return house.BY_NAME["linking"].name, await house.linked_already(message)
    return await _step(message, state)


async def _choose(message: InboxMessage) -> tuple[str, Turn]:
    action, *args = message.choice.split(" ")
    name, _, key = action.partition(".")
    conversation = house.BY_NAME.get(name)
    if conversation is None or key not in conversation.actions or not _fits(conversation.actions[key], len(args)):
        return house.MENU.name, await house.lost(message)
    return name, await conversation.actions[key](message, *args)


@cache
def _fits(action: Action, count: int) -> bool:
    """Say whether `action` takes `count` arguments; a forged choice may bring any number."""
    try:
        signature(action).bind(None, *[""] * count)
    except TypeError:
        return False
    return True


async def _step(message: InboxMessage, state: State) -> tuple[str, Turn]:
    name, _, key = state.step.partition(".")
    conversation = house.BY_NAME.get(name)
    if conversation is not None and key in conversation.steps and message.kind is not Kind.EDITED:
        return name, await conversation.steps[key](message, state.data)
    if message.kind is Kind.EDITED:
        return "", Turn()
    if (turn := await house.unplaced(message)) is not None:
        return house.EVIDENCE.name, turn
    return house.MENU.name, await house.lost(message)


async def _gone_on(message: InboxMessage, waiting: Waiting) -> tuple[str, Turn]:
    """Let the step that another chat waited at ask again here."""
    name, turn = await _step(replace(message, kind=Kind.RESUMED, choice="", source=None), waiting.state)
    if isinstance(turn.step, Keep):
        turn = replace(turn, step=waiting.state.step.partition(".")[2], data=waiting.state.data)
    return name, replace(turn, goes_on=waiting)


def _takes_files(state: State) -> bool:
    name, _, key = state.step.partition(".")
    return name in house.BY_NAME and key in house.BY_NAME[name].takes_files


def opens(message: InboxMessage, state: State) -> Conversation | None:
    """Return the conversation that the words of `message` open, from wherever the chat waits.

    The words of the conversation the chat is in belong to its step: "nộp" while handing in means hand in.
    """
    said = fold(message.text)
    slash = said.startswith("/")
    here = state.step.partition(".")[0]
    for conversation in house.CONVERSATIONS:
        if conversation.open_ is None:
            continue
        if slash and said.split(" ")[0].split("@")[0] == conversation.command:
            return conversation
        if conversation.name != here and said in texts.words(f"{conversation.name}.words"):
            return conversation
    return None


def _next(message: InboxMessage, state: State, name: str, turn: Turn) -> State:
    if isinstance(turn.step, Keep):
        return State() if state.step and _leaves(message, state) else state
    if turn.step is None:
        return State()
    data: Data = dict(turn.data)
    return State(f"{name}.{turn.step}", data)


def _leaves(message: InboxMessage, state: State) -> bool:
    """Say whether `message` ends the waiting: a choice was taken or something else was opened meanwhile."""
    name, _, step = state.step.partition(".")
    waits_on = name in house.BY_NAME and step in house.BY_NAME[name].lasting
    elsewhere = message.kind is Kind.CHOICE or (message.kind is Kind.TEXT and opens(message, state) is not None)
    return elsewhere and message.person is not None and not waits_on


def _refusal(refusal: Refused) -> Say:
    menu = choice("menu.open", label="menu.command-menu")
    return Say(refusal_text(refusal), choices=((menu,),))
