"""Made Vietnamese essays for the overlap's figures: every author's own words between phrases that all of them write."""

import random
import tomllib
from collections.abc import Callable
from pathlib import Path

_WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_WHO, _NOUNS, _VERBS = _WORDS["who"], _WORDS["nouns"], _WORDS["verbs"]
_QUALITIES, _LINKS, _ADVERBS = _WORDS["qualities"], _WORDS["links"], _WORDS["adverbs"]

Essay = list[str]
"""Its paragraphs."""


def essay(number: int, *, seed: int = 0) -> Essay:
    """Return essay `number`: about 1,100 words in nine to thirteen paragraphs, a fifth of them everybody's."""
    dice = random.Random(f"{seed}/{number}")
    return [_paragraph(dice) for _ in range(dice.randint(9, 13))]


def _paragraph(dice: random.Random) -> str:
    said = [_sentence(dice) for _ in range(dice.randint(5, 7))]
    for _ in range(dice.choice((0, 1, 1, 2))):
        said.insert(dice.randrange(len(said) + 1), dice.choice(_WORDS["shared"]))
    return " ".join(said)


def _sentence(dice: random.Random) -> str:
    said = " ".join(dice.choice(each) for each in dice.choice(_ORDERS))
    return f"{said[0].upper()}{said[1:]}{dice.choice('....!')}"


_ORDERS = (
    (_WHO, _ADVERBS, _VERBS, _NOUNS, _QUALITIES, _LINKS, _NOUNS, _ADVERBS, _QUALITIES),
    (_LINKS, _NOUNS, _QUALITIES, _WHO, _ADVERBS, _VERBS, _NOUNS, _LINKS, _VERBS, _NOUNS),
    (_NOUNS, _ADVERBS, _QUALITIES, _LINKS, _WHO, _VERBS, _QUALITIES, _NOUNS),
    (_WHO, _VERBS, _NOUNS, _LINKS, _VERBS, _NOUNS, _QUALITIES, _LINKS, _WHO, _ADVERBS, _VERBS, _NOUNS),
    (_LINKS, _WHO, _ADVERBS, _VERBS, _NOUNS, _NOUNS, _ADVERBS, _VERBS, _QUALITIES),
)


def verbatim(dice: random.Random, source: Essay, _other: Essay) -> Essay:
    """Return the same text with another first and last sentence."""
    return [_sentence(dice), *source, _sentence(dice)]


def reordered(dice: random.Random, source: Essay, _other: Essay) -> Essay:
    """Return its paragraphs in another order."""
    return dice.sample(source, len(source))


def changed(dice: random.Random, source: Essay, _other: Essay) -> Essay:
    """Return it with every fifth word replaced."""
    return [
        " ".join(dice.choice(_WORDS["others"]) if place % 5 == 4 else word for place, word in enumerate(each.split()))
        for each in source
    ]


def mixed(dice: random.Random, source: Essay, other: Essay) -> Essay:
    """Return every other paragraph of one and of the other."""
    del dice
    return [each for pair in zip(source[::2], other[1::2], strict=False) for each in pair]


KINDS: dict[str, Callable[[random.Random, Essay, Essay], Essay]] = {
    "verbatim": verbatim,
    "reordered": reordered,
    "changed": changed,
    "mixed": mixed,
}
