"""Vietnamese text: one normal form, search keys, the order of names."""

import unicodedata

_D_WITHOUT_STROKE = str.maketrans("đð", "dd")  # neither decomposes; Ð (eth) is typed for Đ
_ALPHABET = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
# CLDR vi: none, huyền, hỏi, ngã, sắc, nặng
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

_Word = tuple[tuple[tuple[int, int], ...], tuple[int, ...]]
NameKey = tuple[_Word, _Word, tuple[_Word, ...], str]


def nfc(s: str) -> str:
    """Return `s` in NFC, the only form we compare, count and store."""
    return unicodedata.normalize("NFC", s)


def fold(s: str) -> str:
    """Return the search key of `s`: no case, no marks, đ as d, white space collapsed."""
    lowered = unicodedata.normalize("NFD", unicodedata.normalize("NFD", s).casefold())
    bare = "".join(c for c in lowered if not unicodedata.combining(c))
    return " ".join(bare.translate(_D_WITHOUT_STROKE).split())


def given_name(full_name: str) -> str:
    """Return the last word of a name, "" of an empty one."""
    words = nfc(full_name).split()
    return words[-1] if words else ""


def name_sort_key(full_name: str) -> NameKey:
    """Return the key that puts names in Vietnamese order: given name, surname, middle names."""
    words = nfc(full_name).split()
    first, last, middle = (words[0], words[-1], words[1:-1]) if words else ("", "", [])
    return _word(last), _word(first), tuple(map(_word, middle)), " ".join(words)


def _word(s: str) -> _Word:
    """Return letters first, tones second: tones only decide between words of the same letters."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for c in nfc(s.casefold()):
        tone, letter = _split_tone(c)
        letters.append((1, _ALPHABET[letter]) if letter in _ALPHABET else (0, ord(letter[0])))
        tones.append(tone)
    return tuple(letters), tuple(tones)


def _split_tone(c: str) -> tuple[int, str]:
    parts = unicodedata.normalize("NFD", c)
    tone = next((_TONES[p] for p in parts if p in _TONES), 0)
    return tone, nfc("".join(p for p in parts if p not in _TONES)) or c
