"""Whether two pictures are the same one, altered: mirrored, compressed, resized, cropped, captioned, framed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Look = tuple[int, int]
"""Two unsigned numbers of 64 bits: is a cell's right neighbour brighter, is the one below? (papers.picture_views)"""

NEAR = 18
"""Bits of 128: copies of made pictures stay below it, others of the same place begin at 20 (`make bench`)."""

BANDS = 4
_WIDTH = 16
_MASK = (1 << _WIDTH) - 1
_WHOLE = 1 << _WIDTH


@dataclass(frozen=True, slots=True)
class View:
    """A view of a picture that is kept; `of` is whose, `number` 0 its whole."""

    of: int
    number: int
    look: Look


def mirrored(look: Look) -> Look:
    """Return the look of the same window in a mirror."""
    across, down = (_rows_turned(each) for each in look)
    return across ^ (1 << 64) - 1, down


def _rows_turned(bits: int) -> int:
    """Return each row of eight bits from its other end."""
    return int.from_bytes(bytes(int(f"{row:08b}"[::-1], 2) for row in bits.to_bytes(8, "big")), "big")


def apart(one: Look, other: Look) -> int:
    """Return in how many of 128 bits two looks differ."""
    return (one[0] ^ other[0]).bit_count() + (one[1] ^ other[1]).bit_count()


def bands(number: int, look: Look) -> tuple[int, ...]:
    """Return the keys by which a view is found: the sixteens of its first half, those of a whole apart."""
    whole = 0 if number else _WHOLE
    return tuple(look[0] >> shift & _MASK | whole for shift in range(0, BANDS * _WIDTH, _WIDTH))


class Search:
    """What to look for when a picture, given by its looks, is compared with those kept.

    The whole, or its mirror image, may be any view of another; any view, or its mirror image, another's whole.
    """

    def __init__(self, looks: Mapping[int, Look]) -> None:
        self._by_band: list[dict[int, list[Look]]] = [{} for _ in range(BANDS)]
        for number, look in looks.items():
            for each in (look, mirrored(look)):
                self._seek(1, each)
                if number == 0:
                    self._seek(0, each)

    def _seek(self, wanted: int, look: Look) -> None:
        """Note the keys of views near `look`: a whole (`wanted` is 1), or any other (0)."""
        for place, key in enumerate(bands(0 if wanted else 1, look)):
            for near in (key, *(key ^ 1 << bit for bit in range(_WIDTH))):
                self._by_band[place].setdefault(near, []).append(look)

    @property
    def keys(self) -> tuple[list[int], ...]:
        """Return the keys to look up, by band: of a view within NEAR one is nearly always among them."""
        return tuple(list(each) for each in self._by_band)

    def nearest(self, found: Iterable[View]) -> dict[int, int]:
        """Return how far apart each picture of `found` is at its nearest view, those within NEAR only."""
        nearest: dict[int, int] = {}
        for view in found:
            for place, key in enumerate(bands(view.number, view.look)):
                for look in self._by_band[place].get(key, ()):
                    distance = apart(look, view.look)
                    if distance <= NEAR and distance < nearest.get(view.of, NEAR + 1):
                        nearest[view.of] = distance
        return nearest
