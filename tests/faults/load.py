"""People who make us owe ordinary words, words that must arrive, and cards that change; every word is numbered."""

import random
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count

import handlers
from handlers.conversation import Conversation, InboxMessage, Turn, choice, say
from storage import chats, sql
from storage.people import PersonRow
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_faults import FaultPlan
from tests.support.driver_telegram import TelegramDriver
from tests.support.harness import World

FIRST = 5000
"""The first person's chat; of every ten one is spared by the plan."""

BETWEEN = timedelta(seconds=2)
"""Between two rounds in which everybody does something."""

HURRY = 6
"""How much more somebody does in each round, faster than a chat's pace."""

AT_MOST = timedelta(days=2)
"""How long we wait for the last message to leave."""


async def word(_message: InboxMessage, n: str) -> Turn:
    """Owe an ordinary word."""
    return Turn(says=(say("evidence.number", n=n),))


async def must(_message: InboxMessage, n: str) -> Turn:
    """Owe a word that must arrive."""
    return Turn(says=(replace(say("evidence.number", n=n), must_arrive=True),))


async def card(_message: InboxMessage, n: str) -> Turn:
    """Show a number on the chat's card."""
    again = ((choice("load.card", n, label="menu.book"),),)
    return Turn(says=(replace(say("evidence.level", name=n), card="load", choices=again),))


LOAD = Conversation("load", actions={"word": word, "must": must, "card": card})


@dataclass
class Done:
    """What each chat was owed, in order: numbers of ordinary words, of those that must arrive, of the card."""

    words: dict[int, list[str]] = field(default_factory=dict)
    musts: dict[int, list[str]] = field(default_factory=dict)
    cards: dict[int, list[str]] = field(default_factory=dict)
    spared: tuple[int, ...] = ()


def in_house() -> tuple[Conversation, ...]:
    """Return the conversations of the house with the load's own."""
    handlers.BY_NAME["load"] = LOAD
    return (*(each for each in handlers.CONVERSATIONS if each is not LOAD), LOAD)


async def run(world: World, messages: int, people: int, seed: int) -> Done:
    """Let `people` make us owe about `messages` in rounds, the plan of `seed` at work; return what was owed."""
    assert isinstance(world.driver, TelegramDriver)
    fake, die = world.driver.fake, random.Random(seed)
    chats_ = range(FIRST, FIRST + people)
    await _meet(world, fake, chats_)
    done = Done(spared=tuple(chats_[::10]))
    fake.plan = FaultPlan(seed, lambda: sql.ms(world.clock.now()), spared=done.spared)
    numbers = count(1000)
    for turn in range(messages // (people + HURRY)):
        for chat in (*chats_, *[chats_[turn % people]] * HURRY):
            number = next(numbers)
            kind = die.choices(("words", "musts", "cards"), (4, 4, 2))[0]
            getattr(done, kind).setdefault(chat, []).append(str(number))
            _taps(fake, chat, f"load.{kind[:-1]} {number}")
        await world.pass_time(BETWEEN)
    await world.settle(AT_MOST)
    return done


async def _meet(world: World, fake: FakeTelegram, people: range) -> None:
    """Have everybody sit behind a chat that shows its card."""
    for chat in people:
        row = await PersonRow.create(code=str(chat), full_name="An", called="An", sort_key="an", folded="an")
        await chats.link(f"telegram:{chat}", row.id, "vi", world.clock.now())
        fake.person(chat).says("menu")
    await world.settle(AT_MOST)
    for chat in people:
        _taps(fake, chat, "load.card 0")
    await world.settle(AT_MOST)


def _taps(fake: FakeTelegram, chat: int, action: str) -> None:
    """Tap a button of the newest message that may not be on it: what it brings is what counts."""
    person = fake.person(chat)
    shown = person.heard[-1]
    shown.buttons.append([("load", action)])
    person.taps(shown.message_id, action)
    shown.buttons.pop()
