"""From one message to its answer, whatever the channel: what was typed is understood first, and said back."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot import numbered, typed
from bot.channels.channel import Channel
from bot.typed import Meant
from handlers.conversation import InboxMessage, Kind, Say, Text, text
from handlers.dispatch import Dispatch, Known, Outcome
from handlers.rendering import Option, Spoken
from storage import database, menus
from storage.conversations import State
from storage.menus import Menu
from storage.sql import ms

Then = Callable[[Outcome], None]


class Turns:
    """The turns of one transaction, at `now` (UTC)."""

    def __init__(self, channels: Mapping[str, Channel], dispatch: Dispatch, now: datetime) -> None:
        self._channels = channels
        self._dispatch = dispatch
        self._now = now
        self._menus: Mapping[str, Sequence[Menu]] = {}

    async def look_up(self, chats: Collection[str]) -> None:
        """Read what those of `chats` have in front of them that may have to type it."""
        typing = [chat for chat in chats if self._types(chat)]
        if typing:
            self._menus = await menus.of_chats(typing, ms(self._now))

    def _types(self, chat: str) -> bool:
        channel = self._channels.get(chat.partition(":")[0])
        return channel is not None and numbered.is_typed(channel.can)

    async def take(self, message: InboxMessage, state: State, known: Known, then: Then) -> Outcome:
        """Answer `message` of a chat that waits at `state`; hand what it comes to to `then`, the last time the whole.

        Raises:
            Exception: a defect, or the database; nothing of it has happened.
        """
        if not self._types(message.chat):
            return await self._dispatch.handle(message, state, known, then)
        chat = known.chats.get(message.chat)
        language = chat.language if chat else message.language
        shown, can = self._menus.get(message.chat, ()), self._channels[message.chat.partition(":")[0]].can
        async with database.savepoint():
            meant = await self._used(typed.understand(message, state, shown, can, language))
            outcome = await self._taken(meant, message, state, known, then)
            outcome = self._said_back(outcome, meant, message, language)
            then(outcome)
        return outcome

    async def _used(self, meant: Meant) -> Meant:
        """Use the list up; one that was answered meanwhile is answered no more. A code's choice says so itself."""
        if meant.menu is None or await menus.use(meant.menu.id, ms(self._now)) or meant.by_code:
            return meant
        return Meant(answer=text("typed.answered"))

    async def _taken(self, meant: Meant, message: InboxMessage, state: State, known: Known, then: Then) -> Outcome:
        """Take the turns one after another; the reason that came with a code is for the step that asks for it."""
        outcome = Outcome(state)
        for number, each in enumerate(meant.messages):
            if meant.by_code and number and (outcome.state is state or not outcome.state.step):
                break
            following = await self._dispatch.handle(each, outcome.state, known, then)
            unsaid = meant.by_code and number
            earlier = tuple(one for one in outcome.spoken if not unsaid or one.chat != message.chat)
            outcome = replace(
                following,
                spoken=(*earlier, *following.spoken),
                commands=following.commands if following.commands is not None else outcome.commands,
                emptied=following.emptied or outcome.emptied,
            )
        return outcome

    def _said_back(self, outcome: Outcome, meant: Meant, message: InboxMessage, language: str) -> Outcome:
        """Let the answer begin with what was understood; where no tap shows the word on a button, it is a message."""
        words = self._dispatch.words
        if meant.answer is not None:
            aside = replace(words.spoken(Say(meant.answer), message.chat, language), is_aside=True)
            return replace(outcome, spoken=(aside,))
        if meant.more and meant.menu is not None:
            outcome = replace(outcome, spoken=(self._more(meant, meant.menu, message.chat, language),))
        at = _first(outcome.spoken, message.chat)
        if at is None:
            lines = [words.text(line, language) for line in meant.echo]
            is_choice = bool(lines) or message.kind is Kind.CHOICE
            lines += [outcome.toast] if outcome.toast and is_choice else []
            alone = [words.spoken(Say(text("typed.alone", lines=lines)), message.chat, language)] if lines else []
            return replace(outcome, spoken=(*alone, *outcome.spoken))
        first = outcome.spoken[at]
        text_, briefly = (self._under(meant.echo, said, language) for said in (first.text, first.briefly))
        first = replace(first, text=text_, briefly=briefly)
        return replace(outcome, spoken=(*outcome.spoken[:at], first, *outcome.spoken[at + 1 :]))

    def _under(self, echo: Sequence[Text], said: str, language: str) -> str:
        """Return what is `said` under what was understood, "" for nothing."""
        lines = [self._dispatch.words.text(_unrepeated(line, said), language) for line in echo]
        return "\n".join([*lines, said]) if said else ""

    def _more(self, meant: Meant, menu: Menu, chat: str, language: str) -> Spoken:
        """Return the next screen of a list."""
        title = Say(text("typed.more-title"), asks_number=numbered.has_letters(menu.options))
        options = tuple((Option(each.label, each.action, each.style),) for each in meant.more)
        return replace(self._dispatch.words.spoken(title, chat, language), options=options)


def _unrepeated(echo: Text, said: str) -> Text:
    """Return `echo` without its label where what is `said` begins with it."""
    label = echo.params.get("label")
    if echo.key != "typed.echo" or not isinstance(label, str):
        return echo
    begins = re.match(rf"{re.escape(label.removesuffix('…'))}(?!\w)", numbered.plain(said))
    return text("typed.echo-number", number=echo.params["typed"]) if begins else echo


def _first(spoken: Sequence[Spoken], chat: str) -> int | None:
    """Return which message to `chat` leaves first now: not a card that is said again after it, nor one for later."""
    now = [(at, one) for at, one in enumerate(spoken) if one.chat == chat and not (one.after or one.only_looks)]
    return next(
        (at for at, one in now if not any(later > at and one.card and other.card == one.card for later, other in now)),
        None,
    )
