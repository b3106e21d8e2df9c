"""Choices where a message takes few buttons or none: keys that are typed, lines that show them, codes that decide."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from zoneinfo import ZoneInfo

from bot.channels.channel import Capabilities
from handlers.rendering import Option
from journey.text import fold
from locales import texts
from storage.invitations import ALPHABET
from storage.menus import Option as Keyed

MOST = 9
"""Choices of one screen, so that a key is one digit (ZALO 4.3)."""

LETTERS = "ABCDEFGHI"
"""The keys where a number is an answer by itself."""

BOXES = ("☐", "☑", "▫️", "✅")
"""How a label begins that ticks something: several of them may be typed at once."""

FEW = 12
"""Letters of a line by which it is known, however short it is cut."""

BACK = "0"
CODE = 4
"""Letters of a code: short enough to type, 390,625 of them."""

_UTC = ZoneInfo("UTC")  # nothing said here holds a moment


def is_typed(can: Capabilities) -> bool:
    """Say whether what a message offers may have to be typed: it takes fewer buttons than a screen has choices."""
    return can.buttons < MOST


def code(seed: int) -> str:
    """Return the code of the message made with `seed` (an id that no other has)."""
    number = int.from_bytes(sha256(str(seed).encode()).digest()[:8])
    return "".join(ALPHABET[number // len(ALPHABET) ** place % len(ALPHABET)] for place in range(CODE))


def keyed(options: Sequence[Option], language: str, *, asks_number: bool) -> tuple[Keyed, ...]:
    """Return `options` with the keys that people type for them; beyond nine the last key shows the others.

    A label that is a number is its own key. There, and where a number is the answer (`asks_number`), the others have
    letters; else what leads back has 0 and the others 1 to 9.
    """
    has_letters = asks_number or any(_is_number(option.label) for option in options)
    back = None if has_letters else _back(options)
    counted = [option for option in options if option is not back and not _is_number(option.label)]
    keys = _keys(LETTERS if has_letters else "123456789", len(counted))
    verbs = _verbs(options, language)
    found: list[Keyed] = []
    for option in options:
        if option is back:
            continue
        key = option.label.strip() if _is_number(option.label) else next(keys)
        if key == "" and not any(each.action == "" for each in found):
            found.append(Keyed(_last(has_letters), _said(language, "more"), ""))
        found.append(Keyed(key, option.label, option.action, option.style, verbs.get(option.action, "")))
    if back is not None:
        found.append(Keyed(BACK, back.label, back.action, back.style, verbs.get(back.action, "")))
    return tuple(found)


def _keys(all_: str, count: int) -> Iterator[str]:
    """Yield a key for each of `count` options, "" for those that have no room on the screen."""
    yield from all_[: count if count <= MOST else MOST - 1]
    while True:
        yield ""


def _last(has_letters: bool) -> str:
    return LETTERS[-1] if has_letters else str(MOST)


def _is_number(label: str) -> bool:
    return re.fullmatch(r"\d{1,4}", label.strip(), re.ASCII) is not None


def _back(options: Sequence[Option]) -> Option | None:
    """Return what leads back: what says so, else the main menu."""
    words = tuple(f"{word} " for word in texts.words("typed.back-words"))
    says_so = (option for option in options if f"{_only_words(option.label)} ".startswith(words))
    return next(says_so, None) or next((option for option in options if option.action == "menu.open"), None)


def _only_words(label: str) -> str:
    return " ".join(re.findall(r"\w+", fold(label)))


def plain(label: str) -> str:
    """Return the words of a label, without the pictures before them."""
    return re.sub(r"^[\W_]+", "", label)


def words(option: Keyed) -> str:
    """Return the words of an option, without its pictures and the number it may begin with."""
    return plain(option.label).removeprefix(f"{option.key}. ")


def _verbs(options: Sequence[Option], language: str) -> dict[str, str]:
    """Return the verb of each action that decides and is the only one of its kind here."""
    found = {option.action: verb for option in options if (verb := verb_of(option.action, language))}
    verbs = list(found.values())
    return {action: verb for action, verb in found.items() if verbs.count(verb) == 1}


def verb_of(action: str, language: str) -> str:
    """Return what is typed before a code for `action`, "" for one that decides nothing."""
    key = _verb_key(action.partition(" ")[0])
    return "" if key is None else texts.render(language, key, {}, _UTC).partition("|")[0].strip()


def decides(action: str) -> bool:
    """Say whether `action` decides something."""
    return _verb_key(action.partition(" ")[0]) is not None


def meant_by(verb: str, action: str) -> bool:
    """Say whether `verb`, as it was typed in any language, is that of `action`."""
    key = _verb_key(action.partition(" ")[0])
    return key is not None and fold(verb) in texts.words(key)


@cache
def _verb_key(name: str) -> str | None:
    key = f"typed.verb-{re.sub(r'[^a-z-]', '-', name)}"
    return key if texts.has(texts.LANGUAGES[0], key) else None


def lines(options: Sequence[Keyed], code_: str, language: str, *, above: str = "", beside_buttons: bool = False) -> str:
    """Return the lines under a message that show `options`, "" for none; `beside_buttons`: the first ones are buttons.

    What the text `above` lists under its number is not listed again; numbers that are their own key share a line.
    """
    shown = [option for option in options if option.key]
    if not shown:
        return ""
    listed = tuple(above.splitlines())
    left = [option for option in shown if not _is_listed(_line(option, code_, language), listed)]
    if not left:
        return _said(language, "hint-above")
    numbers = " · ".join(option.key for option in left if is_own_key(option))
    others = [_line(option, code_, language) for option in left if not is_own_key(option)]
    hint = _hint(shown, beside_buttons) if len(left) == len(shown) else "ticks-listed" if _ticks(shown) else "listed"
    return "\n".join([_said(language, f"hint-{hint}"), *([numbers] if numbers else []), *others])


def _is_listed(line: str, listed: Sequence[str]) -> bool:
    """Say whether `listed` has that line already, whole, with more to it, or as much of it as it has room for."""
    said = line.removesuffix("…")
    heads = [each.partition("…")[0] for each in listed if "…" in each]
    is_cut = any(len(head) >= FEW and said.startswith(head) for head in heads)
    return is_cut or any(each.startswith(said) for each in listed)


def is_own_key(option: Keyed) -> bool:
    """Say whether the label is a number, which is typed as it is."""
    return option.label.strip() == option.key


def _hint(shown: Sequence[Keyed], beside_buttons: bool) -> str:
    if any(option.verb for option in shown):
        return "codes"
    if has_letters(shown):
        return "own-keys" if any(is_own_key(option) for option in shown) else "letters"
    if beside_buttons:
        return "rest"
    return "ticks" if _ticks(shown) else "numbers"


def _ticks(shown: Sequence[Keyed]) -> bool:
    """Say whether several of `shown` may be chosen at once."""
    return sum(option.label.startswith(BOXES) for option in shown) > 1


def has_letters(options: Sequence[Keyed]) -> bool:
    """Say whether some of `options` are chosen by a letter, so that a number may be an answer."""
    return any(option.key in LETTERS for option in options if option.key)


def _line(option: Keyed, code_: str, language: str) -> str:
    """Return the line of one option; a label that begins with its own number is not numbered twice."""
    said = with_code(option, code_, language) if option.verb else option.label
    return said if said.startswith(f"{option.key}. ") else f"{option.key}. {said}"


def with_code(option: Keyed, code_: str, language: str) -> str:
    """Return what is typed to decide so, and what it means: DUYET K7Q2 – Duyệt."""
    return _said(language, "coded", verb=option.verb, code=code_, label=option.label)


def _said(language: str, key: str, **params: object) -> str:
    return texts.render(language, f"typed.{key}", params, _UTC)
