"""Codes that decide, as people type them: DUYET K7Q2, "trả lại k7q2: thiếu ngày"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import handlers as house
from bot import numbered
from journey.text import fold, nfc
from locales import texts
from storage.invitations import ALPHABET
from storage.menus import Menu, Option

_WORDS_OF_A_VERB = 2


@dataclass(frozen=True, slots=True)
class Coded:
    """A verb with a code; `option` is what it decides, None where no message has such a code; `reason` is the rest."""

    code: str
    reason: str = ""
    menu: Menu | None = None
    option: Option | None = None


def coded(said: str, shown: Sequence[Menu]) -> Coded | None:
    """Return the decision that `said` names, of the messages `shown`; None for words."""
    words = said.split()
    gone: Coded | None = None
    for at in range(1, _WORDS_OF_A_VERB + 1):
        verb, code = _bare(" ".join(words[:at])), _bare(words[at]) if at < len(words) else ""
        if not _has_form(code) or fold(verb) not in _verbs():
            continue
        found = [(menu, option) for menu in shown if menu.code == code for option in menu.options if option.verb]
        meant = [(menu, option) for menu, option in found if numbered.meant_by(verb, option.action)]
        if len({option.action for _, option in meant}) == 1:
            return Coded(code, _rest(said, at + 1), *meant[-1])
        if any(letter.isdigit() for letter in code) or words[at].isupper():  # else it may be a word
            gone = gone or Coded(code)
    return gone


def code_of(said: str, shown: Sequence[Menu]) -> Menu | None:
    """Return the message that decides something whose code is all of `said`."""
    bare = _bare(said.strip())
    return next((menu for menu in reversed(shown) if menu.decides and menu.code == bare), None)


def verb_of(said: str, shown: Sequence[Menu]) -> Menu | None:
    """Return the newest message that waits for a decision whose verb is all of `said`: the code is missing."""
    verb = _bare(said.strip())
    if fold(verb) not in _verbs():
        return None
    waiting = (menu for menu in reversed(shown) if not menu.is_used)
    return next(
        (each for each in waiting if any(o.verb and numbered.meant_by(verb, o.action) for o in each.options)), None
    )


def _bare(word: str) -> str:
    return re.sub(r"^\W+|\W+$", "", nfc(word)).upper()


def _has_form(code: str) -> bool:
    return len(code) == numbered.CODE and set(code) <= set(ALPHABET)


def _rest(said: str, words: int) -> str:
    """Return what stands after the first `words` words, as it was written, without the dash or colon between."""
    split = said.split(None, words)
    return re.sub(r"^[\s:,.;–-]+", "", split[words]).strip() if len(split) > words else ""


@cache
def _verbs() -> frozenset[str]:
    """Return every verb in every language, folded."""
    names = (f"{each.name}-{action.replace('_', '-')}" for each in house.CONVERSATIONS for action in each.actions)
    return frozenset(word for name in names for word in texts.words(f"typed.verb-{name}"))
