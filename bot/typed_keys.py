"""Keys of a list, as people type them: "2", "2.", "số 2", "1 3 5", "1,3,5", "B"; or the words of a choice itself."""

import re
import unicodedata
from collections.abc import Sequence

from journey.text import fold
from locales import texts
from storage.menus import Option

_BETWEEN = re.compile(r"[\s,;+&]+")
_KEY = re.compile(r"(\d{1,4}|[a-z])[.)]?", re.ASCII)
_MORE = "+"


def keys_typed(said: str) -> tuple[str, ...]:
    """Return the keys that `said` consists of, each once, in order; () for anything else.

    A number loses its leading zeros; "+" is the last key of a list that goes on.
    """
    words = [word for word in _BETWEEN.split(_without_prefix(_plain(said))) if word]
    found = [_KEY.fullmatch(word) for word in words]
    if not words or not all(found):
        return ()
    keys = [match[1] for match in found if match]
    if len(keys) > 1 and not all(key.isdigit() for key in keys):
        return ()
    return tuple(dict.fromkeys(str(int(key)) if key.isdigit() else key.upper() for key in keys))


def labelled(said: str, options: Sequence[Option]) -> str:
    """Return the key of the only option whose label `said` is, accents and pictures aside; "" for none."""
    words = _letters(said)
    if said.strip() == _MORE:
        return next((option.key for option in options if not option.action), "")
    found = [option.key for option in options if option.key and words and _letters(option.label) == words]
    return found[0] if len(found) == 1 else ""


def _plain(said: str) -> str:
    """Return `said` folded, wide and encircled digits as digits."""
    plain = unicodedata.normalize("NFKC", said)
    return fold("".join(each for each in plain if unicodedata.category(each) not in ("Me", "Mn", "Cf")))


def _without_prefix(said: str) -> str:
    """Return `said` without the words that stand before a number."""
    for prefix in sorted(texts.words("typed.before-number"), key=len, reverse=True):
        if re.match(rf"{re.escape(prefix)} \d", said):
            return said.removeprefix(prefix).strip()
    return said


def _letters(said: str) -> str:
    return " ".join(re.findall(r"\w+", fold(said)))
