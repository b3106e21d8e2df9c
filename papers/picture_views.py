"""What a picture looks like, in 128 bits a view: whole, and as a crop, a caption or a screenshot would leave it."""

from collections.abc import Iterable
from itertools import pairwise

from PIL import Image, ImageChops

from journey.photo_likeness import Look

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, from 0 to 1."""

_SIDE = 144
_CELLS = 8
_CROP = 0.1
_CUTS = (0.07, 0.11)
"""What a caption may cover or add at the bottom; half a step beside them is still known."""

WINDOWS: tuple[Box, ...] = (
    (0, 0, 1, 1),
    *(
        (left, top, left + 1 - _CROP, top + 1 - _CROP)
        for left in (0, _CROP / 2, _CROP)
        for top in (0, _CROP / 2, _CROP)
    ),
    *((0, 0, 1, 1 - cut) for cut in _CUTS),
)

_EVEN = 10
"""Tones of 256 between the darkest and the brightest cell: what is as even as that looks like anything."""

_FRAME = 24
"""Tones that a frame of one colour may differ in, having been through JPEG."""

_CONTENT = (0.2, 0.97)
"""The share of a framed picture that its content has: less is no picture, more no frame."""


def looks(image: Image.Image) -> dict[int, Look]:
    """Return the look of each window by its number, 0 the whole; the last is what is inside a frame of one colour.

    A window too even to be told from others is left out, so that a blank picture has none.
    """
    grey = image.convert("L")
    square = grey.resize((_SIDE, _SIDE), Image.Resampling.BOX)
    found = {number: _look(square, window) for number, window in enumerate(WINDOWS)}
    if (inside := _inside(grey)) is not None:
        found[len(WINDOWS)] = _look(inside.resize((_SIDE, _SIDE), Image.Resampling.BOX), WINDOWS[0])
    return {number: look for number, look in found.items() if look is not None}


def _look(square: Image.Image, window: Box) -> Look | None:
    left, top, right, bottom = (round(each * _SIDE, 3) for each in window)
    wide = square.resize((_CELLS + 1, _CELLS), Image.Resampling.LANCZOS, (left, top, right, bottom))
    high = square.resize((_CELLS, _CELLS + 1), Image.Resampling.LANCZOS, (left, top, right, bottom))
    across, down = wide.tobytes(), high.tobytes()
    if max(across) - min(across) < _EVEN:
        return None
    rows = [across[start : start + _CELLS + 1] for start in range(0, len(across), _CELLS + 1)]
    return (
        _bits(right > left for row in rows for left, right in pairwise(row)),
        _bits(below > above for above, below in zip(down, down[_CELLS:], strict=False)),
    )


def _bits(answers: Iterable[bool]) -> int:
    found = 0
    for each in answers:
        found = found << 1 | each
    return found


def _inside(grey: Image.Image) -> Image.Image | None:
    """Return what a frame of the first corner's colour leaves, None without a frame."""
    corner = grey.getpixel((0, 0))
    frame = Image.new("L", grey.size, corner)
    box = ImageChops.difference(grey, frame).point([0] * _FRAME + [255] * (256 - _FRAME)).getbbox()
    if box is None:
        return None
    least, most = _CONTENT
    share = (box[2] - box[0]) * (box[3] - box[1]) / (grey.width * grey.height)
    return grey.crop(box) if least <= share <= most else None
