"""How much of one essay stands in another: fingerprints to find it by, passages to see it by."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TypeVar

from journey.text import nfc

RUN = 4
"""Words of a fingerprint: with every fifth word changed, one in five is left."""

SAMPLED = 8
"""One fingerprint in so many is kept, chosen by its value, so that two essays keep the same ones."""

GAP = 48
"""Words between two kept fingerprints of one passage; of unchanged text they are further apart once in 300 times."""

DRIFT = 3
"""Words that may have come in or gone between them."""

LEAST = 8
"""Words of a passage: what is shorter two people write without knowing each other."""

COMMON = 20
"""A fingerprint in essays of more people than that is a common phrase or a quotation (DEPENDENCIES 7 took 50)."""

ALIKE = 15
"""Per cent of the words from which an assessor is told; strangers' essays have 4 at most (DEPENDENCIES 7)."""

REPEATED = 4
"""Times that a run of words counts in one text: all with all of two texts of a thousand times one word took 33 s."""

LONGEST = 50_000
"""Characters of a text that are compared: ten essays. Forty took a second in which nobody else is answered."""

EVERYBODYS = 60
"""Per cent of the words from which an essay of common phrases is shown: when many hand in one text, all of it is."""

Value = TypeVar("Value", bound=Hashable)

_WORD = re.compile(r"\w+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and where it stands in the text (NFC)."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Words `mine` to `mine_end` (not included) of one essay that stand in another from `theirs` to `theirs_end`."""

    mine: int
    mine_end: int
    theirs: int
    theirs_end: int

    @property
    def length(self) -> int:
        """Return how many words of mine."""
        return self.mine_end - self.mine


def words(text: str) -> list[Word]:
    """Return the words of `text` without case, punctuation or a style of setting tone marks ("hoà", "hòa")."""
    return [Word(_form(found[0]), found.start(), found.end()) for found in _WORD.finditer(nfc(text))]


@lru_cache(maxsize=1 << 14)  # Vietnamese is written with some 7,000 syllables
def _form(word: str) -> str:
    """Return a word with its tone mark behind its letters, wherever it was set."""
    if word.isascii():
        return word.casefold()
    letters = unicodedata.normalize("NFD", word.casefold())
    tones = "".join(each for each in letters if each in _TONES)
    return "".join(each for each in letters if each not in _TONES) + tones


def prints(text: str, key: bytes) -> list[tuple[int, int]]:
    """Return the fingerprints kept of `text` in its order: (value, the word it begins at).

    Args:
        key: up to 64 bytes; without it nobody can say of which words a value is. Values are signed, of 64 bits.
    """
    forms = [each.form.encode() for each in words(text)]
    hashed = (
        (blake2b(b" ".join(forms[place : place + RUN]), digest_size=8, key=key).digest(), place)
        for place in range(len(forms) - RUN + 1)
    )
    kept = [(int.from_bytes(each, "big", signed=True), place) for each, place in hashed if each[-1] % SAMPLED == 0]
    return _not_over_and_over(kept)


def runs(text: str) -> list[tuple[Hashable, int]]:
    """Return every run of RUN words of `text` with the word it begins at: for two texts that are both at hand."""
    forms = [each.form for each in words(text)]
    return _not_over_and_over([(tuple(forms[place : place + RUN]), place) for place in range(len(forms) - RUN + 1)])


def _not_over_and_over(found: Iterable[tuple[Value, int]]) -> list[tuple[Value, int]]:
    """Return the first REPEATED of each value."""
    seen: Counter[Value] = Counter()
    kept = []
    for value, place in found:
        seen[value] += 1
        if seen[value] <= REPEATED:
            kept.append((value, place))
    return kept


def length(text: str) -> int:
    """Return of how many words a share is said: those that `text` repeats over and over are no share of it."""
    return min(len(words(text)), len(runs(text)) + RUN - 1)


def passages(
    mine: Iterable[tuple[Hashable, int]], theirs: Iterable[tuple[Hashable, int]], *, gap: int = GAP
) -> list[Passage]:
    """Return what of mine stands in theirs, the longest first.

    Args:
        mine: fingerprints or runs with their places; so is `theirs`.
        gap: words from the end of one to the beginning of the next that still make one passage.
    """
    places: dict[Hashable, list[int]] = {}
    for value, place in theirs:
        places.setdefault(value, []).append(place)
    open_: list[Passage] = []
    closed: list[Passage] = []
    for value, place in sorted(mine, key=lambda each: each[1]):
        for there in places.get(value, ()):
            before = _continued(open_, place, there, gap)
            if before is None:
                open_.append(Passage(place, place + RUN, there, there + RUN))
            else:
                open_[before] = Passage(open_[before].mine, place + RUN, open_[before].theirs, there + RUN)
        closed += [each for each in open_ if each.mine_end + gap < place]
        open_ = [each for each in open_ if each.mine_end + gap >= place]
    found = [each for each in (*closed, *open_) if each.length >= LEAST]
    return sorted(found, key=lambda each: (-each.length, each.mine, each.theirs))


def _continued(passages_: Sequence[Passage], place: int, there: int, gap: int) -> int | None:
    """Return which passage goes on at (`place`, `there`)."""
    for number, each in enumerate(passages_):
        on, over = place - each.mine_end, there - each.theirs_end
        if -RUN < on <= gap and -RUN < over <= gap and abs(on - over) <= DRIFT:
            return number
    return None


def covered(found: Collection[Passage]) -> int:
    """Return how many words of mine stand in any of `found`."""
    count = end = 0
    for each in sorted(found, key=lambda each: each.mine):
        count += max(0, each.mine_end - max(end, each.mine))
        end = max(end, each.mine_end)
    return count


def percent(found: Collection[Passage], length: int) -> int:
    """Return the share of an essay of `length` words that stands in `found`, per cent, rounded down."""
    return covered(found) * 100 // length if length else 0


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A fingerprint that another essay has, too: where there, and whose (a person's id) that one is."""

    value: int
    place: int
    essay: int
    person: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing an essay came to.

    `alike`: (essay, per cent) of those that share ALIKE or more, the most first, at most MOST. `everybodys`: per cent
    of the words that more than COMMON people wrote, too. `common`: those fingerprints of this essay.
    """

    alike: tuple[tuple[int, int], ...]
    everybodys: int
    common: frozenset[int]


MOST = 3
_LOOKED_AT = 6
"""Essays with the most fingerprints in common, whose passages are measured."""


def compare(mine: Sequence[tuple[int, int]], length: int, found: Iterable[Elsewhere]) -> Comparison:
    """Compare an essay of `length` words and the fingerprints `mine` with the essays that have some of them."""
    listed = list(found)
    people: dict[int, set[int]] = {}
    for each in listed:
        people.setdefault(each.value, set()).add(each.person)
    common = frozenset(value for value, whose in people.items() if len(whose) > COMMON)
    essays: dict[int, list[tuple[int, int]]] = {}
    for each in listed:
        if each.value not in common:
            essays.setdefault(each.essay, []).append((each.value, each.place))
    least = length * ALIKE / 100 / (GAP + RUN)  # no fewer fingerprints can cover so much
    likely = [essay for essay, theirs in essays.items() if len(theirs) >= least]
    nearest = sorted(likely, key=lambda essay: (-len(essays[essay]), essay))[:_LOOKED_AT]
    shares = [(essay, percent(passages(mine, essays[essay]), length)) for essay in nearest]
    alike = sorted((each for each in shares if each[1] >= ALIKE), key=lambda each: (-each[1], each[0]))
    everybodys = [each for each in mine if each[0] in common]
    return Comparison(tuple(alike[:MOST]), percent(passages(everybodys, everybodys), length), common)
