"""What people mean by what they type where choices have no buttons: a word of the house, a code, a number, or words.

Nothing is guessed: a number stands for a choice of the newest list only, and once; what decides is named by its code
where it is not the last thing said, or not long enough (`typed_deciding`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot import numbered
from bot.channels.channel import Capabilities
from bot.typed_codes import Coded, code_of, coded, verb_of
from bot.typed_deciding import doubt
from bot.typed_keys import keys_typed, labelled
from handlers.conversation import InboxMessage, Kind, Text, text
from handlers.dispatch import opens
from journey import attendance_code
from journey.text import fold
from storage import link_codes
from storage.conversations import State
from storage.menus import Menu, Option

MENU = "menu.open"


@dataclass(frozen=True, slots=True)
class Meant:
    """What somebody typed comes to.

    `messages` are for the house, in order, and the answer to them begins with `echo`. `menu` is used up by it; one that
    was chosen from `by_code` may be used already, and a second message is then for the step that the first one leads
    to. `answer` is our own sentence instead, `more` the next screen of a list.
    """

    messages: tuple[InboxMessage, ...] = ()
    echo: tuple[Text, ...] = ()
    menu: Menu | None = None
    by_code: bool = False
    answer: Text | None = None
    more: tuple[Option, ...] = ()


def understand(
    message: InboxMessage, state: State, shown: Sequence[Menu], can: Capabilities, language: str = "vi"
) -> Meant:
    """Return what `message` means in a chat that waits at `state` and has `shown` in front of it, the oldest first."""
    if message.kind is not Kind.TEXT or not numbered.is_typed(can):
        return Meant((message,))
    if opens(message, state) is not None:
        return Meant((message,))
    command = replace(message, text=f"/{fold(message.text).replace(' ', '')}")
    if not state.step and opens(command, state) is not None:
        return Meant((command,))
    if not can.starts and (payload := _payload(message.text)):
        return Meant((replace(message, kind=Kind.START, text=payload),))
    if link_codes.typed(message.text):  # "482 913" are no two numbers of a list
        return Meant((message,))
    return (
        _by_code(message, state, shown, language)
        or _by_key(message, state, shown, language)
        or _by_verb(message, state, shown, language)
        or Meant((message,))
    )


def _payload(said: str) -> str:
    """Return the code of a session that a link would have brought, had the channel links that open it."""
    bare = said.rpartition("start=")[2].strip()
    return bare if attendance_code.has_form(bare) else ""


def _by_code(message: InboxMessage, state: State, shown: Sequence[Menu], language: str) -> Meant | None:
    """Understand DUYET K7Q2, and TRA K7Q2 with its reason; whose code it is decides, not which list is the newest."""
    if (menu := code_of(message.text, shown)) is not None:
        return Meant(answer=text("typed.say-verb", codes=_codes(menu, language)))
    found = coded(message.text, shown)
    if found is None:
        return None
    if found.option is None or found.menu is None:
        is_meant_so = not state.step or any(letter.isdigit() for letter in found.code)
        return Meant(answer=text("typed.code-gone", code=found.code)) if is_meant_so else None
    return _decision(message, found, found.menu, found.option)


def _by_verb(message: InboxMessage, state: State, shown: Sequence[Menu], language: str) -> Meant | None:
    """Ask for the code where the verb alone was typed and no step waits for words."""
    menu = None if state.step else verb_of(message.text, shown)
    return Meant(answer=text("typed.say-code", codes=_codes(menu, language))) if menu else None


def _decision(message: InboxMessage, found: Coded, menu: Menu, option: Option) -> Meant:
    reason = (replace(message, text=found.reason),) if found.reason else ()
    return Meant(
        (_choice(message, option), *reason),
        echo=(text("typed.echo-code", verb=option.verb, code=menu.code, label=option.label),),
        menu=menu,
        by_code=True,
    )


def _by_key(message: InboxMessage, state: State, shown: Sequence[Menu], language: str) -> Meant | None:
    """Understand numbers, letters and labels of the list that is asked now; None for words for the step."""
    menu = _asked_now(state, shown)
    keys = keys_typed(message.text)
    if menu is None:
        return _without_list(message, state, keys)
    if not keys and not menu.is_used and (named := labelled(message.text, menu.options)):
        keys = (named,)
    if not keys:
        return None
    by_key = {option.key: option for option in menu.options if option.key}
    chosen = [by_key[key] for key in keys if key in by_key]
    if menu.is_used or len(chosen) < len(keys):
        return _not_there(message, state, menu, keys)
    if why := doubt(message, menu, chosen, state, shown):
        return Meant(answer=text(why, codes=_codes(menu, language)))
    return _chosen(message, menu, chosen)


def _asked_now(state: State, shown: Sequence[Menu]) -> Menu | None:
    """Return the newest list; None where there is none, or a step waits and our last message asked it without one."""
    if state.step and shown and not shown[-1].options:
        return None
    return next((menu for menu in reversed(shown) if menu.options), None)


def _without_list(message: InboxMessage, state: State, keys: Sequence[str]) -> Meant | None:
    if state.step or not keys or not keys[0].isdigit():
        return None
    return _home(message) if keys == (numbered.BACK,) else Meant(answer=text("typed.no-menu"))


def _not_there(message: InboxMessage, state: State, menu: Menu, keys: Sequence[str]) -> Meant | None:
    """Answer a key of a list that was answered, or one it does not have; at a step it may be an answer in words."""
    is_answer = numbered.has_letters(menu.options) and bool(state.step)
    if is_answer or not all(key.isdigit() for key in keys):
        return None
    if tuple(keys) == (numbered.BACK,):
        return _home(message)
    if state.step and not menu.is_used:
        return None
    if menu.is_used:
        return Meant(answer=text("typed.answered"))
    return Meant(answer=text("typed.not-listed", said=", ".join(keys)))


def _home(message: InboxMessage) -> Meant:
    label = text("menu.command-menu")
    return Meant(
        (replace(message, kind=Kind.CHOICE, choice=MENU, text=""),),
        echo=(text("typed.echo", typed=numbered.BACK, label=label),),
    )


def _chosen(message: InboxMessage, menu: Menu, chosen: Sequence[Option]) -> Meant:
    """Take what was chosen, one after another; the next screen of a list only by itself."""
    echo = tuple(_echo(option) for option in chosen)
    if any(not option.action for option in chosen):
        if len(chosen) > 1:
            return Meant(answer=text("typed.not-listed", said=", ".join(option.key for option in chosen)))
        rest = tuple(option for option in menu.options if option.key in ("", numbered.BACK))
        return Meant(echo=echo, menu=menu, more=rest)
    return Meant(tuple(_choice(message, option) for option in chosen), echo=echo, menu=menu)


def _echo(option: Option) -> Text:
    if numbered.is_own_key(option):
        return text("typed.echo-number", number=option.key)
    return text("typed.echo", typed=option.key, label=numbered.words(option))


def _choice(message: InboxMessage, option: Option) -> InboxMessage:
    return replace(message, kind=Kind.CHOICE, choice=option.action, text="")


def _codes(menu: Menu, language: str) -> str:
    return "; ".join(numbered.with_code(option, menu.code, language) for option in menu.options if option.verb)
